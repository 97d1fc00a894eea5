/* progress.h — how long work tells its caller how far it is, and learns that it shall stop.   [base] */
#ifndef IDEENKARTE_PROGRESS_H
#define IDEENKARTE_PROGRESS_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    const char *stage; /* key of the text table, e.g. "stage.tiles"; static */
    guint64 done;      /* of `total` */
    guint64 total;     /* 0: unknown */
} ik_progress;

/* Called from the thread that runs the work, at most some times a second and at the end of a stage.
 * Return false to stop: the work then fails with IK_ERROR_CANCELLED. */
typedef bool (*ik_progress_fn)(const ik_progress *progress, gpointer data);

G_END_DECLS

#endif

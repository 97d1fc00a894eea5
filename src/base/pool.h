/* pool.h — many threads work, results are handed over in order.   [base]
 *
 * Items 0..n-1 are worked on by `jobs` threads; `deliver` is called in the calling thread, in the order of
 * the items, so that what it writes never depends on the number of threads. At most `jobs * 4` finished
 * results wait at a time.
 */
#ifndef IK_POOL_H
#define IK_POOL_H

#include <glib.h>
#include <stdbool.h>

/* Works on one item in a worker thread; `worker` is 0..jobs-1, one thread at a time, for scratch buffers.
 * Returns the result (may be NULL) or sets `error`. */
typedef gpointer (*ik_pool_work_fn)(guint worker, guint item, gpointer data, GError **error);
/* Takes a result over, in order, in the calling thread. Returning false with `error` set ends the run. */
typedef bool (*ik_pool_deliver_fn)(guint item, gpointer result, gpointer data, GError **error);

typedef struct {
    guint jobs; /* 0: ik_pool_default_jobs() */
    guint items;
    ik_pool_work_fn work;
    ik_pool_deliver_fn deliver;
    GDestroyNotify free_result; /* for results that are never delivered; may be NULL */
    gpointer data;
} ik_pool_task;

/* Makes the next piece of a stream, which `item` numbers; one thread at a time. NULL: there are no more, or `error` is
 * set. */
typedef gpointer (*ik_pool_take_fn)(guint item, gpointer data, GError **error);
/* Works on a piece in a worker thread, as ik_pool_work_fn. Returning false with `error` set fails the piece. */
typedef bool (*ik_pool_answer_fn)(guint worker, gpointer piece, gpointer data, GError **error);

/* Work whose pieces are not counted before: a file that is read as it is worked on. */
typedef struct {
    guint jobs; /* 0: ik_pool_default_jobs() */
    ik_pool_take_fn take;
    ik_pool_answer_fn work;
    ik_pool_deliver_fn deliver; /* takes the piece over as its result */
    GDestroyNotify free_piece;  /* for pieces that are never delivered */
    gpointer data;
} ik_pool_stream;

/* False with the error of the first failed item (by number); threads have ended on return. */
bool ik_pool_run(const ik_pool_task *task, GError **error);
/* The same for a stream: at most `jobs * 4` pieces are in hand, and none is taken behind one that could not be. */
bool ik_pool_run_stream(const ik_pool_stream *stream, GError **error);
guint ik_pool_default_jobs(void);

#endif

/* workspace_parts.h — what an ik_workspace holds, for the files of the pipeline.   [pipeline] */
#ifndef IK_WORKSPACE_PARTS_H
#define IK_WORKSPACE_PARTS_H

#include <ideenkarte/workspace.h>

#include "atlas.h"
#include "settings.h"

struct ik_workspace {
    char *folder;
    ik_settings *settings; /* owned */
    ik_atlas *atlas;       /* owned */
    GPtrArray *titles;     /* of char *, one a language; an entry may be NULL */
};

/* Where progress goes; `call` may be NULL. */
typedef struct {
    ik_progress_fn call;
    gpointer data;
} ik_progress_reporter;

/* Tells the caller of the library how far a stage is; CANCELLED when it asks to stop. */
bool ik_tell_progress(const ik_progress_reporter *reporter, const char *stage, guint64 done,
                      guint64 total, GError **error);

/* Path of a file that the settings name: below the workspace unless it is absolute. Caller frees. */
char *ik_workspace_path(const ik_workspace *workspace, const char *name);

/* Reads the table of postcode centres (columns postcode, lon, lat and, optionally, accuracy_m) that the settings name,
 * if any, into the geocoder. INPUT with file and line for a row that is no postcode with a position. A
 * point outside the municipalities of its postcode is not used. */
bool ik_workspace_read_postcode_points(ik_workspace *workspace, GError **error);

#endif

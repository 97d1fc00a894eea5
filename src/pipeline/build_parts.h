/* build_parts.h — what one build carries from step to step.   [pipeline] */
#ifndef IK_BUILD_PARTS_H
#define IK_BUILD_PARTS_H

#include <ideenkarte/build.h>

#include "publish.h"
#include "site.h"
#include "store.h"
#include "workspace_parts.h"

typedef struct {
    const ik_workspace *workspace;
    const ik_territory *territory;
    ik_progress_reporter reporter;
    ik_note_fn note; /* may be NULL */
    gpointer note_data;
    guint jobs;
    bool allow_empty;
    const char *portal_url;                /* with '/' at the end; NULL: unknown */
    ik_site_tileset *tilesets;             /* one a style, in their order; owned */
    ik_lonlat_box box;                     /* what the tiles cover */
    ik_stage *stage;                       /* owned */
    const char *folder;                    /* of the stage */
    ik_records *records;                   /* owned */
    ik_coverage *regions, *municipalities; /* owned */
    guint picture_width, picture_height;   /* of images/map.png; 0: none */
    ik_lonlat_box picture_box;             /* what it shows */
    ik_site_photo *photos;                 /* of each project; NULL: none; owned */
    GPtrArray *photo_files; /* of char *: those read, "images/a.jpg"; NULL: none; owned */
    ik_build_summary *summary;
} ik_build_run;

/* Hands a note to the caller of the library. */
void ik_build_tell(const ik_build_run *run, const char *note);

/* Counts projects and events by region and by municipality, in a catalogue in memory. Caller frees both. */
bool ik_workspace_count(const ik_store_input *input, ik_coverage **regions,
                        ik_coverage **municipalities, GError **error);

/* Number and size of the files below a folder. */
bool ik_count_output(const char *folder, guint *files, guint64 *bytes, GError **error);

#endif

/* draw_archives.h — the archives that take the tiles of one style.   [pipeline] */
#ifndef IK_DRAW_ARCHIVES_H
#define IK_DRAW_ARCHIVES_H

#include "archive_writer.h"
#include "build_parts.h"

typedef struct {
    ik_archive_writer
        *writers[3]; /* the folder, then what the settings ask for; NULL: not asked for */
} ik_draw_archives;

/* For the style at an index and a scale: opens tiles/TILESET/ and, as the settings say for it, tiles/TILESET.pmtiles
 * and .mbtiles; of scale 2, tiles/TILESET@2x.pmtiles. Clear it in either case. */
bool ik_draw_archives_open(ik_draw_archives *archives, const ik_build_run *run, guint style,
                           guint scale, GError **error);
bool ik_draw_archives_put(ik_draw_archives *archives, ik_tile tile, const void *bytes, gsize size,
                          GError **error);
/* Completes all of them; `counts` are those of each. */
bool ik_draw_archives_finish(ik_draw_archives *archives, ik_archive_counts *counts, GError **error);
void ik_draw_archives_clear(ik_draw_archives *archives);

#endif

/* vector_tiles.h — the whole vector tileset: territory, projects and events, into one archive.   [pipeline] */
#ifndef IK_VECTOR_TILES_H
#define IK_VECTOR_TILES_H

#include <ideenkarte/catalogue.h>

#include "archive_writer.h"
#include "division.h"

/* Larger tiles (uncompressed) are told about, never cut. */
#define IK_VECTOR_TILE_MOST 500000

/* What the tileset is called under data/ and tilejson/: no style may be called so. */
#define IK_VECTOR_TILESET_NAME "ideenkarte"

typedef struct {
    const ik_division *division;
    const ik_records *records; /* NULL: no points */
    const char *title;         /* name of the tileset */
    guint min_zoom, max_zoom;
    guint jobs;                                    /* 0: the default */
    void (*tell)(const char *note, gpointer data); /* NULL: nobody */
    gpointer tell_data;
} ik_vector_tileset;

/* Writes the archive at `path`, its kind by the ending (archive_writer.h); the bytes depend on neither
 * threads nor the order of records. Tiles without anything in them are left out. `counts` may be NULL. */
bool ik_vector_tileset_write(const ik_vector_tileset *tileset, const char *path,
                             ik_archive_counts *counts, GError **error);

/* The metadata of the archive: name, attribution, vector_layers. JSON, the caller's. */
char *ik_vector_tileset_metadata(const ik_vector_tileset *tileset);

/* TileJSON 3.0.0 of a written archive, for a file in a folder beside that of the archive. All tiles lie in one file, so
 * `tiles` names that file. With a portal URL ('/' at its end) as MapLibre's protocol of npm pmtiles asks for a tile:
 * pmtiles://ADDRESS/{z}/{x}/{y}; without one (NULL) it is ../PUBLIC_PATH. The caller's. Errors as ik_tileset_describe. */
char *ik_vector_tileset_tilejson(const char *archive, const char *public_path,
                                 const char *portal_url, GError **error);

#endif

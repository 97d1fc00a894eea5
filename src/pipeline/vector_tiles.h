/* vector_tiles.h — the whole vector tileset: territory, projects and events, into one archive.   [pipeline] */
#ifndef IK_VECTOR_TILES_H
#define IK_VECTOR_TILES_H

#include <ideenkarte/catalogue.h>

#include "archive_writer.h"
#include "division.h"

/* Larger tiles (uncompressed) are told about, never cut. */
#define IK_VECTOR_TILE_MOST 500000

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

#endif

/* tileset.h — archives of tiles: shown, checked, converted, joined, cut out, compared.   [pipeline]
 *
 * An archive is a folder z/x/y.ending, an MBTiles or a PMTiles v3 file, ours or anybody's. What is read is recognised by
 * its content, what is written by its ending: .pmtiles, .mbtiles, otherwise a folder. Outputs are written beside their
 * place and moved there by one rename; on failure the target is as before.
 *
 * Errors  NOT_FOUND: no such file; INPUT: no archive, or a broken rule, with file and offset or tile; UNSUPPORTED: brotli,
 * zstd; BUSY, IO, CANCELLED.
 */
#ifndef IDEENKARTE_TILESET_H
#define IDEENKARTE_TILESET_H

#include <ideenkarte/geo.h>
#include <ideenkarte/progress.h>

G_BEGIN_DECLS

typedef enum { IK_TILESET_TEXT, IK_TILESET_JSON, IK_TILESET_TILEJSON } ik_tileset_form;

/* What an archive says about itself. TILEJSON is TileJSON 3.0.0 with the addresses `tile_url`, which has {z}, {x} and
 * {y}; NULL: relative ones. The caller frees. */
char *ik_tileset_describe(const char *path, ik_tileset_form form, const char *tile_url,
                          GError **error);

typedef struct {
    guint64 tiles, entries, contents;
    guint64 bytes; /* of the contents as stored */
    guint min_zoom, max_zoom;
    ik_lonlat_box bounds; /* of the tiles */
} ik_tileset_counts;

/* Checks every rule of the specification and that each tile decodes. INPUT names the first that is broken. */
bool ik_tileset_verify(const char *path, ik_progress_fn progress, gpointer data,
                       ik_tileset_counts *counts, GError **error);

typedef struct {
    const char *const *inputs; /* NULL-terminated; where two have a tile, the first of them wins */
    const char *output;
    guint min_zoom, max_zoom; /* 0 and 30: all */
    const ik_lonlat_box *box; /* tiles that touch it; NULL: all */
    const char *region;       /* id of a labour-market region: tiles that touch it; NULL: all */
    const char *compression;  /* "gzip" or "none": packed anew; NULL: as they are */
    ik_progress_fn progress;  /* may be NULL */
    gpointer progress_data;
} ik_tileset_copy;

typedef struct {
    guint64 tiles, distinct;
    guint64 overlaps; /* tiles that more than one input has */
    guint64 empty;    /* tiles without bytes, left out */
} ik_tileset_copied;

/* Writes the tiles of one or more archives into another. INPUT besides: types or compressions differ, an unknown region,
 * nothing to write. */
bool ik_tileset_copy_run(const ik_tileset_copy *copy, ik_tileset_copied *copied, GError **error);

typedef enum { IK_TILE_ADDED, IK_TILE_REMOVED, IK_TILE_CHANGED } ik_tile_change;

/* Takes one tile that differs. Returning false with an error ends the comparison. */
typedef bool (*ik_tile_change_fn)(guint zoom, guint x, guint y, ik_tile_change change,
                                  gpointer data, GError **error);

/* Compares what tiles hold, compression taken off, in the order of tile ids. */
bool ik_tileset_diff(const char *before, const char *after, ik_tile_change_fn take, gpointer data,
                     GError **error);

/* The bytes of one tile, as stored or with the compression taken off; the caller's. NOT_FOUND: no such tile. */
GBytes *ik_tileset_tile(const char *path, guint zoom, guint x, guint y, bool expand,
                        GError **error);

G_END_DECLS

#endif

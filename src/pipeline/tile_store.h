/* tile_store.h — where a source of a style keeps its tiles.   [pipeline]
 *
 * What "url" or "tiles" of a source names on this machine: an archive (pmtiles://FILE, mbtiles://FILE, or a path that
 * ends so), a folder z/x/y.ending, a TileJSON beside its tiles, or a template with {z}, {x} and {y}. Paths are relative
 * to the file that names them. Nothing is ever fetched from the network.
 */
#ifndef IK_TILE_STORE_H
#define IK_TILE_STORE_H

#include "mercator.h"
#include "style.h"

typedef struct ik_tile_store ik_tile_store;

/* `folder` is that of the style.
 *
 *   returns  the caller's; NULL with NOT_FOUND (no such file), UNSUPPORTED (an address of the network), INPUT (the source
 *            names no tiles; broken TileJSON) or what ik_archive_reader_open says
 */
ik_tile_store *ik_tile_store_open(const ik_style_source *source, const char *folder,
                                  GError **error);
void ik_tile_store_close(ik_tile_store *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_tile_store, ik_tile_store_close)

/* For messages. Borrowed. */
const char *ik_tile_store_name(const ik_tile_store *store);
guint ik_tile_store_min_zoom(const ik_tile_store *store);
guint ik_tile_store_max_zoom(const ik_tile_store *store);

/* Whether the description of the tiles lists their layers; `id` is one of them. */
bool ik_tile_store_lists_layers(const ik_tile_store *store);
guint ik_tile_store_n_layers(const ik_tile_store *store);
const char *ik_tile_store_layer(const ik_tile_store *store, guint index);

/* The bytes of a tile without compression, the caller's; NULL without an error when there is no such tile
 * or it lies outside of the source's bounds. */
GBytes *ik_tile_store_get(ik_tile_store *store, ik_tile tile, GError **error);

/* A path that a style names, relative to `folder`; the caller's. UNSUPPORTED: an address of the network. */
char *ik_local_path(const char *folder, const char *url, GError **error);

#endif

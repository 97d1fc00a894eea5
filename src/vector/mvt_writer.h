/* mvt_writer.h — Mapbox Vector Tiles, written.   [vector]
 *
 * Vector Tile Specification 2.1: layers with version first, extent 4096; keys and values once a layer, in
 * the order of their first use. A writer is one thread's and is used for tile after tile.
 */
#ifndef IK_MVT_WRITER_H
#define IK_MVT_WRITER_H

#include "mvt_reader.h"

typedef struct ik_mvt_writer ik_mvt_writer;

ik_mvt_writer *ik_mvt_writer_new(void);
void ik_mvt_writer_free(ik_mvt_writer *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_mvt_writer, ik_mvt_writer_free)

/* Starts a layer, whose name differs from all others of the tile. It is left out if nothing comes in. */
void ik_mvt_writer_layer(ik_mvt_writer *writer, const char *name);

/* Starts a feature of the layer; `id` unique in it. Attributes and geometry follow. */
void ik_mvt_writer_feature(ik_mvt_writer *writer, guint64 id, ik_mvt_type type);
void ik_mvt_writer_text(ik_mvt_writer *writer, const char *key, const char *text);
void ik_mvt_writer_uint(ik_mvt_writer *writer, const char *key, guint64 number);

/* A point, a line (n >= 2) or a ring (n >= 3, first not repeated; exterior clockwise on screen, each
 * followed by its holes), from the tile's north-west corner; no two neighbours equal. Points of a
 * feature come in one call.
 */
void ik_mvt_writer_part(ik_mvt_writer *writer, const ik_tile_point *points, guint n);

/* Ends the tile; NULL when nothing is in it. The caller's. */
GByteArray *ik_mvt_writer_finish(ik_mvt_writer *writer);

#endif

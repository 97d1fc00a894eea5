/* repeated_tiles.h — tiles of nothing but a pattern, drawn and encoded once for each way it lies in them.   [raster]
 *
 * What is in a view of covers alone is known without drawing it: their paints, their patterns, and where these begin.
 * Tiles that agree in that have the same pixels. Threads: one serves many.
 */
#ifndef IK_REPEATED_TILES_H
#define IK_REPEATED_TILES_H

#include "scene.h"

/* A pattern whose size has nothing in common with that of a tile lies in many ways; later ones are drawn each time. */
#define IK_REPEATED_MAX 256u

typedef struct ik_repeated_tiles ik_repeated_tiles;

/* For tiles of one scene, size and format. */
ik_repeated_tiles *ik_repeated_tiles_new(void);
void ik_repeated_tiles_free(ik_repeated_tiles *tiles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_repeated_tiles, ik_repeated_tiles_free)

/* Whether nothing but covers without a clip is in a view: it then holds for any part of its box. */
bool ik_view_is_cover(const ik_view *view);

/* The picture of a tile with its north-west corner at `corner`, for which ik_view_is_cover holds; the caller's. NULL:
 * none is known.
 */
GBytes *ik_repeated_tiles_find(ik_repeated_tiles *tiles, const ik_view *view, ik_tile_point corner);

/* Keeps a picture for ik_repeated_tiles_find, unless there are IK_REPEATED_MAX or one like it. */
void ik_repeated_tiles_keep(ik_repeated_tiles *tiles, const ik_view *view, ik_tile_point corner,
                            GBytes *picture);

#endif

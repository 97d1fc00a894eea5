/* picture_source.h — raster tiles and single pictures of a style as pictures of a map.   [pipeline]
 *
 * PNG, JPEG and WebP. Tiles of the zoom whose pixels come nearest to the picture's, as MapLibre takes them.
 */
#ifndef IK_PICTURE_SOURCE_H
#define IK_PICTURE_SOURCE_H

#include "map_sources.h"
#include "picture_grid.h"
#include "tile_store.h"

typedef struct {
    GArray *pictures; /* ik_source_picture; their pixels are owned */
} ik_source_pictures;

void ik_source_pictures_init(ik_source_pictures *pictures);
void ik_source_pictures_clear(ik_source_pictures *pictures);

typedef struct {
    const ik_picture_grid *grid;
    /* Of what is drawn anew, on a plane and between slanted corners: */
    double pixel_ratio;
    bool is_nearest; /* pixels stay squares; else they flow into each other */
} ik_pictures_request;

/* Adds the tiles that the picture shows. INPUT: a tile that is no picture; IO. */
bool ik_picture_source_read_tiles(const ik_style_source *source, ik_tile_store *store,
                                  const ik_pictures_request *request, ik_source_pictures *pictures,
                                  GError **error);

/* Adds a source of type "image", whose file is relative to `folder`. NOT_FOUND, IO, INPUT (no picture), UNSUPPORTED (its
 * corners are those of no convex quadrilateral). */
bool ik_picture_source_read_image(const ik_style_source *source, const char *folder,
                                  const ik_pictures_request *request, ik_source_pictures *pictures,
                                  GError **error);

#endif

/* vector_source.h — vector tiles as features of a picture.   [pipeline]
 *
 * As MapLibre shows them: tiles of the whole zoom below the style's, or of the source's deepest when that is less; each
 * tile's features are seen inside the tile only, points of its buffer not at all. On a plane long segments get corners
 * between, which a circle layer on lines would mark as well.
 */
#ifndef IK_VECTOR_SOURCE_H
#define IK_VECTOR_SOURCE_H

#include "layer_sets.h"
#include "picture_grid.h"
#include "tile_store.h"

typedef struct {
    const ik_style_source *source;
    ik_tile_store *store;
    const ik_picture_grid *grid;
    const char *const *wanted; /* layers to read, NULL ends them */
} ik_vector_source;

/* Adds the sets of all tiles that the picture shows. `n_lost`: features that could not be read. INPUT: a tile that is
 * none; IO. */
bool ik_vector_source_read(const ik_vector_source *vector, ik_layer_sets *sets, guint *n_lost,
                           GError **error);

#endif

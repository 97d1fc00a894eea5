/* map_sources.h — the sources that a style names, as a scene takes them.   [scene]
 *
 * Everything is borrowed and must outlive the scene.
 */
#ifndef IK_MAP_SOURCES_H
#define IK_MAP_SOURCES_H

#include "feature_set.h"
#include "scene.h"

/* All features of a layer of a source: tile by tile, or in one set. */
typedef struct {
    const char *source;
    const char *layer; /* NULL: a source without layers (GeoJSON) */
    const ik_feature_set *const *sets;
    guint n_sets;
} ik_layer_features;

typedef struct {
    ik_bitmap bitmap;
    ik_tile_box box; /* edges are whole CSS pixels where a neighbour lies */
} ik_source_picture;

/* The tiles of a raster source, or its only picture. */
typedef struct {
    const char *source;
    const ik_source_picture *pictures;
    guint n_pictures;
} ik_layer_pictures;

typedef struct {
    const ik_layer_features *features;
    guint n_features;
    const ik_layer_pictures *pictures;
    guint n_pictures;
    const char *const *ids; /* of all sources that are known, drawn or empty; NULL ends them */
} ik_map_sources;

/* Whether there is a source of that id. */
bool ik_map_sources_know(const ik_map_sources *sources, const char *id);
/* The features of a layer; NULL when there are none. A source without layers takes any name. */
const ik_layer_features *ik_map_sources_features(const ik_map_sources *sources, const char *source,
                                                 const char *layer);
const ik_layer_pictures *ik_map_sources_pictures(const ik_map_sources *sources, const char *source);

#endif

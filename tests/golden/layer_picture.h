/* layer_picture.h — a few shapes in a source "s", drawn by the layers of a test.   [tests]
 *
 * 64 by 64 CSS pixels at MapLibre's zoom 8; shapes are given in pixels from the picture's corner. The
 * ground is white.
 */
#ifndef IK_LAYER_PICTURE_H
#define IK_LAYER_PICTURE_H

#include "feature_set.h"
#include "picture.h"
#include "raster.h"
#include "scene_builder.h"

typedef struct {
    ik_feature_set *set;
    ik_image_table *images;    /* "checker": 2 by 2 pixels, red and blue, blue and red */
    ik_source_picture picture; /* of the source "r": red, green; blue, white over 16..48 */
} layer_shapes;

void layer_shapes_init(layer_shapes *shapes, const ik_clip *clip);
void layer_shapes_clear(layer_shapes *shapes);

/* A feature with the number attribute "n"; `xy` are pairs. A ring is closed by itself. */
void layer_shapes_add(layer_shapes *shapes, ik_shape shape, double n, const double *xy,
                      guint count);

/* A scene of the shapes with what it stands on. */
typedef struct {
    ik_style *style;
    ik_scene *scene;
    ik_raster *raster;
    const ik_feature_set *set;
    ik_layer_features features;
    ik_layer_pictures pictures;
    ik_map_sources sources;
} layer_stage;

#define LAYER_ZOOM 9 /* of the grid */

/* Not to be moved. */
void layer_stage_init(layer_stage *stage, layer_shapes *shapes, const char *layers,
                      double pixel_ratio);
void layer_stage_clear(layer_stage *stage);

/* A ground and `layers` (JSON objects with commas between) over the shapes. */
void layer_picture_init(test_picture *picture, layer_shapes *shapes, const char *layers,
                        double pixel_ratio);

/* Channels may differ by `tolerance`. */
void layer_assert_near(const test_picture *picture, guint x, guint y, uint32_t expected,
                       guint tolerance);
void layer_assert(const test_picture *picture, guint x, guint y, uint32_t expected);

#endif

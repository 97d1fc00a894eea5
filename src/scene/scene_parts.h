/* scene_parts.h — what the files that make a scene share.   [scene] */
#ifndef IK_SCENE_PARTS_H
#define IK_SCENE_PARTS_H

#include "map_sources.h"
#include "paint.h"
#include "scene_builder.h"
#include "scene_list.h"

/* A scene under construction. */
typedef struct {
    ik_scene *scene;
    const ik_scene_request *request;
    ik_arena *scratch;
    GError **error;
} ik_scene_build;

/* An evaluation at the scene's zoom; clears the scratch arena. */
ik_evaluation ik_scene_evaluation(const ik_scene_build *build, const ik_feature *feature);

/* The features of a source for layers that draw them one by one: for our own layers made when first
 * asked for.
 */
const ik_layer_features *ik_scene_features_of(const ik_scene_build *build,
                                              const ik_layer_source *source);

/* The image of that name; NULL when there is none, which the scene then says. */
const ik_sprite_image *ik_scene_find_image(const ik_scene_build *build, const char *name);

/* The pattern of that image at the scene's zoom; NULL when there is no such image. */
const ik_pattern *ik_scene_pattern(const ik_scene_build *build, const char *name);

/* A translation in tile units. */
ik_tile_point ik_scene_shift(const ik_style_layer *layer, ik_property property,
                             ik_evaluation *evaluation);

/* The IK_GRADIENT_STEPS colours of a ramp with an opacity, of the scene's arena; NULL when the layer
 * sets none and the property has no default.
 */
const ik_paint *ik_scene_ramp(const ik_scene_build *build, const ik_style_layer *layer,
                              ik_property property, double opacity);

/* What is added between the two is blended as a whole; nothing where the opacity is 1. */
void ik_scene_begin_group(const ik_scene_build *build, double opacity);
void ik_scene_end_group(const ik_scene_build *build, double opacity);

/* Layers: each appends its items. */
void ik_scene_add_background(const ik_scene_build *build, const ik_style_layer *layer);
void ik_scene_add_fills(const ik_scene_build *build, const ik_style_layer *layer,
                        const ik_layer_source *source);
void ik_scene_add_lines(const ik_scene_build *build, const ik_style_layer *layer,
                        const ik_layer_source *source);
void ik_scene_add_circles(const ik_scene_build *build, const ik_style_layer *layer,
                          const ik_layer_source *source);
void ik_scene_add_heat(const ik_scene_build *build, const ik_style_layer *layer,
                       const ik_layer_source *source);
void ik_scene_add_pictures(const ik_scene_build *build, const ik_style_layer *layer);

#endif

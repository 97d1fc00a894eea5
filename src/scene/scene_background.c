/* scene_background.c — backgrounds, patterns and pictures of a scene.   [scene] */
#include "scene_parts.h"

#include <math.h>

/* The specification repeats patterns from the corner of the world, as large as they are at the
 * whole zoom below: in between they grow with the map.
 */
static void place_pattern(const ik_scene *scene, ik_pattern *pattern)
{
    double style_zoom = ik_scene_style_zoom(scene);
    double scale = exp2(style_zoom - floor(style_zoom));
    pattern->width_px = pattern->bitmap.width / pattern->bitmap.pixel_ratio * scale;
    pattern->height_px = pattern->bitmap.height / pattern->bitmap.pixel_ratio * scale;
    double width = pattern->width_px * IK_UNITS_PER_PIXEL;
    double height = pattern->height_px * IK_UNITS_PER_PIXEL;
    pattern->anchor_x = width - fmod((double)scene->origin.x, width);
    pattern->anchor_y = height - fmod((double)scene->origin.y, height);
    if (pattern->anchor_x >= width)
        pattern->anchor_x = 0;
    if (pattern->anchor_y >= height)
        pattern->anchor_y = 0;
}

const ik_pattern *ik_scene_pattern(const ik_scene_build *build, const char *name)
{
    ik_scene *scene = build->scene;
    const ik_sprite_image *image = name != NULL ? ik_scene_find_image(build, name) : NULL;
    if (image == NULL || image->width == 0 || image->height == 0 || image->is_sdf)
        return NULL;
    const ik_pattern *known = g_hash_table_lookup(scene->patterns, image);
    if (known != NULL)
        return known;
    ik_pattern *pattern = ik_arena_alloc(scene->arena, 1, sizeof *pattern);
    pattern->bitmap = (ik_bitmap){image->width, image->height, image->pixel_ratio, image->pixels};
    place_pattern(scene, pattern);
    g_hash_table_insert(scene->patterns, (gpointer)(guintptr)image, pattern);
    return pattern;
}

void ik_scene_add_background(const ik_scene_build *build, const ik_style_layer *layer)
{
    ik_evaluation evaluation = ik_scene_evaluation(build, NULL);
    ik_scene_item item = {.kind = IK_DRAW_COVER};
    item.paint = ik_paint_from_color(ik_style_color(layer, IK_BACKGROUND_COLOR, &evaluation),
                                     ik_style_number(layer, IK_BACKGROUND_OPACITY, &evaluation));
    if (ik_style_is_set(layer, IK_BACKGROUND_PATTERN)) {
        item.pattern =
            ik_scene_pattern(build, ik_style_image(layer, IK_BACKGROUND_PATTERN, &evaluation));
        item.paint.a = ik_style_number(layer, IK_BACKGROUND_OPACITY, &evaluation);
        if (item.pattern == NULL)
            return; /* as MapLibre: an image that is not there is not drawn */
    }
    g_array_append_val(build->scene->items, item);
}

/* ---- pictures ---- */

static void add_picture(const ik_scene_build *build, const ik_source_picture *picture,
                        const ik_picture *like)
{
    ik_picture added = *like;
    added.bitmap = picture->bitmap;
    added.box = picture->box;
    g_array_append_val(build->scene->pictures, added);
}

static ik_picture picture_paint(const ik_style_layer *layer, ik_evaluation *evaluation)
{
    ik_property resampling =
        ik_style_is_set(layer, IK_RESAMPLING) ? IK_RESAMPLING : IK_RASTER_RESAMPLING;
    return (ik_picture){
        .change = {.hue_rotate = ik_style_number(layer, IK_RASTER_HUE_ROTATE, evaluation),
                   .brightness_min = ik_style_number(layer, IK_RASTER_BRIGHTNESS_MIN, evaluation),
                   .brightness_max = ik_style_number(layer, IK_RASTER_BRIGHTNESS_MAX, evaluation),
                   .saturation = ik_style_number(layer, IK_RASTER_SATURATION, evaluation),
                   .contrast = ik_style_number(layer, IK_RASTER_CONTRAST, evaluation)},
        .opacity = ik_style_number(layer, IK_RASTER_OPACITY, evaluation),
        .is_nearest = ik_style_choice(layer, resampling, evaluation) == IK_RESAMPLING_NEAREST};
}

void ik_scene_add_pictures(const ik_scene_build *build, const ik_style_layer *layer)
{
    const ik_map_sources *sources = build->request->sources;
    const ik_layer_pictures *pictures =
        sources != NULL ? ik_map_sources_pictures(sources, layer->source) : NULL;
    ik_evaluation evaluation = ik_scene_evaluation(build, NULL);
    const ik_picture like = picture_paint(layer, &evaluation);
    ik_scene_item item = {.kind = IK_DRAW_PICTURE, .first = build->scene->pictures->len};
    if (pictures == NULL || like.opacity <= 0)
        return;
    item.count = pictures->n_pictures;
    for (guint i = 0; i < pictures->n_pictures; i++)
        add_picture(build, &pictures->pictures[i], &like);
    g_array_append_val(build->scene->items, item);
}

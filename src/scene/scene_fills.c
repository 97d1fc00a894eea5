/* scene_fills.c — fill layers of a scene.   [scene]
 *
 * Faces of our own division are filled from the tiling, all others polygon by polygon. Outlines are
 * strokes of their own above the layer's fills.
 */
#include "scene_parts.h"

#include <math.h>

#define OUTLINE_WIDTH_PX 1.0

static ik_fill_style fill_style(const ik_scene_build *build, const ik_style_layer *layer,
                                ik_evaluation *evaluation)
{
    double opacity = ik_style_number(layer, IK_FILL_OPACITY, evaluation);
    ik_fill_style style = {
        ik_paint_from_color(ik_style_color(layer, IK_FILL_COLOR, evaluation), opacity), NULL};
    if (!ik_style_is_set(layer, IK_FILL_PATTERN))
        return style;
    style.pattern = ik_scene_pattern(build, ik_style_image(layer, IK_FILL_PATTERN, evaluation));
    style.paint.a = style.pattern != NULL ? opacity : 0;
    return style;
}

ik_tile_point ik_scene_shift(const ik_style_layer *layer, ik_property property,
                             ik_evaluation *evaluation)
{
    double px[2] = {0, 0};
    ik_style_numbers(layer, property, evaluation, px, 2);
    return (ik_tile_point){(int32_t)lround(ik_bounded_px(px[0]) * IK_UNITS_PER_PIXEL),
                           (int32_t)lround(ik_bounded_px(px[1]) * IK_UNITS_PER_PIXEL)};
}

/* ---- faces ---- */

static void add_faces(const ik_scene_build *build, const ik_style_layer *layer,
                      ik_source_layer source, ik_level level)
{
    ik_arena *arena = build->scene->arena;
    guint n = ik_source_layer_count(build->request->data, source);
    ik_paint *paints = ik_arena_alloc(arena, n, sizeof *paints);
    const ik_pattern **patterns =
        ik_style_is_set(layer, IK_FILL_PATTERN) ? ik_arena_alloc(arena, n, sizeof(gpointer)) : NULL;
    for (guint i = 0; i < n; i++) {
        ik_source_feature feature;
        ik_source_layer_get(build->request->data, source, i, &feature);
        ik_evaluation evaluation = ik_scene_evaluation(build, &feature.feature);
        if (!ik_style_layer_takes(layer, &evaluation))
            continue;
        ik_fill_style style = fill_style(build, layer, &evaluation);
        paints[i] = style.paint;
        if (patterns != NULL)
            patterns[i] = style.pattern;
    }
    ik_evaluation evaluation = ik_scene_evaluation(build, NULL);
    const ik_scene_item item = {.kind = IK_DRAW_FILLS,
                                .level = level,
                                .faces = paints,
                                .patterns = patterns,
                                .shift = ik_scene_shift(layer, IK_FILL_TRANSLATE, &evaluation)};
    g_array_append_val(build->scene->items, item);
}

/* ---- polygons one by one ---- */

/* MapLibre fills lines, too, as if they were closed. */
static bool can_be_filled(const ik_set_feature *feature)
{
    return feature->shape != IK_SHAPE_POINT;
}

static void add_areas_of(const ik_scene_build *build, const ik_style_layer *layer,
                         const ik_feature_set *set, ik_drawn_features *drawn)
{
    ik_drawn_features_begin_tile(drawn, ik_feature_set_clip(set));
    for (guint i = 0; i < ik_feature_set_count(set); i++) {
        const ik_set_feature *feature = ik_feature_set_at(set, i);
        ik_evaluation evaluation = ik_scene_evaluation(build, &feature->feature);
        if (!can_be_filled(feature) || !ik_style_layer_takes(layer, &evaluation))
            continue;
        const ik_fill_style style = fill_style(build, layer, &evaluation);
        const ik_drawn_feature added = {set, i, ik_drawn_features_fill_style(drawn, &style),
                                        ik_style_number(layer, IK_FILL_SORT_KEY, &evaluation)};
        if (style.paint.a > 0)
            ik_drawn_features_add(drawn, &added);
    }
    ik_drawn_features_end_tile(drawn);
}

static void add_areas(const ik_scene_build *build, const ik_style_layer *layer,
                      const ik_layer_features *features)
{
    ik_evaluation evaluation = ik_scene_evaluation(build, NULL);
    ik_scene_item item = {.kind = IK_DRAW_AREAS,
                          .drawn = ik_drawn_features_new(),
                          .is_rough = !ik_style_bool(layer, IK_FILL_ANTIALIAS, &evaluation)};
    item.drawn->shift = ik_scene_shift(layer, IK_FILL_TRANSLATE, &evaluation);
    for (guint i = 0; i < features->n_sets; i++)
        add_areas_of(build, layer, features->sets[i], item.drawn);
    g_array_append_val(build->scene->items, item);
}

/* ---- outlines ---- */

static void add_outlines_of(const ik_scene_build *build, const ik_style_layer *layer,
                            const ik_feature_set *set, ik_drawn_features *drawn)
{
    ik_drawn_features_begin_tile(drawn, ik_feature_set_clip(set));
    for (guint i = 0; i < ik_feature_set_count(set); i++) {
        const ik_set_feature *feature = ik_feature_set_at(set, i);
        ik_evaluation evaluation = ik_scene_evaluation(build, &feature->feature);
        if (!can_be_filled(feature) || !ik_style_layer_takes(layer, &evaluation))
            continue;
        const ik_stroke stroke = {
            .paint = ik_paint_from_color(ik_style_color(layer, IK_FILL_OUTLINE_COLOR, &evaluation),
                                         ik_style_number(layer, IK_FILL_OPACITY, &evaluation)),
            .width_px = OUTLINE_WIDTH_PX,
            .miter_limit = 2,
            .join = IK_STROKE_JOIN_MITER};
        const ik_drawn_feature added = {set, i, ik_drawn_features_stroke(drawn, &stroke),
                                        ik_style_number(layer, IK_FILL_SORT_KEY, &evaluation)};
        if (stroke.paint.a > 0)
            ik_drawn_features_add(drawn, &added);
    }
    ik_drawn_features_end_tile(drawn);
}

static void add_outlines(const ik_scene_build *build, const ik_style_layer *layer,
                         const ik_layer_features *features)
{
    ik_evaluation evaluation = ik_scene_evaluation(build, NULL);
    ik_scene_item item = {.kind = IK_DRAW_STROKE, .drawn = ik_drawn_features_new()};
    item.drawn->shift = ik_scene_shift(layer, IK_FILL_TRANSLATE, &evaluation);
    item.drawn->margin_px = OUTLINE_WIDTH_PX;
    for (guint i = 0; i < features->n_sets; i++)
        add_outlines_of(build, layer, features->sets[i], item.drawn);
    g_array_append_val(build->scene->items, item);
}

/* ---- the layer ---- */

void ik_scene_add_fills(const ik_scene_build *build, const ik_style_layer *layer,
                        const ik_layer_source *source)
{
    ik_level level;
    ik_evaluation evaluation = ik_scene_evaluation(build, NULL);
    bool has_outlines = ik_style_is_set(layer, IK_FILL_OUTLINE_COLOR) &&
                        !ik_style_is_set(layer, IK_FILL_PATTERN) &&
                        ik_style_bool(layer, IK_FILL_ANTIALIAS, &evaluation);
    double opacity = ik_style_number(layer, IK_FILL_LAYER_OPACITY, &evaluation);
    bool is_faces = source->is_own && ik_source_layer_level(source->own, &level);
    const ik_layer_features *features =
        !is_faces || has_outlines ? ik_scene_features_of(build, source) : NULL;
    if (!is_faces && features == NULL)
        return;
    ik_scene_begin_group(build, opacity);
    if (is_faces)
        add_faces(build, layer, source->own, level);
    else
        add_areas(build, layer, features);
    if (has_outlines)
        add_outlines(build, layer, features);
    ik_scene_end_group(build, opacity);
}

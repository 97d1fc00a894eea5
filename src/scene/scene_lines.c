/* scene_lines.c — line layers of a scene.   [scene]
 *
 * Borders of our own division are drawn from the tiling, rank by rank; all other lines, and outlines
 * of polygons, feature by feature.
 */
#include "line_offset.h"
#include "scene_parts.h"

#include <math.h>

#define MAX_MITER 10.0

/* What the strokes of a layer have in common. */
typedef struct {
    const ik_style_layer *layer;
    const ik_paint *gradient;
} line_paint;

/* ---- strokes ---- */

/* The specification counts dashes in widths that the line has at the whole zoom below; in between
 * they grow with the map. A pattern of an odd number begins anew after its last dash.
 */
static void set_dashes(const ik_style_layer *layer, ik_evaluation *evaluation, ik_stroke *stroke)
{
    ik_evaluation below = *evaluation;
    double sum = 0, scale = exp2(evaluation->zoom - floor(evaluation->zoom));
    guint n =
        ik_style_numbers(layer, IK_LINE_DASHARRAY, evaluation, stroke->dashes_px, IK_MAX_DASHES);
    if (n == 0)
        return;
    below.zoom = floor(evaluation->zoom);
    scale *= ik_bounded_px(ik_style_number(layer, IK_LINE_WIDTH, &below));
    n = MIN(n, IK_MAX_DASHES);
    for (guint i = 0; i < n; i++) {
        stroke->dashes_px[i] = MAX(stroke->dashes_px[i], 0) * scale;
        sum += stroke->dashes_px[i];
    }
    if (n % 2 == 1)
        stroke->dashes_px[n++] = 0;
    stroke->n_dashes = sum > 0 && isfinite(sum) ? n : 0;
}

static ik_stroke make_stroke(const ik_scene_build *build, const line_paint *paint,
                             ik_evaluation *evaluation)
{
    const ik_style_layer *layer = paint->layer;
    ik_stroke stroke = {
        .paint = ik_paint_from_color(ik_style_color(layer, IK_LINE_COLOR, evaluation),
                                     ik_style_number(layer, IK_LINE_OPACITY, evaluation)),
        .width_px = ik_bounded_px(ik_style_number(layer, IK_LINE_WIDTH, evaluation)),
        .miter_limit = CLAMP(ik_style_number(layer, IK_LINE_MITER_LIMIT, evaluation), 1, MAX_MITER),
        .cap = (ik_stroke_cap)ik_style_choice(layer, IK_LINE_CAP, evaluation),
        .join = (ik_stroke_join)ik_style_choice(layer, IK_LINE_JOIN, evaluation),
        .gap_width_px = ik_bounded_px(ik_style_number(layer, IK_LINE_GAP_WIDTH, evaluation)),
        .blur_px = ik_bounded_px(ik_style_number(layer, IK_LINE_BLUR, evaluation)),
        .gradient = paint->gradient};
    set_dashes(layer, evaluation, &stroke);
    if (ik_style_is_set(layer, IK_LINE_PATTERN)) {
        stroke.pattern =
            ik_scene_pattern(build, ik_style_image(layer, IK_LINE_PATTERN, evaluation));
        stroke.paint.a =
            stroke.pattern != NULL ? ik_style_number(layer, IK_LINE_OPACITY, evaluation) : 0;
    }
    return stroke;
}

static bool is_seen(const ik_stroke *stroke)
{
    return stroke->width_px > 0 && (stroke->gradient != NULL || stroke->paint.a > 0);
}

static double reach_of(const ik_stroke *stroke)
{
    double reach = stroke->gap_width_px > 0 ? stroke->gap_width_px / 2 + stroke->width_px
                                            : stroke->width_px / 2;
    if (stroke->join == IK_STROKE_JOIN_MITER)
        reach *= stroke->miter_limit;
    if (stroke->cap == IK_STROKE_CAP_SQUARE)
        reach = MAX(reach, reach * G_SQRT2);
    return reach;
}

/* ---- borders ---- */

/* Ranks that look alike are drawn in one stroke, so that their joints do not show. */
static void add_rank(ik_scene_item *item, const ik_stroke *stroke, guint rank)
{
    for (guint i = 0; i < item->n_strokes; i++)
        if (ik_strokes_equal(&item->strokes[i].stroke, stroke)) {
            item->strokes[i].ranks |= 1u << rank;
            return;
        }
    item->strokes[item->n_strokes++] = (ik_ranked_stroke){*stroke, 1u << rank};
}

static void add_borders(const ik_scene_build *build, const line_paint *paint)
{
    ik_evaluation zoomed = ik_scene_evaluation(build, NULL);
    ik_scene_item item = {.kind = IK_DRAW_STROKE,
                          .shift = ik_scene_shift(paint->layer, IK_LINE_TRANSLATE, &zoomed)};
    for (guint rank = 0; rank < IK_N_RANKS; rank++) {
        ik_source_feature feature;
        ik_source_layer_get(build->request->data, IK_SOURCE_BORDERS, rank, &feature);
        ik_evaluation evaluation = ik_scene_evaluation(build, &feature.feature);
        if (!ik_style_layer_takes(paint->layer, &evaluation))
            continue;
        ik_stroke stroke = make_stroke(build, paint, &evaluation);
        if (!is_seen(&stroke))
            continue;
        build->scene->margin_px = MAX(build->scene->margin_px, reach_of(&stroke));
        add_rank(&item, &stroke, rank);
    }
    g_array_append_val(build->scene->items, item);
}

/* ---- lines one by one ---- */

/* The feature's lines moved aside, as the only feature of a set that the layer keeps. */
static ik_feature_set *move_aside(const ik_feature_set *set, const ik_set_feature *feature,
                                  double offset)
{
    ik_feature_set *moved = ik_feature_set_new(ik_feature_set_clip(set));
    g_autoptr(GArray) line = g_array_new(FALSE, FALSE, sizeof(ik_grid_position));
    bool is_closed = feature->shape == IK_SHAPE_POLYGON;
    ik_feature_set_begin(moved, IK_SHAPE_LINE, (ik_value){.type = IK_VALUE_NULL});
    for (guint part = 0; part < feature->n_parts; part++) {
        guint n;
        const ik_tile_point *points = ik_feature_set_part(set, feature, part, &n);
        g_array_set_size(line, 0);
        ik_line_offset(points, n, is_closed, offset, line);
        if (is_closed) {
            const ik_grid_position first = g_array_index(line, ik_grid_position, 0);
            g_array_append_val(line, first);
        }
        ik_feature_set_line(moved, (const ik_grid_position *)(gpointer)line->data, line->len);
    }
    ik_feature_set_end(moved);
    ik_feature_set_seal(moved);
    return moved;
}

static void add_line(const ik_style_layer *layer, ik_evaluation *evaluation,
                     ik_drawn_features *drawn, ik_drawn_feature *added)
{
    double offset = ik_bounded_px(ik_style_number(layer, IK_LINE_OFFSET, evaluation));
    added->sort_key = ik_style_number(layer, IK_LINE_SORT_KEY, evaluation);
    if (offset != 0) {
        ik_feature_set *moved = move_aside(
            added->set, ik_feature_set_at(added->set, added->feature), offset * IK_UNITS_PER_PIXEL);
        g_ptr_array_add(drawn->moved, moved);
        if (ik_feature_set_count(moved) == 0)
            return;
        added->set = moved;
        added->feature = 0;
    }
    ik_drawn_features_add(drawn, added);
}

static void add_lines_of(const ik_scene_build *build, const line_paint *paint,
                         const ik_feature_set *set, ik_drawn_features *drawn)
{
    ik_drawn_features_begin_tile(drawn, ik_feature_set_clip(set));
    for (guint i = 0; i < ik_feature_set_count(set); i++) {
        const ik_set_feature *feature = ik_feature_set_at(set, i);
        ik_evaluation evaluation = ik_scene_evaluation(build, &feature->feature);
        if (feature->shape == IK_SHAPE_POINT || !ik_style_layer_takes(paint->layer, &evaluation))
            continue;
        ik_stroke stroke = make_stroke(build, paint, &evaluation);
        if (!is_seen(&stroke))
            continue;
        drawn->margin_px = MAX(drawn->margin_px, reach_of(&stroke));
        ik_drawn_feature added = {
            .set = set, .feature = i, .style = ik_drawn_features_stroke(drawn, &stroke)};
        add_line(paint->layer, &evaluation, drawn, &added);
    }
    ik_drawn_features_end_tile(drawn);
}

static void add_lines(const ik_scene_build *build, const line_paint *paint,
                      const ik_layer_features *features)
{
    ik_evaluation evaluation = ik_scene_evaluation(build, NULL);
    ik_scene_item item = {.kind = IK_DRAW_STROKE, .drawn = ik_drawn_features_new()};
    item.drawn->shift = ik_scene_shift(paint->layer, IK_LINE_TRANSLATE, &evaluation);
    for (guint i = 0; i < features->n_sets; i++)
        add_lines_of(build, paint, features->sets[i], item.drawn);
    g_array_append_val(build->scene->items, item);
}

/* ---- the layer ---- */

/* The ramp of a layer's colours with an opacity; NULL when it sets none. Of the scene's arena. */
const ik_paint *ik_scene_ramp(const ik_scene_build *build, const ik_style_layer *layer,
                              ik_property property, double opacity)
{
    ik_color colors[IK_GRADIENT_STEPS];
    if (!ik_style_color_ramp(layer, property, colors, IK_GRADIENT_STEPS))
        return NULL;
    ik_paint *ramp = ik_arena_alloc(build->scene->arena, IK_GRADIENT_STEPS, sizeof *ramp);
    for (guint i = 0; i < IK_GRADIENT_STEPS; i++)
        ramp[i] = ik_paint_from_color(colors[i], opacity);
    return ramp;
}

void ik_scene_add_lines(const ik_scene_build *build, const ik_style_layer *layer,
                        const ik_layer_source *source)
{
    ik_evaluation evaluation = ik_scene_evaluation(build, NULL);
    double opacity = ik_style_number(layer, IK_LINE_LAYER_OPACITY, &evaluation);
    line_paint paint = {layer, NULL};
    if (ik_style_is_set(layer, IK_LINE_GRADIENT))
        paint.gradient = ik_scene_ramp(build, layer, IK_LINE_GRADIENT,
                                       ik_style_number(layer, IK_LINE_OPACITY, &evaluation));
    bool is_plain = paint.gradient == NULL && !ik_style_is_set(layer, IK_LINE_OFFSET) &&
                    !ik_style_is_set(layer, IK_LINE_PATTERN);
    ik_scene_begin_group(build, opacity);
    if (source->is_own && source->own == IK_SOURCE_BORDERS && is_plain) {
        add_borders(build, &paint);
    } else {
        const ik_layer_features *features = ik_scene_features_of(build, source);
        if (features != NULL)
            add_lines(build, &paint, features);
    }
    ik_scene_end_group(build, opacity);
}

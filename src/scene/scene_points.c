/* scene_points.c — circle and heatmap layers of a scene.   [scene]
 *
 * Both stand at points, and as in MapLibre at every corner of lines and polygons.
 */
#include "scene_parts.h"

#include <math.h>

#define MAX_COMPARED 64u
#define MAX_BLUR     100.0
/* 1 / sqrt(2 pi) */
#define GAUSS        0.3989422804014327
/* What is less than a 16th of the smallest step of a colour is not drawn. */
#define LEAST        (1.0 / 255 / 16)

/* What is done at each place of a feature. */
typedef void (*visit_fn)(const ik_scene_build *build, ik_tile_point point, gpointer data);

static void visit_places(const ik_scene_build *build, const ik_feature_set *set,
                         const ik_set_feature *feature, visit_fn visit, gpointer data)
{
    for (guint part = 0; part < feature->n_parts; part++) {
        guint n;
        const ik_tile_point *points = ik_feature_set_part(set, feature, part, &n);
        for (guint i = 0; i < n; i++)
            if (ik_feature_set_owns(set, feature, points[i]))
                visit(build, points[i], data);
    }
}

/* ---- circles ---- */

typedef struct {
    ik_circle circle;
    double sort_key;
} sorted_circle;

/* The circles of a layer under way. */
typedef struct {
    const ik_style_layer *layer;
    GArray *sorted;
    sorted_circle next;
    ik_tile_point shift;
} circle_list;

static int compare_circles(gconstpointer a, gconstpointer b)
{
    const sorted_circle *x = a, *y = b;
    return x->sort_key < y->sort_key ? -1 : x->sort_key > y->sort_key;
}

static bool circle_styles_equal(const ik_circle_style *a, const ik_circle_style *b)
{
    return a->radius_px == b->radius_px && a->ring_px == b->ring_px && a->blur == b->blur &&
           ik_paints_equal(a->paint, b->paint) && ik_paints_equal(a->ring_paint, b->ring_paint);
}

static guint32 circle_style_index(ik_scene *scene, const ik_circle_style *style)
{
    guint n = scene->circle_styles->len;
    for (guint i = n; i > 0 && n - i < MAX_COMPARED; i--)
        if (circle_styles_equal(&g_array_index(scene->circle_styles, ik_circle_style, i - 1),
                                style))
            return i - 1;
    g_array_append_val(scene->circle_styles, *style);
    return n;
}

static ik_circle_style make_circle_style(const ik_style_layer *layer, ik_evaluation *evaluation)
{
    ik_color color = ik_style_color(layer, IK_CIRCLE_COLOR, evaluation);
    ik_color ring = ik_style_color(layer, IK_CIRCLE_STROKE_COLOR, evaluation);
    return (ik_circle_style){
        ik_bounded_px(ik_style_number(layer, IK_CIRCLE_RADIUS, evaluation)),
        ik_bounded_px(ik_style_number(layer, IK_CIRCLE_STROKE_WIDTH, evaluation)),
        ik_paint_from_color(color, ik_style_number(layer, IK_CIRCLE_OPACITY, evaluation)),
        ik_paint_from_color(ring, ik_style_number(layer, IK_CIRCLE_STROKE_OPACITY, evaluation)),
        CLAMP(fabs(ik_style_number(layer, IK_CIRCLE_BLUR, evaluation)), 0, MAX_BLUR)};
}

static void add_circle(const ik_scene_build *build, ik_tile_point point, gpointer data)
{
    circle_list *list = data;
    (void)build;
    list->next.circle.centre = (ik_tile_point){point.x + list->shift.x, point.y + list->shift.y};
    g_array_append_val(list->sorted, list->next);
}

static void add_circles_of(const ik_scene_build *build, const ik_feature_set *set,
                           circle_list *list)
{
    for (guint i = 0; i < ik_feature_set_count(set); i++) {
        const ik_set_feature *feature = ik_feature_set_at(set, i);
        ik_evaluation evaluation = ik_scene_evaluation(build, &feature->feature);
        if (!ik_style_layer_takes(list->layer, &evaluation))
            continue;
        ik_circle_style style = make_circle_style(list->layer, &evaluation);
        list->next.circle.style = circle_style_index(build->scene, &style);
        list->next.sort_key = ik_style_number(list->layer, IK_CIRCLE_SORT_KEY, &evaluation);
        visit_places(build, set, feature, add_circle, list);
    }
}

void ik_scene_add_circles(const ik_scene_build *build, const ik_style_layer *layer,
                          const ik_layer_source *source)
{
    ik_scene *scene = build->scene;
    const ik_layer_features *features = ik_scene_features_of(build, source);
    ik_evaluation evaluation = ik_scene_evaluation(build, NULL);
    circle_list list = {.layer = layer,
                        .shift = ik_scene_shift(layer, IK_CIRCLE_TRANSLATE, &evaluation)};
    if (features == NULL)
        return;
    list.sorted = g_array_new(FALSE, FALSE, sizeof(sorted_circle));
    for (guint i = 0; i < features->n_sets; i++)
        add_circles_of(build, features->sets[i], &list);
    g_array_sort(list.sorted, compare_circles);
    const ik_scene_item item = {
        .kind = IK_DRAW_CIRCLES, .first = scene->circles->len, .count = list.sorted->len};
    for (guint i = 0; i < list.sorted->len; i++)
        g_array_append_val(scene->circles, g_array_index(list.sorted, sorted_circle, i).circle);
    g_array_append_val(scene->items, item);
    g_array_unref(list.sorted);
}

/* ---- heat ---- */

static void add_heat(const ik_scene_build *build, ik_tile_point point, gpointer data)
{
    ik_heat *heat = data;
    heat->centre = point;
    g_array_append_val(build->scene->heats, *heat);
}

static void add_heat_of(const ik_scene_build *build, const ik_style_layer *layer,
                        const ik_feature_set *set)
{
    for (guint i = 0; i < ik_feature_set_count(set); i++) {
        const ik_set_feature *feature = ik_feature_set_at(set, i);
        ik_evaluation evaluation = ik_scene_evaluation(build, &feature->feature);
        if (!ik_style_layer_takes(layer, &evaluation))
            continue;
        ik_heat heat = {.radius_px =
                            ik_bounded_px(ik_style_number(layer, IK_HEATMAP_RADIUS, &evaluation)),
                        .weight = ik_style_number(layer, IK_HEATMAP_WEIGHT, &evaluation) *
                                  ik_style_number(layer, IK_HEATMAP_INTENSITY, &evaluation)};
        double peak = heat.weight * GAUSS;
        if (!(peak > LEAST) || !isfinite(peak) || heat.radius_px <= 0)
            continue;
        heat.reach_px = heat.radius_px * sqrt(-2 * log(LEAST / peak)) / 3;
        heat.reach_px = MIN(heat.reach_px, 4 * heat.radius_px);
        visit_places(build, set, feature, add_heat, &heat);
    }
}

void ik_scene_add_heat(const ik_scene_build *build, const ik_style_layer *layer,
                       const ik_layer_source *source)
{
    ik_scene *scene = build->scene;
    const ik_layer_features *features = ik_scene_features_of(build, source);
    ik_evaluation evaluation = ik_scene_evaluation(build, NULL);
    ik_scene_item item = {
        .kind = IK_DRAW_HEAT,
        .first = scene->heats->len,
        .ramp = ik_scene_ramp(build, layer, IK_HEATMAP_COLOR,
                              ik_style_number(layer, IK_HEATMAP_OPACITY, &evaluation))};
    if (features == NULL || item.ramp == NULL)
        return;
    for (guint i = 0; i < features->n_sets; i++)
        add_heat_of(build, layer, features->sets[i]);
    item.count = scene->heats->len - item.first;
    g_array_append_val(scene->items, item);
}

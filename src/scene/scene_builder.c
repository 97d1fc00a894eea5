/* scene_builder.c — making a scene.   [scene] */
#include "scene_builder.h"

#include "paint.h"
#include "scene_labels.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#define MAX_MITER 10.0

typedef struct {
    ik_scene *scene;
    const ik_style *style;
    const ik_map_data *data;
    const ik_text_metrics *metrics;
    ik_arena *scratch;
    GError **error;
} builder;

static ik_evaluation evaluate_at(const builder *build, const ik_source_feature *feature)
{
    ik_arena_clear(build->scratch);
    return (ik_evaluation){ik_scene_style_zoom(build->scene),
                           feature != NULL ? &feature->feature : NULL, build->scratch, NULL};
}

static bool unsupported(const builder *build, const ik_style_layer *layer, const char *advice)
{
    g_set_error(build->error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                "layer \"%s\": source layer \"%s\" is not supported here, %s", layer->id,
                layer->source_layer, advice);
    return false;
}

/* ---- background ---- */

static bool add_background(const builder *build, const ik_style_layer *layer, ik_scene_item *item)
{
    ik_evaluation evaluation = evaluate_at(build, NULL);
    item->kind = IK_DRAW_COVER;
    item->paint = ik_paint_from_color(ik_style_color(layer, IK_BACKGROUND_COLOR, &evaluation),
                                      ik_style_number(layer, IK_BACKGROUND_OPACITY, &evaluation));
    return true;
}

/* ---- fills ---- */

static bool add_fills(const builder *build, const ik_style_layer *layer, ik_source_layer source,
                      ik_scene_item *item)
{
    if (!ik_source_layer_level(source, &item->level))
        return unsupported(build, layer, "fill layers draw polygons");
    guint n = ik_source_layer_count(build->data, source);
    ik_paint *faces = ik_arena_alloc(build->scene->arena, n, sizeof *faces);
    for (guint i = 0; i < n; i++) {
        ik_source_feature feature;
        ik_source_layer_get(build->data, source, i, &feature);
        ik_evaluation evaluation = evaluate_at(build, &feature);
        if (ik_style_layer_takes(layer, &evaluation))
            faces[i] = ik_paint_from_color(ik_style_color(layer, IK_FILL_COLOR, &evaluation),
                                           ik_style_number(layer, IK_FILL_OPACITY, &evaluation));
    }
    item->kind = IK_DRAW_FILLS;
    item->faces = faces;
    return true;
}

/* ---- borders ---- */

static ik_stroke make_stroke(const ik_style_layer *layer, ik_evaluation *evaluation)
{
    ik_stroke stroke = {
        .paint = ik_paint_from_color(ik_style_color(layer, IK_LINE_COLOR, evaluation),
                                     ik_style_number(layer, IK_LINE_OPACITY, evaluation)),
        .width_px = MIN(ik_style_number(layer, IK_LINE_WIDTH, evaluation), IK_MAX_LENGTH_PX),
        .miter_limit = CLAMP(ik_style_number(layer, IK_LINE_MITER_LIMIT, evaluation), 1, MAX_MITER),
        .cap = (ik_stroke_cap)ik_style_choice(layer, IK_LINE_CAP, evaluation),
        .join = (ik_stroke_join)ik_style_choice(layer, IK_LINE_JOIN, evaluation)};
    guint n =
        ik_style_numbers(layer, IK_LINE_DASHARRAY, evaluation, stroke.dashes_px, IK_MAX_DASHES);
    double sum = 0;
    for (guint i = 0; i < MIN(n, IK_MAX_DASHES); i++) {
        /* The specification counts dashes in widths of the line. */
        stroke.dashes_px[i] = MAX(stroke.dashes_px[i], 0) * stroke.width_px;
        sum += stroke.dashes_px[i];
    }
    stroke.n_dashes = sum > 0 ? MIN(n, IK_MAX_DASHES) : 0;
    return stroke;
}

static bool paints_equal(ik_paint a, ik_paint b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

static bool strokes_equal(const ik_stroke *a, const ik_stroke *b)
{
    if (!paints_equal(a->paint, b->paint) || a->width_px != b->width_px ||
        a->miter_limit != b->miter_limit || a->cap != b->cap || a->join != b->join ||
        a->n_dashes != b->n_dashes)
        return false;
    for (guint i = 0; i < a->n_dashes; i++)
        if (a->dashes_px[i] != b->dashes_px[i])
            return false;
    return true;
}

/* Ranks that look alike are drawn in one stroke, so that their joints do not show. */
static void add_stroke(ik_scene_item *item, const ik_stroke *stroke, guint rank)
{
    for (guint i = 0; i < item->n_strokes; i++)
        if (strokes_equal(&item->strokes[i].stroke, stroke)) {
            item->strokes[i].ranks |= 1u << rank;
            return;
        }
    item->strokes[item->n_strokes++] = (ik_ranked_stroke){*stroke, 1u << rank};
}

static bool add_strokes(const builder *build, const ik_style_layer *layer, ik_source_layer source,
                        ik_scene_item *item)
{
    if (source != IK_SOURCE_BORDERS)
        return unsupported(build, layer, "line layers draw \"borders\"");
    item->kind = IK_DRAW_STROKE;
    for (guint rank = 0; rank < IK_N_RANKS; rank++) {
        ik_source_feature feature;
        ik_source_layer_get(build->data, source, rank, &feature);
        ik_evaluation evaluation = evaluate_at(build, &feature);
        if (!ik_style_layer_takes(layer, &evaluation))
            continue;
        ik_stroke stroke = make_stroke(layer, &evaluation);
        if (stroke.width_px <= 0 || stroke.paint.a <= 0)
            continue;
        double reach = stroke.width_px / 2;
        if (stroke.join == IK_STROKE_JOIN_MITER)
            reach *= stroke.miter_limit;
        build->scene->margin_px = MAX(build->scene->margin_px, reach);
        add_stroke(item, &stroke, rank);
    }
    return true;
}

/* ---- circles ---- */

/* A circle with what decides which of two is drawn first. */
typedef struct {
    ik_circle circle;
    double sort_key;
    const char *key;
} sorted_circle;

static int compare_circles(gconstpointer a, gconstpointer b)
{
    const sorted_circle *x = a, *y = b;
    if (x->sort_key != y->sort_key)
        return x->sort_key < y->sort_key ? -1 : 1;
    if (x->circle.centre.y != y->circle.centre.y)
        return x->circle.centre.y < y->circle.centre.y ? -1 : 1;
    if (x->circle.centre.x != y->circle.centre.x)
        return x->circle.centre.x < y->circle.centre.x ? -1 : 1;
    return strcmp(x->key, y->key);
}

static guint32 circle_style_index(ik_scene *scene, const ik_circle_style *style)
{
    for (guint i = scene->circle_styles->len; i > 0; i--) {
        const ik_circle_style *known = &g_array_index(scene->circle_styles, ik_circle_style, i - 1);
        if (known->radius_px == style->radius_px && known->ring_px == style->ring_px &&
            paints_equal(known->paint, style->paint) &&
            paints_equal(known->ring_paint, style->ring_paint))
            return i - 1;
    }
    g_array_append_val(scene->circle_styles, *style);
    return scene->circle_styles->len - 1;
}

static ik_circle_style make_circle_style(const ik_style_layer *layer, ik_evaluation *evaluation)
{
    ik_color color = ik_style_color(layer, IK_CIRCLE_COLOR, evaluation);
    ik_color ring = ik_style_color(layer, IK_CIRCLE_STROKE_COLOR, evaluation);
    return (ik_circle_style){
        MIN(ik_style_number(layer, IK_CIRCLE_RADIUS, evaluation), IK_MAX_LENGTH_PX),
        MIN(ik_style_number(layer, IK_CIRCLE_STROKE_WIDTH, evaluation), IK_MAX_LENGTH_PX),
        ik_paint_from_color(color, ik_style_number(layer, IK_CIRCLE_OPACITY, evaluation)),
        ik_paint_from_color(ring, ik_style_number(layer, IK_CIRCLE_STROKE_OPACITY, evaluation)), 0};
}

static bool add_circles(const builder *build, const ik_style_layer *layer, ik_source_layer source,
                        ik_scene_item *item)
{
    ik_scene *scene = build->scene;
    if (source != IK_SOURCE_PROJECTS && source != IK_SOURCE_EVENTS && source != IK_SOURCE_PLACES)
        return unsupported(build, layer, "circle layers draw points");
    g_autoptr(GArray) sorted = g_array_new(FALSE, FALSE, sizeof(sorted_circle));
    for (guint i = 0; i < ik_source_layer_count(build->data, source); i++) {
        ik_source_feature feature;
        ik_source_layer_get(build->data, source, i, &feature);
        ik_evaluation evaluation = evaluate_at(build, &feature);
        if (!ik_style_layer_takes(layer, &evaluation))
            continue;
        ik_circle_style style = make_circle_style(layer, &evaluation);
        sorted_circle c = {{ik_tile_point_from_lonlat(feature.point, scene->zoom),
                            circle_style_index(scene, &style)},
                           ik_style_number(layer, IK_CIRCLE_SORT_KEY, &evaluation),
                           feature.key};
        g_array_append_val(sorted, c);
    }
    g_array_sort(sorted, compare_circles);
    item->kind = IK_DRAW_CIRCLES;
    item->first = scene->circles->len;
    item->count = sorted->len;
    for (guint i = 0; i < sorted->len; i++)
        g_array_append_val(scene->circles, g_array_index(sorted, sorted_circle, i).circle);
    return true;
}

/* ---- the whole ---- */

static bool find_source(const builder *build, const ik_style_layer *layer, ik_source_layer *source)
{
    if (layer->source_layer != NULL && ik_source_layer_find(layer->source_layer, source))
        return true;
    g_set_error(build->error, IK_ERROR, IK_ERROR_INPUT,
                "layer \"%s\": there is no source layer \"%s\"", layer->id,
                layer->source_layer != NULL ? layer->source_layer : "");
    return false;
}

static bool add_layer(const builder *build, const ik_style_layer *layer, ik_scene_item *item)
{
    ik_source_layer source = IK_SOURCE_REGIONS;
    if (layer->type == IK_LAYER_BACKGROUND)
        return add_background(build, layer, item);
    if (!find_source(build, layer, &source))
        return false;
    switch (layer->type) {
    case IK_LAYER_FILL: return add_fills(build, layer, source, item);
    case IK_LAYER_LINE: return add_strokes(build, layer, source, item);
    case IK_LAYER_CIRCLE: return add_circles(build, layer, source, item);
    default:
        item->kind = IK_DRAW_LABELS; /* placed when all circles are known */
        return source != IK_SOURCE_BORDERS || unsupported(build, layer, "symbols stand at points");
    }
}

static void avoid_circles(const ik_scene *scene, ik_label_placer *placer)
{
    for (guint i = 0; i < scene->circles->len; i++) {
        ik_tile_box box = ik_circle_box(scene, &g_array_index(scene->circles, ik_circle, i));
        ik_label_placer_avoid(placer, &box);
    }
}

/* The layer drawn last has the first choice of places. */
static bool place_labels(const builder *build, const guint *layers)
{
    ik_scene *scene = build->scene;
    g_autoptr(ik_label_placer) placer = ik_label_placer_new();
    avoid_circles(scene, placer);
    for (guint i = scene->items->len; i > 0; i--) {
        ik_scene_item *item = &g_array_index(scene->items, ik_scene_item, i - 1);
        ik_label_job job = {ik_style_layer_at(build->style, layers[i - 1]), IK_SOURCE_PLACES,
                            build->data, build->metrics, placer};
        if (item->kind != IK_DRAW_LABELS)
            continue;
        if (!find_source(build, job.layer, &job.source) ||
            !ik_scene_add_labels(scene, &job, item, build->error))
            return false;
    }
    return true;
}

static bool build_items(const builder *build)
{
    ik_scene *scene = build->scene;
    guint n = ik_style_n_layers(build->style);
    g_autofree guint *layers = g_new(guint, n + 1);
    for (guint i = 0; i < n; i++) {
        const ik_style_layer *layer = ik_style_layer_at(build->style, i);
        ik_scene_item item = {.kind = IK_DRAW_COVER};
        if (!ik_style_layer_is_drawn(layer, ik_scene_style_zoom(scene)))
            continue;
        if (!add_layer(build, layer, &item))
            return false;
        layers[scene->items->len] = i;
        g_array_append_val(scene->items, item);
    }
    return place_labels(build, layers);
}

static void build_indexes(ik_scene *scene)
{
    g_autofree ik_tile_box *circles = g_new(ik_tile_box, scene->circles->len + 1);
    for (guint i = 0; i < scene->circles->len; i++)
        circles[i] = ik_circle_box(scene, &g_array_index(scene->circles, ik_circle, i));
    scene->circle_index = ik_packed_rtree_new(circles, scene->circles->len);
    g_autofree ik_tile_box *labels = g_new(ik_tile_box, scene->labels->len + 1);
    for (guint i = 0; i < scene->labels->len; i++)
        labels[i] = g_array_index(scene->labels, ik_label, i).box;
    scene->label_index = ik_packed_rtree_new(labels, scene->labels->len);
}

ik_scene *ik_scene_new(const ik_style *style, const ik_tiling *tiling, const ik_map_data *data,
                       const ik_text_metrics *metrics, GError **error)
{
    g_autoptr(ik_scene) scene = g_new0(ik_scene, 1);
    g_autoptr(ik_arena) scratch = ik_arena_new();
    scene->tiling = tiling;
    scene->zoom = ik_tiling_zoom(tiling);
    scene->arena = ik_arena_new();
    scene->items = g_array_new(FALSE, FALSE, sizeof(ik_scene_item));
    scene->circles = g_array_new(FALSE, FALSE, sizeof(ik_circle));
    scene->circle_styles = g_array_new(FALSE, FALSE, sizeof(ik_circle_style));
    scene->heats = g_array_new(FALSE, FALSE, sizeof(ik_heat));
    scene->pictures = g_array_new(FALSE, FALSE, sizeof(ik_picture));
    scene->labels = g_array_new(FALSE, FALSE, sizeof(ik_label));
    const builder build = {scene, style, data, metrics, scratch, error};
    if (!build_items(&build))
        return NULL;
    build_indexes(scene);
    return g_steal_pointer(&scene);
}

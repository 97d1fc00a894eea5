/* scene_builder.c — making a scene.   [scene] */
#include "scene_builder.h"

#include "own_features.h"
#include "scene_labels.h"
#include "scene_parts.h"

#include <ideenkarte/error.h>
#include <math.h>

const ik_sprite_image *ik_scene_find_image(const ik_scene_build *build, const char *name)
{
    GPtrArray *missing = build->scene->missing_images;
    const ik_sprite_image *image = ik_image_table_find(build->request->images, name);
    if (image == NULL && name[0] != '\0' &&
        !g_ptr_array_find_with_equal_func(missing, name, g_str_equal, NULL))
        g_ptr_array_add(missing, g_strdup(name));
    return image;
}

static bool has_image(gconstpointer images, const char *name)
{
    return ik_image_table_find(images, name) != NULL;
}

ik_evaluation ik_scene_evaluation(const ik_scene_build *build, const ik_feature *feature)
{
    ik_arena_clear(build->scratch);
    return (ik_evaluation){.zoom = ik_scene_style_zoom(build->scene),
                           .feature = feature,
                           .arena = build->scratch,
                           .has_image = has_image,
                           .images = build->request->images};
}

void ik_scene_begin_group(const ik_scene_build *build, double opacity)
{
    const ik_scene_item item = {.kind = IK_DRAW_GROUP_BEGIN};
    if (opacity < 1)
        g_array_append_val(build->scene->items, item);
}

void ik_scene_end_group(const ik_scene_build *build, double opacity)
{
    const ik_scene_item item = {.kind = IK_DRAW_GROUP_END, .paint = {0, 0, 0, opacity}};
    if (opacity < 1)
        g_array_append_val(build->scene->items, item);
}

/* ---- sources ---- */

const ik_layer_features *ik_scene_features_of(const ik_scene_build *build,
                                              const ik_layer_source *source)
{
    ik_scene *scene = build->scene;
    if (!source->is_own)
        return source->features;
    ik_layer_features *own = &scene->own_features[source->own];
    if (own->sets == NULL) {
        ik_feature_set *set =
            ik_own_features_new(build->request->data, build->request->tiling, source->own);
        g_ptr_array_add(scene->own_sets, set);
        scene->own_set[source->own] = set;
        *own = (ik_layer_features){"", NULL, &scene->own_set[source->own], 1};
    }
    return own;
}

static bool find_source(const ik_scene_build *build, const ik_style_layer *layer,
                        ik_layer_source *source)
{
    const ik_scene_request *request = build->request;
    *source = (ik_layer_source){NULL, false, IK_SOURCE_REGIONS};
    if (ik_map_sources_know(request->sources, layer->source)) {
        source->features =
            ik_map_sources_features(request->sources, layer->source, layer->source_layer);
        return true;
    }
    source->is_own = true;
    if (request->tiling != NULL && layer->source_layer != NULL &&
        ik_source_layer_find(layer->source_layer, &source->own))
        return true;
    g_set_error(build->error, IK_ERROR, IK_ERROR_INPUT,
                "layer \"%s\": there is no source layer \"%s\"", layer->id,
                layer->source_layer != NULL ? layer->source_layer : "");
    return false;
}

/* ---- layers ---- */

/* Its item waits for its labels, which are placed when all layers are known. */
static void add_symbols(const ik_scene_build *build, const ik_style_layer *layer,
                        const ik_layer_source *source)
{
    const ik_scene_item item = {.kind = IK_DRAW_LABELS, .layer = layer, .source = *source};
    g_array_append_val(build->scene->items, item);
}

static bool add_layer(const ik_scene_build *build, const ik_style_layer *layer)
{
    ik_layer_source source;
    if (layer->type == IK_LAYER_BACKGROUND)
        ik_scene_add_background(build, layer);
    else if (layer->type == IK_LAYER_RASTER)
        ik_scene_add_pictures(build, layer);
    else if (!find_source(build, layer, &source))
        return false;
    else
        switch (layer->type) {
        case IK_LAYER_FILL: ik_scene_add_fills(build, layer, &source); break;
        case IK_LAYER_LINE: ik_scene_add_lines(build, layer, &source); break;
        case IK_LAYER_CIRCLE: ik_scene_add_circles(build, layer, &source); break;
        case IK_LAYER_HEATMAP: ik_scene_add_heat(build, layer, &source); break;
        default: add_symbols(build, layer, &source); break;
        }
    return true;
}

static bool build_items(const ik_scene_build *build)
{
    const ik_style *style = build->request->style;
    const double zoom = ik_scene_style_zoom(build->scene);
    for (guint i = 0; i < ik_style_n_layers(style); i++) {
        const ik_style_layer *layer = ik_style_layer_at(style, i);
        if (ik_style_layer_is_drawn(layer, zoom) &&
            !add_layer(build, ik_style_layer_at_zoom(layer, zoom, build->scene->arena)))
            return false;
    }
    return ik_scene_place_labels(build);
}

static void build_indexes(ik_scene *scene)
{
    g_autofree ik_tile_box *circles = g_new(ik_tile_box, scene->circles->len + 1);
    for (guint i = 0; i < scene->circles->len; i++)
        circles[i] = ik_circle_box(scene, &g_array_index(scene->circles, ik_circle, i));
    scene->circle_index = ik_packed_rtree_new(circles, scene->circles->len);
    g_autofree ik_tile_box *heats = g_new(ik_tile_box, scene->heats->len + 1);
    for (guint i = 0; i < scene->heats->len; i++)
        heats[i] = ik_heat_box(&g_array_index(scene->heats, ik_heat, i));
    scene->heat_index = ik_packed_rtree_new(heats, scene->heats->len);
    g_autofree ik_tile_box *labels = g_new(ik_tile_box, scene->labels->len + 1);
    for (guint i = 0; i < scene->labels->len; i++)
        labels[i] = g_array_index(scene->labels, ik_label, i).reach;
    scene->label_index = ik_packed_rtree_new(labels, scene->labels->len);
}

static void clear_item(gpointer data)
{
    ik_drawn_features_free(((ik_scene_item *)data)->drawn);
}

static void free_set(gpointer data)
{
    ik_feature_set_free(data);
}

static ik_scene *new_scene(const ik_scene_request *request)
{
    ik_scene *scene = g_new0(ik_scene, 1);
    scene->tiling = request->tiling;
    scene->zoom = request->tiling != NULL ? ik_tiling_zoom(request->tiling) : request->zoom;
    scene->origin = request->origin;
    scene->arena = ik_arena_new();
    scene->items = g_array_new(FALSE, FALSE, sizeof(ik_scene_item));
    g_array_set_clear_func(scene->items, clear_item);
    scene->circles = g_array_new(FALSE, FALSE, sizeof(ik_circle));
    scene->circle_styles = g_array_new(FALSE, FALSE, sizeof(ik_circle_style));
    scene->heats = g_array_new(FALSE, FALSE, sizeof(ik_heat));
    scene->pictures = g_array_new(FALSE, FALSE, sizeof(ik_picture));
    scene->labels = g_array_new(FALSE, FALSE, sizeof(ik_label));
    scene->patterns = g_hash_table_new(NULL, NULL);
    scene->missing_images = g_ptr_array_new_with_free_func(g_free);
    scene->own_sets = g_ptr_array_new_with_free_func(free_set);
    return scene;
}

ik_scene *ik_scene_new_of(const ik_scene_request *request, GError **error)
{
    g_autoptr(ik_scene) scene = new_scene(request);
    g_autoptr(ik_arena) scratch = ik_arena_new();
    const ik_scene_build build = {scene, request, scratch, error};
    if (!build_items(&build))
        return NULL;
    build_indexes(scene);
    return g_steal_pointer(&scene);
}

ik_scene *ik_scene_new(const ik_style *style, const ik_tiling *tiling, const ik_map_data *data,
                       const ik_text_metrics *metrics, GError **error)
{
    const ik_scene_request request = {
        .style = style, .tiling = tiling, .data = data, .metrics = metrics};
    return ik_scene_new_of(&request, error);
}

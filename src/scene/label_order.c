/* label_order.c — the features of a symbol layer in the order in which they are placed.   [scene] */
#include "label_order.h"

#include <string.h>

typedef struct {
    const ik_scene_build *build;
    const ik_style_layer *layer;
    ik_label_list *list;
} listing;

static int compare_numbers(double a, double b)
{
    return a < b ? -1 : a > b;
}

static int compare_keys(const ik_label_feature *x, const ik_label_feature *y)
{
    int order = strcmp(x->key, y->key);
    return order != 0 ? order : compare_numbers(x->index, y->index);
}

static int compare_by_key(gconstpointer a, gconstpointer b)
{
    const ik_label_feature *x = a, *y = b;
    int order = compare_numbers(x->sort_key, y->sort_key);
    if (order == 0)
        order = compare_numbers(y->importance, x->importance);
    return order != 0 ? order : compare_keys(x, y);
}

static int compare_by_south(gconstpointer a, gconstpointer b)
{
    const ik_label_feature *x = a, *y = b;
    int order = compare_numbers(y->south, x->south);
    return order != 0 ? order : compare_by_key(a, b);
}

static double importance_of(const ik_feature *feature)
{
    static const char *const NAMES[] = {"population", "projects", "point_count"};
    for (gsize n = 0; n < G_N_ELEMENTS(NAMES); n++)
        for (guint i = 0; i < feature->n_attributes; i++) {
            const ik_attribute *attribute = &feature->attributes[i];
            if (attribute->value.type == IK_VALUE_NUMBER && strcmp(attribute->name, NAMES[n]) == 0)
                return attribute->value.number;
        }
    return 0;
}

static void add_feature(const listing *l, const ik_feature *feature, ik_label_feature entry)
{
    ik_evaluation evaluation = ik_scene_evaluation(l->build, feature);
    if (!ik_style_layer_takes(l->layer, &evaluation))
        return;
    entry.sort_key = ik_style_number(l->layer, IK_SYMBOL_SORT_KEY, &evaluation);
    entry.importance = importance_of(feature);
    entry.key = ik_arena_copy(l->list->arena, entry.key);
    g_array_append_val(l->list->features, entry);
}

static void add_own(const listing *l, ik_source_layer layer)
{
    const ik_map_data *data = l->build->request->data;
    for (guint i = 0; i < ik_source_layer_count(data, layer); i++) {
        ik_source_feature feature;
        ik_source_layer_get(data, layer, i, &feature);
        ik_label_feature entry = {.index = i, .key = feature.key};
        entry.south = ik_tile_point_from_lonlat(feature.point, l->build->scene->zoom).y;
        add_feature(l, &feature.feature, entry);
    }
}

static void add_set(const listing *l, const ik_feature_set *set)
{
    for (guint i = 0; i < ik_feature_set_count(set); i++) {
        const ik_set_feature *feature = ik_feature_set_at(set, i);
        guint n = 0;
        const ik_tile_point *points = ik_feature_set_part(set, feature, 0, &n);
        ik_label_feature entry = {.set = set, .index = i, .south = points[0].y};
        entry.key = ik_value_text(&feature->feature.id, l->list->arena);
        add_feature(l, &feature->feature, entry);
    }
}

/* Whether the place on the map decides, as symbol-z-order says. */
static bool is_by_south(const listing *l)
{
    ik_evaluation evaluation = ik_scene_evaluation(l->build, NULL);
    guint order = ik_style_choice(l->layer, IK_SYMBOL_Z_ORDER, &evaluation);
    bool has_key = ik_style_is_set(l->layer, IK_SYMBOL_SORT_KEY);
    if (order == IK_Z_ORDER_SOURCE || (order == IK_Z_ORDER_AUTO && has_key))
        return false;
    return ik_style_bool(l->layer, IK_TEXT_ALLOW_OVERLAP, &evaluation) ||
           ik_style_bool(l->layer, IK_ICON_ALLOW_OVERLAP, &evaluation) ||
           ik_style_bool(l->layer, IK_TEXT_IGNORE_PLACEMENT, &evaluation) ||
           ik_style_bool(l->layer, IK_ICON_IGNORE_PLACEMENT, &evaluation);
}

/* Our own points and polygons stand at their label points; lines come with their geometry. */
static bool has_label_points(const ik_layer_source *source)
{
    return source->is_own && source->own != IK_SOURCE_BORDERS;
}

/* ---- lines that go on ---- */

static bool is_along_lines(const listing *l)
{
    ik_evaluation evaluation = ik_scene_evaluation(l->build, NULL);
    return ik_style_choice(l->layer, IK_SYMBOL_PLACEMENT, &evaluation) == IK_PLACEMENT_LINE &&
           ik_style_is_set(l->layer, IK_TEXT_FIELD);
}

/* The text of a line; NULL for what is none or has none. */
static const char *text_along(const listing *l, const ik_label_feature *entry)
{
    const ik_set_feature *feature = ik_feature_set_at(entry->set, entry->index);
    ik_evaluation evaluation = ik_scene_evaluation(l->build, &feature->feature);
    const char *text = feature->shape == IK_SHAPE_LINE
                           ? ik_style_text(l->layer, IK_TEXT_FIELD, &evaluation)
                           : NULL;
    return text != NULL && text[0] != '\0' ? text : NULL;
}

static void add_joined(ik_label_list *list, const ik_feature_set *set, const GArray *lines)
{
    for (guint i = 0; i < ik_feature_set_count(set); i++) {
        guint n;
        ik_label_feature entry =
            g_array_index(lines, ik_label_feature, ik_line_join_origin(list->joined, i));
        entry.set = set;
        entry.index = i;
        entry.south = ik_feature_set_part(set, ik_feature_set_at(set, i), 0, &n)[0].y;
        g_array_append_val(list->features, entry);
    }
}

static void join_lines(const listing *l)
{
    ik_label_list *list = l->list;
    g_autoptr(GArray) all = list->features;
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(ik_label_feature));
    list->features = g_array_new(FALSE, FALSE, sizeof(ik_label_feature));
    list->joined = ik_line_join_new();
    for (guint i = 0; i < all->len; i++) {
        const ik_label_feature *entry = &g_array_index(all, ik_label_feature, i);
        const char *text = text_along(l, entry);
        if (text == NULL) {
            g_array_append_val(list->features, *entry);
            continue;
        }
        ik_line_join_add(list->joined, entry->set, ik_feature_set_at(entry->set, entry->index),
                         text);
        g_array_append_val(lines, *entry);
    }
    add_joined(list, ik_line_join_finish(list->joined), lines);
}

ik_label_list *ik_label_list_new(const ik_scene_build *build, const ik_style_layer *layer,
                                 const ik_layer_source *source)
{
    ik_label_list *list = g_new0(ik_label_list, 1);
    const listing l = {build, layer, list};
    list->features = g_array_new(FALSE, FALSE, sizeof(ik_label_feature));
    list->arena = ik_arena_new();
    list->is_southern_first = is_by_south(&l);
    if (has_label_points(source)) {
        add_own(&l, source->own);
    } else {
        const ik_layer_features *features = ik_scene_features_of(build, source);
        for (guint i = 0; features != NULL && i < features->n_sets; i++)
            add_set(&l, features->sets[i]);
        if (is_along_lines(&l))
            join_lines(&l);
    }
    g_array_sort(list->features, list->is_southern_first ? compare_by_south : compare_by_key);
    return list;
}

void ik_label_list_free(ik_label_list *list)
{
    if (list == NULL)
        return;
    g_array_unref(list->features);
    ik_line_join_free(list->joined);
    ik_arena_free(list->arena);
    g_free(list);
}

/* scene_labels.c — the labels of all symbol layers.   [scene] */
#include "scene_labels.h"

#include "label_maker.h"
#include "label_order.h"
#include "symbol_sites.h"

#include <math.h>

#define LABEL_CELL   (96 * IK_UNITS_PER_PIXEL)
#define MAX_REACH_PX 8192

/* What goes from feature to feature and from layer to layer. */
typedef struct {
    const ik_scene_build *build;
    ik_collision_grid *grid;
    ik_symbol symbol;
    ik_symbol_sites sites;
    ik_symbol_placing placing;
    /* Of the layer at hand: */
    ik_symbol_maker maker;
    GArray *icons, *texts; /* ik_label, in the order of placing */
    GHashTable *repeats;   /* text → GArray of ik_tile_point: where it stands along lines */
} placement;

/* ---- the same text along a line ---- */

static void unref_array(gpointer data)
{
    g_array_unref(data);
}

/* Whether the text stands nearer than half the spacing already; if not, now it does. */
static bool is_repeated(placement *p, const ik_symbol_site *site)
{
    double reach = p->symbol.spacing_px / 2 * IK_UNITS_PER_PIXEL;
    if (site->line == NULL || !p->symbol.has_text || p->symbol.placement != IK_PLACEMENT_LINE)
        return false;
    GArray *points = g_hash_table_lookup(p->repeats, p->symbol.name);
    if (points == NULL) {
        points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
        g_hash_table_insert(p->repeats, g_strdup(p->symbol.name), points);
    }
    for (guint i = 0; i < points->len; i++) {
        ik_tile_point other = g_array_index(points, ik_tile_point, i);
        if (hypot((double)other.x - site->point.x, (double)other.y - site->point.y) < reach)
            return true;
    }
    g_array_append_val(points, site->point);
    return false;
}

/* ---- one feature ---- */

static bool is_drawable(const ik_label *label)
{
    return (double)label->reach.max_x - label->reach.min_x < MAX_REACH_PX * IK_UNITS_PER_PIXEL &&
           (double)label->reach.max_y - label->reach.min_y < MAX_REACH_PX * IK_UNITS_PER_PIXEL;
}

static void add_labels(placement *p, const ik_symbol_site *site)
{
    ik_scene *scene = p->build->scene;
    if (p->placing.has_text) {
        ik_label label = ik_label_of_text(&p->symbol, site, &p->placing, scene->arena);
        if (is_drawable(&label))
            g_array_append_val(p->texts, label);
    }
    if (p->placing.has_icon) {
        ik_label label = ik_label_of_icon(&p->symbol, site, &p->placing);
        if (is_drawable(&label))
            g_array_append_val(p->icons, label);
    }
}

static void place_at_sites(placement *p)
{
    ik_scene *scene = p->build->scene;
    bool is_kept = false;
    for (guint i = 0; i < p->sites.sites->len; i++) {
        const ik_symbol_site *site = &g_array_index(p->sites.sites, ik_symbol_site, i);
        scene->label_count.wanted++;
        if (is_repeated(p, site) || !ik_symbol_place(p->grid, &p->symbol, site, &p->placing))
            continue;
        scene->label_count.placed++;
        if (!is_kept)
            ik_symbol_keep(&p->symbol, scene->arena);
        is_kept = true;
        add_labels(p, site);
    }
}

static bool place_feature(placement *p, const ik_layer_source *source,
                          const ik_label_feature *feature)
{
    const ik_scene_build *build = p->build;
    const ik_set_feature *member = NULL;
    ik_source_feature own;
    if (feature->set != NULL)
        member = ik_feature_set_at(feature->set, feature->index);
    else
        ik_source_layer_get(build->request->data, source->own, feature->index, &own);
    ik_evaluation evaluation =
        ik_scene_evaluation(build, member != NULL ? &member->feature : &own.feature);
    if (!ik_symbol_make(&p->maker, &evaluation, &p->symbol, build->error))
        return false;
    if (!p->symbol.has_text && p->symbol.icon == NULL)
        return true;
    if (member != NULL)
        ik_symbol_sites_find(feature->set, member, &p->symbol, &p->sites);
    else if (p->symbol.placement == IK_PLACEMENT_POINT)
        ik_symbol_sites_set_point(&p->sites,
                                  ik_tile_point_from_lonlat(own.point, build->scene->zoom));
    else
        return true;
    place_at_sites(p);
    return true;
}

/* ---- one layer ---- */

/* All icons of a layer lie under all its texts. */
static void append_labels(ik_scene *scene, GArray *labels, bool is_reversed)
{
    for (guint i = 0; i < labels->len; i++) {
        guint number = is_reversed ? labels->len - 1 - i : i;
        g_array_append_val(scene->labels, g_array_index(labels, ik_label, number));
    }
    g_array_set_size(labels, 0);
}

static const ik_sprite_image *find_image(gconstpointer build, const char *name)
{
    return ik_scene_find_image(build, name);
}

static bool place_layer(placement *p, ik_scene_item *item)
{
    ik_scene *scene = p->build->scene;
    const ik_style_layer *layer = item->layer;
    const ik_layer_source *source = &item->source;
    double zoom = ik_scene_style_zoom(scene);
    p->maker =
        (ik_symbol_maker){layer, find_image, p->build, p->build->request->metrics, floor(zoom) + 1};
    g_hash_table_remove_all(p->repeats);
    g_autoptr(ik_label_list) list = ik_label_list_new(p->build, layer, source);
    for (guint i = 0; i < list->features->len; i++)
        if (!place_feature(p, source, &g_array_index(list->features, ik_label_feature, i)))
            return false;
    item->first = scene->labels->len;
    append_labels(scene, p->icons, list->is_southern_first);
    append_labels(scene, p->texts, list->is_southern_first);
    item->count = scene->labels->len - item->first;
    return true;
}

/* The circles of all layers; NULL where texts may cover them. The caller's. */
static ik_collision_grid *circles_to_avoid(const ik_scene_build *build)
{
    const ik_scene *scene = build->scene;
    if (build->request->page == NULL)
        return NULL;
    ik_collision_grid *grid = ik_collision_grid_new(LABEL_CELL);
    for (guint i = 0; i < scene->circles->len; i++) {
        const ik_collision_shape shape = {
            ik_circle_box(scene, &g_array_index(scene->circles, ik_circle, i)), true,
            IK_OVERLAP_NEVER};
        ik_collision_grid_add(grid, &shape);
    }
    return grid;
}

bool ik_scene_place_labels(const ik_scene_build *build)
{
    g_autoptr(ik_collision_grid) avoided = circles_to_avoid(build);
    g_autoptr(ik_collision_grid) grid = ik_collision_grid_new(LABEL_CELL);
    g_autoptr(GArray) icons = g_array_new(FALSE, FALSE, sizeof(ik_label));
    g_autoptr(GArray) texts = g_array_new(FALSE, FALSE, sizeof(ik_label));
    g_autoptr(GHashTable) repeats =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, unref_array);
    placement p = {
        .build = build, .grid = grid, .icons = icons, .texts = texts, .repeats = repeats};
    ik_symbol_init(&p.symbol);
    ik_symbol_sites_init(&p.sites);
    ik_symbol_placing_init(&p.placing);
    p.placing.avoided = avoided;
    if (avoided != NULL)
        p.placing.page = *build->request->page;
    bool is_fine = true;
    for (guint i = build->scene->items->len; is_fine && i > 0; i--) {
        ik_scene_item *item = &g_array_index(build->scene->items, ik_scene_item, i - 1);
        if (item->kind == IK_DRAW_LABELS)
            is_fine = place_layer(&p, item);
    }
    ik_symbol_clear(&p.symbol);
    ik_symbol_sites_clear(&p.sites);
    ik_symbol_placing_clear(&p.placing);
    return is_fine;
}

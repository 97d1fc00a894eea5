/* poster_keys.c — the legend of a page, drawn by the style sheet itself.   [pipeline] */
#include "poster_keys.h"

#include <ideenkarte/match.h>
#include <ideenkarte/text.h>
#include <math.h>
#include <string.h>

#include "style_sources.h"

/* Keys lie so far apart, tile units, that none shows anything of the next. */
#define STRIDE (4 * IK_TILE_EXTENT)

#define WIDTH  (IK_POSTER_KEY_WIDTH * IK_UNITS_PER_PIXEL)
#define HEIGHT (IK_POSTER_KEY_HEIGHT * IK_UNITS_PER_PIXEL)

typedef enum { REGIONS, BORDERS, PROJECTS, EVENTS, N_LAYERS } key_layer;

static const char *const layer_names[N_LAYERS] = {"regions", "borders", "projects", "events"};

/* What a key shows. */
typedef struct {
    const char *text;
    key_layer layer;
    int rank;             /* BORDERS */
    ik_match_level match; /* PROJECTS */
} key_kind;

static const key_kind kinds[] = {
    {"poster.border_state", BORDERS, 0, IK_MATCH_NONE},
    {"poster.border_region", BORDERS, 1, IK_MATCH_NONE},
    {"poster.border_district", BORDERS, 2, IK_MATCH_NONE},
    {"poster.border_municipality", BORDERS, 3, IK_MATCH_NONE},
    {"poster.project", PROJECTS, 0, IK_MATCH_HOUSE},
    {"poster.project_near", PROJECTS, 0, IK_MATCH_MUNICIPALITY},
    {"poster.event", EVENTS, 0, IK_MATCH_NONE},
};
#define N_KINDS G_N_ELEMENTS(kinds)

static ik_tile_box box_of(guint kind)
{
    const int32_t left = (int32_t)kind * STRIDE;
    return (ik_tile_box){left, 0, left + WIDTH, HEIGHT};
}

/* ---- features ---- */

/* The ground: a piece of a region, wider than the key, so that its own edge is not seen. */
static void add_region(ik_feature_set *set, guint kind)
{
    const double left = kind * (double)STRIDE - WIDTH, right = left + 3 * WIDTH;
    const ik_grid_position ring[] = {
        {left, -HEIGHT}, {right, -HEIGHT}, {right, 2 * HEIGHT}, {left, 2 * HEIGHT}};
    ik_feature_set_begin(set, IK_SHAPE_POLYGON, ik_value_number(kind));
    ik_feature_set_attribute(set, "id", ik_value_string(""));
    ik_feature_set_attribute(set, "name", ik_value_string(""));
    ik_feature_set_attribute(set, "tint", ik_value_number(0));
    ik_feature_set_attribute(set, "number", ik_value_number(1));
    ik_feature_set_attribute(set, "projects", ik_value_number(1));
    ik_feature_set_ring(set, ring, G_N_ELEMENTS(ring), false);
    ik_feature_set_end(set);
}

static void add_border(ik_feature_set *set, guint kind)
{
    const double left = kind * (double)STRIDE;
    const ik_grid_position line[] = {{left - WIDTH, HEIGHT / 2.0},
                                     {left + 2 * WIDTH, HEIGHT / 2.0}};
    ik_feature_set_begin(set, IK_SHAPE_LINE, ik_value_number(kind));
    ik_feature_set_attribute(set, "rank", ik_value_number(kinds[kind].rank));
    ik_feature_set_line(set, line, G_N_ELEMENTS(line));
    ik_feature_set_end(set);
}

static void add_marker(ik_feature_set *set, guint kind)
{
    ik_feature_set_begin(set, IK_SHAPE_POINT, ik_value_number(kind));
    ik_feature_set_attribute(set, "id", ik_value_string("key"));
    if (kinds[kind].layer == PROJECTS) {
        ik_feature_set_attribute(set, "status", ik_value_string(ik_status_name(IK_STATUS_AUTO)));
        ik_feature_set_attribute(set, "match",
                                 ik_value_string(ik_match_level_name(kinds[kind].match)));
    }
    ik_feature_set_point(set,
                         (ik_grid_position){kind * (double)STRIDE + WIDTH / 2.0, HEIGHT / 2.0});
    ik_feature_set_end(set);
}

static void make_features(ik_poster_keys *keys)
{
    for (guint i = 0; i < N_LAYERS; i++)
        keys->sets[i] = ik_feature_set_new(NULL);
    for (guint i = 0; i < N_KINDS; i++) {
        add_region(keys->sets[REGIONS], i);
        if (kinds[i].layer == BORDERS)
            add_border(keys->sets[BORDERS], i);
        else
            add_marker(keys->sets[kinds[i].layer], i);
    }
    for (guint i = 0; i < N_LAYERS; i++)
        ik_feature_set_seal(keys->sets[i]);
}

/* The style over these features alone: its other sources are known and empty. */
static ik_scene *make_scene(ik_poster_keys *keys, const ik_scene_request *request, GError **error)
{
    ik_layer_features features[N_LAYERS];
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (guint i = 0; i < N_LAYERS; i++)
        features[i] = (ik_layer_features){IK_OWN_SOURCE_ID, layer_names[i],
                                          (const ik_feature_set *const *)&keys->sets[i], 1};
    for (guint i = 0; i < ik_style_n_sources(request->style); i++)
        g_ptr_array_add(ids, (gpointer)(guintptr)ik_style_source_at(request->style, i)->id);
    g_ptr_array_add(ids, (gpointer)(guintptr)IK_OWN_SOURCE_ID);
    g_ptr_array_add(ids, NULL);
    const ik_map_sources sources = {
        .features = features, .n_features = N_LAYERS, .ids = (const char *const *)ids->pdata};
    const ik_scene_request own = {.style = request->style,
                                  .sources = &sources,
                                  .images = request->images,
                                  .metrics = request->metrics,
                                  .zoom = request->zoom};
    return ik_scene_new_of(&own, error);
}

/* ---- entries ---- */

static bool is_seen(const ik_scene *scene, const ik_tile_box *box)
{
    bool is_seen = false;
    ik_view view;
    ik_view_init(&view);
    ik_scene_look(scene, box, &view);
    for (guint i = 0; i < view.draws->len; i++) {
        const ik_draw *draw = &g_array_index(view.draws, ik_draw, i);
        is_seen |= (draw->kind == IK_DRAW_STROKE || draw->kind == IK_DRAW_CIRCLES ||
                    draw->kind == IK_DRAW_HEAT || draw->kind == IK_DRAW_LABELS) &&
                   draw->count > 0;
    }
    ik_view_clear(&view);
    return is_seen;
}

/* The circles in a key, as their looks one after the other; empty where there are none. */
static GArray *circles_in(const ik_scene *scene, guint kind)
{
    guint n;
    GArray *looks = g_array_new(FALSE, FALSE, sizeof(ik_circle_style));
    const ik_circle *circles = ik_scene_circles(scene, &n);
    const ik_circle_style *styles = ik_scene_circle_styles(scene, &n);
    const ik_tile_box box = box_of(kind);
    ik_view view;
    ik_view_init(&view);
    ik_scene_look(scene, &box, &view);
    for (guint i = 0; i < view.circles->len; i++)
        g_array_append_val(looks, styles[circles[g_array_index(view.circles, guint32, i)].style]);
    ik_view_clear(&view);
    return looks;
}

/* Only then is it worth an entry of its own. */
static bool looks_other(const ik_scene *scene, guint kind, guint than)
{
    g_autoptr(GArray) a = circles_in(scene, kind), b = circles_in(scene, than);
    const gsize size = a->len * sizeof(ik_circle_style);
    return a->len != b->len || (size > 0 && memcmp(a->data, b->data, size) != 0);
}

static bool is_near(ik_match_level match)
{
    return match != IK_MATCH_HOUSE && match != IK_MATCH_GIVEN;
}

/* Whether the map has what the key shows. */
static bool is_there(const ik_map_source *map, const key_kind *kind)
{
    if (kind->layer == BORDERS)
        return true;
    if (kind->layer == EVENTS)
        return map->data.n_events > 0;
    for (guint i = 0; i < map->data.n_projects; i++)
        if (is_near(map->data.projects[i].match) == is_near(kind->match))
            return true;
    return false;
}

/* As high as its markers want, with a pixel of ground around them. */
static ik_tile_box room_for(const ik_scene *scene, guint kind)
{
    ik_tile_box box = box_of(kind);
    g_autoptr(GArray) looks = circles_in(scene, kind);
    for (guint i = 0; i < looks->len; i++) {
        const ik_circle_style *look = &g_array_index(looks, ik_circle_style, i);
        const int32_t half =
            (int32_t)ceil((look->radius_px + look->ring_px + 1) * IK_UNITS_PER_PIXEL);
        box.min_y = MIN(box.min_y, HEIGHT / 2 - half);
        box.max_y = MAX(box.max_y, HEIGHT / 2 + half);
    }
    return box;
}

static void add_keys(ik_poster_keys *keys, const ik_map_source *map, const char *language)
{
    const guint exact = 4, near = 5;
    const bool is_near_other = looks_other(keys->scene, near, exact);
    for (guint i = 0; i < N_KINDS; i++) {
        const ik_poster_key key = {ik_text(language, kinds[i].text), room_for(keys->scene, i)};
        bool is_wanted = is_there(map, &kinds[i]);
        if (!is_near_other && i == exact)
            is_wanted = map->data.n_projects > 0;
        if (!is_near_other && i == near)
            is_wanted = false;
        if (is_wanted && is_seen(keys->scene, &key.box))
            g_array_append_val(keys->keys, key);
    }
}

bool ik_poster_keys_init(ik_poster_keys *keys, const ik_scene_request *request,
                         const ik_map_source *map, const char *language, GError **error)
{
    *keys = (ik_poster_keys){.keys = g_array_new(FALSE, FALSE, sizeof(ik_poster_key))};
    make_features(keys);
    keys->scene = make_scene(keys, request, error);
    if (keys->scene == NULL) {
        ik_poster_keys_clear(keys);
        return false;
    }
    add_keys(keys, map, language);
    return true;
}

void ik_poster_keys_clear(ik_poster_keys *keys)
{
    g_clear_pointer(&keys->scene, ik_scene_free);
    for (guint i = 0; i < G_N_ELEMENTS(keys->sets); i++)
        g_clear_pointer(&keys->sets[i], ik_feature_set_free);
    g_clear_pointer(&keys->keys, g_array_unref);
}

/* symbol_sites.c — the places at which a feature's symbol may stand.   [scene] */
#include "symbol_sites.h"

#include "polygon_centre.h"

#include <math.h>

static void free_line(gpointer data)
{
    ik_line_clear(data);
    g_free(data);
}

void ik_symbol_sites_init(ik_symbol_sites *sites)
{
    *sites = (ik_symbol_sites){g_array_new(FALSE, FALSE, sizeof(ik_symbol_site)),
                               g_ptr_array_new_with_free_func(free_line)};
}

void ik_symbol_sites_clear(ik_symbol_sites *sites)
{
    if (sites->sites != NULL)
        g_array_unref(sites->sites);
    if (sites->lines != NULL)
        g_ptr_array_unref(sites->lines);
    *sites = (ik_symbol_sites){0};
}

static void reset(ik_symbol_sites *sites)
{
    g_array_set_size(sites->sites, 0);
    g_ptr_array_set_size(sites->lines, 0);
}

void ik_symbol_sites_set_point(ik_symbol_sites *sites, ik_tile_point point)
{
    const ik_symbol_site site = {.point = point};
    reset(sites);
    g_array_append_val(sites->sites, site);
}

/* A feature of a set and what its symbol is like. */
typedef struct {
    const ik_feature_set *set;
    const ik_set_feature *feature;
    const ik_symbol *symbol;
    ik_symbol_sites *sites;
} search;

static void add_point(const search *s, ik_tile_point point)
{
    const ik_symbol_site site = {.point = point};
    if (ik_feature_set_owns(s->set, s->feature, point))
        g_array_append_val(s->sites->sites, site);
}

static void add_place(const search *s, const ik_line *line, const ik_line_place *place)
{
    const ik_symbol_site site = {{(int32_t)floor(place->x * IK_UNITS_PER_PIXEL + 0.5),
                                  (int32_t)floor(place->y * IK_UNITS_PER_PIXEL + 0.5)},
                                 line,
                                 *place};
    if (ik_feature_set_owns(s->set, s->feature, site.point))
        g_array_append_val(s->sites->sites, site);
}

static void add_line(const search *s, const ik_tile_point *points, guint n)
{
    const ik_symbol *symbol = s->symbol;
    bool bends = symbol->has_text && symbol->text_part.follows_line;
    const ik_line_wish wish = {.length_px = ik_symbol_length(symbol),
                               .spacing_px = symbol->spacing_px,
                               .size_px = bends ? symbol->text.size_px : 0,
                               .max_angle = symbol->max_angle,
                               .is_middle = symbol->placement == IK_PLACEMENT_LINE_CENTER};
    if (n < 2)
        return;
    ik_line *line = g_new(ik_line, 1);
    *line = ik_line_new(points, n);
    g_ptr_array_add(s->sites->lines, line);
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(ik_line_place));
    ik_line_find_places(line, &wish, places);
    for (guint i = 0; i < places->len; i++)
        add_place(s, line, &g_array_index(places, ik_line_place, i));
}

/* The rings from `first` on that make one polygon: an exterior one and its holes. */
static guint end_of_polygon(const search *s, guint first)
{
    guint part = first + 1;
    while (part < s->feature->n_parts) {
        guint n = 0;
        const ik_tile_point *ring = ik_feature_set_part(s->set, s->feature, part, &n);
        if (ik_ring_area2(ring, n) > 0)
            break;
        part++;
    }
    return part;
}

static void add_polygon_middles(const search *s)
{
    for (guint first = 0, end = 0; first < s->feature->n_parts; first = end) {
        end = end_of_polygon(s, first);
        g_autofree ik_ring *rings = g_new(ik_ring, end - first);
        for (guint i = first; i < end; i++)
            rings[i - first].points =
                ik_feature_set_part(s->set, s->feature, i, &rings[i - first].n);
        add_point(s, ik_polygon_centre(rings, end - first));
    }
}

static void find_on_lines(const search *s)
{
    for (guint i = 0; i < s->feature->n_parts; i++) {
        guint n = 0;
        const ik_tile_point *points = ik_feature_set_part(s->set, s->feature, i, &n);
        add_line(s, points, n);
    }
}

static void find_points(const search *s)
{
    if (s->feature->has_label_point) {
        add_point(s, s->feature->label_point);
        return;
    }
    if (s->feature->shape == IK_SHAPE_POLYGON) {
        add_polygon_middles(s);
        return;
    }
    for (guint i = 0; i < s->feature->n_parts; i++) {
        guint n = 0;
        const ik_tile_point *points = ik_feature_set_part(s->set, s->feature, i, &n);
        add_point(s, points[0]);
    }
}

void ik_symbol_sites_find(const ik_feature_set *set, const ik_set_feature *feature,
                          const ik_symbol *symbol, ik_symbol_sites *sites)
{
    const search s = {set, feature, symbol, sites};
    reset(sites);
    if (symbol->placement == IK_PLACEMENT_POINT)
        find_points(&s);
    else if (feature->shape != IK_SHAPE_POINT)
        find_on_lines(&s);
}

/* tileset_area.c — runs of tiles cut by a box or by the borders of a region.   [pipeline] */
#include "tileset_area.h"

#include <ideenkarte/error.h>

#include "near_word.h"
#include "topology.h"

typedef struct {
    ik_lonlat from, to;
} segment;

typedef enum { OUTSIDE, PARTLY, INSIDE } relation;

/* --- the region ------------------------------------------------------------------------------- */

static bool is_of_region(const ik_tileset_area *area, guint32 municipality)
{
    return municipality != IK_NONE &&
           area->territory->municipalities[municipality].region == area->region;
}

static void add_border(ik_tileset_area *area, const ik_arc *arc)
{
    const ik_fixed_lonlat *points = area->territory->borders->points + arc->first;
    for (guint32 i = 1; i < arc->count; i++) {
        const segment piece = {ik_lonlat_from_fixed(points[i - 1]),
                               ik_lonlat_from_fixed(points[i])};
        g_array_append_val(area->border, piece);
        area->box.west = MIN(area->box.west, MIN(piece.from.lon, piece.to.lon));
        area->box.east = MAX(area->box.east, MAX(piece.from.lon, piece.to.lon));
        area->box.south = MIN(area->box.south, MIN(piece.from.lat, piece.to.lat));
        area->box.north = MAX(area->box.north, MAX(piece.from.lat, piece.to.lat));
    }
}

static void add_region(ik_tileset_area *area)
{
    const ik_topology *borders = area->territory->borders;
    area->border = g_array_new(FALSE, FALSE, sizeof(segment));
    area->municipalities = g_array_new(FALSE, FALSE, sizeof(guint32));
    area->has_box = true;
    area->box = (ik_lonlat_box){180, 90, -180, -90};
    for (guint32 i = 0; i < borders->n_arcs; i++)
        if (is_of_region(area, borders->arcs[i].left) != is_of_region(area, borders->arcs[i].right))
            add_border(area, &borders->arcs[i]);
    for (guint32 i = 0; i < area->territory->n_municipalities; i++)
        if (is_of_region(area, i))
            g_array_append_val(area->municipalities, i);
}

bool ik_tileset_area_init(ik_tileset_area *area, const ik_lonlat_box *box, const char *region_id,
                          GError **error)
{
    *area = (ik_tileset_area){.max_zoom = IK_MAX_TILE_ZOOM, .region = IK_NONE};
    area->territory = ik_territory_builtin();
    area->has_box = box != NULL;
    if (box != NULL)
        area->box = *box;
    if (region_id == NULL)
        return true;
    area->region = ik_territory_find_region(area->territory, region_id);
    if (area->region != IK_NONE) {
        add_region(area);
        return true;
    }
    g_autofree const char **ids = g_new0(const char *, area->territory->n_regions + 1);
    for (guint32 i = 0; i < area->territory->n_regions; i++)
        ids[i] = area->territory->regions[i].id;
    g_autofree char *hint = ik_near_word_hint(region_id, ids);
    g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "unknown region \"%s\"%s", region_id, hint);
    return false;
}

void ik_tileset_area_clear(ik_tileset_area *area)
{
    g_clear_pointer(&area->border, g_array_unref);
    g_clear_pointer(&area->municipalities, g_array_unref);
}

/* --- squares of tiles ------------------------------------------------------------------------- */

/* Liang and Barsky (1984): what is left of the segment inside the box is more than a point. */
static bool clip(double from, double step, double low, double high, double *first, double *last)
{
    if (step == 0)
        return from > low && from < high;
    double enter = ((step > 0 ? low : high) - from) / step;
    double leave = ((step > 0 ? high : low) - from) / step;
    *first = MAX(*first, enter);
    *last = MIN(*last, leave);
    return *first < *last;
}

static bool crosses(const segment *piece, const ik_lonlat_box *box)
{
    double first = 0, last = 1;
    return clip(piece->from.lon, piece->to.lon - piece->from.lon, box->west, box->east, &first,
                &last) &&
           clip(piece->from.lat, piece->to.lat - piece->from.lat, box->south, box->north, &first,
                &last);
}

static bool is_in_region(const ik_tileset_area *area, ik_lonlat position)
{
    for (guint i = 0; i < area->municipalities->len; i++)
        if (ik_topology_face_contains(area->territory->borders,
                                      g_array_index(area->municipalities, guint32, i), position))
            return true;
    return false;
}

static relation relate(const ik_tileset_area *area, const ik_lonlat_box *square)
{
    const ik_lonlat_box *box = &area->box;
    if (!area->has_box)
        return INSIDE;
    if (square->east <= box->west || square->west >= box->east || square->north <= box->south ||
        square->south >= box->north)
        return OUTSIDE;
    if (area->border == NULL) {
        bool is_inside = square->west >= box->west && square->east <= box->east &&
                         square->south >= box->south && square->north <= box->north;
        return is_inside ? INSIDE : PARTLY;
    }
    for (guint i = 0; i < area->border->len; i++)
        if (crosses(&g_array_index(area->border, segment, i), square))
            return PARTLY;
    const ik_lonlat middle = {(square->west + square->east) / 2,
                              (square->south + square->north) / 2};
    return is_in_region(area, middle) ? INSIDE : OUTSIDE;
}

typedef struct {
    const ik_tileset_area *area;
    ik_area_take_fn take;
    gpointer data;
} cutting;

/* The square of 4^level ids from an aligned id on. */
static ik_lonlat_box square_at(guint64 id, guint level)
{
    ik_tile tile = ik_tile_from_id(id);
    return ik_tile_bounds((ik_tile){tile.zoom - level, tile.x >> level, tile.y >> level});
}

static bool cut_square(const cutting *cut, guint64 id, guint level, GError **error)
{
    const ik_lonlat_box square = square_at(id, level);
    relation where = relate(cut->area, &square);
    if (where == OUTSIDE)
        return true;
    guint64 size = G_GUINT64_CONSTANT(1) << 2 * level;
    if (where == INSIDE || level == 0)
        return cut->take(id, (guint32)size, cut->data, error);
    for (guint quarter = 0; quarter < 4; quarter++)
        if (!cut_square(cut, id + quarter * (size / 4), level - 1, error))
            return false;
    return true;
}

bool ik_tileset_area_cut(const ik_tileset_area *area, guint64 id, guint32 run, ik_area_take_fn take,
                         gpointer data, GError **error)
{
    const cutting cut = {area, take, data};
    guint64 end = id + run;
    while (id < end) {
        guint zoom = ik_tile_from_id(id).zoom;
        guint64 along = id - ik_tile_id_first(zoom);
        guint64 here = MIN(end, ik_tile_id_first(zoom + 1)) - id;
        guint level = 0;
        /* 4^15 ids still fit the 32 bits of a run. */
        while (level < 15 && level < zoom && (along >> 2 * level & 3) == 0 &&
               here >> 2 * (level + 1) > 0)
            level++;
        if (zoom >= area->min_zoom && zoom <= area->max_zoom && !cut_square(&cut, id, level, error))
            return false;
        id += G_GUINT64_CONSTANT(1) << 2 * level;
    }
    return true;
}

/* tile_extent.c — boxes of tiles, zoom by zoom.   [archive] */
#include "tile_extent.h"

void ik_tile_extent_init(ik_tile_extent *extent)
{
    for (guint zoom = 0; zoom <= IK_MAX_TILE_ZOOM; zoom++)
        extent->spans[zoom] = (ik_tile_span){1, 1, 0, 0};
}

static bool is_empty(const ik_tile_span *span)
{
    return span->min_x > span->max_x;
}

static void widen(ik_tile_span *span, const ik_tile_span *by)
{
    if (is_empty(span)) {
        *span = *by;
        return;
    }
    span->min_x = MIN(span->min_x, by->min_x);
    span->min_y = MIN(span->min_y, by->min_y);
    span->max_x = MAX(span->max_x, by->max_x);
    span->max_y = MAX(span->max_y, by->max_y);
}

/* The Hilbert curve fills a square of side 2^k before it leaves it, so that an aligned piece of 4^k ids is that square
 * whichever way the curve takes through it. */
static void add_square(ik_tile_extent *extent, guint64 id, guint level)
{
    ik_tile tile = ik_tile_from_id(id);
    guint32 side = UINT32_C(1) << level, x = tile.x & ~(side - 1), y = tile.y & ~(side - 1);
    const ik_tile_span square = {x, y, x + (side - 1), y + (side - 1)};
    widen(&extent->spans[tile.zoom], &square);
}

static void add_along(ik_tile_extent *extent, guint64 first, guint64 along, guint64 count)
{
    while (count > 0) {
        guint level = 0;
        while (level < IK_MAX_TILE_ZOOM && (along >> 2 * level & 3) == 0 &&
               count >> 2 * (level + 1) > 0)
            level++;
        add_square(extent, first + along, level);
        along += UINT64_C(1) << 2 * level;
        count -= UINT64_C(1) << 2 * level;
    }
}

void ik_tile_extent_add(ik_tile_extent *extent, guint64 id, guint64 run)
{
    if (run == 1) {
        add_square(extent, id, 0);
        return;
    }
    while (run > 0) {
        guint zoom = ik_tile_from_id(id).zoom;
        guint64 first = ik_tile_id_first(zoom), next = ik_tile_id_first(zoom + 1);
        guint64 here = MIN(run, next - id);
        add_along(extent, first, id - first, here);
        id += here;
        run -= here;
    }
}

guint ik_tile_extent_min_zoom(const ik_tile_extent *extent)
{
    guint zoom = 0;
    while (zoom < IK_MAX_TILE_ZOOM && is_empty(&extent->spans[zoom]))
        zoom++;
    g_assert(!is_empty(&extent->spans[zoom]));
    return zoom;
}

guint ik_tile_extent_max_zoom(const ik_tile_extent *extent)
{
    guint zoom = IK_MAX_TILE_ZOOM;
    while (zoom > 0 && is_empty(&extent->spans[zoom]))
        zoom--;
    g_assert(!is_empty(&extent->spans[zoom]));
    return zoom;
}

bool ik_tile_extent_is_empty(const ik_tile_extent *extent)
{
    for (guint zoom = 0; zoom <= IK_MAX_TILE_ZOOM; zoom++)
        if (!is_empty(&extent->spans[zoom]))
            return false;
    return true;
}

/* Where `lower` reaches beyond the box, the box takes its side over. `shift`: zooms between the two. */
static void reach_out(ik_tile_span *box, const ik_tile_span *lower, guint shift)
{
    if (is_empty(lower))
        return;
    if (lower->min_x < box->min_x >> shift)
        box->min_x = lower->min_x << shift;
    if (lower->min_y < box->min_y >> shift)
        box->min_y = lower->min_y << shift;
    if (lower->max_x > box->max_x >> shift)
        box->max_x = ((lower->max_x + 1) << shift) - 1;
    if (lower->max_y > box->max_y >> shift)
        box->max_y = ((lower->max_y + 1) << shift) - 1;
}

ik_lonlat_box ik_tile_extent_bounds(const ik_tile_extent *extent)
{
    guint max_zoom = ik_tile_extent_max_zoom(extent);
    ik_tile_span box = extent->spans[max_zoom];
    for (guint zoom = max_zoom; zoom-- > 0;)
        reach_out(&box, &extent->spans[zoom], max_zoom - zoom);
    ik_lonlat_box north_west = ik_tile_bounds((ik_tile){max_zoom, box.min_x, box.min_y});
    ik_lonlat_box south_east = ik_tile_bounds((ik_tile){max_zoom, box.max_x, box.max_y});
    return (ik_lonlat_box){north_west.west, south_east.south, south_east.east, north_west.north};
}

/* tile_cover.c — which tiles of a source a picture shows, and where.   [pipeline] */
#include "tile_cover.h"

#include <math.h>

#include "grid_clip.h"

static int32_t whole_pixels(double units)
{
    const double pixels = floor(units / IK_UNITS_PER_PIXEL + 0.5);
    const double limit = (double)IK_GRID_LIMIT / IK_UNITS_PER_PIXEL;
    return (int32_t)CLAMP(pixels, -limit, limit) * IK_UNITS_PER_PIXEL;
}

static void add(GArray *tiles, const ik_picture_grid *grid, guint zoom, const gint64 at[2])
{
    const gint64 n = (gint64)1 << zoom;
    const double side = exp2(grid->zoom - zoom) * IK_TILE_EXTENT;
    ik_covering_tile tile = {.tile = {zoom, (guint32)(((at[0] % n) + n) % n), (guint32)at[1]},
                             .left = (double)at[0] * side - (double)grid->origin.x,
                             .top = (double)at[1] * side - (double)grid->origin.y,
                             .side = side};
    tile.box = (ik_tile_box){whole_pixels(tile.left), whole_pixels(tile.top),
                             whole_pixels(tile.left + side), whole_pixels(tile.top + side)};
    g_array_append_val(tiles, tile);
}

GArray *ik_tile_cover(const ik_picture_grid *grid, guint zoom, double margin_px, guint most)
{
    GArray *tiles = g_array_new(FALSE, FALSE, sizeof(ik_covering_tile));
    const double side = exp2(grid->zoom - zoom) * IK_TILE_EXTENT;
    const double margin = margin_px * IK_UNITS_PER_PIXEL, n = exp2(zoom);
    const double west = floor(((double)grid->view.min_x - margin + (double)grid->origin.x) / side);
    const double east = ceil(((double)grid->view.max_x + margin + (double)grid->origin.x) / side);
    double north = floor(((double)grid->view.min_y - margin + (double)grid->origin.y) / side);
    double south = ceil(((double)grid->view.max_y + margin + (double)grid->origin.y) / side);
    north = CLAMP(north, 0, n);
    south = CLAMP(south, 0, n);
    if ((east - west) * (south - north) > most)
        return tiles;
    for (gint64 y = (gint64)north; y < (gint64)south; y++)
        for (gint64 x = (gint64)west; x < (gint64)east; x++)
            add(tiles, grid, zoom, (const gint64[]){x, y});
    return tiles;
}

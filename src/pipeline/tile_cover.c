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
    tile.clip.box = (ik_tile_box){whole_pixels(tile.left), whole_pixels(tile.top),
                                  whole_pixels(tile.left + side), whole_pixels(tile.top + side)};
    g_array_append_val(tiles, tile);
}

/* ---- on a plane ---- */

static bool place_ring(const ik_picture_grid *grid, const ik_world_box *part, ik_clip *clip)
{
    const double corners[4][2] = {{part->min_x, part->min_y},
                                  {part->max_x, part->min_y},
                                  {part->max_x, part->max_y},
                                  {part->min_x, part->max_y}};
    *clip = (ik_clip){.box = {G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32}, .n_ring = 4};
    for (guint i = 0; i < 4; i++) {
        if (!ik_grid_round(ik_picture_grid_place_part(grid, corners[i][0], corners[i][1]),
                           &clip->ring[i]))
            return false;
        ik_tile_box_add(&clip->box, clip->ring[i]);
    }
    return true;
}

static void add_on_plane(GArray *tiles, const ik_picture_grid *grid, const ik_world_box *shown,
                         ik_tile at)
{
    const double n = exp2(at.zoom);
    ik_covering_tile tile = {.tile = at,
                             .seen = {MAX(at.x / n, shown->min_x), MAX(at.y / n, shown->min_y),
                                      MIN((at.x + 1.0) / n, shown->max_x),
                                      MIN((at.y + 1.0) / n, shown->max_y)}};
    if (place_ring(grid, &tile.seen, &tile.clip))
        g_array_append_val(tiles, tile);
}

static GArray *cover_on_plane(const ik_picture_grid *grid, guint zoom, guint most)
{
    GArray *tiles = g_array_new(FALSE, FALSE, sizeof(ik_covering_tile));
    const double n = exp2(zoom);
    ik_world_box shown;
    if (!ik_picture_grid_world_box(grid, &shown))
        return tiles;
    const double west = CLAMP(floor(shown.min_x * n), 0, n),
                 east = CLAMP(ceil(shown.max_x * n), 0, n);
    const double north = CLAMP(floor(shown.min_y * n), 0, n),
                 south = CLAMP(ceil(shown.max_y * n), 0, n);
    if ((east - west) * (south - north) > most)
        return tiles;
    for (guint32 y = (guint32)north; y < (guint32)south; y++)
        for (guint32 x = (guint32)west; x < (guint32)east; x++)
            add_on_plane(tiles, grid, &shown, (ik_tile){zoom, x, y});
    return tiles;
}

GArray *ik_tile_cover(const ik_picture_grid *grid, guint zoom, double margin_px, guint most)
{
    if (grid->plane != NULL)
        return cover_on_plane(grid, zoom, most);
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

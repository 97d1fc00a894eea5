/* mercator.c — the spherical Mercator projection, the grid of tiles on it.   [geo]
 *
 * Everything goes through one pair of functions, world_x and world_y: the position as a fraction
 * of the world's side, counted from its north-west corner. Tiles, tile units and metres are
 * that fraction times a size, so that they can never disagree.
 */
#include "mercator.h"

#include <math.h>

#define EQUATOR_RADIUS_M 6378137.0
#define RADIANS          (G_PI / 180.0)
#define TILE_PIXELS      256.0

static double world_x(double lon)
{
    return (lon + 180.0) / 360.0;
}

static double world_y(double lat)
{
    double clamped = fmax(-IK_MERCATOR_LIMIT_LAT, fmin(IK_MERCATOR_LIMIT_LAT, lat));
    return 0.5 - asinh(tan(clamped * RADIANS)) / (2.0 * G_PI);
}

static double world_lon(double x)
{
    return x * 360.0 - 180.0;
}

static double world_lat(double y)
{
    return atan(sinh((0.5 - y) * 2.0 * G_PI)) / RADIANS;
}

ik_mercator ik_mercator_from_lonlat(ik_lonlat position)
{
    double side = 2.0 * G_PI * EQUATOR_RADIUS_M;
    return (ik_mercator){
        .x = position.lon * RADIANS * EQUATOR_RADIUS_M,
        .y = (0.5 - world_y(position.lat)) * side,
    };
}

ik_lonlat ik_lonlat_from_mercator(ik_mercator position)
{
    return (ik_lonlat){
        .lon = position.x / EQUATOR_RADIUS_M / RADIANS,
        .lat = atan(sinh(position.y / EQUATOR_RADIUS_M)) / RADIANS,
    };
}

static double units_at(double zoom)
{
    g_assert(zoom >= 0.0 && zoom <= IK_MAX_ZOOM);
    return exp2(zoom) * IK_TILE_EXTENT;
}

ik_world ik_world_from_lonlat(ik_lonlat position)
{
    return (ik_world){world_x(position.lon), world_y(position.lat)};
}

void ik_tile_points_from_world(const ik_world *positions, size_t n, double zoom,
                               ik_tile_point *points)
{
    double units = units_at(zoom);
    for (size_t i = 0; i < n; i++)
        points[i] = (ik_tile_point){(int32_t)floor(positions[i].x * units + 0.5),
                                    (int32_t)floor(positions[i].y * units + 0.5)};
}

ik_tile_point ik_tile_point_from_lonlat(ik_lonlat position, double zoom)
{
    ik_world world = ik_world_from_lonlat(position);
    ik_tile_point point;
    ik_tile_points_from_world(&world, 1, zoom, &point);
    return point;
}

ik_lonlat ik_lonlat_from_tile_point(ik_tile_point point, double zoom)
{
    double units = units_at(zoom);
    return (ik_lonlat){.lon = world_lon(point.x / units), .lat = world_lat(point.y / units)};
}

static uint32_t tile_index(double world, uint32_t zoom)
{
    uint32_t tiles = UINT32_C(1) << zoom;
    double index = floor(world * tiles);
    return index <= 0.0 ? 0 : (uint32_t)fmin(index, tiles - 1);
}

ik_tile ik_tile_at(ik_lonlat position, uint32_t zoom)
{
    g_assert(zoom <= IK_MAX_TILE_ZOOM);
    return (ik_tile){
        .zoom = zoom,
        .x = tile_index(world_x(position.lon), zoom),
        .y = tile_index(world_y(position.lat), zoom),
    };
}

void ik_tile_range(const ik_lonlat_box *box, uint32_t zoom, ik_tile *first, ik_tile *last)
{
    *first = ik_tile_at((ik_lonlat){.lon = box->west, .lat = box->north}, zoom);
    *last = ik_tile_at((ik_lonlat){.lon = box->east, .lat = box->south}, zoom);
}

ik_lonlat_box ik_tile_bounds(ik_tile tile)
{
    double tiles = (double)(UINT32_C(1) << tile.zoom);
    return (ik_lonlat_box){
        .west = world_lon(tile.x / tiles),
        .south = world_lat((tile.y + 1) / tiles),
        .east = world_lon((tile.x + 1) / tiles),
        .north = world_lat(tile.y / tiles),
    };
}

/* The sum of a geometric series: (4^zoom - 1) / 3. */
uint64_t ik_tile_id_first(uint32_t zoom)
{
    g_assert(zoom <= IK_MAX_TILE_ZOOM + 1);
    return ((UINT64_C(1) << (2 * zoom)) - 1) / 3;
}

/* Turns a quadrant of the curve so that it begins and ends where the next one joins. */
static void turn_quadrant(uint32_t side, uint32_t *x, uint32_t *y, bool right, bool lower)
{
    if (lower) {
        return;
    }
    if (right) {
        *x = side - 1 - *x;
        *y = side - 1 - *y;
    }
    uint32_t swapped = *x;
    *x = *y;
    *y = swapped;
}

uint64_t ik_tile_id(ik_tile tile)
{
    g_assert(tile.zoom <= IK_MAX_TILE_ZOOM && tile.x >> tile.zoom == 0 && tile.y >> tile.zoom == 0);
    uint32_t x = tile.x, y = tile.y;
    uint64_t along = 0;
    for (uint32_t side = (UINT32_C(1) << tile.zoom) / 2; side > 0; side /= 2) {
        bool right = (x & side) != 0, lower = (y & side) != 0;
        along += (uint64_t)side * side * ((right ? 3u : 0u) ^ (lower ? 1u : 0u));
        x &= side - 1;
        y &= side - 1;
        turn_quadrant(side, &x, &y, right, lower);
    }
    return ik_tile_id_first(tile.zoom) + along;
}

ik_tile ik_tile_from_id(uint64_t id)
{
    uint32_t zoom = 0;
    while (ik_tile_id_first(zoom + 1) <= id) {
        zoom++;
        g_assert(zoom <= IK_MAX_TILE_ZOOM);
    }
    uint64_t along = id - ik_tile_id_first(zoom);
    uint32_t x = 0, y = 0;
    for (uint32_t side = 1; side < UINT32_C(1) << zoom; side *= 2) {
        bool right = (along & 2) != 0, lower = ((along & 1) != 0) != right;
        turn_quadrant(side, &x, &y, right, lower);
        x += right ? side : 0;
        y += lower ? side : 0;
        along /= 4;
    }
    return (ik_tile){.zoom = zoom, .x = x, .y = y};
}

double ik_metres_per_pixel(double lat, double zoom)
{
    return 2.0 * G_PI * EQUATOR_RADIUS_M * cos(lat * RADIANS) / (TILE_PIXELS * exp2(zoom));
}

bool ik_tile_box_intersects(const ik_tile_box *a, const ik_tile_box *b)
{
    return a->min_x <= b->max_x && b->min_x <= a->max_x && a->min_y <= b->max_y &&
           b->min_y <= a->max_y;
}

void ik_tile_box_add(ik_tile_box *box, ik_tile_point point)
{
    if (box->min_x > box->max_x) {
        *box = (ik_tile_box){point.x, point.y, point.x, point.y};
        return;
    }
    box->min_x = MIN(box->min_x, point.x);
    box->min_y = MIN(box->min_y, point.y);
    box->max_x = MAX(box->max_x, point.x);
    box->max_y = MAX(box->max_y, point.y);
}

/* mercator.h — Web Mercator (EPSG:3857), tiles and the integer grid inside them.   [geo]
 *
 * XYZ scheme: x grows east, y grows south, tile 0/0/0 is the world. A tile has 4096 units a side at every
 * zoom; ik_tile_point counts units from the north-west corner of the world at its zoom, so a zoom up to 18
 * fits 32 bits with room for a buffer. Zooms may be fractional for pictures.
 */
#ifndef IK_MERCATOR_H
#define IK_MERCATOR_H

#include <ideenkarte/geo.h>
#include <stdint.h>

#define IK_TILE_EXTENT        4096
#define IK_MAX_ZOOM           18
#define IK_MAX_TILE_ZOOM      30 /* of tiles that are only counted and named, not drawn in tile units */
#define IK_MERCATOR_LIMIT_LAT 85.051128779806604

typedef struct {
    double x, y; /* metres east and north of 0° E 0° N, EPSG:3857 */
} ik_mercator;

typedef struct {
    double x, y; /* parts of the world's side from its north-west corner */
} ik_world;

typedef struct {
    int32_t x, y; /* tile units from the world's north-west corner at a zoom known from context */
} ik_tile_point;

typedef struct {
    int32_t min_x, min_y, max_x, max_y; /* tile units, inclusive; empty when min_x > max_x */
} ik_tile_box;

typedef struct {
    uint32_t zoom, x, y;
} ik_tile;

ik_mercator ik_mercator_from_lonlat(ik_lonlat position);
ik_lonlat ik_lonlat_from_mercator(ik_mercator position);

/* Rounded to the nearest unit; latitude clamped to ±85.0511. `zoom` 0..18, fractional allowed. */
ik_tile_point ik_tile_point_from_lonlat(ik_lonlat position, double zoom);
ik_lonlat ik_lonlat_from_tile_point(ik_tile_point point, double zoom);

/* The same in two steps, of which the first, with the logarithm in it, is taken once for all zooms. */
ik_world ik_world_from_lonlat(ik_lonlat position);
void ik_tile_points_from_world(const ik_world *positions, size_t n, double zoom,
                               ik_tile_point *points);

/* The tile that holds a position (east and south borders belong to the neighbour). From here on zooms go up to 30. */
ik_tile ik_tile_at(ik_lonlat position, uint32_t zoom);
/* Tiles that cover a box at a zoom: north-west and south-east tile, inclusive. */
void ik_tile_range(const ik_lonlat_box *box, uint32_t zoom, ik_tile *first, ik_tile *last);
ik_lonlat_box ik_tile_bounds(ik_tile tile);

/* PMTiles id: tiles of lower zooms first, then along a Hilbert curve. 12/3423/1763 is 19078479. */
uint64_t ik_tile_id(ik_tile tile);
ik_tile ik_tile_from_id(uint64_t id); /* id < ik_tile_id_first(31) */
/* The first id of a zoom: the number of tiles of all zooms below it. `zoom` 0..31. */
uint64_t ik_tile_id_first(uint32_t zoom);

/* Metres on the ground per CSS pixel (256 a tile) at a latitude. */
double ik_metres_per_pixel(double lat, double zoom);

bool ik_tile_box_intersects(const ik_tile_box *a, const ik_tile_box *b);
void ik_tile_box_add(ik_tile_box *box, ik_tile_point point);

#endif

/* picture_grid.h — where things lie in one picture of a style.   [pipeline]
 *
 * The grid of a scene (scene.h) around the picture: positions as doubles from its origin. Zooms up to 22 of a style
 * fit, since the origin lies near. The world repeats to the east and to the west.
 */
#ifndef IK_PICTURE_GRID_H
#define IK_PICTURE_GRID_H

#include <ideenkarte/geo.h>

#include "feature_set.h"
#include "projection.h"
#include "scene.h"

/* How far outside the picture something may stand and still be seen: circles and wide lines, CSS pixels. */
#define IK_PICTURE_MARGIN_PX 1024

/* A projected reference system laid on the grid: north up, its corner at the position 0, 0. */
typedef struct {
    const ik_projection *projection; /* in metres */
    double west, north;              /* metres, of the corner */
    double units_per_metre;
} ik_picture_plane;

typedef struct {
    double zoom; /* of the grid */
    ik_scene_origin origin;
    ik_tile_box view;              /* the picture */
    const ik_picture_plane *plane; /* borrowed; NULL: Web Mercator */
} ik_picture_grid;

/* Tile units around the world. */
double ik_picture_grid_world(const ik_picture_grid *grid);

/* A position in the world's first copy; latitudes beyond the map lie on its edge. Not numbers where a plane does not
 * reach. */
ik_grid_position ik_picture_grid_place(const ik_picture_grid *grid, ik_lonlat position);

/* Parts of the world's width in Web Mercator, from its north-west corner. */
typedef struct {
    double min_x, min_y, max_x, max_y;
} ik_world_box;

/* The same for a place of Web Mercator, given as parts of the world. */
ik_grid_position ik_picture_grid_place_part(const ik_picture_grid *grid, double x, double y);

/* The way back: which place of the world lies there, in any of its copies. False where a plane cannot say. */
bool ik_picture_grid_world_at(const ik_picture_grid *grid, double x, double y, double *world_x,
                              double *world_y);

/* What a picture on a plane shows of the world, with some room around. False where the plane cannot say. */
bool ik_picture_grid_world_box(const ik_picture_grid *grid, ik_world_box *box);

/* The copies of the world that show something between two places: from `*first` to `*last`, to be shifted by so many
 * worlds. */
void ik_picture_grid_copies(const ik_picture_grid *grid, double min_x, double max_x, int *first,
                            int *last);

/* Whether a box, shifted by `copy` worlds, may be seen. */
bool ik_picture_grid_shows(const ik_picture_grid *grid, const ik_grid_position corners[2],
                           int copy);

#endif

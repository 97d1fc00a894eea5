/* picture_grid.c — where things lie in one picture of a style.   [pipeline] */
#include "picture_grid.h"

#include <math.h>

#include "mercator.h"

#define MARGIN      ((double)IK_PICTURE_MARGIN_PX * IK_UNITS_PER_PIXEL)
/* A picture so wide that the world repeats more often shows the rest empty. */
#define MOST_COPIES 1000.0
/* What is wider means nothing on a globe and comes once. */
#define MOST_WORLDS 3.0

double ik_picture_grid_world(const ik_picture_grid *grid)
{
    return exp2(grid->zoom) * IK_TILE_EXTENT;
}

static ik_grid_position place_on_plane(const ik_picture_plane *plane, ik_lonlat position)
{
    double easting, northing;
    if (!ik_projection_from_lonlat(plane->projection, position, &easting, &northing, NULL))
        return (ik_grid_position){NAN, NAN};
    return (ik_grid_position){(easting - plane->west) * plane->units_per_metre,
                              (plane->north - northing) * plane->units_per_metre};
}

ik_grid_position ik_picture_grid_place(const ik_picture_grid *grid, ik_lonlat position)
{
    if (grid->plane != NULL)
        return place_on_plane(grid->plane, position);
    const double side_m = 2 * ik_mercator_from_lonlat((ik_lonlat){180, 0}).x;
    const ik_mercator m = ik_mercator_from_lonlat(position);
    const double world = ik_picture_grid_world(grid);
    return (ik_grid_position){(m.x / side_m + 0.5) * world - (double)grid->origin.x,
                              (0.5 - m.y / side_m) * world - (double)grid->origin.y};
}

ik_grid_position ik_picture_grid_place_part(const ik_picture_grid *grid, double x, double y)
{
    const double side_m = 2 * ik_mercator_from_lonlat((ik_lonlat){180, 0}).x;
    return ik_picture_grid_place(
        grid, ik_lonlat_from_mercator((ik_mercator){(x - 0.5) * side_m, (0.5 - y) * side_m}));
}

/* ---- the world on a plane ---- */

/* Points looked at along each side, and the room around: straight lines of one are bent in the other. */
#define SIDE_POINTS 64
#define ROOM        0.1

bool ik_picture_grid_world_at(const ik_picture_grid *grid, double x, double y, double *world_x,
                              double *world_y)
{
    const ik_picture_plane *plane = grid->plane;
    const double side_m = 2 * ik_mercator_from_lonlat((ik_lonlat){180, 0}).x;
    ik_lonlat position;
    if (plane == NULL) {
        *world_x = (x + (double)grid->origin.x) / ik_picture_grid_world(grid);
        *world_y = (y + (double)grid->origin.y) / ik_picture_grid_world(grid);
        return true;
    }
    if (!ik_projection_to_lonlat(plane->projection, plane->west + x / plane->units_per_metre,
                                 plane->north - y / plane->units_per_metre, &position, NULL))
        return false;
    const ik_mercator m = ik_mercator_from_lonlat(position);
    *world_x = 0.5 + m.x / side_m;
    *world_y = 0.5 - m.y / side_m;
    return true;
}

static bool add_corner(const ik_picture_grid *grid, double x, double y, ik_world_box *box)
{
    double world_x, world_y;
    if (!ik_picture_grid_world_at(grid, x, y, &world_x, &world_y))
        return false;
    box->min_x = MIN(box->min_x, world_x);
    box->max_x = MAX(box->max_x, world_x);
    box->min_y = MIN(box->min_y, world_y);
    box->max_y = MAX(box->max_y, world_y);
    return true;
}

bool ik_picture_grid_world_box(const ik_picture_grid *grid, ik_world_box *box)
{
    const ik_tile_box *view = &grid->view;
    *box = (ik_world_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint i = 0; i <= SIDE_POINTS; i++) {
        const double part = (double)i / SIDE_POINTS;
        const double x = view->min_x + part * ((double)view->max_x - view->min_x);
        const double y = view->min_y + part * ((double)view->max_y - view->min_y);
        if (!add_corner(grid, x, view->min_y, box) || !add_corner(grid, x, view->max_y, box) ||
            !add_corner(grid, view->min_x, y, box) || !add_corner(grid, view->max_x, y, box))
            return false;
    }
    const double dx = (box->max_x - box->min_x) * ROOM, dy = (box->max_y - box->min_y) * ROOM;
    *box = (ik_world_box){box->min_x - dx, box->min_y - dy, box->max_x + dx, box->max_y + dy};
    return true;
}

/* ---- copies of the world ---- */

void ik_picture_grid_copies(const ik_picture_grid *grid, double min_x, double max_x, int *first,
                            int *last)
{
    const double world = ik_picture_grid_world(grid);
    *first = *last = 0;
    if (max_x - min_x > MOST_WORLDS * world)
        return;
    *first =
        (int)CLAMP(ceil((grid->view.min_x - MARGIN - max_x) / world), -MOST_COPIES, MOST_COPIES);
    *last =
        (int)CLAMP(floor((grid->view.max_x + MARGIN - min_x) / world), -MOST_COPIES, MOST_COPIES);
}

bool ik_picture_grid_shows(const ik_picture_grid *grid, const ik_grid_position corners[2], int copy)
{
    const double shift = copy * ik_picture_grid_world(grid);
    return corners[0].x + shift <= grid->view.max_x + MARGIN &&
           corners[1].x + shift >= grid->view.min_x - MARGIN &&
           corners[0].y <= grid->view.max_y + MARGIN && corners[1].y >= grid->view.min_y - MARGIN;
}

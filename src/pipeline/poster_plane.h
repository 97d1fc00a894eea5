/* poster_plane.h — the rectangle of a reference system that a page shows.   [pipeline] */
#ifndef IK_POSTER_PLANE_H
#define IK_POSTER_PLANE_H

#include <ideenkarte/build.h>

#include "picture_grid.h"

/* The grid's positions count 16 a CSS pixel; its view is the map. */
typedef struct {
    ik_picture_grid grid; /* borrows `plane` in UTM: the whole must not be moved */
    ik_picture_plane plane;
    ik_projection *projection; /* NULL in Web Mercator */
    double metres_per_pixel;   /* on the ground; in Web Mercator at `latitude` */
    double latitude;           /* of the middle of the box */
} ik_poster_plane;

/* Lays `box` out so that it is `width_px` wide. INPUT: higher than `most_px`, or so small that no style reaches it;
 * in UTM a box that the zone does not show. Clear after success. */
bool ik_poster_plane_init(ik_poster_plane *plane, const ik_poster_options *options, guint width_px,
                          guint most_px, GError **error);
void ik_poster_plane_clear(ik_poster_plane *plane);

#endif

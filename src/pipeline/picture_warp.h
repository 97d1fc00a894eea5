/* picture_warp.h — pictures of a source drawn anew where they do not lie straight on the map.   [pipeline]
 *
 * For each pixel of the map the place of Web Mercator is asked for and what the source shows there: on a plane, and
 * where corners stand aslant. Places are computed at the corners of small cells, straight between.
 */
#ifndef IK_PICTURE_WARP_H
#define IK_PICTURE_WARP_H

#include "picture_grid.h"
#include "picture_source.h"

/* The colour (Cairo's ARGB32) at a place of Web Mercator, in parts of the world; 0: nothing. */
typedef uint32_t (*ik_warp_sample)(gconstpointer data, double x, double y);

typedef struct {
    const ik_picture_grid *grid;
    double pixel_ratio; /* pixels a CSS pixel; less for very large pictures */
    guint samples;      /* a side of each pixel: more than 1 smooth edges */
    ik_warp_sample sample;
    gconstpointer data;
} ik_picture_warp;

/* Adds what is to be seen inside `box`, tile units, of the picture, in pieces. */
void ik_picture_warp_draw(const ik_picture_warp *warp, const ik_tile_box *box,
                          ik_source_pictures *pictures);

#endif

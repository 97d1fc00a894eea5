/* pixel_group.h — pixels that are drawn apart and then laid over the rest as a whole.   [raster] */
#ifndef IK_PIXEL_GROUP_H
#define IK_PIXEL_GROUP_H

#include <glib.h>
#include <stdint.h>

/* Moves `n` pixels to `rest` and leaves transparent ones. */
void ik_pixel_group_begin(uint32_t *pixels, uint32_t *rest, gsize n);

/* Lays what has been drawn since, with `opacity` 0..1, over the rest. */
void ik_pixel_group_end(uint32_t *pixels, const uint32_t *rest, gsize n, double opacity);

#endif

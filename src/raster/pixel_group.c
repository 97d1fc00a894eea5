/* pixel_group.c — pixels that are drawn apart and then laid over the rest as a whole.   [raster] */
#include "pixel_group.h"

#include <math.h>
#include <string.h>

void ik_pixel_group_begin(uint32_t *pixels, uint32_t *rest, gsize n)
{
    memcpy(rest, pixels, n * sizeof *pixels);
    memset(pixels, 0, n * sizeof *pixels);
}

/* a * b / 255, rounded. */
static uint32_t times(uint32_t a, uint32_t b)
{
    return (a * b + 127) / 255;
}

void ik_pixel_group_end(uint32_t *pixels, const uint32_t *rest, gsize n, double opacity)
{
    const uint32_t part = (uint32_t)lround(CLAMP(opacity, 0, 1) * 255);
    for (gsize i = 0; i < n; i++) {
        uint32_t over = pixels[i], under = rest[i], laid = 0;
        uint32_t left = 255 - times(over >> 24, part);
        for (int shift = 0; shift < 32; shift += 8)
            laid |= MIN(times(over >> shift & 0xff, part) + times(under >> shift & 0xff, left), 255)
                    << shift;
        pixels[i] = laid;
    }
}

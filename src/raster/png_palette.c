/* png_palette.c — the colours of a picture, as long as there are few.   [raster]
 *
 * A table with open addressing, at most a quarter full. Maps are flat: most pixels equal the one
 * before them.
 */
#include "png_palette.h"

#include <string.h>

/* Index of a colour, added when it is new; IK_PALETTE_MAX when there is no room. */
static guint index_of(ik_png_palette *palette, uint32_t color)
{
    guint slot = (guint)(color * 0x9e3779b1u >> 22);
    while (palette->slot_indexes[slot] != 0) {
        if (palette->slot_colors[slot] == color)
            return palette->slot_indexes[slot] - 1u;
        slot = (slot + 1) % IK_PALETTE_SLOTS;
    }
    if (palette->n == IK_PALETTE_MAX)
        return IK_PALETTE_MAX;
    palette->colors[palette->n++] = color;
    palette->slot_colors[slot] = color;
    palette->slot_indexes[slot] = (guint16)palette->n;
    return palette->n - 1;
}

void ik_png_palette_clear(ik_png_palette *palette)
{
    palette->n = 0;
    memset(palette->slot_indexes, 0, sizeof palette->slot_indexes);
}

bool ik_png_palette_map(ik_png_palette *palette, const uint32_t *pixels, gsize n, guint8 *indexes)
{
    uint32_t last = ~pixels[0];
    guint index = 0;
    for (gsize i = 0; i < n; i++) {
        if (pixels[i] != last) {
            last = pixels[i];
            index = index_of(palette, last);
            if (index == IK_PALETTE_MAX)
                return false;
        }
        indexes[i] = (guint8)index;
    }
    return true;
}

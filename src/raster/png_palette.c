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

/* Gives pixels that equal `last` its index, eight at a time, and says how many it gave. */
static gsize skip_equal(const uint32_t *pixels, gsize n, uint32_t last, guint8 *indexes,
                        guint8 index)
{
    const guint64 pair = (guint64)last << 32 | last;
    gsize done = 0;
    for (; done + 8 <= n; done += 8) {
        guint64 eight[4];
        memcpy(eight, &pixels[done], sizeof eight);
        if (((eight[0] ^ pair) | (eight[1] ^ pair) | (eight[2] ^ pair) | (eight[3] ^ pair)) != 0)
            break;
        memset(&indexes[done], index, 8);
    }
    return done;
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
        if (n - i >= 8 && pixels[i] == last && pixels[i + 7] == last)
            i += skip_equal(&pixels[i], n - i, last, &indexes[i], (guint8)index);
        if (i == n)
            break;
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

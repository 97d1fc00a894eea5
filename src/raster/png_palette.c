/* png_palette.c — the colours of a picture, as long as there are few.   [raster]
 *
 * A table with open addressing, at most a quarter full. Maps are flat: a row is a few runs of equal pixels,
 * and their ends are looked for with as many pixels at a time as can be.
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

/* Two pixels from `at` on, beside two others: 0 where both are equal. */
static guint64 differ(const uint32_t *at, guint64 others)
{
    guint64 two;
    memcpy(&two, at, sizeof two);
    return two ^ others;
}

/* How many of `n` pixels, one or more, equal the first of them. */
static gsize run_length(const uint32_t *pixels, gsize n)
{
    const guint64 pair = (guint64)pixels[0] << 32 | pixels[0];
    gsize i = 1;
    if (n == 1 || pixels[1] != pixels[0])
        return 1;
    while (i + 8 <= n && (differ(&pixels[i], pair) | differ(&pixels[i + 2], pair) |
                          differ(&pixels[i + 4], pair) | differ(&pixels[i + 6], pair)) == 0)
        i += 8;
    while (i + 2 <= n && differ(&pixels[i], pair) == 0)
        i += 2;
    return i < n && pixels[i] == pixels[0] ? i + 1 : i;
}

void ik_png_palette_clear(ik_png_palette *palette)
{
    palette->n = 0;
    memset(palette->slot_indexes, 0, sizeof palette->slot_indexes);
}

/* Eight at a time, beyond the end where there is room: what is written there is written again. */
static void fill_run(guint8 *indexes, gsize run, gsize room, guint8 index)
{
    if (run > 16 || room < 16) {
        memset(indexes, index, run);
        return;
    }
    memset(indexes, index, 8);
    memset(indexes + 8, index, 8);
}

bool ik_png_palette_map(ik_png_palette *palette, const uint32_t *pixels, gsize n, guint8 *indexes)
{
    for (gsize i = 0, run; i < n; i += run) {
        guint index = index_of(palette, pixels[i]);
        if (index == IK_PALETTE_MAX)
            return false;
        run = run_length(&pixels[i], n - i);
        fill_run(&indexes[i], run, n - i, (guint8)index);
    }
    return true;
}

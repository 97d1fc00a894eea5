/* png_palette.h — the colours of a picture, as long as there are few.   [raster] */
#ifndef IK_PNG_PALETTE_H
#define IK_PNG_PALETTE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define IK_PALETTE_MAX   256u
#define IK_PALETTE_SLOTS 1024u

typedef struct {
    uint32_t colors[IK_PALETTE_MAX]; /* in the order they first appear */
    guint n;
    uint32_t slot_colors[IK_PALETTE_SLOTS];
    guint16 slot_indexes[IK_PALETTE_SLOTS]; /* index + 1; 0: free */
} ik_png_palette;

void ik_png_palette_clear(ik_png_palette *palette);

/* Gives each of `n` pixels its index in `indexes` and collects the colours beside those known;
 * false, with `indexes` undefined, when there are more than 256.
 */
bool ik_png_palette_map(ik_png_palette *palette, const uint32_t *pixels, gsize n, guint8 *indexes);

#endif

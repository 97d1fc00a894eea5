/* photo_turn.c — a photo the right way up.   [photo]
 *
 * EXIF 2.32, section 4.6.4 A: which corner of the picture as seen the first row and the first column of the file are.
 *
 *   1 top left   2 top right   3 bottom right   4 bottom left
 *   5 left top   6 right top   7 right bottom   8 left bottom
 */
#include <string.h>

#include "photo_parts.h"

typedef struct {
    bool swaps;                /* rows become columns */
    bool mirrors_x, mirrors_y; /* then, as seen */
} turn;

static const turn turns[9] = {
    [1] = {false, false, false}, [2] = {false, true, false}, [3] = {false, true, true},
    [4] = {false, false, true},  [5] = {true, false, false}, [6] = {true, true, false},
    [7] = {true, true, true},    [8] = {true, false, true},
};

ik_photo *ik_photo_turn(ik_photo *photo, guint orientation)
{
    g_assert(orientation >= 1 && orientation <= 8);
    const turn *how = &turns[orientation];
    if (orientation == 1)
        return photo;
    ik_photo *turned = ik_photo_new(how->swaps ? photo->height : photo->width,
                                    how->swaps ? photo->width : photo->height, NULL);
    g_assert(turned != NULL); /* as many pixels as the photo has */
    const guint8 *from = photo->rgb;
    for (guint row = 0; row < photo->height; row++)
        for (guint column = 0; column < photo->width; column++, from += 3) {
            guint x = how->swaps ? row : column, y = how->swaps ? column : row;
            x = how->mirrors_x ? turned->width - 1 - x : x;
            y = how->mirrors_y ? turned->height - 1 - y : y;
            memcpy(turned->rgb + ((gsize)y * turned->width + x) * 3, from, 3);
        }
    ik_photo_free(photo);
    return turned;
}

/* pixel_cover.h — how much of each pixel areas cover, exactly.   [raster]
 *
 * Outlines go in as directed lines, in any order; out come runs of pixels row by row with the share
 * that each area has in them. The signed area that a line sweeps in each pixel it meets is added up
 * in integers, as font rasterisers do: lines there and back cancel, areas of the same direction that
 * overlap count once (a sum above the whole is the whole). Where a line crosses a row or a column is
 * computed from its ends alone, so what a pixel gets depends neither on where the picture is cut nor
 * on the way a line is run through.
 *
 * Several areas swept together share each pixel: their levels are rounded on the running sum, so that
 * areas which fill a pixel exactly come to exactly IK_COVER_FULL.
 *
 * Positions  1/256 of a pixel from the picture's north-west corner, y grows south, below 2^24 pixels
 *            away.   Memory  20 bytes for each pixel an outline meets.   Threads  one each.
 */
#ifndef IK_PIXEL_COVER_H
#define IK_PIXEL_COVER_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define IK_COVER_ONE 256 /* subpixels a pixel side */

/* Shares are given in eighths. At the edge of an area no eye tells more apart, most tiles keep to the 256
 * colours of a palette, and repeat themselves: against sixteenths 15 % fewer bytes on tiles of z6 to z12.
 */
#define IK_COVER_FULL 8u

typedef struct ik_pixel_cover ik_pixel_cover;

typedef struct {
    int32_t x, y;
} ik_subpixel;

typedef struct {
    guint32 area;  /* as given to ik_pixel_cover_line */
    guint32 level; /* 1..IK_COVER_FULL */
} ik_share;

/* `length` pixels from (x, y) on, all alike. */
typedef struct {
    int x, y, length;
    guint n_shares; /* 1 or more; ordered by area */
    const ik_share *shares;
} ik_cover_run;

typedef void (*ik_cover_fn)(const ik_cover_run *run, gpointer data);

ik_pixel_cover *ik_pixel_cover_new(int width, int height);
void ik_pixel_cover_free(ik_pixel_cover *cover);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_pixel_cover, ik_pixel_cover_free)

/* Makes the picture another size. There must be no lines in it. */
void ik_pixel_cover_resize(ik_pixel_cover *cover, int width, int height);

/* Adds a line of the outline of `area`; outlines must be closed. */
void ik_pixel_cover_line(ik_pixel_cover *cover, guint32 area, ik_subpixel from, ik_subpixel to);

/* Gives all runs to `take`, west to east in each row, rows from north to south, and forgets the lines. */
void ik_pixel_cover_sweep(ik_pixel_cover *cover, ik_cover_fn take, gpointer data);

#endif

/* distance_field.h — how far each pixel is from the edge of a glyph, as bytes.   [glyphs]
 *
 * The form that browsers' map libraries draw text from: at 24 pixels an em, a byte falls by 32 a pixel away from the
 * glyph; 191 is the edge (8 pixels over the whole range of a byte, a quarter of it inside).
 * Distances are measured to the outline itself at the centre of each pixel, not guessed from a picture of it. They are
 * written in steps: finer ones nobody sees, and gzip packs the glyphs of these to little more than half.
 * Cost: O(edges · pixels within 6 pixels of them).
 */
#ifndef IK_DISTANCE_FIELD_H
#define IK_DISTANCE_FIELD_H

#include <stdint.h>

#include "outline.h"

#define IK_FIELD_BUFFER 3   /* pixels around the box of the glyph */
#define IK_FIELD_RADIUS 8   /* pixels that 256 steps stand for */
#define IK_FIELD_EDGE   191 /* a pixel whose centre lies on the outline */

/* Steps of the bytes: 1/8 pixel up to a pixel from the outline, which is 1/32 pixel off in text of 12 pixels; 1/4 pixel
 * farther away, where halos end. */
#define IK_FIELD_NEAR     32.0
#define IK_FIELD_STEP     4.0
#define IK_FIELD_FAR_STEP 8.0

/* The pixels that hold the glyph, without the buffer. */
typedef struct {
    int left, top; /* of the box's upper left corner; top: pixels above the baseline */
    guint width, height;
} ik_field_box;

/* The smallest box; {0, 0, 0, 0} of an outline without edges. */
ik_field_box ik_distance_field_box(const ik_outline *outline);

/* Draws the field of an outline that ik_outline_unite has seen.
 *
 *   bytes  (width + 2 · buffer) · (height + 2 · buffer), rows from the top
 */
void ik_distance_field_draw(const ik_outline *outline, const ik_field_box *box, uint8_t *bytes);

#endif

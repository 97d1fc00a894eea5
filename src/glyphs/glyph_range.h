/* glyph_range.h — 256 characters of a font stack as the file that browsers' map libraries fetch.   [glyphs]
 *
 * Protocol Buffers:
 *
 *   glyphs     1  fontstack
 *   fontstack  1  name, the fonts joined by ','     2  range, "0-255"     3  glyph, one a character
 *   glyph      1  id: the character                 2  bitmap: distance_field.h; absent without edges
 *              3  width   4  height                 pixels, without the buffer of the bitmap
 *              5  left    6  top                    signed; from the origin, and from the ascender down (negative)
 *              7  advance                           pixels, rounded
 *
 * Source: glyphs.proto of node-fontnik; MapLibre Style Specification v8, "Glyphs". The ascender is that of the first
 * font, rounded up, for all fonts of the stack: they stand on one baseline.
 * Threads: one stack, one thread. The same fonts give the same bytes.
 */
#ifndef IK_GLYPH_RANGE_H
#define IK_GLYPH_RANGE_H

#include "font_stack.h"

#define IK_GLYPH_RANGES 256u /* of 256 characters each: the Basic Multilingual Plane */

/* The file of the characters 256 · number to 256 · number + 255; NULL when no font of the stack has one of them. */
GBytes *ik_glyph_range_encode(ik_font_stack *stack, const char *name, guint number);

/* "0-255"; the caller's. */
char *ik_glyph_range_name(guint number);

#endif

/* font_stack.h — the installed fonts behind the names of a style's text-font.   [glyphs]
 *
 * A name is a family followed by words for weight and slant, as style sheets write it: "Noto Sans Bold Italic".
 * Every character comes from the first font that has it; behind the fonts that were named stands the Arabic
 * sister of the first Noto Sans, so that names in Arabic letters need no style sheet of their own.
 * Threads: a stack belongs to one thread.
 */
#ifndef IK_FONT_STACK_H
#define IK_FONT_STACK_H

#include <stdbool.h>

#include "outline.h"

#define IK_GLYPH_SIZE_PX 24 /* pixels an em */

typedef struct ik_font_stack ik_font_stack;

/* What a character looks like, pixels at IK_GLYPH_SIZE_PX. */
typedef struct {
    double advance;
} ik_font_glyph;

/* Opens the fonts of a stack, names joined by ','. NOT_FOUND: a font of that name is not installed; IO: its file
 * cannot be read. */
ik_font_stack *ik_font_stack_open(const char *names, GError **error);
void ik_font_stack_close(ik_font_stack *stack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_font_stack, ik_font_stack_close)

/* The highest that letters of the first font reach above the baseline, pixels: glyphs are placed from there. */
double ik_font_stack_ascender(const ik_font_stack *stack);

/* Draws a character into `outline` (its former edges are forgotten). False when no font has it. */
bool ik_font_stack_draw(ik_font_stack *stack, gunichar character, ik_outline *outline,
                        ik_font_glyph *glyph);

#endif

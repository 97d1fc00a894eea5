/* color.h — colours as CSS writes them.   [style]
 *
 * Components are sRGB, 0..1, not multiplied by alpha.
 */
#ifndef IK_COLOR_H
#define IK_COLOR_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    double r, g, b, a;
} ik_color;

/* Reads `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`, `hsl()`, `hsla()`, the names of
 * CSS Color Module Level 4 and `transparent`. Components beyond their range are clamped as CSS
 * asks. False when `text` is none of these.
 */
bool ik_color_parse(const char *text, ik_color *color);

/* The value of a CSS colour name in lower case, 0xRRGGBB; false when there is no such name. */
bool ik_color_named(const char *name, uint32_t *rgb);

/* The colour `t` (0..1) of the way from `a` to `b`, each component by itself, as the specification
 * mixes colours. */
ik_color ik_color_mix(ik_color a, ik_color b, double t);

bool ik_color_equal(ik_color a, ik_color b);

#endif

/* fuzz_color.c — any text is no colour, or one whose parts lie within their bounds.   [tests] */
#include "fuzz_support.h"

#include <math.h>

#include "color.h"

static void check_part(double part)
{
    g_assert(part >= 0 && part <= 1);
}

static void check_color(ik_color color)
{
    check_part(color.r);
    check_part(color.g);
    check_part(color.b);
    check_part(color.a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    ik_color color;
    if (!ik_color_parse(text, &color))
        return 0;
    check_color(color);
    g_assert(ik_color_equal(color, color));
    ik_color black = {0, 0, 0, 1};
    ik_color half = ik_color_mix(black, color, 0.5);
    check_color(half);
    g_assert(fabs(half.a - (1 + color.a) / 2) < 1e-12);
    return 0;
}

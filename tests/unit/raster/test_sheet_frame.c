/* test_sheet_frame.c — colours of classes keep their order in black and white.   [tests] */
#include "sheet_frame.h"

#include "test_support.h"

#include <math.h>

static double linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* CIE L* of an sRGB colour: IEC 61966-2-1 and CIE 15. */
static double lightness(const double rgb[3])
{
    const double y = 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    return y > 216.0 / 24389 ? 116 * cbrt(y) - 16 : y * 24389 / 27;
}

static void each_class_is_clearly_darker_than_the_one_before(void **state)
{
    (void)state;
    for (guint n = 2; n <= 7; n++) {
        double former = 95; /* the palest is told from paper */
        for (guint i = 0; i < n; i++) {
            double rgb[3];
            ik_ramp_colour(i, n, rgb);
            const double now = lightness(rgb);
            assert_true(former - now >= (i == 0 ? 5 : 9));
            former = now;
        }
    }
}

static void steps_of_lightness_are_even(void **state)
{
    (void)state;
    double first[3], middle[3], last[3];
    ik_ramp_colour(0, 5, first);
    ik_ramp_colour(2, 5, middle);
    ik_ramp_colour(4, 5, last);
    ik_assert_near(lightness(middle), (lightness(first) + lightness(last)) / 2, 2.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_class_is_clearly_darker_than_the_one_before),
        cmocka_unit_test(steps_of_lightness_are_even),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

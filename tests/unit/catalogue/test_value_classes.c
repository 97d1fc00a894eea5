/* test_value_classes.c — classes against hand calculation, published breaks and trying everything.   [tests] */
#include "value_classes.h"

#include "test_support.h"

#include <math.h>

static char *spell(const ik_value_classes *classes)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < classes->n; i++) {
        char low[32], high[32];
        g_ascii_formatd(low, sizeof low, "%.10g", classes->classes[i].low);
        g_ascii_formatd(high, sizeof high, "%.10g", classes->classes[i].high);
        g_string_append_printf(text, "%s%s-%s(%u)", i > 0 ? " " : "", low, high,
                               classes->classes[i].count);
    }
    return g_string_free(text, FALSE);
}

static void assert_classes(const double *values, guint n, ik_class_method method, guint wanted,
                           const char *expected)
{
    const ik_value_classes classes = ik_value_classes_make(values, n, method, wanted);
    g_autofree char *text = spell(&classes);
    assert_string_equal(text, expected);
}

static void quantiles_have_as_many_values_each(void **state)
{
    (void)state;
    const double values[] = {8, 1, 2, 7, 3, 6, 4, 5};
    assert_classes(values, 8, IK_CLASSES_QUANTILES, 4, "1-2(2) 3-4(2) 5-6(2) 7-8(2)");
    assert_classes(values, 8, IK_CLASSES_QUANTILES, 1, "1-8(8)");
}

static void equal_values_stay_in_one_class(void **state)
{
    (void)state;
    const double values[] = {1, 1, 1, 1, 1, 1, 2, 3};
    assert_classes(values, 8, IK_CLASSES_QUANTILES, 4, "1-1(6) 2-3(2)");
    assert_classes(values, 8, IK_CLASSES_JENKS, 3, "1-1(6) 2-2(1) 3-3(1)");
}

static void equal_steps_divide_the_range(void **state)
{
    (void)state;
    const double values[] = {0, 1, 9, 10, 25, 40};
    /* steps of 10 from 0: [0, 10) [10, 20) [20, 30) [30, 40] */
    assert_classes(values, 6, IK_CLASSES_EQUAL, 4, "0-9(3) 10-10(1) 25-25(1) 40-40(1)");
}

static void natural_breaks_find_the_gaps(void **state)
{
    (void)state;
    const double values[] = {4, 5, 9, 10};
    assert_classes(values, 4, IK_CLASSES_JENKS, 2, "4-5(2) 9-10(2)");
    const double heights[] = {1, 2, 3, 50, 51, 52, 53, 200};
    assert_classes(heights, 8, IK_CLASSES_JENKS, 3, "1-3(3) 50-53(4) 200-200(1)");
}

static void there_are_no_more_classes_than_values(void **state)
{
    (void)state;
    const double values[] = {2, 2, 1};
    assert_classes(values, 3, IK_CLASSES_JENKS, 5, "1-1(1) 2-2(2)");
    assert_classes(values, 3, IK_CLASSES_EQUAL, 5, "1-1(1) 2-2(2)");
    assert_classes(values, 3, IK_CLASSES_QUANTILES, 7, "1-1(1) 2-2(2)");
    assert_classes(values, 1, IK_CLASSES_EQUAL, 3, "2-2(1)");
    assert_classes(NULL, 0, IK_CLASSES_JENKS, 5, "");
}

static double deviation_of(const double *values, guint first, guint end)
{
    double mean = 0, sum = 0;
    for (guint i = first; i < end; i++)
        mean += values[i] / (end - first);
    for (guint i = first; i < end; i++)
        sum += (values[i] - mean) * (values[i] - mean);
    return sum;
}

/* Least deviation of sorted values in three classes, by trying all pairs of breaks. */
static double best_of_three(const double *values, guint n)
{
    double best = INFINITY;
    for (guint a = 1; a + 1 < n; a++)
        for (guint b = a + 1; b < n; b++)
            best = fmin(best, deviation_of(values, 0, a) + deviation_of(values, a, b) +
                                  deviation_of(values, b, n));
    return best;
}

static int compare(const void *a, const void *b)
{
    const double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static void no_other_breaks_are_better_than_the_natural_ones(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(1958);
    for (guint round = 0; round < 200; round++) {
        double values[25];
        const guint n = (guint)g_rand_int_range(random, 5, 26);
        for (guint i = 0; i < n; i++)
            values[i] = g_rand_double(random) * g_rand_double(random) * 1000;
        const ik_value_classes made = ik_value_classes_make(values, n, IK_CLASSES_JENKS, 3);
        qsort(values, n, sizeof *values, compare);
        assert_int_equal(made.n, 3);
        const guint a = made.classes[0].count, b = a + made.classes[1].count;
        const double cost =
            deviation_of(values, 0, a) + deviation_of(values, a, b) + deviation_of(values, b, n);
        const double best = best_of_three(values, n);
        ik_assert_near(cost, best, 1e-9 * best + 1e-9);
    }
    g_rand_free(random);
}

static void a_value_is_found_in_its_class(void **state)
{
    (void)state;
    const double values[] = {1, 2, 3, 50, 51, 52, 53, 200};
    const guint expected[] = {0, 0, 0, 1, 1, 1, 1, 2};
    const ik_value_classes classes = ik_value_classes_make(values, 8, IK_CLASSES_JENKS, 3);
    for (guint i = 0; i < 8; i++)
        assert_int_equal(ik_value_classes_find(&classes, values[i]), expected[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_have_as_many_values_each),
        cmocka_unit_test(equal_values_stay_in_one_class),
        cmocka_unit_test(equal_steps_divide_the_range),
        cmocka_unit_test(natural_breaks_find_the_gaps),
        cmocka_unit_test(there_are_no_more_classes_than_values),
        cmocka_unit_test(no_other_breaks_are_better_than_the_natural_ones),
        cmocka_unit_test(a_value_is_found_in_its_class),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

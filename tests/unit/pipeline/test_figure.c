/* test_figure.c — what figures show, what counts as empty, where they are written.   [tests] */
#include "figure_parts.h"

#include "test_support.h"

#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <math.h>

static const ik_coverage_row some = {.municipalities = 3,
                                     .municipalities_with_project = 2,
                                     .population = 160000,
                                     .projects = 2,
                                     .events = 1,
                                     .projects_per_100k = 1.254999,
                                     .distance_median_m = 3456};
static const ik_coverage_row none = {
    .municipalities = 1, .population = 40000, .distance_median_m = NAN};
static const ik_coverage_row nobody = {.municipalities = 1, .projects = 1};

static void values_are_rounded_as_they_are_read(void **state)
{
    (void)state;
    ik_assert_near(ik_measure_value(&some, IK_MEASURE_PER_100K), 1.25, 1e-12);
    ik_assert_near(ik_measure_value(&some, IK_MEASURE_SHARE), 66.7, 1e-12);
    ik_assert_near(ik_measure_value(&some, IK_MEASURE_DISTANCE), 3.5, 1e-12);
    ik_assert_near(ik_measure_value(&some, IK_MEASURE_EVENTS), 1, 0);
    g_autofree char *german = ik_measure_spell(66.7, IK_MEASURE_SHARE, "de");
    assert_string_equal(german, "66,7");
}

static void what_cannot_be_known_is_no_number(void **state)
{
    (void)state;
    assert_true(isnan(ik_measure_value(&none, IK_MEASURE_DISTANCE)));
    assert_true(isnan(ik_measure_value(&nobody, IK_MEASURE_PER_100K)));
    g_autofree char *dash = ik_measure_spell(NAN, IK_MEASURE_PER_100K, "en");
    assert_string_equal(dash, "–");
}

static void empty_is_no_low_value(void **state)
{
    (void)state;
    assert_true(ik_measure_is_empty(&none, IK_MEASURE_PER_100K));
    assert_true(ik_measure_is_empty(&none, IK_MEASURE_SHARE));
    assert_true(ik_measure_is_empty(&none, IK_MEASURE_EVENTS));
    assert_false(ik_measure_is_empty(&none, IK_MEASURE_DISTANCE)); /* not known, or a distance */
    assert_false(ik_measure_is_empty(&some, IK_MEASURE_PROJECTS));
}

static void measures_and_methods_have_names(void **state)
{
    (void)state;
    ik_measure measure;
    ik_class_method method;
    assert_true(ik_measure_parse("distance", &measure));
    assert_int_equal(measure, IK_MEASURE_DISTANCE);
    assert_false(ik_measure_parse("", &measure));
    assert_true(ik_class_method_parse("equal", &method));
    assert_int_equal(method, IK_CLASSES_EQUAL);
    assert_false(ik_class_method_parse("Jenks", &method));
}

static void a_picture_of_another_kind_is_refused(void **state)
{
    (void)state;
    char *folder = ik_test_folder_new();
    g_autofree char *path = g_build_filename(folder, "map.gif", NULL);
    const ik_coverage coverage = {0};
    const ik_figure_options options = {.classes = 5, .language = "de"};
    g_autoptr(GError) error = NULL;
    assert_false(ik_map_file(&coverage, ik_territory_builtin(), &options, path, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "expected .svg, .png or .pdf");
    assert_int_not_equal(g_access(path, 0), 0);
    ik_test_folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_rounded_as_they_are_read),
        cmocka_unit_test(what_cannot_be_known_is_no_number),
        cmocka_unit_test(empty_is_no_low_value),
        cmocka_unit_test(measures_and_methods_have_names),
        cmocka_unit_test(a_picture_of_another_kind_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

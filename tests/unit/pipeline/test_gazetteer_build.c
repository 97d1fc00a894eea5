/* test_gazetteer_build.c — from registers to a gazetteer: what is taken, what is left out.   [tests] */
#include <ideenkarte/gazetteer_build.h>

#include "gazetteer.h"
#include "test_support.h"

typedef struct {
    char *folder, *output;
    ik_gazetteer_report report;
    GError *error;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->folder = ik_test_folder_new();
    f->output = g_build_filename(f->folder, "out.gaz", NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_gazetteer_report_clear(&f->report);
    ik_test_folder_remove(f->folder);
    g_clear_error(&f->error);
    g_free(f->output);
    g_free(f);
    return 0;
}

static bool build_text(fixture *f, const char *text, const ik_gazetteer_options *options)
{
    g_autofree char *path = ik_test_file_write(f->folder, "list.csv", text, -1);
    const char *const sources[] = {path, NULL};
    return ik_gazetteer_build(sources, f->output, options, &f->report, &f->error);
}

static guint64 skips(const fixture *f, const char *reason)
{
    for (guint i = 0; i < f->report.sources[0].n_skips; i++)
        if (g_str_equal(f->report.sources[0].skips[i].reason, reason))
            return f->report.sources[0].skips[i].count;
    return 0;
}

/* Label points of the built-in table: Düsseldorf 6.776160 51.221720, Duisburg 6.765160 51.432470. */
static void the_position_tells_the_municipality_where_the_register_does_not(void **state)
{
    fixture *f = *state;
    assert_true(build_text(f,
                           "ags,street,number,lon,lat\n,A,1,6.776160,51.221720\n"
                           ",B,2,6.765160,51.432470\n,C,3,4.35,50.85\n",
                           NULL));
    ik_assert_no_error(f->error);
    assert_int_equal(f->report.houses, 2);
    assert_int_equal(skips(f, "outside_territory"), 1);
    g_autoptr(ik_gazetteer) gazetteer = ik_gazetteer_open(f->output, &f->error);
    ik_assert_no_error(f->error);
    assert_int_equal(ik_gazetteer_municipalities(gazetteer), 2);
    assert_string_equal(ik_gazetteer_ags(gazetteer, 0), "05111000");
    assert_string_equal(ik_gazetteer_ags(gazetteer, 1), "05112000");
}

/* The middle of Duisburg lies 20 kilometres from Düsseldorf. */
static void houses_far_outside_their_municipality_are_left_out_and_streets_lose_their_position(
    void **state)
{
    fixture *f = *state;
    assert_true(build_text(f,
                           "ags,street,number,lon,lat\n05111000,A,1,6.776160,51.221720\n"
                           "05111000,B,2,6.765160,51.432470\n05111000,C,,6.765160,51.432470\n"
                           "09162000,D,4,6.776160,51.221720\n",
                           NULL));
    assert_int_equal(f->report.houses, 1);
    assert_int_equal(f->report.streets, 2);
    assert_int_equal(f->report.dropped_positions, 1);
    assert_int_equal(f->report.without_position, 1);
    assert_int_equal(skips(f, "outside_municipality"), 1);
    assert_int_equal(skips(f, "municipality_unknown"), 1);
    assert_int_equal(f->report.sources[0].rows, 4);
    assert_int_equal(f->report.sources[0].used, 2);
}

static bool stop(const ik_progress *progress, gpointer data)
{
    (void)progress;
    (void)data;
    return false;
}

static void a_caller_can_stop_and_nothing_is_written(void **state)
{
    fixture *f = *state;
    const ik_gazetteer_options options = {.progress = stop};
    assert_false(build_text(f, "street,lon,lat\nA,6.776160,51.221720\n", &options));
    ik_assert_error(f->error, IK_ERROR, IK_ERROR_CANCELLED, "stopped");
    assert_false(g_file_test(f->output, G_FILE_TEST_EXISTS));
}

static void a_failed_source_leaves_the_former_file(void **state)
{
    fixture *f = *state;
    assert_true(build_text(f, "street,lon,lat\nA,6.776160,51.221720\n", NULL));
    ik_gazetteer_report_clear(&f->report);
    assert_false(build_text(f, "id,title\n1,A\n", NULL));
    ik_assert_error(f->error, IK_ERROR, IK_ERROR_INPUT, "no column for the street");
    g_clear_error(&f->error);
    g_autoptr(ik_gazetteer) gazetteer = ik_gazetteer_open(f->output, &f->error);
    ik_assert_no_error(f->error);
    assert_int_equal(ik_gazetteer_streets(gazetteer), 1);
}

static void localities_far_outside_their_municipality_are_left_out(void **state)
{
    fixture *f = *state;
    assert_true(build_text(f,
                           "ags,ortsteil,lon,lat\n05111000,Bilk,6.776160,51.205\n"
                           "05113000,Oberbilk,6.80,51.21\n,Nirgends,4.0,50.0\n",
                           NULL));
    assert_string_equal(f->report.sources[0].format, "localities");
    assert_int_equal(f->report.localities, 1);
    assert_int_equal(f->report.streets, 0);
    assert_int_equal(skips(f, "outside_municipality"), 1);
    assert_int_equal(skips(f, "outside_territory"), 1);
}

static void the_licence_given_is_that_of_sources_without_one(void **state)
{
    fixture *f = *state;
    const ik_gazetteer_options options = {.licence = "CC BY 4.0", .attribution = "Stadt Düren"};
    g_autofree char *csv =
        ik_test_file_write(f->folder, "list.csv", "street,lon,lat\nA,6.776160,51.221720\n", -1);
    g_autofree char *essen = ik_test_file_write(f->folder, "essen.csv",
                                                "strschl;strname;hsnr;hsnrzu;utm32_e_4647;lon;lat\n"
                                                "1;Kettwiger Str.;1;;1;7.0130;51.4550\n",
                                                -1);
    const char *const sources[] = {csv, essen, NULL};
    assert_true(ik_gazetteer_build(sources, f->output, &options, &f->report, &f->error));
    g_autoptr(ik_gazetteer) gazetteer = ik_gazetteer_open(f->output, &f->error);
    ik_assert_no_error(f->error);
    assert_int_equal(ik_gazetteer_sources(gazetteer), 2);
    ik_gazetteer_source known = ik_gazetteer_source_get(gazetteer, 0);
    ik_gazetteer_source given = ik_gazetteer_source_get(gazetteer, 1);
    assert_string_equal(known.name, "essen.csv");
    assert_string_equal(known.licence, "dl-de/by-2-0");
    assert_string_equal(known.attribution, "Stadt Essen");
    assert_string_equal(given.licence, "CC BY 4.0");
    assert_string_equal(given.attribution, "Stadt Düren");
}

static void a_licence_or_an_attribution_is_one_line_of_text(void **state)
{
    static const char *const bad[] = {"Stadt\nHamm", "Stadt \x1b[1m", "D\xfcren"};
    fixture *f = *state;
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
        const ik_gazetteer_options licence = {.licence = bad[i]};
        const ik_gazetteer_options attribution = {.attribution = bad[i]};
        assert_false(build_text(f, "street,lon,lat\nA,6.8,51.2\n", &licence));
        ik_assert_error(f->error, IK_ERROR, IK_ERROR_INPUT, "licence: expected one line");
        g_clear_error(&f->error);
        assert_false(build_text(f, "street,lon,lat\nA,6.8,51.2\n", &attribution));
        ik_assert_error(f->error, IK_ERROR, IK_ERROR_INPUT, "attribution: expected one line");
        g_clear_error(&f->error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(the_position_tells_the_municipality_where_the_register_does_not),
        TEST(houses_far_outside_their_municipality_are_left_out_and_streets_lose_their_position),
        TEST(a_caller_can_stop_and_nothing_is_written),
        TEST(a_failed_source_leaves_the_former_file),
        TEST(localities_far_outside_their_municipality_are_left_out),
        TEST(the_licence_given_is_that_of_sources_without_one),
        TEST(a_licence_or_an_attribution_is_one_line_of_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

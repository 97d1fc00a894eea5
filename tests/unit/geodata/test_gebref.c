/* test_gebref.c — building references in both layouts.   [tests]
 *
 * Positions by PROJ's gdaltransform -s_srs EPSG:25832 -t_srs EPSG:4326 (and EPSG:4647 for the first).
 */
#include "gebref.h"

#include "taken_records.h"

/* A ten-thousandth of a millimetre is more than the last digit that gdaltransform prints. */
#define TOLERANCE 1e-12

#define RATINGEN     "N;DENW000002207504;A;05;1;58;028;0000;12741;6;;32349925,060;5685090,386;"
#define RATINGEN_ROW RATINGEN "Minoritenstraße;2022-01-01"
#define MARL_ROW                                                                        \
    "N;DENW52HK000AAamr;C;05;Nordrhein-Westfalen;5;Münster;62;Recklinghausen;024;Marl" \
    ";0000;;07146;Polsumer Straße;2;;32;365471.472;5721550.800;2026-07-01"
#define PLETTENBERG_HEAD                                                               \
    "N;DENW08HK0000ChHB;A;05;Nordrhein-Westfalen;9;Arnsberg;62;Märkischer Kreis;052;" \
    "Plettenberg;0000;;02418;Marl;2;a;"
#define PLETTENBERG_ROW PLETTENBERG_HEAD "32;420565.275;5673959.771;2026-07-01"

static void assert_position(const taken *t, guint i, double lon, double lat)
{
    const ik_lonlat position = taken_position(t, i);
    ik_assert_near(position.lon, lon, TOLERANCE);
    ik_assert_near(position.lat, lat, TOLERANCE);
}

static void both_layouts_are_read_from_one_file(void **state)
{
    taken *t = *state;
    assert_true(taken_read(t, ik_gebref_read, "gebref.txt",
                           "\xEF\xBB\xBF" RATINGEN_ROW "\r\n" PLETTENBERG_ROW "\n", -1));
    ik_assert_no_error(t->error);
    assert_int_equal(t->lines->len, 2);
    assert_string_equal(taken_line(t, 0), "05158028|Minoritenstraße|12741|6||-|");
    assert_string_equal(taken_line(t, 1), "05962052|Marl|02418|2|a|-|");
    assert_position(t, 0, 6.84735747959133, 51.2973286948979);
    assert_position(t, 1, 7.86276692004152, 51.2115031142841);
    assert_int_equal(t->summary.rows, 2);
    assert_string_equal(t->summary.date, "2026-07-01");
}

static void decimal_signs_and_zones_are_read_in_either_layout(void **state)
{
    taken *t = *state;
    assert_true(taken_read(t, ik_gebref_read, "gebref.txt",
                           "N;X;B;05;1;58;028;0000;12741;6;;349925.060;5685090.386;Minoritenstraße;"
                           "2022-01-01\n" PLETTENBERG_HEAD
                           "32;32420565,275;5673959,771;2026-07-01\n" PLETTENBERG_HEAD
                           ";420565,275;5673959,771;2026-07-01",
                           -1));
    assert_int_equal(t->lines->len, 3);
    assert_position(t, 0, 6.84735747959133, 51.2973286948979);
    assert_position(t, 1, 7.86276692004152, 51.2115031142841);
    assert_position(t, 2, 7.86276692004152, 51.2115031142841);
}

static void points_without_a_building_are_counted_and_left_out(void **state)
{
    taken *t = *state;
    assert_true(taken_read(t, ik_gebref_read, "gebref.txt", MARL_ROW "\n" PLETTENBERG_ROW, -1));
    assert_int_equal(t->lines->len, 1);
    assert_int_equal(t->summary.rows, 2);
    assert_int_equal(taken_skips(t, "no_house"), 1);
    assert_int_equal(t->summary.skips.items[0].first_line, 1);
}

static void broken_rows_are_counted_by_reason(void **state)
{
    static const struct {
        const char *row, *reason;
    } cases[] = {
        {"N;X;A;05", "fields_wrong"},
        {PLETTENBERG_ROW ";;;;", "fields_wrong"},
        {"N;X;A;5;1;58;028;0000;12741;6;;32349925,060;5685090,386;A;2022-01-01", "ags_malformed"},
        {"N;X;A;05;1;58;28;0000;12741;6;;32349925,060;5685090,386;A;2022-01-01", "ags_malformed"},
        {RATINGEN ";2022-01-01", "street_missing"},
        {"N;X;A;05;1;58;028;0000;12741;;;32349925,060;5685090,386;A;2022-01-01", "number_missing"},
        {"N;X;A;05;1;58;028;0000;12741;6;;;5685090,386;A;2022-01-01", "position_missing"},
        {"N;X;A;05;1;58;028;0000;12741;6;;3234x;5685090,386;A;2022-01-01", "position_missing"},
        {"N;X;A;05;1;58;028;0000;12741;6;;1,2,3;5685090,386;A;2022-01-01", "position_missing"},
        {"N;X;A;05;1;58;028;0000;12741;6;;33349925,060;5685090,386;A;2022-01-01", "zone_unknown"},
        {PLETTENBERG_HEAD "33;420565.275;5673959.771;2026-07-01", "zone_unknown"},
        {RATINGEN "Minoritenstra\xDF"
                  "e;2022-01-01",
         "broken_text"},
    };
    taken *t = *state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strconcat(cases[i].row, "\n" RATINGEN_ROW "\n", NULL);
        assert_true(taken_read(t, ik_gebref_read, "gebref.txt", text, -1));
        assert_int_equal(t->lines->len, 1);
        if (taken_skips(t, cases[i].reason) != 1)
            fail_msg("%s: not skipped as %s", cases[i].row, cases[i].reason);
    }
}

static void a_line_without_end_and_one_with_zeros_cost_nothing_but_themselves(void **state)
{
    taken *t = *state;
    g_autoptr(GString) text = g_string_new(RATINGEN_ROW "\n");
    for (guint i = 0; i < 400000; i++)
        g_string_append_c(text, ';');
    g_string_append(text, "\n");
    g_string_append_len(text, "N;X\0;A\n", 7);
    for (guint i = 0; i < 9000; i++)
        g_string_append_c(text, 'x');
    g_string_append(text, "\n\n" PLETTENBERG_ROW);
    assert_true(taken_read(t, ik_gebref_read, "gebref.txt", text->str, (gssize)text->len));
    assert_int_equal(t->lines->len, 2);
    assert_int_equal(t->summary.rows, 5);
    assert_int_equal(taken_skips(t, "line_too_long"), 2);
    assert_int_equal(taken_skips(t, "broken_text"), 1);
}

static void lines_are_whole_wherever_the_buffer_ends(void **state)
{
    taken *t = *state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 1; i <= 5000; i++)
        g_string_append_printf(text,
                               "N;X;A;05;1;58;028;0000;12741;%u;;32349925,060;5685090,386;A;"
                               "2022-01-01\r\n",
                               i);
    assert_true(taken_read(t, ik_gebref_read, "gebref.txt", text->str, -1));
    assert_int_equal(t->lines->len, 5000);
    for (guint i = 0; i < 5000; i++) {
        g_autofree char *expected = g_strdup_printf("05158028|A|12741|%u||-|", i + 1);
        assert_string_equal(taken_line(t, i), expected);
    }
}

static void who_takes_the_records_can_end_the_reading(void **state)
{
    taken *t = *state;
    t->limit = 1;
    assert_false(taken_read(t, ik_gebref_read, "gebref.txt", RATINGEN_ROW "\n" RATINGEN_ROW, -1));
    ik_assert_error(t->error, IK_ERROR, IK_ERROR_CANCELLED, "enough");
    assert_int_equal(t->lines->len, 1);
}

static void a_line_is_known_by_its_keys(void **state)
{
    (void)state;
    assert_true(ik_gebref_is_line(RATINGEN_ROW));
    assert_true(ik_gebref_is_line(PLETTENBERG_ROW));
    assert_false(ik_gebref_is_line("a;b;c;d;e;f;g;h;i;j;k;l;m;n;o"));
    assert_false(ik_gebref_is_line("G;05;1;58;028;Ratingen"));
    assert_false(ik_gebref_is_line(""));
}

static void a_file_that_is_not_there_is_an_error(void **state)
{
    taken *t = *state;
    assert_false(taken_read_path(t, ik_gebref_read, "/nowhere/gebref.txt"));
    ik_assert_error(t->error, IK_ERROR, IK_ERROR_NOT_FOUND, "/nowhere/gebref.txt: no such file");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, taken_set_up, taken_tear_down)
        TEST(both_layouts_are_read_from_one_file),
        TEST(decimal_signs_and_zones_are_read_in_either_layout),
        TEST(points_without_a_building_are_counted_and_left_out),
        TEST(broken_rows_are_counted_by_reason),
        TEST(a_line_without_end_and_one_with_zeros_cost_nothing_but_themselves),
        TEST(lines_are_whole_wherever_the_buffer_ends),
        TEST(who_takes_the_records_can_end_the_reading),
        TEST(a_line_is_known_by_its_keys),
        TEST(a_file_that_is_not_there_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

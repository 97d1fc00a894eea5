/* test_place_search.c — addresses answered from streets and houses.   [tests] */
#include "official_tables.h"
#include "sample_gazetteer.h"

#include <ideenkarte/geocoder.h>

typedef struct {
    official_tables *tables;
    ik_geocoder *geocoder;
    char *folder;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->tables = official_tables_new();
    f->geocoder = ik_geocoder_new(&f->tables->territory);
    f->folder = ik_test_folder_new();
    g_autofree char *path = sample_gazetteer_write(f->folder);
    GError *error = NULL;
    assert_true(ik_geocoder_open_gazetteer(f->geocoder, path, &error));
    ik_assert_no_error(error);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_geocoder_free(f->geocoder);
    official_tables_free(f->tables);
    ik_test_folder_remove(f->folder);
    g_free(f);
    return 0;
}

typedef struct {
    const char *text, *level, *number, *faults, *ags;
    double lon; /* 0: not looked at */
} house_case;

/* Expected longitudes: that of the street + number * 0.0001 (sample_gazetteer.h). */
static const house_case CASES[] = {
    /* as in the register, and as people write it */
    {"Dahlhauser Str. 7, 45279 Essen", "house", "7", "", ESSEN, 7.1007},
    {"45279 Essen, Dahlhauser Straße 7", "house", "7", "", ESSEN, 7.1007},
    {"DAHLHAUSER STRASSE 7, 45279 ESSEN", "house", "7", "", ESSEN, 7.1007},
    {"Dahlhauserstr.7, 45279 Essen", "house", "7", "", ESSEN, 7.1007},
    {"c/o AWO, Dahlhauser Str. 7 Hinterhaus, 45279 Essen", "house", "7", "", ESSEN, 7.1007},
    {"Dahlhauser Str. 12 A, 45279 Essen", "house", "12a", "", ESSEN, 7.1012},
    {"Straße des 17. Juni 135, 45279 Essen", "house", "135", "", ESSEN, 7.0135},
    {"Straße des 17. Juni 17, 45279 Essen", "house", "17", "", ESSEN, 7.0017},
    {"Am 30 Morgen 4, 45279 Essen", "house", "4", "", ESSEN, 7.0104},
    {"Ottostr 5a, 44145 Dortmnud", "house", "5a", "city_spelling", DORTMUND, 7.4705},
    /* numbers that differ are said */
    {"Dahlhauser Str. 7c, 45279 Essen", "house_near", "7", "suffix_dropped", ESSEN, 7.1007},
    {"Dahlhauser Str. 12, 45279 Essen", "house_near", "12a, 12b", "suffix_assumed", ESSEN, 7.1012},
    {"Dahlhauser Str. 14-22, 45279 Essen", "house", "14-22", "", ESSEN, 7.1014},
    {"Dahlhauser Str. 18, 45279 Essen", "house_near", "14-22", "number_in_range", ESSEN, 7.1014},
    {"Dahlhauser Str. 3-7, 45279 Essen", "house_near", "3, 7", "number_range", ESSEN, 7.1005},
    {"Dahlhauser Str. 7-13, 45279 Essen", "house_near", "7, 11", "number_partly", ESSEN, 7.1009},
    {"Dahlhauser Str. 3/5, 45279 Essen", "house_near", "3, 5", "number_range", ESSEN, 7.1004},
    {"Dahlhauser Str. 34, 45279 Essen", "house_near", "34", "number_between", ESSEN, 7.1034},
    {"Dahlhauser Str. 99, 45279 Essen", "street", "99", "number_unknown", ESSEN, 0},
    {"Dahlhauser Str., 45279 Essen", "street", NULL, "number_missing", ESSEN, 0},
    {"Kein Haus 3, 45279 Essen", "street", "3", "number_unverified", ESSEN, 7.03},
    /* names that differ are said */
    {"Dahlhuaser Str. 7, 45279 Essen", "house", "7", "street_spelling", ESSEN, 7.1007},
    {"Fr.-Ebert-Str. 2, 45279 Essen", "house", "2", "street_abbreviated", ESSEN, 7.0202},
    {"F. Ebert Straße 2, 45279 Essen", "house", "2", "street_abbreviated", ESSEN, 7.0202},
    {"K 37, 45279 Essen", "municipality", "37", "street_unknown", ESSEN, 0},
    {"Gibtesnicht 2, 45279 Essen", "municipality", "2", "street_unknown", ESSEN, 0},
    /* two streets of one name: number, postcode and locality decide, else a person */
    {"Bergstr. 2, 45219 Essen", "house", "2", "", ESSEN, 6.9002},
    {"Bergstr. 7, 45277 Essen", "house", "7", "", ESSEN, 7.0807},
    {"Bergstr. 5, 45277 Essen", "house", "5", "", ESSEN, 7.0805},
    {"Bergstr. 5, 45219 Essen", "house", "5", "", ESSEN, 6.9005},
    {"Bergstr. 5, 45219 Essen-Kettwig", "house", "5", "locality_unverified", ESSEN, 6.9005},
    {"Bergstr. 5, Essen", "house", "5", "postcode_missing address_ambiguous", ESSEN, 6.9005},
    /* an umlaut tells two streets apart, whatever the postcode; numbers stay with their street */
    {"Forster Straße 2, 45127 Essen", "house", "2", "", ESSEN, 7.0402},
    {"Forster Str. 2, 45138 Essen", "house", "2", "postcode_differs", ESSEN, 7.0402},
    {"FÖRSTERSTR. 2, 45138 Essen", "house", "2", "", ESSEN, 7.0502},
    {"Foersterstr. 2, 45127 Essen", "house", "2", "postcode_differs", ESSEN, 7.0502},
    {"Forsterstr. 3, 45127 Essen", "street", "3", "number_unknown", ESSEN, 0},
    {"Forster Straße, 4, 45127 Essen", "house", "4", "", ESSEN, 7.0404},
    {"Nr. 4, Forster Straße, 45127 Essen", "house", "4", "", ESSEN, 7.0404},
    /* postcode and town contradict each other: what exists decides */
    {"Dahlhauser Str. 7, 45468 Essen", "house", "7", "postcode_city_mismatch postcode_differs",
     ESSEN, 7.1007},
    {"Aktienstr. 10, 45468 Essen", "house", "10", "postcode_city_mismatch", MUELHEIM, 6.891},
    /* no town */
    {"Einzigweg 1", "house", "1", "city_missing street_elsewhere", DORTMUND, 7.4801},
    {"Bergstr. 5", "none", "5", "city_missing", NULL, 0},
    /* never a house */
    {"Postfach 10 12 13, 45279 Essen", "municipality", NULL, "postbox", ESSEN, 0},
    {"44359 Dortmund-Mengede", "locality", NULL, "", DORTMUND, 7.38},
};

static void assert_case(const fixture *f, const house_case *c)
{
    ik_match match;
    ik_geocoder_match(f->geocoder, &(ik_address){.text = c->text}, &match);
    g_autofree char *faults = ik_faults_codes(&match.faults, " ");
    const char *level = ik_match_level_name(match.level);
    const char *ags = match.municipality != IK_NONE
                          ? f->tables->territory.municipalities[match.municipality].ags
                          : NULL;
    if (strcmp(level, c->level) != 0 || g_strcmp0(match.house_number, c->number) != 0 ||
        strcmp(faults, c->faults) != 0 || g_strcmp0(ags, c->ags) != 0)
        fail_msg("\"%s\": %s \"%s\" \"%s\" %s", c->text, level, match.house_number, faults, ags);
    if (c->lon > 0)
        ik_assert_near(match.position.lon, c->lon, 1e-6);
    ik_match_clear(&match);
}

static void every_address_is_answered_as_a_clerk_would(void **state)
{
    for (gsize i = 0; i < G_N_ELEMENTS(CASES); i++)
        assert_case(*state, &CASES[i]);
}

static void what_is_not_the_house_asked_for_is_never_silent(void **state)
{
    const fixture *f = *state;
    static const char *const TEXTS[] = {"Dahlhauser Str. 34, 45279 Essen",
                                        "Dahlhauser Str. 99, 45279 Essen", "Bergstr. 5, Essen",
                                        "Aktienstr. 10, 45468 Essen", "Einzigweg 1"};
    for (gsize i = 0; i < G_N_ELEMENTS(TEXTS); i++) {
        ik_match match;
        ik_geocoder_match(f->geocoder, &(ik_address){.text = TEXTS[i]}, &match);
        assert_int_equal(match.status, IK_STATUS_CHECK);
        ik_match_clear(&match);
    }
}

static void columns_and_line_have_one_answer(void **state)
{
    const fixture *f = *state;
    ik_match line, columns;
    ik_geocoder_match(f->geocoder, &(ik_address){.text = "Dahlhauser Str. 12a, 45279 Essen"},
                      &line);
    ik_geocoder_match(f->geocoder,
                      &(ik_address){.street = "Dahlhauser Str.",
                                    .house_number = "12 A",
                                    .postcode = "45279",
                                    .city = "Essen"},
                      &columns);
    assert_string_equal(line.house_number, columns.house_number);
    assert_int_equal(line.score, columns.score);
    assert_int_equal(columns.score, 100);
    ik_match_clear(&line);
    ik_match_clear(&columns);
}

static void an_explanation_names_every_street_that_was_weighed(void **state)
{
    const fixture *f = *state;
    ik_match match;
    g_autofree char *text =
        ik_geocoder_explain(f->geocoder, &(ik_address){.text = "Bergstr. 5, 45219 Essen"}, &match);
    assert_non_null(strstr(text, "Bergstr. 5, Essen: as written, house, 100 points\n"));
    assert_non_null(strstr(text, "Bergstr. 5, Essen: as written, house, 96 points\n"));
    assert_non_null(strstr(text, "  postcode      45219\n"));
    assert_non_null(strstr(text, "municipalities\n  05113000      Essen\n"));
    ik_match_clear(&match);
}

static void the_way_back_finds_the_nearest_house(void **state)
{
    const fixture *f = *state;
    ik_match match;
    double distance_m;
    /* 0.00004 degrees west of number 7: nearer to it than to 5, 0.00016 degrees further on. */
    assert_true(
        ik_geocoder_nearest(f->geocoder, (ik_lonlat){7.10066, 51.43}, 100, &match, &distance_m));
    assert_string_equal(match.street, "Dahlhauser Str.");
    assert_string_equal(match.house_number, "7");
    /* 0.00004° * 111195 m * cos 51.43° */
    ik_assert_near(distance_m, 2.773, 0.05);
    ik_match_clear(&match);
    assert_false(
        ik_geocoder_nearest(f->geocoder, (ik_lonlat){8.9, 51.9}, 100, &match, &distance_m));
}

static void a_gazetteer_names_whom_it_comes_from(void **state)
{
    const fixture *f = *state;
    guint n;
    const ik_attribution *credits = ik_geocoder_attributions(f->geocoder, &n);
    assert_int_equal(n, 1);
    assert_string_equal(credits[0].text_de, "Geobasis NRW");
    assert_string_equal(credits[0].url, "https://www.govdata.de/dl-de/zero-2-0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_address_is_answered_as_a_clerk_would),
        cmocka_unit_test(what_is_not_the_house_asked_for_is_never_silent),
        cmocka_unit_test(columns_and_line_have_one_answer),
        cmocka_unit_test(an_explanation_names_every_street_that_was_weighed),
        cmocka_unit_test(the_way_back_finds_the_nearest_house),
        cmocka_unit_test(a_gazetteer_names_whom_it_comes_from),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* test_town.c — towns as people write them, read into readings.   [tests] */
#include "official_tables.h"
#include "town.h"

typedef struct {
    official_tables *tables;
    ik_place_index *index;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new(fixture, 1);
    f->tables = official_tables_new();
    f->index = ik_place_index_new(&f->tables->territory);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_place_index_free(f->index);
    official_tables_free(f->tables);
    g_free(f);
    return 0;
}

typedef struct {
    const char *text, *ags;
    ik_town_how how;
    const char *locality;
} town_case;

static void assert_first(const fixture *f, const town_case *expected)
{
    ik_town town;
    ik_town_read(f->index, expected->text, &town);
    if (town.n_readings == 0)
        fail_msg("\"%s\" has no reading", expected->text);
    const ik_municipality *found =
        &f->tables->territory.municipalities[town.readings[0].municipality];
    g_autofree char *locality = ik_town_locality(&town, &town.readings[0]);
    if (strcmp(found->ags, expected->ags) != 0 || town.readings[0].how != expected->how ||
        g_strcmp0(locality, expected->locality) != 0)
        fail_msg("\"%s\" is %s, how %d, locality %s", expected->text, found->name,
                 (int)town.readings[0].how, locality != NULL ? locality : "none");
    ik_town_clear(&town);
}

static void assert_all(void **state, const town_case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++)
        assert_first(*state, &cases[i]);
}

static void additions_links_and_titles_do_not_matter(void **state)
{
    const town_case cases[] = {
        {"Mülheim/Ruhr", "05117000", IK_TOWN_NAMED, NULL},
        {"Mülheim a.d. Ruhr", "05117000", IK_TOWN_NAMED, NULL},
        {"Mülheim a. d. R.", "05117000", IK_TOWN_NAMED, NULL},
        {"Muelheim (Ruhr)", "05117000", IK_TOWN_NAMED, NULL},
        {"Wetter (Westf.)", "05954032", IK_TOWN_NAMED, NULL},
        {"Neuss am Rhein", "05162024", IK_TOWN_NAMED, NULL},
        {"Frechen b. Köln", "05362024", IK_TOWN_NAMED, NULL},
        {"Langenfeld Rheinland", "05158020", IK_TOWN_NAMED, NULL},
        {"Stadt Aachen", "05334002", IK_TOWN_NAMED, NULL},
        {"Düsseldorf, Stadt", "05111000", IK_TOWN_NAMED, NULL},
        {"Landeshauptstadt Düsseldorf", "05111000", IK_TOWN_NAMED, NULL},
        {"Gemeinde Alfter", "05382004", IK_TOWN_NAMED, NULL},
        {"Unna, NRW, Deutschland", "05978036", IK_TOWN_NAMED, NULL},
        {"Unna (Nordrhein-Westfalen)", "05978036", IK_TOWN_NAMED, NULL},
        {"Salzuflen", "05766008", IK_TOWN_NAMED, NULL},
        {"Köln 41", "05315000", IK_TOWN_NAMED, NULL},
        {"Castrop Rauxel", "05562004", IK_TOWN_NAMED, NULL},
        {"BadHonnef", "05382008", IK_TOWN_NAMED, NULL},
    };
    assert_all(state, cases, G_N_ELEMENTS(cases));
}

static void localities_stand_behind_in_front_or_in_brackets(void **state)
{
    const town_case cases[] = {
        {"Dortmund-Mengede", "05913000", IK_TOWN_NAMED, "Mengede"},
        {"Dortmund OT Mengede", "05913000", IK_TOWN_NAMED, "Mengede"},
        {"Dortmund, Ortsteil Mengede", "05913000", IK_TOWN_NAMED, "Mengede"},
        {"Mengede (Dortmund)", "05913000", IK_TOWN_NAMED, "Mengede"},
        {"Mengede, Dortmund", "05913000", IK_TOWN_NAMED, "Mengede"},
        {"Köln-Mülheim", "05315000", IK_TOWN_NAMED, "Mülheim"},
        {"Köln 80 - Mülheim", "05315000", IK_TOWN_NAMED, "Mülheim"},
        {"Bergisch Gladbach - Bensberg", "05378004", IK_TOWN_NAMED, "Bensberg"},
        {"Castrop-Rauxel-Ickern", "05562004", IK_TOWN_NAMED, "Ickern"},
        {"Mülheim-Saarn (Ruhr)", "05117000", IK_TOWN_NAMED, "Saarn"},
        {"Bonn - Bad Godesberg", "05314000", IK_TOWN_NAMED, "Bad Godesberg"},
        {"Wiedenbrück", "05754028", IK_TOWN_PART, "Wiedenbrück"},
        {"Horn", "05766032", IK_TOWN_PART, "Horn"},
        {"Alt-Marl", "05562024", IK_TOWN_WEAK, "Alt"},
        {"Dortmnud-Mengede", "05913000", IK_TOWN_EDIT1, "Mengede"},
    };
    assert_all(state, cases, G_N_ELEMENTS(cases));
}

static void slips_are_counted(void **state)
{
    const town_case cases[] = {
        {"Dortmnud", "05913000", IK_TOWN_EDIT1, NULL},
        {"Hennenf", "05382020", IK_TOWN_EDIT1, NULL},
        {"Neunkirchen-Seelscheit", "05382040", IK_TOWN_EDIT1, NULL},
        {"Recklinghaussne", "05562032", IK_TOWN_EDIT2, NULL},
        {"M\xFCnster", "05515000", IK_TOWN_EDIT1, NULL},
    };
    assert_all(state, cases, G_N_ELEMENTS(cases));
}

static void a_district_behind_a_town_is_dropped_if_it_is_the_right_one(void **state)
{
    const town_case cases[] = {
        {"Wenden (Kreis Olpe)", "05966028", IK_TOWN_NAMED, NULL},
        {"Wenden Kr. Olpe", "05966028", IK_TOWN_NAMED, NULL},
        {"Lage/Lippe", "05766040", IK_TOWN_NAMED, NULL},
        {"Verl (Gütersloh)", "05754044", IK_TOWN_NAMED, NULL},
        {"Holzwickede, Kreis Unna", "05978016", IK_TOWN_NAMED, NULL},
    };
    assert_all(state, cases, G_N_ELEMENTS(cases));
}

static void towns_elsewhere_have_no_reading(void **state)
{
    const fixture *f = *state;
    const char *const elsewhere[] = {"Neunkirchen (Saar)",
                                     "Mülheim am Rhein",
                                     "Halle (Saale)",
                                     "Wetter (Hessen)",
                                     "Berlin",
                                     "Hessen",
                                     "Frankfurt (Oder)",
                                     "Wenden, Kreis Unna",
                                     "Nowhere"};
    for (gsize i = 0; i < G_N_ELEMENTS(elsewhere); i++) {
        ik_town town;
        ik_town_read(f->index, elsewhere[i], &town);
        assert_true(town.is_written);
        if (town.n_readings != 0)
            fail_msg("\"%s\" has a reading", elsewhere[i]);
        ik_town_clear(&town);
    }
}

static void assert_district(const fixture *f, const char *text, const char *code)
{
    ik_town town;
    ik_town_read(f->index, text, &town);
    if (town.district == IK_NONE)
        fail_msg("\"%s\" is no district", text);
    assert_string_equal(f->tables->territory.districts[town.district].code, code);
    assert_int_equal(town.n_readings, 0);
    ik_town_clear(&town);
}

static void districts_are_known_by_their_forms(void **state)
{
    assert_district(*state, "Kreis Unna", "05978");
    assert_district(*state, "Unna, Kreis", "05978");
    assert_district(*state, "Landkreis Unna", "05978");
    assert_district(*state, "Märkischer Kreis", "05962");
    assert_district(*state, "Städteregion Aachen", "05334");
    assert_district(*state, "Kreis Aachen", "05334");
    assert_district(*state, "Siegen-Wittgenstein", "05970");
    assert_district(*state, "Rhein-Kreis Neuss", "05162");
    assert_district(*state, "HSK", "05958");
    assert_district(*state, "Lippe", "05766");
}

static void assert_ambiguous(const fixture *f, const char *text, bool ambiguous)
{
    ik_town town;
    ik_town_read(f->index, text, &town);
    if (town.is_ambiguous != ambiguous)
        fail_msg("\"%s\": ambiguous is %d", text, town.is_ambiguous);
    ik_town_clear(&town);
}

static void several_towns_are_noticed(void **state)
{
    assert_ambiguous(*state, "Neunkirchen", true);
    assert_ambiguous(*state, "Mülheim (Köln)", true);
    assert_ambiguous(*state, "Unna / Kamen", true);
    assert_ambiguous(*state, "Köln-Mülheim", false);
    assert_ambiguous(*state, "Unna, Unna", false);
    assert_ambiguous(*state, "Dortmund, Mengede", false);
}

static void nothing_but_a_frame_is_no_town(void **state)
{
    const fixture *f = *state;
    const char *const nothing[] = {NULL,   "", "Stadt", "Deutschland", "NRW", "Nordrhein-Westfalen",
                                   "44145"};
    for (gsize i = 0; i < G_N_ELEMENTS(nothing); i++) {
        ik_town town;
        ik_town_read(f->index, nothing[i], &town);
        assert_false(town.is_written);
        ik_town_clear(&town);
    }
    ik_town_clear(NULL);
}

static void assert_prefix(const fixture *f, const char *text, guint expected)
{
    ik_words words;
    ik_words_init(&words, text);
    assert_int_equal(ik_town_prefix(f->index, &words, 0, ik_words_count(&words)), expected);
    ik_words_clear(&words);
}

static void the_longest_beginning_is_found_with_its_addition(void **state)
{
    assert_prefix(*state, "Dortmund Ottostr. 5", 1);
    assert_prefix(*state, "Dortmund Am Markt 3", 1);
    assert_prefix(*state, "Mülheim an der Ruhr Am Rathaus 1", 4);
    assert_prefix(*state, "Hamm (Westf.) Markt 1", 2);
    assert_prefix(*state, "Stadt Unna", 2);
    assert_prefix(*state, "Kreis Unna Markt", 2);
    assert_prefix(*state, "Ottostr. 5", 0);
    assert_prefix(*state, "", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(additions_links_and_titles_do_not_matter),
        cmocka_unit_test(localities_stand_behind_in_front_or_in_brackets),
        cmocka_unit_test(slips_are_counted),
        cmocka_unit_test(a_district_behind_a_town_is_dropped_if_it_is_the_right_one),
        cmocka_unit_test(towns_elsewhere_have_no_reading),
        cmocka_unit_test(districts_are_known_by_their_forms),
        cmocka_unit_test(several_towns_are_noticed),
        cmocka_unit_test(nothing_but_a_frame_is_no_town),
        cmocka_unit_test(the_longest_beginning_is_found_with_its_addition),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

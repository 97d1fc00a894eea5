/* test_official_names.c — every official name with every postcode of its town, in six spellings.   [tests] */
#include "official_tables.h"

#include <ideenkarte/geocoder.h>

typedef struct {
    official_tables *tables;
    ik_geocoder *geocoder;
    guint asked;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->tables = official_tables_new();
    f->geocoder = ik_geocoder_new(&f->tables->territory);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_geocoder_free(f->geocoder);
    official_tables_free(f->tables);
    g_free(f);
    return 0;
}

/* One way of writing a town with its postcode. The caller frees both. */
typedef void (*spelling_fn)(const char *postcode, const char *name, char **written_postcode,
                            char **city);

static void upper_case(const char *postcode, const char *name, char **written_postcode, char **city)
{
    *written_postcode = g_strdup(postcode);
    *city = g_utf8_strup(name, -1);
}

static char *replace(const char *text, const char *const (*pairs)[2])
{
    GString *result = g_string_new(text);
    for (; (*pairs)[0] != NULL; pairs++)
        g_string_replace(result, (*pairs)[0], (*pairs)[1], 0);
    return g_string_free(result, FALSE);
}

static void written_out(const char *postcode, const char *name, char **written_postcode,
                        char **city)
{
    static const char *const PAIRS[][2] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"},
                                           {"Ö", "Oe"}, {"Ü", "Ue"}, {"ß", "ss"}, {NULL, NULL}};
    *written_postcode = g_strdup(postcode);
    *city = replace(name, PAIRS);
}

static void decomposed(const char *postcode, const char *name, char **written_postcode, char **city)
{
    *written_postcode = g_strdup(postcode);
    *city = g_utf8_normalize(name, -1, G_NORMALIZE_DEFAULT);
}

static void extra_blanks(const char *postcode, const char *name, char **written_postcode,
                         char **city)
{
    static const char *const PAIRS[][2] = {
        {" ", "   "}, {"-", " - "}, {"/", " / "}, {"(", " ( "}, {NULL, NULL}};
    g_autofree char *wide = replace(name, PAIRS);
    *written_postcode = g_strdup_printf("  %s ", postcode);
    *city = g_strdup_printf(" %s  ", wide);
}

static void country(const char *postcode, const char *name, char **written_postcode, char **city)
{
    *written_postcode = NULL;
    *city = g_strdup_printf("D-%s %s", postcode, name);
}

static void assert_town(fixture *f, const ik_address *address, guint32 municipality)
{
    ik_match match;
    ik_geocoder_match(f->geocoder, address, &match);
    g_autofree char *faults = ik_faults_codes(&match.faults, " ");
    f->asked++;
    if (match.municipality != municipality || match.status != IK_STATUS_AUTO || *faults != '\0')
        fail_msg("%s %s %s: %s, %s", address->postcode != NULL ? address->postcode : "",
                 address->city != NULL ? address->city : "",
                 address->text != NULL ? address->text : "", ik_status_name(match.status), faults);
    ik_match_clear(&match);
}

typedef void (*town_fn)(fixture *f, const char *postcode, const ik_municipality *municipality,
                        guint32 index, gpointer data);

static void for_each_postcode(fixture *f, town_fn call, gpointer data)
{
    const ik_territory *t = &f->tables->territory;
    for (guint32 p = 0; p < t->n_postcodes; p++)
        for (guint32 i = 0; i < t->postcodes[p].count; i++) {
            guint32 index = t->postcode_municipalities[t->postcodes[p].first + i];
            call(f, t->postcodes[p].code, &t->municipalities[index], index, data);
        }
}

static void ask_spelled(fixture *f, const char *postcode, const ik_municipality *municipality,
                        guint32 index, gpointer data)
{
    const spelling_fn *spelling = data;
    char *written_postcode, *city;
    (*spelling)(postcode, municipality->name, &written_postcode, &city);
    ik_address address = {.postcode = written_postcode, .city = city};
    assert_town(f, &address, index);
    g_free(written_postcode);
    g_free(city);
}

static void every_town_is_found_in_five_spellings(void **state)
{
    spelling_fn spellings[] = {upper_case, written_out, decomposed, extra_blanks, country};
    fixture *f = *state;
    for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++)
        for_each_postcode(f, ask_spelled, &spellings[i]);
    assert_true(f->asked >= 5 * 865);
}

static void ask_in_one_line(fixture *f, const char *postcode, const ik_municipality *municipality,
                            guint32 index, gpointer data)
{
    (void)data;
    const char *const formats[][4] = {{"Hauptstr. 1, ", postcode, " ", municipality->name},
                                      {postcode, " ", municipality->name, ", Hauptstr. 1"},
                                      {municipality->name, " ", postcode, ", Hauptstr. 1"},
                                      {"Hauptstr. 1 ", postcode, " ", municipality->name}};
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_autofree char *line =
            g_strconcat(formats[i][0], formats[i][1], formats[i][2], formats[i][3], NULL);
        ik_address address = {.text = line};
        assert_town(f, &address, index);
    }
}

static void every_town_is_found_in_one_line(void **state)
{
    fixture *f = *state;
    f->asked = 0;
    for_each_postcode(f, ask_in_one_line, NULL);
    assert_true(f->asked >= 4 * 865);
}

/* Without a postcode only names that are also half of a double name leave a doubt. */
static void every_name_alone_is_found_and_only_two_are_doubtful(void **state)
{
    fixture *f = *state;
    const ik_territory *t = &f->tables->territory;
    GString *doubtful = g_string_new(NULL);
    for (guint32 i = 0; i < t->n_municipalities; i++) {
        ik_address address = {.city = t->municipalities[i].name};
        ik_match match;
        ik_geocoder_match(f->geocoder, &address, &match);
        assert_int_equal(match.municipality, i);
        if (match.status != IK_STATUS_AUTO)
            g_string_append_printf(doubtful, "%s,", t->municipalities[i].name);
        ik_match_clear(&match);
    }
    assert_string_equal(doubtful->str, "Bedburg,Neunkirchen,");
    g_string_free(doubtful, TRUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_town_is_found_in_five_spellings),
        cmocka_unit_test(every_town_is_found_in_one_line),
        cmocka_unit_test(every_name_alone_is_found_and_only_two_are_doubtful),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

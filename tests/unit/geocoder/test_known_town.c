/* test_known_town.c — a pair decided beforehand is answered like one that is read.   [tests]
 *
 * A blank in front of the town keeps it from being known, and means nothing: so both ways answer the same question.
 */
#include "known_town.h"

#include "official_tables.h"
#include "sample_gazetteer.h"

#include <ideenkarte/geocoder.h>

typedef struct {
    official_tables *tables;
    ik_place_index *index;
    ik_known_towns *towns;
    ik_geocoder *geocoder;
    char *folder;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->tables = official_tables_new();
    f->index = ik_place_index_new(&f->tables->territory);
    f->towns = ik_known_towns_new(f->index);
    f->geocoder = ik_geocoder_new(&f->tables->territory);
    f->folder = ik_test_folder_new();
    g_autofree char *path = sample_gazetteer_write(f->folder);
    assert_true(ik_geocoder_open_gazetteer(f->geocoder, path, NULL));
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_known_towns_free(f->towns);
    ik_place_index_free(f->index);
    ik_geocoder_free(f->geocoder);
    official_tables_free(f->tables);
    ik_test_folder_remove(f->folder);
    g_free(f);
    return 0;
}

static char *summary(const ik_match *match)
{
    g_autofree char *codes = ik_faults_codes(&match->faults, " ");
    g_autofree char *sentences = ik_faults_sentences(&match->faults, "en");
    GString *text = g_string_new(NULL);
    g_string_printf(text, "%s %d %s|%s|%s|%s|%s|%s|%u|%.7f %.7f %.1f|%s",
                    ik_match_level_name(match->level), match->score, ik_status_name(match->status),
                    codes, match->street, match->house_number, match->postcode, match->locality,
                    match->municipality, match->position.lon, match->position.lat,
                    match->accuracy_m, sentences);
    for (guint i = 0; i < match->n_candidates; i++)
        g_string_append_printf(text, " %u:%d", match->candidates[i].municipality,
                               match->candidates[i].score);
    return g_string_free(text, FALSE);
}

static char *answer(const fixture *f, const ik_address *address)
{
    ik_match match;
    ik_geocoder_match(f->geocoder, address, &match);
    char *text = summary(&match);
    ik_match_clear(&match);
    return text;
}

/* Returns whether the pair was known. */
static bool compare(const fixture *f, const char *street, const char *number, const char *postcode,
                    const char *city)
{
    g_autofree char *unknown = g_strconcat(" ", city, NULL);
    const ik_address fast = {street, number, postcode, city, NULL};
    const ik_address general = {street, number, postcode, unknown, NULL};
    assert_null(ik_known_towns_find(f->towns, postcode, unknown));
    g_autofree char *a = answer(f, &fast);
    g_autofree char *b = answer(f, &general);
    assert_string_equal(a, b);
    return ik_known_towns_find(f->towns, postcode, city) != NULL;
}

static void every_official_pair_answers_like_the_general_way(void **state)
{
    const fixture *f = *state;
    const ik_territory *territory = &f->tables->territory;
    static const char *const streets[] = {"Dahlhauser Str.",   "Bergstr.",
                                          "Bergstrse",         "Ottostr. 5a",
                                          "Postfach 10 12 13", "c/o AWO, Aktienstraße 10",
                                          "Nirgendweg",        "",
                                          "Pf.-Kroos-Straße"};
    static const char *const numbers[] = {"5", "12", "14-22", "", "5 a", "99z", "0"};
    guint known = 0, asked = 0;
    for (guint32 i = 0; i < territory->n_postcodes; i++) {
        const ik_postcode *postcode = &territory->postcodes[i];
        for (guint32 k = 0; k < postcode->count; k++, asked++) {
            guint32 town = territory->postcode_municipalities[postcode->first + k];
            known += compare(f, streets[asked % G_N_ELEMENTS(streets)],
                             numbers[asked % G_N_ELEMENTS(numbers)], postcode->code,
                             territory->municipalities[town].name);
        }
    }
    assert_true(asked > 800);
    assert_true(known * 10 > asked * 9); /* nearly all: otherwise nothing was compared */
}

static void towns_beside_their_postcode_are_not_known(void **state)
{
    const fixture *f = *state;
    assert_non_null(ik_known_towns_find(f->towns, "44145", "Dortmund"));
    assert_null(ik_known_towns_find(f->towns, "44145", "Essen"));
    assert_null(ik_known_towns_find(f->towns, "44145", "dortmund"));
    assert_null(ik_known_towns_find(f->towns, "44145", NULL));
    assert_null(ik_known_towns_find(f->towns, NULL, "Dortmund"));
    assert_null(ik_known_towns_find(NULL, "44145", "Dortmund"));
    assert_false(compare(f, "Bergstr.", "5", "44145", "Essen"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_official_pair_answers_like_the_general_way, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(towns_beside_their_postcode_are_not_known, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_invariance.c — the order of the parts, case and blanks change no answer.   [tests]
 *
 * Addresses of the sample gazetteer, with numbers that exist and that do not, right and wrong postcodes and words that
 * are no part of the address, are written in every order of their parts, each time with other blanks and letters in
 * other case. All writings of one address must have the answer of the first.
 */
#include "official_tables.h"
#include "sample_gazetteer.h"

#include <ideenkarte/geocoder.h>

enum { MOST_PARTS = 4, SEED = 20261125 };

typedef struct {
    official_tables *tables;
    ik_geocoder *geocoder;
    char *folder;
    GRand *random; /* the same numbers everywhere */
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->tables = official_tables_new();
    f->geocoder = ik_geocoder_new(&f->tables->territory);
    f->folder = ik_test_folder_new();
    f->random = g_rand_new_with_seed(SEED);
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
    g_rand_free(f->random);
    g_free(f);
    return 0;
}

/* Everything of an answer that does not repeat what was written; streets that were not found are as written. */
static char *describe(const ik_match *match)
{
    g_autofree char *faults = ik_faults_codes(&match->faults, " ");
    g_autofree char *street = g_utf8_casefold(match->street != NULL ? match->street : "-", -1);
    g_autofree char *number =
        g_utf8_casefold(match->house_number != NULL ? match->house_number : "-", -1);
    return g_strdup_printf(
        "%s %d %s [%s] %s %s %s %s %u %.7f %.7f %.1f %u", ik_match_level_name(match->level),
        match->score, ik_status_name(match->status), faults, street, number,
        match->postcode != NULL ? match->postcode : "-", match->locality != NULL ? "locality" : "-",
        match->municipality, match->position.lon, match->position.lat, match->accuracy_m,
        match->n_candidates);
}

static char *answer(const fixture *f, const char *text)
{
    ik_match match;
    ik_geocoder_match(f->geocoder, &(ik_address){.text = text}, &match);
    char *description = describe(&match);
    ik_match_clear(&match);
    return description;
}

static void append_blanks(const fixture *f, guint least, GString *text)
{
    for (gint n = g_rand_int_range(f->random, (gint32)least, 4); n > 0; n--)
        g_string_append(text, g_rand_boolean(f->random) ? " " : "\u00A0");
}

/* `part` with each letter in upper or lower case and each blank as one to three. */
static void append_rewritten(const fixture *f, const char *part, GString *text)
{
    for (const char *at = part; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == ' ')
            append_blanks(f, 1, text);
        else
            g_string_append_unichar(text, g_rand_boolean(f->random) ? g_unichar_toupper(c)
                                                                    : g_unichar_tolower(c));
    }
}

typedef struct {
    const char *parts[MOST_PARTS];
    guint n;
    char *expected, *first; /* owned: the answer and the writing that had it */
    guint n_writings;
} writing;

static void check_writing(const fixture *f, writing *w)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < w->n; i++) {
        if (i > 0)
            g_string_append_c(text, ',');
        append_blanks(f, 0, text);
        append_rewritten(f, w->parts[i], text);
        append_blanks(f, 0, text);
    }
    g_autofree char *found = answer(f, text->str);
    w->n_writings++;
    if (strcmp(found, w->expected) != 0)
        fail_msg("\"%s\": %s\nbut \"%s\": %s", w->first, w->expected, text->str, found);
}

/* Calls itself for every order of the parts from `fixed` on. */
static void check_orders(const fixture *f, writing *w, guint fixed)
{
    if (fixed == w->n) {
        check_writing(f, w);
        return;
    }
    for (guint i = fixed; i < w->n; i++) {
        const char *part = w->parts[i];
        w->parts[i] = w->parts[fixed];
        w->parts[fixed] = part;
        check_orders(f, w, fixed + 1);
        w->parts[fixed] = w->parts[i];
        w->parts[i] = part;
    }
}

/* Returns the number of writings. */
static guint check(const fixture *f, const char *street, const char *place, const char *more,
                   const char *aside)
{
    writing w = {.parts = {street, place}, .n = 2};
    if (more != NULL)
        w.parts[w.n++] = more;
    if (aside != NULL)
        w.parts[w.n++] = aside;
    w.first = g_strjoin(", ", street, place, more != NULL ? more : aside,
                        more != NULL ? aside : NULL, NULL);
    w.expected = answer(f, w.first);
    check_orders(f, &w, 0);
    g_free(w.expected);
    g_free(w.first);
    return w.n_writings;
}

static guint check_street(const fixture *f, const sample_street *street, const char *number,
                          const char *aside)
{
    static const char *const POSTCODES[] = {"45127", "45468", "44145", "99999"};
    const char *town = strcmp(street->ags, ESSEN) == 0      ? "Essen"
                       : strcmp(street->ags, DORTMUND) == 0 ? "Dortmund"
                                                            : "Mülheim an der Ruhr";
    g_autofree char *line = g_strconcat(street->street, number[0] != '\0' ? " " : "", number, NULL);
    guint n = check(f, line, town, NULL, aside);
    for (guint i = 0; i <= G_N_ELEMENTS(POSTCODES); i++) {
        const char *postcode = i > 0 ? POSTCODES[i - 1] : street->postcode;
        g_autofree char *place = g_strconcat(postcode, " ", town, NULL);
        n += check(f, line, place, NULL, aside);
        if (postcode[0] != '\0')
            n += check(f, line, postcode, town, aside);
    }
    return n;
}

static void every_writing_of_an_address_has_one_answer(void **state)
{
    static const char *const NUMBERS[] = {"", "5", "2", "12a", "14-22", "3/5", "34", "99 b", "3-7"};
    static const char *const ASIDES[] = {NULL, "2. OG", "c/o AWO Begegnung", "Deutschland"};
    guint n = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(SAMPLE_STREETS); i++)
        for (gsize k = 0; k < G_N_ELEMENTS(NUMBERS); k++)
            for (gsize j = 0; j < G_N_ELEMENTS(ASIDES); j++)
                n += check_street(*state, &SAMPLE_STREETS[i], NUMBERS[k], ASIDES[j]);
    assert_true(n > 30000);
}

static void slips_and_abbreviations_have_one_answer(void **state)
{
    static const char *const STREETS[] = {
        "Dahlhuaser Str. 7", "Fr.-Ebert-Str. 2", "Freidrich Ebert Strasse 3",
        "Foersterstr. 2",    "Gibtesnicht 2",    "Am 30 Morgn 4"};
    guint n = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(STREETS); i++) {
        n += check(*state, STREETS[i], "45279 Essen", NULL, NULL);
        n += check(*state, STREETS[i], "45279", "Essen", "Hinterhaus");
    }
    /* two parts have 2 orders, four have 24 */
    assert_int_equal(n, G_N_ELEMENTS(STREETS) * (2 + 24));
}

static void a_number_apart_belongs_to_the_street_in_any_order(void **state)
{
    guint n = check(*state, "Forster Straße", "45127 Essen", "Nr. 4", "c/o AWO Begegnung");
    n += check(*state, "Dahlhauser Str.", "Essen-Horst", "45279", "12 a");
    n += check(*state, "Am 30 Morgen", "4", "45279 Essen", "Zeche Zollverein");
    assert_int_equal(n, 3 * 24);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_writing_of_an_address_has_one_answer),
        cmocka_unit_test(a_number_apart_belongs_to_the_street_in_any_order),
        cmocka_unit_test(slips_and_abbreviations_have_one_answer),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

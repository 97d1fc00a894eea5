/* test_page_names.c — names of files made from ids of strangers.   [tests] */
#include "site_fixture.h"

#include "page_names.h"

static char **names_of(const char *const *ids, guint n)
{
    g_autoptr(GPtrArray) projects = g_ptr_array_new();
    g_autofree ik_project *all = g_new0(ik_project, n);
    for (guint i = 0; i < n; i++) {
        all[i].id = g_strdup(ids[i]);
        g_ptr_array_add(projects, &all[i]);
    }
    char **names = ik_page_names(projects);
    for (guint i = 0; i < n; i++)
        g_free(all[i].id);
    return names;
}

static void a_plain_word_stays_as_it_is(void **state)
{
    (void)state;
    static const char *const ids[] = {"beispiel-ihk-aachen", "NRW_2024-7", "0"};
    g_auto(GStrv) names = names_of(ids, 3);
    for (guint i = 0; i < 3; i++)
        assert_string_equal(names[i], ids[i]);
    assert_null(names[3]);
}

static void other_ids_get_a_word_and_digits_of_their_checksum(void **state)
{
    (void)state;
    static const char *const ids[] = {"Café/1", "../../etc/passwd", "محمد", "-x"};
    static const char *const words[] = {"cafe-1-", "etc-passwd-", "projekt-", "x-"};
    g_auto(GStrv) names = names_of(ids, 4);
    for (guint i = 0; i < 4; i++) {
        g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, ids[i], -1);
        g_autofree char *expected = g_strdup_printf("%s%.8s", words[i], digest);
        assert_string_equal(names[i], expected);
    }
}

static void ids_that_differ_by_capitals_get_different_files(void **state)
{
    (void)state;
    static const char *const ids[] = {"ab", "AB", "Ab"};
    static const char *const turned[] = {"Ab", "ab", "AB"};
    g_auto(GStrv) names = names_of(ids, 3);
    g_auto(GStrv) again = names_of(turned, 3);
    assert_string_equal(names[1], "AB"); /* first in the order of bytes */
    assert_true(g_str_has_prefix(names[0], "ab-") && strlen(names[0]) == 11);
    assert_true(g_str_has_prefix(names[2], "ab-") && !g_str_equal(names[0], names[2]));
    assert_string_equal(again[0], names[2]);
    assert_string_equal(again[1], names[0]);
    assert_string_equal(again[2], names[1]);
}

static void no_attack_reaches_a_path(void **state)
{
    (void)state;
    g_auto(GStrv) names = names_of(toy_attacks, G_N_ELEMENTS(toy_attacks));
    for (guint i = 0; i < G_N_ELEMENTS(toy_attacks); i++) {
        assert_int_equal(strspn(names[i], "abcdefghijklmnopqrstuvwxyz0123456789-"),
                         strlen(names[i]));
        assert_true(strlen(names[i]) <= 64 && g_ascii_isalnum(*names[i]));
        for (guint j = 0; j < i; j++)
            assert_string_not_equal(names[i], names[j]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_word_stays_as_it_is),
        cmocka_unit_test(other_ids_get_a_word_and_digits_of_their_checksum),
        cmocka_unit_test(ids_that_differ_by_capitals_get_different_files),
        cmocka_unit_test(no_attack_reaches_a_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

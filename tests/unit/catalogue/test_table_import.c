/* test_table_import.c — whatever bytes come in, every record is used or rejected and nothing crashes.   [tests] */
#include "sample_import.h"
#include "sample_territory.h"

#include <ideenkarte/error.h>
#include <string.h>

/* Numerical Recipes' generator: the same files on every machine. */
static guint32 next_random(guint32 *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void check_import(bool events, const char *bytes, gsize length,
                         const ik_territory *territory)
{
    const ik_import_options options = {.territory = territory};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_records) records = sample_import(events, bytes, (gssize)length, &options, &error);
    if (records == NULL) {
        assert_non_null(error);
        assert_true(error->domain == IK_ERROR);
        assert_true(g_utf8_validate(error->message, -1, NULL));
        return;
    }
    for (guint i = 0; i < records->rejects->len; i++) {
        const ik_reject *reject = g_ptr_array_index(records->rejects, i);
        assert_true(reject->origin.line >= 1);
        assert_true(g_utf8_validate(reject->record, -1, NULL));
        const ik_fault fault = {reject->code, reject->column, reject->read, reject->expected, 0};
        g_autofree char *german = ik_fault_sentence(&fault, "de");
        assert_true(g_utf8_validate(german, -1, NULL));
    }
}

static void a_thousand_files_of_random_bytes_never_crash(void **state)
{
    (void)state;
    g_autoptr(ik_topology) borders = sample_borders();
    const ik_territory territory = sample_territory(borders);
    guint32 random = 1;
    for (guint file = 0; file < 1000; file++) {
        char bytes[700];
        const gsize length = next_random(&random) % sizeof bytes;
        for (gsize i = 0; i < length; i++)
            bytes[i] = (char)next_random(&random);
        check_import(file % 2 == 0, bytes, length, &territory);
    }
}

static void a_thousand_damaged_lists_never_crash(void **state)
{
    (void)state;
    static const char good[] =
        "id;titel;ort;plz;lon;lat;themen;website;beginn;datum;region\n"
        "a;\"A "
        "\"\"x\"\"\n2\";Köln;50667;7,1;51.2;Arbeit|Musik;https://a.de;1.9.2016;2016;nordland\n"
        "b;B;Dortmund;44145;;;;;;;\nc;C;Münster;48143;;;;;;;\n";
    static const char hot[] = "\";\n\r,\t\0\xFF\xC3= ";
    g_autoptr(ik_topology) borders = sample_borders();
    const ik_territory territory = sample_territory(borders);
    guint32 random = 7;
    for (guint file = 0; file < 1000; file++) {
        char bytes[sizeof good];
        memcpy(bytes, good, sizeof good);
        for (guint change = next_random(&random) % 8; change > 0; change--)
            bytes[next_random(&random) % (sizeof good - 1)] =
                hot[next_random(&random) % (sizeof hot - 1)];
        check_import(file % 2 == 0, bytes, sizeof good - 1, &territory);
    }
}

static void every_record_is_used_or_rejected(void **state)
{
    (void)state;
    GString *text = g_string_new("id;titel;ort\n");
    for (guint i = 0; i < 1000; i++)
        g_string_append_printf(text, "%u;%s;%s\n", i % 7 == 0 ? 0 : i, i % 5 == 0 ? "" : "T",
                               i % 11 == 0 ? "" : "Köln");
    g_autofree char *owned = g_string_free(text, FALSE);
    g_autoptr(ik_records) records = sample_projects(owned);
    assert_int_equal(records->projects->len + records->rejects->len, 1000);
    assert_true(records->projects->len > 500);
}

static void records_of_two_files_follow_each_other(void **state)
{
    (void)state;
    char *folder = ik_test_folder_new();
    g_autofree char *projects =
        ik_test_file_write(folder, "projects.csv", "id;titel;ort\n;A;Köln\n", -1);
    g_autofree char *events = ik_test_file_write(folder, "events.csv", "id;titel\n;E\n", -1);
    g_autoptr(ik_records) records = ik_records_new();
    GError *error = NULL;
    ik_import_projects(projects, NULL, records, &error);
    ik_assert_no_error(error);
    ik_import_events(events, NULL, records, &error);
    ik_assert_no_error(error);
    ik_test_folder_remove(folder);
    assert_int_equal(records->rejects->len, 2);
    assert_string_equal(((ik_reject *)g_ptr_array_index(records->rejects, 0))->origin.file,
                        "projects.csv");
    assert_string_equal(((ik_reject *)g_ptr_array_index(records->rejects, 1))->origin.file,
                        "events.csv");
    assert_int_equal(records->sources->len, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thousand_files_of_random_bytes_never_crash),
        cmocka_unit_test(a_thousand_damaged_lists_never_crash),
        cmocka_unit_test(every_record_is_used_or_rejected),
        cmocka_unit_test(records_of_two_files_follow_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

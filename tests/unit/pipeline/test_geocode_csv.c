/* test_geocode_csv.c — a CSV file of addresses, answered row by row.   [tests]
 *
 * The point 393567.25 5707876.50 of EPSG:25832, in Dortmund, is 7.46623 51.51198 by cs2cs.
 */
#include "test_support.h"

#include <ideenkarte/batch.h>
#include <ideenkarte/error.h>
#include <string.h>

#include "csv_reader.h"

static bool collect(const char *bytes, gsize size, gpointer data, GError **error)
{
    (void)error;
    g_string_append_len(data, bytes, (gssize)size);
    return true;
}

static bool refuse(const char *bytes, gsize size, gpointer data, GError **error)
{
    (void)bytes, (void)size, (void)data;
    g_set_error_literal(error, IK_ERROR, IK_ERROR_IO, "the disk is full");
    return false;
}

static bool answer(const char *text, GString *out, ik_batch_summary *summary, GError **error)
{
    char *folder = ik_test_folder_new();
    g_autofree char *path = ik_test_file_write(folder, "list.csv", text, -1);
    g_autoptr(ik_atlas) atlas = ik_atlas_new();
    const ik_batch_options options = {.language = "en",
                                      .format = IK_FILE_FORMAT_CSV,
                                      .write = out != NULL ? collect : refuse,
                                      .write_data = out};
    bool done = ik_geocode_file(atlas, path, &options, summary, error);
    ik_test_folder_remove(folder);
    return done;
}

/* The answer's field `name` (the last column of that name) in the row-th record, from 1; the caller's. */
static char *field(const GString *out, guint row, const char *name)
{
    g_autoptr(GBytes) bytes = g_bytes_new(out->str, out->len);
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_new(bytes, "answer", NULL, NULL);
    const ik_csv_record *record = ik_csv_reader_next(reader);
    guint column = G_MAXUINT;
    for (guint i = 0; i < record->n_fields; i++)
        if (g_str_equal(record->fields[i], name))
            column = i;
    assert_int_not_equal(column, G_MAXUINT);
    while (row-- > 0)
        record = ik_csv_reader_next(reader);
    assert_non_null(record);
    return g_strdup(record->fields[column]);
}

static void assert_field(const GString *out, guint row, const char *name, const char *expected)
{
    g_autofree char *found = field(out, row, name);
    assert_string_equal(found, expected);
}

static void rows_keep_their_columns_and_their_order(void **state)
{
    (void)state;
    GError *error = NULL;
    ik_batch_summary summary;
    g_autoptr(GString) out = g_string_new(NULL);
    assert_true(
        answer("Nr;PLZ;Ort\n2;44135;Dortmund\n1;;\n3;48143;Münster\n", out, &summary, &error));
    ik_assert_no_error(error);
    const char *const numbers[] = {"2", "1", "3"}, *const keys[] = {"05913000", "", "05515000"};
    for (guint i = 0; i < 3; i++) {
        assert_field(out, i + 1, "Nr", numbers[i]);
        assert_field(out, i + 1, "ags", keys[i]);
    }
    assert_field(out, 2, "status", "reject");
    assert_int_equal(summary.records, 3);
    assert_int_equal(summary.placed, 2);
    assert_int_equal(summary.rejected, 1);
}

static void coordinates_are_read_as_in_a_list_of_projects(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(GString) degrees = g_string_new(NULL), metres = g_string_new(NULL);
    assert_true(answer("lon;lat\n7,466;51,511\n", degrees, NULL, &error));
    ik_assert_no_error(error);
    assert_field(degrees, 1, "match", "given");
    assert_field(degrees, 1, "ags", "05913000");
    assert_true(
        answer("easting,northing,epsg\n393567.25,5707876.50,25832\n", metres, NULL, &error));
    ik_assert_no_error(error);
    assert_field(metres, 1, "match", "given");
    assert_field(metres, 1, "ags", "05913000");
    g_autofree char *lon = field(metres, 1, "lon"), *lat = field(metres, 1, "lat");
    ik_assert_near(g_ascii_strtod(lon, NULL), 7.46623, 1e-5);
    ik_assert_near(g_ascii_strtod(lat, NULL), 51.51198, 1e-5);
}

static void coordinates_that_cannot_be_read_are_named(void **state)
{
    (void)state;
    static const char *const broken[] = {"abc,51.5", "7.46,", "0x7,0x33", "1e1,51"};
    for (gsize i = 0; i < G_N_ELEMENTS(broken); i++) {
        GError *error = NULL;
        ik_batch_summary summary;
        g_autoptr(GString) out = g_string_new(NULL);
        g_autofree char *text = g_strdup_printf("postcode,city,lon,lat\n44135,Dortmund,%s\n,,%s\n",
                                                broken[i], broken[i]);
        assert_true(answer(text, out, &summary, &error));
        ik_assert_no_error(error);
        g_autofree char *faults = field(out, 1, "faults"), *lost = field(out, 2, "faults");
        assert_non_null(strstr(faults, "coordinates_malformed"));
        assert_field(out, 1, "match", "municipality");
        assert_field(out, 1, "status", "check");
        assert_non_null(strstr(lost, "coordinates_malformed"));
        assert_field(out, 2, "status", "reject");
        assert_int_equal(summary.to_check, 1);
        assert_int_equal(summary.rejected, 1);
    }
}

static void postcode_and_town_may_stand_in_one_column(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    assert_true(answer("Straße;PLZ Ort\nMarkt 1;D-40213 Düsseldorf\n", out, NULL, &error));
    ik_assert_no_error(error);
    assert_field(out, 1, "postcode", "40213");
    assert_field(out, 1, "ags", "05111000");
    assert_field(out, 1, "status", "auto");
}

static void what_cannot_be_answered_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) empty = NULL, townless = NULL, full = NULL;
    assert_false(answer("", out, NULL, &empty));
    ik_assert_error(empty, IK_ERROR, IK_ERROR_INPUT, "list.csv: the file is empty");
    assert_false(answer("name\nDortmund\n", out, NULL, &townless));
    ik_assert_error(townless, IK_ERROR, IK_ERROR_NOT_FOUND, "no column for an address");
    assert_false(answer("city\nDortmund\n", NULL, NULL, &full));
    ik_assert_error(full, IK_ERROR, IK_ERROR_IO, "the disk is full");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_keep_their_columns_and_their_order),
        cmocka_unit_test(coordinates_are_read_as_in_a_list_of_projects),
        cmocka_unit_test(coordinates_that_cannot_be_read_are_named),
        cmocka_unit_test(postcode_and_town_may_stand_in_one_column),
        cmocka_unit_test(what_cannot_be_answered_is_an_error)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

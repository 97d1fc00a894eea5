/* test_region_file.c — files of positions as the library answers them.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <ideenkarte/region_file.h>
#include <string.h>

typedef struct {
    ik_region_set *set;
    char *folder;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->set = ik_region_set_new(ik_territory_builtin());
    f->folder = ik_test_folder_new();
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_region_set_free(f->set);
    ik_test_folder_remove(f->folder);
    g_free(f);
    return 0;
}

typedef struct {
    GString *out;
    gsize largest, allowed; /* bytes of one call; bytes after which writing fails */
} sink;

static bool take(const char *bytes, gsize size, gpointer data, GError **error)
{
    sink *s = data;
    s->largest = MAX(s->largest, size);
    g_string_append_len(s->out, bytes, (gssize)size);
    if (s->out->len <= s->allowed)
        return true;
    g_set_error_literal(error, IK_ERROR, IK_ERROR_IO, "full");
    return false;
}

static bool stop(const ik_progress *progress, gpointer data)
{
    *(guint64 *)data = progress->done;
    return false;
}

/* 20,000 rows, every second of them in Dortmund, every second in Berlin. */
static char *write_many(const fixture *f)
{
    g_autoptr(GString) csv = g_string_new("id,lon,lat\n");
    for (int i = 0; i < 10000; i++)
        g_string_append_printf(csv, "%d,7.466,51.511\n%d,13.4,52.52\n", i, i);
    return ik_test_file_write(f->folder, "many.csv", csv->str, (gssize)csv->len);
}

static void a_large_file_is_written_in_small_pieces(void **state)
{
    const fixture *f = *state;
    g_autofree char *path = write_many(f);
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    sink s = {out, 0, G_MAXSIZE};
    ik_region_file_summary summary;
    const ik_region_file_options options = {.write = take, .write_data = &s};
    assert_true(ik_region_file(f->set, path, &options, &summary, &error));
    ik_assert_no_error(error);
    assert_int_equal(summary.records, 20000);
    assert_int_equal(summary.inside, 10000);
    assert_int_equal(summary.outside, 10000);
    assert_int_equal(summary.rejected, 0);
    assert_true(s.largest < 70000 && out->len > 10 * s.largest);
    g_auto(GStrv) lines = g_strsplit(out->str, "\r\n", -1);
    assert_int_equal(g_strv_length(lines), 20002);
    assert_true(g_str_has_prefix(lines[19999], "9999,7.466,51.511,05913000,Dortmund,05913,"));
}

static void a_writer_that_fails_ends_the_work(void **state)
{
    const fixture *f = *state;
    g_autofree char *path = write_many(f);
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    sink s = {out, 0, 100000};
    const ik_region_file_options options = {.write = take, .write_data = &s};
    assert_false(ik_region_file(f->set, path, &options, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "full");
}

static void a_caller_may_stop_and_the_former_output_stays(void **state)
{
    const fixture *f = *state;
    g_autofree char *path = write_many(f);
    g_autofree char *output = ik_test_file_write(f->folder, "out.csv", "former", -1);
    g_autoptr(GError) error = NULL;
    guint64 done = 0;
    const ik_region_file_options options = {
        .output = output, .progress = stop, .progress_data = &done};
    assert_false(ik_region_file(f->set, path, &options, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_CANCELLED, NULL);
    assert_true(done > 0 && done < 20000);
    g_autofree char *content = ik_test_file_read(output, NULL);
    assert_string_equal(content, "former");
}

static void what_cannot_be_opened_is_named(void **state)
{
    const fixture *f = *state;
    g_autofree char *nowhere = g_build_filename(f->folder, "nowhere.csv", NULL);
    const ik_region_file_options options = {0};
    g_autoptr(GError) absent = NULL, folder = NULL;
    assert_false(ik_region_file(f->set, nowhere, &options, NULL, &absent));
    ik_assert_error(absent, IK_ERROR, IK_ERROR_NOT_FOUND, "nowhere.csv");
    assert_false(ik_region_file(f->set, f->folder, &options, NULL, &folder));
    ik_assert_error(folder, IK_ERROR, IK_ERROR_INPUT, "is a folder");
}

static void formats_have_names(void **state)
{
    (void)state;
    ik_file_format format = IK_FILE_FORMAT_DETECT;
    assert_true(ik_file_format_find("geojson", &format));
    assert_int_equal(format, IK_FILE_FORMAT_GEOJSON);
    assert_true(ik_file_format_find("csv", &format) && format == IK_FILE_FORMAT_CSV);
    assert_true(ik_file_format_find("ndjson", &format) && format == IK_FILE_FORMAT_NDJSON);
    assert_false(ik_file_format_find("xml", &format));
}

/* Halving finds where Dortmund ends east of its town hall; there the border is nought metres away. The town hall itself is
 * kilometres away from any. */
static void near_a_border_its_distance_is_said(void **state)
{
    const fixture *f = *state;
    const ik_lonlat start = {7.466, 51.511};
    guint32 dortmund = ik_region_set_locate(f->set, start);
    double low = 0, high = 40000; /* metres east, where Dortmund has ended */
    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        bool is_inside =
            ik_region_set_locate(f->set, ik_lonlat_moved(start, middle, 0)) == dortmund;
        *(is_inside ? &low : &high) = middle;
    }
    g_autofree char *at_border = ik_region_to_json(f->set, NULL, ik_lonlat_moved(start, low, 0));
    g_autofree char *far_away = ik_region_to_json(f->set, NULL, start);
    assert_non_null(strstr(at_border, "\"border_distance_m\":0}"));
    assert_null(strstr(far_away, "border_distance_m"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_large_file_is_written_in_small_pieces),
        cmocka_unit_test(a_writer_that_fails_ends_the_work),
        cmocka_unit_test(a_caller_may_stop_and_the_former_output_stays),
        cmocka_unit_test(what_cannot_be_opened_is_named),
        cmocka_unit_test(formats_have_names),
        cmocka_unit_test(near_a_border_its_distance_is_said),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

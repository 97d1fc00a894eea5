/* test_geocode_file.c — files of addresses in every format, by many threads.   [tests]
 *
 * labels: parallel
 */
#include "test_support.h"

#include <ideenkarte/batch.h>
#include <ideenkarte/error.h>
#include <string.h>

#include "json.h"

typedef struct {
    ik_atlas *atlas;
    char *folder;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->atlas = ik_atlas_new();
    f->folder = ik_test_folder_new();
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_atlas_free(f->atlas);
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

/* The towns of the i-th record take turns: Dortmund, none, Münster. */
static const char *const towns[] = {"44135 Dortmund", "", "48143 M\xC3\xBCnster"};
static const char *const keys[] = {"05913000", NULL, "05515000"};

enum { MANY = 6000 };

static char *write_many(const fixture *f, const char *name, const char *head, const char *record,
                        const char *between, const char *tail)
{
    g_autoptr(GString) text = g_string_new(head);
    g_auto(GStrv) parts = g_strsplit(record, "$", 3); /* number, address */
    for (int i = 0; i < MANY; i++)
        g_string_append_printf(text, "%s%s%d%s%s%s", i > 0 ? between : "", parts[0], i, parts[1],
                               towns[i % 3], parts[2]);
    g_string_append(text, tail);
    return ik_test_file_write(f->folder, name, text->str, (gssize)text->len);
}

static char *write_csv(const fixture *f)
{
    return write_many(f, "many.csv", "id;address\n", "$;$", "\n", "\n");
}

static char *write_ndjson(const fixture *f)
{
    return write_many(f, "many.ndjson", "", "{\"id\":$,\"address\":\"$\"}", "\n", "\n");
}

static char *write_geojson(const fixture *f)
{
    return write_many(f, "many.geojson", "{\"type\":\"FeatureCollection\",\"features\":[",
                      "{\"type\":\"Feature\",\"id\":$,\"properties\":{\"address\":\"$\"},"
                      "\"geometry\":null}",
                      ",\n", "],\"name\":\"places\"}\n");
}

static GString *answer(const fixture *f, const char *path, guint jobs, ik_batch_summary *summary)
{
    GError *error = NULL;
    sink s = {g_string_new(NULL), 0, G_MAXSIZE};
    const ik_batch_options options = {
        .language = "en", .jobs = jobs, .write = take, .write_data = &s};
    assert_true(ik_geocode_file(f->atlas, path, &options, summary, &error));
    ik_assert_no_error(error);
    assert_true(s.out->len < 1000000 || s.largest < 1000000); /* written as it comes */
    return s.out;
}

static void any_number_of_threads_gives_the_same_bytes(void **state)
{
    const fixture *f = *state;
    char *paths[] = {write_csv(f), write_ndjson(f), write_geojson(f)};
    for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
        ik_batch_summary summary;
        g_autoptr(GString) one = answer(f, paths[i], 1, &summary);
        assert_int_equal(summary.records, MANY);
        assert_int_equal(summary.placed, MANY / 3 * 2);
        assert_int_equal(summary.rejected, MANY / 3);
        static const guint jobs[] = {2, 8, 0};
        for (gsize k = 0; k < G_N_ELEMENTS(jobs); k++) {
            g_autoptr(GString) several = answer(f, paths[i], jobs[k], &summary);
            assert_int_equal(several->len, one->len);
            assert_memory_equal(several->str, one->str, one->len);
            assert_int_equal(summary.records, MANY);
        }
        g_free(paths[i]);
    }
}

static void assert_town(ik_json_value record, int i)
{
    ik_json_value ags = ik_json_member(record, "ags");
    if (keys[i % 3])
        assert_string_equal(ik_json_string(ags), keys[i % 3]);
    else
        assert_int_equal(ik_json_type_of(ags), IK_JSON_NULL);
}

static void every_line_of_json_is_answered_in_its_place(void **state)
{
    const fixture *f = *state;
    g_autofree char *path = write_ndjson(f);
    g_autoptr(GString) out = answer(f, path, 3, NULL);
    g_auto(GStrv) lines = g_strsplit(out->str, "\n", -1);
    assert_int_equal(g_strv_length(lines), MANY + 1);
    for (int i = 0; i < MANY; i++) {
        g_autoptr(ik_json) json = ik_json_parse(lines[i], strlen(lines[i]), "line", NULL);
        assert_non_null(json);
        ik_json_value record = ik_json_root(json);
        assert_int_equal((int)ik_json_number(ik_json_member(record, "id")), i);
        assert_town(record, i);
    }
}

static void features_without_geometry_get_the_point_that_was_found(void **state)
{
    const fixture *f = *state;
    g_autofree char *path = write_geojson(f);
    g_autoptr(GString) out = answer(f, path, 3, NULL);
    g_autoptr(ik_json) json = ik_json_parse(out->str, out->len, "result", NULL);
    assert_non_null(json);
    ik_json_value features = ik_json_member(ik_json_root(json), "features");
    assert_string_equal(ik_json_string(ik_json_member(ik_json_root(json), "name")), "places");
    assert_int_equal(ik_json_length(features), MANY);
    for (guint i = 0; i < MANY; i++) {
        ik_json_value feature = ik_json_item(features, i);
        ik_json_value properties = ik_json_member(feature, "properties");
        ik_json_value geometry = ik_json_member(feature, "geometry");
        assert_int_equal((guint)ik_json_number(ik_json_member(feature, "id")), i);
        assert_town(properties, (int)i);
        if (!keys[i % 3]) {
            assert_int_equal(ik_json_type_of(geometry), IK_JSON_NULL);
            continue;
        }
        ik_json_value pair = ik_json_member(geometry, "coordinates");
        ik_assert_near(ik_json_number(ik_json_item(pair, 0)),
                       ik_json_number(ik_json_member(properties, "lon")), 0);
        ik_assert_near(ik_json_number(ik_json_item(pair, 1)),
                       ik_json_number(ik_json_member(properties, "lat")), 0);
    }
}

static void a_broken_line_is_rejected_and_the_others_are_answered(void **state)
{
    const fixture *f = *state;
    g_autofree char *path = ik_test_file_write(
        f->folder, "broken.ndjson", "{\"ort\":\"Unna\"}\n{\"ort\":\n\n[]\n{\"ort\":\"Hamm\"}", -1);
    ik_batch_summary summary;
    g_autoptr(GString) out = answer(f, path, 2, &summary);
    g_auto(GStrv) lines = g_strsplit(out->str, "\n", -1);
    assert_int_equal(summary.records, 4);
    assert_int_equal(summary.rejected, 2);
    assert_non_null(strstr(lines[0], "\"ags\":\"05978036\""));
    assert_true(g_str_has_prefix(lines[1], "{\"input\":\"{\\\"ort\\\":\",\"match\":\"none\""));
    assert_non_null(strstr(lines[1], "\"faults\":[\"broken_json\"]"));
    assert_non_null(strstr(lines[2], "\"faults\":[\"broken_json\"]"));
    assert_non_null(strstr(lines[3], "\"ags\":\"05915000\""));
}

static void a_broken_collection_is_named_with_its_line_by_any_number_of_threads(void **state)
{
    const fixture *f = *state;
    g_autofree char *whole = write_geojson(f);
    g_autofree char *text = ik_test_file_read(whole, NULL);
    char *middle = strstr(text, "\"id\":5000,");
    /* every feature begins a line, and the first line has the head */
    middle[strlen("\"id\":50")] = 'x';
    g_autofree char *path = ik_test_file_write(f->folder, "broken.geojson", text, -1);
    static const guint jobs[] = {1, 8};
    for (gsize i = 0; i < G_N_ELEMENTS(jobs); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GString) out = g_string_new(NULL);
        sink s = {out, 0, G_MAXSIZE};
        const ik_batch_options options = {.jobs = jobs[i], .write = take, .write_data = &s};
        assert_false(ik_geocode_file(f->atlas, path, &options, NULL, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "broken.geojson:5001: broken JSON");
    }
}

static bool stop(const ik_progress *progress, gpointer data)
{
    *(guint64 *)data = progress->done;
    return false;
}

static void what_does_not_end_well_leaves_the_former_files(void **state)
{
    const fixture *f = *state;
    g_autofree char *path = write_csv(f);
    g_autofree char *output = ik_test_file_write(f->folder, "out.csv", "former", -1);
    g_autofree char *review = ik_test_file_write(f->folder, "review.csv", "former, too", -1);
    guint64 done = 0;
    g_autoptr(GError) stopped = NULL, full = NULL, busy = NULL;
    ik_batch_options options = {
        .jobs = 2, .output = output, .review = review, .progress = stop, .progress_data = &done};
    assert_false(ik_geocode_file(f->atlas, path, &options, NULL, &stopped));
    ik_assert_error(stopped, IK_ERROR, IK_ERROR_CANCELLED, NULL);
    assert_true(done > 0 && done < MANY);
    g_autoptr(GString) out = g_string_new(NULL);
    sink s = {out, 0, 100000};
    options = (ik_batch_options){.jobs = 2, .review = review, .write = take, .write_data = &s};
    assert_false(ik_geocode_file(f->atlas, path, &options, NULL, &full));
    ik_assert_error(full, IK_ERROR, IK_ERROR_IO, "full");
    g_autofree char *content = ik_test_file_read(output, NULL);
    g_autofree char *listed = ik_test_file_read(review, NULL);
    assert_string_equal(content, "former");
    assert_string_equal(listed, "former, too");
}

static void a_review_lists_what_a_person_should_look_at(void **state)
{
    const fixture *f = *state;
    g_autofree char *path = write_ndjson(f);
    g_autofree char *output = g_build_filename(f->folder, "answered.ndjson", NULL);
    g_autofree char *review = g_build_filename(f->folder, "look.csv", NULL);
    g_autoptr(GError) error = NULL;
    const ik_batch_options options = {
        .language = "en", .jobs = 2, .output = output, .review = review};
    ik_batch_summary summary;
    assert_true(ik_geocode_file(f->atlas, path, &options, &summary, &error));
    ik_assert_no_error(error);
    g_autofree char *listed = ik_test_file_read(review, NULL);
    g_auto(GStrv) rows = g_strsplit(listed, "\r\n", -1);
    assert_int_equal(g_strv_length(rows), summary.rejected + summary.to_check + 2);
    assert_string_equal(
        rows[0], "\xEF\xBB\xBFline;status;address;match;score;municipality;ags;faults;reason");
    assert_true(g_str_has_prefix(rows[1], "2;reject;;none;0;;;no_address;"));
    assert_true(g_str_has_prefix(rows[2], "5;reject;"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_threads_gives_the_same_bytes),
        cmocka_unit_test(every_line_of_json_is_answered_in_its_place),
        cmocka_unit_test(features_without_geometry_get_the_point_that_was_found),
        cmocka_unit_test(a_broken_line_is_rejected_and_the_others_are_answered),
        cmocka_unit_test(a_broken_collection_is_named_with_its_line_by_any_number_of_threads),
        cmocka_unit_test(what_does_not_end_well_leaves_the_former_files),
        cmocka_unit_test(a_review_lists_what_a_person_should_look_at),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* test_vector_tiles.c — the whole vector tileset: what is in it, whatever threads and order.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <ideenkarte/tileset.h>

#include "archive_reader.h"
#include "mvt_reader.h"
#include "vector_tiles.h"

enum { PROJECTS = 40 };

static ik_project *make_project(guint number, double lon, double lat)
{
    ik_project *project = ik_project_new();
    project->id = g_strdup_printf("p%05u", number);
    project->title = g_strdup_printf("Projekt %u", number);
    project->marker = (ik_lonlat){lon, lat};
    project->match.level = IK_MATCH_MUNICIPALITY;
    project->match.municipality = number % 396;
    return project;
}

/* Projects over the whole land, one without a position, and an event. `turned`: the last one first. */
static ik_records *make_records(bool turned)
{
    ik_records *records = ik_records_new();
    for (guint i = 0; i < PROJECTS; i++) {
        guint n = turned ? PROJECTS - 1 - i : i;
        g_ptr_array_add(records->projects, make_project(n, 6 + n * 0.08, 50.8 + n % 7 * 0.2));
    }
    ik_project *lost = make_project(PROJECTS, 0, 0);
    lost->match.level = IK_MATCH_NONE;
    g_ptr_array_add(records->projects, lost);
    ik_event *event = ik_event_new();
    event->id = g_strdup("e");
    event->title = g_strdup("Auftakt");
    event->position = (ik_lonlat){7.4653, 51.5136};
    event->has_position = true;
    g_ptr_array_add(records->events, event);
    return records;
}

static void write_set(const ik_vector_tileset *set, const char *path, ik_archive_counts *counts)
{
    GError *error = NULL;
    ik_vector_tileset_write(set, path, counts, &error);
    ik_assert_no_error(error);
}

static void threads_and_order_leave_no_trace(void **state)
{
    (void)state;
    char *folder = ik_test_folder_new();
    g_autoptr(ik_division) division = ik_division_new(ik_territory_builtin());
    g_autoptr(ik_records) records = make_records(false), turned = make_records(true);
    const ik_vector_tileset sets[] = {
        {.division = division, .records = records, .min_zoom = 0, .max_zoom = 8, .jobs = 1},
        {.division = division, .records = turned, .min_zoom = 0, .max_zoom = 8, .jobs = 5}};
    char *bytes[2];
    size_t sizes[2];
    for (guint i = 0; i < 2; i++) {
        g_autofree char *path = g_build_filename(folder, i == 0 ? "a.pmtiles" : "b.pmtiles", NULL);
        write_set(&sets[i], path, NULL);
        bytes[i] = ik_test_file_read(path, &sizes[i]);
    }
    assert_int_equal(sizes[0], sizes[1]);
    assert_memory_equal(bytes[0], bytes[1], sizes[0]);
    g_free(bytes[0]);
    g_free(bytes[1]);
    ik_test_folder_remove(folder);
}

/* Sums over all tiles of a zoom: projects and those in clusters; events; places. */
typedef struct {
    guint projects, events, places;
} sums;

static bool is_named(const ik_mvt_layer *layer, const char *name)
{
    return layer->name.size == strlen(name) &&
           memcmp(layer->name.bytes, name, layer->name.size) == 0;
}

static void add_layer(const ik_mvt_layer *layer, sums *s)
{
    if (is_named(layer, "places"))
        s->places += layer->features->len;
    if (is_named(layer, "events"))
        s->events += layer->features->len;
    for (guint i = 0; is_named(layer, "projects") && i < layer->features->len; i++) {
        const ik_mvt_value *count = ik_mvt_feature_get(
            layer, &g_array_index(layer->features, ik_mvt_feature, i), "point_count");
        s->projects += count != NULL ? (guint)count->bits : 1;
    }
}

static void every_project_is_counted_at_every_zoom(void **state)
{
    enum { LAST = 9 };
    GError *error = NULL;
    sums zooms[LAST + 1] = {0};
    (void)state;
    char *folder = ik_test_folder_new();
    g_autofree char *path = g_build_filename(folder, "a.pmtiles", NULL);
    g_autoptr(ik_division) division = ik_division_new(ik_territory_builtin());
    g_autoptr(ik_records) records = make_records(false);
    const ik_vector_tileset set = {
        .division = division, .records = records, .min_zoom = 0, .max_zoom = LAST, .jobs = 2};
    write_set(&set, path, NULL);
    g_autoptr(ik_archive_reader) reader = ik_archive_reader_open(path, &error);
    ik_assert_no_error(error);
    ik_archive_entry entry;
    for (bool more = true; ik_archive_reader_next(reader, &entry, &more, &error) && more;) {
        g_autoptr(GBytes) stored = ik_archive_reader_read(reader, &entry, &error);
        g_autoptr(GBytes) plain = ik_archive_reader_expand(reader, stored, &error);
        g_autoptr(GPtrArray) layers =
            ik_mvt_read(g_bytes_get_data(plain, NULL), g_bytes_get_size(plain), &error);
        ik_assert_no_error(error);
        for (guint i = 0; i < layers->len; i++)
            add_layer(layers->pdata[i], &zooms[ik_tile_from_id(entry.id).zoom]);
    }
    for (guint zoom = 0; zoom <= LAST; zoom++) {
        assert_int_equal(zooms[zoom].projects, PROJECTS);
        assert_int_equal(zooms[zoom].events, 1);
        assert_int_equal(zooms[zoom].places, 396);
    }
    ik_test_folder_remove(folder);
}

static void the_archive_is_sound_of_every_kind(void **state)
{
    static const char *const names[] = {"a.pmtiles", "a.mbtiles", "a"};
    (void)state;
    char *folder = ik_test_folder_new();
    g_autoptr(ik_division) division = ik_division_new(ik_territory_builtin());
    const ik_vector_tileset set = {
        .division = division, .title = "Karte", .min_zoom = 4, .max_zoom = 7, .jobs = 1};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        GError *error = NULL;
        ik_archive_counts counts;
        ik_tileset_counts seen;
        g_autofree char *path = g_build_filename(folder, names[i], NULL);
        write_set(&set, path, &counts);
        ik_tileset_verify(path, NULL, NULL, &seen, &error);
        ik_assert_no_error(error);
        assert_int_equal(seen.tiles, counts.tiles);
        assert_int_equal(seen.min_zoom, 4);
        assert_int_equal(seen.max_zoom, 7);
    }
    ik_test_folder_remove(folder);
}

static void take_note(const char *note, gpointer data)
{
    g_ptr_array_add(data, g_strdup(note));
}

/* 12,000 projects on one spot stand alone at the largest zoom: more than 500,000 bytes. */
static void a_large_tile_is_told_and_whole(void **state)
{
    (void)state;
    char *folder = ik_test_folder_new();
    g_autofree char *path = g_build_filename(folder, "a.pmtiles", NULL);
    g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(ik_division) division = ik_division_new(ik_territory_builtin());
    g_autoptr(ik_records) records = ik_records_new();
    for (guint i = 0; i < 12000; i++)
        g_ptr_array_add(records->projects, make_project(i, 7.4653, 51.5136));
    const ik_vector_tileset set = {.division = division,
                                   .records = records,
                                   .min_zoom = 9,
                                   .max_zoom = 10,
                                   .jobs = 1,
                                   .tell = take_note,
                                   .tell_data = notes};
    write_set(&set, path, NULL);
    assert_int_equal(notes->len, 1);
    assert_true(g_str_has_prefix(notes->pdata[0], "tile 10/533/340: "));
    assert_non_null(strstr(notes->pdata[0], "bytes, over 500000; nothing was left out"));
    GError *error = NULL;
    g_autoptr(GBytes) tile = ik_tileset_tile(path, 10, 533, 340, true, &error);
    ik_assert_no_error(error);
    g_autoptr(GPtrArray) layers =
        ik_mvt_read(g_bytes_get_data(tile, NULL), g_bytes_get_size(tile), &error);
    ik_assert_no_error(error);
    sums s = {0};
    for (guint i = 0; i < layers->len; i++)
        add_layer(layers->pdata[i], &s);
    assert_int_equal(s.projects, 12000);
    ik_test_folder_remove(folder);
}

static void no_folder_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_division) division = ik_division_new(ik_territory_builtin());
    const ik_vector_tileset set = {.division = division, .min_zoom = 4, .max_zoom = 4, .jobs = 1};
    assert_false(ik_vector_tileset_write(&set, "/nowhere/a.pmtiles", NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "/nowhere");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_and_order_leave_no_trace),
        cmocka_unit_test(every_project_is_counted_at_every_zoom),
        cmocka_unit_test(the_archive_is_sound_of_every_kind),
        cmocka_unit_test(a_large_tile_is_told_and_whole),
        cmocka_unit_test(no_folder_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

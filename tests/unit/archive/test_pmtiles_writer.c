/* test_pmtiles_writer.c — PMTiles from any order and any thread.   [tests]
 * labels: parallel
 */
#include <ideenkarte/error.h>
#include <string.h>

#include "archive_fixture.h"
#include "archive_verify.h"

enum { TILES = 20000 }; /* more than one directory holds */

static guint content_of(guint64 id)
{
    return (guint)(id / 3 * 7919 % 300);
}

typedef struct {
    ik_archive_writer *writer;
    GPtrArray *contents;
    const guint64 *ids;
    guint first, step;
} put_job;

static gpointer put_some(gpointer data)
{
    const put_job *job = data;
    for (guint i = job->first; i < TILES; i += job->step)
        put_bytes(job->writer, job->ids[i], job->contents->pdata[content_of(job->ids[i])]);
    return NULL;
}

static void shuffle(guint64 *ids, guint32 seed)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    for (guint i = TILES - 1; i > 0; i--) {
        guint j = (guint)g_rand_int_range(random, 0, (gint32)i + 1);
        guint64 kept = ids[i];
        ids[i] = ids[j];
        ids[j] = kept;
    }
}

/* Every third id from 12/3423/1763 on, in the order of `seed` (0: rising), by so many threads. */
static char *write_archive(const char *folder, const char *name, guint32 seed, guint threads)
{
    GError *error = NULL;
    g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(6);
    g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    for (guint i = 0; i < 300; i++)
        g_ptr_array_add(contents, content_number(codec, i));
    g_autofree guint64 *ids = g_new(guint64, TILES);
    for (guint i = 0; i < TILES; i++)
        ids[i] = 19078479 + 3 * (guint64)i;
    if (seed > 0)
        shuffle(ids, seed);
    char *path = g_build_filename(folder, name, NULL);
    const ik_archive_description description = vector_description();
    g_autoptr(ik_archive_writer) writer = ik_archive_writer_new(path, &description, &error);
    ik_assert_no_error(error);
    GThread *running[8];
    put_job jobs[8];
    for (guint i = 0; i < threads; i++) {
        jobs[i] = (put_job){writer, contents, ids, i, threads};
        running[i] = g_thread_new("put", put_some, &jobs[i]);
    }
    for (guint i = 0; i < threads; i++)
        g_thread_join(running[i]);
    ik_archive_counts counts;
    ik_archive_writer_finish(writer, &counts, &error);
    ik_assert_no_error(error);
    assert_int_equal(counts.tiles, TILES);
    assert_int_equal(counts.distinct, 300);
    return path;
}

static void order_and_threads_do_not_change_a_byte(void **state)
{
    (void)state;
    static const char *const names[] = {"a.pmtiles", "a.mbtiles"};
    for (guint kind = 0; kind < 2; kind++) {
        char *folder = ik_test_folder_new();
        size_t first_size, size;
        g_autofree char *first = write_archive(folder, names[kind], 0, 1);
        g_autofree char *expected = ik_test_file_read(first, &first_size);
        for (guint threads = 1; threads <= 8; threads *= 8) {
            g_autofree char *path = write_archive(folder, names[kind], 1 + threads, threads);
            g_autofree char *bytes = ik_test_file_read(path, &size);
            assert_int_equal(size, first_size);
            assert_memory_equal(bytes, expected, size);
        }
        ik_test_folder_remove(folder);
    }
}

static guint64 number_at(const char *bytes, guint offset)
{
    guint64 value = 0;
    for (guint i = 0; i < 8; i++)
        value |= (guint64)(guint8)bytes[offset + i] << 8 * i;
    return value;
}

/* PMTiles v3, chapter 3: places in the header; 20,000 entries cannot fit the root, so there are leaves. */
static void the_header_says_what_is_there(void **state)
{
    (void)state;
    char *folder = ik_test_folder_new();
    size_t size;
    g_autofree char *path = write_archive(folder, "a.pmtiles", 5, 2);
    g_autofree char *bytes = ik_test_file_read(path, &size);
    assert_memory_equal(bytes, "PMTiles\x03", 8);
    assert_int_equal(number_at(bytes, 8), 127);
    assert_true(number_at(bytes, 16) <= 16257);
    assert_int_equal(number_at(bytes, 24), 127 + number_at(bytes, 16));
    assert_true(number_at(bytes, 48) > 0);
    assert_int_equal(number_at(bytes, 56) + number_at(bytes, 64), size);
    assert_int_equal(number_at(bytes, 72), TILES);
    assert_int_equal(number_at(bytes, 80), TILES);
    assert_int_equal(number_at(bytes, 88), 300);
    assert_int_equal(bytes[96], 1);
    assert_int_equal(bytes[97], 2);
    assert_int_equal(bytes[98], 2);
    assert_int_equal(bytes[99], 1);
    assert_int_equal(bytes[100], 12);
    assert_int_equal(bytes[101], 12);
    ik_test_folder_remove(folder);
}

static void what_was_put_is_read(void **state)
{
    (void)state;
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    static const char *const names[] = {"a.pmtiles", "a.mbtiles", "folder"};
    for (guint kind = 0; kind < 3; kind++) {
        g_autofree char *path = write_archive(folder, names[kind], 9, 2);
        g_autoptr(ik_archive_reader) reader = ik_archive_reader_open(path, &error);
        ik_assert_no_error(error);
        g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(6);
        for (guint i = 0; i < 3 * 200; i++) {
            ik_archive_entry entry;
            bool found;
            guint64 id = 19078479 + (guint64)i;
            assert_true(
                ik_archive_reader_find(reader, ik_tile_from_id(id), &entry, &found, &error));
            assert_int_equal(found, i % 3 == 0);
            if (!found)
                continue;
            g_autoptr(GBytes) stored = ik_archive_reader_read(reader, &entry, &error);
            g_autoptr(GBytes) expected = content_number(codec, content_of(id));
            assert_true(g_bytes_equal(stored, expected));
        }
        assert_true(ik_archive_verify(path, &(ik_verify_options){0}, NULL, &error));
        ik_assert_no_error(error);
    }
    ik_test_folder_remove(folder);
}

static ik_archive_writer *open_writer(const char *folder, const char *name)
{
    GError *error = NULL;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    const ik_archive_description description = vector_description();
    ik_archive_writer *writer = ik_archive_writer_new(path, &description, &error);
    ik_assert_no_error(error);
    return writer;
}

static void equal_neighbours_are_one_entry(void **state)
{
    (void)state;
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(6);
    g_autoptr(GBytes) sea = content_number(codec, 1), land = content_number(codec, 2);
    g_autoptr(ik_archive_writer) writer = open_writer(folder, "a.pmtiles");
    for (guint id = 5; id < 21; id++) /* all of zoom 2 */
        put_bytes(writer, 25 - id, id == 13 ? land : sea);
    put_bytes(writer, 12, land); /* the same again */
    ik_archive_writer_finish(writer, NULL, &error);
    ik_assert_no_error(error);
    g_autofree char *path = g_build_filename(folder, "a.pmtiles", NULL);
    ik_verify_result result;
    assert_true(ik_archive_verify(path, &(ik_verify_options){0}, &result, &error));
    assert_int_equal(result.tiles, 16);
    assert_int_equal(result.entries, 3);
    assert_int_equal(result.contents, 2);
    assert_int_equal(result.min_zoom, 2);
    ik_assert_near(result.bounds.west, -180, 0);
    ik_assert_near(result.bounds.north, 85.0511287798, 1e-9);
    ik_test_folder_remove(folder);
}

static void a_tile_with_two_contents_is_an_error_and_leaves_nothing(void **state)
{
    (void)state;
    char *folder = ik_test_folder_new();
    g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(6);
    static const char *const names[] = {"a.pmtiles", "a.mbtiles"};
    for (guint kind = 0; kind < 2; kind++) {
        GError *error = NULL;
        g_autoptr(GBytes) sea = content_number(codec, 1), land = content_number(codec, 2);
        g_autoptr(ik_archive_writer) writer = open_writer(folder, names[kind]);
        put_bytes(writer, ik_tile_id((ik_tile){9, 264, 170}), sea);
        put_bytes(writer, ik_tile_id((ik_tile){9, 264, 170}), land);
        assert_false(ik_archive_writer_finish(writer, NULL, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "tile 9/264/170 was put twice");
        g_error_free(error);
    }
    g_autoptr(GDir) left = g_dir_open(folder, 0, NULL);
    assert_null(g_dir_read_name(left));
    ik_test_folder_remove(folder);
}

static void an_archive_without_tiles_is_an_error(void **state)
{
    (void)state;
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    g_autoptr(ik_archive_writer) writer = open_writer(folder, "a.pmtiles");
    assert_false(ik_archive_writer_finish(writer, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "there is no tile to write");
    g_error_free(error);
    ik_test_folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_and_threads_do_not_change_a_byte),
        cmocka_unit_test(the_header_says_what_is_there),
        cmocka_unit_test(what_was_put_is_read),
        cmocka_unit_test(equal_neighbours_are_one_entry),
        cmocka_unit_test(a_tile_with_two_contents_is_an_error_and_leaves_nothing),
        cmocka_unit_test(an_archive_without_tiles_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

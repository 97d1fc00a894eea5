/* test_gzip_store.c — what is compressed, kept and given up.   [server] */
#include "test_support.h"

#include "gzip_store.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

static int open_bytes(const char *folder, const void *bytes, gsize size)
{
    g_autofree char *path = ik_test_file_write(folder, "file", bytes, (gssize)size);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    assert_true(descriptor >= 0);
    return descriptor;
}

/* By GLib's own decompressor. */
static void assert_unpacks_to(GBytes *packed, const char *expected, gsize size)
{
    g_autoptr(GConverter) gunzip =
        G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP));
    g_autoptr(GInputStream) from = g_memory_input_stream_new_from_bytes(packed);
    g_autoptr(GInputStream) stream = g_converter_input_stream_new(from, gunzip);
    g_autofree char *bytes = g_malloc(size + 1);
    gsize read = 0;
    assert_true(g_input_stream_read_all(stream, bytes, size + 1, &read, NULL, NULL));
    assert_int_equal(read, size);
    assert_memory_equal(bytes, expected, size);
}

static void a_file_is_compressed_and_kept_under_its_tag(void **state)
{
    (void)state;
    char *folder = ik_test_folder_new();
    char text[4096];
    memset(text, 'a', sizeof text);
    int descriptor = open_bytes(folder, text, sizeof text);
    ik_gzip_store *store = ik_gzip_store_new(1000);
    GBytes *first = ik_gzip_store_get(store, descriptor, sizeof text, "\"1\"");
    GBytes *second = ik_gzip_store_get(store, descriptor, sizeof text, "\"1\"");
    GBytes *other = ik_gzip_store_get(store, descriptor, sizeof text, "\"2\"");
    assert_non_null(first);
    assert_ptr_equal(first, second);
    assert_ptr_not_equal(first, other);
    assert_unpacks_to(first, text, sizeof text);
    g_bytes_unref(first);
    g_bytes_unref(second);
    g_bytes_unref(other);
    ik_gzip_store_free(store);
    close(descriptor);
    ik_test_folder_remove(folder);
}

static void a_full_store_starts_again(void **state)
{
    (void)state;
    char *folder = ik_test_folder_new();
    char text[4096];
    memset(text, 'a', sizeof text);
    int descriptor = open_bytes(folder, text, sizeof text);
    ik_gzip_store *store = ik_gzip_store_new(50); /* one compressed file, not two */
    GBytes *first = ik_gzip_store_get(store, descriptor, sizeof text, "\"1\"");
    g_bytes_unref(ik_gzip_store_get(store, descriptor, sizeof text, "\"2\""));
    GBytes *again = ik_gzip_store_get(store, descriptor, sizeof text, "\"1\"");
    assert_true(g_bytes_get_size(first) > 25 && g_bytes_get_size(first) <= 50);
    assert_ptr_not_equal(first, again);
    assert_unpacks_to(again, text, sizeof text);
    g_bytes_unref(first);
    g_bytes_unref(again);
    ik_gzip_store_free(store);
    close(descriptor);
    ik_test_folder_remove(folder);
}

static void what_gets_no_smaller_is_left_as_it_is(void **state)
{
    (void)state;
    char *folder = ik_test_folder_new();
    guint32 noise[1024], seed = 1;
    for (gsize i = 0; i < G_N_ELEMENTS(noise); i++)
        noise[i] = seed = seed * 1664525u + 1013904223u + (seed >> 13);
    int descriptor = open_bytes(folder, noise, sizeof noise);
    ik_gzip_store *store = ik_gzip_store_new(100000);
    assert_null(ik_gzip_store_get(store, descriptor, sizeof noise, "\"1\""));
    assert_null(ik_gzip_store_get(store, descriptor, sizeof noise, "\"1\""));
    assert_null(ik_gzip_store_get(store, descriptor, IK_GZIP_LEAST - 1, "\"2\""));
    assert_null(ik_gzip_store_get(store, descriptor, (gsize)IK_GZIP_MOST + 1, "\"3\""));
    ik_gzip_store_free(store);
    close(descriptor);
    ik_test_folder_remove(folder);
}

static void a_file_that_was_cut_off_meanwhile_is_left_as_it_is(void **state)
{
    (void)state;
    char *folder = ik_test_folder_new();
    int descriptor = open_bytes(folder, "short", 5);
    ik_gzip_store *store = ik_gzip_store_new(1000);
    assert_null(ik_gzip_store_get(store, descriptor, 4096, "\"1\""));
    ik_gzip_store_free(store);
    close(descriptor);
    ik_test_folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_compressed_and_kept_under_its_tag),
        cmocka_unit_test(a_full_store_starts_again),
        cmocka_unit_test(what_gets_no_smaller_is_left_as_it_is),
        cmocka_unit_test(a_file_that_was_cut_off_meanwhile_is_left_as_it_is)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

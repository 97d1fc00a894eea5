/* test_gzip.c — RFC 1952: what the program gzip writes is read, what is written has its form, damage is found.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "gzip.h"

/* printf 'hello\n' | gzip -n -9 */
static const guint8 hello[] = {0x1f, 0x8b, 8,    0,    0,    0,    0,    0,    2,
                               3,    0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0xe7, 0x02, 0x00,
                               0x20, 0x30, 0x3a, 0x36, 6,    0,    0,    0};
/* printf 'hello\n' >a; gzip -9 a: with a time and the name */
static const guint8 named[] = {0x1f, 0x8b, 8,    8,    0x15, 0xcd, 0x5b, 0x07, 2,    3,
                               'a',  0,    0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0xe7, 0x02, 0x00,
                               0x20, 0x30, 0x3a, 0x36, 6,    0,    0,    0};

static void assert_expands(const guint8 *bytes, gsize size, const char *text)
{
    GError *error = NULL;
    g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(9);
    g_autoptr(GBytes) plain = ik_gzip_expand(codec, bytes, size, 1000, &error);
    ik_assert_no_error(error);
    assert_int_equal(g_bytes_get_size(plain), strlen(text));
    assert_memory_equal(g_bytes_get_data(plain, NULL), text, strlen(text));
}

static void assert_refused(const guint8 *bytes, gsize size, gsize limit, const char *why)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(9);
    assert_null(ik_gzip_expand(codec, bytes, size, limit, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, why);
}

static void what_gzip_writes_is_read(void **state)
{
    (void)state;
    assert_expands(hello, sizeof hello, "hello\n");
    assert_expands(named, sizeof named, "hello\n");
}

/* Section 2.3: ID1 ID2 CM FLG MTIME; trailer CRC32 (of "hello\n", as gzip says above) and ISIZE. */
static void what_is_written_has_neither_name_nor_time(void **state)
{
    (void)state;
    for (int level = 1; level <= 12; level++) {
        g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(level);
        g_autoptr(GBytes) packed = ik_gzip_compress(codec, "hello\n", 6);
        gsize size;
        const guint8 *bytes = g_bytes_get_data(packed, &size);
        assert_true(size > 18);
        assert_memory_equal(bytes, hello, 8);
        assert_memory_equal(bytes + size - 8, hello + sizeof hello - 8, 8);
        assert_expands(bytes, size, "hello\n");
    }
}

static void nothing_is_a_member_too(void **state)
{
    (void)state;
    g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(6);
    g_autoptr(GBytes) packed = ik_gzip_compress(codec, "", 0);
    assert_expands(g_bytes_get_data(packed, NULL), g_bytes_get_size(packed), "");
}

static void every_part_and_every_changed_byte_of_the_data_is_found(void **state)
{
    (void)state;
    g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(9);
    for (gsize size = 0; size < sizeof hello; size++) {
        g_autofree guint8 *part = g_memdup2(hello, MAX(size, 1));
        assert_null(ik_gzip_expand(codec, part, size, 1000, NULL));
    }
    for (gsize at = 10; at < sizeof hello; at++) {
        guint8 copy[sizeof hello];
        memcpy(copy, hello, sizeof hello);
        copy[at] ^= 0x10;
        g_autoptr(GBytes) plain = ik_gzip_expand(codec, copy, sizeof copy, 1000, NULL);
        /* bits behind the end of the last block fill up its byte and mean nothing (RFC 1951, 3.2.3) */
        assert_true(plain == NULL || at == sizeof hello - 9);
        assert_true(plain == NULL || memcmp(g_bytes_get_data(plain, NULL), "hello\n", 6) == 0);
    }
    assert_refused(hello, 17, 1000, "cut off");
}

static void bytes_behind_the_member_are_refused(void **state)
{
    guint8 two[2 * sizeof hello];
    (void)state;
    memcpy(two, hello, sizeof hello);
    memcpy(two + sizeof hello, hello, sizeof hello);
    assert_refused(two, sizeof hello + 1, 1000, "the gzip data");
    assert_refused(two, sizeof two, 1000, "behind");
}

static void more_than_the_limit_is_refused(void **state)
{
    (void)state;
    assert_refused(hello, sizeof hello, 5, "more than is allowed");
    g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(9);
    g_autoptr(GBytes) plain = ik_gzip_expand(codec, hello, sizeof hello, 6, NULL);
    assert_non_null(plain);
}

/* A mebibyte of zeros packs to about a thousandth: the most that deflate can do. */
static void the_greatest_ratio_is_read(void **state)
{
    enum { ZEROS = 1 << 20 };
    g_autofree char *zeros = g_malloc0(ZEROS);
    GError *error = NULL;
    (void)state;
    g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(12);
    g_autoptr(GBytes) packed = ik_gzip_compress(codec, zeros, ZEROS);
    assert_true(g_bytes_get_size(packed) < 2000);
    g_autoptr(GBytes) plain = ik_gzip_expand(codec, g_bytes_get_data(packed, NULL),
                                             g_bytes_get_size(packed), ZEROS, &error);
    ik_assert_no_error(error);
    assert_int_equal(g_bytes_get_size(plain), ZEROS);
    assert_memory_equal(g_bytes_get_data(plain, NULL), zeros, ZEROS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_gzip_writes_is_read),
        cmocka_unit_test(what_is_written_has_neither_name_nor_time),
        cmocka_unit_test(nothing_is_a_member_too),
        cmocka_unit_test(every_part_and_every_changed_byte_of_the_data_is_found),
        cmocka_unit_test(bytes_behind_the_member_are_refused),
        cmocka_unit_test(more_than_the_limit_is_refused),
        cmocka_unit_test(the_greatest_ratio_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

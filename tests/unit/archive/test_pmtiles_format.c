/* test_pmtiles_format.c — header and directories byte by byte after the specification of PMTiles v3.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "pmtiles_format.h"

static const ik_pmtiles_header header = {.root = {127, 0x0102},
                                         .metadata = {400, 3},
                                         .leaves = {500, 4},
                                         .data = {G_GUINT64_CONSTANT(0x1122334455667788), 5},
                                         .addressed = 6,
                                         .entries = 7,
                                         .contents = 8,
                                         .clustered = 1,
                                         .internal_compression = 2,
                                         .tile_compression = 3,
                                         .tile_type = 1,
                                         .min_zoom = 4,
                                         .max_zoom = 14,
                                         .bounds = {58000000, -1, 95000000, 526000000},
                                         .center_zoom = 9,
                                         .center = {75000000, 514000000}};

/* Offsets of section 3 of the specification; numbers are little-endian. */
static void the_header_has_its_fields_at_their_offsets(void **state)
{
    guint8 bytes[IK_PMTILES_HEADER_BYTES];
    (void)state;
    assert_int_equal(IK_PMTILES_HEADER_BYTES, 127);
    ik_pmtiles_header_write(&header, bytes);
    assert_memory_equal(bytes, "PMTiles\x03", 8);
    assert_memory_equal(bytes + 8,
                        ((const guint8[]){127, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0}), 16);
    assert_memory_equal(bytes + 24, ((const guint8[]){0x90, 1, 0, 0, 0, 0, 0, 0, 3, 0}), 10);
    assert_memory_equal(bytes + 40, ((const guint8[]){0xf4, 1, 0, 0, 0, 0, 0, 0, 4, 0}), 10);
    assert_memory_equal(
        bytes + 56, ((const guint8[]){0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11, 5, 0}), 10);
    assert_memory_equal(
        bytes + 72, ((const guint8[]){6, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 8, 0}), 18);
    assert_memory_equal(bytes + 96, ((const guint8[]){1, 2, 3, 1, 4, 14}), 6);
    /* 58000000 is 0x0375 0280, -1 is two's complement, 95000000 is 0x05a9 95c0, 526000000 is 0x1f5a 1f80 */
    assert_memory_equal(bytes + 102,
                        ((const guint8[]){0x80, 0x02, 0x75, 0x03, 0xff, 0xff, 0xff, 0xff, 0xc0,
                                          0x95, 0xa9, 0x05, 0x80, 0x1f, 0x5a, 0x1f}),
                        16);
    assert_int_equal(bytes[118], 9);
    assert_memory_equal(bytes + 119, ((const guint8[]){0xc0, 0x68, 0x78, 0x04}),
                        4); /* 75000000 = 0x0478 68c0 */
}

static void a_header_that_is_written_is_read(void **state)
{
    guint8 bytes[IK_PMTILES_HEADER_BYTES];
    ik_pmtiles_header seen;
    GError *error = NULL;
    (void)state;
    ik_pmtiles_header_write(&header, bytes);
    assert_true(ik_pmtiles_header_read(&seen, bytes, sizeof bytes, &error));
    ik_assert_no_error(error);
    assert_true(seen.data.offset == header.data.offset);
    assert_int_equal(seen.bounds[1], -1);
    assert_int_equal(seen.center[1], 514000000);
    assert_int_equal(seen.max_zoom, 14);
}

static void another_file_another_version_and_half_a_header_are_refused(void **state)
{
    guint8 bytes[IK_PMTILES_HEADER_BYTES];
    ik_pmtiles_header seen;
    GError *error = NULL;
    (void)state;
    ik_pmtiles_header_write(&header, bytes);
    assert_false(ik_pmtiles_header_read(&seen, bytes, 126, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "offset 126");
    g_clear_error(&error);
    bytes[7] = 2;
    assert_false(ik_pmtiles_header_read(&seen, bytes, sizeof bytes, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED, "offset 7: PMTiles version 2");
    g_clear_error(&error);
    bytes[0] = 'p';
    assert_false(ik_pmtiles_header_read(&seen, bytes, sizeof bytes, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "offset 0");
    g_clear_error(&error);
}

/* Section 4.2: number of entries; steps of ids; runs; lengths; offsets, 0 where one follows the entry before, otherwise
 * one more than it is. */
static const guint8 directory[] = {4, 0, 5, 37, 1, 1, 2, 1, 0, 2, 0xac, 2, 3, 2, 1, 0, 0, 1};

static void a_directory_is_five_columns(void **state)
{
    g_autoptr(GByteArray) written = g_byte_array_new();
    const ik_pmtiles_entry four[] = {{.id = 0, .run = 1, .length = 2, .offset = 0},
                                     {.id = 5, .run = 2, .length = 300, .offset = 2},
                                     {.id = 42, .run = 1, .length = 3, .offset = 302},
                                     {.id = 43, .run = 0, .length = 2, .offset = 0}};
    GError *error = NULL;
    (void)state;
    ik_pmtiles_directory_write(written, four, 4);
    assert_int_equal(written->len, sizeof directory);
    assert_memory_equal(written->data, directory, sizeof directory);
    g_autoptr(GArray) read = ik_pmtiles_directory_read(directory, sizeof directory, &error);
    ik_assert_no_error(error);
    assert_int_equal(read->len, 4);
    for (guint i = 0; i < 4; i++) {
        const ik_pmtiles_entry *e = &g_array_index(read, ik_pmtiles_entry, i);
        assert_true(e->id == four[i].id && e->run == four[i].run);
        assert_true(e->length == four[i].length && e->offset == four[i].offset);
    }
}

static const struct {
    const char *why;
    gsize size;
    guint8 bytes[12];
} broken[] = {
    {"entry 1: the tile id is that of the entry before", 9, {2, 5, 0, 1, 1, 2, 2, 1, 0}},
    {"entry 0: has no bytes", 5, {1, 5, 1, 0, 1}},
    {"entry 0: follows the entry before, but is the first", 5, {1, 5, 1, 2, 0}},
    {"the directory is cut off", 4, {1, 5, 1, 2}},
    {"a number is too large", 11, {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 1}},
};

static void a_broken_directory_is_refused_with_the_reason(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(broken); i++) {
        GError *error = NULL;
        g_autofree guint8 *bytes = g_memdup2(broken[i].bytes, broken[i].size);
        assert_null(ik_pmtiles_directory_read(bytes, broken[i].size, &error));
        if (strstr(error->message, broken[i].why) == NULL)
            fail_msg("expected \"%s\", got \"%s\"", broken[i].why, error->message);
        g_clear_error(&error);
    }
    for (gsize size = 0; size < sizeof directory; size++) {
        g_autofree guint8 *part = g_memdup2(directory, MAX(size, 1));
        assert_null(ik_pmtiles_directory_read(part, size, NULL));
    }
}

static void degrees_are_rounded_to_ten_millionths(void **state)
{
    (void)state;
    assert_int_equal(ik_pmtiles_degrees(7.46530004), 74653000);
    assert_int_equal(ik_pmtiles_degrees(-0.00000005), -1);
    assert_int_equal(ik_pmtiles_degrees(-180), -1800000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_header_has_its_fields_at_their_offsets),
        cmocka_unit_test(a_header_that_is_written_is_read),
        cmocka_unit_test(another_file_another_version_and_half_a_header_are_refused),
        cmocka_unit_test(a_directory_is_five_columns),
        cmocka_unit_test(a_broken_directory_is_refused_with_the_reason),
        cmocka_unit_test(degrees_are_rounded_to_ten_millionths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

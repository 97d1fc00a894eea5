/* test_flat_deflate.c — what is compressed comes back from libdeflate unchanged. */
#include "test_support.h"

#include "flat_deflate.h"
#include "huffman_code.h"

#include <libdeflate.h>
#include <string.h>

#define ROW  ((gsize)257)
#define ROWS ((gsize)256)

static gsize assert_round_trip(const guint8 *bytes, gsize n, gsize row, gsize sample)
{
    g_autoptr(ik_flat_deflater) deflater = ik_flat_deflater_new();
    g_autoptr(GByteArray) packed = g_byte_array_new();
    g_autofree guint8 *back = g_malloc(n + 1);
    struct libdeflate_decompressor *reader = libdeflate_alloc_decompressor();
    gsize found = 0;
    g_byte_array_append(packed, (const guint8 *)"head", 4);
    ik_flat_deflate(deflater, bytes, n, row, sample, packed);
    assert_memory_equal(packed->data, "head", 4);
    assert_int_equal(
        libdeflate_zlib_decompress(reader, packed->data + 4, packed->len - 4, back, n + 1, &found),
        LIBDEFLATE_SUCCESS);
    assert_int_equal(found, n);
    assert_memory_equal(back, bytes, n);
    libdeflate_free_decompressor(reader);
    return packed->len - 4;
}

static guint32 next(guint32 *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void short_and_uniform_inputs_come_back(void **state)
{
    guint8 bytes[700] = {0};
    (void)state;
    for (gsize n = 1; n <= sizeof bytes; n += n < 20 ? 1 : 83)
        assert_round_trip(bytes, n, 257, 1);
    for (guint i = 0; i < 26; i++)
        bytes[i] = (guint8)('a' + i);
    for (gsize n = 1; n <= 26; n++)
        assert_round_trip(bytes, n, 7, 3);
}

/* Every value of a byte, repetitions of every length and distance. */
static void rows_of_all_kinds_come_back(void **state)
{
    g_autofree guint8 *bytes = g_malloc(ROW * ROWS);
    guint32 seed = 3;
    (void)state;
    for (guint colors = 1; colors <= 256; colors *= 2)
        for (guint longest = 1; longest <= 4096; longest *= 8) {
            for (gsize at = 0; at < ROW * ROWS;) {
                guint8 color = (guint8)(next(&seed) % colors);
                gsize wanted = 1 + next(&seed) % longest, run = MIN(wanted, ROW * ROWS - at);
                gsize back = 1 + next(&seed) % 32768;
                if (next(&seed) % 2 == 0 && back < at && run < back)
                    memcpy(&bytes[at], &bytes[at - back], run);
                else
                    memset(&bytes[at], color, run);
                at += run;
            }
            assert_round_trip(bytes, ROW * ROWS, ROW, 1);
            assert_round_trip(bytes, ROW * ROWS, 769, 3);
            assert_round_trip(bytes, ROW * ROWS, 40000, 4);
        }
}

static void noise_grows_by_little(void **state)
{
    g_autofree guint8 *bytes = g_malloc(ROW * ROWS);
    guint32 seed = 5;
    (void)state;
    for (gsize i = 0; i < ROW * ROWS; i++)
        bytes[i] = (guint8)next(&seed);
    assert_true(assert_round_trip(bytes, ROW * ROWS, ROW, 1) < ROW * ROWS * 17 / 16);
}

/* One token for each row that repeats the one above, a byte or so each. */
static void rows_that_repeat_take_no_room(void **state)
{
    g_autofree guint8 *bytes = g_malloc(ROW * ROWS);
    guint32 seed = 9;
    (void)state;
    for (gsize i = 0; i < ROW * ROWS; i++)
        bytes[i] = i < ROW ? (guint8)(next(&seed) % 16) : bytes[i - ROW];
    assert_true(assert_round_trip(bytes, ROW * ROWS, ROW, 1) < 400 + ROWS);
}

/* Counts of Fibonacci make the deepest tree: 30 levels without a bound. */
static void codes_are_complete_and_not_longer_than_allowed(void **state)
{
    guint32 counts[30];
    ik_huffman_code code;
    (void)state;
    for (guint i = 0; i < 30; i++)
        counts[i] = i < 2 ? 1 : counts[i - 1] + counts[i - 2];
    for (guint most = 5; most <= 15; most++) {
        guint sum = 0;
        ik_huffman_code_make(&code, counts, 30, most);
        for (guint i = 0; i < 30; i++) {
            assert_in_range(code.lengths[i], 1, most);
            assert_true(i == 0 || code.lengths[i] <= code.lengths[i - 1]);
            sum += 1u << (15 - code.lengths[i]);
        }
        assert_int_equal(sum, 1u << 15); /* Kraft: every code has its meaning */
    }
}

/* The example of RFC 1951, 3.2.2: lengths 3 3 3 3 3 2 4 4 have these codes, here turned round. */
static void codes_are_numbered_as_the_rfc_says(void **state)
{
    static const guint32 COUNTS[] = {4, 4, 4, 4, 4, 9, 1, 2};
    static const guint8 LENGTHS[] = {3, 3, 3, 3, 3, 2, 4, 4};
    static const guint16 TURNED[] = {2, 6, 1, 5, 3, 0, 7, 15};
    ik_huffman_code code;
    (void)state;
    ik_huffman_code_make(&code, COUNTS, 8, 15);
    for (guint i = 0; i < 8; i++) {
        assert_int_equal(code.lengths[i], LENGTHS[i]);
        assert_int_equal(code.codes[i], TURNED[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_and_uniform_inputs_come_back),
        cmocka_unit_test(rows_of_all_kinds_come_back),
        cmocka_unit_test(noise_grows_by_little),
        cmocka_unit_test(rows_that_repeat_take_no_room),
        cmocka_unit_test(codes_are_complete_and_not_longer_than_allowed),
        cmocka_unit_test(codes_are_numbered_as_the_rfc_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_png_check.c — a picture of one pixel, whole and broken.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "png_check.h"

/* The transparent pixel that the web has used as a data URL since RFC 2397 became common:
 * iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg== */
static const guint8 pixel[] = {
    0x89, 'P',  'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a, 0,    0,    0,    13,   'I',  'H',
    'D',  'R',  0,    0,    0,    1,    0,    0,    0,    1,    8,    6,    0,    0,
    0,    0x1f, 0x15, 0xc4, 0x89, 0,    0,    0,    13,   'I',  'D',  'A',  'T',  0x78,
    0xda, 0x63, 0x64, 0xf8, 0xcf, 0x50, 0x0f, 0x00, 0x03, 0x86, 0x01, 0x80, 0x5a, 0x34,
    0x7d, 0x6b, 0,    0,    0,    0,    'I',  'E',  'N',  'D',  0xae, 0x42, 0x60, 0x82};
enum { HEADER = 8, DATA = 33, END = 58, SIZE = sizeof pixel };

/* PNG, second edition, annex D: polynomial 0xedb88320, bit by bit. */
static guint32 checksum(const guint8 *bytes, gsize size)
{
    guint32 sum = 0xffffffff;
    for (gsize i = 0; i < size; i++) {
        sum ^= bytes[i];
        for (guint bit = 0; bit < 8; bit++)
            sum = (sum & 1) != 0 ? sum >> 1 ^ 0xedb88320 : sum >> 1;
    }
    return ~sum;
}

static void sign_chunk(guint8 *chunk, gsize length)
{
    guint32 sum = checksum(chunk + 4, 4 + length);
    for (guint i = 0; i < 4; i++)
        chunk[8 + length + i] = (guint8)(sum >> (24 - 8 * i));
}

static void assert_refused(const guint8 *bytes, gsize size, const char *why)
{
    g_autoptr(GError) error = NULL;
    assert_false(ik_png_check(bytes, size, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, why);
}

static void a_whole_picture_passes(void **state)
{
    GError *error = NULL;
    (void)state;
    assert_int_equal(SIZE, 70);
    assert_true(ik_png_check(pixel, SIZE, &error));
    ik_assert_no_error(error);
}

static void no_beginning_of_it_passes(void **state)
{
    (void)state;
    for (gsize size = 0; size < SIZE; size++) {
        g_autofree guint8 *part =
            g_memdup2(pixel, MAX(size, 1)); /* on its own, so that no byte behind it is read */
        assert_false(ik_png_check(part, size, NULL));
    }
    assert_refused(pixel, 7, "PNG offset 0: is no PNG");
    assert_refused(pixel, 40, "PNG offset 40: there is no IEND");
    assert_refused(pixel, 57, "PNG offset 33: the chunk is cut off");
}

static void every_changed_bit_is_found(void **state)
{
    (void)state;
    for (gsize bit = 0; bit < (gsize)SIZE * 8; bit++) {
        guint8 copy[SIZE];
        memcpy(copy, pixel, SIZE);
        copy[bit / 8] = (guint8)(copy[bit / 8] ^ 1u << bit % 8);
        assert_false(ik_png_check(copy, SIZE, NULL));
    }
}

static void a_picture_without_width_is_none(void **state)
{
    guint8 copy[SIZE];
    (void)state;
    memcpy(copy, pixel, SIZE);
    copy[19] = 0;
    assert_refused(copy, SIZE, "PNG offset 8: the chunk's checksum is wrong");
    sign_chunk(copy + HEADER, 13);
    assert_refused(copy, SIZE, "PNG offset 8: the picture has no size");
}

static void chunks_come_in_their_order(void **state)
{
    guint8 bytes[2 * SIZE];
    (void)state;
    /* IDAT first */
    memcpy(bytes, pixel, HEADER);
    memcpy(bytes + HEADER, pixel + DATA, SIZE - DATA);
    assert_refused(bytes, SIZE - DATA + HEADER, "PNG offset 8: IHDR is not the first chunk");
    /* two IHDR */
    memcpy(bytes, pixel, DATA);
    memcpy(bytes + DATA, pixel + HEADER, SIZE - HEADER);
    assert_refused(bytes, DATA + SIZE - HEADER,
                   "PNG offset 33: IHDR is not the first chunk, or not the only one");
    /* no IDAT */
    memcpy(bytes, pixel, DATA);
    memcpy(bytes + DATA, pixel + END, SIZE - END);
    assert_refused(bytes, DATA + SIZE - END, "there is no IDAT");
    /* something behind IEND */
    memcpy(bytes, pixel, SIZE);
    bytes[SIZE] = 0;
    assert_refused(bytes, SIZE + 1, "bytes stand behind IEND");
}

/* A chunk of another kind is none of the check's business, as long as it is sound. */
static void unknown_chunks_pass(void **state)
{
    guint8 bytes[SIZE + 13] = {0};
    static const guint8 chunk[13] = {0, 0, 0, 1, 't', 'E', 'X', 't', 'a'};
    GError *error = NULL;
    (void)state;
    memcpy(bytes, pixel, END);
    memcpy(bytes + END, chunk, sizeof chunk);
    sign_chunk(bytes + END, 1);
    memcpy(bytes + END + sizeof chunk, pixel + END, SIZE - END);
    assert_true(ik_png_check(bytes, sizeof bytes, &error));
    ik_assert_no_error(error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_picture_passes),
        cmocka_unit_test(no_beginning_of_it_passes),
        cmocka_unit_test(every_changed_bit_is_found),
        cmocka_unit_test(a_picture_without_width_is_none),
        cmocka_unit_test(chunks_come_in_their_order),
        cmocka_unit_test(unknown_chunks_pass),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

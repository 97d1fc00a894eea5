/* test_photo.c — the kinds of files, what is refused, limits.   [tests] */
#include "photo_fixture.h"

static void jpeg_png_and_webp_are_told_apart_by_their_bytes(void **state)
{
    (void)state;
    g_autoptr(GBytes) jpeg = jpeg_of(64, 48, 0);
    g_autoptr(GBytes) png = png_of(64, 48);
    g_autoptr(GBytes) webp = webp_of(64, 48);
    GBytes *const files[] = {jpeg, png, webp};
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autoptr(ik_photo) photo = read_bytes(files[i], 960);
        assert_int_equal(photo->width, 64);
        assert_int_equal(photo->height, 48);
        assert_quarters(photo, upright);
    }
}

static void what_is_no_picture_is_refused(void **state)
{
    (void)state;
    assert_refused("", 0, "neither JPEG nor PNG nor WebP");
    assert_refused("<svg onload=alert(1)>", 21, "neither JPEG nor PNG nor WebP");
    assert_refused("GIF89a", 6, "neither JPEG nor PNG nor WebP");
    assert_refused("RIFF\0\0\0\0WAVE", 12, "neither JPEG nor PNG nor WebP");
}

/* RIFF container of WebP: the flag A of the chunk VP8X. */
static const guint8 moving[] = {'R', 'I', 'F', 'F', 22, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8',
                                'X', 10,  0,   0,   0,  2, 0, 0, 0,   9,   0,   0,   9,   0,   0};

static void the_reason_says_what_to_do(void **state)
{
    (void)state;
    g_autoptr(GBytes) jpeg = jpeg_of(64, 48, 0);
    g_autofree guint8 *large = g_malloc0(IK_PHOTO_MAX_BYTES + 1u);
    const struct {
        const void *bytes;
        gsize size;
        ik_photo_error code;
    } cases[] = {{"<svg>", 5, IK_PHOTO_ERROR_FOREIGN},
                 {moving, sizeof moving, IK_PHOTO_ERROR_MOVING},
                 {g_bytes_get_data(jpeg, NULL), 400, IK_PHOTO_ERROR_DAMAGED},
                 {large, IK_PHOTO_MAX_BYTES + 1u, IK_PHOTO_ERROR_TOO_LARGE}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        GError *error = NULL;
        assert_null(ik_photo_read(cases[i].bytes, cases[i].size, 960, &error));
        ik_assert_error(error, IK_PHOTO_ERROR, cases[i].code, NULL);
        g_error_free(error);
    }
}

static void a_file_that_is_cut_off_is_refused_wherever_it_ends(void **state)
{
    (void)state;
    g_autoptr(GBytes) jpeg = jpeg_of(64, 48, 6);
    g_autoptr(GBytes) png = png_of(64, 48);
    g_autoptr(GBytes) webp = webp_of(64, 48);
    GBytes *const files[] = {jpeg, png, webp};
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        gsize size;
        const guint8 *bytes = g_bytes_get_data(files[i], &size);
        /* the last bytes of JPEG and PNG are marks of the end, not of the picture */
        for (gsize length = 0; length + 16 < size; length++)
            assert_refused(bytes, length, NULL);
    }
}

static void a_picture_larger_than_allowed_is_refused_before_it_is_decoded(void **state)
{
    (void)state;
    g_autoptr(GBytes) png = png_of(64, 48);
    gsize size;
    g_autofree guint8 *bytes = g_memdup2(g_bytes_get_data(png, &size), g_bytes_get_size(png));
    const guint8 wide[] = {0, 0, 0x7D, 0};         /* 32000 */
    memcpy(bytes + 16, wide, 4);                   /* IHDR: width */
    memcpy(bytes + 20, wide, 4);                   /* height */
    const guint8 sum[] = {0x0C, 0xE0, 0x45, 0x5A}; /* CRC-32 of the chunk, by Python's zlib */
    memcpy(bytes + 29, sum, 4);
    GError *error = NULL;
    assert_null(ik_photo_read(bytes, g_bytes_get_size(png), 960, &error));
    ik_assert_error(error, IK_PHOTO_ERROR, IK_PHOTO_ERROR_TOO_LARGE, "32000 x 32000 pixels");
    g_clear_error(&error);
    assert_null(ik_photo_new(20001, 1, &error));
    ik_assert_error(error, IK_PHOTO_ERROR, IK_PHOTO_ERROR_TOO_LARGE, "20001 x 1 pixels");
    g_clear_error(&error);
    assert_null(ik_photo_new(20000, 5001, &error));
    ik_assert_error(error, IK_PHOTO_ERROR, IK_PHOTO_ERROR_TOO_LARGE,
                    "at most 20000 a side and 100000000 in all");
    g_clear_error(&error);
    assert_null(ik_photo_new(0, 5, &error));
    ik_assert_error(error, IK_PHOTO_ERROR, IK_PHOTO_ERROR_DAMAGED, "no pixels");
    g_error_free(error);
}

static void more_bytes_than_a_picture_has_are_not_looked_at(void **state)
{
    (void)state;
    g_autofree guint8 *bytes = g_malloc0(IK_PHOTO_MAX_BYTES + 1u);
    assert_refused(bytes, IK_PHOTO_MAX_BYTES + 1u, "more than 40 MB");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(jpeg_png_and_webp_are_told_apart_by_their_bytes),
        cmocka_unit_test(what_is_no_picture_is_refused),
        cmocka_unit_test(the_reason_says_what_to_do),
        cmocka_unit_test(a_file_that_is_cut_off_is_refused_wherever_it_ends),
        cmocka_unit_test(a_picture_larger_than_allowed_is_refused_before_it_is_decoded),
        cmocka_unit_test(more_bytes_than_a_picture_has_are_not_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_photo_colors.c — profiles, grey, CMYK, sixteen bits: what is published is sRGB.   [tests]
 *
 * Values of Display P3 in sRGB are calculated from the primaries (SMPTE EG 432-1, IEC 61966-2-1), not with a library for
 * profiles: linear light, matrix of the primaries, curve of sRGB.
 */
#include "profile_fixture.h"

enum { TOLERANCE = 2 };

typedef struct {
    guint8 p3[3], srgb[3];
} pair;

static const pair pairs[] = {{{200, 100, 50}, {215, 93, 31}},    {{90, 160, 120}, {61, 162, 117}},
                             {{128, 128, 128}, {128, 128, 128}}, {{60, 70, 180}, {57, 70, 187}},
                             {{150, 190, 210}, {139, 191, 212}}, {{255, 255, 255}, {255, 255, 255}},
                             {{255, 0, 0}, {255, 0, 0}}};

static void assert_color(GBytes *bytes, const guint8 *color)
{
    g_autoptr(ik_photo) photo = read_bytes(bytes, 960);
    const guint8 *pixel =
        photo->rgb + ((gsize)photo->height / 2 * photo->width + photo->width / 2) * 3;
    for (guint c = 0; c < 3; c++)
        ik_assert_near(pixel[c], color[c], TOLERANCE);
}

static plain_jpeg rgb_jpeg(const guint8 *color, const GByteArray *icc, guint piece)
{
    return (plain_jpeg){JCS_RGB, JCS_YCbCr, {color[0], color[1], color[2], 0}, icc, piece, 0};
}

static plain_png rgb_png(const guint8 *color, const GByteArray *icc, guint32 gamma)
{
    return (plain_png){8, 2, {color[0], color[1], color[2]}, 3, icc, gamma};
}

static void colours_of_a_telephone_become_srgb_in_every_kind_of_file(void **state)
{
    (void)state;
    g_autoptr(GByteArray) icc = display_p3();
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        const plain_jpeg jpeg = rgb_jpeg(pairs[i].p3, icc, 60000);
        const plain_png png = rgb_png(pairs[i].p3, icc, 0);
        g_autoptr(GBytes) as_jpeg = plain_jpeg_of(&jpeg, 16, 16);
        g_autoptr(GBytes) as_png = plain_png_of(&png);
        g_autoptr(GBytes) as_webp = plain_webp_of(pairs[i].p3, icc);
        assert_color(as_jpeg, pairs[i].srgb);
        assert_color(as_png, pairs[i].srgb);
        assert_color(as_webp, pairs[i].srgb);
    }
}

static void a_profile_in_many_markers_is_put_together_in_their_order(void **state)
{
    (void)state;
    g_autoptr(GByteArray) icc = display_p3();
    const plain_jpeg plan = rgb_jpeg(pairs[0].p3, icc, 100);
    g_autoptr(GBytes) jpeg = plain_jpeg_of(&plan, 16, 16);
    assert_color(jpeg, pairs[0].srgb);
}

static void the_profile_of_srgb_changes_no_byte(void **state)
{
    (void)state;
    g_autoptr(GByteArray) icc = srgb_profile();
    assert_null(ik_photo_colors_open(icc->data, icc->len, 3));
    g_autoptr(GByteArray) other = display_p3();
    g_autoptr(ik_photo_colors) colors = ik_photo_colors_open(other->data, other->len, 3);
    assert_non_null(colors);
}

static void a_damaged_profile_leaves_the_colours_as_they_are(void **state)
{
    (void)state;
    g_autoptr(GByteArray) icc = display_p3();
    for (guint length = 0; length + 20 < icc->len;
         length += 7) { /* the last 20 bytes are the white */
        g_autoptr(GByteArray) cut = g_byte_array_new();
        g_byte_array_append(cut, icc->data, length);
        const plain_png png = rgb_png(pairs[0].p3, cut, 0);
        g_autoptr(GBytes) bytes = plain_png_of(&png);
        assert_color(bytes, pairs[0].p3);
    }
    /* of other colours than the picture has */
    g_autoptr(GByteArray) gray = linear_gray();
    const plain_jpeg jpeg = rgb_jpeg(pairs[0].p3, gray, 60000);
    g_autoptr(GBytes) bytes = plain_jpeg_of(&jpeg, 16, 16);
    assert_color(bytes, pairs[0].p3);
}

static void a_profile_too_large_is_not_looked_at(void **state)
{
    (void)state;
    g_autoptr(GByteArray) icc = display_p3();
    const guint length = icc->len;
    g_byte_array_set_size(icc, 5 << 20);
    memset(icc->data + length, 0, icc->len - length);
    set32(icc, 0, icc->len);
    const plain_png png = rgb_png(pairs[0].p3, icc, 0);
    g_autoptr(GBytes) bytes = plain_png_of(&png);
    assert_color(bytes, pairs[0].p3);
}

static void the_right_side_is_up_and_the_profile_is_not_published(void **state)
{
    (void)state;
    g_autoptr(GByteArray) icc = display_p3();
    plain_jpeg plan = rgb_jpeg(pairs[1].p3, icc, 60000);
    plan.orientation = 6;
    g_autoptr(GBytes) jpeg = plain_jpeg_of(&plan, 32, 16);
    assert_non_null(find_bytes(jpeg, "ICC_PROFILE"));
    assert_non_null(find_bytes(jpeg, "acsp"));
    assert_color(jpeg, pairs[1].srgb);
    g_autoptr(ik_photo) photo = read_bytes(jpeg, 960);
    assert_int_equal(photo->width, 16);
    assert_int_equal(photo->height, 32);
    g_autoptr(GBytes) written = ik_photo_to_jpeg(photo);
    assert_null(find_bytes(written, "ICC_PROFILE"));
    assert_null(find_bytes(written, "acsp"));
    assert_null(find_bytes(written, "Exif"));
}

/* PNG 1.2, 4.2.2.4: a profile goes before gAMA. Without a profile, 100000 is linear light: 128 becomes 188. */
static void a_profile_goes_before_gamma(void **state)
{
    (void)state;
    static const guint8 gray[] = {128, 128, 128}, bright[] = {188, 188, 188};
    g_autoptr(GByteArray) icc = display_p3();
    const plain_png with = rgb_png(pairs[3].p3, icc, 100000), without = rgb_png(gray, NULL, 100000);
    g_autoptr(GBytes) profiled = plain_png_of(&with);
    g_autoptr(GBytes) linear = plain_png_of(&without);
    assert_color(profiled, pairs[3].srgb);
    assert_color(linear, bright);
}

static void sixteen_bits_are_read_as_eight_with_the_same_curve(void **state)
{
    (void)state;
    static const guint8 color[] = {200, 100, 50}, gray[] = {77, 77, 77};
    g_autoptr(GByteArray) icc = display_p3();
    plain_png png = {16, 2, {200, 200, 100, 100, 50, 50}, 6, NULL, 0};
    g_autoptr(GBytes) plain = plain_png_of(&png);
    assert_color(plain, color);
    png.icc = icc;
    g_autoptr(GBytes) profiled = plain_png_of(&png);
    assert_color(profiled, pairs[0].srgb);
    const plain_png gray_png = {16, 0, {77, 77}, 2, NULL, 0};
    g_autoptr(GBytes) gray_bytes = plain_png_of(&gray_png);
    assert_color(gray_bytes, gray);
}

/* IEC 61966-2-1: half of the light of white is 188. */
static void grey_is_read_with_and_without_a_profile(void **state)
{
    (void)state;
    static const guint8 plain[] = {128, 128, 128}, bright[] = {188, 188, 188};
    g_autoptr(GByteArray) icc = linear_gray();
    plain_jpeg jpeg = {JCS_GRAYSCALE, JCS_GRAYSCALE, {128}, NULL, 60000, 0};
    plain_png png = {8, 0, {128}, 1, NULL, 0};
    g_autoptr(GBytes) jpeg_without = plain_jpeg_of(&jpeg, 16, 16);
    g_autoptr(GBytes) png_without = plain_png_of(&png);
    assert_color(jpeg_without, plain);
    assert_color(png_without, plain);
    jpeg.icc = png.icc = icc;
    g_autoptr(GBytes) jpeg_with = plain_jpeg_of(&jpeg, 16, 16);
    g_autoptr(GBytes) png_with = plain_png_of(&png);
    assert_color(jpeg_with, bright);
    assert_color(png_with, bright);
}

/* As Adobe writes it, 255 is no ink. Without a profile light is what no ink takes away: 200 * 128 / 255 is 100. */
static void cmyk_and_ycck_are_read_as_browsers_do(void **state)
{
    (void)state;
    static const guint8 expected[] = {100, 50, 128};
    const J_COLOR_SPACE spaces[] = {JCS_CMYK, JCS_YCCK};
    for (guint i = 0; i < G_N_ELEMENTS(spaces); i++) {
        const plain_jpeg plan = {JCS_CMYK, spaces[i], {200, 100, 255, 128}, NULL, 60000, 0};
        g_autoptr(GBytes) jpeg = plain_jpeg_of(&plan, 16, 16);
        assert_color(jpeg, expected);
    }
}

/* L* 50 is 119 in sRGB (CIE 15: Y 0.1842). */
static void the_inks_of_a_profile_are_used(void **state)
{
    (void)state;
    static const struct {
        guint8 cmyk[4], rgb[3];
    } cases[] = {{{255, 255, 255, 255}, {255, 255, 255}},
                 {{0, 255, 255, 255}, {119, 119, 119}},
                 {{255, 0, 255, 255}, {0, 0, 0}}};
    g_autoptr(GByteArray) icc = strange_cmyk();
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        plain_jpeg plan = {JCS_CMYK, JCS_YCCK, {0}, icc, 60000, 0};
        memcpy(plan.color, cases[i].cmyk, 4);
        g_autoptr(GBytes) jpeg = plain_jpeg_of(&plan, 16, 16);
        assert_color(jpeg, cases[i].rgb);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_of_a_telephone_become_srgb_in_every_kind_of_file),
        cmocka_unit_test(a_profile_in_many_markers_is_put_together_in_their_order),
        cmocka_unit_test(the_profile_of_srgb_changes_no_byte),
        cmocka_unit_test(a_damaged_profile_leaves_the_colours_as_they_are),
        cmocka_unit_test(a_profile_too_large_is_not_looked_at),
        cmocka_unit_test(the_right_side_is_up_and_the_profile_is_not_published),
        cmocka_unit_test(a_profile_goes_before_gamma),
        cmocka_unit_test(sixteen_bits_are_read_as_eight_with_the_same_curve),
        cmocka_unit_test(grey_is_read_with_and_without_a_profile),
        cmocka_unit_test(cmyk_and_ycck_are_read_as_browsers_do),
        cmocka_unit_test(the_inks_of_a_profile_are_used),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

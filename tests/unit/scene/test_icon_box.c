/* test_icon_box.c — where an icon lies around its point.   [tests]
 *
 * An image of 40 x 20 pixels at two pixels a CSS pixel: 20 x 10.
 */
#include "test_support.h"

#include "icon_box.h"
#include "property.h"

static const ik_sprite_image IMAGE = {.name = "i", .width = 40, .height = 20, .pixel_ratio = 2};

static void expect(ik_text_extent box, double left, double top, double right, double bottom)
{
    ik_assert_near(box.left, left, 1e-9);
    ik_assert_near(box.top, top, 1e-9);
    ik_assert_near(box.right, right, 1e-9);
    ik_assert_near(box.bottom, bottom, 1e-9);
}

static void an_icon_hangs_on_its_anchor(void **state)
{
    ik_icon_form form = {.anchor = IK_ANCHOR_CENTER, .size = 1};
    (void)state;
    expect(ik_icon_box(&IMAGE, &form), -10, -5, 10, 5);
    form.anchor = IK_ANCHOR_BOTTOM;
    expect(ik_icon_box(&IMAGE, &form), -10, -10, 10, 0);
    form.anchor = IK_ANCHOR_TOP_LEFT;
    expect(ik_icon_box(&IMAGE, &form), 0, 0, 20, 10);
}

static void its_size_counts_for_its_offset_too(void **state)
{
    const ik_icon_form form = {.anchor = IK_ANCHOR_CENTER, .offset_px = {4, -2}, .size = 1.5};
    (void)state;
    expect(ik_icon_box(&IMAGE, &form), 1.5 * -6, 1.5 * -7, 1.5 * 14, 1.5 * 3);
}

static void a_fitted_icon_covers_the_text_and_its_padding(void **state)
{
    const ik_text_extent text = {-30, -8, 50, 8};
    ik_icon_form form = {.size = 1, .fit = IK_FIT_BOTH, .fit_padding_px = {1, 2, 3, 4}};
    (void)state;
    expect(ik_icon_box_around(&IMAGE, &form, &text), -34, -9, 52, 11);
    form.fit = IK_FIT_WIDTH; /* as high as it is, around the middle of the text */
    expect(ik_icon_box_around(&IMAGE, &form, &text), -34, -5, 52, 5);
    form.fit = IK_FIT_HEIGHT;
    expect(ik_icon_box_around(&IMAGE, &form, &text), 0, -9, 20, 11);
}

/* Pixels 10 to 30 stretch, text may lie in 6 to 34: of the content 20 stretch and 4 + 4 do not,
 * 4 CSS pixels; 6 + 6 more lie outside, 3 CSS pixels a side.
 */
static void the_content_covers_the_text(void **state)
{
    ik_sprite_image bubble = IMAGE;
    const ik_text_extent text = {-30, -5, 30, 5};
    const ik_icon_form form = {.size = 1, .fit = IK_FIT_WIDTH};
    (void)state;
    bubble.n_stretch_x = 1;
    bubble.stretch_x[0] = (ik_image_range){10, 30};
    bubble.has_content = true;
    bubble.content[0] = 6;
    bubble.content[2] = 34;
    bubble.content[3] = 20;
    expect(ik_icon_box_around(&bubble, &form, &text), -33, -5, 33, 5);
}

/* MapLibre's own tests of its function applyTextFit: an image of 100 x 20 whose content is 90 x 10, around a box of
 * 14 x 14, and one standing up. What lies around the content is 5 pixels on each side: it does not stretch.
 */
static void a_fitted_icon_keeps_the_shape_of_its_content(void **state)
{
    static const ik_text_extent text = {0, 0, 14, 14};
    static const ik_icon_form form = {.size = 1, .fit = IK_FIT_BOTH};
    ik_sprite_image lying = {.name = "i",
                             .width = 100,
                             .height = 20,
                             .pixel_ratio = 1,
                             .n_stretch_x = 1,
                             .stretch_x = {{5, 95}},
                             .n_stretch_y = 1,
                             .stretch_y = {{5, 15}},
                             .has_content = true,
                             .content = {5, 5, 95, 15}};
    ik_sprite_image standing = {.name = "i",
                                .width = 20,
                                .height = 100,
                                .pixel_ratio = 1,
                                .n_stretch_x = 1,
                                .stretch_x = {{5, 15}},
                                .n_stretch_y = 1,
                                .stretch_y = {{5, 95}},
                                .has_content = true,
                                .content = {5, 5, 15, 95}};
    (void)state;
    expect(ik_icon_box_around(&lying, &form, &text), -5, -5, 19, 19);
    lying.fit_width = IK_TEXT_FIT_STRETCH_ONLY;
    lying.fit_height = IK_TEXT_FIT_PROPORTIONAL;
    expect(ik_icon_box_around(&lying, &form, &text), -5, -5, 131, 19);
    lying.fit_width = IK_TEXT_FIT_PROPORTIONAL;
    expect(ik_icon_box_around(&lying, &form, &text), -5, -5, 131, 19);
    standing.fit_width = IK_TEXT_FIT_PROPORTIONAL;
    standing.fit_height = IK_TEXT_FIT_STRETCH_ONLY;
    expect(ik_icon_box_around(&standing, &form, &text), -5, -5, 19, 131);
}

/* Twice as wide as the box, it grows around the point: the left side is doubled, too. */
static void it_grows_around_the_point(void **state)
{
    static const ik_text_extent text = {-6, -5, 4, 5};
    static const ik_icon_form form = {.size = 1, .fit = IK_FIT_BOTH};
    const ik_sprite_image image = {.name = "i",
                                   .width = 20,
                                   .height = 10,
                                   .pixel_ratio = 1,
                                   .has_content = true,
                                   .content = {0, 0, 20, 10},
                                   .fit_width = IK_TEXT_FIT_STRETCH_ONLY,
                                   .fit_height = IK_TEXT_FIT_PROPORTIONAL};
    (void)state;
    expect(ik_icon_box_around(&image, &form, &text), -12, -5, 8, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_icon_hangs_on_its_anchor),
        cmocka_unit_test(its_size_counts_for_its_offset_too),
        cmocka_unit_test(a_fitted_icon_covers_the_text_and_its_padding),
        cmocka_unit_test(the_content_covers_the_text),
        cmocka_unit_test(a_fitted_icon_keeps_the_shape_of_its_content),
        cmocka_unit_test(it_grows_around_the_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_label_ink.c — plain labels from letters; needs the font Noto Sans (Debian: fonts-noto-core).   [tests]
 *
 * Noto Sans has 1000 units an em: H is 714 high with stems of 90 from 98 on, its advance is 741. At 50 pixels the stem is
 * 4.5 wide.
 */
#include "test_support.h"

#include "label_pixmap.h"

#include <math.h>
#include <string.h>

#define INK 0xff000000u

static const ik_text_part CAPITAL = {.text = "H", .scale = 1, .align = 1};
static const ik_text_part NAME = {.text = "illiVAVA", .scale = 1, .align = 1};

/* Black letters of 50 pixels, white halo; the box is ample. */
static ik_label label_of(const ik_text_part *part)
{
    return (ik_label){.text = {.sections = part,
                               .n_sections = 1,
                               .font = "Noto Sans Regular",
                               .size_px = 50,
                               .line_height = 1.2,
                               .justify = 0.5},
                      .paint = {0, 0, 0, 1},
                      .halo_paint = {1, 1, 1, 0.5},
                      .reach = {-4000, -4000, 4000, 4000}};
}

static void draw(ik_text_engine *engine, const ik_label *label, ik_pixmap *pixmap)
{
    GError *error = NULL;
    assert_true(ik_label_pixmap_draw(engine, label, 1, pixmap, &error));
    ik_assert_no_error(error);
}

/* The baseline lies 9/24 em, 18.75 pixels, below the middle: wherever that is, the lowest row is ink to the full. */
static void feet_are_sharp_wherever_a_label_stands(void **state)
{
    static const double OFFSETS[] = {0, 0.3, 0.5, 0.75, -0.2};
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    ik_label label = label_of(&CAPITAL);
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(OFFSETS); i++) {
        ik_pixmap pixmap;
        label.offset_px[1] = OFFSETS[i];
        draw(engine, &label, &pixmap);
        const uint32_t *lowest = &pixmap.pixels[(pixmap.height - 1) * pixmap.width];
        guint n = 0;
        for (int x = 0; x < pixmap.width; x++)
            n += lowest[x] == INK;
        assert_in_range(n, 2 * 3, 2 * 4); /* two stems of 4.5 */
        assert_int_equal(pixmap.height - pixmap.origin_y, (int)floor(18.75 + OFFSETS[i] + 0.5));
        assert_int_equal(pixmap.height, 36); /* 35.7 */
        ik_pixmap_clear(&pixmap);
    }
}

/* Halos of letters that stand close together lie over each other, and are one. */
static void halos_of_neighbours_count_once(void **state)
{
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    ik_label label = label_of(&NAME);
    ik_pixmap pixmap;
    guint n_halo = 0;
    (void)state;
    label.halo_px = 6;
    draw(engine, &label, &pixmap);
    for (int i = 0; i < pixmap.width * pixmap.height; i++) {
        uint32_t alpha = pixmap.pixels[i] >> 24, white = pixmap.pixels[i] & 0xff;
        assert_true(white <= 128);
        n_halo += alpha == 128 && white == 128;
    }
    assert_true(n_halo > 1000);
    ik_pixmap_clear(&pixmap);
}

static void a_label_looks_the_same_whatever_was_drawn_before(void **state)
{
    g_autoptr(ik_text_engine) fresh = ik_text_engine_new();
    g_autoptr(ik_text_engine) used = ik_text_engine_new();
    ik_label label = label_of(&NAME);
    ik_pixmap a, b;
    (void)state;
    label.halo_px = 2;
    label.offset_px[0] = 0.4;
    for (int i = 0; i < 20; i++) {
        ik_pixmap other;
        ik_label before = label_of(i % 2 == 0 ? &NAME : &CAPITAL);
        before.text.size_px = 40 + i;
        before.offset_px[0] = i / 20.0;
        draw(used, &before, &other);
        ik_pixmap_clear(&other);
    }
    draw(fresh, &label, &a);
    draw(used, &label, &b);
    assert_int_equal(a.width, b.width);
    assert_int_equal(a.height, b.height);
    assert_int_equal(a.origin_x, b.origin_x);
    assert_memory_equal(a.pixels, b.pixels, (gsize)(a.width * a.height) * sizeof *a.pixels);
    ik_pixmap_clear(&a);
    ik_pixmap_clear(&b);
}

/* 16 units a pixel: 10 pixels around the origin. */
static void nothing_is_drawn_beyond_the_reach(void **state)
{
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    ik_label label = label_of(&NAME);
    ik_pixmap pixmap;
    (void)state;
    label.halo_px = 3;
    label.reach = (ik_tile_box){-160, -160, 160, 160};
    draw(engine, &label, &pixmap);
    assert_in_range(pixmap.origin_x, 0, 10);
    assert_in_range(pixmap.origin_y, 0, 10);
    assert_in_range(pixmap.width - pixmap.origin_x, 1, 10);
    assert_in_range(pixmap.height - pixmap.origin_y, 1, 10);
    ik_pixmap_clear(&pixmap);
    label.reach = (ik_tile_box){8000, 0, 8160, 160};
    draw(engine, &label, &pixmap);
    assert_null(pixmap.pixels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(feet_are_sharp_wherever_a_label_stands),
        cmocka_unit_test(halos_of_neighbours_count_once),
        cmocka_unit_test(a_label_looks_the_same_whatever_was_drawn_before),
        cmocka_unit_test(nothing_is_drawn_beyond_the_reach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_repeated_tiles.c — tiles of a pattern are known again where it lies in them alike, and only there.   [tests]
 *
 * 256-pixel tiles of 4096 units: 16 units a pixel.
 */
#include "test_support.h"

#include "repeated_tiles.h"

#define SIDE 4096

typedef struct {
    ik_view view;
    ik_pattern pattern;
    ik_repeated_tiles *tiles;
    GBytes *picture;
} fixture;

static void add_cover(fixture *f, const ik_pattern *pattern, double alpha)
{
    const ik_draw draw = {.kind = IK_DRAW_COVER, .paint = {0, 0, 0, alpha}, .pattern = pattern};
    g_array_append_val(f->view.draws, draw);
}

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    ik_view_init(&f->view);
    f->pattern = (ik_pattern){.width_px = 12, .height_px = 8};
    f->tiles = ik_repeated_tiles_new();
    f->picture = g_bytes_new_static("picture", 7);
    add_cover(f, NULL, 1);
    add_cover(f, &f->pattern, 0.5);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_view_clear(&f->view);
    ik_repeated_tiles_free(f->tiles);
    g_bytes_unref(f->picture);
    g_free(f);
    return 0;
}

static void keep(fixture *f, int32_t column, int32_t row)
{
    ik_repeated_tiles_keep(f->tiles, &f->view, (ik_tile_point){column * SIDE, row * SIDE},
                           f->picture);
}

static bool is_known(fixture *f, int32_t column, int32_t row)
{
    g_autoptr(GBytes) found =
        ik_repeated_tiles_find(f->tiles, &f->view, (ik_tile_point){column * SIDE, row * SIDE});
    assert_true(found == NULL || found == f->picture);
    return found != NULL;
}

/* 12 pixels go into 768, which is three tiles; 8 go into one. */
static void a_pattern_lies_alike_where_its_size_divides_the_way(void **state)
{
    fixture *f = *state;
    assert_false(is_known(f, 4, 7));
    keep(f, 4, 7);
    assert_true(is_known(f, 4, 7));
    assert_true(is_known(f, 4, 8));
    assert_true(is_known(f, 7, 20));
    assert_true(is_known(f, 1, 0));
    assert_false(is_known(f, 5, 7));
    assert_false(is_known(f, 6, 7));
}

static void another_paint_or_pattern_is_another_tile(void **state)
{
    fixture *f = *state;
    ik_pattern other = f->pattern;
    keep(f, 0, 0);
    g_array_set_size(f->view.draws, 1);
    assert_false(is_known(f, 0, 0));
    add_cover(f, &f->pattern, 0.25);
    assert_false(is_known(f, 0, 0));
    g_array_set_size(f->view.draws, 1);
    add_cover(f, &other, 0.5);
    assert_false(is_known(f, 0, 0));
    g_array_set_size(f->view.draws, 1);
    add_cover(f, &f->pattern, 0.5);
    assert_true(is_known(f, 0, 0));
    add_cover(f, &f->pattern, 0.5);
    assert_false(is_known(f, 0, 0));
}

static void what_is_not_a_whole_cover_is_no_cover(void **state)
{
    fixture *f = *state;
    assert_true(ik_view_is_cover(&f->view));
    g_array_index(f->view.draws, ik_draw, 1).is_clipped = true;
    assert_false(ik_view_is_cover(&f->view));
    g_array_index(f->view.draws, ik_draw, 1).is_clipped = false;
    g_array_index(f->view.draws, ik_draw, 1).kind = IK_DRAW_STROKE;
    assert_false(ik_view_is_cover(&f->view));
}

/* 4096 pixels and one: no two of the first 4096 tiles are alike. */
static void no_more_are_kept_than_is_said(void **state)
{
    fixture *f = *state;
    guint known = 0;
    f->pattern.width_px = 4097;
    for (int32_t x = 0; x < 1000; x++)
        keep(f, x, 0);
    for (int32_t x = 0; x < 1000; x++)
        known += is_known(f, x, 0);
    assert_int_equal(known, IK_REPEATED_MAX);
}

#define WITH_TILES(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TILES(a_pattern_lies_alike_where_its_size_divides_the_way),
        WITH_TILES(another_paint_or_pattern_is_another_tile),
        WITH_TILES(what_is_not_a_whole_cover_is_no_cover),
        WITH_TILES(no_more_are_kept_than_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

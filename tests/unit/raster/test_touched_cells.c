/* test_touched_cells.c — no cell that has more than a flat colour is missed.   [tests]
 *
 * Four by three cells of 4096 units, the first at (8192, 4096); expected marks are rows of "x" and "."
 */
#include "test_support.h"

#include "touched_cells.h"

#include <string.h>

#define COLUMNS 4
#define ROWS    3

typedef struct {
    ik_view view;
    ik_touched_cells touched;
} fixture;

static void init(fixture *f)
{
    *f = (fixture){
        .touched = {.left = 8192, .top = 4096, .side = 4096, .columns = COLUMNS, .rows = ROWS}};
    ik_view_init(&f->view);
}

static void add_draw(fixture *f, ik_draw draw)
{
    g_array_append_val(f->view.draws, draw);
}

static void add_path(fixture *f, double width_px, const ik_tile_point *points, guint n)
{
    const ik_path path = {.first = f->view.points->len, .count = n};
    g_array_append_vals(f->view.points, points, n);
    add_draw(f, (ik_draw){.kind = IK_DRAW_STROKE,
                          .first = f->view.paths->len,
                          .count = 1,
                          .stroke = {.width_px = width_px, .join = IK_STROKE_JOIN_ROUND}});
    g_array_append_val(f->view.paths, path);
}

static void add_fill(fixture *f, const ik_pattern *pattern, const ik_tile_point *points, guint n)
{
    const ik_fill fill = {{1, 0, 0, 1}, f->view.ends->len, 1, pattern};
    g_array_append_vals(f->view.fill_points, points, n);
    g_array_append_val(f->view.ends, f->view.fill_points->len);
    add_draw(f, (ik_draw){.kind = IK_DRAW_FILLS, .first = f->view.fills->len, .count = 1});
    g_array_append_val(f->view.fills, fill);
}

static void assert_marks(fixture *f, const char *expected)
{
    const ik_canvas_stock stock = {.pixel_ratio = 1};
    char marks[COLUMNS * ROWS + 1] = "";
    ik_touched_cells_find(&f->touched, &stock, &f->view);
    int count = 0;
    for (int i = 0; i < COLUMNS * ROWS; i++) {
        marks[i] = f->touched.marks[i / COLUMNS][i % COLUMNS] ? 'x' : '.';
        count += marks[i] == 'x';
    }
    assert_string_equal(marks, expected);
    assert_int_equal(f->touched.count, count);
    ik_view_clear(&f->view);
}

static void a_ground_touches_nothing(void **state)
{
    fixture f;
    (void)state;
    init(&f);
    add_draw(&f, (ik_draw){.kind = IK_DRAW_COVER, .paint = {1, 1, 1, 1}});
    assert_marks(&f, "...."
                     "...."
                     "....");
}

static void a_pattern_touches_everything(void **state)
{
    const ik_pattern pattern = {.width_px = 8, .height_px = 8};
    fixture f;
    (void)state;
    init(&f);
    add_draw(&f, (ik_draw){.kind = IK_DRAW_COVER, .pattern = &pattern});
    assert_marks(&f, "xxxx"
                     "xxxx"
                     "xxxx");
}

/* From the middle of the second cell of the first row to that of the second row. */
static void a_line_touches_the_cells_it_passes(void **state)
{
    const ik_tile_point points[] = {{14336, 6144}, {14336, 10240}};
    fixture f;
    (void)state;
    init(&f);
    add_path(&f, 2, points, 2);
    assert_marks(&f, ".x.."
                     ".x.."
                     "....");
}

/* 20 pixels are 320 units, 160 a side: a line 100 units west of a border reaches over it. */
static void a_wide_line_touches_the_cell_beside_it(void **state)
{
    const ik_tile_point points[] = {{12188, 5000}, {12188, 7000}};
    fixture f;
    (void)state;
    init(&f);
    add_path(&f, 20, points, 2);
    assert_marks(&f, "xx.."
                     "...."
                     "....");
}

static void a_slanting_line_leaves_the_corners_of_its_box(void **state)
{
    const ik_tile_point points[] = {{8292, 4196}, {20380, 16284}};
    fixture f;
    (void)state;
    init(&f);
    add_path(&f, 1, points, 2);
    const ik_canvas_stock stock = {.pixel_ratio = 1};
    ik_touched_cells_find(&f.touched, &stock, &f.view);
    for (int i = 0; i < ROWS; i++)
        assert_true(f.touched.marks[i][i]);
    assert_false(f.touched.marks[0][2]);
    assert_false(f.touched.marks[2][0]);
    ik_view_clear(&f.view);
}

static void a_line_outside_touches_nothing(void **state)
{
    const ik_tile_point points[] = {{0, 0}, {0, 90000}, {90000, 90000}};
    fixture f;
    (void)state;
    init(&f);
    add_path(&f, 3, points, 3);
    assert_marks(&f, "...."
                     "...."
                     "....");
}

/* A square around the cell in the middle, along the middles of those around it. */
static const ik_tile_point SQUARE[] = {
    {10240, 6144}, {18432, 6144}, {18432, 14336}, {10240, 14336}};

static void a_fill_touches_its_border_alone(void **state)
{
    fixture f;
    (void)state;
    init(&f);
    add_fill(&f, NULL, SQUARE, 4);
    assert_marks(&f, "xxx."
                     "x.x."
                     "xxx.");
}

static void a_fill_with_a_pattern_touches_its_inside_as_well(void **state)
{
    const ik_pattern pattern = {.width_px = 8, .height_px = 8};
    fixture f;
    (void)state;
    init(&f);
    add_fill(&f, &pattern, SQUARE, 4);
    const ik_canvas_stock stock = {.pixel_ratio = 1};
    ik_touched_cells_find(&f.touched, &stock, &f.view);
    assert_true(f.touched.marks[1][1]);
    ik_view_clear(&f.view);
}

static void what_ends_at_the_edge_of_a_source_touches_that_edge(void **state)
{
    fixture f;
    (void)state;
    init(&f);
    add_draw(&f, (ik_draw){.kind = IK_DRAW_COVER,
                           .paint = {1, 1, 1, 1},
                           .is_clipped = true,
                           .clip = {0, 0, 14336, 90000}});
    const ik_canvas_stock stock = {.pixel_ratio = 1};
    ik_touched_cells_find(&f.touched, &stock, &f.view);
    for (int row = 0; row < ROWS; row++)
        assert_true(f.touched.marks[row][1]);
    ik_view_clear(&f.view);
}

static void a_heatmap_touches_everything(void **state)
{
    fixture f;
    (void)state;
    init(&f);
    add_draw(&f, (ik_draw){.kind = IK_DRAW_HEAT});
    assert_marks(&f, "xxxx"
                     "xxxx"
                     "xxxx");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_ground_touches_nothing),
        cmocka_unit_test(a_pattern_touches_everything),
        cmocka_unit_test(a_line_touches_the_cells_it_passes),
        cmocka_unit_test(a_wide_line_touches_the_cell_beside_it),
        cmocka_unit_test(a_slanting_line_leaves_the_corners_of_its_box),
        cmocka_unit_test(a_line_outside_touches_nothing),
        cmocka_unit_test(a_fill_touches_its_border_alone),
        cmocka_unit_test(a_fill_with_a_pattern_touches_its_inside_as_well),
        cmocka_unit_test(what_ends_at_the_edge_of_a_source_touches_that_edge),
        cmocka_unit_test(a_heatmap_touches_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

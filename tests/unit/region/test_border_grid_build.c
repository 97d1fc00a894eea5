/* test_border_grid_build.c — what lies in the cells.   [tests] */
#include "border_grid.h"

#include "land.h"

/* What the cell says that holds a position. */
static uint32_t cell_at(const ik_border_grid *grid, ik_lonlat p)
{
    uint32_t column = (uint32_t)(floor(p.lon * grid->columns_per_degree) - grid->west);
    uint32_t row = (uint32_t)(floor(p.lat * grid->rows_per_degree) - grid->south);
    assert_true(column < grid->n_columns && row < grid->n_rows);
    return ik_border_grid_cell(grid, column, row);
}

static bool is_same(ik_lonlat a, ik_lonlat b)
{
    return a.lon == b.lon && a.lat == b.lat;
}

static bool is_in_cell(const ik_border_grid *grid, uint32_t value, ik_lonlat south, ik_lonlat north)
{
    if ((value & IK_BORDER_CELL_BIT) == 0) {
        return false;
    }
    const ik_border_cell *border = &grid->border_cells[value & ~IK_BORDER_CELL_BIT];
    for (uint32_t i = border[0].first_edge; i < border[1].first_edge; i++) {
        const ik_border_edge *e = &grid->edges[i];
        if (is_same(e->south, south) && is_same(e->north, north)) {
            return true;
        }
    }
    return false;
}

static void every_edge_stands_in_every_cell_it_passes(void **state)
{
    (void)state;
    g_autoptr(ik_topology) nrw = land_of_nrw(NULL);
    ik_border_grid grid;
    ik_border_grid_init(&grid, nrw);
    for (uint32_t i = 0; i < nrw->n_arcs; i++) {
        const ik_fixed_lonlat *points = &nrw->points[nrw->arcs[i].first];
        for (uint32_t k = 1; k < nrw->arcs[i].count; k++) {
            ik_lonlat a = ik_lonlat_from_fixed(points[k - 1]), b = ik_lonlat_from_fixed(points[k]);
            bool is_upward = a.lat <= b.lat;
            for (int step = 0; step <= 8; step++) {
                ik_lonlat p = {a.lon + step / 8.0 * (b.lon - a.lon),
                               a.lat + step / 8.0 * (b.lat - a.lat)};
                assert_true(
                    is_in_cell(&grid, cell_at(&grid, p), is_upward ? a : b, is_upward ? b : a));
            }
        }
    }
    ik_border_grid_clear(&grid);
}

static void nrw_takes_less_than_20_megabytes(void **state)
{
    (void)state;
    g_autoptr(ik_topology) nrw = land_of_nrw(NULL);
    ik_border_grid grid;
    ik_border_grid_init(&grid, nrw);
    assert_true(ik_border_grid_bytes(&grid) < 20000000);
    assert_true(grid.n_border_cells < grid.n_columns * grid.n_rows / 10);
    ik_border_grid_clear(&grid);
}

static void cells_along_the_edge_of_the_grid_lie_outside(void **state)
{
    (void)state;
    g_autoptr(ik_topology) land =
        land_of_squares(5, 4, (ik_fixed_lonlat){7000100, 51000100}, 31000, 0);
    ik_border_grid grid;
    ik_border_grid_init(&grid, land);
    uint32_t width = grid.n_columns, height = grid.n_rows;
    for (uint32_t row = 0; row < height; row++) {
        assert_int_equal(ik_border_grid_cell(&grid, 0, row), IK_BORDER_OUTSIDE);
        assert_int_equal(ik_border_grid_cell(&grid, width - 1, row), IK_BORDER_OUTSIDE);
    }
    for (uint32_t column = 0; column < width; column++) {
        assert_int_equal(ik_border_grid_cell(&grid, column, 0), IK_BORDER_OUTSIDE);
        assert_int_equal(ik_border_grid_cell(&grid, column, height - 1), IK_BORDER_OUTSIDE);
    }
    ik_border_grid_clear(&grid);
}

static void cells_are_powers_of_two_of_a_degree(void **state)
{
    (void)state;
    static const int32_t sides[] = {1, 100, 31250, 1000000, 20000000};
    for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
        g_autoptr(ik_topology) land = land_of_squares(2, 2, (ik_fixed_lonlat){0, 0}, sides[i], 0);
        ik_border_grid grid;
        ik_border_grid_init(&grid, land);
        int exponent;
        ik_assert_near(frexp(grid.columns_per_degree, &exponent), 0.5, 0.0);
        ik_assert_near(frexp(grid.rows_per_degree, &exponent), 0.5, 0.0);
        assert_true(grid.n_columns >= 3 && grid.n_rows >= 3);
        assert_true((double)grid.n_columns * grid.n_rows < 2000.0);
        ik_border_grid_clear(&grid);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_edge_stands_in_every_cell_it_passes),
        cmocka_unit_test(nrw_takes_less_than_20_megabytes),
        cmocka_unit_test(cells_along_the_edge_of_the_grid_lie_outside),
        cmocka_unit_test(cells_are_powers_of_two_of_a_degree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

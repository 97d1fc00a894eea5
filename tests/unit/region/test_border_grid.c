/* test_border_grid.c — looking positions up, with GEOS as the witness.   [tests] */
#include "border_grid.h"

#include "geos.h"
#include "land.h"

typedef struct {
    ik_topology *topology;
    ik_border_grid grid;
    ik_geos_locator *geos;
} witness;

static witness witness_new(ik_topology *topology)
{
    witness w = {.topology = topology, .geos = ik_geos_locator_new(topology)};
    ik_border_grid_init(&w.grid, topology);
    return w;
}

static void witness_clear(witness *w)
{
    ik_border_grid_clear(&w->grid);
    ik_geos_locator_free(w->geos);
    ik_topology_free(w->topology);
}

static void expect_same(const witness *w, ik_lonlat p)
{
    uint32_t expected = ik_geos_locator_locate(w->geos, p);
    uint32_t found = ik_border_grid_locate(&w->grid, p);
    if (found != expected) {
        fail_msg("%.17g %.17g lies in face %u, GEOS says %u", p.lon, p.lat, found, expected);
    }
}

/* The next double, but for nought: beside it lie numbers too small for any arithmetic. */
static double next(double value, double towards)
{
    return value == 0.0 ? copysign(1e-100, towards) : nextafter(value, towards);
}

/* The position and its eight neighbours among the doubles. */
static void expect_same_around(const witness *w, ik_lonlat p)
{
    const double lons[] = {p.lon, next(p.lon, 180.0), next(p.lon, -180.0)};
    const double lats[] = {p.lat, next(p.lat, 90.0), next(p.lat, -90.0)};
    for (int i = 0; i < 9; i++) {
        expect_same(w, (ik_lonlat){lons[i % 3], lats[i / 3]});
    }
}

/* Ends and middle of every edge, and 1e-7 degrees (1 cm) either side of the middle. */
static void expect_same_along_borders(const witness *w)
{
    for (uint32_t i = 0; i < w->grid.n_edges; i++) {
        const ik_border_edge *e = &w->grid.edges[i];
        ik_lonlat middle = {(e->south.lon + e->north.lon) / 2, (e->south.lat + e->north.lat) / 2};
        double dx = e->north.lon - e->south.lon, dy = e->north.lat - e->south.lat;
        double cm = 1e-7 / hypot(dx, dy);
        expect_same_around(w, e->south);
        expect_same_around(w, e->north);
        expect_same_around(w, middle);
        expect_same(w, (ik_lonlat){middle.lon - dy * cm, middle.lat + dx * cm});
        expect_same(w, (ik_lonlat){middle.lon + dy * cm, middle.lat - dx * cm});
    }
}

/* Corners of cells, and points where the lines of the grid run through cells. */
static void expect_same_on_grid_lines(const witness *w, GRand *random, int n)
{
    const ik_border_grid *g = &w->grid;
    for (int i = 0; i < n; i++) {
        int column = g_rand_int_range(random, 0, (gint32)g->n_columns + 1);
        int row = g_rand_int_range(random, 0, (gint32)g->n_rows + 1);
        ik_lonlat corner = {(g->west + column) / g->columns_per_degree,
                            (g->south + row) / g->rows_per_degree};
        double along = g_rand_double(random);
        expect_same_around(w, corner);
        expect_same_around(w, (ik_lonlat){corner.lon + along / g->columns_per_degree, corner.lat});
        expect_same_around(w, (ik_lonlat){corner.lon, corner.lat + along / g->rows_per_degree});
    }
}

static void expect_same_anywhere(const witness *w, GRand *random, int n)
{
    const ik_border_grid *g = &w->grid;
    for (int i = 0; i < n; i++) {
        double column = g_rand_double_range(random, -1.0, g->n_columns + 1.0);
        double row = g_rand_double_range(random, -1.0, g->n_rows + 1.0);
        expect_same(w, (ik_lonlat){(g->west + column) / g->columns_per_degree,
                                   (g->south + row) / g->rows_per_degree});
    }
}

static void expect_same_everywhere(ik_topology *topology, int n)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(29);
    witness w = witness_new(topology);
    expect_same_along_borders(&w);
    expect_same_on_grid_lines(&w, random, n);
    expect_same_anywhere(&w, random, n);
    witness_clear(&w);
}

static void shaken_squares_are_told_apart_as_geos_does(void **state)
{
    (void)state;
    expect_same_everywhere(
        land_of_squares(7, 6, (ik_fixed_lonlat){6000000, 50000000}, 100000, 30000), 1000);
}

/* 15625 millionths are 2^-6 degrees: every border runs along a line of the grid, every vertex lies on
 * a corner of a cell. */
static void borders_along_the_lines_of_the_grid_are_no_trouble(void **state)
{
    (void)state;
    expect_same_everywhere(land_of_squares(6, 5, (ik_fixed_lonlat){6000000, 51000000}, 15625, 0),
                           1000);
}

/* Negative and tiny coordinates; the equator and the meridian of Greenwich are borders. */
static void a_land_round_nought_is_no_trouble(void **state)
{
    (void)state;
    expect_same_everywhere(land_of_squares(6, 6, (ik_fixed_lonlat){-300000, -300000}, 100000, 0),
                           1000);
    expect_same_everywhere(
        land_of_squares(6, 6, (ik_fixed_lonlat){-300001, -300003}, 100000, 40000), 1000);
}

/* Spikes so thin that they pass between the corners of cells. */
static void needles_are_found(void **state)
{
    (void)state;
    land_rings rings = land_rings_new();
    for (int32_t i = 0; i < 20; i++) {
        int32_t y = 51000000 + 1000 * i;
        const ik_fixed_lonlat needle[] = {
            {7000000, y}, {8000000 + 7 * i, y + 333}, {7000000, y + 2}};
        land_rings_add(&rings, (uint32_t)i, needle, 3);
    }
    expect_same_everywhere(land_rings_cut(&rings), 1000);
}

/* A face with a hole, in it an island of another face with a hole, in it the first again, and so on. */
static void holes_and_islands_are_no_trouble(void **state)
{
    (void)state;
    land_rings rings = land_rings_new();
    for (int32_t i = 0; i < 4; i++) {
        int32_t w = 7000000 + i * 10000, e = 7090000 - i * 10000;
        int32_t s = 51000000 + i * 10000, n = 51090000 - i * 10000;
        const ik_fixed_lonlat outline[] = {{w, s}, {e, s + 777}, {e + 99, n}, {w, n - 333}};
        const ik_fixed_lonlat hole[] = {outline[3], outline[2], outline[1], outline[0]};
        land_rings_add(&rings, i % 2 == 0 ? 1 : 0, outline, 4);
        if (i > 0) {
            land_rings_add(&rings, i % 2 == 0 ? 0 : 1, hole, 4);
        }
    }
    expect_same_everywhere(land_rings_cut(&rings), 1000);
}

static void nrw_is_located_as_by_geos(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(31);
    witness w = witness_new(land_of_nrw(NULL));
    expect_same_along_borders(&w);
    expect_same_on_grid_lines(&w, random, 3000);
    expect_same_anywhere(&w, random, 500000);
    witness_clear(&w);
}

static void every_vertex_of_nrw_belongs_to_its_first_face(void **state)
{
    (void)state;
    g_autoptr(ik_topology) nrw = land_of_nrw(NULL);
    ik_border_grid grid;
    ik_border_grid_init(&grid, nrw);
    for (uint32_t i = 0; i < nrw->n_arcs; i++) {
        const ik_arc *arc = &nrw->arcs[i];
        for (uint32_t k = 1; k + 1 < arc->count; k++) { /* ends are junctions of more faces */
            ik_lonlat p = ik_lonlat_from_fixed(nrw->points[arc->first + k]);
            assert_int_equal(ik_border_grid_locate(&grid, p), MIN(arc->left, arc->right));
        }
    }
    ik_border_grid_clear(&grid);
}

/* A face laid over the middle of another, which no topology of ours would hold: the answer is worth
 * nothing, but it is a face of this land or none. */
static void a_broken_coverage_gives_no_wild_answer(void **state)
{
    (void)state;
    const ik_fixed_lonlat points[] = {
        {0, 0},         {90000, 0},     {90000, 90000}, {0, 90000},     {0, 0},
        {30000, 30000}, {60000, 30000}, {60000, 60000}, {30000, 60000}, {30000, 30000}};
    const ik_arc arcs[] = {{0, 5, 1, IK_NONE}, {5, 5, 2, IK_NONE}};
    const ik_topology broken = {
        .points = points, .arcs = arcs, .n_points = 10, .n_arcs = 2, .n_faces = 3};
    ik_border_grid grid;
    ik_border_grid_init(&grid, &broken);
    for (int i = 0; i < 10000; i++) {
        int column = i % 100, row = i / 100;
        ik_lonlat p = {column * 0.001, row * 0.001};
        uint32_t face = ik_border_grid_locate(&grid, p);
        assert_true(face < 3 || face == IK_NONE);
    }
    ik_border_grid_clear(&grid);
}

static void what_is_no_position_lies_nowhere(void **state)
{
    (void)state;
    witness w = witness_new(land_of_squares(2, 1, (ik_fixed_lonlat){7000000, 51000000}, 1000, 0));
    const double odd[] = {NAN, INFINITY, -INFINITY, 1e300, -1e300, 0.0};
    for (gsize i = 0; i < G_N_ELEMENTS(odd); i++) {
        assert_int_equal(ik_border_grid_locate(&w.grid, (ik_lonlat){odd[i], 51.0005}), IK_NONE);
        assert_int_equal(ik_border_grid_locate(&w.grid, (ik_lonlat){7.0005, odd[i]}), IK_NONE);
    }
    assert_int_equal(ik_border_grid_locate(&w.grid, (ik_lonlat){7.0005, 51.0005}), 0);
    assert_int_equal(ik_border_grid_locate(&w.grid, (ik_lonlat){7.0015, 51.0005}), 1);
    witness_clear(&w);
}

static void a_land_of_nothing_holds_nothing(void **state)
{
    (void)state;
    land_rings rings = land_rings_new();
    g_autoptr(ik_topology) nothing = land_rings_cut(&rings);
    ik_border_grid grid;
    ik_border_grid_init(&grid, nothing);
    assert_int_equal(ik_border_grid_locate(&grid, (ik_lonlat){0.0, 0.0}), IK_NONE);
    ik_border_grid_clear(&grid);
}

/* The rule for positions on the line: thought a hair east, then a hair north. */
static void a_position_on_an_edge_is_on_its_eastern_or_northern_side(void **state)
{
    (void)state;
    ik_border_edge steep = {{7, 51}, {7.5, 52}, 0, 1};
    assert_int_equal(ik_border_edge_side(&steep, (ik_lonlat){7.25, 51.5}), -1);
    assert_int_equal(ik_border_edge_side(&steep, (ik_lonlat){7.2, 51.5}), 1);
    ik_border_edge level_east = {{7, 51}, {8, 51}, 0, 1}, level_west = {{8, 51}, {7, 51}, 0, 1};
    assert_int_equal(ik_border_edge_side(&level_east, (ik_lonlat){7.5, 51}), 1);
    assert_int_equal(ik_border_edge_side(&level_west, (ik_lonlat){7.5, 51}), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shaken_squares_are_told_apart_as_geos_does),
        cmocka_unit_test(borders_along_the_lines_of_the_grid_are_no_trouble),
        cmocka_unit_test(a_land_round_nought_is_no_trouble),
        cmocka_unit_test(needles_are_found),
        cmocka_unit_test(holes_and_islands_are_no_trouble),
        cmocka_unit_test(nrw_is_located_as_by_geos),
        cmocka_unit_test(every_vertex_of_nrw_belongs_to_its_first_face),
        cmocka_unit_test(a_broken_coverage_gives_no_wild_answer),
        cmocka_unit_test(what_is_no_position_lies_nowhere),
        cmocka_unit_test(a_land_of_nothing_holds_nothing),
        cmocka_unit_test(a_position_on_an_edge_is_on_its_eastern_or_northern_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

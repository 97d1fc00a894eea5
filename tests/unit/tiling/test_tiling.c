/* test_tiling.c — borders of a zoom: pieces, point in face, outlines.   [tests]
 *
 * At zoom 0 a tile unit is 360/4096 degrees of longitude; near the equator latitude differs by
 * less than half a unit up to five degrees. Squares of four units a degree would be too small to
 * survive, so most tests work at zoom 8: 256 times as fine.
 */
#include "test_support.h"

#include "tiling.h"

#include <math.h>

#define ZOOM 8

/* A coverage of rectangles between whole degrees near the equator. */
typedef struct {
    ik_territory territory;
    ik_topology *topology;
    ik_division *division;
    ik_tiling *tiling;
    ik_municipality municipalities[4];
    ik_district districts[4];
    ik_region regions[4];
} fixture;

typedef struct {
    double west, south, east, north;
    guint32 region;
} rectangle;

static void set_up_map(fixture *f, const rectangle *rectangles, guint n, double zoom)
{
    GError *error = NULL;
    ik_fixed_lonlat points[16];
    uint32_t counts[4], faces[4];
    *f = (fixture){0};
    for (guint i = 0; i < n; i++) {
        const rectangle *r = &rectangles[i];
        const double lon[4] = {r->west, r->east, r->east, r->west};
        const double lat[4] = {r->south, r->south, r->north, r->north};
        for (guint c = 0; c < 4; c++)
            points[4 * i + c] =
                (ik_fixed_lonlat){(int32_t)lround(lon[c] * 1e6), (int32_t)lround(lat[c] * 1e6)};
        counts[i] = 4;
        faces[i] = i;
        f->municipalities[i] = (ik_municipality){.ags = "05", .district = i, .region = r->region};
    }
    const ik_coverage_rings rings = {points, counts, faces, n, n};
    f->topology = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    f->territory = (ik_territory){.municipalities = f->municipalities,
                                  .districts = f->districts,
                                  .regions = f->regions,
                                  .borders = f->topology,
                                  .n_municipalities = n,
                                  .n_districts = n,
                                  .n_regions = n};
    f->division = ik_division_new(&f->territory);
    f->tiling = ik_tiling_new(f->division, zoom);
}

static void tear_down_map(fixture *f)
{
    ik_tiling_free(f->tiling);
    ik_division_free(f->division);
    ik_topology_free(f->topology);
}

static ik_tile_point at(double lon, double lat)
{
    return ik_tile_point_from_lonlat((ik_lonlat){lon, lat}, ZOOM);
}

static const rectangle TWO[] = {{0, 0, 1, 1, 0}, {1, 0, 2, 1, 1}};

static void a_point_lies_in_the_face_around_it(void **state)
{
    fixture f;
    (void)state;
    set_up_map(&f, TWO, 2, ZOOM);
    assert_int_equal(ik_tiling_locate(f.tiling, at(0.5, 0.5)), 0);
    assert_int_equal(ik_tiling_locate(f.tiling, at(1.5, 0.5)), 1);
    assert_int_equal(ik_tiling_locate(f.tiling, at(-0.5, 0.5)), IK_NONE);
    assert_int_equal(ik_tiling_locate(f.tiling, at(2.5, 0.5)), IK_NONE);
    assert_int_equal(ik_tiling_locate(f.tiling, at(0.5, 1.5)), IK_NONE);
    tear_down_map(&f);
}

static void the_rank_of_a_border_says_what_it_divides(void **state)
{
    fixture f;
    guint of_rank[4] = {0, 0, 0, 0};
    const rectangle three[] = {{0, 0, 1, 1, 0}, {1, 0, 2, 1, 1}, {2, 0, 3, 1, 1}};
    (void)state;
    set_up_map(&f, three, 3, ZOOM);
    for (guint32 a = 0; a < f.topology->n_arcs; a++)
        of_rank[ik_division_rank(f.division, a)]++;
    assert_int_equal(of_rank[IK_RANK_STATE], 4); /* west, east, and the middle's north and south */
    assert_int_equal(of_rank[IK_RANK_REGION], 1);
    assert_int_equal(of_rank[IK_RANK_DISTRICT], 1);
    assert_int_equal(of_rank[IK_RANK_MUNICIPALITY], 0);
    tear_down_map(&f);
}

/* Twice the area that a clipped outline encloses, by the shoelace formula. */
static double area2(const GArray *points, const GArray *ends)
{
    double sum = 0;
    guint first = 0;
    for (guint r = 0; r < ends->len; r++) {
        guint end = g_array_index(ends, guint, r);
        ik_tile_point a = g_array_index(points, ik_tile_point, end - 1);
        for (guint i = first; i < end; i++) {
            ik_tile_point b = g_array_index(points, ik_tile_point, i);
            sum += (double)a.x * b.y - (double)b.x * a.y;
            a = b;
        }
        first = end;
    }
    return fabs(sum);
}

static void an_outline_is_whole_where_the_box_holds_the_face(void **state)
{
    fixture f;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
    (void)state;
    set_up_map(&f, TWO, 2, ZOOM);
    ik_tile_point low = at(0, 0), high = at(1, 1);
    const ik_tile_box around = {low.x - 10, high.y - 10, high.x + 10, low.y + 10};
    ik_tiling_clip_face(f.tiling, IK_LEVEL_REGION, 0, &around, points, ends);
    assert_int_equal(ends->len, 1);
    ik_assert_near(area2(points, ends), 2.0 * (high.x - low.x) * (low.y - high.y), 0);
    tear_down_map(&f);
}

static void a_face_that_is_elsewhere_has_no_outline(void **state)
{
    fixture f;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
    (void)state;
    set_up_map(&f, TWO, 2, ZOOM);
    ik_tile_point p = at(5, 5);
    const ik_tile_box box = {p.x, p.y, p.x + 100, p.y + 100};
    ik_tiling_clip_face(f.tiling, IK_LEVEL_REGION, 1, &box, points, ends);
    assert_int_equal(ends->len, 0);
    assert_int_equal(points->len, 0);
    tear_down_map(&f);
}

static void a_box_inside_the_face_is_enclosed(void **state)
{
    fixture f;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
    (void)state;
    set_up_map(&f, TWO, 2, ZOOM);
    ik_tile_point p = at(0.5, 0.5);
    const ik_tile_box box = {p.x, p.y, p.x + 100, p.y + 100};
    ik_tiling_clip_face(f.tiling, IK_LEVEL_MUNICIPALITY, 0, &box, points, ends);
    assert_int_equal(ends->len, 1);
    assert_true(area2(points, ends) > 2 * 100 * 100);
    tear_down_map(&f);
}

/* 0.001 degrees are 2.9 units at zoom 8 and 2912 at zoom 18. */
static void an_exclave_under_a_pixel_is_dropped_and_counted(void **state)
{
    fixture f;
    const rectangle tiny[] = {{0, 0, 1, 1, 0}, {3, 0, 3.001, 0.001, 1}};
    (void)state;
    set_up_map(&f, tiny, 2, 8);
    assert_int_equal(ik_tiling_dropped_arcs(f.tiling), 1);
    tear_down_map(&f);
    set_up_map(&f, tiny, 2, 18);
    assert_int_equal(ik_tiling_dropped_arcs(f.tiling), 0);
    tear_down_map(&f);
}

static void pieces_are_found_by_their_box(void **state)
{
    fixture f;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint32));
    (void)state;
    set_up_map(&f, TWO, 2, ZOOM);
    ik_tile_point p = at(1, 0.5);
    const ik_tile_box on_border = {p.x - 2, p.y - 2, p.x + 2, p.y + 2};
    ik_tiling_find_pieces(f.tiling, &on_border, found);
    bool has_region_border = false;
    for (guint i = 0; i < found->len; i++) {
        guint32 arc = ik_tiling_piece(f.tiling, g_array_index(found, guint32, i))->arc;
        has_region_border |= ik_division_rank(f.division, arc) == IK_RANK_REGION;
    }
    assert_true(has_region_border);
    g_array_set_size(found, 0);
    p = at(7, 7);
    const ik_tile_box nowhere = {p.x, p.y, p.x + 9, p.y + 9};
    ik_tiling_find_pieces(f.tiling, &nowhere, found);
    assert_int_equal(found->len, 0);
    tear_down_map(&f);
}

static void the_name_of_a_face_stands_in_its_widest_part(void **state)
{
    fixture f;
    const rectangle wide[] = {{0, 0, 4, 1, 0}};
    (void)state;
    set_up_map(&f, wide, 1, ZOOM);
    ik_lonlat p = ik_division_label_point(f.division, IK_LEVEL_REGION, 0);
    /* An ellipse twice as wide as high: half a degree high, it may slide from 1 to 3. */
    ik_assert_near(p.lat, 0.5, 0.01);
    assert_true(p.lon > 0.99 && p.lon < 3.01);
    tear_down_map(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_point_lies_in_the_face_around_it),
        cmocka_unit_test(the_rank_of_a_border_says_what_it_divides),
        cmocka_unit_test(an_outline_is_whole_where_the_box_holds_the_face),
        cmocka_unit_test(a_face_that_is_elsewhere_has_no_outline),
        cmocka_unit_test(a_box_inside_the_face_is_enclosed),
        cmocka_unit_test(an_exclave_under_a_pixel_is_dropped_and_counted),
        cmocka_unit_test(pieces_are_found_by_their_box),
        cmocka_unit_test(the_name_of_a_face_stands_in_its_widest_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

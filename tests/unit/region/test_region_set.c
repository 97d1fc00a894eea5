/* test_region_set.c — municipalities and distances.   [tests] */
#include "region_set.h"

#include "csv_reader.h"
#include "land.h"
#include "projection.h"

#define METRES_PER_DEGREE 111195.08023353334 /* 6371008.8 * pi / 180 */

/* Three squares of 0.01 degrees side by side, from 7.00 to 7.03 E, 51.00 to 51.01 N. */
typedef struct {
    ik_topology *borders;
    ik_municipality municipalities[3];
    ik_territory territory;
    ik_region_set *set;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->borders = land_of_squares(3, 1, (ik_fixed_lonlat){7000000, 51000000}, 10000, 0);
    f->territory = (ik_territory){
        .municipalities = f->municipalities,
        .n_municipalities = 3,
        .borders = f->borders,
    };
    f->set = ik_region_set_new(&f->territory);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_region_set_free(f->set);
    ik_topology_free(f->borders);
    g_free(f);
    return 0;
}

static void a_position_lies_in_its_municipality_or_nowhere(void **state)
{
    const fixture *f = *state;
    assert_int_equal(ik_region_set_locate(f->set, (ik_lonlat){7.005, 51.005}), 0);
    assert_int_equal(ik_region_set_locate(f->set, (ik_lonlat){7.025, 51.005}), 2);
    assert_int_equal(ik_region_set_locate(f->set, (ik_lonlat){7.035, 51.005}), IK_NONE);
}

static void on_a_shared_border_the_first_municipality_wins(void **state)
{
    const fixture *f = *state;
    assert_int_equal(ik_region_set_locate(f->set, (ik_lonlat){7.01, 51.005}), 0);
    assert_int_equal(ik_region_set_locate(f->set, (ik_lonlat){7.02, 51.01}), 1);
    assert_int_equal(ik_region_set_locate(f->set, (ik_lonlat){7.03, 51.01}), 2);
}

static void the_distance_inside_and_on_the_border_is_nought(void **state)
{
    const fixture *f = *state;
    ik_assert_near(ik_region_set_distance_m(f->set, 1, (ik_lonlat){7.015, 51.005}), 0.0, 0.0);
    ik_assert_near(ik_region_set_distance_m(f->set, 0, (ik_lonlat){7.01, 51.003}), 0.0, 0.0);
    ik_assert_near(ik_region_set_distance_m(f->set, 1, (ik_lonlat){7.01, 51.003}), 0.0, 0.0);
}

/* North of a border along a parallel the shortest way runs along the meridian. */
static void the_distance_northward_is_that_of_the_latitudes(void **state)
{
    const fixture *f = *state;
    ik_lonlat north = {7.005, 51.012};
    ik_assert_near(ik_region_set_distance_m(f->set, 0, north), 0.002 * METRES_PER_DEGREE, 0.01);
    ik_assert_near(ik_region_set_border_distance_m(f->set, 0, north), 0.002 * METRES_PER_DEGREE,
                   0.01);
}

/* Eastward a degree is shorter by the cosine of the latitude. */
static void the_distance_eastward_is_shorter_by_the_cosine(void **state)
{
    const fixture *f = *state;
    double expected = 0.001 * METRES_PER_DEGREE * cos(51.005 * G_PI / 180.0);
    ik_assert_near(ik_region_set_distance_m(f->set, 2, (ik_lonlat){7.031, 51.005}), expected, 0.01);
}

static void the_distance_to_a_corner_is_that_of_the_two_points(void **state)
{
    const fixture *f = *state;
    ik_lonlat corner = {7.03, 51.01}, beyond = {7.034, 51.013};
    ik_assert_near(ik_region_set_distance_m(f->set, 2, beyond),
                   ik_lonlat_distance_m(corner, beyond), 1e-9);
}

static void the_border_is_as_far_from_inside_as_from_outside(void **state)
{
    const fixture *f = *state;
    ik_lonlat inside = {7.005, 51.009};
    ik_assert_near(ik_region_set_border_distance_m(f->set, 0, inside), 0.001 * METRES_PER_DEGREE,
                   0.01);
    ik_assert_near(ik_region_set_border_distance_m(f->set, 0, (ik_lonlat){7.01, 51.005}), 0.0,
                   1e-6);
}

static void the_nearest_municipality_is_the_one_it_lies_in(void **state)
{
    const fixture *f = *state;
    double distance = -1.0;
    assert_int_equal(ik_region_set_nearest(f->set, (ik_lonlat){7.015, 51.005}, &distance), 1);
    ik_assert_near(distance, 0.0, 0.0);
    assert_int_equal(ik_region_set_nearest(f->set, (ik_lonlat){7.02, 51.005}, NULL), 1);
}

static void from_outside_the_nearest_border_decides(void **state)
{
    const fixture *f = *state;
    double distance = -1.0;
    assert_int_equal(ik_region_set_nearest(f->set, (ik_lonlat){7.026, 51.02}, &distance), 2);
    ik_assert_near(distance, 0.01 * METRES_PER_DEGREE, 0.01);
    ik_assert_near(distance, ik_region_set_distance_m(f->set, 2, (ik_lonlat){7.026, 51.02}), 1e-9);
    assert_int_equal(ik_region_set_nearest(f->set, (ik_lonlat){5.0, 51.0}, &distance), 0);
}

/* Straight below the border between the first two: both end there. */
static void of_two_equally_near_the_first_wins(void **state)
{
    const fixture *f = *state;
    assert_int_equal(ik_region_set_nearest(f->set, (ik_lonlat){7.01, 50.99}, NULL), 0);
    assert_int_equal(ik_region_set_nearest(f->set, (ik_lonlat){7.02, 51.02}, NULL), 1);
}

static void without_municipalities_nothing_is_near(void **state)
{
    (void)state;
    const ik_topology nothing = {0};
    const ik_territory empty = {.borders = &nothing};
    g_autoptr(ik_region_set) set = ik_region_set_new(&empty);
    double distance = 0.0;
    assert_int_equal(ik_region_set_locate(set, (ik_lonlat){7, 51}), IK_NONE);
    assert_int_equal(ik_region_set_nearest(set, (ik_lonlat){7, 51}, &distance), IK_NONE);
    assert_true(isinf(distance));
    ik_region_set_free(NULL);
}

/* The least distance to points set close together along all borders, by the sphere alone. */
static double distance_by_looking(const ik_topology *borders, ik_lonlat position)
{
    double least = INFINITY;
    for (uint32_t i = 0; i < borders->n_arcs; i++) {
        const ik_fixed_lonlat *points = &borders->points[borders->arcs[i].first];
        for (uint32_t k = 1; k < borders->arcs[i].count; k++) {
            ik_lonlat a = ik_lonlat_from_fixed(points[k - 1]), b = ik_lonlat_from_fixed(points[k]);
            for (int step = 0; step < 8; step++) {
                ik_lonlat p = {a.lon + step / 8.0 * (b.lon - a.lon),
                               a.lat + step / 8.0 * (b.lat - a.lat)};
                least = fmin(least, ik_lonlat_distance_m(position, p));
            }
        }
    }
    return least;
}

static void distances_to_nrw_are_those_found_by_looking(void **state)
{
    (void)state;
    static const ik_lonlat outside[] = {
        {5.7, 51.2}, {8.0, 52.6}, {9.5, 51.9}, {6.3, 50.3}, {8.9, 51.3}};
    g_autoptr(ik_topology) nrw = land_of_nrw(NULL);
    const ik_territory territory = {.borders = nrw};
    g_autoptr(ik_region_set) set = ik_region_set_new(&territory);
    for (gsize i = 0; i < G_N_ELEMENTS(outside); i++) {
        double distance;
        assert_int_equal(ik_region_set_locate(set, outside[i]), IK_NONE);
        ik_region_set_nearest(set, outside[i], &distance);
        double looked = distance_by_looking(nrw, outside[i]);
        assert_true(distance > 1000.0);
        ik_assert_near(distance, looked, 0.002 * looked + 5.0);
    }
}

/* Schools with official coordinates and key. Boundaries of the scale 1:250,000 may run some metres off:
 * a school in another municipality must lie within 100 metres of the border of its own. */
typedef struct {
    const ik_region_set *set;
    const GPtrArray *ags;
    const ik_projection *projection;
    guint n_same, n_near, n_far;
} school_count;

static guint32 face_of(const GPtrArray *ags, const char *key)
{
    for (guint i = 0; i < ags->len; i++) {
        if (strcmp(g_ptr_array_index(ags, i), key) == 0) {
            return i;
        }
    }
    return IK_NONE;
}

/* Columns: 9 key, 10 reference system, 11 easting, 12 northing. */
static void count_school(school_count *count, const ik_csv_record *record)
{
    if (record->n_fields < 13 || strcmp(record->fields[10], "EPSG:25832") != 0) {
        return;
    }
    g_autoptr(GError) error = NULL;
    ik_lonlat p;
    assert_true(ik_projection_to_lonlat(count->projection, g_ascii_strtod(record->fields[11], NULL),
                                        g_ascii_strtod(record->fields[12], NULL), &p, &error));
    guint32 own = face_of(count->ags, record->fields[9]);
    assert_int_not_equal(own, IK_NONE);
    if (ik_region_set_locate(count->set, p) == own) {
        count->n_same++;
        return;
    }
    bool is_near = ik_region_set_distance_m(count->set, own, p) <= 100.0;
    count->n_near += is_near;
    count->n_far += !is_near;
}

static void schools_lie_in_the_municipality_of_their_register(void **state)
{
    (void)state;
    g_autofree char *path = ik_test_shared_path("geodata/institutions/schools_nrw_a.csv");
    g_autoptr(GPtrArray) ags = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(ik_topology) nrw = land_of_nrw(ags);
    const ik_territory territory = {.borders = nrw};
    g_autoptr(ik_region_set) set = ik_region_set_new(&territory);
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_projection) projection = ik_projection_new(25832, &error);
    ik_assert_no_error(error);
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_open(path, NULL, &error);
    ik_assert_no_error(error);
    school_count count = {.set = set, .ags = ags, .projection = projection};
    const ik_csv_record *record;
    while ((record = ik_csv_reader_next(reader)) != NULL) {
        count_school(&count, record);
    }
    print_message("%u in their municipality, %u within 100 m of it, %u farther\n", count.n_same,
                  count.n_near, count.n_far);
    assert_true(count.n_same > 2700);
    assert_int_equal(count.n_far, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_position_lies_in_its_municipality_or_nowhere),
        TEST(on_a_shared_border_the_first_municipality_wins),
        TEST(the_distance_inside_and_on_the_border_is_nought),
        TEST(the_distance_northward_is_that_of_the_latitudes),
        TEST(the_distance_eastward_is_shorter_by_the_cosine),
        TEST(the_distance_to_a_corner_is_that_of_the_two_points),
        TEST(the_border_is_as_far_from_inside_as_from_outside),
        TEST(the_nearest_municipality_is_the_one_it_lies_in),
        TEST(from_outside_the_nearest_border_decides),
        TEST(of_two_equally_near_the_first_wins),
        cmocka_unit_test(without_municipalities_nothing_is_near),
        cmocka_unit_test(distances_to_nrw_are_those_found_by_looking),
        cmocka_unit_test(schools_lie_in_the_municipality_of_their_register),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

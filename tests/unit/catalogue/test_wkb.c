/* test_wkb.c — faces as well-known binary, byte by byte.   [tests] */
#include "sample_territory.h"
#include "wkb.h"

#include <string.h>

/* Reads what the file head describes. */
typedef struct {
    const guint8 *at, *end;
} reader;

static guint32 read_count(reader *in)
{
    guint32 value;
    assert_true(in->end - in->at >= 4);
    memcpy(&value, in->at, 4);
    in->at += 4;
    return GUINT32_FROM_LE(value);
}

static double read_double(reader *in)
{
    guint64 bits;
    double value;
    assert_true(in->end - in->at >= 8);
    memcpy(&bits, in->at, 8);
    bits = GUINT64_FROM_LE(bits);
    memcpy(&value, &bits, 8);
    in->at += 8;
    return value;
}

static guint32 read_head(reader *in, guint32 type)
{
    assert_int_equal(*in->at++, 1);
    assert_int_equal(read_count(in), type);
    return read_count(in);
}

/* Shoelace over the ring, degrees²; positive counter-clockwise. The ring must be closed. */
static double read_ring_area(reader *in, guint32 *n_points)
{
    double area2 = 0, first_lon = 0, first_lat = 0, lon = 0, lat = 0;
    *n_points = read_count(in);
    for (guint32 i = 0; i < *n_points; i++) {
        const double next_lon = read_double(in), next_lat = read_double(in);
        if (i == 0) {
            first_lon = next_lon;
            first_lat = next_lat;
        } else {
            area2 += lon * next_lat - next_lon * lat;
        }
        lon = next_lon;
        lat = next_lat;
    }
    ik_assert_near(lon, first_lon, 0);
    ik_assert_near(lat, first_lat, 0);
    return area2 / 2;
}

static reader reader_of(GBytes *bytes)
{
    gsize size = 0;
    const guint8 *data = g_bytes_get_data(bytes, &size);
    return (reader){data, data + size};
}

static void a_square_is_one_polygon_of_five_points(void **state)
{
    (void)state;
    g_autoptr(ik_topology) borders = sample_borders();
    g_autoptr(GBytes) wkb = ik_wkb_from_face(borders, ASTADT);
    assert_int_equal(g_bytes_get_size(wkb), 9 + 9 + 4 + 5 * 16);
    reader in = reader_of(wkb);
    guint32 n_points = 0;
    assert_int_equal(read_head(&in, 6), 1);
    assert_int_equal(read_head(&in, 3), 1);
    ik_assert_near(read_ring_area(&in, &n_points), 0.01, 1e-12);
    assert_int_equal(n_points, 5);
    assert_ptr_equal(in.at, in.end);
}

static void an_exclave_is_a_second_polygon(void **state)
{
    (void)state;
    g_autoptr(ik_topology) borders = sample_borders();
    g_autoptr(GBytes) wkb = ik_wkb_from_face(borders, DDORF);
    reader in = reader_of(wkb);
    guint32 n_points = 0;
    double area = 0;
    assert_int_equal(read_head(&in, 6), 2);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(read_head(&in, 3), 1);
        area += read_ring_area(&in, &n_points);
    }
    ik_assert_near(area, 0.01 + 0.005, 1e-12);
    assert_ptr_equal(in.at, in.end);
}

static void a_hole_follows_its_polygon_clockwise(void **state)
{
    (void)state;
    static const ik_fixed_lonlat points[] = {
        {0, 0},
        {4000000, 0},
        {4000000, 4000000},
        {0, 4000000}, /* 0, outside */
        {1000000, 1000000},
        {1000000, 2000000},
        {2000000, 2000000},
        {2000000, 1000000}, /* 0, hole */
        {1000000, 1000000},
        {2000000, 1000000},
        {2000000, 2000000},
        {1000000, 2000000}, /* 1 */
    };
    static const guint32 ring_points[] = {4, 4, 4}, ring_faces[] = {0, 0, 1};
    const ik_coverage_rings rings = {points, ring_points, ring_faces, 3, 2};
    GError *error = NULL;
    g_autoptr(ik_topology) borders = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    g_autoptr(GBytes) wkb = ik_wkb_from_face(borders, 0);
    reader in = reader_of(wkb);
    guint32 n_points = 0;
    assert_int_equal(read_head(&in, 6), 1);
    assert_int_equal(read_head(&in, 3), 2);
    ik_assert_near(read_ring_area(&in, &n_points), 16, 1e-9);
    ik_assert_near(read_ring_area(&in, &n_points), -1, 1e-9);
    assert_ptr_equal(in.at, in.end);
}

static void a_face_without_rings_has_no_geometry(void **state)
{
    (void)state;
    g_autoptr(ik_topology) borders = sample_borders();
    const guint32 groups[] = {0, 0, 0, 0};
    g_autoptr(ik_topology) joined = ik_topology_dissolve(borders, groups, 2);
    g_autoptr(GBytes) all = ik_wkb_from_face(joined, 0);
    assert_non_null(all);
    assert_null(ik_wkb_from_face(joined, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_square_is_one_polygon_of_five_points),
        cmocka_unit_test(an_exclave_is_a_second_polygon),
        cmocka_unit_test(a_hole_follows_its_polygon_clockwise),
        cmocka_unit_test(a_face_without_rings_has_no_geometry),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_boundaries.c — polygons out of GeoJSON.   [tests] */
#include "boundaries.h"

#include <ideenkarte/error.h>

#include "test_support.h"

static char *folder;

static int make_folder(void **state)
{
    (void)state;
    folder = ik_test_folder_new();
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    ik_test_folder_remove(folder);
    return 0;
}

static ik_boundaries *load(const char *text, GError **error)
{
    g_autofree char *path = ik_test_file_write(folder, "land.geojson", text, -1);
    return ik_boundaries_load(path, error);
}

#define FEATURE(ags, type, coordinates)                                                         \
    "{\"type\":\"Feature\",\"properties\":{\"ags\":\"" ags "\"},\"geometry\":{\"type\":\"" type \
    "\",\"coordinates\":" coordinates "}}"
#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"

static void rings_run_with_their_face_on_the_left_whatever_the_file_does(void **state)
{
    (void)state;
    /* The exterior ring clockwise, the hole counter-clockwise: both against RFC 7946. */
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_boundaries) b =
        load(COLLECTION(FEATURE("01", "Polygon",
                                "[[[7,51],[7,52],[8,52],[8,51],[7,51]],"
                                "[[7.2,51.2],[7.4,51.2],[7.4,51.4],[7.2,51.4],[7.2,51.2]]]")),
             &error);
    ik_assert_no_error(error);
    ik_coverage_rings rings = ik_boundaries_rings(b);
    assert_int_equal(rings.n_faces, 1);
    assert_int_equal(rings.n_rings, 2);
    assert_int_equal(rings.ring_points[0], 4);
    assert_true(ik_fixed_ring_area2(rings.points, 4) > 0.0);
    assert_true(ik_fixed_ring_area2(rings.points + 4, 4) < 0.0);
}

static void every_feature_is_a_face_with_its_key(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_boundaries) b =
        load(COLLECTION(FEATURE("05111000", "Polygon", "[[[0,0],[1,0],[0,1],[0,0]]]") "," FEATURE(
                 "05112000", "MultiPolygon",
                 "[[[[2,0],[3,0],[2,1],[2,0]]],[[[4,0],[5,0],[4,1],[4,0]]]]")),
             &error);
    ik_assert_no_error(error);
    ik_coverage_rings rings = ik_boundaries_rings(b);
    assert_int_equal(rings.n_faces, 2);
    assert_int_equal(rings.n_rings, 3);
    assert_string_equal(g_ptr_array_index(b->ags, 0), "05111000");
    assert_string_equal(g_ptr_array_index(b->ags, 1), "05112000");
    const uint32_t faces[] = {0, 1, 1};
    assert_memory_equal(rings.ring_faces, faces, sizeof faces);
}

static void coordinates_are_rounded_to_millionths(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_boundaries) b =
        load(COLLECTION(FEATURE(
                 "01", "Polygon",
                 "[[[6.1234564,-51.1234565],[8,-51],[7,-50,99.5],[6.1234564,-51.1234565]]]")),
             &error);
    ik_assert_no_error(error);
    const ik_fixed_lonlat *first = &g_array_index(b->points, ik_fixed_lonlat, 0);
    assert_int_equal(first->lon_e6, 6123456);
    assert_int_equal(first->lat_e6, -51123457);
}

static void expect_failure(const char *text, const char *part)
{
    g_autoptr(GError) error = NULL;
    assert_null(load(text, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, part);
}

static void what_is_no_collection_of_polygons_is_an_error(void **state)
{
    (void)state;
    expect_failure("{", "land.geojson");
    expect_failure("[]", "land.geojson: no array of features");
    expect_failure("{\"features\":7}", "land.geojson: no array of features");
    expect_failure(COLLECTION("7"), "features[0]: not an object");
    expect_failure(COLLECTION("{}"), "features[0]: no text in the property ags");
    expect_failure(COLLECTION("{\"properties\":{\"ags\":7}}"), "no text in the property ags");
    expect_failure(COLLECTION("{\"properties\":{\"ags\":\"1\"},\"geometry\":null}"),
                   "neither Polygon nor MultiPolygon");
    expect_failure(COLLECTION(FEATURE("1", "Point", "[7,51]")), "neither Polygon nor MultiPolygon");
}

static void broken_rings_are_errors(void **state)
{
    (void)state;
    expect_failure(COLLECTION(FEATURE("1", "Polygon", "[]")), "not an array of rings");
    expect_failure(COLLECTION(FEATURE("1", "MultiPolygon", "[]")), "not an array of polygons");
    expect_failure(COLLECTION(FEATURE("1", "MultiPolygon", "[7]")), "not an array of rings");
    expect_failure(COLLECTION(FEATURE("1", "Polygon", "[[[0,0],[1,0],[0,0]]]")), "4 positions");
    expect_failure(COLLECTION(FEATURE("1", "Polygon", "[[[0,0],[1,0],[1,1],[0,1]]]")),
                   "does not end where it begins");
    expect_failure(COLLECTION(FEATURE("1", "Polygon", "[[[0,0],[1],[1,1],[0,0]]]")), "position");
    expect_failure(COLLECTION(FEATURE("1", "Polygon", "[[[0,0],[1,\"0\"],[1,1],[0,0]]]")),
                   "position");
    expect_failure(COLLECTION(FEATURE("1", "Polygon", "[[[0,0],[181,0],[1,1],[0,0]]]")),
                   "position");
    expect_failure(COLLECTION(FEATURE("1", "Polygon", "[[[0,0],[1,91],[1,1],[0,0]]]")), "position");
}

static void the_message_names_the_feature(void **state)
{
    (void)state;
    expect_failure(COLLECTION(FEATURE("1", "Polygon", "[[[0,0],[1,0],[0,1],[0,0]]]") ",{}"),
                   "land.geojson: features[1]: ");
}

static void a_missing_file_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(folder, "nowhere.geojson", NULL);
    assert_null(ik_boundaries_load(path, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "nowhere.geojson");
    ik_boundaries_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rings_run_with_their_face_on_the_left_whatever_the_file_does),
        cmocka_unit_test(every_feature_is_a_face_with_its_key),
        cmocka_unit_test(coordinates_are_rounded_to_millionths),
        cmocka_unit_test(what_is_no_collection_of_polygons_is_an_error),
        cmocka_unit_test(broken_rings_are_errors),
        cmocka_unit_test(the_message_names_the_feature),
        cmocka_unit_test(a_missing_file_is_an_error),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

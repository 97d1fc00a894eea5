/* test_osm_positions.c — positions of what was asked for.   [tests] */
#include "osm_positions.h"

#include "test_support.h"

static void only_what_was_asked_for_and_set_is_found(void **state)
{
    ik_lonlat position;
    g_autoptr(ik_osm_positions) positions = ik_osm_positions_new();
    (void)state;
    ik_osm_positions_ask(positions, 9000000000);
    ik_osm_positions_ask(positions, -5);
    ik_osm_positions_ask(positions, 7);
    ik_osm_positions_ask(positions, -5);
    ik_osm_positions_seal(positions);
    ik_osm_positions_set(positions, -5, (ik_lonlat){6.1234567, -50.7654321});
    ik_osm_positions_set(positions, 9000000000, (ik_lonlat){180.0, 90.0});
    ik_osm_positions_set(positions, 8, (ik_lonlat){1.0, 1.0});
    assert_true(ik_osm_positions_get(positions, -5, &position));
    ik_assert_near(position.lon, 6.1234567, 0.0);
    ik_assert_near(position.lat, -50.7654321, 0.0);
    assert_true(ik_osm_positions_get(positions, 9000000000, &position));
    ik_assert_near(position.lon, 180.0, 0.0);
    assert_false(ik_osm_positions_get(positions, 7, &position));
    assert_false(ik_osm_positions_get(positions, 8, &position));
    assert_true(ik_osm_positions_wants(positions, 7));
    assert_false(ik_osm_positions_wants(positions, 8));
}

static void nothing_asked_for_is_nothing_found(void **state)
{
    ik_lonlat position;
    g_autoptr(ik_osm_positions) positions = ik_osm_positions_new();
    (void)state;
    ik_osm_positions_seal(positions);
    assert_false(ik_osm_positions_wants(positions, 1));
    assert_false(ik_osm_positions_get(positions, 1, &position));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_was_asked_for_and_set_is_found),
        cmocka_unit_test(nothing_asked_for_is_nothing_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

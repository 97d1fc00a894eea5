/* test_osm_addresses.c — addresses out of OpenStreetMap.   [tests] */
#include "osm_addresses.h"

#include "taken_records.h"

#define OSM(text) "<?xml version='1.0'?>\n<osm version='0.6'>\n" text "</osm>\n"
#define NODE(id, lat, lon) \
    "<node id='" id "' lat='" lat "' lon='" lon "' timestamp='2021-08-01T10:00:00Z'/>\n"
#define TAG(key, value) "<tag k='" key "' v='" value "'/>\n"

static void nodes_with_a_number_are_houses(void **state)
{
    taken *t = *state;
    assert_true(taken_read(
        t, ik_osm_addresses_read, "a.osm",
        OSM("<node id='1' lat='50.7' lon='6.1' timestamp='2021-08-02T10:00:00Z'>" TAG(
            "addr:housenumber", "12a") TAG("addr:street", "Am Markt") TAG("addr:postcode", "52062")
                TAG("addr:suburb",
                    "Mitte") "</node>"
                             "<node id='2' lat='50.8' lon='6.2'>" TAG("addr:housenumber", "3;5")
                                 TAG("addr:place",
                                     "Hof") "</node>"
                                            "<node id='3' lat='50.8' lon='6.2'>" TAG(
                                                "addr:housenumber", "7")
                                                TAG("addr:suburb",
                                                    "Mitte") "</node>"
                                                             "<node id='4' lat='50.8' "
                                                             "lon='6.2'>" TAG("addr:street",
                                                                              "Weg") "</node>"),
        -1));
    ik_assert_no_error(t->error);
    assert_int_equal(t->lines->len, 2);
    assert_string_equal(taken_line(t, 0), "-|Am Markt|-|12a|-|52062|Mitte");
    assert_string_equal(taken_line(t, 1), "-|Hof|-|3;5|-|-|-");
    ik_assert_near(taken_position(t, 0).lon, 6.1, 0.0);
    ik_assert_near(taken_position(t, 0).lat, 50.7, 0.0);
    assert_int_equal(taken_skips(t, "street_missing"), 1);
    assert_string_equal(t->summary.date, "2021-08-02");
}

/* A square lies at its middle, though one of its sides has a corner more; two squares in the middle between theirs. */
static void buildings_lie_at_the_centre_of_their_area(void **state)
{
    taken *t = *state;
    assert_true(taken_read(
        t, ik_osm_addresses_read, "a.osm",
        OSM(NODE("1", "50.0", "6.0") NODE("7", "50.0", "6.05") NODE("2", "50.0", "6.2")
                NODE("3", "50.2", "6.2") NODE("4", "50.2", "6.0") NODE("5", "50.4", "6.0")
                    NODE("6", "50.4",
                         "6.2") "<way id='10'><nd ref='1'/><nd ref='7'/><nd ref='2'/><nd "
                                "ref='3'/><nd ref='4'/><nd "
                                "ref='1'/>" TAG("addr:housenumber", "1") TAG(
                                    "addr:street",
                                    "A") "</way>"
                                         "<way id='11'><nd ref='4'/><nd ref='3'/><nd ref='6'/><nd "
                                         "ref='5'/><nd ref='4'/></way>"
                                         "<way id='12'><nd ref='99'/>" TAG("addr:housenumber", "2")
                                             TAG("addr:street",
                                                 "A") "</way>"
                                                      "<relation id='20'><member type='way' "
                                                      "ref='10' role='outer'/>"
                                                      "<member type='way' ref='11' "
                                                      "role='outer'/><member type='node' ref='1' "
                                                      "role=''/>" TAG("addr:housenumber", "3")
                                                          TAG("addr:street", "A") "</relation>"),
        -1));
    ik_assert_no_error(t->error);
    assert_int_equal(t->lines->len, 2);
    assert_string_equal(taken_line(t, 0), "-|A|-|1|-|-|-");
    ik_assert_near(taken_position(t, 0).lon, 6.1, 1e-9);
    ik_assert_near(taken_position(t, 0).lat, 50.1, 1e-9);
    assert_string_equal(taken_line(t, 1), "-|A|-|3|-|-|-");
    ik_assert_near(taken_position(t, 1).lon, 6.1, 1e-9);
    ik_assert_near(taken_position(t, 1).lat, 50.2, 1e-9);
    assert_int_equal(taken_skips(t, "position_missing"), 1);
}

static void streets_and_localities_have_names(void **state)
{
    taken *t = *state;
    assert_true(taken_read(
        t, ik_osm_addresses_read, "a.osm",
        OSM("<node id='1' lat='50.0' lon='6.0'>" TAG("place", "suburb") TAG(
            "name",
            "Burtscheid") "</node>"
                          "<node id='2' lat='50.1' lon='6.1'>" TAG("place", "city")
                              TAG("name", "Aachen") "</node>" NODE(
                                  "3", "50.2",
                                  "6.2") "<way id='10'><nd ref='1'/><nd ref='2'/><nd "
                                         "ref='3'/>" TAG("highway", "residential") TAG(
                                             "name",
                                             "Weg") "</way>"
                                                    "<way id='11'><nd ref='1'/>" TAG("highway",
                                                                                     "platform")
                                                        TAG("name", "Gleis 1") "</way>"
                                                                               "<way id='12'><nd "
                                                                               "ref='1'/>" TAG(
                                                                                   "highway",
                                                                                   "service") "</"
                                                                                              "way"
                                                                                              ">"),
        -1));
    assert_int_equal(t->lines->len, 2);
    assert_string_equal(taken_line(t, 0), "-|-|-|-|-|-|Burtscheid");
    assert_string_equal(taken_line(t, 1), "-|Weg|-|-|-|-|-");
    ik_assert_near(taken_position(t, 1).lon, 6.1, 0.0);
    ik_assert_near(taken_position(t, 1).lat, 50.1, 0.0);
}

static void broken_files_are_errors(void **state)
{
    taken *t = *state;
    assert_false(taken_read(t, ik_osm_addresses_read, "a.osm", "<osm><node></osm>", -1));
    ik_assert_error(t->error, IK_ERROR, IK_ERROR_INPUT, "broken XML");
    g_clear_error(&t->error);
    assert_false(taken_read(t, ik_osm_addresses_read, "a.pbf", "no PBF at all, really", -1));
    ik_assert_error(t->error, IK_ERROR, IK_ERROR_INPUT, "a.pbf: block 1: broken or cut off");
    g_clear_error(&t->error);
    assert_false(taken_read_path(t, ik_osm_addresses_read, "/nowhere/a.osm"));
    ik_assert_error(t->error, IK_ERROR, IK_ERROR_NOT_FOUND, "/nowhere/a.osm");
}

static void what_lacks_an_attribute_is_passed_over(void **state)
{
    taken *t = *state;
    assert_true(taken_read(
        t, ik_osm_addresses_read, "a.osm",
        OSM("<node lat='1' lon='1'>" TAG(
            "addr:housenumber",
            "1") "</node>"
                 "<node id='1' lat='50.7'>" TAG("addr:housenumber", "2")
                     TAG("addr:street", "A") "</node>"
                                             "<way id='2'><nd/><tag k='highway'/></way><way/>"
                                             "<relation id='3'><member/><member type='way'/>" TAG(
                                                 "addr:housenumber", "3")
                                                 TAG("addr:street",
                                                     "A") "</relation>"
                                                          "<node id='4' lat='50.7' lon='6.1'>" TAG(
                                                              "addr:housenumber", "4")
                                                              TAG("addr:street",
                                                                  "A &amp; B") "</node>"),
        -1));
    ik_assert_no_error(t->error);
    assert_int_equal(t->lines->len, 1);
    assert_string_equal(taken_line(t, 0), "-|A & B|-|4|-|-|-");
    assert_int_equal(taken_skips(t, "position_missing"), 2);
}

static void who_takes_the_records_can_end_the_reading(void **state)
{
    taken *t = *state;
    t->limit = 1;
    assert_false(taken_read(t, ik_osm_addresses_read, "a.osm",
                            OSM("<node id='1' lat='50.7' lon='6.1'>" TAG("addr:housenumber", "1")
                                    TAG("addr:street", "A") "</node>"),
                            -1));
    ik_assert_error(t->error, IK_ERROR, IK_ERROR_CANCELLED, "enough");
}

/* 25,374 objects bear addr:housenumber by osmium tags-count; two of them have neither street nor place. */
static void every_house_number_of_aachen_is_read_or_counted(void **state)
{
    taken *t = *state;
    g_autofree char *path = ik_test_shared_path("geodata/osm/aachen.osm.pbf");
    assert_true(taken_read_path(t, ik_osm_addresses_read, path));
    guint houses = 0;
    for (guint i = 0; i < t->lines->len; i++) {
        g_auto(GStrv) fields = g_strsplit(taken_line(t, i), "|", -1);
        houses += !g_str_equal(fields[3], "-");
    }
    assert_int_equal(taken_skips(t, "street_missing"), 2);
    assert_int_equal(houses + 2, 25374 - taken_skips(t, "position_missing"));
    assert_true(taken_skips(t, "position_missing") < 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, taken_set_up, taken_tear_down)
        TEST(nodes_with_a_number_are_houses),
        TEST(buildings_lie_at_the_centre_of_their_area),
        TEST(streets_and_localities_have_names),
        TEST(broken_files_are_errors),
        TEST(what_lacks_an_attribute_is_passed_over),
        TEST(who_takes_the_records_can_end_the_reading),
        TEST(every_house_number_of_aachen_is_read_or_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

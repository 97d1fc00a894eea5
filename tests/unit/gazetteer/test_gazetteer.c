/* test_gazetteer.c — what was built is found: streets, houses, localities, the nearest.   [tests]
 *
 * Order of the streets below: by AGS (Essen 05113000, Dortmund 05913000, Hamm 05915000), then by key.
 */
#include "small_gazetteer.h"

#include <string.h>

static char *folder;

static int set_up(void **state)
{
    folder = ik_test_folder_new();
    *state = build(folder, SMALL, G_N_ELEMENTS(SMALL), NULL, NULL);
    return 0;
}

static int tear_down(void **state)
{
    ik_gazetteer_close(*state);
    ik_test_folder_remove(folder);
    return 0;
}

static guint32 street_of(const ik_gazetteer *gazetteer, const char *ags, const char *key)
{
    guint32 municipality = ik_gazetteer_find_municipality(gazetteer, ags);
    ik_gazetteer_range streets = ik_gazetteer_find_streets(gazetteer, municipality, key);
    assert_int_equal(streets.count, 1);
    return streets.first;
}

static void the_numbers_of_things_are_those_of_the_records(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    GError *error = NULL;
    assert_int_equal(ik_gazetteer_municipalities(gazetteer), 3);
    assert_int_equal(ik_gazetteer_streets(gazetteer), 6);
    assert_int_equal(ik_gazetteer_houses(gazetteer), 9); /* 5 + 2 in Dortmund, 1 + 1 in Essen */
    assert_int_equal(ik_gazetteer_localities(gazetteer), 2);
    assert_true(ik_gazetteer_verify(gazetteer, &error));
    ik_assert_no_error(error);
}

static void municipalities_stand_by_their_ags(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    assert_string_equal(ik_gazetteer_ags(gazetteer, 0), ESSEN);
    assert_string_equal(ik_gazetteer_ags(gazetteer, 1), DORTMUND);
    assert_string_equal(ik_gazetteer_ags(gazetteer, 3), "");
    assert_int_equal(ik_gazetteer_find_municipality(gazetteer, DORTMUND), 1);
    assert_int_equal(ik_gazetteer_find_municipality(gazetteer, "05913001"), G_MAXUINT32);
    assert_int_equal(ik_gazetteer_streets_of(gazetteer, 0).count, 4);
    assert_int_equal(ik_gazetteer_streets_of(gazetteer, 1).first, 4);
    assert_int_equal(ik_gazetteer_streets_of(gazetteer, 2).count, 0);
    assert_int_equal(ik_gazetteer_streets_of(gazetteer, 3).count, 0);
}

static void a_street_has_the_name_of_the_register_believed_first(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    ik_gazetteer_street street =
        ik_gazetteer_street_get(gazetteer, street_of(gazetteer, ESSEN, "dahlhauserstr"));
    assert_string_equal(street.name, "Dahlhauser Str.");
    assert_string_equal(street.key, "dahlhauserstr");
    assert_string_equal(street.official_key, "00595");
    assert_string_equal(street.locality, "Horst");
    assert_int_equal(street.kind, IK_REGISTER_GEBREF);
    assert_int_equal(street.municipality, 0);
    assert_int_equal(street.n_houses, 1);
    assert_true(street.has_position); /* the house, not the point of the catalogue */
    ik_assert_near(street.position.lon, 7.1, 1e-7);
    ik_assert_near(street.position.lat, 51.43, 1e-7);
    ik_assert_near(street.radius_m, 0, 1e-3);
}

static void of_one_register_the_most_frequent_name_counts(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    ik_gazetteer_street street =
        ik_gazetteer_street_get(gazetteer, street_of(gazetteer, DORTMUND, "ottostr"));
    assert_string_equal(street.name, "Ottostraße");
    assert_string_equal(street.official_key, "");
    assert_string_equal(street.locality, "");
    /* Mean of the houses: 7.47032, 51.52046; nearest is number 3a at 7.4703, 51.5205. From there to 14: 0.0007 degrees
     * east and north, 0.0007 * 111195 m = 77.8 m and cos 51.52° of it, 48.4 m: 91.7 m. To 1: 59.3 m. */
    ik_assert_near(street.position.lon, 7.4703, 1e-7);
    ik_assert_near(street.position.lat, 51.5205, 1e-7);
    ik_assert_near(street.radius_m, 91.7, 0.1);
}

static void a_street_without_houses_has_the_point_of_the_catalogue_or_none(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    ik_gazetteer_street zeche =
        ik_gazetteer_street_get(gazetteer, street_of(gazetteer, ESSEN, "zeche"));
    assert_true(zeche.has_position);
    ik_assert_near(zeche.position.lon, 7.05, 1e-7);
    assert_int_equal(zeche.n_houses, 0);
    ik_gazetteer_street nameless =
        ik_gazetteer_street_get(gazetteer, street_of(gazetteer, ESSEN, "namenlos"));
    assert_false(nameless.has_position);
}

static void assert_house(const ik_gazetteer *gazetteer, guint32 number, const char *expected)
{
    ik_gazetteer_house house = ik_gazetteer_house_get(gazetteer, number);
    g_autofree char *found =
        g_strdup_printf("%u %s %u %s", house.number, house.suffix, house.last, house.postcode);
    assert_string_equal(found, expected);
}

static void houses_stand_by_number_and_suffix(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    ik_gazetteer_street street =
        ik_gazetteer_street_get(gazetteer, street_of(gazetteer, DORTMUND, "ottostr"));
    assert_int_equal(street.n_houses, 5);
    const char *const expected[] = {"1  0 ", "2  0 ", "3  0 ", "3 a 0 ", "14  22 "};
    for (guint i = 0; i < street.n_houses; i++)
        assert_house(gazetteer, street.first_house + i, expected[i]);
    ik_gazetteer_house house = ik_gazetteer_house_get(gazetteer, street.first_house + 3);
    ik_assert_near(house.position.lon, 7.4703, 1e-7);
    ik_assert_near(house.position.lat, 51.5205, 1e-7);
    assert_int_equal(house.kind, IK_REGISTER_OSM);
    assert_house(gazetteer, 9, "0  0 ");
    assert_house(gazetteer, G_MAXUINT32, "0  0 ");
}

static void a_suffix_apart_and_a_postcode_are_kept(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    guint32 street = street_of(gazetteer, ESSEN, "dahlhauserstr");
    assert_house(gazetteer, ik_gazetteer_find_number(gazetteer, street, 12).first, "12 b 0 45279");
    street = street_of(gazetteer, ESSEN, "ammarkt");
    assert_house(gazetteer, ik_gazetteer_find_number(gazetteer, street, 7).first, "7 1/2 0 ");
}

static void a_number_is_found_with_all_its_suffixes(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    guint32 street = street_of(gazetteer, DORTMUND, "ottostr");
    guint32 first = ik_gazetteer_street_get(gazetteer, street).first_house;
    ik_gazetteer_range three = ik_gazetteer_find_number(gazetteer, street, 3);
    assert_int_equal(three.first, first + 2);
    assert_int_equal(three.count, 2);
    assert_int_equal(ik_gazetteer_find_number(gazetteer, street, 1).count, 1);
    assert_int_equal(ik_gazetteer_find_number(gazetteer, street, 14).first, first + 4);
    assert_int_equal(ik_gazetteer_find_number(gazetteer, street, 15).count, 0);
    assert_int_equal(ik_gazetteer_find_number(gazetteer, street, 0).count, 0);
    assert_int_equal(ik_gazetteer_find_number(gazetteer, street, G_MAXUINT16).count, 0);
    assert_int_equal(ik_gazetteer_find_number(gazetteer, 99, 3).count, 0);
}

static void a_list_is_a_house_for_each_member(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    guint32 street = street_of(gazetteer, DORTMUND, "ammarkt");
    assert_int_equal(ik_gazetteer_find_number(gazetteer, street, 5).count, 1);
    assert_int_equal(ik_gazetteer_find_number(gazetteer, street, 6).count, 0);
    assert_int_equal(ik_gazetteer_find_number(gazetteer, street, 7).count, 1);
}

static void a_key_is_found_in_its_municipality_alone(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    assert_int_equal(ik_gazetteer_find_streets(gazetteer, 0, "ottostr").count, 0);
    assert_int_equal(ik_gazetteer_find_streets(gazetteer, 2, "ottostr").count, 0);
    assert_int_equal(ik_gazetteer_find_streets(gazetteer, 99, "ottostr").count, 0);
    assert_int_equal(ik_gazetteer_find_streets(gazetteer, 1, "ottostr").count, 1);
    assert_int_equal(ik_gazetteer_find_streets(gazetteer, 1, "").count, 0);
}

static void a_key_is_found_anywhere_in_the_order_of_streets(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    guint32 streets[2] = {99, 99};
    assert_int_equal(ik_gazetteer_find_anywhere(gazetteer, "ammarkt", streets, 2), 2);
    assert_int_equal(streets[0], street_of(gazetteer, ESSEN, "ammarkt"));
    assert_int_equal(streets[1], street_of(gazetteer, DORTMUND, "ammarkt"));
    streets[1] = 99;
    assert_int_equal(ik_gazetteer_find_anywhere(gazetteer, "ammarkt", streets, 1), 2);
    assert_int_equal(streets[1], 99);
    assert_int_equal(ik_gazetteer_find_anywhere(gazetteer, "nirgends", streets, 2), 0);
}

static void a_locality_is_found_by_its_key(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    ik_gazetteer_range horst = ik_gazetteer_find_localities(gazetteer, 0, "horst");
    assert_int_equal(horst.count, 1);
    ik_gazetteer_locality locality = ik_gazetteer_locality_get(gazetteer, horst.first);
    assert_string_equal(locality.name, "Horst");
    assert_true(locality.has_position);
    ik_assert_near(locality.position.lon, 7.11, 1e-7);
    ik_gazetteer_range hoevel = ik_gazetteer_find_localities(gazetteer, 2, "bockumhovel");
    assert_int_equal(hoevel.count, 1);
    locality = ik_gazetteer_locality_get(gazetteer, hoevel.first);
    assert_string_equal(locality.name, "Bockum-Hövel");
    assert_int_equal(locality.municipality, 2);
    assert_false(locality.has_position);
    assert_int_equal(ik_gazetteer_find_localities(gazetteer, 1, "horst").count, 0);
    assert_string_equal(ik_gazetteer_locality_get(gazetteer, 2).name, "");
}

static void a_signature_says_what_letters_are_in_the_key(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    ik_street_signature s = ik_gazetteer_signature(gazetteer, street_of(gazetteer, ESSEN, "zeche"));
    assert_int_equal(s.letters, 1u << 2 | 1u << 4 | 1u << 7 | 1u << 25); /* c e h z */
    assert_int_equal(s.length, 5);
    assert_int_equal(ik_gazetteer_signature(gazetteer, 99).length, 0);
}

static void a_source_is_kept_once(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    assert_int_equal(ik_gazetteer_sources(gazetteer), 1);
    ik_gazetteer_source source = ik_gazetteer_source_get(gazetteer, 0);
    assert_string_equal(source.name, "a.osm.pbf");
    assert_string_equal(source.date, "2026-01-02");
    assert_string_equal(source.licence, "ODbL 1.0");
    assert_string_equal(source.attribution, "© OpenStreetMap");
    assert_int_equal(source.kind, IK_REGISTER_OSM);
    assert_int_equal(source.records, 8);
    assert_string_equal(ik_gazetteer_source_get(gazetteer, 1).name, "");
}

static void the_nearest_house_is_found_with_its_distance(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    guint32 street, house;
    double distance;
    /* 0.0001 degrees north of number 2: 11.12 m. */
    assert_true(ik_gazetteer_nearest(gazetteer, (ik_lonlat){7.4701, 51.5203}, 100, &street, &house,
                                     &distance));
    assert_int_equal(street, street_of(gazetteer, DORTMUND, "ottostr"));
    assert_int_equal(house, ik_gazetteer_find_number(gazetteer, street, 2).first);
    ik_assert_near(distance, 11.12, 0.01);
}

static void the_nearest_street_may_have_no_house(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    guint32 street, house;
    double distance;
    assert_true(ik_gazetteer_nearest(gazetteer, (ik_lonlat){7.05, 51.4601}, 100, &street, &house,
                                     &distance));
    assert_int_equal(street, street_of(gazetteer, ESSEN, "zeche"));
    assert_int_equal(house, G_MAXUINT32);
    ik_assert_near(distance, 11.12, 0.01);
}

static void of_houses_at_one_place_the_smaller_number_is_nearest(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    guint32 street, house;
    double distance;
    assert_true(
        ik_gazetteer_nearest(gazetteer, (ik_lonlat){7.46, 51.51}, 0, &street, &house, &distance));
    assert_int_equal(ik_gazetteer_house_get(gazetteer, house).number, 5);
    ik_assert_near(distance, 0, 1e-9);
}

static void beyond_the_limit_there_is_nothing(void **state)
{
    const ik_gazetteer *gazetteer = *state;
    guint32 street, house;
    double distance;
    const ik_lonlat north = {7.05, 51.4601};
    assert_false(ik_gazetteer_nearest(gazetteer, north, 11.0, &street, &house, &distance));
    assert_true(ik_gazetteer_nearest(gazetteer, north, 11.2, &street, &house, &distance));
    assert_false(ik_gazetteer_nearest(gazetteer, north, -1, &street, &house, &distance));
    assert_false(ik_gazetteer_nearest(gazetteer, (ik_lonlat){G_MAXDOUBLE, 0}, 1, &street, &house,
                                      &distance));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_numbers_of_things_are_those_of_the_records),
        cmocka_unit_test(municipalities_stand_by_their_ags),
        cmocka_unit_test(a_street_has_the_name_of_the_register_believed_first),
        cmocka_unit_test(of_one_register_the_most_frequent_name_counts),
        cmocka_unit_test(a_street_without_houses_has_the_point_of_the_catalogue_or_none),
        cmocka_unit_test(houses_stand_by_number_and_suffix),
        cmocka_unit_test(a_suffix_apart_and_a_postcode_are_kept),
        cmocka_unit_test(a_number_is_found_with_all_its_suffixes),
        cmocka_unit_test(a_list_is_a_house_for_each_member),
        cmocka_unit_test(a_key_is_found_in_its_municipality_alone),
        cmocka_unit_test(a_key_is_found_anywhere_in_the_order_of_streets),
        cmocka_unit_test(a_locality_is_found_by_its_key),
        cmocka_unit_test(a_signature_says_what_letters_are_in_the_key),
        cmocka_unit_test(a_source_is_kept_once),
        cmocka_unit_test(the_nearest_house_is_found_with_its_distance),
        cmocka_unit_test(the_nearest_street_may_have_no_house),
        cmocka_unit_test(of_houses_at_one_place_the_smaller_number_is_nearest),
        cmocka_unit_test(beyond_the_limit_there_is_nothing),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* test_place_index.c — written forms of names.   [tests] */
#include "place_index.h"
#include "test_support.h"
#include "toy_territory.h"

static int set_up(void **state)
{
    *state = ik_place_index_new(&TOY);
    return 0;
}

static int tear_down(void **state)
{
    ik_place_index_free(*state);
    return 0;
}

static void assert_place(const ik_places *places, guint i, ik_place_kind kind, guint32 index)
{
    assert_true(i < places->count);
    assert_int_equal(places->items[i].kind, kind);
    assert_int_equal(places->items[i].index, index);
}

static void a_name_finds_its_town(void **state)
{
    ik_places places = ik_place_index_find(*state, "cheimdheim");
    assert_int_equal(places.count, 1);
    assert_place(&places, 0, IK_PLACE_NAME, TOY_CHEIM);
}

static void of_two_towns_with_one_name_the_larger_comes_first(void **state)
{
    ik_places places = ik_place_index_find(*state, "adorf");
    assert_int_equal(places.count, 2);
    assert_place(&places, 0, IK_PLACE_NAME, TOY_ADORF_Y);
    assert_place(&places, 1, IK_PLACE_NAME, TOY_ADORF);
}

static void an_addition_may_be_missing_or_an_initial(void **state)
{
    ik_places whole = ik_place_index_find(*state, "bestadtsee");
    assert_place(&whole, 0, IK_PLACE_NAME, TOY_BESTADT);
    ik_places bare = ik_place_index_find(*state, "bestadt");
    assert_place(&bare, 0, IK_PLACE_SHORT, TOY_BESTADT);
    ik_places initial = ik_place_index_find(*state, "bestadts");
    assert_place(&initial, 0, IK_PLACE_SHORT, TOY_BESTADT);
}

static void half_of_a_double_name_is_a_part(void **state)
{
    ik_places first = ik_place_index_find(*state, "cheim");
    assert_place(&first, 0, IK_PLACE_PART, TOY_CHEIM);
    ik_places second = ik_place_index_find(*state, "dheim");
    assert_place(&second, 0, IK_PLACE_PART, TOY_CHEIM);
}

static void a_district_comes_behind_a_town_of_its_name(void **state)
{
    ik_places places = ik_place_index_find(*state, "ydorf");
    assert_int_equal(places.count, 2);
    assert_place(&places, 0, IK_PLACE_NAME, TOY_YDORF);
    assert_place(&places, 1, IK_PLACE_DISTRICT, 1);
    ik_places district = ik_place_index_find(*state, "kreisydorf");
    assert_int_equal(district.count, 1);
    assert_place(&district, 0, IK_PLACE_DISTRICT, 1);
}

static void an_unknown_key_finds_nothing(void **state)
{
    assert_int_equal(ik_place_index_find(*state, "nowhere").count, 0);
    assert_int_equal(ik_place_index_find(*state, "").count, 0);
    assert_int_equal(ik_place_index_find(*state, "zzz").count, 0);
}

static void near_names_are_counted_once_and_in_order(void **state)
{
    guint32 found[4];
    assert_int_equal(ik_place_index_near(*state, "adorff", 1, found, 4), 2);
    assert_int_equal(found[0], TOY_ADORF);
    assert_int_equal(found[1], TOY_ADORF_Y);
    assert_int_equal(ik_place_index_near(*state, "adorf", 1, found, 4),
                     1); /* Ydorf; itself is no slip */
    assert_int_equal(found[0], TOY_YDORF);
    assert_int_equal(ik_place_index_near(*state, "cheimdhiemm", 2, found, 4), 1);
    assert_int_equal(found[0], TOY_CHEIM);
}

static void a_district_has_the_seat_that_bears_its_name(void **state)
{
    assert_int_equal(ik_place_index_seat(*state, 1), TOY_YDORF);
    assert_int_equal(ik_place_index_seat(*state, 0), IK_NONE);
}

static void the_water_of_a_name_is_known(void **state)
{
    assert_string_equal(ik_place_index_water(*state, TOY_BESTADT), "see");
    assert_null(ik_place_index_water(*state, TOY_ADORF));
}

static void a_territory_may_be_empty(void **state)
{
    (void)state;
    const ik_territory nothing = {0};
    ik_place_index *index = ik_place_index_new(&nothing);
    assert_int_equal(ik_place_index_find(index, "koln").count, 0);
    ik_place_index_free(index);
    ik_place_index_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_finds_its_town),
        cmocka_unit_test(of_two_towns_with_one_name_the_larger_comes_first),
        cmocka_unit_test(an_addition_may_be_missing_or_an_initial),
        cmocka_unit_test(half_of_a_double_name_is_a_part),
        cmocka_unit_test(a_district_comes_behind_a_town_of_its_name),
        cmocka_unit_test(an_unknown_key_finds_nothing),
        cmocka_unit_test(near_names_are_counted_once_and_in_order),
        cmocka_unit_test(a_district_has_the_seat_that_bears_its_name),
        cmocka_unit_test(the_water_of_a_name_is_known),
        cmocka_unit_test(a_territory_may_be_empty),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* test_gazetteer_builder.c — which records are one house or one street, and that their order does not matter.   [tests] */
#include "small_gazetteer.h"

#include <string.h>

static char *folder;

static int set_up(void **state)
{
    (void)state;
    folder = ik_test_folder_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    ik_test_folder_remove(folder);
    return 0;
}

static void assert_left_out(const ik_address_record *record, const char *why)
{
    g_autoptr(ik_gazetteer_builder) builder = ik_gazetteer_builder_new();
    const char *found = ik_gazetteer_builder_add(builder, record);
    assert_non_null(found);
    assert_string_equal(found, why);
}

static void a_record_that_is_no_address_is_left_out_with_the_reason(void **state)
{
    (void)state;
    ik_address_record record = HOUSE(ESSEN, "Weg", "Hof", 7, 51);
    assert_left_out(&record, "number_unreadable");
    record.number = "10000";
    assert_left_out(&record, "number_unreadable");
    record.number = "3;Hof";
    assert_left_out(&record, "number_unreadable");
    record.number = "12 Hinterhaus";
    assert_left_out(&record, "suffix_too_long");
    record.number = "12";
    record.suffix = "Hinterhaus";
    assert_left_out(&record, "suffix_too_long");
    record.suffix = NULL;
    record.has_position = false;
    assert_left_out(&record, "position_missing");
    record.has_position = true;
    record.position.lat = 91;
    assert_left_out(&record, "position_missing");
    record.position.lat = 51;
    record.street = " - ";
    assert_left_out(&record, "no_street");
    record.street = NULL;
    assert_left_out(&record, "no_street");
    record.locality = "Horst";
    assert_left_out(&record, "no_street");
}

static void a_street_of_refused_houses_alone_is_no_street(void **state)
{
    (void)state;
    GError *error = NULL;
    ik_gazetteer_counts counts;
    g_autoptr(ik_gazetteer_builder) builder = ik_gazetteer_builder_new();
    g_autofree char *path = g_build_filename(folder, "refused.gaz", NULL);
    const ik_address_record record = HOUSE(ESSEN, "Weg", "Hof", 7, 51);
    assert_non_null(ik_gazetteer_builder_add(builder, &record));
    ik_gazetteer_builder_write(builder, path, &counts, &error);
    ik_assert_no_error(error);
    assert_int_equal(counts.streets, 0);
    assert_int_equal(counts.municipalities, 0);
    g_autoptr(ik_gazetteer) gazetteer = ik_gazetteer_open(path, &error);
    ik_assert_no_error(error);
    guint32 street, house;
    double distance;
    assert_int_equal(ik_gazetteer_find_municipality(gazetteer, ESSEN), G_MAXUINT32);
    assert_int_equal(ik_gazetteer_find_streets(gazetteer, 0, "weg").count, 0);
    assert_int_equal(ik_gazetteer_find_anywhere(gazetteer, "weg", &street, 1), 0);
    assert_false(ik_gazetteer_nearest(gazetteer, record.position, 1e9, &street, &house, &distance));
}

/* 0.0008 degrees of latitude are 89 m, 0.001 are 111 m. */
static void a_house_twice_is_one_and_the_register_believed_first_counts(void **state)
{
    (void)state;
    ik_address_record records[] = {
        HOUSE(ESSEN, "Weg", "1", 7, 51.0008),
        HOUSE(ESSEN, "Weg", "1", 7, 51.0000),
        HOUSE(ESSEN, "Weg", "1", 7, 51.0001),
    };
    records[0].postcode = "45127";
    records[1].kind = IK_REGISTER_CITY;
    ik_gazetteer_counts counts;
    g_autoptr(ik_gazetteer) gazetteer = build(folder, records, 3, &counts, NULL);
    assert_int_equal(counts.houses, 1);
    assert_int_equal(counts.duplicates, 2);
    assert_int_equal(counts.far_duplicates, 0);
    ik_gazetteer_house house = ik_gazetteer_house_get(gazetteer, 0);
    assert_int_equal(house.kind, IK_REGISTER_CITY);
    ik_assert_near(house.position.lat, 51.0, 1e-7);
    assert_string_equal(house.postcode, "45127");
}

static void a_house_at_two_far_places_stays_twice(void **state)
{
    (void)state;
    const ik_address_record records[] = {
        HOUSE(ESSEN, "Weg", "1", 7, 51.0010),
        HOUSE(ESSEN, "Weg", "1", 7, 51.0000),
        HOUSE(ESSEN, "Weg", "1a", 7, 51.0000),
    };
    ik_gazetteer_counts counts;
    g_autoptr(ik_gazetteer) gazetteer = build(folder, records, 3, &counts, NULL);
    assert_int_equal(counts.houses, 3);
    assert_int_equal(counts.duplicates, 0);
    assert_int_equal(counts.far_duplicates, 1);
    ik_assert_near(ik_gazetteer_house_get(gazetteer, 0).position.lat, 51.000, 1e-7);
    ik_assert_near(ik_gazetteer_house_get(gazetteer, 1).position.lat, 51.001, 1e-7);
}

static void two_official_keys_are_two_streets(void **state)
{
    (void)state;
    ik_address_record records[] = {
        HOUSE(ESSEN, "Bergstraße", "1", 7.00, 51), HOUSE(ESSEN, "Bergstr.", "1", 7.10, 51),
        HOUSE(ESSEN, "Bergstraße", "2", 7.09, 51), HOUSE(ESSEN, "Bergstraße", "3", 7.01, 51),
        HOUSE(ESSEN, "Talstraße", "1", 7.01, 51),
    };
    records[0].street_key = "00001";
    records[1].street_key = "00002";
    ik_gazetteer_counts counts;
    g_autoptr(ik_gazetteer) gazetteer = build(folder, records, 5, &counts, NULL);
    assert_int_equal(counts.streets, 3);
    assert_int_equal(counts.shared_keys, 2);
    ik_gazetteer_range streets = ik_gazetteer_find_streets(gazetteer, 0, "bergstr");
    assert_int_equal(streets.count, 2);
    assert_string_equal(ik_gazetteer_street_get(gazetteer, streets.first).official_key, "00001");
    /* Those without a key are where the nearest house of that name is. */
    assert_int_equal(ik_gazetteer_find_number(gazetteer, streets.first, 3).count, 1);
    assert_int_equal(ik_gazetteer_find_number(gazetteer, streets.first + 1, 2).count, 1);
    assert_int_equal(ik_gazetteer_find_number(gazetteer, streets.first, 2).count, 0);
}

static void records_without_a_key_join_the_only_street(void **state)
{
    (void)state;
    ik_address_record records[] = {
        HOUSE(ESSEN, "Bergstr.", "1", 7.00, 51),
        HOUSE(ESSEN, "Bergstraße", "2", 7.10, 51),
    };
    records[1].street_key = "00002";
    ik_gazetteer_counts counts;
    g_autoptr(ik_gazetteer) gazetteer = build(folder, records, 2, &counts, NULL);
    assert_int_equal(counts.streets, 1);
    assert_int_equal(counts.shared_keys, 0);
    assert_string_equal(ik_gazetteer_street_get(gazetteer, 0).official_key, "00002");
    assert_int_equal(ik_gazetteer_street_get(gazetteer, 0).n_houses, 2);
}

static void letters_of_a_range_are_houses_of_their_own(void **state)
{
    (void)state;
    const ik_address_record records[] = {HOUSE(ESSEN, "Weg", "12a-c", 7, 51),
                                         HOUSE(ESSEN, "Weg", "14a-16", 7, 51)};
    g_autoptr(ik_gazetteer) gazetteer = build(folder, records, 2, NULL, NULL);
    assert_int_equal(ik_gazetteer_find_number(gazetteer, 0, 12).count, 3);
    assert_string_equal(ik_gazetteer_house_get(gazetteer, 2).suffix, "c");
    assert_int_equal(ik_gazetteer_house_get(gazetteer, 2).last, 0);
    assert_string_equal(ik_gazetteer_house_get(gazetteer, 3).suffix, "a");
    assert_int_equal(ik_gazetteer_house_get(gazetteer, 3).last, 16);
}

static void a_list_of_any_length_is_taken_whole(void **state)
{
    (void)state;
    const ik_address_record records[] = {
        HOUSE(ESSEN, "Weg", "1;3;5;7;9;11;13;15;17;19;21-25", 7, 51)};
    g_autoptr(ik_gazetteer) gazetteer = build(folder, records, 1, NULL, NULL);
    assert_int_equal(ik_gazetteer_houses(gazetteer), 11);
    assert_int_equal(ik_gazetteer_house_get(gazetteer, 10).last, 25);
}

static void a_locality_of_two_registers_is_one(void **state)
{
    (void)state;
    const ik_address_record records[] = {
        {.kind = IK_REGISTER_OSM,
         .ags = ESSEN,
         .locality = "Horst",
         .has_position = true,
         .position = {7, 51}},
        {.kind = IK_REGISTER_STREETS, .ags = ESSEN, .locality = "HORST"},
        {.kind = IK_REGISTER_OSM,
         .ags = ESSEN,
         .locality = "Horst",
         .has_position = true,
         .position = {7.1, 51}},
    };
    g_autoptr(ik_gazetteer) gazetteer = build(folder, records, 3, NULL, NULL);
    ik_gazetteer_range found = ik_gazetteer_find_localities(gazetteer, 0, "horst");
    assert_int_equal(found.count, 2); /* 7 km apart */
    assert_string_equal(ik_gazetteer_locality_get(gazetteer, 0).name, "HORST");
    ik_assert_near(ik_gazetteer_locality_get(gazetteer, 0).position.lon, 7.0, 1e-7);
}

static guint32 next_number(guint32 *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Many records that contradict each other in every field, from a seed. */
static void contradict(ik_address_record *records, guint n)
{
    static const char *const keys[] = {NULL, "00001", "00002"};
    static const char *const names[] = {"Bergstraße", "Bergstr.", "BERG STRASSE", "Tal"};
    static const char *const numbers[] = {NULL, "1", "1a", "2-4", "3;5", "7 1/2"};
    static const char *const postcodes[] = {NULL, "45127", "45128"};
    static const char *const localities[] = {NULL, "Horst", "Steele"};
    guint32 seed = 1;
    for (guint i = 0; i < n; i++)
        records[i] = (ik_address_record){
            .kind = (ik_register_kind)(next_number(&seed) % IK_N_REGISTER_KINDS),
            .ags = next_number(&seed) % 2 ? ESSEN : DORTMUND,
            .street = names[next_number(&seed) % 4],
            .street_key = keys[next_number(&seed) % 3],
            .number = numbers[next_number(&seed) % 6],
            .postcode = postcodes[next_number(&seed) % 3],
            .locality = localities[next_number(&seed) % 3],
            .has_position = true,
            .position = {7 + next_number(&seed) % 40 * 0.0004,
                         51 + next_number(&seed) % 40 * 0.0004},
        };
}

static void shuffle(ik_address_record *records, guint n, guint32 seed)
{
    for (guint i = n; i > 1; i--) {
        guint other = next_number(&seed) % i;
        ik_address_record kept = records[i - 1];
        records[i - 1] = records[other];
        records[other] = kept;
    }
}

static void the_order_of_records_does_not_matter(void **state)
{
    (void)state;
    enum { N = 600 };
    ik_address_record records[N];
    contradict(records, N);
    g_autofree char *path = NULL, *first = NULL;
    size_t first_length = 0;
    for (guint32 round = 0; round < 6; round++) {
        ik_gazetteer_close(build(folder, records, N, NULL, round == 0 ? &path : NULL));
        size_t length;
        g_autofree char *bytes = ik_test_file_read(path, &length);
        if (round == 0) {
            first = g_steal_pointer(&bytes);
            first_length = length;
        } else {
            assert_int_equal(length, first_length);
            assert_memory_equal(bytes, first, length);
        }
        shuffle(records, N, round + 7);
    }
}

static void writing_twice_gives_the_same_file(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(ik_gazetteer_builder) builder = ik_gazetteer_builder_new();
    g_autofree char *path = g_build_filename(folder, "twice.gaz", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(SMALL); i++)
        assert_null(ik_gazetteer_builder_add(builder, &SMALL[i]));
    size_t one_length, two_length;
    ik_gazetteer_builder_write(builder, path, NULL, &error);
    ik_assert_no_error(error);
    g_autofree char *one = ik_test_file_read(path, &one_length);
    ik_gazetteer_builder_write(builder, path, NULL, &error);
    ik_assert_no_error(error);
    g_autofree char *two = ik_test_file_read(path, &two_length);
    assert_int_equal(one_length, two_length);
    assert_memory_equal(one, two, one_length);
}

static void a_place_that_cannot_be_written_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_gazetteer_builder) builder = ik_gazetteer_builder_new();
    g_autofree char *path = g_build_filename(folder, "none", "a.gaz", NULL);
    assert_false(ik_gazetteer_builder_write(builder, path, NULL, &error));
    assert_non_null(error);
}

/* The nearest of 3,000 houses in 300 streets, against looking at each of them. */
static void the_nearest_is_the_nearest_of_all(void **state)
{
    (void)state;
    enum { N = 3000 };
    g_autofree ik_address_record *records = g_new0(ik_address_record, N);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    guint32 seed = 5;
    for (guint i = 0; i < N; i++) {
        g_ptr_array_add(names, g_strdup_printf("Weg %u", i / 10));
        g_ptr_array_add(names, g_strdup_printf("%u", i % 10 + 1));
        records[i] = (ik_address_record)HOUSE(ESSEN, g_ptr_array_index(names, names->len - 2),
                                              g_ptr_array_index(names, names->len - 1), 0, 0);
        records[i].position.lon = 7 + next_number(&seed) % 1000 * 1e-4;
        records[i].position.lat = 51 + next_number(&seed) % 1000 * 1e-4;
    }
    g_autoptr(ik_gazetteer) gazetteer = build(folder, records, N, NULL, NULL);
    for (guint round = 0; round < 300; round++) {
        ik_lonlat at = {7 + next_number(&seed) % 1200 * 1e-4 - 0.01,
                        51 + next_number(&seed) % 1200 * 1e-4 - 0.01};
        double least = 1000, distance = 0;
        guint32 street, house, expected = G_MAXUINT32;
        for (guint32 i = 0; i < N; i++) {
            double d = ik_lonlat_distance_m(at, ik_gazetteer_house_get(gazetteer, i).position);
            if (d < least || (expected == G_MAXUINT32 && d <= least)) {
                least = d;
                expected = i;
            }
        }
        bool is_found = ik_gazetteer_nearest(gazetteer, at, 1000, &street, &house, &distance);
        assert_int_equal(is_found, expected != G_MAXUINT32);
        if (!is_found)
            continue;
        assert_int_equal(house, expected);
        ik_assert_near(distance, least, 1e-9);
        ik_gazetteer_street of = ik_gazetteer_street_get(gazetteer, street);
        assert_in_range(house, of.first_house, of.first_house + of.n_houses - 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_that_is_no_address_is_left_out_with_the_reason),
        cmocka_unit_test(a_street_of_refused_houses_alone_is_no_street),
        cmocka_unit_test(a_house_twice_is_one_and_the_register_believed_first_counts),
        cmocka_unit_test(a_house_at_two_far_places_stays_twice),
        cmocka_unit_test(two_official_keys_are_two_streets),
        cmocka_unit_test(records_without_a_key_join_the_only_street),
        cmocka_unit_test(letters_of_a_range_are_houses_of_their_own),
        cmocka_unit_test(a_list_of_any_length_is_taken_whole),
        cmocka_unit_test(a_locality_of_two_registers_is_one),
        cmocka_unit_test(the_order_of_records_does_not_matter),
        cmocka_unit_test(writing_twice_gives_the_same_file),
        cmocka_unit_test(a_place_that_cannot_be_written_is_an_error),
        cmocka_unit_test(the_nearest_is_the_nearest_of_all),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

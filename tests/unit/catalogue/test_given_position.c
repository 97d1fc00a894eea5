/* test_given_position.c — coordinates that came with a record.   [tests] */
#include "given_position.h"
#include "test_support.h"

#include <ideenkarte/error.h>

static void assert_number(const char *text, double expected)
{
    double value = -1;
    assert_true(ik_coordinate_parse(text, &value));
    ik_assert_near(value, expected, 0);
}

static void numbers_are_read_with_point_or_comma(void **state)
{
    (void)state;
    assert_number("7.4653", 7.4653);
    assert_number("7,4653", 7.4653);
    assert_number("-7", -7);
    assert_number("+51.", 51);
    assert_number("356570", 356570);
}

static void everything_else_is_no_number(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",     "x",  "1e5", "nan", "inf", "0x10", "1.2.3", "1,2,3",      "1 2",
        "7.4°", ".5", "-",   "--1", "1-",  " 1",   "1 ",    "356.570,12", "1234567890123"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        double value = 0;
        if (ik_coordinate_parse(texts[i], &value))
            fail_msg("\"%s\" is read as %g", texts[i], value);
    }
}

/* Reads one row under one header. */
static ik_given read_row(const char *const *header, const char *const *row, guint n)
{
    const ik_csv_record first = {.line = 1, .n_fields = n, .fields = header, .raw = ""};
    const ik_csv_record second = {.line = 2, .n_fields = n, .fields = row, .raw = ""};
    const ik_columns_request request = {
        .table = IK_TABLE_ADDRESSES, .file = "a.csv", .mapping = NULL};
    GError *error = NULL;
    g_autoptr(ik_columns) columns = ik_columns_resolve(&request, &first, &error);
    ik_assert_no_error(error);
    g_autoptr(ik_given_reader) reader = ik_given_reader_new(25832, &error);
    ik_assert_no_error(error);
    return ik_given_read(reader, columns, &second);
}

static const char *const all_columns[] = {"lon", "lat", "easting", "northing", "epsg"};

static void assert_position(const char *const row[5], double lon, double lat)
{
    ik_given given = read_row(all_columns, row, 5);
    assert_int_equal(given.state, IK_GIVEN_READ);
    ik_assert_near(given.position.lon, lon, 2e-9);
    ik_assert_near(given.position.lat, lat, 2e-9);
    ik_given_clear(&given);
}

static void assert_malformed(const char *const row[5], ik_field field, const char *read)
{
    ik_given given = read_row(all_columns, row, 5);
    assert_int_equal(given.state, IK_GIVEN_MALFORMED);
    assert_int_equal(given.field, field);
    assert_string_equal(given.read, read);
    assert_non_null(given.expected);
    ik_given_clear(&given);
}

static void degrees_win_over_metres(void **state)
{
    (void)state;
    assert_position((const char *const[]){"7.1", "51,2", "393567.25", "5707876.50", ""}, 7.1, 51.2);
}

/* Expected values by cs2cs of PROJ 9: `cs2cs EPSG:25832 EPSG:4326`, the other two with the same point. */
static void metres_are_projected_by_the_system_of_the_record(void **state)
{
    (void)state;
    assert_position((const char *const[]){"", "", "393567.25", "5707876.50", ""}, 7.466225170,
                    51.511978300);
    assert_position((const char *const[]){"", "", "393567.25", "5707876.50", "EPSG:25832"},
                    7.466225170, 51.511978300);
    assert_position((const char *const[]){"", "", "32393567.25", "5707876.50", "4647"}, 7.466225170,
                    51.511978300);
}

static void what_is_wrong_is_named_with_both_values(void **state)
{
    (void)state;
    assert_malformed((const char *const[]){"7.1", "", "", "", ""}, IK_FIELD_LAT, "7.1 –");
    assert_malformed((const char *const[]){"", "51", "", "", ""}, IK_FIELD_LON, "– 51");
    assert_malformed((const char *const[]){"181", "51", "", "", ""}, IK_FIELD_LON, "181 51");
    assert_malformed((const char *const[]){"", "", "393567", "", ""}, IK_FIELD_NORTHING,
                     "393567 –");
    assert_malformed((const char *const[]){"", "", "393567", "5707876", "EPSG:1"}, IK_FIELD_EPSG,
                     "EPSG:1");
    assert_malformed((const char *const[]){"", "", "393567", "5707876", "EPSG:99999"},
                     IK_FIELD_EPSG, "EPSG:99999");
}

static void nothing_given_is_no_fault(void **state)
{
    (void)state;
    ik_given given = read_row(all_columns, (const char *const[]){"", " ", "", "", "EPSG:25832"}, 5);
    assert_int_equal(given.state, IK_GIVEN_ABSENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_with_point_or_comma),
        cmocka_unit_test(everything_else_is_no_number),
        cmocka_unit_test(degrees_win_over_metres),
        cmocka_unit_test(metres_are_projected_by_the_system_of_the_record),
        cmocka_unit_test(what_is_wrong_is_named_with_both_values),
        cmocka_unit_test(nothing_given_is_no_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_address_fields.c — the address of a record in the parts that its file has.   [tests] */
#include "address_fields.h"
#include "test_support.h"

/* "street|house_number|postcode|city|address" of one row. */
static void assert_address(const char *const *header, const char *const *row, guint n,
                           const char *expected)
{
    const ik_csv_record first = {.line = 1, .n_fields = n, .fields = header, .raw = ""};
    const ik_csv_record second = {.line = 2, .n_fields = n, .fields = row, .raw = ""};
    const ik_columns_request request = {
        .table = IK_TABLE_ADDRESSES, .file = "a.csv", .mapping = NULL};
    GError *error = NULL;
    g_autoptr(ik_columns) columns = ik_columns_resolve(&request, &first, &error);
    ik_assert_no_error(error);
    ik_address_fields fields = ik_address_fields_read(columns, &second);
    const char *const parts[] = {fields.street, fields.house_number, fields.postcode, fields.city,
                                 fields.address};
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "|" : "", parts[i] == NULL ? "–" : parts[i]);
    assert_string_equal(text->str, expected);
    assert_true(ik_address_fields_name_town(&fields) ==
                (parts[2] != NULL || parts[3] != NULL || parts[4] != NULL));
    ik_address_fields_clear(&fields);
}

static void parts_are_read_from_their_columns(void **state)
{
    (void)state;
    static const char *const header[] = {"Straße", "Hausnr", "PLZ", "Ort", "Anschrift"};
    assert_address(header, (const char *const[]){"Ottostr.", "5", "44145", "Dortmund", ""}, 5,
                   "Ottostr.|5|44145|Dortmund|–");
    assert_address(header, (const char *const[]){"", "", "", "", "Ottostr. 5, 44145 Dortmund"}, 5,
                   "–|–|–|–|Ottostr. 5, 44145 Dortmund");
}

static void parts_without_letter_or_digit_are_empty(void **state)
{
    (void)state;
    static const char *const header[] = {"Straße", "Hausnr", "PLZ", "Ort"};
    assert_address(header, (const char *const[]){"-", "–", "...", " / "}, 4, "–|–|–|–|–");
}

static void postcode_and_town_in_one_are_taken_apart(void **state)
{
    (void)state;
    static const char *const header[] = {"Straße", "PLZ Ort"};
    assert_address(header, (const char *const[]){"Markt 1", "40213 Düsseldorf, Stadt"}, 2,
                   "Markt 1|–|40213|Düsseldorf, Stadt|–");
    assert_address(header, (const char *const[]){"", "D-44145 Dortmund"}, 2,
                   "–|–|44145|Dortmund|–");
    assert_address(header, (const char *const[]){"", "4414 Dortmund"}, 2, "–|–|4414|Dortmund|–");
    assert_address(header, (const char *const[]){"", "Dortmund"}, 2, "–|–|–|Dortmund|–");
    assert_address(header, (const char *const[]){"", "44145"}, 2, "–|–|44145|–|–");
    assert_address(header, (const char *const[]){"", "44145Dortmund"}, 2, "–|–|–|44145Dortmund|–");
}

static void columns_of_their_own_win(void **state)
{
    (void)state;
    static const char *const header[] = {"PLZ", "Ort", "PLZ Ort"};
    assert_address(header, (const char *const[]){"44145", "", "40213 Düsseldorf"}, 3,
                   "–|–|44145|Düsseldorf|–");
    assert_address(header, (const char *const[]){"", "Dortmund", "40213 Düsseldorf"}, 3,
                   "–|–|40213|Dortmund|–");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_read_from_their_columns),
        cmocka_unit_test(parts_without_letter_or_digit_are_empty),
        cmocka_unit_test(postcode_and_town_in_one_are_taken_apart),
        cmocka_unit_test(columns_of_their_own_win),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_columns.c — which columns of a file serve which field.   [tests] */
#include "columns.h"
#include "test_support.h"

#include <ideenkarte/error.h>

#define RECORD(...)                               \
    record_of((const char *const[]){__VA_ARGS__}, \
              G_N_ELEMENTS(((const char *const[]){__VA_ARGS__})))

static ik_csv_record record_of(const char *const *fields, guint n)
{
    static const char *kept[64];
    for (guint i = 0; i < n; i++)
        kept[i] = fields[i];
    return (ik_csv_record){.line = 1, .n_fields = n, .fields = kept, .raw = ""};
}

static ik_columns *resolve(ik_table table, ik_csv_record header, const char *const *mapping,
                           GError **error)
{
    const ik_columns_request request = {.table = table, .file = "list.csv", .mapping = mapping};
    return ik_columns_resolve(&request, &header, error);
}

static void assert_reads(const ik_columns *columns, ik_csv_record record, ik_field field,
                         const char *expected)
{
    g_autofree char *text = ik_columns_read(columns, &record, field);
    if (expected == NULL)
        assert_null(text);
    else {
        assert_non_null(text);
        assert_string_equal(text, expected);
    }
}

static void fields_are_read_by_their_column_whatever_its_place(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_columns) columns =
        resolve(IK_TABLE_PROJECTS, RECORD("Ort", "KENNUNG", " Träger ", "Farbe"), NULL, &error);
    ik_assert_no_error(error);
    assert_reads(columns, RECORD("Köln", "a1", "  Stadt  Köln ", "rot"), IK_FIELD_ORGANISATION,
                 "Stadt Köln");
    assert_reads(columns, RECORD("Köln", "a1", "x", "rot"), IK_FIELD_CITY, "Köln");
    assert_reads(columns, RECORD(" ", "a1", "x", "rot"), IK_FIELD_CITY, NULL);
    assert_reads(columns, RECORD("Köln", "a1", "x", "rot"), IK_FIELD_TITLE, NULL);
    assert_true(ik_columns_has(columns, IK_FIELD_ID));
    assert_false(ik_columns_has(columns, IK_FIELD_LON));
    assert_string_equal(ik_columns_name(columns, IK_FIELD_ORGANISATION), "Träger");
    assert_null(ik_columns_name(columns, IK_FIELD_LON));
}

static void unknown_columns_are_kept(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_columns) columns =
        resolve(IK_TABLE_PROJECTS,
                RECORD("id", "Farbe", "titel", "Größe", "ort", "", "Farbe", "", ""), NULL, &error);
    ik_assert_no_error(error);
    assert_int_equal(ik_columns_count(columns), 7);
    g_autofree char *unknown = ik_columns_unknown(columns);
    assert_string_equal(unknown, "\"Farbe\", \"Größe\", \"column 6\", \"Farbe (2)\"");
    const ik_csv_record record = RECORD("1", " blau ", "T", "", "Köln", "x", "rot");
    g_auto(GStrv) extra = ik_columns_extra(columns, &record);
    g_autofree char *joined = g_strjoinv("|", extra);
    assert_string_equal(joined, "Farbe|blau|column 6|x|Farbe (2)|rot");
}

static void every_column_has_a_name_of_its_own(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_columns) columns = resolve(
        IK_TABLE_PROJECTS,
        RECORD("column 2", "", "id", "titel", "ort", "Farbe", "Farbe (2)", "Farbe", "Farbe"), NULL,
        &error);
    ik_assert_no_error(error);
    static const char *const names[] = {"column 2", "column 2 (2)", "id",        "titel",    "ort",
                                        "Farbe",    "Farbe (2)",    "Farbe (3)", "Farbe (4)"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        assert_string_equal(ik_columns_header(columns, i), names[i]);
}

/* Tens of thousands of columns of one name once took hours. */
static void many_columns_of_one_name_are_read_at_once(void **state)
{
    (void)state;
    const guint n = 60000;
    g_autofree const char **fields = g_new(const char *, n);
    for (guint i = 0; i < n; i++)
        fields[i] = "Farbe";
    fields[0] = "id", fields[1] = "titel", fields[2] = "ort";
    const ik_csv_record header = {.line = 1, .n_fields = n, .fields = fields};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_columns) columns = resolve(IK_TABLE_PROJECTS, header, NULL, &error);
    ik_assert_no_error(error);
    assert_string_equal(ik_columns_header(columns, n - 1), "Farbe (59997)");
    /* And a message about them can still be read. */
    fields[2] = "Farbe";
    assert_null(resolve(IK_TABLE_PROJECTS, header, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "\"id\", \"titel\", \"Farbe\", ");
    assert_true(g_str_has_suffix(error->message, " and 59970 more"));
}

static void a_mapping_wins_over_names(void **state)
{
    (void)state;
    static const char *const mapping[] = {"title",
                                          "Schulbezeichnung_1 + schulbezeichnung 2",
                                          "id",
                                          "Schulnummer",
                                          "organisation",
                                          "\"Land + Leute\"",
                                          "city",
                                          "Ort_2",
                                          NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_columns) columns = resolve(
        IK_TABLE_PROJECTS,
        RECORD("Schulnummer", "Schulbezeichnung_1", "Schulbezeichnung_2", "Name", "Ort", "Ort_2"),
        mapping, &error);
    ik_assert_no_error(error);
    const char *const fields[] = {"7", "Städt. Schule", "am Park", "kurz", "Ortsteil", "Köln"};
    const ik_csv_record record = record_of(fields, 6);
    assert_reads(columns, record, IK_FIELD_TITLE, "Städt. Schule am Park");
    assert_reads(columns, record, IK_FIELD_ORGANISATION, "Land + Leute");
    assert_reads(columns, record, IK_FIELD_CITY, "Köln");
    assert_reads(columns, RECORD("7", "", "am Park", "", "", ""), IK_FIELD_TITLE, "am Park");
    g_autofree char *unknown = ik_columns_unknown(columns);
    assert_string_equal(unknown, "\"Name\", \"Ort\"");
    g_auto(GStrv) pairs = ik_columns_pairs(columns);
    g_autofree char *joined = g_strjoinv("|", pairs);
    assert_string_equal(joined, "id|Schulnummer|title|Schulbezeichnung_1|city|Ort_2");
}

static void a_column_with_a_plus_in_its_name_can_be_mapped(void **state)
{
    (void)state;
    static const char *const mapping[] = {"postcode_city", "PLZ + Ort", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_columns) columns =
        resolve(IK_TABLE_PROJECTS, RECORD("id", "titel", "PLZ + Ort", "PLZ"), mapping, &error);
    ik_assert_no_error(error);
    assert_reads(columns, RECORD("1", "T", "50667 Köln", "1"), IK_FIELD_POSTCODE_CITY,
                 "50667 Köln");
}

static void assert_refused(ik_table table, ik_csv_record header, const char *const *mapping,
                           ik_error_code code, const char *message)
{
    g_autoptr(GError) error = NULL;
    ik_columns *columns = resolve(table, header, mapping, &error);
    assert_null(columns);
    ik_assert_error(error, IK_ERROR, (int)code, NULL);
    assert_string_equal(error->message, message);
}

static void a_mapped_column_that_is_not_there_is_named(void **state)
{
    (void)state;
    static const char *const mapping[] = {"title", "Schulname", NULL};
    assert_refused(
        IK_TABLE_PROJECTS, RECORD("id", "Ort"), mapping, IK_ERROR_NOT_FOUND,
        "list.csv: column \"Schulname\" for title is not there; the columns are \"id\", \"Ort\"");
}

static void wrong_mappings_are_refused(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(resolve(IK_TABLE_PROJECTS, RECORD("id"), (const char *const[]){"titel", "id", NULL},
                        &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "list.csv: mapping of \"titel\" names no field; the fields are id");
    g_clear_error(&error);
    assert_null(resolve(IK_TABLE_PROJECTS, RECORD("id"),
                        (const char *const[]){"id", "id", "id", "id", NULL}, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "mapping of \"id\" occurs twice");
    g_clear_error(&error);
    assert_null(resolve(IK_TABLE_PROJECTS, RECORD("id"),
                        (const char *const[]){"title", "id +", NULL}, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "list.csv: mapping of title names no column");
}

static void missing_columns_are_named_with_those_that_are_there(void **state)
{
    (void)state;
    assert_refused(IK_TABLE_PROJECTS, RECORD("titel", "ort"), NULL, IK_ERROR_NOT_FOUND,
                   "list.csv: no column for id; the columns are \"titel\", \"ort\"");
    assert_refused(
        IK_TABLE_PROJECTS, RECORD("id", "ort"), NULL, IK_ERROR_NOT_FOUND,
        "list.csv: no column for title or organisation; the columns are \"id\", \"ort\"");
    assert_refused(IK_TABLE_PROJECTS, RECORD("id", "titel", "straße"), NULL, IK_ERROR_NOT_FOUND,
                   "list.csv: no column for an address (city, postcode or address) or coordinates "
                   "(lon and lat); "
                   "the columns are \"id\", \"titel\", \"straße\"");
    assert_refused(
        IK_TABLE_PROJECTS, RECORD("id", "titel", "lon"), NULL, IK_ERROR_NOT_FOUND,
        "list.csv: no column for lat beside lon; the columns are \"id\", \"titel\", \"lon\"");
    assert_refused(IK_TABLE_EVENTS, RECORD("id", "datum"), NULL, IK_ERROR_NOT_FOUND,
                   "list.csv: no column for title; the columns are \"id\", \"datum\"");
    assert_refused(IK_TABLE_ADDRESSES, RECORD("id", "titel"), NULL, IK_ERROR_NOT_FOUND,
                   "list.csv: no column for an address (city, postcode or address) or coordinates "
                   "(lon and lat); "
                   "the columns are \"id\", \"titel\"");
}

static void two_columns_of_one_meaning_are_both_named(void **state)
{
    (void)state;
    assert_refused(IK_TABLE_PROJECTS, RECORD("id", "Titel", "Ort", "Projektname"), NULL,
                   IK_ERROR_INPUT,
                   "list.csv: columns \"Titel\" and \"Projektname\" both mean title, expected one");
    static const char *const mapping[] = {"title", "Projektname", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_columns) columns =
        resolve(IK_TABLE_PROJECTS, RECORD("id", "Titel", "Ort", "Projektname"), mapping, &error);
    ik_assert_no_error(error);
}

static void ort_of_an_event_is_its_venue_only_beside_a_town(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_columns) both =
        resolve(IK_TABLE_EVENTS, RECORD("id", "titel", "ort", "stadt"), NULL, &error);
    ik_assert_no_error(error);
    assert_string_equal(ik_columns_name(both, IK_FIELD_PLACE), "ort");
    assert_string_equal(ik_columns_name(both, IK_FIELD_CITY), "stadt");
    g_autoptr(ik_columns) alone =
        resolve(IK_TABLE_EVENTS, RECORD("id", "titel", "ort"), NULL, &error);
    ik_assert_no_error(error);
    assert_null(ik_columns_name(alone, IK_FIELD_PLACE));
    assert_string_equal(ik_columns_name(alone, IK_FIELD_CITY), "ort");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_read_by_their_column_whatever_its_place),
        cmocka_unit_test(unknown_columns_are_kept),
        cmocka_unit_test(every_column_has_a_name_of_its_own),
        cmocka_unit_test(many_columns_of_one_name_are_read_at_once),
        cmocka_unit_test(a_mapping_wins_over_names),
        cmocka_unit_test(a_column_with_a_plus_in_its_name_can_be_mapped),
        cmocka_unit_test(a_mapped_column_that_is_not_there_is_named),
        cmocka_unit_test(wrong_mappings_are_refused),
        cmocka_unit_test(missing_columns_are_named_with_those_that_are_there),
        cmocka_unit_test(two_columns_of_one_meaning_are_both_named),
        cmocka_unit_test(ort_of_an_event_is_its_venue_only_beside_a_town),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

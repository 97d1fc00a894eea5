/* test_address_register.c — which register a file is.   [tests] */
#include "address_register.h"

#include "taken_records.h"

static void registers_are_told_by_their_content(void **state)
{
    static const struct {
        const char *text, *name;
    } cases[] = {
        {"\xEF\xBB\xBFN;X;A;05;1;58;028;0000;12741;6;;32349925,060;5685090,386;A;2022-01-01\r\n",
         "gebref"},
        {"objectid;strschl;strname;hsnr;hsnrzu;adresse;utm32_e_4647;utm32_n;lon;lat\n", "essen"},
        {"gemeinde_file;ags;strassenschluessel;strasse;lon;lat\n", "streets"},
        {"street,number,lon,lat\n", "csv"},
        {"Ortsteil;lon;lat\n", "localities"},
        {"ags,ort,easting,northing\n", "localities"},
        {"plz;Stadtteil;lat;lon\n", "localities"},
        {"ort;Straße;Nr;lon;lat\n", "csv"},
        {"ort;hausnummer;lon;lat\n", "csv"},
        {"plz;ort;lat;lon\n", "csv"},
        {"<?xml version='1.0'?>\n<osm version='0.6'>", "osm"},
    };
    taken *t = *state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        ik_address_format format;
        g_autofree char *path = ik_test_file_write(t->folder, "file", cases[i].text, -1);
        assert_true(ik_address_register_recognise(path, NULL, &format, &t->error));
        assert_string_equal(ik_address_format_get(format)->name, cases[i].name);
    }
}

static void a_mapped_column_tells_localities_from_addresses(void **state)
{
    static const char *const locality[] = {"street=Weg", "locality=Name", NULL};
    static const char *const street[] = {"locality=Ort", "street=Name", NULL};
    ik_address_format format;
    taken *t = *state;
    g_autofree char *path = ik_test_file_write(t->folder, "list.csv", "Name,Ort,lon,lat\n", -1);
    assert_true(ik_address_register_recognise(path, locality, &format, &t->error));
    assert_int_equal(format, IK_FORMAT_LOCALITIES);
    assert_true(ik_address_register_recognise(path, street, &format, &t->error));
    assert_int_equal(format, IK_FORMAT_ADDRESS_CSV);
}

static void other_files_are_refused(void **state)
{
    static const struct {
        const char *text, *part;
    } cases[] = {{"", "is empty"}, {"%PDF-1.4", "PDF"}, {"SQLite format 3", "SQLite"}};
    taken *t = *state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        ik_address_format format;
        g_autofree char *path = ik_test_file_write(t->folder, "file", cases[i].text, -1);
        assert_false(ik_address_register_recognise(path, NULL, &format, &t->error));
        ik_assert_error(t->error, IK_ERROR, IK_ERROR_INPUT, cases[i].part);
        g_clear_error(&t->error);
    }
}

static bool read_essen(const ik_register_request *request, ik_register_summary *summary,
                       GError **error)
{
    return ik_address_register_read(IK_FORMAT_ESSEN, request, summary, error);
}

static void a_file_without_dates_has_the_one_in_its_name(void **state)
{
    taken *t = *state;
    assert_true(taken_read(t, read_essen, "haus_2022-10-05.csv",
                           "strschl;strname;hsnr;hsnrzu;utm32_e_4647;lon;lat\n1;A;1;;1;7.0;51.4\n",
                           -1));
    assert_string_equal(t->summary.date, "2022-10-05");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, taken_set_up, taken_tear_down)
        TEST(registers_are_told_by_their_content),
        TEST(a_mapped_column_tells_localities_from_addresses),
        TEST(other_files_are_refused),
        TEST(a_file_without_dates_has_the_one_in_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

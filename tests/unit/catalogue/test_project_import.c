/* test_project_import.c — projects.csv record by record, good and bad.   [tests] */
#include "sample_import.h"

#include <ideenkarte/error.h>
#include <string.h>

#define HEADER "id;titel;ort;lon;lat\n"

static void a_full_record_is_read_field_by_field(void **state)
{
    (void)state;
    g_autoptr(ik_records) records =
        sample_projects("id;titel;organisation;strasse;hausnummer;plz;ort;themen;kurztext;text;"
                        "website;bild;video;kontakt;beginn;ende;"
                        "Farbe;lon;lat\n"
                        "p1;Titel;Träger;Ottostr.;5;44145;Dortmund;Arbeit|Praktikum;kurz;lang;www."
                        "a.de;https://a.de/b.jpg;"
                        "https://a.de/v;Frau X;1.9.2016;2017;blau;7,4653;51.5136\n");
    assert_int_equal(records->rejects->len, 0);
    const ik_project *p = sample_project(records, 0);
    assert_string_equal(p->id, "p1");
    assert_string_equal(p->title, "Titel");
    assert_string_equal(p->organisation, "Träger");
    assert_string_equal(p->street, "Ottostr.");
    assert_string_equal(p->house_number, "5");
    assert_string_equal(p->postcode, "44145");
    assert_string_equal(p->city, "Dortmund");
    assert_null(p->address);
    assert_string_equal(p->themes[0], "internship");
    assert_string_equal(p->themes[1], "work");
    assert_null(p->themes[2]);
    assert_string_equal(p->summary, "kurz");
    assert_string_equal(p->text, "lang");
    assert_string_equal(p->website, "http://www.a.de");
    assert_string_equal(p->image, "https://a.de/b.jpg");
    assert_string_equal(p->video, "https://a.de/v");
    assert_string_equal(p->contact, "Frau X");
    assert_string_equal(p->start, "2016-09-01");
    assert_string_equal(p->end, "2017");
    assert_string_equal(p->extra[0], "Farbe");
    assert_string_equal(p->extra[1], "blau");
    assert_null(p->extra[2]);
    assert_true(p->has_given);
    ik_assert_near(p->given.lon, 7.4653, 0);
    ik_assert_near(p->given.lat, 51.5136, 0);
    assert_string_equal(p->origin.file, "projects.csv");
    assert_int_equal(p->origin.line, 2);
    assert_int_equal(ik_faults_count(&p->match.faults), 0);
    assert_int_equal(p->match.level, IK_MATCH_NONE);
    assert_int_equal(p->match.municipality, IK_NONE);
}

static void without_a_title_the_organisation_stands_there(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects("id,Organisation,Ort\n1,Rathaus,Köln\n");
    assert_string_equal(sample_project(records, 0)->title, "Rathaus");
    assert_string_equal(sample_project(records, 0)->organisation, "Rathaus");
}

static void a_missing_id_is_rejected(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects(HEADER "a;A;Köln;;\n ;B;Köln;;\nc;C;Köln;;\n");
    assert_int_equal(records->projects->len, 2);
    sample_assert_reject(records, 0, "3:id:missing_id:–:–");
}

static void a_doubled_id_names_the_line_of_the_first(void **state)
{
    (void)state;
    g_autoptr(ik_records) records =
        sample_projects(HEADER "a;A;Köln;;\nb;\"B\nB\";Köln;;\na;C;Köln;;\nA;D;Köln;;\n");
    assert_int_equal(records->projects->len, 3);
    assert_int_equal(records->rejects->len, 1);
    sample_assert_reject(records, 0, "5:id:doubled_id:a:projects.csv:2");
    const ik_reject *reject = g_ptr_array_index(records->rejects, 0);
    assert_string_equal(reject->id, "a");
    assert_string_equal(reject->record, "a;C;Köln;;");
}

static void an_overlong_id_is_rejected(void **state)
{
    (void)state;
    g_autofree char *id = g_strnfill(201, 'x');
    g_autofree char *text = g_strdup_printf(HEADER "%s;A;Köln;;\n%.200s;B;Köln;;\n", id, id);
    g_autoptr(ik_records) records = sample_projects(text);
    assert_int_equal(records->projects->len, 1);
    assert_string_equal(((ik_reject *)g_ptr_array_index(records->rejects, 0))->code,
                        "id_malformed");
}

static void a_record_without_title_is_rejected(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects(HEADER "a;;Köln;;\n");
    sample_assert_reject(records, 0, "2:titel:no_title:–:–");
}

static void a_record_without_place_is_rejected(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects(
        "id;titel;strasse;ort;lon;lat\na;A;Ottostr. 5;;;\nb;B;;-;;\nc;C;;;7.4;51.5\n");
    assert_int_equal(records->projects->len, 1);
    sample_assert_reject(records, 0, "2:ort:no_address:Ottostr. 5:–");
    sample_assert_reject(records, 1, "3:ort:no_address:–:–");
}

static void broken_coordinates_without_address_are_rejected(void **state)
{
    (void)state;
    g_autoptr(ik_records) records =
        sample_projects(HEADER "a;A;;7.4;\nb;B;;x;51.5\nc;C;;7.4;91\nd;D;;1e1;51.5\n"
                               "e;E;;nan;51.5\n");
    assert_int_equal(records->projects->len, 0);
    sample_assert_reject(records, 0, "2:lat:coordinates_malformed:7.4 –:7.4653 51.5136");
    sample_assert_reject(records, 1, "3:lon:coordinates_malformed:x 51.5:7.4653 51.5136");
    sample_assert_reject(records, 2, "4:lat:coordinates_malformed:7.4 91:7.4653 51.5136");
    sample_assert_reject(records, 3, "5:lon:coordinates_malformed:1e1 51.5:7.4653 51.5136");
    sample_assert_reject(records, 4, "6:lon:coordinates_malformed:nan 51.5:7.4653 51.5136");
}

static void broken_coordinates_beside_an_address_are_a_fault(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects(HEADER "a;A;Köln;;51.5\n");
    assert_int_equal(records->rejects->len, 0);
    const ik_project *project = sample_project(records, 0);
    assert_false(project->has_given);
    const ik_fault *fault = ik_faults_get(&project->match.faults, 0);
    assert_string_equal(fault->code, "coordinates_malformed");
    assert_string_equal(fault->field, "lon");
    assert_string_equal(fault->read, "– 51.5");
    assert_int_equal(fault->penalty, IK_IMPORT_PENALTY);
}

/* By cs2cs of PROJ 9: 7.466225170 E, 51.511978300 N. */
static void easting_and_northing_are_projected(void **state)
{
    (void)state;
    g_autoptr(ik_records) records =
        sample_projects("id;titel;Rechtswert;Hochwert\na;A;393567,25;5707876,5\n");
    const ik_project *project = sample_project(records, 0);
    assert_true(project->has_given);
    ik_assert_near(project->given.lon, 7.466225170, 2e-9);
    ik_assert_near(project->given.lat, 51.511978300, 2e-9);
    assert_true(
        sample_has_note(records, "projects.csv: easting and northing are read as EPSG:25832"));
}

static void broken_bytes_are_rejected_with_their_line_and_column(void **state)
{
    (void)state;
    static const char bytes[] = HEADER "a;\xC3\xA4\xC3\xB6;K\xC3\xB6ln;;\n"
                                       "b;B\xFFr;Ort;;\n"
                                       "c;N\0L;Ort;;\n"
                                       "d;Gut;Ort;;\n";
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_records) records = sample_import(false, bytes, sizeof bytes - 1, NULL, &error);
    ik_assert_no_error(error);
    assert_int_equal(records->projects->len, 2);
    sample_assert_reject(records, 0, "3:titel:broken_text:B\xEF\xBF\xBDr:–");
    sample_assert_reject(records, 1, "4:titel:nul_byte:N\xEF\xBF\xBDL:–");
}

static void an_unclosed_quote_costs_one_record_only(void **state)
{
    (void)state;
    g_autoptr(ik_records) records =
        sample_projects(HEADER "a;A;Köln;;\nb;\"B;Köln;;\nc;C;Köln;;\nd;D;Köln;;\n");
    assert_int_equal(records->projects->len, 3);
    assert_int_equal(records->rejects->len, 1);
    const ik_reject *reject = g_ptr_array_index(records->rejects, 0);
    assert_int_equal(reject->origin.line, 3);
    assert_string_equal(reject->code, "unclosed_quote");
    assert_string_equal(reject->column, "titel");
    assert_string_equal(reject->id, "b");
}

static void quotes_inside_plain_text_are_text_but_stray_ones_reject(void **state)
{
    (void)state;
    g_autoptr(ik_records) records =
        sample_projects(HEADER "a;Projekt \"Start\" heute;Köln;;\nb;\"B\"x;Köln;;\nc;C;Köln;;\n");
    assert_int_equal(records->projects->len, 2);
    assert_string_equal(sample_project(records, 0)->title, "Projekt \"Start\" heute");
    const ik_reject *reject = g_ptr_array_index(records->rejects, 0);
    assert_int_equal(reject->origin.line, 3);
    assert_string_equal(reject->column, "titel");
    assert_string_equal(reject->code, "stray_quote");
}

static void a_field_of_ten_megabytes_is_rejected(void **state)
{
    (void)state;
    g_autofree char *long_text = g_strnfill((gsize)10 << 20, 'x');
    g_autofree char *text = g_strconcat(HEADER "a;", long_text, ";Köln;;\nb;B;Köln;;\n", NULL);
    g_autoptr(ik_records) records = sample_projects(text);
    assert_int_equal(records->projects->len, 1);
    const ik_reject *reject = g_ptr_array_index(records->rejects, 0);
    assert_int_equal(reject->origin.line, 2);
    assert_string_equal(reject->column, "titel");
    assert_string_equal(reject->code, "field_too_long");
    assert_string_equal(reject->expected, "1048576 bytes");
    assert_int_equal(g_utf8_strlen(reject->read, -1), 80);
    assert_true(strlen(reject->record) <= 1000);
}

static void more_fields_than_the_header_are_rejected(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects(HEADER "b;B;Köln;;;;\nc;C;Köln;;;x\n");
    assert_int_equal(records->projects->len, 1);
    sample_assert_reject(records, 0, "3:lat:too_many_fields:6:5");
}

/* Excel leaves out what is empty at the end of some rows. */
static void missing_fields_at_the_end_count_as_empty(void **state)
{
    (void)state;
    g_autoptr(ik_records) records =
        sample_projects(HEADER "a;A;Köln\nb;B;Köln;7.4\nc;C\nd\ne;E;Köln;7.4;51.5\n");
    assert_int_equal(records->projects->len, 3);
    assert_string_equal(sample_project(records, 0)->city, "Köln");
    assert_false(sample_project(records, 0)->has_given);
    assert_false(sample_project(records, 1)->has_given);
    assert_true(ik_faults_has(&sample_project(records, 1)->match.faults, "coordinates_malformed"));
    assert_true(sample_project(records, 2)->has_given);
    sample_assert_reject(records, 0, "4:ort:no_address:–:–");
    sample_assert_reject(records, 1, "5:titel:no_title:–:–");
}

static void lines_are_counted_through_quoted_line_breaks(void **state)
{
    (void)state;
    g_autoptr(ik_records) records =
        sample_projects("id;titel;ort\r\na;\"A\r\nB\r\n\r\nC\";Köln\r\nb;;Köln\r\nc;C;Köln\r\n");
    assert_int_equal(records->projects->len, 2);
    assert_string_equal(sample_project(records, 0)->title, "A B C");
    sample_assert_reject(records, 0, "6:titel:no_title:–:–");
    assert_int_equal(sample_project(records, 1)->origin.line, 7);
}

static void windows_1252_with_semicolons_is_read_and_reported(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects("Id;Titel;Stra\xDF"
                                                    "e;Ort\r\na;B\xFCro \x80;Am Wei\xDF"
                                                    "en Weg;K\xF6ln\r\n");
    const ik_project *project = sample_project(records, 0);
    assert_string_equal(project->title, "Büro €");
    assert_string_equal(project->street, "Am Weißen Weg");
    assert_string_equal(project->city, "Köln");
    assert_true(sample_has_note(records, "projects.csv: encoding windows-1252, separator ;"));
    assert_true(sample_has_note(
        records, "projects.csv: records read: 1, of them unreadable or incomplete: 0"));
}

static void links_and_dates_that_are_none_are_dropped_and_said(void **state)
{
    (void)state;
    g_autoptr(ik_records) records =
        sample_projects("id;titel;ort;website;beginn\na;A;Köln;javascript:alert(1);bald\n");
    const ik_project *project = sample_project(records, 0);
    assert_null(project->website);
    assert_null(project->start);
    g_autofree char *codes = ik_faults_codes(&project->match.faults, " ");
    assert_string_equal(codes, "url_malformed date_malformed");
    assert_string_equal(ik_faults_get(&project->match.faults, 0)->read, "javascript:alert(1)");
    assert_int_equal(ik_faults_penalty(&project->match.faults), 0);
}

static void a_path_of_another_machine_is_no_name_of_an_image(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects(
        "id;titel;ort;bild\na;A;Köln;C:\\Bilder\\foto.jpg\nb;B;Köln;unter/foto.jpg\n");
    assert_null(sample_project(records, 0)->image);
    const ik_fault *fault = ik_faults_get(&sample_project(records, 0)->match.faults, 0);
    assert_string_equal(fault->code, "image_path");
    assert_string_equal(fault->read, "C:\\Bilder\\foto.jpg");
    assert_true(ik_project_has_omission(sample_project(records, 0)));
    assert_string_equal(sample_project(records, 1)->image, "unter/foto.jpg");
    assert_false(ik_project_has_omission(sample_project(records, 1)));
}

static void free_themes_and_unknown_columns_are_noted_once(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects(
        "id;titel;ort;themen;Farbe\na;A;Köln;Musik|Arbeit;\nb;B;Köln;Musik|Garten;rot\n");
    assert_true(
        sample_has_note(records, "projects.csv: themes kept as written: \"Garten\", \"Musik\"") ||
        sample_has_note(records, "projects.csv: themes kept as written: \"Musik\", \"Garten\""));
    assert_true(sample_has_note(
        records, "projects.csv: columns kept without a meaning of their own: \"Farbe\""));
    assert_int_equal(g_strv_length(sample_project(records, 0)->extra), 0);
    assert_int_equal(g_strv_length(sample_project(records, 1)->extra), 2);
}

static void postcode_and_town_in_one_column_are_taken_apart(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects("id,titel,PLZ Ort\na,A,40213 Düsseldorf\n");
    assert_string_equal(sample_project(records, 0)->postcode, "40213");
    assert_string_equal(sample_project(records, 0)->city, "Düsseldorf");
}

static void an_empty_file_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(sample_import(false, "", 0, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "projects.csv: file is empty");
    g_clear_error(&error);
    assert_null(sample_import(false, "\n \n", -1, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "projects.csv: file is empty");
}

static void a_header_alone_gives_no_records_and_a_note(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects(HEADER);
    assert_int_equal(records->projects->len, 0);
    assert_int_equal(records->rejects->len, 0);
    assert_true(sample_has_note(records, "projects.csv: header only, no records"));
}

static void a_broken_header_is_an_error_with_its_line(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(
        sample_import(false, "id;ti\xFFtel;\xC3\xA4;\xC3\xB6\na;A;B;C\n", -1, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "projects.csv:1: line with column names is broken in column 2");
}

static void a_missing_file_or_column_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_records) records = ik_records_new();
    assert_false(ik_import_projects("/nonexistent/list.csv", NULL, records, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, NULL);
    g_clear_error(&error);
    assert_null(sample_import(false, "titel;ort\nA;Köln\n", -1, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "projects.csv: no column for id");
}

static void an_unknown_reference_system_is_an_error_before_reading(void **state)
{
    (void)state;
    const ik_import_options options = {.epsg = 99999};
    g_autoptr(GError) error = NULL;
    assert_null(sample_import(false, HEADER, -1, &options, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED, "projects.csv: ");
}

static void the_name_of_the_options_stands_in_origins(void **state)
{
    (void)state;
    const ik_import_options options = {.name = "lists/a.csv"};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_records) records =
        sample_import(false, HEADER "a;A;Köln;;\n", -1, &options, &error);
    ik_assert_no_error(error);
    assert_string_equal(sample_project(records, 0)->origin.file, "lists/a.csv");
    assert_string_equal(ik_records_column(records, "lists/a.csv", "city"), "ort");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_record_is_read_field_by_field),
        cmocka_unit_test(without_a_title_the_organisation_stands_there),
        cmocka_unit_test(a_missing_id_is_rejected),
        cmocka_unit_test(a_doubled_id_names_the_line_of_the_first),
        cmocka_unit_test(an_overlong_id_is_rejected),
        cmocka_unit_test(a_record_without_title_is_rejected),
        cmocka_unit_test(a_record_without_place_is_rejected),
        cmocka_unit_test(broken_coordinates_without_address_are_rejected),
        cmocka_unit_test(broken_coordinates_beside_an_address_are_a_fault),
        cmocka_unit_test(easting_and_northing_are_projected),
        cmocka_unit_test(broken_bytes_are_rejected_with_their_line_and_column),
        cmocka_unit_test(an_unclosed_quote_costs_one_record_only),
        cmocka_unit_test(quotes_inside_plain_text_are_text_but_stray_ones_reject),
        cmocka_unit_test(a_field_of_ten_megabytes_is_rejected),
        cmocka_unit_test(more_fields_than_the_header_are_rejected),
        cmocka_unit_test(missing_fields_at_the_end_count_as_empty),
        cmocka_unit_test(lines_are_counted_through_quoted_line_breaks),
        cmocka_unit_test(windows_1252_with_semicolons_is_read_and_reported),
        cmocka_unit_test(links_and_dates_that_are_none_are_dropped_and_said),
        cmocka_unit_test(a_path_of_another_machine_is_no_name_of_an_image),
        cmocka_unit_test(free_themes_and_unknown_columns_are_noted_once),
        cmocka_unit_test(postcode_and_town_in_one_column_are_taken_apart),
        cmocka_unit_test(an_empty_file_is_an_error),
        cmocka_unit_test(a_header_alone_gives_no_records_and_a_note),
        cmocka_unit_test(a_broken_header_is_an_error_with_its_line),
        cmocka_unit_test(a_missing_file_or_column_is_an_error),
        cmocka_unit_test(an_unknown_reference_system_is_an_error_before_reading),
        cmocka_unit_test(the_name_of_the_options_stands_in_origins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_fields.c — the names that people give their columns.   [tests] */
#include "fields.h"
#include "test_support.h"

typedef struct {
    const char *column, *field; /* NULL: unknown */
} name_case;

static void assert_names(ik_table table, const name_case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        const ik_field field = ik_field_of_column(table, cases[i].column);
        const char *found = field == IK_N_FIELDS ? "(none)" : ik_field_name(field);
        const char *expected = cases[i].field == NULL ? "(none)" : cases[i].field;
        if (g_strcmp0(found, expected) != 0)
            fail_msg("%s is %s, expected %s", cases[i].column, found, expected);
    }
}

static const name_case project_names[] = {
    {"ID", "id"},
    {"Kennung", "id"},
    {"Titel", "title"},
    {"Projekt", "title"},
    {"Projektname", "title"},
    {"Name", "title"},
    {"Träger", "organisation"},
    {"Traeger", "organisation"},
    {"Einrichtung", "organisation"},
    {"Organisation", "organisation"},
    {"organization", "organisation"},
    {"Straße", "street"},
    {"Strasse", "street"},
    {"Str.", "street"},
    {"Hausnr.", "house_number"},
    {"Hausnummer", "house_number"},
    {"Nr", "house_number"},
    {"house_number", "house_number"},
    {"PLZ", "postcode"},
    {"plz ", "postcode"},
    {"Postleitzahl", "postcode"},
    {"ZIP code", "postcode"},
    {"Ort", "city"},
    {"Stadt", "city"},
    {"Gemeinde", "city"},
    {"PLZ Ort", "postcode_city"},
    {"PLZ/Ort", "postcode_city"},
    {"Anschrift", "address"},
    {"Adresse", "address"},
    {"Länge", "lon"},
    {"Laengengrad", "lon"},
    {"Longitude", "lon"},
    {"X", "lon"},
    {"Breite", "lat"},
    {"Breitengrad", "lat"},
    {"Latitude", "lat"},
    {"Y", "lat"},
    {"Rechtswert", "easting"},
    {"UTMRechtswert", "easting"},
    {"Hochwert", "northing"},
    {"UTM_Hochwert", "northing"},
    {"EPSG", "epsg"},
    {"Themen", "themes"},
    {"Thema", "themes"},
    {"Kurztext", "summary"},
    {"Zusammenfassung", "summary"},
    {"Kurzbeschreibung", "summary"},
    {"Beschreibung", "text"},
    {"Webseite", "website"},
    {"Homepage", "website"},
    {"Internet", "website"},
    {"URL", "website"},
    {"Bild", "image"},
    {"Foto", "image"},
    {"Video", "video"},
    {"Kontakt", "contact"},
    {"E-Mail", "contact"},
    {"Ansprechpartner", "contact"},
    {"Beginn", "start"},
    {"START", "start"},
    {"Ende", "end"},
    {"end", "end"},
    {"Farbe", NULL},
    {"Datum", NULL},
    {"Region", NULL},
    {"", NULL},
    {"???", NULL},
};

static void german_and_english_names_of_projects_are_known(void **state)
{
    (void)state;
    assert_names(IK_TABLE_PROJECTS, project_names, G_N_ELEMENTS(project_names));
}

static void names_of_events_are_known(void **state)
{
    (void)state;
    static const name_case cases[] = {
        {"Datum", "date"},
        {"Datumsangabe", "date_note"},
        {"date_note", "date_note"},
        {"Ort", "place"},
        {"Veranstaltungsort", "place"},
        {"Stadt", "city"},
        {"Region", "region"},
        {"Arbeitsmarktregion", "region"},
        {"Beschreibung", "description"},
        {"Quelle", "source"},
        {"PLZ", "postcode"},
        {"Themen", NULL},
        {"Adresse", NULL},
        {"Anschrift", NULL},
    };
    assert_names(IK_TABLE_EVENTS, cases, G_N_ELEMENTS(cases));
}

static void every_canonical_name_stands_for_its_field(void **state)
{
    (void)state;
    guint of_projects = 0, of_events = 0;
    for (guint field = 0; field < IK_N_FIELDS; field++) {
        const char *name = ik_field_name((ik_field)field);
        const ik_field in_projects = ik_field_find(IK_TABLE_PROJECTS, name);
        const ik_field in_events = ik_field_find(IK_TABLE_EVENTS, name);
        assert_true(in_projects == field || in_projects == IK_N_FIELDS);
        assert_true(in_events == field || in_events == IK_N_FIELDS);
        assert_true(in_projects != IK_N_FIELDS || in_events != IK_N_FIELDS);
        if (in_projects != IK_N_FIELDS)
            assert_int_equal(ik_field_of_column(IK_TABLE_PROJECTS, name), field);
        if (in_events != IK_N_FIELDS)
            assert_int_equal(ik_field_of_column(IK_TABLE_EVENTS, name), field);
        of_projects += in_projects != IK_N_FIELDS;
        of_events += in_events != IK_N_FIELDS;
    }
    assert_int_equal(of_projects, 23);
    assert_int_equal(of_events, 18);
    assert_int_equal(ik_field_find(IK_TABLE_PROJECTS, "Titel"), IK_N_FIELDS);
}

static void the_list_of_fields_names_them_in_order(void **state)
{
    (void)state;
    g_autofree char *names = ik_field_names(IK_TABLE_EVENTS);
    assert_string_equal(
        names, "id, title, street, house_number, postcode, city, postcode_city, lon, lat, easting, "
               "northing, epsg, date, date_note, place, region, description, source");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(german_and_english_names_of_projects_are_known),
        cmocka_unit_test(names_of_events_are_known),
        cmocka_unit_test(every_canonical_name_stands_for_its_field),
        cmocka_unit_test(the_list_of_fields_names_them_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

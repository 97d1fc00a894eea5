/* test_event_import.c — events.csv record by record.   [tests] */
#include "sample_import.h"
#include "sample_territory.h"

#include <ideenkarte/error.h>

static ik_records *import(const char *text, const ik_territory *territory)
{
    const ik_import_options options = {.territory = territory};
    GError *error = NULL;
    ik_records *records = sample_import(true, text, -1, &options, &error);
    ik_assert_no_error(error);
    return records;
}

static const ik_event *event_at(const ik_records *records, guint index)
{
    assert_true(index < records->events->len);
    return g_ptr_array_index(records->events, index);
}

static void a_full_event_is_read_field_by_field(void **state)
{
    (void)state;
    const ik_territory territory = sample_territory(NULL);
    g_autoptr(ik_records) records =
        import("id;titel;datum;datumsangabe;ort;strasse;hausnummer;plz;stadt;region;beschreibung;"
               "quelle;lon;lat\n"
               "e1;Treffen;19.10.2016;berichtet;Alte "
               "Kaue;Barbarastraße;7;44357;Dortmund;suedland;Text;Blatt;7,1;51.1\n",
               &territory);
    const ik_event *e = event_at(records, 0);
    assert_string_equal(e->id, "e1");
    assert_string_equal(e->title, "Treffen");
    assert_string_equal(e->date, "2016-10-19");
    assert_string_equal(e->date_note, "berichtet");
    assert_string_equal(e->place, "Alte Kaue");
    assert_string_equal(e->street, "Barbarastraße");
    assert_string_equal(e->house_number, "7");
    assert_string_equal(e->postcode, "44357");
    assert_string_equal(e->city, "Dortmund");
    assert_int_equal(e->region, SUEDLAND);
    assert_string_equal(e->description, "Text");
    assert_string_equal(e->source, "Blatt");
    assert_true(e->has_position);
    ik_assert_near(e->position.lon, 7.1, 0);
    assert_int_equal(e->municipality, IK_NONE);
    assert_int_equal(e->origin.line, 2);
    assert_int_equal(ik_faults_count(&e->faults), 0);
}

static void a_region_is_found_by_id_name_agency_or_number(void **state)
{
    (void)state;
    const ik_territory territory = sample_territory(NULL);
    g_autoptr(ik_records) records =
        import("id,titel,region\n1,T,nordland\n2,T,NORDLAND / HOEHE\n"
               "3,T,Regionalagentur Nordland\n4,T,2\n5,T,Südland\n6,T,\n",
               &territory);
    for (guint i = 0; i < 4; i++)
        assert_int_equal(event_at(records, i)->region, NORDLAND);
    assert_int_equal(event_at(records, 4)->region, SUEDLAND);
    assert_int_equal(event_at(records, 5)->region, IK_NONE);
    assert_int_equal(ik_faults_count(&event_at(records, 5)->faults), 0);
}

static void doubts_are_faults_and_lose_nothing(void **state)
{
    (void)state;
    const ik_territory territory = sample_territory(NULL);
    g_autoptr(ik_records) records =
        import("id,titel,datum,region,lon,lat\n1,T,Ende Oktober,Atlantis,x,51\n", &territory);
    const ik_event *event = event_at(records, 0);
    assert_null(event->date);
    assert_string_equal(event->date_note, "Ende Oktober");
    assert_int_equal(event->region, IK_NONE);
    assert_false(event->has_position);
    g_autofree char *codes = ik_faults_codes(&event->faults, " ");
    assert_string_equal(codes, "coordinates_malformed date_malformed region_unknown");
    assert_string_equal(ik_faults_get(&event->faults, 2)->expected, "suedland, nordland");
    assert_int_equal(records->rejects->len, 0);
}

static void events_without_id_or_title_are_rejected(void **state)
{
    (void)state;
    const ik_territory territory = sample_territory(NULL);
    g_autoptr(ik_records) records = import("id,titel\n,A\n1,\n2,B\n2,C\n", &territory);
    assert_int_equal(records->events->len, 1);
    sample_assert_reject(records, 0, "2:id:missing_id:–:–");
    sample_assert_reject(records, 1, "3:titel:no_title:–:–");
    sample_assert_reject(records, 2, "5:id:doubled_id:2:events.csv:4");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_event_is_read_field_by_field),
        cmocka_unit_test(a_region_is_found_by_id_name_agency_or_number),
        cmocka_unit_test(doubts_are_faults_and_lose_nothing),
        cmocka_unit_test(events_without_id_or_title_are_rejected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

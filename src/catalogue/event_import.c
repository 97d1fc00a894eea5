/* event_import.c — one record of events.csv into an event.   [catalogue] */
#include "clean_text.h"
#include "table_import.h"

#include <string.h>

static char *read_text(const ik_table_import *import, const ik_csv_record *record, ik_field field)
{
    return ik_columns_read(import->columns, record, field);
}

static bool take_title(ik_table_import *import, const ik_csv_record *record, ik_event *event)
{
    event->title = read_text(import, record, IK_FIELD_TITLE);
    if (event->title != NULL)
        return true;
    const char *column = ik_columns_name(import->columns, IK_FIELD_TITLE);
    return ik_table_import_reject(import, record,
                                  (ik_rejection){.code = "no_title", .column = column});
}

static void take_address(ik_table_import *import, const ik_csv_record *record, ik_event *event)
{
    const ik_address_fields fields = ik_address_fields_read(import->columns, record);
    g_assert(fields.address == NULL);
    event->street = fields.street;
    event->house_number = fields.house_number;
    event->postcode = fields.postcode;
    event->city = fields.city;
}

static void take_position(ik_table_import *import, const ik_csv_record *record, ik_event *event)
{
    ik_given given = ik_given_read(import->given, import->columns, record);
    event->has_position = given.state == IK_GIVEN_READ;
    event->position = given.position;
    if (given.state == IK_GIVEN_MALFORMED)
        ik_faults_add(&event->faults, "coordinates_malformed", ik_field_name(given.field),
                      given.read, given.expected, IK_IMPORT_PENALTY);
    ik_given_clear(&given);
}

/* "Ende Oktober" is no date, but a visitor understands it. */
static void take_date(ik_table_import *import, const ik_csv_record *record, ik_event *event)
{
    event->date_note = read_text(import, record, IK_FIELD_DATE_NOTE);
    event->date = ik_table_import_date(import, record, IK_FIELD_DATE, &event->faults);
    if (event->date == NULL && event->date_note == NULL)
        event->date_note = read_text(import, record, IK_FIELD_DATE);
}

static bool names_region(const ik_region *region, const char *folded)
{
    g_autofree char *id = ik_text_fold(region->id);
    g_autofree char *name = ik_text_fold(region->name);
    g_autofree char *agency = ik_text_fold(region->agency);
    g_autofree char *number = g_strdup_printf("%u", region->number);
    return strcmp(id, folded) == 0 || strcmp(name, folded) == 0 || strcmp(agency, folded) == 0 ||
           strcmp(number, folded) == 0;
}

static guint32 find_region(const ik_territory *territory, const char *written)
{
    g_autofree char *folded = ik_text_fold(written);
    for (guint32 i = 0; i < territory->n_regions; i++)
        if (names_region(&territory->regions[i], folded))
            return i;
    return IK_NONE;
}

static char *region_ids(const ik_territory *territory)
{
    GString *ids = g_string_new(NULL);
    for (guint32 i = 0; i < territory->n_regions; i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? ", " : "", territory->regions[i].id);
    return g_string_free(ids, FALSE);
}

static void take_region(ik_table_import *import, const ik_csv_record *record, ik_event *event)
{
    const ik_territory *territory = import->options->territory;
    g_autofree char *written = read_text(import, record, IK_FIELD_REGION);
    if (written == NULL || territory == NULL)
        return;
    event->region = find_region(territory, written);
    if (event->region != IK_NONE)
        return;
    g_autofree char *expected = region_ids(territory);
    ik_faults_add(&event->faults, "region_unknown", ik_field_name(IK_FIELD_REGION), written,
                  expected, IK_IMPORT_PENALTY);
}

static bool take_event(ik_table_import *import, const ik_csv_record *record)
{
    g_autoptr(ik_event) event = ik_event_new();
    event->id = ik_table_import_id(import, record);
    if (event->id == NULL || !take_title(import, record, event))
        return false;
    take_address(import, record, event);
    take_position(import, record, event);
    take_date(import, record, event);
    take_region(import, record, event);
    event->place = read_text(import, record, IK_FIELD_PLACE);
    event->description = read_text(import, record, IK_FIELD_DESCRIPTION);
    event->source = read_text(import, record, IK_FIELD_SOURCE);
    event->origin = ik_table_import_origin(import, record);
    g_ptr_array_add(import->records->events, g_steal_pointer(&event));
    return true;
}

bool ik_import_events(const char *path, const ik_import_options *options, ik_records *records,
                      GError **error)
{
    ik_table_import import = {.options = options, .records = records};
    return ik_table_import_run(&import, IK_TABLE_EVENTS, path, take_event, error);
}

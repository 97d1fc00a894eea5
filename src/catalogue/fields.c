/* fields.c — the fields of a table and the column names that people give them.   [catalogue]
 *
 * A name stands in at most one list of a table. The canonical name itself always counts. Where a German word
 * is used for two things ("Ort": town of a project, venue of an event), the table decides.
 */
#include "fields.h"

#include "clean_text.h"

#include <string.h>

static const char *const field_names[IK_N_FIELDS] = {
    [IK_FIELD_ID] = "id",
    [IK_FIELD_TITLE] = "title",
    [IK_FIELD_ORGANISATION] = "organisation",
    [IK_FIELD_STREET] = "street",
    [IK_FIELD_HOUSE_NUMBER] = "house_number",
    [IK_FIELD_POSTCODE] = "postcode",
    [IK_FIELD_CITY] = "city",
    [IK_FIELD_POSTCODE_CITY] = "postcode_city",
    [IK_FIELD_ADDRESS] = "address",
    [IK_FIELD_LON] = "lon",
    [IK_FIELD_LAT] = "lat",
    [IK_FIELD_EASTING] = "easting",
    [IK_FIELD_NORTHING] = "northing",
    [IK_FIELD_EPSG] = "epsg",
    [IK_FIELD_THEMES] = "themes",
    [IK_FIELD_SUMMARY] = "summary",
    [IK_FIELD_TEXT] = "text",
    [IK_FIELD_WEBSITE] = "website",
    [IK_FIELD_IMAGE] = "image",
    [IK_FIELD_VIDEO] = "video",
    [IK_FIELD_CONTACT] = "contact",
    [IK_FIELD_START] = "start",
    [IK_FIELD_END] = "end",
    [IK_FIELD_DATE] = "date",
    [IK_FIELD_DATE_NOTE] = "date_note",
    [IK_FIELD_PLACE] = "place",
    [IK_FIELD_REGION] = "region",
    [IK_FIELD_DESCRIPTION] = "description",
    [IK_FIELD_SOURCE] = "source",
};

typedef struct {
    ik_field field;
    const char *columns; /* names separated by '|' */
} field_columns;

static const field_columns address_columns[] = {
    {IK_FIELD_STREET, "Straße|Str|Straße und Hausnummer|Straße Hausnummer|Straße Nr|Straße und Nr|"
                      "Straßenname|Street address|Street name|Adresse Straße"},
    {IK_FIELD_HOUSE_NUMBER, "Hausnr|Hausnummer|Haus Nr|HNr|Nr|Nummer|House no|House number|Number"},
    {IK_FIELD_POSTCODE, "PLZ|Postleitzahl|Post code|Postal code|ZIP|ZIP code"},
    {IK_FIELD_POSTCODE_CITY, "PLZ Ort|PLZ und Ort|PLZ Stadt|Postleitzahl Ort|Postleitzahl und Ort|"
                             "Postcode and city|ZIP city"},
    {IK_FIELD_LON, "Länge|Längengrad|Geogr. Länge|Geographische Länge|Longitude|Long|Lng|X|"
                   "X-Koordinate|Koordinate X"},
    {IK_FIELD_LAT, "Breite|Breitengrad|Geogr. Breite|Geographische Breite|Latitude|Y|"
                   "Y-Koordinate|Koordinate Y"},
    {IK_FIELD_EASTING, "Rechtswert|UTM Rechtswert|Ostwert|East|UTM Ost|UTM East|UTM Easting"},
    {IK_FIELD_NORTHING, "Hochwert|UTM Hochwert|Nordwert|North|UTM Nord|UTM North|UTM Northing"},
    {IK_FIELD_EPSG, "EPSG Code|Koordinatensystem|Bezugssystem|CRS|SRID"},
};

static const field_columns project_columns[] = {
    {IK_FIELD_ID, "Kennung|Projekt ID|Projektnummer|Lfd Nr|Laufende Nummer|Identifier|Key"},
    {IK_FIELD_TITLE, "Titel|Projekt|Projektname|Projekttitel|Name|Bezeichnung|Name des Projekts|"
                     "Project|Project name|Project title|Initiative"},
    {IK_FIELD_ORGANISATION,
     "Träger|Projektträger|Einrichtung|Organisation|Institution|Organization|"
     "Verein|Name der Einrichtung|Name der Organisation|Organisation name"},
    {IK_FIELD_CITY, "Ort|Stadt|Gemeinde|Kommune|Town|Municipality|Wohnort|Ortsname"},
    {IK_FIELD_ADDRESS, "Anschrift|Adresse|Postanschrift|Full address|Postal address"},
    {IK_FIELD_THEMES, "Themen|Thema|Theme|Topics|Topic|Kategorie|Kategorien|Category|Categories|"
                      "Schlagworte|Handlungsfeld|Handlungsfelder"},
    {IK_FIELD_SUMMARY, "Kurztext|Zusammenfassung|Kurzbeschreibung|Kurzfassung|Abstract|Teaser|"
                       "Short description"},
    {IK_FIELD_TEXT, "Beschreibung|Langtext|Beschreibungstext|Projektbeschreibung|Description|"
                    "Long description"},
    {IK_FIELD_WEBSITE, "Webseite|Homepage|Internet|Internetseite|Internetadresse|URL|Web|Link|"
                       "Webadresse|Web address|Web site"},
    {IK_FIELD_IMAGE, "Bild|Foto|Bild URL|Photo|Picture|Image URL"},
    {IK_FIELD_VIDEO, "Film|Video URL"},
    {IK_FIELD_CONTACT, "Kontakt|E-Mail|Mail|Ansprechpartner|Ansprechperson|Ansprechpartnerin|"
                       "Email address|Contact person|Kontaktperson"},
    {IK_FIELD_START, "Beginn|Projektbeginn|Startdatum|Start date|Begin|Von|Laufzeit von"},
    {IK_FIELD_END, "Ende|Projektende|Enddatum|End date|Bis|Laufzeit bis"},
};

static const field_columns event_columns[] = {
    {IK_FIELD_ID, "Kennung|Termin ID|Lfd Nr|Laufende Nummer|Identifier|Key"},
    {IK_FIELD_TITLE, "Titel|Veranstaltung|Veranstaltungstitel|Name|Bezeichnung|Event|Event name"},
    {IK_FIELD_DATE, "Datum|Termin|Tag|Veranstaltungsdatum|Event date"},
    {IK_FIELD_DATE_NOTE,
     "Datumshinweis|Datum Hinweis|Hinweis zum Datum|Datum Anmerkung|Datumsangabe|"
     "Note on date"},
    {IK_FIELD_PLACE, "Ort|Veranstaltungsort|Location|Venue|Lokal|Haus"},
    {IK_FIELD_CITY, "Stadt|Gemeinde|Kommune|Town|Municipality"},
    {IK_FIELD_REGION, "Arbeitsmarktregion|Regionalagentur|Labour market region"},
    {IK_FIELD_DESCRIPTION, "Beschreibung|Text|Kurztext|Summary"},
    {IK_FIELD_SOURCE, "Quelle|Beleg|Fundstelle|Reference"},
};

typedef struct {
    const field_columns *rows;
    gsize n_rows;
} column_list;

static const column_list address_list = {address_columns, G_N_ELEMENTS(address_columns)};
static const column_list project_list = {project_columns, G_N_ELEMENTS(project_columns)};
static const column_list event_list = {event_columns, G_N_ELEMENTS(event_columns)};

static bool table_has(ik_table table, ik_field field)
{
    if (field >= IK_FIELD_STREET && field <= IK_FIELD_EPSG)
        return table != IK_TABLE_EVENTS || field != IK_FIELD_ADDRESS;
    if (field == IK_FIELD_ID || field == IK_FIELD_TITLE)
        return true;
    return (field >= IK_FIELD_DATE) == (table == IK_TABLE_EVENTS);
}

const char *ik_field_name(ik_field field)
{
    g_assert(field < IK_N_FIELDS);
    return field_names[field];
}

ik_field ik_field_find(ik_table table, const char *name)
{
    for (guint field = 0; field < IK_N_FIELDS; field++)
        if (table_has(table, (ik_field)field) && strcmp(field_names[field], name) == 0)
            return (ik_field)field;
    return IK_N_FIELDS;
}

char *ik_field_names(ik_table table)
{
    GString *names = g_string_new(NULL);
    for (guint field = 0; field < IK_N_FIELDS; field++)
        if (table_has(table, (ik_field)field))
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", field_names[field]);
    return g_string_free(names, FALSE);
}

/* The first to name a column has it. */
static void add_folded(GHashTable *fields, const char *name, ik_field field)
{
    char *folded = ik_text_fold(name);
    if (g_hash_table_contains(fields, folded))
        g_free(folded);
    else
        g_hash_table_insert(fields, folded, GUINT_TO_POINTER(field));
}

static void add_list(GHashTable *fields, const column_list *list)
{
    for (gsize i = 0; i < list->n_rows; i++) {
        g_auto(GStrv) names = g_strsplit(list->rows[i].columns, "|", -1);
        for (char **name = names; *name != NULL; name++)
            add_folded(fields, *name, list->rows[i].field);
    }
}

/* Folded name → field, of a table. */
static GHashTable *fields_by_name(ik_table table)
{
    GHashTable *fields = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint field = 0; field < IK_N_FIELDS; field++)
        if (table_has(table, (ik_field)field))
            add_folded(fields, field_names[field], (ik_field)field);
    add_list(fields, table == IK_TABLE_EVENTS ? &event_list : &project_list);
    add_list(fields, &address_list);
    return fields;
}

ik_field ik_field_of_column(ik_table table, const char *column)
{
    static GHashTable *tables[IK_TABLE_ADDRESSES + 1]; /* kept for the life of the process */
    if (g_once_init_enter(&tables[table]))
        g_once_init_leave(&tables[table], fields_by_name(table));
    g_autofree char *folded = ik_text_fold(column);
    gpointer field;
    bool is_known =
        g_hash_table_lookup_extended(g_atomic_pointer_get(&tables[table]), folded, NULL, &field);
    return is_known ? (ik_field)GPOINTER_TO_UINT(field) : IK_N_FIELDS;
}

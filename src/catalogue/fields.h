/* fields.h — the fields of a table and the column names that people give them.   [catalogue]
 *
 * Every field has one canonical name (the one used in mappings, faults and the catalogue) and a list of German
 * and English column names. Names are compared folded (clean_text.h), so case, umlauts, blanks, underscores and
 * hyphens make no difference.
 */
#ifndef IK_FIELDS_H
#define IK_FIELDS_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    IK_FIELD_ID,
    IK_FIELD_TITLE,
    IK_FIELD_ORGANISATION,
    IK_FIELD_STREET,
    IK_FIELD_HOUSE_NUMBER,
    IK_FIELD_POSTCODE,
    IK_FIELD_CITY,
    IK_FIELD_POSTCODE_CITY, /* "40213 Düsseldorf" in one */
    IK_FIELD_ADDRESS,       /* the whole address in one line */
    IK_FIELD_LON,
    IK_FIELD_LAT,
    IK_FIELD_EASTING,
    IK_FIELD_NORTHING,
    IK_FIELD_EPSG, /* reference system of easting and northing, "EPSG:25832" or "25832" */
    IK_FIELD_THEMES,
    IK_FIELD_SUMMARY,
    IK_FIELD_TEXT,
    IK_FIELD_WEBSITE,
    IK_FIELD_IMAGE,
    IK_FIELD_VIDEO,
    IK_FIELD_CONTACT,
    IK_FIELD_START,
    IK_FIELD_END,
    IK_FIELD_DATE,
    IK_FIELD_DATE_NOTE,
    IK_FIELD_PLACE,
    IK_FIELD_REGION,
    IK_FIELD_DESCRIPTION,
    IK_FIELD_SOURCE,
    IK_N_FIELDS /* also: no field */
} ik_field;

typedef enum {
    IK_TABLE_PROJECTS, /* id, title or organisation, and an address or coordinates are required */
    IK_TABLE_EVENTS,   /* id and title are required */
    IK_TABLE_ADDRESSES /* an address or coordinates are required; all else is left alone */
} ik_table;

/* "postcode_city". Static. */
const char *ik_field_name(ik_field field);
/* The field with that canonical name; IK_N_FIELDS when `table` has none. */
ik_field ik_field_find(ik_table table, const char *name);
/* Canonical names of a table's fields, separated by ", ". Caller frees. */
char *ik_field_names(ik_table table);
/* The field that a column of that name serves; IK_N_FIELDS when it is not a known name. */
ik_field ik_field_of_column(ik_table table, const char *column);

#endif

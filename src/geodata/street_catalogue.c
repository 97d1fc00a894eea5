/* street_catalogue.c — streets without houses.   [geodata] */
#include "street_catalogue.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "register_csv.h"

#define KEY_LENGTH    17
#define STREET_DIGITS 5

enum { COLUMN_AGS, COLUMN_KEY, COLUMN_STREET, COLUMN_LON, COLUMN_LAT, N_COLUMNS };

static const char *const names[N_COLUMNS] = {"ags", "strassenschluessel", "strasse", "lon", "lat"};

static bool find_columns(const ik_csv_record *header, guint columns[N_COLUMNS])
{
    bool found = true;
    for (guint i = 0; i < N_COLUMNS; i++) {
        columns[i] = ik_register_csv_find(header, names[i]);
        found = found && columns[i] != IK_NO_COLUMN;
    }
    return found;
}

bool ik_street_catalogue_is_header(const ik_csv_record *header)
{
    guint columns[N_COLUMNS];
    return find_columns(header, columns);
}

static bool is_ags(const char *text)
{
    return strlen(text) == 8 && strspn(text, "0123456789") == 8;
}

static const char *read_record(const ik_csv_record *csv, const guint *columns,
                               ik_address_record *record)
{
    const char *key = ik_register_csv_field(csv, columns[COLUMN_KEY]);
    record->ags = ik_register_csv_field(csv, columns[COLUMN_AGS]);
    record->street = ik_register_csv_field(csv, columns[COLUMN_STREET]);
    record->street_key = strlen(key) == KEY_LENGTH ? key + KEY_LENGTH - STREET_DIGITS : "";
    record->has_position =
        ik_register_parse_decimal(ik_register_csv_field(csv, columns[COLUMN_LON]),
                                  &record->position.lon) &&
        ik_register_parse_decimal(ik_register_csv_field(csv, columns[COLUMN_LAT]),
                                  &record->position.lat);
    if (csv->flaw != IK_CSV_FLAWLESS)
        return ik_csv_flaw_code(csv->flaw);
    if (!is_ags(record->ags))
        return "ags_malformed";
    return *record->street == '\0' ? "street_missing" : NULL;
}

bool ik_street_catalogue_read(const ik_register_request *request, ik_register_summary *summary,
                              GError **error)
{
    guint columns[N_COLUMNS];
    g_autoptr(ik_csv_reader) reader = ik_register_csv_open(request->path, error);
    const ik_csv_record *csv = reader != NULL ? ik_csv_reader_next(reader) : NULL;
    if (reader == NULL)
        return false;
    if (csv == NULL || !find_columns(csv, columns)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: no street catalogue, expected the columns ags, strassenschluessel, "
                    "strasse, lon and lat",
                    request->path);
        return false;
    }
    while ((csv = ik_csv_reader_next(reader)) != NULL) {
        ik_address_record record = {.kind = IK_REGISTER_STREETS, .line = csv->line};
        if (!ik_register_count_row(request, summary, error))
            return false;
        const char *reason = read_record(csv, columns, &record);
        if (reason != NULL)
            ik_skips_add(&summary->skips, reason, csv->line);
        else if (!request->take(&record, request->take_data, error))
            return false;
    }
    return true;
}

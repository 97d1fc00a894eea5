/* official_tables.h — the committed tables of NRW as a territory, for tests of the geocoder.   [tests]
 *
 * The geocoder knows no layer that holds data, so its tests read the CSV files of geodata themselves. Without
 * borders: every accuracy is 0.
 */
#ifndef IK_OFFICIAL_TABLES_H
#define IK_OFFICIAL_TABLES_H

#include "csv_reader.h"
#include "test_support.h"

#include <ideenkarte/match.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    ik_territory territory;
    GArray *municipalities, *districts, *postcodes, *members;
    GStringChunk *texts;
} official_tables;

typedef void (*official_row_fn)(official_tables *tables, const ik_csv_record *record);

static inline const char *official_text(official_tables *tables, const char *text)
{
    return g_string_chunk_insert_const(tables->texts, text);
}

static inline void official_district(official_tables *tables, const ik_csv_record *record)
{
    ik_district district = {official_text(tables, record->fields[0]),
                            official_text(tables, record->fields[1]),
                            official_text(tables, record->fields[2])};
    g_array_append_val(tables->districts, district);
}

static inline guint32 official_find_district(const official_tables *tables, const char *code)
{
    for (guint i = 0; i < tables->districts->len; i++)
        if (strcmp(g_array_index(tables->districts, ik_district, i).code, code) == 0)
            return i;
    fail_msg("no district %s", code);
    return IK_NONE;
}

static inline void official_municipality(official_tables *tables, const ik_csv_record *record)
{
    const char *const *f = record->fields;
    ik_municipality municipality = {
        .ags = official_text(tables, f[0]),
        .name = official_text(tables, f[1]),
        .kind = official_text(tables, f[2]),
        .district = official_find_district(tables, f[3]),
        .population = (guint32)g_ascii_strtoull(f[5], NULL, 10),
        .label = {g_ascii_strtod(f[7], NULL), g_ascii_strtod(f[8], NULL)},
    };
    g_array_append_val(tables->municipalities, municipality);
}

static inline guint32 official_find(const official_tables *tables, const char *ags)
{
    for (guint i = 0; i < tables->municipalities->len; i++)
        if (strcmp(g_array_index(tables->municipalities, ik_municipality, i).ags, ags) == 0)
            return i;
    fail_msg("no municipality %s", ags);
    return IK_NONE;
}

static inline void official_postcode(official_tables *tables, const ik_csv_record *record)
{
    g_auto(GStrv) all = g_strsplit(record->fields[1], " ", -1);
    ik_postcode postcode = {official_text(tables, record->fields[0]), tables->members->len,
                            g_strv_length(all)};
    for (guint i = 0; i < postcode.count; i++) {
        guint32 municipality = official_find(tables, all[i]);
        g_array_append_val(tables->members, municipality);
    }
    g_array_append_val(tables->postcodes, postcode);
}

/* Calls `row` for every record of a CSV file behind its header. */
static inline void official_read(const char *path, official_tables *tables, official_row_fn row)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_open(path, NULL, &error);
    ik_assert_no_error(error);
    ik_csv_reader_next(reader);
    for (const ik_csv_record *record; (record = ik_csv_reader_next(reader)) != NULL;)
        row(tables, record);
}

static inline void official_read_source(const char *relative, official_tables *tables,
                                        official_row_fn row)
{
    g_autofree char *path = ik_test_source_path(relative);
    official_read(path, tables, row);
}

static inline official_tables *official_tables_new(void)
{
    official_tables *tables = g_new0(official_tables, 1);
    tables->texts = g_string_chunk_new(16384);
    tables->districts = g_array_new(FALSE, TRUE, sizeof(ik_district));
    tables->municipalities = g_array_new(FALSE, TRUE, sizeof(ik_municipality));
    tables->postcodes = g_array_new(FALSE, TRUE, sizeof(ik_postcode));
    tables->members = g_array_new(FALSE, TRUE, sizeof(guint32));
    official_read_source("geodata/districts.csv", tables, official_district);
    official_read_source("geodata/municipalities.csv", tables, official_municipality);
    official_read_source("geodata/postcodes.csv", tables, official_postcode);
    tables->territory = (ik_territory){
        .municipalities = (const ik_municipality *)(void *)tables->municipalities->data,
        .districts = (const ik_district *)(void *)tables->districts->data,
        .postcodes = (const ik_postcode *)(void *)tables->postcodes->data,
        .postcode_municipalities = (const guint32 *)(void *)tables->members->data,
        .n_municipalities = tables->municipalities->len,
        .n_districts = tables->districts->len,
        .n_postcodes = tables->postcodes->len,
    };
    return tables;
}

static inline void official_tables_free(official_tables *tables)
{
    g_array_unref(tables->districts);
    g_array_unref(tables->municipalities);
    g_array_unref(tables->postcodes);
    g_array_unref(tables->members);
    g_string_chunk_free(tables->texts);
    g_free(tables);
}

#endif

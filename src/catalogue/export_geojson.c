/* export_geojson.c — the projects of a catalogue as GeoJSON.   [catalogue] */
#include "answer_rows.h"
#include "export_parts.h"
#include "json_writer.h"
#include "query.h"

#include <math.h>
#include <string.h>

enum { COLUMN_LON, COLUMN_LAT, COLUMN_ID, DECIMALS = 6 };

static void put_coordinates(ik_json_writer *writer, ik_statement *query)
{
    const double lon = ik_column_real(query, COLUMN_LON), lat = ik_column_real(query, COLUMN_LAT);
    ik_json_key(writer, "geometry");
    if (ik_column_is_null(query, COLUMN_LON) || !isfinite(lon) || !isfinite(lat) ||
        fabs(lon) > 180 || fabs(lat) > 90) {
        ik_json_put_null(writer);
        return;
    }
    ik_json_begin_object(writer);
    ik_json_key(writer, "type");
    ik_json_put_string(writer, "Point");
    ik_json_key(writer, "coordinates");
    ik_json_begin_array(writer);
    ik_json_put_rounded(writer, lon, DECIMALS);
    ik_json_put_rounded(writer, lat, DECIMALS);
    ik_json_end_array(writer);
    ik_json_end_object(writer);
}

/* Lists stand as arrays, as in the GeoJSON of the published folder. */
static bool is_list(const char *name)
{
    return strcmp(name, "themes") == 0 || strcmp(name, "faults") == 0;
}

static void put_value(ik_json_writer *writer, ik_statement *query, int column)
{
    char *owned;
    const char *text = ik_answer_text(query, column, &owned);
    const ik_column_kind kind = ik_column_kind_of(query, column);
    if (is_list(ik_column_name(query, column))) {
        g_auto(GStrv) parts = g_strsplit(text == NULL ? "" : text, "|", -1);
        ik_json_put_strings(writer, (const char *const *)parts);
    } else if (kind == IK_COLUMN_REAL && isfinite(ik_column_real(query, column)) &&
               fabs(ik_column_real(query, column)) < 1e9) {
        ik_json_put_rounded(writer, ik_column_real(query, column), DECIMALS);
    } else if (kind == IK_COLUMN_INTEGER) {
        ik_json_put_integer(writer, ik_column_integer(query, column));
    } else {
        ik_json_put_string(writer, kind == IK_COLUMN_REAL ? NULL : text);
    }
    g_free(owned);
}

static void append_feature(GString *out, ik_statement *query)
{
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 0);
    ik_json_begin_object(&writer);
    ik_json_key(&writer, "type");
    ik_json_put_string(&writer, "Feature");
    ik_json_key(&writer, "id");
    put_value(&writer, query, COLUMN_ID);
    put_coordinates(&writer, query);
    ik_json_key(&writer, "properties");
    ik_json_begin_object(&writer);
    for (int i = COLUMN_ID; i < ik_column_count(query); i++) {
        ik_json_key(&writer, ik_column_name(query, i));
        put_value(&writer, query, i);
    }
    ik_json_end_object(&writer);
    ik_json_end_object(&writer);
}

static bool put_attribution(ik_json_writer *writer, ik_db *db, GError **error)
{
    g_autoptr(ik_statement) query = ik_statement_new(
        db, "SELECT text_de AS text, text_en, licence, url FROM attribution ORDER BY fid", error);
    bool row = query != NULL;
    ik_json_key(writer, "attribution");
    ik_json_begin_array(writer);
    while (row) {
        if (!ik_statement_step(query, &row, error))
            return false;
        if (row)
            ik_json_begin_object(writer);
        for (int i = 0; row && i < ik_column_count(query); i++) {
            ik_json_key(writer, ik_column_name(query, i));
            put_value(writer, query, i);
        }
        if (row)
            ik_json_end_object(writer);
    }
    ik_json_end_array(writer);
    return query != NULL;
}

static bool write_head(GString *out, ik_db *db, GError **error)
{
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 0);
    ik_json_begin_object(&writer);
    ik_json_key(&writer, "type");
    ik_json_put_string(&writer, "FeatureCollection");
    ik_json_key(&writer, "name");
    ik_json_put_string(&writer, "projects");
    if (!put_attribution(&writer, db, error))
        return false;
    g_string_append(out, ",\"features\":[");
    return true;
}

static bool write_features(ik_answer_buffer *buffer, ik_statement *query, GError **error)
{
    bool is_first = true;
    for (bool row = true; row; is_first = false) {
        if (!ik_statement_step(query, &row, error))
            return false;
        if (row) {
            g_string_append(buffer->text, is_first ? "\n" : ",\n");
            append_feature(buffer->text, query);
        }
        if (!ik_answer_buffer_flush(buffer, false, error))
            return false;
    }
    g_string_append(buffer->text, "\n]}\n");
    return ik_answer_buffer_flush(buffer, true, error);
}

bool ik_export_geojson(ik_db *db, const ik_answer *answer, GError **error)
{
    ik_answer_buffer buffer;
    ik_answer_buffer_init(&buffer, answer);
    g_autoptr(ik_statement) query =
        ik_statement_new(db,
                         "SELECT ST_X(geometry), ST_Y(geometry), " IK_PROJECT_COLUMNS
                         " FROM project_list ORDER BY fid",
                         error);
    const bool written = query != NULL && write_head(buffer.text, db, error) &&
                         write_features(&buffer, query, error);
    ik_answer_buffer_clear(&buffer);
    return written;
}

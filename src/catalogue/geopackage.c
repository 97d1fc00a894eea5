/* geopackage.c — a catalogue as a GeoPackage.   [catalogue]
 *
 * Geometries are GeoPackageBinary (OGC 12-128r18, clause 2.1.3), little-endian, made from WKB:
 *
 *   offset  size
 *        0     2  'G' 'P'
 *        2     1  version 0
 *        3     1  flags: 1 little-endian, 2 with an envelope
 *        4     4  reference system, 4326
 *        8    32  envelope min x, max x, min y, max y; a point has none
 *     8/40        WKB
 */
#include "catalogue_resources.h"
#include "export_parts.h"
#include "partial_date.h"
#include "query.h"

#include <gio/gio.h>
#include <string.h>

#define GEOMETRY                                                                       \
    "ST_AsBinary(geometry), MbrMinX(geometry), MbrMaxX(geometry), MbrMinY(geometry), " \
    "MbrMaxY(geometry)"

enum { COLUMN_FID, COLUMN_WKB, COLUMN_BOX, COLUMN_REST = COLUMN_BOX + 4 };

/* A table of the GeoPackage: its columns behind fid and geom, and where they come from. */
typedef struct {
    const char *table, *kind; /* kind NULL: no layer of a map */
    const char *title;
    const char *columns; /* as CREATE TABLE wants them */
    const char *select;  /* COLUMN_FID ... COLUMN_REST and the columns */
} layer;

static const layer layers[] = {
    {"projects", "POINT", "Projects",
     "id TEXT NOT NULL, title TEXT NOT NULL, organisation TEXT, street TEXT, house_number TEXT,"
     " postcode TEXT, city TEXT, address TEXT, ags TEXT, municipality TEXT, district TEXT,"
     " region TEXT, themes TEXT, summary TEXT, text TEXT, website TEXT, image TEXT, video TEXT,"
     " contact TEXT, start TEXT, \"end\" TEXT, \"match\" TEXT, status TEXT, score INTEGER,"
     " accuracy_m DOUBLE, faults TEXT, lon DOUBLE, lat DOUBLE",
     "SELECT fid, " GEOMETRY ", " IK_PROJECT_COLUMNS " FROM project_list ORDER BY fid"},
    {"events", "POINT", "Events",
     "id TEXT NOT NULL, title TEXT NOT NULL, date TEXT, date_note TEXT, place TEXT,"
     " description TEXT, source TEXT, street TEXT, house_number TEXT, postcode TEXT, city TEXT,"
     " region TEXT, ags TEXT",
     "SELECT fid, " GEOMETRY ", id, title, date, date_note, place, description, source, street,"
     " house_number, postcode, city, region, municipality FROM events ORDER BY fid"},
    {"municipalities", "MULTIPOLYGON", "Municipalities",
     "ags TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, district TEXT, region TEXT,"
     " population INTEGER, population_source TEXT",
     "SELECT fid, " GEOMETRY ", ags, name, kind, district, region, population, population_source"
     " FROM municipalities ORDER BY fid"},
    {"districts", "MULTIPOLYGON", "Districts", "code TEXT NOT NULL, name TEXT NOT NULL, kind TEXT",
     "SELECT fid, " GEOMETRY ", code, name, kind FROM districts ORDER BY fid"},
    {"regions", "MULTIPOLYGON", "Labour-market regions",
     "id TEXT NOT NULL, number INTEGER, name TEXT NOT NULL, agency TEXT",
     "SELECT fid, " GEOMETRY ", id, number, name, agency FROM regions ORDER BY fid"},
    {"attribution", NULL, "Sources, to be named wherever the data are shown",
     "source TEXT NOT NULL, text_de TEXT, text_en TEXT, licence TEXT, url TEXT",
     "SELECT fid, NULL, NULL, NULL, NULL, NULL, source, text_de, text_en, licence, url"
     " FROM attribution ORDER BY fid"},
};

typedef struct {
    const layer *of;
    ik_db *to;
    ik_statement *insert, *index; /* index NULL: no layer of a map */
    GByteArray *blob;             /* one geometry, reused */
    double box[4];                /* around all: min x, max x, min y, max y */
    bool has_box;
} layer_writer;

/* --- geometry --------------------------------------------------------------------------------- */

static void append_double(GByteArray *out, double value)
{
    guint64 bits;
    memcpy(&bits, &value, sizeof bits);
    bits = GUINT64_TO_LE(bits);
    g_byte_array_append(out, (const guint8 *)&bits, sizeof bits);
}

static void make_blob(GByteArray *out, const void *wkb, gsize size, const double *envelope)
{
    const guint8 head[] = {'G', 'P', 0, envelope != NULL ? 3 : 1, 0xE6, 0x10, 0, 0};
    g_byte_array_set_size(out, 0);
    g_byte_array_append(out, head, sizeof head);
    for (int i = 0; envelope != NULL && i < 4; i++)
        append_double(out, envelope[i]);
    g_byte_array_append(out, wkb, (guint)size);
}

static void widen(layer_writer *to, const double box[4])
{
    for (int i = 0; i < 4; i++) {
        const bool is_wider = i % 2 == 0 ? box[i] < to->box[i] : box[i] > to->box[i];
        if (!to->has_box || is_wider)
            to->box[i] = box[i];
    }
    to->has_box = true;
}

/* --- rows ------------------------------------------------------------------------------------- */

static bool index_row(layer_writer *to, gint64 fid, const double box[4], GError **error)
{
    ik_bind_integer(to->index, 1, fid);
    for (int i = 0; i < 4; i++)
        ik_bind_real(to->index, 2 + i, box[i]);
    return ik_statement_run(to->index, error);
}

static bool write_row(layer_writer *to, ik_statement *query, GError **error)
{
    gsize size = 0;
    double box[4];
    const int first = to->of->kind == NULL ? 2 : 3;
    const void *wkb = ik_column_blob(query, COLUMN_WKB, &size);
    ik_bind_column(to->insert, 1, query, COLUMN_FID);
    for (int i = COLUMN_REST; i < ik_column_count(query); i++)
        ik_bind_column(to->insert, first + i - COLUMN_REST, query, i);
    for (int i = 0; i < 4; i++)
        box[i] = ik_column_real(query, COLUMN_BOX + i);
    if (to->of->kind != NULL && wkb == NULL)
        ik_bind_null(to->insert, 2);
    if (to->of->kind == NULL || wkb == NULL)
        return ik_statement_run(to->insert, error);
    make_blob(to->blob, wkb, size, strcmp(to->of->kind, "POINT") == 0 ? NULL : box);
    ik_bind_blob(to->insert, 2, to->blob->data, to->blob->len);
    widen(to, box);
    return ik_statement_run(to->insert, error) &&
           index_row(to, ik_column_integer(query, COLUMN_FID), box, error);
}

static bool write_rows(layer_writer *to, ik_statement *query, GError **error)
{
    for (bool row = true; row;)
        if (!ik_statement_step(query, &row, error) || (row && !write_row(to, query, error)))
            return false;
    return true;
}

/* --- layers ----------------------------------------------------------------------------------- */

static bool register_layer(const layer_writer *to, const char *last_change, GError **error)
{
    g_autoptr(ik_statement) contents = ik_statement_new(
        to->to, "INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)", error);
    if (contents == NULL)
        return false;
    static const int order[] = {0, 2, 1, 3}; /* min x, min y, max x, max y */
    ik_bind_text(contents, 1, to->of->table);
    ik_bind_text(contents, 2, to->of->kind != NULL ? "features" : "attributes");
    ik_bind_text(contents, 3, to->of->title);
    ik_bind_text(contents, 4, last_change);
    for (int i = 0; i < 4 && to->has_box; i++)
        ik_bind_real(contents, 5 + i, to->box[order[i]]);
    if (to->of->kind != NULL)
        ik_bind_integer(contents, 9, 4326);
    return ik_statement_run(contents, error);
}

static bool register_geometry(const layer_writer *to, GError **error)
{
    if (to->of->kind == NULL)
        return true;
    g_autofree char *sql =
        g_strdup_printf("INSERT INTO gpkg_geometry_columns VALUES ('%s', 'geom', '%s', 4326, 0, 0)",
                        to->of->table, to->of->kind);
    return ik_db_run(to->to, sql, error);
}

/* Triggers of the index come behind the rows: they call functions that GeoPackage programs bring. */
static bool make_index(const layer_writer *to, GError **error)
{
    if (to->of->kind == NULL)
        return true;
    g_autoptr(GBytes) bytes = g_resource_lookup_data(ik_catalogue_get_resource(),
                                                     "/ideenkarte/catalogue/geopackage_index.sql",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    if (bytes == NULL)
        return false;
    g_autoptr(GString) sql = g_string_new(g_bytes_get_data(bytes, NULL));
    g_string_replace(sql, "{table}", to->of->table, 0);
    return ik_db_run(to->to, sql->str, error);
}

static bool make_tables(const layer *of, ik_db *to, GError **error)
{
    g_autofree char *geometry =
        of->kind == NULL ? g_strdup("") : g_strdup_printf("geom %s, ", of->kind);
    g_autofree char *table =
        g_strdup_printf("CREATE TABLE %s (fid INTEGER PRIMARY KEY NOT NULL, %s%s)", of->table,
                        geometry, of->columns);
    if (!ik_db_run(to, table, error))
        return false;
    if (of->kind == NULL)
        return true;
    g_autofree char *tree = g_strdup_printf(
        "CREATE VIRTUAL TABLE rtree_%s_geom USING rtree(id, minx, maxx, miny, maxy)", of->table);
    return ik_db_run(to, tree, error);
}

static bool prepare_insert(layer_writer *to, int columns, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    g_string_append_printf(sql, "INSERT INTO %s VALUES (?", to->of->table);
    for (int i = 1; i < columns; i++)
        g_string_append(sql, ", ?");
    g_string_append_c(sql, ')');
    to->insert = ik_statement_new(to->to, sql->str, error);
    if (to->insert == NULL || to->of->kind == NULL)
        return to->insert != NULL;
    g_autofree char *index =
        g_strdup_printf("INSERT INTO rtree_%s_geom VALUES (?, ?, ?, ?, ?)", to->of->table);
    to->index = ik_statement_new(to->to, index, error);
    return to->index != NULL;
}

static bool fill_layer(layer_writer *to, ik_db *from, const char *last_change, GError **error)
{
    g_autoptr(ik_statement) query = ik_statement_new(from, to->of->select, error);
    if (query == NULL || !make_tables(to->of, to->to, error))
        return false;
    const int columns = ik_column_count(query) - COLUMN_REST + (to->of->kind == NULL ? 1 : 2);
    return prepare_insert(to, columns, error) && write_rows(to, query, error) &&
           register_layer(to, last_change, error) && register_geometry(to, error) &&
           make_index(to, error);
}

static bool write_layer(const layer *of, ik_db *from, ik_db *db, const char *last_change,
                        GError **error)
{
    layer_writer to = {.of = of, .to = db, .blob = g_byte_array_new()};
    const bool written = fill_layer(&to, from, last_change, error);
    ik_statement_free(to.insert);
    ik_statement_free(to.index);
    g_byte_array_unref(to.blob);
    return written;
}

/* --- the file --------------------------------------------------------------------------------- */

/* The last import's label where it is a day. Caller frees; NULL on errors. */
static char *last_change_of(ik_db *db, GError **error)
{
    g_autoptr(ik_statement) query =
        ik_statement_new(db, "SELECT (SELECT label FROM imports ORDER BY run DESC LIMIT 1)", error);
    bool row;
    if (query == NULL || !ik_statement_step(query, &row, error))
        return NULL;
    const char *label = ik_column_text(query, 0);
    g_autofree char *date = label == NULL ? NULL : ik_date_normalise(label);
    const bool is_day = date != NULL && strlen(date) == strlen("YYYY-MM-DD");
    return g_strconcat(is_day ? date : "1970-01-01", "T00:00:00.000Z", NULL);
}

static bool fill(ik_db *from, ik_db *to, GError **error)
{
    g_autofree char *last_change = last_change_of(from, error);
    g_autoptr(GBytes) sql = last_change == NULL
                                ? NULL
                                : g_resource_lookup_data(ik_catalogue_get_resource(),
                                                         "/ideenkarte/catalogue/geopackage.sql",
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    if (sql == NULL || !ik_db_run(to, "PRAGMA foreign_keys = OFF; BEGIN", error) ||
        !ik_db_run(to, g_bytes_get_data(sql, NULL), error))
        return false;
    for (gsize i = 0; i < G_N_ELEMENTS(layers); i++)
        if (!write_layer(&layers[i], from, to, last_change, error))
            return false;
    return ik_db_run(to, "COMMIT", error);
}

bool ik_export_geopackage(ik_db *db, const char *path, GError **error)
{
    g_autoptr(ik_db) to = ik_db_create_plain(path, error);
    return to != NULL && fill(db, to, error) && ik_db_finish(to, error);
}

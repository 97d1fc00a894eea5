/* mbtiles_reader.c — MBTiles 1.x: a table or view `tiles`, rows from the south, and `metadata`.   [archive]
 *
 * The schema is foreign. A view may make rows out of nothing: there are never more tiles than the file has bytes, a
 * value is asked for its length before it is taken, and a query may not work longer than a file of this size can need.
 * Tiles of a table are found by its row numbers, because a table needs no index.
 */
#include <ideenkarte/error.h>
#include <string.h>
#include <sys/stat.h>

#include "reader_kind.h"
#include "sqlite.h"
#include "tile_index.h"

/* Steps of SQLite's machine that a query may take: a row takes some ten, and at least as many bytes; a view may join and
 * sort. */
enum { STEPS_AT_LEAST = 1000000, STEPS_A_BYTE = 64 };

typedef struct {
    ik_archive_reader base;
    ik_db *db;
    ik_statement *tile; /* parameters: the row number, or zoom, column and row */
    bool has_rowids;    /* `tiles` is a table that has them */
} mbtiles_reader;

static void start_query(const mbtiles_reader *reader)
{
    ik_db_limit_steps(reader->db, STEPS_AT_LEAST + STEPS_A_BYTE * reader->base.info.file_bytes);
}

/* --- tiles ------------------------------------------------------------------------------------ */

static bool fail_row(const ik_archive_reader *reader, ik_statement *row, const char *why,
                     GError **error)
{
    gint64 numbers[3];
    for (int i = 0; i < 3; i++)
        numbers[i] = ik_column_integer(row, i);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "%s: zoom %" G_GINT64_FORMAT ", column %" G_GINT64_FORMAT ", row %" G_GINT64_FORMAT
                ": %s",
                reader->path, numbers[0], numbers[1], numbers[2], why);
    return false;
}

static bool tile_of(const ik_archive_reader *reader, ik_statement *row, guint64 *id, GError **error)
{
    for (int i = 0; i < 3; i++)
        if (ik_column_kind_of(row, i) != IK_COLUMN_INTEGER)
            return fail_row(reader, row, "expected whole numbers", error);
    gint64 zoom = ik_column_integer(row, 0), x = ik_column_integer(row, 1),
           y = ik_column_integer(row, 2);
    if (zoom < 0 || zoom > IK_MAX_TILE_ZOOM)
        return fail_row(reader, row, "the zoom is none of 0 to 30", error);
    gint64 tiles = G_GINT64_CONSTANT(1) << zoom;
    if (x < 0 || x >= tiles || y < 0 || y >= tiles)
        return fail_row(reader, row, "there is no such tile at this zoom", error);
    *id = ik_tile_id((ik_tile){(uint32_t)zoom, (uint32_t)x, (uint32_t)(tiles - 1 - y)});
    return true;
}

static bool list(ik_archive_reader *base, GArray *tiles, GError **error)
{
    const mbtiles_reader *reader = (const mbtiles_reader *)base;
    start_query(reader);
    g_autoptr(ik_statement) rows = ik_statement_new(
        reader->db,
        reader->has_rowids ? "SELECT zoom_level, tile_column, tile_row, rowid FROM tiles"
                           : "SELECT zoom_level, tile_column, tile_row, 0 FROM tiles",
        error);
    for (bool row = rows != NULL; row;) {
        ik_listed_tile tile;
        if (!ik_statement_step(rows, &row, error))
            return false;
        if (!row)
            return true;
        if (!tile_of(base, rows, &tile.id, error))
            return false;
        if (tiles->len >= base->info.file_bytes)
            return fail_row(base, rows, "there are more tiles than the file has bytes", error);
        tile.key = (guint64)ik_column_integer(rows, 3);
        g_array_append_val(tiles, tile);
    }
    return false;
}

/* The length comes along, because a value that is too long is not taken. */
#define TILE_DATA                                                                      \
    "SELECT CASE WHEN length(tile_data) <= 67108863 THEN CAST(tile_data AS BLOB) END," \
    " length(tile_data) FROM tiles"

static bool prepare_tile(mbtiles_reader *reader, GError **error)
{
    if (reader->tile == NULL)
        reader->tile =
            ik_statement_new(reader->db,
                             reader->has_rowids ? TILE_DATA " WHERE rowid = ?"
                                                : TILE_DATA
                                 " WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?",
                             error);
    return reader->tile != NULL;
}

static void bind_tile(const mbtiles_reader *reader, const ik_archive_entry *entry)
{
    ik_tile tile = ik_tile_from_id(entry->id);
    if (reader->has_rowids) {
        ik_bind_integer(reader->tile, 1, (gint64)entry->offset);
        return;
    }
    ik_bind_integer(reader->tile, 1, tile.zoom);
    ik_bind_integer(reader->tile, 2, tile.x);
    ik_bind_integer(reader->tile, 3, (gint64)(UINT32_C(1) << tile.zoom) - 1 - tile.y);
}

/* Bytes of the row that the statement stands on, none of NULL; NULL: too many. */
static GBytes *take_bytes(ik_statement *row)
{
    gsize size;
    const void *data = ik_column_blob(row, 0, &size);
    if (data == NULL && !ik_column_is_null(row, 1))
        return NULL;
    return g_bytes_new(data, data != NULL ? size : 0);
}

static GBytes *read_tile(ik_archive_reader *base, const ik_archive_entry *entry, GError **error)
{
    mbtiles_reader *reader = (mbtiles_reader *)base;
    ik_tile tile = ik_tile_from_id(entry->id);
    bool row, ok;
    if (!prepare_tile(reader, error))
        return NULL;
    start_query(reader);
    bind_tile(reader, entry);
    if (!ik_statement_step(reader->tile, &row, error))
        return NULL;
    g_autoptr(GBytes) bytes = row ? take_bytes(reader->tile) : NULL;
    for (ok = true; ok && row;)
        ok = ik_statement_step(reader->tile, &row, error);
    if (!ok || bytes != NULL)
        return ok ? g_steal_pointer(&bytes) : NULL;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "%s: tile %u/%u/%u is gone, or has more than 64 MiB", base->path, tile.zoom, tile.x,
                tile.y);
    return NULL;
}

static void close_reader(ik_archive_reader *base)
{
    mbtiles_reader *reader = (mbtiles_reader *)base;
    ik_statement_free(reader->tile);
    ik_db_close(reader->db);
}

static const ik_reader_kind mbtiles_kind = {.list = list, .read = read_tile, .close = close_reader};

/* --- metadata --------------------------------------------------------------------------------- */

/* The members of the row `json` belong to the whole. */
static void put_json_row(ik_json_writer *writer, const char *text, GHashTable *seen)
{
    g_autoptr(ik_json) parsed = ik_json_parse(text, strlen(text), "json", NULL);
    if (parsed == NULL || ik_json_type_of(ik_json_root(parsed)) != IK_JSON_OBJECT)
        return;
    ik_json_value object = ik_json_root(parsed);
    for (guint i = 0; i < ik_json_length(object); i++) {
        const char *key = ik_json_member_key(object, i);
        if (!g_hash_table_add(seen, g_strdup(key)))
            continue;
        ik_json_key(writer, key);
        ik_archive_metadata_copy(writer, ik_json_member_at(object, i));
    }
}

static void put_row(ik_json_writer *writer, ik_statement *row, GHashTable *seen, GString *json)
{
    const char *name = ik_column_text(row, 0), *value = ik_column_text(row, 1);
    if (name == NULL || value == NULL || !g_utf8_validate(name, -1, NULL) ||
        !g_utf8_validate(value, -1, NULL))
        return;
    if (strcmp(name, "json") == 0) {
        g_string_assign(json, value);
        return;
    }
    if (!g_hash_table_add(seen, g_strdup(name)))
        return;
    ik_json_key(writer, name);
    ik_json_put_string(writer, value);
}

/* Whether there is a table or view of that name; "" says no, "table" and "view" what it is. The caller's. */
static char *kind_of(mbtiles_reader *reader, const char *name, GError **error)
{
    g_autoptr(ik_statement) query =
        ik_statement_new(reader->db,
                         "SELECT type FROM sqlite_master WHERE name = ? COLLATE NOCASE AND type IN "
                         "('table', 'view')",
                         error);
    bool row;
    if (query == NULL)
        return NULL;
    ik_bind_text(query, 1, name);
    if (!ik_statement_step(query, &row, error))
        return NULL;
    return g_strdup(row ? ik_column_text(query, 0) : "");
}

/* A table made WITHOUT ROWID, or of another module, has no row numbers. */
static bool look_at_tiles(mbtiles_reader *reader, GError **error)
{
    g_autofree char *kind = kind_of(reader, "tiles", error);
    if (kind == NULL)
        return false;
    if (kind[0] == '\0') {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: is no MBTiles: there is neither a table nor a view \"tiles\"",
                    reader->base.path);
        return false;
    }
    g_autoptr(ik_statement) probe =
        strcmp(kind, "table") == 0
            ? ik_statement_new(reader->db, "SELECT rowid FROM tiles WHERE rowid = 0", NULL)
            : NULL;
    reader->has_rowids = probe != NULL;
    return true;
}

/* All rows as one JSON object, an empty one where there is no such table; the caller's. */
static char *metadata_text(mbtiles_reader *reader, GError **error)
{
    g_autofree char *kind = kind_of(reader, "metadata", error);
    if (kind == NULL || kind[0] == '\0')
        return kind != NULL ? g_strdup("{}") : NULL;
    start_query(reader);
    g_autoptr(ik_statement) rows =
        ik_statement_new(reader->db,
                         "SELECT CAST(name AS TEXT), CAST(value AS TEXT) FROM metadata"
                         " WHERE length(name) <= 256 AND length(value) <= 8388608 LIMIT 256",
                         error);
    if (rows == NULL)
        return NULL;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) json = g_string_new(NULL), out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 0);
    ik_json_begin_object(&writer);
    for (bool row = true; row;) {
        if (!ik_statement_step(rows, &row, error))
            return NULL;
        if (row)
            put_row(&writer, rows, seen, json);
    }
    put_json_row(&writer, json->str, seen);
    ik_json_end_object(&writer);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static bool read_type(ik_archive_reader *reader, GError **error)
{
    g_autoptr(ik_json) parsed =
        ik_json_parse(reader->metadata, strlen(reader->metadata), "metadata", error);
    if (parsed == NULL)
        return false;
    ik_json_value format = ik_json_member(ik_json_root(parsed), "format");
    if (ik_json_exists(format) && ik_json_type_of(format) == IK_JSON_STRING)
        reader->info.type = ik_tile_type_parse(ik_json_string(format));
    return true;
}

ik_archive_reader *ik_mbtiles_reader_open(const char *path, GError **error)
{
    mbtiles_reader *reader = g_new0(mbtiles_reader, 1);
    g_autoptr(ik_archive_reader) base = &reader->base;
    struct stat status = {0};
    ik_archive_reader_init(base, &mbtiles_kind, path);
    base->info.format = IK_ARCHIVE_MBTILES;
    base->info.file_bytes = stat(path, &status) == 0 ? (guint64)status.st_size : 0;
    reader->db = ik_db_open_unchecked(path, error);
    if (reader->db == NULL)
        return NULL;
    ik_db_limit_values(reader->db, (guint)IK_TILE_MAX_BYTES + 4096);
    start_query(reader);
    char *metadata = look_at_tiles(reader, error) ? metadata_text(reader, error) : NULL;
    if (metadata == NULL || !ik_archive_reader_take_metadata(base, metadata, error) ||
        !read_type(base, error) || !ik_archive_reader_sniff(base, error))
        return NULL;
    return g_steal_pointer(&base);
}

/* mbtiles_writer.c — MBTiles 1.3: contents once in `images`, `map` names them, `tiles` is a view over both.   [archive]
 *
 * Rows stand in the order of tile ids; a content has the number of its first tile in that order. Rows count from the
 * south (TMS). The database is written in one go when all is in it, so that its bytes depend on the tiles alone.
 */
#include <ideenkarte/error.h>
#include <string.h>

#include "archive_kind.h"
#include "archive_metadata.h"
#include "json_writer.h"
#include "sqlite.h"

/* As many tiles as a whole zoom 14: more is a hostile archive, or no task for one table. */
#define MOST_TILES (G_GUINT64_CONSTANT(1) << 28)

/* 0x4d504258, "MPBX": MBTiles 1.3, "Database". */
static const char schema[] =
    "PRAGMA application_id = 1297105496;"
    "BEGIN;"
    "CREATE TABLE metadata (name TEXT NOT NULL, value TEXT NOT NULL);"
    "CREATE UNIQUE INDEX metadata_name ON metadata (name);"
    "CREATE TABLE images (tile_id INTEGER PRIMARY KEY, tile_data BLOB NOT NULL);"
    "CREATE TABLE map (zoom_level INTEGER NOT NULL, tile_column INTEGER NOT NULL,"
    " tile_row INTEGER NOT NULL, tile_id INTEGER NOT NULL,"
    " PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;"
    "CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS tile_column,"
    " map.tile_row AS tile_row, images.tile_data AS tile_data"
    " FROM map JOIN images ON images.tile_id = map.tile_id;";

/* --- metadata --------------------------------------------------------------------------------- */

static bool put_row(ik_statement *row, const char *name, const char *value, GError **error)
{
    ik_bind_text(row, 1, name);
    ik_bind_text(row, 2, value);
    return ik_statement_run(row, error);
}

static char *join_numbers(ik_json_value array)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < ik_json_length(array); i++) {
        g_string_append(text, i > 0 ? "," : "");
        ik_append_rounded(text, ik_json_number(ik_json_item(array, i)), 7);
    }
    return g_string_free(text, FALSE);
}

/* A row for a plain value; NULL: it belongs into the row `json`. */
static char *plain_value(const char *key, ik_json_value value)
{
    switch (ik_json_type_of(value)) {
    case IK_JSON_STRING: return g_strdup(ik_json_string(value));
    case IK_JSON_NUMBER: {
        GString *text = g_string_new(NULL);
        ik_append_rounded(text, ik_json_number(value), 9);
        return g_string_free(text, FALSE);
    }
    case IK_JSON_BOOL: return g_strdup(ik_json_bool(value) ? "true" : "false");
    case IK_JSON_ARRAY: return ik_archive_metadata_is_extent(key) ? join_numbers(value) : NULL;
    default: return NULL;
    }
}

/* Name and format are required, so they stand first whatever the metadata say. */
static bool put_required(ik_archive_writer *writer, ik_json_value object, ik_statement *row,
                         GError **error)
{
    ik_json_value name = ik_json_member(object, "name");
    bool has_name = ik_json_exists(name) && ik_json_type_of(name) == IK_JSON_STRING;
    g_autofree char *file = g_path_get_basename(writer->path);
    return put_row(row, "name", has_name ? ik_json_string(name) : file, error) &&
           put_row(row, "format", ik_tile_type_format(writer->description.type), error);
}

static bool put_members(ik_json_value object, ik_statement *row, GString *rest, GError **error)
{
    ik_json_writer json;
    ik_json_writer_init(&json, rest, 0);
    ik_json_begin_object(&json);
    for (guint i = 0; i < ik_json_length(object); i++) {
        const char *key = ik_json_member_key(object, i);
        ik_json_value value = ik_json_member_at(object, i);
        if (g_str_equal(key, "name") || g_str_equal(key, "format") || g_str_equal(key, "json") ||
            ik_json_type_of(value) == IK_JSON_NULL)
            continue;
        g_autofree char *plain = plain_value(key, value);
        if (plain != NULL && !put_row(row, key, plain, error))
            return false;
        if (plain == NULL) {
            ik_json_key(&json, key);
            ik_archive_metadata_copy(&json, value);
        }
    }
    ik_json_end_object(&json);
    return true;
}

static bool put_metadata(ik_archive_writer *writer, ik_db *db, GError **error)
{
    g_autofree char *text = ik_archive_writer_metadata(writer, error);
    g_autoptr(ik_json) parsed =
        text != NULL ? ik_json_parse(text, strlen(text), "metadata", error) : NULL;
    g_autoptr(ik_statement) row =
        parsed != NULL ? ik_statement_new(db, "INSERT INTO metadata VALUES (?, ?)", error) : NULL;
    if (row == NULL)
        return false;
    g_autoptr(GString) rest = g_string_new(NULL);
    if (!put_required(writer, ik_json_root(parsed), row, error) ||
        !put_members(ik_json_root(parsed), row, rest, error))
        return false;
    return g_str_equal(rest->str, "{}") || put_row(row, "json", rest->str, error);
}

/* --- tiles ------------------------------------------------------------------------------------ */

typedef struct {
    ik_archive_writer *writer;
    ik_statement *image, *map;
    gint64 images;
} mbtiles_output;

/* From here on the place of the hash holds the number of the image; 0: none yet. */
static bool put_image(mbtiles_output *out, ik_tile_content *content, GError **error)
{
    if (content->hash.low != 0)
        return true;
    gsize size = ik_tile_content_size(content);
    const void *bytes =
        ik_tile_spool_read(&out->writer->spool, ik_tile_content_offset(content), size, error);
    if (bytes == NULL)
        return false;
    content->hash.low = (guint64)++out->images;
    ik_bind_integer(out->image, 1, out->images);
    ik_bind_blob(out->image, 2, bytes, size);
    return ik_statement_run(out->image, error);
}

static bool put_run(mbtiles_output *out, const ik_tile_run *run, GError **error)
{
    ik_tile_content *content = &out->writer->index.contents[run->content];
    if (!put_image(out, content, error))
        return false;
    for (guint32 i = 0; i < run->run; i++) {
        ik_tile tile = ik_tile_from_id(run->id + i);
        ik_bind_integer(out->map, 1, tile.zoom);
        ik_bind_integer(out->map, 2, tile.x);
        ik_bind_integer(out->map, 3, (gint64)(UINT32_C(1) << tile.zoom) - 1 - tile.y);
        ik_bind_integer(out->map, 4, (gint64)content->hash.low);
        if (!ik_statement_run(out->map, error))
            return false;
    }
    return true;
}

static bool put_tiles(ik_archive_writer *writer, ik_db *db, GError **error)
{
    g_autoptr(ik_statement) image = ik_statement_new(db, "INSERT INTO images VALUES (?, ?)", error);
    g_autoptr(ik_statement) map =
        image != NULL ? ik_statement_new(db, "INSERT INTO map VALUES (?, ?, ?, ?)", error) : NULL;
    if (map == NULL)
        return false;
    mbtiles_output out = {writer, image, map, 0};
    for (guint32 i = 0; i < writer->index.n_contents; i++)
        writer->index.contents[i].hash.low = 0;
    for (gsize i = 0; i < writer->index.n_runs; i++)
        if (!put_run(&out, &writer->index.runs[i], error))
            return false;
    return true;
}

static bool write_database(ik_archive_writer *writer, GError **error)
{
    g_autoptr(ik_db) db = ik_db_create_plain(ik_file_stage_path(writer->stage), error);
    return db != NULL && ik_db_run(db, schema, error) && put_metadata(writer, db, error) &&
           put_tiles(writer, db, error) && ik_db_run(db, "COMMIT", error) &&
           ik_db_finish(db, error);
}

static bool finish(ik_archive_writer *writer, GError **error)
{
    if (ik_tile_index_addressed(&writer->index) > MOST_TILES) {
        g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                    "%s: more than %" G_GUINT64_FORMAT " tiles are too many for MBTiles",
                    writer->path, MOST_TILES);
        return false;
    }
    return ik_tile_spool_seal(&writer->spool, error) && write_database(writer, error) &&
           ik_file_stage_commit(writer->stage, error);
}

static const ik_archive_kind mbtiles_kind = {.finish = finish};

ik_archive_writer *ik_mbtiles_writer_new(const char *path,
                                         const ik_archive_description *description, GError **error)
{
    g_autoptr(ik_archive_writer) writer = g_new0(ik_archive_writer, 1);
    ik_archive_writer_init(writer, &mbtiles_kind, path, description);
    return ik_archive_writer_stage(writer, error) ? g_steal_pointer(&writer) : NULL;
}

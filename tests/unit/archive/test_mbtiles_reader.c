/* test_mbtiles_reader.c — databases as MBTiles 1.3 describes them, and as it does not.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "archive_reader.h"
#include "sqlite.h"

#define TABLE                                                                                   \
    "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data " \
    "BLOB);"
#define METADATA                                                                                 \
    "CREATE TABLE metadata (name TEXT, value TEXT); INSERT INTO metadata VALUES ('name', 'x'), " \
    "('format', 'png');"

/* A database of these statements in `folder`; its path, the caller's. */
static char *make(const char *folder, const char *sql)
{
    GError *error = NULL;
    char *path = g_build_filename(folder, "a.mbtiles", NULL);
    g_autoptr(ik_db) db = ik_db_create_plain(path, &error);
    ik_assert_no_error(error);
    ik_db_run(db, sql, &error);
    ik_assert_no_error(error);
    ik_db_finish(db, &error);
    ik_assert_no_error(error);
    return path;
}

/* All tiles as `z/x/y=bytes `, in the order of their ids. */
static char *walk(ik_archive_reader *reader)
{
    GError *error = NULL;
    GString *out = g_string_new(NULL);
    ik_archive_entry entry;
    for (bool more = true; ik_archive_reader_next(reader, &entry, &more, &error) && more;) {
        ik_tile tile = ik_tile_from_id(entry.id);
        g_autoptr(GBytes) bytes = ik_archive_reader_read(reader, &entry, &error);
        ik_assert_no_error(error);
        g_string_append_printf(out, "%u/%u/%u=%.*s ", tile.zoom, tile.x, tile.y,
                               (int)g_bytes_get_size(bytes),
                               (const char *)g_bytes_get_data(bytes, NULL));
    }
    ik_assert_no_error(error);
    return g_string_free(out, FALSE);
}

static void assert_tiles(const char *sql, const char *expected)
{
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    g_autofree char *path = make(folder, sql);
    g_autoptr(ik_archive_reader) reader = ik_archive_reader_open(path, &error);
    ik_assert_no_error(error);
    g_autofree char *tiles = walk(reader);
    assert_string_equal(tiles, expected);
    ik_test_folder_remove(folder);
}

static void assert_refused(const char *sql, const char *why)
{
    g_autoptr(GError) error = NULL;
    char *folder = ik_test_folder_new();
    g_autofree char *path = make(folder, sql);
    assert_null(ik_archive_reader_open(path, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, why);
    ik_test_folder_remove(folder);
}

/* "tile_row" counts from the south (TMS): at zoom 2 row 3 is y 0. */
static void rows_count_from_the_south(void **state)
{
    (void)state;
    assert_tiles(TABLE METADATA
                 "INSERT INTO tiles VALUES (2, 1, 3, x'61'), (2, 1, 0, x'62'), (0, 0, 0, x'63')",
                 "0/0/0=c 2/1/0=a 2/1/3=b ");
}

static void a_table_needs_neither_index_nor_row_numbers(void **state)
{
    (void)state;
    assert_tiles("CREATE TABLE tiles (tile_data BLOB, zoom_level INTEGER, tile_column INTEGER, "
                 "tile_row INTEGER,"
                 " PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;" METADATA
                 "INSERT INTO tiles VALUES (x'61', 1, 0, 0), (x'62', 1, 1, 0)",
                 "1/0/1=a 1/1/1=b ");
}

static void a_view_joins_contents_to_places(void **state)
{
    (void)state;
    assert_tiles("CREATE TABLE map (z, x, y, id); CREATE TABLE images (id, data);" METADATA
                 "CREATE VIEW tiles AS SELECT z AS zoom_level, x AS tile_column, y AS tile_row, "
                 "data AS tile_data"
                 " FROM map JOIN images USING (id);"
                 "INSERT INTO map VALUES (1, 0, 0, 'sea'), (1, 1, 0, 'sea'), (1, 1, 1, 'land');"
                 "INSERT INTO images VALUES ('sea', x'73'), ('land', x'6c')",
                 "1/0/1=s 1/1/1=s 1/1/0=l ");
}

static void data_that_are_text_or_missing_are_bytes_or_none(void **state)
{
    (void)state;
    assert_tiles(TABLE METADATA
                 "INSERT INTO tiles VALUES (1, 0, 1, 'text'), (1, 1, 1, NULL), (1, 0, 0, x'')",
                 "1/0/0=text 1/0/1= 1/1/0= ");
}

static void metadata_may_be_missing(void **state)
{
    GError *error = NULL;
    (void)state;
    char *folder = ik_test_folder_new();
    g_autofree char *path = make(folder, TABLE "INSERT INTO tiles VALUES (0, 0, 0, x'61')");
    g_autoptr(ik_archive_reader) reader = ik_archive_reader_open(path, &error);
    ik_assert_no_error(error);
    assert_string_equal(ik_archive_reader_info(reader)->metadata, "{}");
    assert_int_equal(ik_archive_reader_info(reader)->type, IK_TILE_UNKNOWN);
    ik_test_folder_remove(folder);
}

static void the_row_json_belongs_to_the_whole(void **state)
{
    GError *error = NULL;
    (void)state;
    char *folder = ik_test_folder_new();
    g_autofree char *path =
        make(folder, TABLE METADATA
             "INSERT INTO tiles VALUES (0, 0, 0, x'61');"
             "INSERT INTO metadata VALUES ('json', '{\"vector_layers\":[],\"name\":\"y\"}')");
    g_autoptr(ik_archive_reader) reader = ik_archive_reader_open(path, &error);
    ik_assert_no_error(error);
    g_autoptr(GString) dense = g_string_new(ik_archive_reader_info(reader)->metadata);
    g_string_replace(dense, " ", "", 0);
    assert_string_equal(dense->str, "{\"name\":\"x\",\"format\":\"png\",\"vector_layers\":[]}");
    assert_int_equal(ik_archive_reader_info(reader)->type, IK_TILE_PNG);
    ik_test_folder_remove(folder);
}

static void what_is_no_tile_is_refused(void **state)
{
    (void)state;
    assert_refused(METADATA, "neither a table nor a view \"tiles\"");
    assert_refused(TABLE METADATA "INSERT INTO tiles VALUES (1, 2, 0, x'61')",
                   "zoom 1, column 2, row 0: there is no such tile");
    assert_refused(TABLE METADATA "INSERT INTO tiles VALUES (1, 0, -1, x'61')",
                   "there is no such tile");
    assert_refused(TABLE METADATA "INSERT INTO tiles VALUES (31, 0, 0, x'61')",
                   "the zoom is none of 0 to 30");
    assert_refused(TABLE METADATA "INSERT INTO tiles VALUES ('low', 0, 0, x'61')",
                   "expected whole numbers");
    assert_refused(TABLE METADATA "INSERT INTO tiles VALUES (1, 0, 0, x'61'), (1, 0, 0, x'62')",
                   "tile 1/0/1 is there twice");
}

/* Rows out of nothing: without end, or none at all for ever. */
static void a_view_that_never_ends_is_refused(void **state)
{
#define COUNT "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT "
    (void)state;
    assert_refused(METADATA
                   "CREATE VIEW tiles AS " COUNT
                   "20 AS zoom_level, i AS tile_column, 0 AS tile_row, x'61' AS tile_data FROM n",
                   "more tiles than the file has bytes");
    assert_refused(
        METADATA
        "CREATE VIEW tiles AS " COUNT
        "0 AS zoom_level, 0 AS tile_column, 0 AS tile_row, x'61' AS tile_data FROM n WHERE i < 0",
        "asks for more work than is allowed");
    assert_refused(TABLE "CREATE VIEW metadata AS " COUNT
                         "'a' AS name, 'b' AS value FROM n WHERE i < 0",
                   "asks for more work than is allowed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_count_from_the_south),
        cmocka_unit_test(a_table_needs_neither_index_nor_row_numbers),
        cmocka_unit_test(a_view_joins_contents_to_places),
        cmocka_unit_test(data_that_are_text_or_missing_are_bytes_or_none),
        cmocka_unit_test(metadata_may_be_missing),
        cmocka_unit_test(the_row_json_belongs_to_the_whole),
        cmocka_unit_test(what_is_no_tile_is_refused),
        cmocka_unit_test(a_view_that_never_ends_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* archive_reader.c — what all kinds of archive have in common when they are read.   [archive] */
#include "archive_reader.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <stdio.h>
#include <string.h>

#include "io_error.h"
#include "reader_kind.h"
#include "tile_index.h"

/* --- opening ---------------------------------------------------------------------------------- */

static ik_archive_reader *open_file(const char *path, GError **error)
{
    char start[16] = {0};
    FILE *file = g_fopen(path, "rbe");
    if (file == NULL) {
        ik_io_error_set(error, errno, path, "open");
        return NULL;
    }
    gsize size = fread(start, 1, sizeof start, file);
    bool failed = ferror(file) != 0;
    fclose(file);
    if (failed)
        ik_io_error_set(error, EIO, path, "read");
    else if (size >= 7 && memcmp(start, "PMTiles", 7) == 0)
        return ik_pmtiles_reader_open(path, error);
    else if (size == sizeof start && memcmp(start, "SQLite format 3", sizeof start) == 0)
        return ik_mbtiles_reader_open(path, error);
    else
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: offset 0: neither PMTiles nor MBTiles, nor a folder of tiles", path);
    return NULL;
}

ik_archive_reader *ik_archive_reader_open(const char *path, GError **error)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        return ik_folder_reader_open(path, error);
    return open_file(path, error);
}

void ik_archive_reader_init(ik_archive_reader *reader, const ik_reader_kind *kind, const char *path)
{
    reader->kind = kind;
    reader->path = g_strdup(path);
    reader->codec = ik_gzip_codec_new(1);
}

bool ik_archive_reader_take_metadata(ik_archive_reader *reader, char *metadata, GError **error)
{
    reader->metadata = metadata;
    reader->info.metadata = metadata;
    g_autoptr(ik_json) parsed = ik_json_parse(metadata, strlen(metadata), "metadata", error);
    ik_archive_extent_flags says;
    ik_archive_extent extent = {0};
    bool ok = parsed != NULL;
    if (ok && ik_json_type_of(ik_json_root(parsed)) != IK_JSON_OBJECT) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "metadata: expected a JSON object");
        ok = false;
    }
    ok = ok && ik_archive_metadata_extent(ik_json_root(parsed), &extent, &says, error);
    if (!ok) {
        g_prefix_error(error, "%s: ", reader->path);
        return false;
    }
    if (reader->info.format != IK_ARCHIVE_PMTILES) {
        reader->info.extent = extent;
        reader->info.says = says;
    }
    return true;
}

bool ik_archive_reader_sniff(ik_archive_reader *reader, GError **error)
{
    ik_archive_entry entry;
    bool more;
    reader->info.compression = IK_COMPRESSION_NONE;
    ik_archive_reader_rewind(reader);
    if (!ik_archive_reader_next(reader, &entry, &more, error))
        return false;
    ik_archive_reader_rewind(reader);
    if (!more)
        return true;
    g_autoptr(GBytes) bytes = ik_archive_reader_read(reader, &entry, error);
    if (bytes == NULL)
        return false;
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    if (ik_is_gzip(data, size))
        reader->info.compression = IK_COMPRESSION_GZIP;
    return true;
}

const ik_archive_info *ik_archive_reader_info(const ik_archive_reader *reader)
{
    return &reader->info;
}

const char *ik_archive_reader_path(const ik_archive_reader *reader)
{
    return reader->path;
}

void ik_archive_reader_close(ik_archive_reader *reader)
{
    if (reader == NULL)
        return;
    reader->kind->close(reader);
    if (reader->ids != NULL)
        g_array_unref(reader->ids);
    ik_gzip_codec_free(reader->codec);
    g_free(reader->metadata);
    g_free(reader->path);
    g_free(reader);
}

/* --- walking and finding ---------------------------------------------------------------------- */

static gint compare_ids(gconstpointer a, gconstpointer b)
{
    guint64 first = *(const guint64 *)a, second = *(const guint64 *)b;
    return (first > second) - (first < second);
}

static bool check_ids(const ik_archive_reader *reader, GError **error)
{
    for (guint i = 1; i < reader->ids->len; i++) {
        guint64 id = g_array_index(reader->ids, guint64, i);
        if (id != g_array_index(reader->ids, guint64, i - 1))
            continue;
        ik_tile tile = ik_tile_from_id(id);
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: tile %u/%u/%u is there twice",
                    reader->path, tile.zoom, tile.x, tile.y);
        return false;
    }
    return true;
}

static bool list_ids(ik_archive_reader *reader, GError **error)
{
    if (reader->ids != NULL)
        return true;
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(guint64));
    if (!reader->kind->list(reader, ids, error))
        return false;
    g_array_sort(ids, compare_ids);
    reader->ids = g_steal_pointer(&ids);
    return check_ids(reader, error);
}

bool ik_archive_reader_next(ik_archive_reader *reader, ik_archive_entry *entry, bool *more,
                            GError **error)
{
    if (reader->kind->next != NULL)
        return reader->kind->next(reader, entry, more, error);
    if (!list_ids(reader, error))
        return false;
    *more = reader->at < reader->ids->len;
    if (*more)
        *entry =
            (ik_archive_entry){.id = g_array_index(reader->ids, guint64, reader->at++), .run = 1};
    return true;
}

void ik_archive_reader_rewind(ik_archive_reader *reader)
{
    reader->at = 0;
    if (reader->kind->rewind != NULL)
        reader->kind->rewind(reader);
}

bool ik_archive_reader_find(ik_archive_reader *reader, ik_tile tile, ik_archive_entry *entry,
                            bool *found, GError **error)
{
    guint64 id = ik_tile_id(tile);
    if (reader->kind->find != NULL)
        return reader->kind->find(reader, id, entry, found, error);
    if (!list_ids(reader, error))
        return false;
    guint index;
    *found = g_array_binary_search(reader->ids, &id, compare_ids, &index) != FALSE;
    *entry = (ik_archive_entry){.id = id, .run = 1};
    return true;
}

GBytes *ik_archive_reader_read(ik_archive_reader *reader, const ik_archive_entry *entry,
                               GError **error)
{
    return reader->kind->read(reader, entry, error);
}

GBytes *ik_archive_reader_expand(ik_archive_reader *reader, GBytes *stored, GError **error)
{
    gsize size;
    const void *bytes = g_bytes_get_data(stored, &size);
    switch (reader->info.compression) {
    case IK_COMPRESSION_GZIP:
        return ik_gzip_expand(reader->codec, bytes, size, IK_TILE_MAX_BYTES, error);
    case IK_COMPRESSION_BROTLI:
    case IK_COMPRESSION_ZSTD:
        g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                    "tiles compressed by %s: this version reads gzip and none",
                    ik_compression_name(reader->info.compression));
        return NULL;
    default: return g_bytes_ref(stored);
    }
}

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
    /* What cannot be read is not said; verify names it. */
    if (ok)
        ik_archive_metadata_extent(ik_json_root(parsed), &extent, &says, NULL);
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

/* RFC 1950: deflate with a window of 32 KiB, the two bytes a multiple of 31. No vector tile begins so: field 15 of a
 * tile is not used. */
static bool is_zlib(const guint8 *bytes, gsize size)
{
    return size >= 2 && bytes[0] == 0x78 && (bytes[0] << 8 | bytes[1]) % 31 == 0;
}

/* The first tile that has bytes; `*bytes` NULL: there is none. The caller's. */
static bool first_bytes(ik_archive_reader *reader, ik_archive_entry *entry, GBytes **bytes,
                        GError **error)
{
    *bytes = NULL;
    ik_archive_reader_rewind(reader);
    for (bool more = true; more && *bytes == NULL;) {
        if (!ik_archive_reader_next(reader, entry, &more, error))
            return false;
        if (more)
            *bytes = ik_archive_reader_read(reader, entry, error);
        if (more && *bytes == NULL)
            return false;
        if (more && g_bytes_get_size(*bytes) == 0)
            g_clear_pointer(bytes, g_bytes_unref);
    }
    ik_archive_reader_rewind(reader);
    return true;
}

bool ik_archive_reader_sniff(ik_archive_reader *reader, GError **error)
{
    ik_archive_entry entry;
    GBytes *first;
    reader->info.compression = IK_COMPRESSION_NONE;
    if (!first_bytes(reader, &entry, &first, error))
        return false;
    if (first == NULL)
        return true;
    gsize size;
    const void *data = g_bytes_get_data(first, &size);
    bool is_wrong = reader->info.type == IK_TILE_MVT && is_zlib(data, size);
    if (ik_is_gzip(data, size))
        reader->info.compression = IK_COMPRESSION_GZIP;
    g_bytes_unref(first);
    if (!is_wrong)
        return true;
    ik_tile tile = ik_tile_from_id(entry.id);
    g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                "%s: tile %u/%u/%u: is compressed by zlib, expected gzip or none", reader->path,
                tile.zoom, tile.x, tile.y);
    return false;
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
    if (reader->tiles != NULL)
        g_array_unref(reader->tiles);
    ik_gzip_codec_free(reader->codec);
    g_free(reader->metadata);
    g_free(reader->path);
    g_free(reader);
}

/* --- walking and finding ---------------------------------------------------------------------- */

static gint compare_tiles(gconstpointer a, gconstpointer b)
{
    guint64 first = ((const ik_listed_tile *)a)->id, second = ((const ik_listed_tile *)b)->id;
    return (first > second) - (first < second);
}

static const ik_listed_tile *tile_at(const ik_archive_reader *reader, guint index)
{
    return &g_array_index(reader->tiles, ik_listed_tile, index);
}

static bool check_tiles(const ik_archive_reader *reader, GError **error)
{
    for (guint i = 1; i < reader->tiles->len; i++) {
        guint64 id = tile_at(reader, i)->id;
        if (id != tile_at(reader, i - 1)->id)
            continue;
        ik_tile tile = ik_tile_from_id(id);
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: tile %u/%u/%u is there twice",
                    reader->path, tile.zoom, tile.x, tile.y);
        return false;
    }
    return true;
}

static bool list_tiles(ik_archive_reader *reader, GError **error)
{
    if (reader->tiles != NULL)
        return true;
    g_autoptr(GArray) tiles = g_array_new(FALSE, FALSE, sizeof(ik_listed_tile));
    if (!reader->kind->list(reader, tiles, error))
        return false;
    g_array_sort(tiles, compare_tiles);
    reader->tiles = g_steal_pointer(&tiles);
    return check_tiles(reader, error);
}

static ik_archive_entry entry_of(const ik_listed_tile *tile)
{
    return (ik_archive_entry){.id = tile->id, .run = 1, .offset = tile->key};
}

bool ik_archive_reader_next(ik_archive_reader *reader, ik_archive_entry *entry, bool *more,
                            GError **error)
{
    if (reader->kind->next != NULL)
        return reader->kind->next(reader, entry, more, error);
    if (!list_tiles(reader, error))
        return false;
    *more = reader->at < reader->tiles->len;
    if (*more)
        *entry = entry_of(tile_at(reader, reader->at++));
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
    if (!list_tiles(reader, error))
        return false;
    const ik_listed_tile wanted = {.id = id};
    guint index;
    *found = g_array_binary_search(reader->tiles, &wanted, compare_tiles, &index) != FALSE;
    if (*found)
        *entry = entry_of(tile_at(reader, index));
    return true;
}

GBytes *ik_archive_reader_read(ik_archive_reader *reader, const ik_archive_entry *entry,
                               GError **error)
{
    return reader->kind->read(reader, entry, error);
}

ik_compression ik_archive_reader_packing(const ik_archive_reader *reader, GBytes *stored)
{
    const ik_archive_info *info = &reader->info;
    gsize size;
    const void *bytes = g_bytes_get_data(stored, &size);
    /* A PMTiles header says it, elsewhere it is what the first tile looks like. */
    if (info->format == IK_ARCHIVE_PMTILES || info->type != IK_TILE_MVT)
        return info->compression;
    return ik_is_gzip(bytes, size) ? IK_COMPRESSION_GZIP : IK_COMPRESSION_NONE;
}

GBytes *ik_archive_reader_expand(ik_archive_reader *reader, GBytes *stored, GError **error)
{
    gsize size;
    const void *bytes = g_bytes_get_data(stored, &size);
    if (size == 0)
        return g_bytes_ref(stored);
    switch (ik_archive_reader_packing(reader, stored)) {
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

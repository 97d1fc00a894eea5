/* pmtiles_reader.c — PMTiles v3: header, directories on the way, tiles.   [archive]
 *
 * Read by pread and not mapped: a file that is cut off meanwhile is an error, not a signal.
 */
#include <errno.h>
#include <fcntl.h>
#include <ideenkarte/error.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io_error.h"
#include "reader_kind.h"
#include "tile_index.h"

/* Root and three levels of leaves; writers make one. */
enum { MOST_LEVELS = 4 };

typedef struct {
    GArray *entries; /* of ik_pmtiles_entry; NULL: not read */
    guint at;
    guint64 end;    /* first id that belongs to the next leaf */
    guint64 offset; /* in the file */
} directory;

typedef struct {
    ik_archive_reader base;
    int file;
    ik_pmtiles_header header;
    directory levels[MOST_LEVELS]; /* root, leaf, ... on the way to the entry that was read last */
    guint depth;                   /* levels in use by the walk */
    guint8 *window;                /* tiles that follow each other are read in large pieces */
    guint64 window_start;
    gsize window_filled;
} pmtiles_reader;

enum { WINDOW_BYTES = 256 * 1024 };

/* --- bytes ------------------------------------------------------------------------------------ */

static bool read_at(const pmtiles_reader *reader, guint8 *into, gsize size, guint64 offset,
                    GError **error)
{
    while (size > 0) {
        ssize_t got = pread(reader->file, into, size, (off_t)offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return ik_io_error_set(error, errno, reader->base.path, "read");
        if (got == 0) {
            g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                        "%s: offset %" G_GUINT64_FORMAT ": the file ends here", reader->base.path,
                        offset);
            return false;
        }
        into += got;
        size -= (gsize)got;
        offset += (guint64)got;
    }
    return true;
}

static bool check_section(const pmtiles_reader *reader, const char *name,
                          ik_pmtiles_section section, GError **error)
{
    guint64 size = reader->base.info.file_bytes;
    if (section.offset <= size && section.length <= size - section.offset)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "%s: offset %" G_GUINT64_FORMAT ": the %s of %" G_GUINT64_FORMAT
                " bytes ends behind the file",
                reader->base.path, section.offset, name, section.length);
    return false;
}

/* Bytes of the file, as the internal compression says; the section was checked. The caller's. */
static GBytes *read_internal(pmtiles_reader *reader, ik_pmtiles_section section, gsize limit,
                             GError **error)
{
    if (section.length > limit) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: offset %" G_GUINT64_FORMAT ": %" G_GUINT64_FORMAT
                    " bytes are more than is allowed here",
                    reader->base.path, section.offset, section.length);
        return NULL;
    }
    g_autofree guint8 *bytes = g_malloc(MAX(section.length, 1));
    if (!read_at(reader, bytes, section.length, section.offset, error))
        return NULL;
    if (reader->header.internal_compression == IK_COMPRESSION_NONE)
        return g_bytes_new_take(g_steal_pointer(&bytes), section.length);
    GBytes *plain = ik_gzip_expand(reader->base.codec, bytes, section.length, limit, error);
    if (plain == NULL)
        g_prefix_error(error, "%s: offset %" G_GUINT64_FORMAT ": ", reader->base.path,
                       section.offset);
    return plain;
}

/* --- directories ------------------------------------------------------------------------------ */

static const ik_pmtiles_entry *entry_at(const directory *level, guint index)
{
    return &g_array_index(level->entries, ik_pmtiles_entry, index);
}

static bool fail_entry(const pmtiles_reader *reader, const directory *level, guint index,
                       const char *why, GError **error)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "%s: directory at offset %" G_GUINT64_FORMAT ": entry %u: %s", reader->base.path,
                level->offset, index, why);
    return false;
}

static bool check_entry(const pmtiles_reader *reader, const directory *level, guint i,
                        GError **error)
{
    const ik_pmtiles_entry *entry = entry_at(level, i);
    guint64 next = i + 1 < level->entries->len ? entry_at(level, i + 1)->id : level->end;
    guint64 room = entry->run > 0 ? reader->header.data.length : reader->header.leaves.length;
    if (entry->offset > room || entry->length > room - entry->offset)
        return fail_entry(reader, level, i,
                          entry->run > 0 ? "lies outside the tile data"
                                         : "points outside the leaf directories",
                          error);
    if (entry->id + entry->run > level->end)
        return fail_entry(reader, level, i, "a tile id is too large for its directory", error);
    return entry->id + entry->run <= next ||
           fail_entry(reader, level, i, "the run reaches into the next entry", error);
}

/* Reads a directory whose ids shall lie from `first` to `level->end`. */
static bool read_directory(pmtiles_reader *reader, directory *level, ik_pmtiles_section section,
                           guint64 first, GError **error)
{
    g_clear_pointer(&level->entries, g_array_unref);
    level->offset = section.offset;
    level->at = 0;
    g_autoptr(GBytes) bytes = read_internal(reader, section, IK_PMTILES_DIRECTORY_LIMIT, error);
    if (bytes == NULL)
        return false;
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    level->entries = ik_pmtiles_directory_read(data, size, error);
    if (level->entries == NULL) {
        g_prefix_error(error, "%s: directory at offset %" G_GUINT64_FORMAT ": ", reader->base.path,
                       section.offset);
        return false;
    }
    if (level->entries->len == 0)
        return fail_entry(reader, level, 0, "is missing: the directory is empty", error);
    if (entry_at(level, 0)->id < first)
        return fail_entry(reader, level, 0, "begins before what points to it", error);
    for (guint i = 0; i < level->entries->len; i++)
        if (!check_entry(reader, level, i, error))
            return false;
    return true;
}

/* Goes down from an entry that points to a leaf; the leaf that is there already is not read again. */
static bool enter_leaf(pmtiles_reader *reader, guint depth, guint index, GError **error)
{
    const directory *above = &reader->levels[depth];
    const ik_pmtiles_entry *pointer = entry_at(above, index);
    if (depth + 1 == MOST_LEVELS)
        return fail_entry(reader, above, index, "points to a fifth level of directories", error);
    directory *level = &reader->levels[depth + 1];
    const ik_pmtiles_section section = {reader->header.leaves.offset + pointer->offset,
                                        pointer->length};
    guint64 end = index + 1 < above->entries->len ? entry_at(above, index + 1)->id : above->end;
    if (level->entries != NULL && level->offset == section.offset && level->end == end) {
        level->at = 0;
        return true;
    }
    level->end = end;
    if (read_directory(reader, level, section, pointer->id, error))
        return true;
    g_clear_pointer(&level->entries, g_array_unref);
    return false;
}

/* --- the kind --------------------------------------------------------------------------------- */

static bool next(ik_archive_reader *base, ik_archive_entry *entry, bool *more, GError **error)
{
    pmtiles_reader *reader = (pmtiles_reader *)base;
    for (;;) {
        directory *level = &reader->levels[reader->depth];
        if (level->at == level->entries->len) {
            *more = reader->depth > 0;
            if (!*more)
                return true;
            reader->depth--;
            continue;
        }
        guint index = level->at++;
        const ik_pmtiles_entry *at = entry_at(level, index);
        if (at->run > 0) {
            *entry = (ik_archive_entry){at->id, at->run, at->length, at->offset};
            *more = true;
            return true;
        }
        if (!enter_leaf(reader, reader->depth, index, error))
            return false;
        reader->depth++;
    }
}

static void rewind_walk(ik_archive_reader *base)
{
    pmtiles_reader *reader = (pmtiles_reader *)base;
    reader->depth = 0;
    reader->levels[0].at = 0;
}

/* The last entry that begins at or before the id; -1: none. */
static gint64 last_before(const directory *level, guint64 id)
{
    gint64 low = -1, high = level->entries->len;
    while (high - low > 1) {
        gint64 middle = (low + high) / 2;
        if (entry_at(level, (guint)middle)->id <= id)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static bool find(ik_archive_reader *base, guint64 id, ik_archive_entry *entry, bool *found,
                 GError **error)
{
    pmtiles_reader *reader = (pmtiles_reader *)base;
    *found = false;
    for (guint depth = 0;; depth++) {
        gint64 index = last_before(&reader->levels[depth], id);
        if (index < 0)
            return true;
        const ik_pmtiles_entry *at = entry_at(&reader->levels[depth], (guint)index);
        if (at->run > 0) {
            *found = id - at->id < at->run;
            *entry = (ik_archive_entry){at->id, at->run, at->length, at->offset};
            return true;
        }
        if (!enter_leaf(reader, depth, (guint)index, error))
            return false;
    }
}

static bool fill_window(pmtiles_reader *reader, guint64 offset, GError **error)
{
    guint64 left = reader->header.data.length - offset;
    gsize wanted = (gsize)MIN(left, WINDOW_BYTES);
    if (reader->window == NULL)
        reader->window = g_malloc(WINDOW_BYTES);
    reader->window_filled = 0;
    if (!read_at(reader, reader->window, wanted, reader->header.data.offset + offset, error))
        return false;
    reader->window_start = offset;
    reader->window_filled = wanted;
    return true;
}

static GBytes *read_tile(ik_archive_reader *base, const ik_archive_entry *entry, GError **error)
{
    pmtiles_reader *reader = (pmtiles_reader *)base;
    if (entry->length > IK_TILE_MAX_BYTES) {
        g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED, "%s: a tile of %u bytes", base->path,
                    entry->length);
        return NULL;
    }
    guint64 end = reader->window_start + reader->window_filled;
    bool is_near = entry->offset >= reader->window_start && entry->offset <= end;
    bool is_there = is_near && entry->offset + entry->length <= end;
    if (!is_there && is_near && entry->length < WINDOW_BYTES) {
        if (!fill_window(reader, entry->offset, error))
            return NULL;
        is_there = true;
    }
    if (is_there)
        return g_bytes_new(reader->window + (entry->offset - reader->window_start), entry->length);
    g_autofree guint8 *bytes = g_malloc(entry->length);
    if (!read_at(reader, bytes, entry->length, reader->header.data.offset + entry->offset, error))
        return NULL;
    return g_bytes_new_take(g_steal_pointer(&bytes), entry->length);
}

static void close_reader(ik_archive_reader *base)
{
    pmtiles_reader *reader = (pmtiles_reader *)base;
    for (guint i = 0; i < MOST_LEVELS; i++)
        if (reader->levels[i].entries != NULL)
            g_array_unref(reader->levels[i].entries);
    if (reader->file >= 0)
        close(reader->file);
    g_free(reader->window);
}

static const ik_reader_kind pmtiles_kind = {
    .next = next, .rewind = rewind_walk, .find = find, .read = read_tile, .close = close_reader};

/* --- opening ---------------------------------------------------------------------------------- */

static bool read_header(pmtiles_reader *reader, GError **error)
{
    guint8 bytes[IK_PMTILES_HEADER_BYTES];
    ik_archive_info *info = &reader->base.info;
    gsize size = (gsize)MIN(info->file_bytes, sizeof bytes);
    if (!read_at(reader, bytes, size, 0, error))
        return false;
    if (!ik_pmtiles_header_read(&reader->header, bytes, size, error)) {
        g_prefix_error(error, "%s: ", reader->base.path);
        return false;
    }
    const ik_pmtiles_header *header = &reader->header;
    info->format = IK_ARCHIVE_PMTILES;
    info->type = (ik_tile_type)header->tile_type;
    info->compression = (ik_compression)header->tile_compression;
    info->addressed = header->addressed;
    info->entries = header->entries;
    info->contents = header->contents;
    info->is_clustered = header->clustered == 1;
    info->says = (ik_archive_extent_flags){true, true, true, true};
    info->extent = (ik_archive_extent){.min_zoom = header->min_zoom,
                                       .max_zoom = header->max_zoom,
                                       .bounds = {header->bounds[0] / 1e7, header->bounds[1] / 1e7,
                                                  header->bounds[2] / 1e7, header->bounds[3] / 1e7},
                                       .center = {header->center[0] / 1e7, header->center[1] / 1e7},
                                       .center_zoom = header->center_zoom};
    return check_section(reader, "root directory", header->root, error) &&
           check_section(reader, "metadata section", header->metadata, error) &&
           check_section(reader, "section of leaf directories", header->leaves, error) &&
           check_section(reader, "section of tile data", header->data, error);
}

static bool check_internal(const pmtiles_reader *reader, GError **error)
{
    guint8 compression = reader->header.internal_compression;
    if (compression == IK_COMPRESSION_GZIP || compression == IK_COMPRESSION_NONE)
        return true;
    bool is_known = compression == IK_COMPRESSION_BROTLI || compression == IK_COMPRESSION_ZSTD;
    g_set_error(error, IK_ERROR, is_known ? IK_ERROR_UNSUPPORTED : IK_ERROR_INPUT,
                "%s: offset 97: internal compression %u (%s): this version reads gzip and none",
                reader->base.path, compression, ik_compression_name((ik_compression)compression));
    return false;
}

static bool read_metadata(pmtiles_reader *reader, GError **error)
{
    if (reader->header.metadata.length == 0)
        return ik_archive_reader_take_metadata(&reader->base, g_strdup("{}"), error);
    g_autoptr(GBytes) bytes =
        read_internal(reader, reader->header.metadata, IK_METADATA_LIMIT, error);
    if (bytes == NULL)
        return false;
    gsize size;
    const char *text = g_bytes_get_data(bytes, &size);
    if (text == NULL || !g_utf8_validate_len(text, size, NULL)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: offset %" G_GUINT64_FORMAT ": the metadata are no valid UTF-8",
                    reader->base.path, reader->header.metadata.offset);
        return false;
    }
    return ik_archive_reader_take_metadata(&reader->base, g_strndup(text, size), error);
}

static bool open_file(pmtiles_reader *reader, const char *path, GError **error)
{
    struct stat status;
    reader->file = open(path, O_RDONLY | O_CLOEXEC);
    if (reader->file < 0)
        return ik_io_error_set(error, errno, path, "open");
    if (fstat(reader->file, &status) != 0)
        return ik_io_error_set(error, errno, path, "look at");
    reader->base.info.file_bytes = (guint64)MAX(status.st_size, 0);
    return true;
}

ik_archive_reader *ik_pmtiles_reader_open(const char *path, GError **error)
{
    pmtiles_reader *reader = g_new0(pmtiles_reader, 1);
    g_autoptr(ik_archive_reader) base = &reader->base;
    ik_archive_reader_init(base, &pmtiles_kind, path);
    reader->file = -1;
    reader->levels[0].end = ik_tile_id_first(IK_MAX_TILE_ZOOM + 1);
    if (!open_file(reader, path, error) || !read_header(reader, error) ||
        !check_internal(reader, error) ||
        !read_directory(reader, &reader->levels[0], reader->header.root, 0, error) ||
        !read_metadata(reader, error))
        return NULL;
    /* "Unknown" is allowed: the tiles themselves tell. */
    if (base->info.compression == IK_COMPRESSION_UNKNOWN && !ik_archive_reader_sniff(base, error))
        return NULL;
    return g_steal_pointer(&base);
}

const ik_pmtiles_header *ik_pmtiles_reader_header(const ik_archive_reader *reader)
{
    g_assert(reader->kind == &pmtiles_kind);
    return &((const pmtiles_reader *)reader)->header;
}

/* folder_reader.c — tiles as plain files z/x/y.ending, with `metadata.json` where there is one.   [archive]
 *
 * Other files are none of our business; tiles with two kinds of ending are.
 */
#include <errno.h>
#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <string.h>

#include "files.h"
#include "io_error.h"
#include "reader_kind.h"
#include "tile_index.h"

typedef struct {
    ik_archive_reader base;
    char *ending; /* NULL: no tile yet */
} folder_reader;

static bool take_number(const char **at, guint max, char end, guint *number)
{
    guint64 value = 0;
    const char *first = *at;
    while (g_ascii_isdigit(**at) && value <= max)
        value = value * 10 + (guint64)(*(*at)++ - '0');
    /* "07" is another name than 7 */
    bool is_plain = *at > first && (*first != '0' || *at == first + 1);
    if (!is_plain || value > max || **at != end)
        return false;
    ++*at;
    *number = (guint)value;
    return true;
}

/* z/x/y.ending; NULL: no tile. */
static const char *parse_name(const char *name, guint64 *id)
{
    ik_tile tile;
    if (!take_number(&name, IK_MAX_TILE_ZOOM, '/', &tile.zoom))
        return NULL;
    guint last = (guint)((G_GUINT64_CONSTANT(1) << tile.zoom) - 1);
    if (!take_number(&name, last, '/', &tile.x) || !take_number(&name, last, '.', &tile.y))
        return NULL;
    *id = ik_tile_id(tile);
    return ik_tile_type_parse(name) != IK_TILE_UNKNOWN || strcmp(name, "unknown") == 0 ? name
                                                                                       : NULL;
}

static bool list(ik_archive_reader *base, GArray *tiles, GError **error)
{
    folder_reader *reader = (folder_reader *)base;
    g_auto(GStrv) names = ik_list_files(base->path, error);
    if (names == NULL)
        return false;
    for (char **name = names; *name != NULL; name++) {
        ik_listed_tile tile = {0};
        const char *ending = parse_name(*name, &tile.id);
        if (ending == NULL)
            continue;
        if (reader->ending == NULL)
            reader->ending = g_strdup(ending);
        if (strcmp(reader->ending, ending) != 0) {
            g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                        "%s: tiles end in .%s and in .%s, expected one of them", base->path,
                        reader->ending, ending);
            return false;
        }
        g_array_append_val(tiles, tile);
    }
    return true;
}

static GBytes *read_tile(ik_archive_reader *base, const ik_archive_entry *entry, GError **error)
{
    const folder_reader *reader = (const folder_reader *)base;
    ik_tile tile = ik_tile_from_id(entry->id);
    g_autofree char *path =
        g_strdup_printf("%s/%u/%u/%u.%s", base->path, tile.zoom, tile.x, tile.y, reader->ending);
    GStatBuf status;
    if (g_stat(path, &status) != 0) {
        ik_io_error_set(error, errno, path, "open");
        return NULL;
    }
    if (status.st_size < 0 || (guint64)status.st_size > IK_TILE_MAX_BYTES) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: has more than 64 MiB", path);
        return NULL;
    }
    char *bytes;
    gsize size;
    g_autoptr(GError) cause = NULL;
    if (g_file_get_contents(path, &bytes, &size, &cause))
        return g_bytes_new_take(bytes, size);
    g_set_error(error, IK_ERROR, IK_ERROR_IO, "%s: cannot read: %s", path, cause->message);
    return NULL;
}

static void close_reader(ik_archive_reader *base)
{
    g_free(((folder_reader *)base)->ending);
}

static const ik_reader_kind folder_kind = {.list = list, .read = read_tile, .close = close_reader};

static bool read_metadata(ik_archive_reader *reader, GError **error)
{
    g_autofree char *path = g_build_filename(reader->path, "metadata.json", NULL);
    GStatBuf status;
    char *text = NULL;
    if (g_stat(path, &status) == 0 && status.st_size <= (goffset)IK_METADATA_LIMIT)
        g_file_get_contents(path, &text, NULL, NULL);
    return ik_archive_reader_take_metadata(reader, text != NULL ? text : g_strdup("{}"), error);
}

ik_archive_reader *ik_folder_reader_open(const char *path, GError **error)
{
    folder_reader *reader = g_new0(folder_reader, 1);
    g_autoptr(ik_archive_reader) base = &reader->base;
    ik_archive_reader_init(base, &folder_kind, path);
    base->info.format = IK_ARCHIVE_FOLDER;
    ik_archive_entry first;
    bool more;
    if (!read_metadata(base, error) || !ik_archive_reader_next(base, &first, &more, error))
        return NULL;
    if (reader->ending == NULL) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: is a folder without a tile, expected files like 9/264/170.png", path);
        return NULL;
    }
    base->info.type = ik_tile_type_parse(reader->ending);
    return ik_archive_reader_sniff(base, error) ? g_steal_pointer(&base) : NULL;
}

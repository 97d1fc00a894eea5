/* folder_archive.c — tiles as plain files z/x/y.extension.   [archive]
 *
 * Nothing is synced here: whoever publishes the folder does that once for all of it.
 */
#include <errno.h>

#include "archive_kind.h"
#include "files.h"
#include "io_error.h"

typedef struct {
    ik_archive_writer base;
    char *folder, *extension;
} folder_archive;

static bool put(ik_archive_writer *writer, ik_tile tile, const void *bytes, gsize size,
                GError **error)
{
    const folder_archive *archive = (const folder_archive *)writer;
    g_autofree char *path =
        g_strdup_printf("%u/%u/%u.%s", tile.zoom, tile.x, tile.y, archive->extension);
    return ik_write_file(archive->folder, path, bytes, size, error);
}

static void release(ik_archive_writer *writer)
{
    folder_archive *archive = (folder_archive *)writer;
    g_free(archive->folder);
    g_free(archive->extension);
}

static const ik_archive_kind folder_kind = {.put = put, .free = release};

static bool is_plain_word(const char *text)
{
    const char *at = text;
    while (g_ascii_isalnum(*at))
        at++;
    return at > text && *at == '\0';
}

ik_archive_writer *ik_archive_writer_new_folder(const char *folder, const char *extension,
                                                GError **error)
{
    g_assert(is_plain_word(extension));
    if (g_mkdir_with_parents(folder, 0777) != 0) {
        ik_io_error_set(error, errno, folder, "make folder");
        return NULL;
    }
    folder_archive *archive = g_new0(folder_archive, 1);
    ik_archive_writer_init(&archive->base, &folder_kind);
    archive->folder = g_strdup(folder);
    archive->extension = g_strdup(extension);
    return &archive->base;
}

/* folder_archive.c — tiles as plain files z/x/y.extension.   [archive]
 *
 * Nothing is synced here: whoever publishes the folder does that once for all of it.
 */
#include <errno.h>
#include <ideenkarte/error.h>
#include <string.h>

#include "archive_kind.h"
#include "files.h"
#include "io_error.h"

/* Tiles of one run: more would be a hostile archive, or no task for a folder. */
enum { MOST_FILES_OF_A_RUN = 1 << 24 };

typedef struct {
    ik_archive_writer base;
    char *ending; /* ".png", "@2x.png" */
    bool has_metadata;
} folder_archive;

/* A file that is there was put before: true when it has the same bytes. */
static bool check_put_before(const char *path, ik_tile tile, const void *bytes, gsize size,
                             GError **error)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
    if (file != NULL && g_mapped_file_get_length(file) == size &&
        memcmp(g_mapped_file_get_contents(file), bytes, size) == 0)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "tile %u/%u/%u was put before with other bytes",
                tile.zoom, tile.x, tile.y);
    return false;
}

static bool put_tile(const folder_archive *archive, ik_tile tile, const void *bytes, gsize size,
                     GError **error)
{
    g_autofree char *name =
        g_strdup_printf("%u/%u/%u%s", tile.zoom, tile.x, tile.y, archive->ending);
    g_autofree char *path = g_build_filename(archive->base.path, name, NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return check_put_before(path, tile, bytes, size, error);
    return ik_write_file(archive->base.path, name, bytes, size, error);
}

static bool put(ik_archive_writer *writer, const ik_tile_run *run, const void *bytes, gsize size,
                GError **error)
{
    if (run->run > MOST_FILES_OF_A_RUN) {
        g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                    "%s: a run of %u equal tiles is too much for a folder of files", writer->path,
                    run->run);
        return false;
    }
    for (guint32 i = 0; i < run->run; i++)
        if (!put_tile((const folder_archive *)writer, ik_tile_from_id(run->id + i), bytes, size,
                      error))
            return false;
    return true;
}

static bool finish(ik_archive_writer *writer, GError **error)
{
    if (!((folder_archive *)writer)->has_metadata)
        return true;
    bool is_empty = ik_tile_extent_is_empty(&writer->extent);
    g_autofree char *json = is_empty ? g_strdup(writer->description.metadata)
                                     : ik_archive_writer_metadata(writer, error);
    if (json == NULL)
        return false;
    g_autofree char *line = g_strconcat(json, "\n", NULL);
    return ik_write_file(writer->path, "metadata.json", line, strlen(line), error);
}

static void release(ik_archive_writer *writer)
{
    g_free(((folder_archive *)writer)->ending);
}

static const ik_archive_kind folder_kind = {.put = put, .finish = finish, .free = release};

/* A plain word, or @, a plain word, a dot and a plain word. */
static bool is_extension(const char *text)
{
    const char *at = text + (*text == '@'), *begin = at;
    while (g_ascii_isalnum(*at))
        at++;
    if (*text == '@' && *at == '.' && at > begin)
        return at[1] != '@' && is_extension(at + 1);
    return at > begin && *at == '\0' && *text != '@';
}

static ik_archive_writer *open_folder(const char *folder, const char *extension,
                                      const ik_archive_description *description, GError **error)
{
    g_assert(is_extension(extension));
    if (g_mkdir_with_parents(folder, 0777) != 0) {
        ik_io_error_set(error, errno, folder, "make folder");
        return NULL;
    }
    folder_archive *archive = g_new0(folder_archive, 1);
    ik_archive_writer_init(&archive->base, &folder_kind, folder, description);
    archive->ending = g_strconcat(*extension == '@' ? "" : ".", extension, NULL);
    archive->has_metadata = description != NULL;
    return &archive->base;
}

ik_archive_writer *ik_archive_writer_new_folder(const char *folder, const char *extension,
                                                GError **error)
{
    return open_folder(folder, extension, NULL, error);
}

ik_archive_writer *ik_folder_writer_new(const char *path, const ik_archive_description *description,
                                        GError **error)
{
    return open_folder(path, ik_tile_type_name(description->type), description, error);
}

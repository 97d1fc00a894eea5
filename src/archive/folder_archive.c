/* folder_archive.c — tiles as plain files z/x/y.extension.   [archive]
 *
 * Nothing is synced here: whoever publishes the folder does that once for all of it. Files are made in columns that
 * are kept open, so that the system need not find its way through the whole path for each.
 */
#include <errno.h>
#include <fcntl.h>
#include <ideenkarte/error.h>
#include <string.h>
#include <unistd.h>

#include "archive_kind.h"
#include "files.h"
#include "io_error.h"

/* Tiles of one run: more would be a hostile archive, or no task for a folder. */
enum { MOST_FILES_OF_A_RUN = 1 << 24 };

enum {
    OPEN_COLUMNS = 32, /* more than tiles that are drawn together have */
    MOST_ENDING = 32   /* bytes, with the nought */
};

typedef struct {
    guint32 zoom, x;
    int folder; /* its descriptor; -1: none */
} open_column;

typedef struct {
    ik_archive_writer base;
    char *ending; /* ".png", "@2x.png" */
    bool has_metadata;
    GMutex mutex;                      /* guards the columns */
    open_column columns[OPEN_COLUMNS]; /* column x is kept at x % OPEN_COLUMNS */
} folder_archive;

/* ---- columns ---- */

static int open_folder_at(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0 || errno != ENOENT)
        return folder;
    if (g_mkdir_with_parents(path, 0777) != 0)
        return -1;
    return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* The folder of a tile's column, made where there is none; -1 with `error` set. */
static int column_of(folder_archive *archive, ik_tile tile, GError **error)
{
    open_column *column = &archive->columns[tile.x % OPEN_COLUMNS];
    if (column->folder >= 0 && column->zoom == tile.zoom && column->x == tile.x)
        return column->folder;
    if (column->folder >= 0)
        close(column->folder);
    g_autofree char *path = g_strdup_printf("%s/%u/%u", archive->base.path, tile.zoom, tile.x);
    *column = (open_column){tile.zoom, tile.x, open_folder_at(path)};
    if (column->folder < 0)
        ik_io_error_set(error, errno, path, "make folder");
    return column->folder;
}

/* ---- tiles ---- */

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

/* The file of a tile, new and open; -1 and 0 in `failure` where `error` is set, otherwise -1 and an errno. */
static int make_file(folder_archive *archive, ik_tile tile, int *failure, GError **error)
{
    char name[16 + MOST_ENDING];
    g_snprintf(name, sizeof name, "%u%s", tile.y, archive->ending);
    g_mutex_lock(&archive->mutex);
    int file = -1, column = column_of(archive, tile, error);
    if (column >= 0)
        file = openat(column, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    *failure = column >= 0 && file < 0 ? errno : 0;
    g_mutex_unlock(&archive->mutex);
    return file;
}

static bool put_tile(folder_archive *archive, ik_tile tile, const void *bytes, gsize size,
                     GError **error)
{
    int failure, file = make_file(archive, tile, &failure, error);
    const char *what = file >= 0 ? "write" : "create";
    if (file < 0 && failure == 0)
        return false;
    if (file >= 0)
        failure = ik_write_and_close(file, bytes, size);
    if (failure == 0)
        return true;
    g_autofree char *path = g_strdup_printf("%s/%u/%u/%u%s", archive->base.path, tile.zoom, tile.x,
                                            tile.y, archive->ending);
    return file < 0 && failure == EEXIST ? check_put_before(path, tile, bytes, size, error)
                                         : ik_io_error_set(error, failure, path, what);
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
        if (!put_tile((folder_archive *)writer, ik_tile_from_id(run->id + i), bytes, size, error))
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
    folder_archive *archive = (folder_archive *)writer;
    for (guint i = 0; i < OPEN_COLUMNS; i++)
        if (archive->columns[i].folder >= 0)
            close(archive->columns[i].folder);
    g_mutex_clear(&archive->mutex);
    g_free(archive->ending);
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
    g_assert(is_extension(extension) && strlen(extension) + 1 < MOST_ENDING);
    if (g_mkdir_with_parents(folder, 0777) != 0) {
        ik_io_error_set(error, errno, folder, "make folder");
        return NULL;
    }
    folder_archive *archive = g_new0(folder_archive, 1);
    ik_archive_writer_init(&archive->base, &folder_kind, folder, description);
    archive->ending = g_strconcat(*extension == '@' ? "" : ".", extension, NULL);
    archive->has_metadata = description != NULL;
    g_mutex_init(&archive->mutex);
    for (guint i = 0; i < OPEN_COLUMNS; i++)
        archive->columns[i].folder = -1;
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

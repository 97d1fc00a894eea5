/* source_file.c — a file to be answered record by record: opening it, telling its format.   [pipeline]
 *
 * What cannot be mapped into memory, such as a pipe, is first copied to an unnamed temporary file: the CSV reader wants
 * to see the whole file to tell its encoding, and memory must not grow with it.
 */
#include "source_file.h"

#include <errno.h>
#include <fcntl.h>
#include <ideenkarte/error.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io_error.h"
#include "json_span.h"

/* Who is waiting for which file. */
typedef struct {
    const char *path; /* for messages */
    ik_progress_fn progress;
    gpointer data;
} source_wait;

bool ik_file_format_find(const char *name, ik_file_format *format)
{
    static const char *const names[] = {[IK_FILE_FORMAT_CSV] = "csv",
                                        [IK_FILE_FORMAT_NDJSON] = "ndjson",
                                        [IK_FILE_FORMAT_GEOJSON] = "geojson"};
    for (guint i = IK_FILE_FORMAT_CSV; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(names[i], name) == 0) {
            *format = (ik_file_format)i;
            return true;
        }
    }
    return false;
}

/* --- reading --------------------------------------------------------------------------------- */

static bool write_all(int target, const char *bytes, gsize size)
{
    while (size > 0) {
        ssize_t n = write(target, bytes, size);
        if (n < 0 && errno != EINTR)
            return false;
        bytes += MAX(n, 0);
        size -= (gsize)MAX(n, 0);
    }
    return true;
}

/* After a signal: whether the caller wants to go on. */
static bool goes_on(const source_wait *wait, GError **error)
{
    const ik_progress progress = {"stage.place", 0, 0};
    if (!wait->progress || wait->progress(&progress, wait->data))
        return true;
    g_set_error_literal(error, IK_ERROR, IK_ERROR_CANCELLED, "stopped");
    return false;
}

/* Copies what is left of a file that cannot be mapped. */
static bool copy_all(int source, int target, const source_wait *wait, GError **error)
{
    const char *path = wait->path;
    char buffer[65536];
    for (;;) {
        ssize_t n = read(source, buffer, sizeof buffer);
        if (n == 0)
            return true;
        if (n < 0 && errno != EINTR)
            return ik_io_error_set(error, errno, path, "read");
        if (n < 0 && !goes_on(wait, error))
            return false;
        if (n > 0 && !write_all(target, buffer, (gsize)n))
            return ik_io_error_set(error, errno, path, "keep a copy in the temporary folder");
    }
}

static GBytes *map(int file, const char *path, GError **error)
{
    struct stat about;
    if (fstat(file, &about) == 0 && about.st_size == 0)
        return g_bytes_new_static("", 0);
    g_autoptr(GError) cause = NULL;
    g_autoptr(GMappedFile) mapped = g_mapped_file_new_from_fd(file, FALSE, &cause);
    if (mapped)
        return g_mapped_file_get_bytes(mapped);
    g_set_error(error, IK_ERROR, IK_ERROR_IO, "%s: cannot read: %s", path, cause->message);
    return NULL;
}

static GBytes *read_stream(int source, const source_wait *wait, GError **error)
{
    const char *path = wait->path;
    char *name = NULL;
    GError *cause = NULL;
    int copy = g_file_open_tmp("ideenkarte-XXXXXX", &name, &cause);
    if (copy < 0) {
        g_set_error(error, IK_ERROR, IK_ERROR_IO, "%s: cannot keep a copy: %s", path,
                    cause->message);
        g_error_free(cause);
        return NULL;
    }
    unlink(name);
    g_free(name);
    GBytes *bytes = copy_all(source, copy, wait, error) ? map(copy, path, error) : NULL;
    close(copy);
    return bytes;
}

GBytes *ik_source_read(const char *path, ik_progress_fn progress, gpointer data, GError **error)
{
    const source_wait wait = {strcmp(path, "-") == 0 ? "standard input" : path, progress, data};
    if (strcmp(path, "-") == 0)
        return read_stream(STDIN_FILENO, &wait, error);
    struct stat about;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || fstat(file, &about) != 0) {
        ik_io_error_set(error, errno, path, "read");
        return NULL;
    }
    GBytes *bytes = NULL;
    if (S_ISDIR(about.st_mode))
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: is a folder, expected a file", path);
    else if (S_ISREG(about.st_mode))
        bytes = map(file, path, error);
    else
        bytes = read_stream(file, &wait, error);
    close(file);
    return bytes;
}

/* --- telling the format ---------------------------------------------------------------------- */

GBytes *ik_source_without_mark(GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    const gsize mark = size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    return g_bytes_new_from_bytes(bytes, mark, size - mark);
}

/* Its features need not be whole: what is broken is then named as a part of a collection. */
static bool is_collection(const char *at, const char *end)
{
    ik_json_member_span member = {.value.end = at + 1};
    while (member.value.end && ik_json_next_key(member.value.end, end, &member)) {
        if (ik_json_key_is(&member, "features"))
            return true;
        member.value.end = ik_json_skip_value(member.value.start, end);
    }
    return false;
}

ik_file_format ik_source_detect(GBytes *json)
{
    gsize size;
    const char *data = g_bytes_get_data(json, &size);
    const char *end = data + size, *at = ik_json_skip_blanks(data, end);
    if (at == end || (*at != '{' && *at != '\x1e'))
        return IK_FILE_FORMAT_CSV;
    return *at == '{' && is_collection(at, end) ? IK_FILE_FORMAT_GEOJSON : IK_FILE_FORMAT_NDJSON;
}

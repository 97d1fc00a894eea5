/* region_file.c — opening a file of positions, telling its format, writing the result.   [pipeline]
 *
 * What cannot be mapped into memory, such as a pipe, is first copied to an unnamed temporary file: the CSV reader wants
 * to see the whole file to tell its encoding, and memory must not grow with it.
 */
#include <errno.h>
#include <fcntl.h>
#include <ideenkarte/error.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_stage.h"
#include "io_error.h"
#include "json_span.h"
#include "region_batch.h"

bool ik_region_format_find(const char *name, ik_region_format *format)
{
    static const char *const names[] = {[IK_REGION_FORMAT_CSV] = "csv",
                                        [IK_REGION_FORMAT_NDJSON] = "ndjson",
                                        [IK_REGION_FORMAT_GEOJSON] = "geojson"};
    for (guint i = IK_REGION_FORMAT_CSV; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(names[i], name) == 0) {
            *format = (ik_region_format)i;
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

/* Copies what is left of a file that cannot be mapped. */
static bool copy_all(int source, int target, const char *path, GError **error)
{
    char buffer[65536];
    for (;;) {
        ssize_t n = read(source, buffer, sizeof buffer);
        if (n == 0)
            return true;
        if (n < 0 && errno != EINTR)
            return ik_io_error_set(error, errno, path, "read");
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

static GBytes *read_stream(int source, const char *path, GError **error)
{
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
    GBytes *bytes = copy_all(source, copy, path, error) ? map(copy, path, error) : NULL;
    close(copy);
    return bytes;
}

static GBytes *read_input(const char *path, GError **error)
{
    if (strcmp(path, "-") == 0)
        return read_stream(STDIN_FILENO, "standard input", error);
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
        bytes = read_stream(file, path, error);
    close(file);
    return bytes;
}

/* --- telling the format ---------------------------------------------------------------------- */

/* The file without a byte order mark, which JSON may not have and Windows writes. */
static GBytes *without_mark(GBytes *bytes)
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

static ik_region_format detect(GBytes *json)
{
    gsize size;
    const char *data = g_bytes_get_data(json, &size);
    const char *end = data + size, *at = ik_json_skip_blanks(data, end);
    if (at == end || (*at != '{' && *at != '\x1e'))
        return IK_REGION_FORMAT_CSV;
    return *at == '{' && is_collection(at, end) ? IK_REGION_FORMAT_GEOJSON
                                                : IK_REGION_FORMAT_NDJSON;
}

/* --- answering ------------------------------------------------------------------------------- */

static bool answer(ik_region_batch *batch, GBytes *bytes, GError **error)
{
    g_autoptr(GBytes) json = without_mark(bytes);
    ik_region_format format = batch->options->format;
    bool done = false;
    if (format == IK_REGION_FORMAT_DETECT)
        format = detect(json);
    switch (format) {
    case IK_REGION_FORMAT_NDJSON: done = ik_region_lines(batch, json, error); break;
    case IK_REGION_FORMAT_GEOJSON: done = ik_region_collection(batch, json, error); break;
    case IK_REGION_FORMAT_DETECT:
    case IK_REGION_FORMAT_CSV: done = ik_region_csv(batch, bytes, error); break;
    }
    return done && (batch->out->len == 0 ||
                    batch->write(batch->out->str, batch->out->len, batch->write_data, error));
}

typedef struct {
    FILE *file;
    const char *path; /* for messages */
} output;

static bool write_output(const char *bytes, gsize size, gpointer data, GError **error)
{
    output *o = data;
    return fwrite(bytes, 1, size, o->file) == size ||
           ik_io_error_set(error, errno, o->path, "write");
}

static bool answer_to_file(ik_region_batch *batch, GBytes *bytes, GError **error)
{
    const char *path = batch->options->output;
    g_autoptr(ik_file_stage) stage = ik_file_stage_open(path, error);
    if (!stage)
        return false;
    output o = {fopen(ik_file_stage_path(stage), "wb"), path};
    if (!o.file)
        return ik_io_error_set(error, errno, path, "write");
    ik_region_batch to_file = *batch;
    to_file.write = write_output;
    to_file.write_data = &o;
    bool done = answer(&to_file, bytes, error);
    batch->summary = to_file.summary;
    bool closed = fclose(o.file) == 0;
    if (done && !closed)
        return ik_io_error_set(error, errno, path, "write");
    return done && ik_file_stage_commit(stage, error);
}

bool ik_region_file(const ik_region_set *set, const char *path,
                    const ik_region_file_options *options, ik_region_file_summary *summary,
                    GError **error)
{
    g_autoptr(GBytes) bytes = read_input(path, error);
    if (!bytes)
        return false;
    g_autofree char *base = g_path_get_basename(path);
    g_autoptr(ik_given_reader) given = ik_given_reader_new(0, NULL);
    g_autoptr(GString) out = g_string_new(NULL);
    ik_region_batch batch = {.set = set,
                             .territory = ik_region_set_territory(set),
                             .options = options,
                             .name = strcmp(path, "-") == 0 ? "standard input" : base,
                             .given = given,
                             .out = out,
                             .write = options->write,
                             .write_data = options->write_data};
    bool done =
        options->output ? answer_to_file(&batch, bytes, error) : answer(&batch, bytes, error);
    if (summary)
        *summary = batch.summary;
    return done;
}

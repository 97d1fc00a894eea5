/* byte_source.c — plain files, gzip and zip.   [geodata] */
#include "byte_source.h"

#include <errno.h>
#include <gio/gio.h>
#include <ideenkarte/error.h>
#include <string.h>
#include <zip.h>

#include "io_error.h"

#define LINES_BUFFER (1U << 17)

struct ik_byte_source {
    char *path;
    GInputStream *stream; /* plain or gzip; NULL: zip */
    zip_t *archive;
    zip_file_t *member;
    bool is_packed;
    guint64 total;
};

void ik_byte_source_close(ik_byte_source *source)
{
    if (source == NULL)
        return;
    if (source->member != NULL)
        zip_fclose(source->member);
    if (source->archive != NULL)
        zip_discard(source->archive);
    g_clear_object(&source->stream);
    g_free(source->path);
    g_free(source);
}

bool ik_byte_source_is_packed(const ik_byte_source *source)
{
    return source->is_packed;
}

static void set_broken(GError **error, const char *path, const char *reason)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: %s", path, reason);
}

/* --- zip ---------------------------------------------------------------------------------- */

static bool is_register(const char *name)
{
    g_autofree char *lower = g_ascii_strdown(name, -1);
    return (g_str_has_suffix(lower, ".txt") || g_str_has_suffix(lower, ".csv")) &&
           !g_str_has_suffix(lower, "schluessel.txt");
}

/* The number of the one register in an archive; -1 with `error` set. */
static gint64 find_member(const ik_byte_source *source, GError **error)
{
    gint64 found = -1, n = zip_get_num_entries(source->archive, 0);
    for (gint64 i = 0; i < n; i++) {
        const char *name = zip_get_name(source->archive, (zip_uint64_t)i, 0);
        if (name == NULL || !is_register(name))
            continue;
        if (found >= 0) {
            set_broken(error, source->path,
                       "the archive holds several .txt or .csv files, unpack the one to read");
            return -1;
        }
        found = i;
    }
    if (found < 0)
        set_broken(error, source->path, "the archive holds no .txt or .csv file");
    return found;
}

static bool open_zip(ik_byte_source *source, GError **error)
{
    int code = 0;
    source->archive = zip_open(source->path, ZIP_RDONLY, &code);
    if (source->archive == NULL) {
        zip_error_t reason;
        zip_error_init_with_code(&reason, code);
        set_broken(error, source->path, zip_error_strerror(&reason));
        zip_error_fini(&reason);
        return false;
    }
    source->is_packed = true;
    gint64 member = find_member(source, error);
    if (member < 0)
        return false;
    source->member = zip_fopen_index(source->archive, (zip_uint64_t)member, 0);
    if (source->member == NULL)
        set_broken(error, source->path, zip_strerror(source->archive));
    return source->member != NULL;
}

/* --- plain and gzip ------------------------------------------------------------------------ */

static GInputStream *open_plain(const char *path, GError **error)
{
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GError) reason = NULL;
    GFileInputStream *stream = g_file_read(file, NULL, &reason);
    if (stream != NULL)
        return G_INPUT_STREAM(stream);
    bool missing = g_error_matches(reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    g_set_error(error, IK_ERROR, missing ? IK_ERROR_NOT_FOUND : IK_ERROR_IO, "%s: %s", path,
                missing ? "no such file" : reason->message);
    return NULL;
}

static bool open_gzip(ik_byte_source *source, GError **error)
{
    g_autoptr(GInputStream) plain = open_plain(source->path, error);
    if (plain == NULL)
        return false;
    g_autoptr(GZlibDecompressor) unpacker = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP);
    source->stream = g_converter_input_stream_new(plain, G_CONVERTER(unpacker));
    source->is_packed = true;
    return true;
}

/* The first bytes of a file; how many there are, -1 with `error` set. */
static gssize peek(const char *path, guint8 *head, gsize size, GError **error)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        set_broken(error, path, "is a folder, expected a file");
        return -1;
    }
    g_autoptr(GInputStream) stream = open_plain(path, error);
    if (stream == NULL)
        return -1;
    gsize n = 0;
    g_autoptr(GError) reason = NULL;
    if (g_input_stream_read_all(stream, head, size, &n, NULL, &reason))
        return (gssize)n;
    g_set_error(error, IK_ERROR, IK_ERROR_IO, "%s: %s", path, reason->message);
    return -1;
}

static bool open_any(ik_byte_source *source, GError **error)
{
    guint8 head[4];
    gssize n = peek(source->path, head, sizeof head, error);
    if (n < 0)
        return false;
    if (n == 4 && memcmp(head, "PK\003\004", 4) == 0)
        return open_zip(source, error);
    if (n >= 2 && head[0] == 0x1f && head[1] == 0x8b)
        return open_gzip(source, error);
    source->stream = open_plain(source->path, error);
    return source->stream != NULL;
}

ik_byte_source *ik_byte_source_open(const char *path, GError **error)
{
    ik_byte_source *source = g_new0(ik_byte_source, 1);
    source->path = g_strdup(path);
    if (open_any(source, error))
        return source;
    ik_byte_source_close(source);
    return NULL;
}

static gssize read_some(const ik_byte_source *source, void *buffer, gsize size, GError **error)
{
    if (source->member != NULL) {
        gint64 n = zip_fread(source->member, buffer, size);
        if (n < 0)
            set_broken(error, source->path, zip_file_strerror(source->member));
        return (gssize)n;
    }
    g_autoptr(GError) reason = NULL;
    gssize n = g_input_stream_read(source->stream, buffer, size, NULL, &reason);
    if (n < 0)
        g_set_error(error, IK_ERROR, source->is_packed ? IK_ERROR_INPUT : IK_ERROR_IO, "%s: %s",
                    source->path, reason->message);
    return n;
}

gssize ik_byte_source_read(ik_byte_source *source, void *buffer, gsize size, GError **error)
{
    gssize n = read_some(source, buffer, size, error);
    if (n <= 0)
        return n;
    source->total += (guint64)n;
    if (source->is_packed && source->total > IK_BYTE_SOURCE_LIMIT) {
        set_broken(error, source->path, "unpacks to more than 8 GiB, which no register is");
        return -1;
    }
    return n;
}

/* --- lines --------------------------------------------------------------------------------- */

struct ik_byte_lines {
    ik_byte_source *source; /* borrowed */
    gsize start, end;       /* of what is read and not yet given out */
    bool is_begun, is_over;
    char buffer[LINES_BUFFER + 1];
};

ik_byte_lines *ik_byte_lines_new(ik_byte_source *source)
{
    ik_byte_lines *lines = g_new(ik_byte_lines, 1);
    lines->source = source;
    lines->start = lines->end = 0;
    lines->is_begun = lines->is_over = false;
    return lines;
}

void ik_byte_lines_free(ik_byte_lines *lines)
{
    g_free(lines);
}

/* Moves what is left to the front and reads until the buffer is full or the source is over. */
static bool fill(ik_byte_lines *lines, GError **error)
{
    lines->end -= lines->start;
    memmove(lines->buffer, lines->buffer + lines->start, lines->end);
    lines->start = 0;
    while (lines->end < LINES_BUFFER && !lines->is_over) {
        gssize n = ik_byte_source_read(lines->source, lines->buffer + lines->end,
                                       LINES_BUFFER - lines->end, error);
        if (n < 0)
            return false;
        lines->is_over = n == 0;
        lines->end += (gsize)n;
    }
    if (!lines->is_begun && lines->end >= 3 && memcmp(lines->buffer, "\xEF\xBB\xBF", 3) == 0)
        lines->start = 3;
    lines->is_begun = true;
    return true;
}

/* The line end in what is read; reads more when there is none yet. NULL: there is none in a whole buffer, or none
 * before the end. */
static bool find_end(ik_byte_lines *lines, char **end, GError **error)
{
    char *from = lines->buffer + lines->start;
    *end = memchr(from, '\n', lines->end - lines->start);
    if (*end != NULL || lines->is_over)
        return true;
    if (!fill(lines, error))
        return false;
    *end = memchr(lines->buffer + lines->start, '\n', lines->end - lines->start);
    return true;
}

/* Passes over the rest of a line that is longer than the buffer. */
static bool pass_over(ik_byte_lines *lines, GError **error)
{
    char *end = NULL;
    while (end == NULL && !(lines->is_over && lines->start == lines->end)) {
        if (!find_end(lines, &end, error))
            return false;
        lines->start = end != NULL ? (gsize)(end + 1 - lines->buffer) : lines->end;
    }
    return true;
}

bool ik_byte_lines_next(ik_byte_lines *lines, ik_byte_line *line, GError **error)
{
    char *end = NULL;
    if ((!lines->is_begun && !fill(lines, error)) || !find_end(lines, &end, error))
        return false;
    if (lines->start == lines->end)
        return false;
    char *text = lines->buffer + lines->start;
    bool has_end = end != NULL;
    if (!has_end)
        end = lines->buffer + lines->end;
    gsize length = (gsize)(end - text);
    lines->start = has_end ? (gsize)(end + 1 - lines->buffer) : lines->end;
    line->is_cut = length > IK_BYTE_LINE_LIMIT;
    line->text = text;
    line->length = MIN(length, IK_BYTE_LINE_LIMIT);
    if (!line->is_cut && length > 0 && text[length - 1] == '\r')
        line->length--;
    if (!has_end && !lines->is_over) {
        if (!pass_over(lines, error))
            return false;
        line->text = lines->buffer; /* its bytes are gone; a cut line is only counted */
        line->length = 0;
    }
    line->text[line->length] = '\0';
    return true;
}

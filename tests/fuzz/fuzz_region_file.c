/* fuzz_region_file.c — files of positions: CSV, JSON lines, feature collections.   [tests]
 *
 * Whatever the format, records in and out agree in number, the result of JSON is JSON again, and what was answered
 * once is answered the same when it is asked again.
 */
#include "fuzz_support.h"

#include <ideenkarte/region_file.h>
#include <string.h>

#include "json.h"

static bool collect(const char *bytes, gsize size, gpointer data, GError **error)
{
    (void)error;
    g_string_append_len(data, bytes, (gssize)size);
    return true;
}

static const ik_region_set *regions(void)
{
    static ik_region_set *set;
    if (set == NULL)
        set = ik_region_set_new(ik_territory_builtin());
    return set;
}

/* The result, NULL when the file as a whole is refused. */
static GString *ask(const void *data, size_t size, ik_file_format format,
                    ik_region_file_summary *summary)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    const ik_region_file_options options = {.format = format, .write = collect, .write_data = out};
    const char *path = fuzz_file("positions", data, size);
    if (ik_region_file(regions(), path, &options, summary, &error)) {
        g_assert(error == NULL);
        g_assert(summary->records == summary->inside + summary->outside + summary->rejected);
        return out;
    }
    fuzz_require_failure(error);
    g_string_free(out, TRUE);
    return NULL;
}

static void require_json(const char *text, gsize length)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_json) json = ik_json_parse(text, length, "result", &error);
    g_assert(json != NULL);
}

/* Every line, or every text behind a record separator, is JSON. */
static guint64 require_lines(const GString *out)
{
    const char separator = memchr(out->str, '\x1e', out->len) != NULL ? '\x1e' : '\n';
    const char separators[] = {separator, '\0'};
    g_auto(GStrv) texts = g_strsplit(out->str, separators, -1);
    guint64 n = 0;
    for (char **text = texts; *text != NULL; text++) {
        if (*g_strstrip(*text) == '\0')
            continue;
        require_json(*text, strlen(*text));
        n++;
    }
    return n;
}

static void check_format(const uint8_t *data, size_t size, ik_file_format format)
{
    ik_region_file_summary first = {0}, second = {0};
    GString *out = ask(data, size, format, &first);
    if (out == NULL)
        return;
    if (format == IK_FILE_FORMAT_NDJSON && strlen(out->str) == out->len)
        g_assert(require_lines(out) == first.records);
    GString *again = ask(out->str, out->len, format, &second);
    if (again != NULL && format == IK_FILE_FORMAT_NDJSON) {
        g_assert(second.inside == first.inside && second.outside == first.outside);
        g_assert(second.records == first.records);
    }
    if (again != NULL)
        g_string_free(again, TRUE);
    g_string_free(out, TRUE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_format(data, size, IK_FILE_FORMAT_DETECT);
    check_format(data, size, IK_FILE_FORMAT_CSV);
    check_format(data, size, IK_FILE_FORMAT_NDJSON);
    check_format(data, size, IK_FILE_FORMAT_GEOJSON);
    return 0;
}

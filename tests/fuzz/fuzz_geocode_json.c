/* fuzz_geocode_json.c — addresses in JSON lines and feature collections.   [tests]
 *
 * Either one error or as many records as were counted, each of them JSON with an answer; two threads say the same.
 */
#include "fuzz_support.h"

#include <ideenkarte/batch.h>
#include <string.h>

#include "json.h"

static const ik_atlas *atlas_of_nrw(void)
{
    static ik_atlas *atlas; /* kept for the life of the process */
    if (atlas == NULL)
        atlas = ik_atlas_new();
    return atlas;
}

static bool take(const char *bytes, gsize size, gpointer data, GError **error)
{
    (void)error;
    g_string_append_len(data, bytes, (gssize)size);
    return true;
}

/* The result, NULL when the file as a whole is refused. */
static GString *ask(const char *path, ik_file_format format, guint jobs, ik_batch_summary *summary)
{
    g_autoptr(GError) error = NULL;
    GString *out = g_string_new(NULL);
    const ik_batch_options options = {
        .format = format, .jobs = jobs, .write = take, .write_data = out};
    if (ik_geocode_file(atlas_of_nrw(), path, &options, summary, &error)) {
        g_assert(error == NULL);
        g_assert(summary->records == summary->placed + summary->rejected);
        return out;
    }
    fuzz_require_failure(error);
    g_string_free(out, TRUE);
    return NULL;
}

static void require_answer(ik_json_value record)
{
    g_assert(ik_json_type_of(record) == IK_JSON_OBJECT);
    ik_json_value properties = ik_json_member(record, "properties");
    const bool is_feature = ik_json_exists(ik_json_member(record, "geometry")) &&
                            ik_json_exists(properties) &&
                            ik_json_type_of(properties) == IK_JSON_OBJECT;
    ik_json_value answered = is_feature ? properties : record;
    bool has_candidates = false;
    for (guint i = 0; i < ik_json_length(answered); i++)
        has_candidates |= g_str_has_suffix(ik_json_member_key(answered, i), "candidates");
    for (guint i = 0; is_feature && i < ik_json_length(record); i++)
        has_candidates |= g_str_has_suffix(ik_json_member_key(record, i), "candidates");
    g_assert(has_candidates);
}

static guint64 require_lines(const GString *out)
{
    const char separators[] = {memchr(out->str, '\x1e', out->len) != NULL ? '\x1e' : '\n', '\0'};
    g_auto(GStrv) texts = g_strsplit(out->str, separators, -1);
    guint64 n = 0;
    for (char **text = texts; *text != NULL; text++) {
        if (*g_strstrip(*text) == '\0')
            continue;
        g_autoptr(ik_json) json = ik_json_parse(*text, strlen(*text), "result", NULL);
        g_assert(json != NULL);
        require_answer(ik_json_root(json));
        n++;
    }
    return n;
}

static void check_format(const char *path, ik_file_format format)
{
    ik_batch_summary summary = {0}, again = {0};
    g_autoptr(GString) out = ask(path, format, 1, &summary);
    g_autoptr(GString) same = ask(path, format, 2, &again);
    g_assert((out == NULL) == (same == NULL));
    if (out == NULL)
        return;
    g_assert(g_string_equal(out, same));
    g_assert(memcmp(&summary, &again, sizeof summary) == 0);
    if (format == IK_FILE_FORMAT_NDJSON && strlen(out->str) == out->len)
        g_assert(require_lines(out) == summary.records);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *path = fuzz_file("addresses", data, size);
    check_format(path, IK_FILE_FORMAT_NDJSON);
    check_format(path, IK_FILE_FORMAT_GEOJSON);
    return 0;
}

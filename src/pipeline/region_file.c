/* region_file.c — a file of positions, whatever its format, and where its result goes.   [pipeline] */
#include <string.h>

#include "region_batch.h"
#include "result_file.h"
#include "source_file.h"

static bool answer(ik_region_batch *batch, GBytes *bytes, GError **error)
{
    g_autoptr(GBytes) json = ik_source_without_mark(bytes);
    ik_file_format format = batch->options->format;
    bool done = false;
    if (format == IK_FILE_FORMAT_DETECT)
        format = ik_source_detect(json);
    switch (format) {
    case IK_FILE_FORMAT_NDJSON:
    case IK_FILE_FORMAT_GEOJSON: done = ik_region_records(batch, json, format, error); break;
    case IK_FILE_FORMAT_DETECT:
    case IK_FILE_FORMAT_CSV: done = ik_region_csv(batch, bytes, error); break;
    }
    return done && (batch->out->len == 0 ||
                    batch->write(batch->out->str, batch->out->len, batch->write_data, error));
}

static bool answer_to_file(ik_region_batch *batch, GBytes *bytes, GError **error)
{
    g_autoptr(ik_result_file) result = ik_result_file_open(batch->options->output, error);
    if (!result)
        return false;
    batch->write = ik_result_file_write;
    batch->write_data = result;
    return answer(batch, bytes, error) && ik_result_file_commit(result, error);
}

bool ik_region_file(const ik_region_set *set, const char *path,
                    const ik_region_file_options *options, ik_region_file_summary *summary,
                    GError **error)
{
    g_autoptr(GBytes) bytes = ik_source_read(path, NULL, NULL, error);
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

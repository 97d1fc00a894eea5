/* region_records.c — the records of a JSON text answered one by one.   [pipeline] */
#include "json_records.h"
#include "json_writer.h"
#include "printable.h"
#include "region_json.h"

#define MOST_RAW_BYTES 1000

/* What is no record stands in the result as text, so that every line of it is JSON. */
static void append_broken(ik_region_batch *batch, ik_json_span text)
{
    const gsize length = MIN((gsize)(text.end - text.start), MOST_RAW_BYTES);
    g_autofree char *cut = g_strndup(text.start, length);
    g_autofree char *raw = ik_printable(cut);
    ik_region_answer answer;
    ik_region_answer_fault(batch, "broken_json", &answer);
    ik_json_writer writer;
    ik_json_writer_init(&writer, batch->out, 0);
    ik_json_begin_object(&writer);
    ik_json_key(&writer, "fault");
    ik_json_put_string(&writer, "broken_json");
    ik_json_key(&writer, "record");
    ik_json_put_string(&writer, raw);
    ik_json_end_object(&writer);
}

static void append_span(GString *out, ik_json_span span)
{
    g_string_append_len(out, span.start, span.end - span.start);
}

static bool answer_record(ik_region_json *json, ik_region_batch *batch,
                          const ik_json_records *records, const ik_json_record *record,
                          GError **error)
{
    append_span(batch->out, record->before);
    if (!ik_region_json_answer(json, record->text)) {
        if (!ik_json_records_are_lines(records))
            return ik_json_records_fail(records, record->line, "broken JSON, or no feature", error);
        append_broken(batch, record->text);
    }
    g_string_append(batch->out, record->after);
    return ik_region_batch_pass_on(batch, error);
}

bool ik_region_records(ik_region_batch *batch, GBytes *json_bytes, ik_file_format format,
                       GError **error)
{
    g_autoptr(ik_region_json) json = ik_region_json_new(batch);
    g_autoptr(GError) cause = NULL;
    ik_json_records records;
    ik_json_record record;
    ik_json_records_init(&records, json_bytes, batch->name, format);
    while (ik_json_records_next(&records, &record, &cause))
        if (!answer_record(json, batch, &records, &record, error))
            return false;
    if (cause) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return false;
    }
    append_span(batch->out, record.before);
    return true;
}

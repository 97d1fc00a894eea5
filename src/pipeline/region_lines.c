/* region_lines.c — JSON records one a line, or RFC 8142 texts behind record separators.   [pipeline] */
#include <string.h>

#include "json_writer.h"
#include "printable.h"
#include "region_json.h"

#define RECORD_SEPARATOR '\x1e'
#define MOST_RAW_BYTES   1000

/* Without the blanks on both sides. */
static ik_json_span strip(ik_json_span text)
{
    text.start = ik_json_skip_blanks(text.start, text.end);
    while (text.end > text.start && strchr(" \t\r\n", text.end[-1]))
        text.end--;
    return text;
}

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

bool ik_region_lines(ik_region_batch *batch, GBytes *bytes, GError **error)
{
    g_autoptr(ik_region_json) json = ik_region_json_new(batch);
    gsize size;
    const char *at = g_bytes_get_data(bytes, &size);
    const char *end = at + size;
    const char separator = memchr(at, RECORD_SEPARATOR, size) ? RECORD_SEPARATOR : '\n';
    while (at < end) {
        const char *stop = memchr(at, separator, (gsize)(end - at));
        const ik_json_span text = strip((ik_json_span){at, stop ? stop : end});
        at = stop ? stop + 1 : end;
        if (text.start == text.end)
            continue;
        if (separator == RECORD_SEPARATOR)
            g_string_append_c(batch->out, RECORD_SEPARATOR);
        if (!ik_region_json_answer(json, text))
            append_broken(batch, text);
        g_string_append_c(batch->out, '\n');
        if (!ik_region_batch_pass_on(batch, error))
            return false;
    }
    return true;
}

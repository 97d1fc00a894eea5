/* json_records.c — a JSON text cut into its records: lines, a sequence, or the features of a collection.   [pipeline] */
#include "json_records.h"

#include <ideenkarte/error.h>
#include <string.h>

#define RECORD_SEPARATOR '\x1e'

void ik_json_records_init(ik_json_records *records, GBytes *bytes, const char *name,
                          ik_file_format format)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    if (!data)
        data = "";
    *records = (ik_json_records){.name = name,
                                 .text = {data, data + size},
                                 .at = data,
                                 .copied = data,
                                 .line = 1,
                                 .counted = data};
    if (format == IK_FILE_FORMAT_NDJSON)
        records->separator = memchr(data, RECORD_SEPARATOR, size) ? RECORD_SEPARATOR : '\n';
}

bool ik_json_records_are_lines(const ik_json_records *records)
{
    return records->separator != '\0';
}

static guint64 line_of(ik_json_records *records, const char *at)
{
    while (records->counted < at) {
        const char *end = memchr(records->counted, '\n', (gsize)(at - records->counted));
        records->line += end != NULL;
        records->counted = end ? end + 1 : at;
    }
    return records->line;
}

bool ik_json_records_fail(const ik_json_records *records, guint64 line, const char *what,
                          GError **error)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s:%" G_GUINT64_FORMAT ": %s", records->name,
                line, what);
    return false;
}

static bool fail_at(ik_json_records *records, const char *at, const char *what, GError **error)
{
    return ik_json_records_fail(records, line_of(records, at), what, error);
}

/* --- lines and sequences --------------------------------------------------------------------- */

/* Without the blanks on both sides, and the byte order mark that stands in the middle where files were joined. */
static ik_json_span strip(ik_json_span text)
{
    text.start = ik_json_skip_blanks(text.start, text.end);
    if (text.end - text.start >= 3 && memcmp(text.start, "\xEF\xBB\xBF", 3) == 0)
        text.start = ik_json_skip_blanks(text.start + 3, text.end);
    while (text.end > text.start && strchr(" \t\r\n", text.end[-1]))
        text.end--;
    return text;
}

static bool next_line(ik_json_records *records, ik_json_record *record)
{
    static const char mark[] = {RECORD_SEPARATOR};
    const char *end = records->text.end;
    const gsize n_marks = records->separator == RECORD_SEPARATOR ? 1 : 0;
    while (records->at < end) {
        const char *start = records->at;
        const char *stop = memchr(start, records->separator, (gsize)(end - start));
        const ik_json_span text = strip((ik_json_span){start, stop ? stop : end});
        records->at = stop ? stop + 1 : end;
        if (text.start == text.end)
            continue;
        *record =
            (ik_json_record){{mark, mark + n_marks}, text, "\n", line_of(records, text.start)};
        return true;
    }
    return false;
}

/* --- collections ----------------------------------------------------------------------------- */

/* Behind the value of a member, or at the first of the features. */
static bool skip_member(ik_json_records *records, const ik_json_member_span *member, GError **error)
{
    const char *start = member->value.start, *end = records->text.end;
    if (!records->has_begun && start < end && *start == '[' && ik_json_key_is(member, "features")) {
        records->has_begun = true;
        records->at = ik_json_skip_blanks(start + 1, end);
        return true;
    }
    const char *behind = ik_json_skip_value(start, end);
    if (!behind)
        return fail_at(records, start, "broken JSON: the value that begins here has no end", error);
    records->at = behind;
    return true;
}

/* Goes to the first feature. */
static bool begin_collection(ik_json_records *records, GError **error)
{
    const char *end = records->text.end;
    ik_json_member_span member;
    records->at = ik_json_skip_blanks(records->at, end);
    if (records->at == end || *records->at != '{')
        return fail_at(records, records->at, "expected a GeoJSON FeatureCollection", error);
    records->at++;
    while (!records->has_begun && ik_json_next_key(records->at, end, &member))
        if (!skip_member(records, &member, error))
            return false;
    if (records->has_begun)
        return true;
    records->at = ik_json_skip_blanks(records->at, end);
    if (records->at == end || *records->at != '}')
        return fail_at(records, records->at, "broken JSON: the collection has no end", error);
    return fail_at(records, records->at, "expected a GeoJSON FeatureCollection with \"features\"",
                   error);
}

/* Behind the features nothing but other members follows. */
static bool end_collection(ik_json_records *records, GError **error)
{
    const char *end = records->text.end;
    ik_json_member_span member;
    records->at++;
    while (ik_json_next_key(records->at, end, &member)) {
        if (ik_json_key_is(&member, "features"))
            return fail_at(records, member.key.start, "broken JSON: doubled \"features\"", error);
        if (!skip_member(records, &member, error))
            return false;
    }
    records->at = ik_json_skip_blanks(records->at, end);
    if (records->at == end || *records->at != '}')
        return fail_at(records, records->at, "broken JSON: the collection has no end", error);
    records->at = ik_json_skip_blanks(records->at + 1, end);
    if (records->at != end)
        return fail_at(records, records->at, "broken JSON: something follows the collection",
                       error);
    return true;
}

static ik_json_span take_copied(ik_json_records *records, const char *at)
{
    const ik_json_span before = {records->copied, at};
    records->copied = at;
    return before;
}

static bool take_feature(ik_json_records *records, ik_json_record *record, GError **error)
{
    const char *end = records->text.end, *start = records->at;
    const ik_json_span feature = {start, ik_json_skip_value(start, end)};
    if (!feature.end)
        return fail_at(records, start, "broken JSON: the feature that begins here has no end",
                       error);
    *record = (ik_json_record){take_copied(records, start), feature, "", line_of(records, start)};
    records->copied = feature.end;
    records->at = ik_json_skip_blanks(feature.end, end);
    if (records->at >= end || (*records->at != ',' && *records->at != ']'))
        return fail_at(records, records->at,
                       "broken JSON: expected a comma or the end of the features", error);
    if (*records->at == ',')
        records->at = ik_json_skip_blanks(records->at + 1, end);
    return true;
}

static bool next_feature(ik_json_records *records, ik_json_record *record, GError **error)
{
    const char *end = records->text.end;
    if (!records->has_begun && !begin_collection(records, error))
        return false;
    if (records->at >= end)
        return fail_at(records, end, "broken JSON: the features have no end", error);
    if (*records->at != ']')
        return take_feature(records, record, error);
    if (!end_collection(records, error))
        return false;
    records->has_ended = true;
    record->before = take_copied(records, end);
    return false;
}

bool ik_json_records_next(ik_json_records *records, ik_json_record *record, GError **error)
{
    *record = (ik_json_record){{"", NULL}, {"", NULL}, "", 0};
    record->before.end = record->before.start;
    record->text.end = record->text.start;
    if (records->has_ended)
        return false;
    return records->separator ? next_line(records, record) : next_feature(records, record, error);
}

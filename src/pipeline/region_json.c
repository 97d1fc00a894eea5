/* region_json.c — positions in JSON records, answers among their members.   [pipeline]
 *
 * A record is copied as it is written and only added to: numbers keep their digits, members their order.
 */
#include "region_json.h"

#include <string.h>

#include "json_members.h"
#include "json_writer.h"

struct ik_region_json {
    ik_region_batch *batch;
    ik_json_members *members;
};

ik_region_json *ik_region_json_new(ik_region_batch *batch)
{
    ik_region_json *json = g_new0(ik_region_json, 1);
    const ik_columns_request request = {.table = IK_TABLE_ADDRESSES, .file = batch->name};
    json->batch = batch;
    json->members = ik_json_members_new(&request);
    return json;
}

void ik_region_json_free(ik_region_json *json)
{
    if (!json)
        return;
    ik_json_members_free(json->members);
    g_free(json);
}

/* --- where a record lies --------------------------------------------------------------------- */

static void answer_geometry(ik_region_batch *batch, ik_json_value geometry,
                            ik_region_answer *answer)
{
    static const char *const faults[] = {[IK_JSON_POINT_ABSENT] = "no_position",
                                         [IK_JSON_POINT_UNSUPPORTED] = "geometry_unsupported",
                                         [IK_JSON_POINT_MALFORMED] = "coordinates_malformed"};
    ik_lonlat position;
    const ik_json_point point = ik_json_point_read(geometry, &position);
    if (point == IK_JSON_POINT_READ)
        ik_region_answer_position(batch, position, answer);
    else
        ik_region_answer_fault(batch, faults[point], answer);
}

static void answer_members(ik_region_json *json, ik_json_value object, ik_json_span text,
                           ik_region_answer *answer)
{
    ik_csv_record record;
    const ik_columns *columns = ik_json_members_read(json->members, object, text, &record);
    if (columns)
        ik_region_answer_record(json->batch, columns, &record, answer);
    else
        ik_region_answer_fault(json->batch, "no_position", answer);
}

/* --- the answer among the members ------------------------------------------------------------ */

static bool is_answered(const ik_region_batch *batch, const char *name)
{
    for (guint i = 0; i < IK_REGION_N_VALUES; i++)
        if (ik_region_value_is_asked(batch, i) && strcmp(ik_region_value_name(i), name) == 0)
            return true;
    return false;
}

/* A name for a member that stands in the answer's way. */
static char *spare_name(ik_json_value object, const char *name)
{
    char *spare = g_strconcat("given_", name, NULL);
    while (ik_json_exists(ik_json_member(object, spare))) {
        char *longer = g_strconcat("given_", spare, NULL);
        g_free(spare);
        spare = longer;
    }
    return spare;
}

static void append_answer(const ik_region_batch *batch, bool follows,
                          const ik_region_answer *answer)
{
    ik_json_writer writer;
    for (guint i = 0; i < IK_REGION_N_VALUES; i++) {
        if (!ik_region_value_is_asked(batch, i))
            continue;
        g_string_append_printf(batch->out, "%s\"%s\":", follows ? "," : "",
                               ik_region_value_name(i));
        follows = true;
        if (answer->values[i] && ik_region_value_is_number(i)) {
            g_string_append(batch->out, answer->values[i]);
            continue;
        }
        ik_json_writer_init(&writer, batch->out, 0);
        ik_json_put_string(&writer, answer->values[i]);
    }
}

/* Copies an object and adds the answer behind its last member. */
static void append_object(const ik_region_batch *batch, ik_json_value object, ik_json_span text,
                          const ik_region_answer *answer)
{
    const char *copied = text.start;
    ik_json_member_span span = {.value.end = text.start + 1};
    guint i = 0;
    for (; ik_json_next_member(span.value.end, text.end, &span); i++) {
        const char *name = ik_json_member_key(object, i);
        if (!is_answered(batch, name))
            continue;
        g_autofree char *spare = spare_name(object, name);
        g_string_append_len(batch->out, copied, span.key.start - copied);
        g_string_append_printf(batch->out, "\"%s\"", spare);
        copied = span.key.end;
    }
    const char *last = i > 0 ? span.value.end : text.start + 1;
    g_string_append_len(batch->out, copied, last - copied);
    append_answer(batch, i > 0, answer);
    g_string_append_len(batch->out, last, text.end - last);
}

static void append_feature(const ik_region_batch *batch, ik_json_value feature, ik_json_span text,
                           const ik_region_answer *answer)
{
    static const char empty[] = "{}";
    const ik_json_span nothing = {empty, empty + 2};
    ik_json_member_span span = {.value.end = text.start + 1};
    for (guint i = 0; ik_json_next_member(span.value.end, text.end, &span); i++) {
        if (strcmp(ik_json_member_key(feature, i), "properties") != 0)
            continue;
        ik_json_value properties = ik_json_member_at(feature, i);
        g_string_append_len(batch->out, text.start, span.value.start - text.start);
        bool is_null = ik_json_type_of(properties) == IK_JSON_NULL;
        append_object(batch, properties, is_null ? nothing : span.value, answer);
        g_string_append_len(batch->out, span.value.end, text.end - span.value.end);
        return;
    }
    const char *last = span.value.end;
    g_string_append_len(batch->out, text.start, last - text.start);
    g_string_append(batch->out, ",\"properties\":{");
    append_answer(batch, false, answer);
    g_string_append_c(batch->out, '}');
    g_string_append_len(batch->out, last, text.end - last);
}

bool ik_region_json_answer(ik_region_json *json, ik_json_span text)
{
    ik_region_batch *batch = json->batch;
    const gsize length = (gsize)(text.end - text.start);
    g_autoptr(ik_json) document = ik_json_parse(text.start, length, batch->name, NULL);
    if (!document || ik_json_type_of(ik_json_root(document)) != IK_JSON_OBJECT)
        return false;
    ik_json_value record = ik_json_root(document);
    ik_region_answer answer;
    if (ik_json_is_text(ik_json_member(record, "type"), "Feature")) {
        if (!ik_json_has_properties(record))
            return false;
        answer_geometry(batch, ik_json_member(record, "geometry"), &answer);
        append_feature(batch, record, text, &answer);
    } else {
        answer_members(json, record, text, &answer);
        append_object(batch, record, text, &answer);
    }
    return true;
}

/* region_json.c — positions in JSON records, answers among their members.   [pipeline]
 *
 * A record is copied as it is written and only added to: numbers keep their digits, members their order.
 */
#include "region_json.h"

#include <string.h>

#include "json.h"
#include "json_writer.h"

struct ik_region_json {
    ik_region_batch *batch;
    ik_columns
        *columns; /* of records whose members are called `names`; NULL: they give no position */
    char *names;  /* of all members, each with an end of its own */
    gsize names_length;
};

ik_region_json *ik_region_json_new(ik_region_batch *batch)
{
    ik_region_json *json = g_new0(ik_region_json, 1);
    json->batch = batch;
    return json;
}

void ik_region_json_free(ik_region_json *json)
{
    if (!json)
        return;
    ik_columns_free(json->columns);
    g_free(json->names);
    g_free(json);
}

/* --- where a record lies --------------------------------------------------------------------- */

static bool is_text(ik_json_value value, const char *text)
{
    return ik_json_exists(value) && ik_json_type_of(value) == IK_JSON_STRING &&
           strcmp(ik_json_string(value), text) == 0;
}

static bool is_degrees(ik_json_value value, double limit)
{
    return ik_json_type_of(value) == IK_JSON_NUMBER && ik_json_number(value) >= -limit &&
           ik_json_number(value) <= limit;
}

static void answer_geometry(ik_region_batch *batch, ik_json_value geometry,
                            ik_region_answer *answer)
{
    if (!ik_json_exists(geometry) || ik_json_type_of(geometry) == IK_JSON_NULL) {
        ik_region_answer_fault(batch, "no_position", answer);
        return;
    }
    if (ik_json_type_of(geometry) != IK_JSON_OBJECT ||
        !is_text(ik_json_member(geometry, "type"), "Point")) {
        ik_region_answer_fault(batch, "geometry_unsupported", answer);
        return;
    }
    ik_json_value position = ik_json_member(geometry, "coordinates");
    if (!ik_json_exists(position) || ik_json_type_of(position) != IK_JSON_ARRAY ||
        ik_json_length(position) < 2 || !is_degrees(ik_json_item(position, 0), 180) ||
        !is_degrees(ik_json_item(position, 1), 90)) {
        ik_region_answer_fault(batch, "coordinates_malformed", answer);
        return;
    }
    const ik_lonlat lonlat = {ik_json_number(ik_json_item(position, 0)),
                              ik_json_number(ik_json_item(position, 1))};
    ik_region_answer_position(batch, lonlat, answer);
}

/* Finds out which members give the position, unless they are called as in the last record. */
static void recognise(ik_region_json *json, const ik_csv_record *header)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < header->n_fields; i++)
        g_string_append_len(names, header->fields[i], (gssize)strlen(header->fields[i]) + 1);
    if (json->names && json->names_length == names->len &&
        memcmp(json->names, names->str, names->len) == 0)
        return;
    const ik_columns_request request = {.table = IK_TABLE_ADDRESSES, .file = json->batch->name};
    ik_columns_free(json->columns);
    json->columns = ik_columns_resolve(&request, header, NULL);
    g_free(json->names);
    json->names_length = names->len;
    json->names = g_string_free(g_steal_pointer(&names), FALSE);
}

/* The members as columns: text as it reads, numbers as they are written. */
static void answer_members(ik_region_json *json, ik_json_value object, ik_json_span text,
                           ik_region_answer *answer)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GPtrArray) values = g_ptr_array_new();
    g_autoptr(GStringChunk) numbers = g_string_chunk_new(64);
    ik_json_member_span span = {.value.end = text.start + 1};
    for (guint i = 0; ik_json_next_member(span.value.end, text.end, &span); i++) {
        ik_json_value value = ik_json_member_at(object, i);
        g_ptr_array_add(names, (gpointer)(gsize)ik_json_member_key(object, i));
        gpointer written = (gpointer)(gsize) "";
        if (ik_json_type_of(value) == IK_JSON_STRING)
            written = (gpointer)(gsize)ik_json_string(value);
        else if (ik_json_type_of(value) == IK_JSON_NUMBER)
            written = g_string_chunk_insert_len(numbers, span.value.start,
                                                span.value.end - span.value.start);
        g_ptr_array_add(values, written);
    }
    const ik_csv_record header = {.n_fields = names->len, .fields = (const void *)names->pdata};
    const ik_csv_record record = {.n_fields = names->len, .fields = (const void *)values->pdata};
    recognise(json, &header);
    if (json->columns)
        ik_region_answer_record(json->batch, json->columns, &record, answer);
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

/* Whether there is a place for the answer. */
static bool has_properties(ik_json_value feature)
{
    ik_json_value properties = ik_json_member(feature, "properties");
    return !ik_json_exists(properties) || ik_json_type_of(properties) == IK_JSON_NULL ||
           ik_json_type_of(properties) == IK_JSON_OBJECT;
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
    if (is_text(ik_json_member(record, "type"), "Feature")) {
        if (!has_properties(record))
            return false;
        answer_geometry(batch, ik_json_member(record, "geometry"), &answer);
        append_feature(batch, record, text, &answer);
    } else {
        answer_members(json, record, text, &answer);
        append_object(batch, record, text, &answer);
    }
    return true;
}

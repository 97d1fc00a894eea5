/* geocode_json.c — addresses in JSON records, answers among their members.   [pipeline]
 *
 * A record is copied as it is written and only added to: numbers keep their digits, members their order and names.
 */
#include <string.h>

#include "answer_members.h"
#include "geocode_batch.h"
#include "import.h"
#include "json_records.h"
#include "printable.h"

#define MOST_RAW_BYTES 1000

typedef struct {
    ik_geocode_source base;
    const ik_geocode_batch *batch;
    ik_json_records records;
} json_source;

/* --- taking records -------------------------------------------------------------------------- */

static void free_records(gpointer records)
{
    g_array_unref(records);
}

static void append_span(GString *out, ik_json_span span)
{
    g_string_append_len(out, span.start, span.end - span.start);
}

static gpointer take_records(ik_geocode_source *base, GError **error)
{
    json_source *source = (json_source *)base;
    GArray *records = g_array_new(FALSE, FALSE, sizeof(ik_json_record));
    g_autoptr(GError) cause = NULL;
    ik_json_record record = {.after = ""};
    gsize size = 0;
    while (records->len < IK_GEOCODE_PIECE_RECORDS && size < IK_GEOCODE_PIECE_BYTES) {
        if (!ik_json_records_next(&source->records, &record, &cause))
            break;
        size += (gsize)(record.text.end - record.text.start);
        g_array_append_val(records, record);
    }
    if (cause) {
        g_propagate_error(error, g_steal_pointer(&cause));
        g_array_unref(records);
        return NULL;
    }
    if (source->records.has_ended && source->base.tail->len == 0)
        append_span(source->base.tail, record.before);
    if (records->len > 0)
        return records;
    g_array_unref(records);
    return NULL;
}

/* --- the answer among the members ------------------------------------------------------------ */

/* What is written for one record. */
typedef struct {
    const ik_territory *territory;
    const ik_geocode_answer *answer;
    GString *out;
} answer_writer;

static bool has_member(ik_json_value object, const char *name)
{
    const bool is_object = ik_json_exists(object) && ik_json_type_of(object) == IK_JSON_OBJECT;
    const guint n = is_object ? ik_json_length(object) : 0;
    for (guint i = 0; i < n; i++)
        if (g_ascii_strcasecmp(ik_json_member_key(object, i), name) == 0)
            return true;
    return false;
}

/* The answer's members, each under a name that `object` (null: none) does not have. */
static void append_members(const answer_writer *writer, ik_json_value object, bool follows)
{
    g_autofree char *input = ik_geocode_input(writer->answer);
    for (guint i = 0; i < IK_ANSWER_N_MEMBERS; i++) {
        g_autoptr(GString) name = g_string_new(ik_answer_member_name(i));
        while (has_member(object, name->str))
            g_string_prepend(name, "matched_");
        g_string_append_printf(writer->out, "%s\"%s\":", follows || i > 0 ? "," : "", name->str);
        ik_json_writer value;
        ik_json_writer_init(&value, writer->out, 0);
        ik_answer_put_member(&value, i, writer->territory, input, &writer->answer->match);
    }
}

/* Copies an object and adds the answer behind its last member. */
static void append_object(const answer_writer *writer, ik_json_value object, ik_json_span text)
{
    const char *last = text.start + 1;
    ik_json_member_span span = {.value.end = last};
    while (ik_json_next_member(span.value.end, text.end, &span))
        last = span.value.end;
    append_span(writer->out, (ik_json_span){text.start, last});
    append_members(writer, object, ik_json_length(object) > 0);
    append_span(writer->out, (ik_json_span){last, text.end});
}

static void append_properties(const answer_writer *writer, ik_json_value properties,
                              ik_json_span text)
{
    if (ik_json_exists(properties) && ik_json_type_of(properties) == IK_JSON_OBJECT) {
        append_object(writer, properties, text);
        return;
    }
    g_string_append_c(writer->out, '{');
    append_members(writer, properties, false);
    g_string_append_c(writer->out, '}');
}

static void append_point(const answer_writer *writer)
{
    const ik_match *match = &writer->answer->match;
    if (match->level == IK_MATCH_NONE) {
        g_string_append(writer->out, "null");
        return;
    }
    g_string_append(writer->out, "{\"type\":\"Point\",\"coordinates\":[");
    ik_append_rounded(writer->out, match->position.lon, 6);
    g_string_append_c(writer->out, ',');
    ik_append_rounded(writer->out, match->position.lat, 6);
    g_string_append(writer->out, "]}");
}

/* The answer goes into the properties, and into a geometry that is null. */
static void append_feature(const answer_writer *writer, ik_json_value feature, ik_json_span text)
{
    const char *copied = text.start;
    bool has_geometry = false, has_properties = false;
    ik_json_member_span span = {.value.end = text.start + 1};
    for (guint i = 0; ik_json_next_member(span.value.end, text.end, &span); i++) {
        const char *key = ik_json_member_key(feature, i);
        ik_json_value value = ik_json_member_at(feature, i);
        const bool is_geometry = strcmp(key, "geometry") == 0;
        const bool is_properties = strcmp(key, "properties") == 0;
        has_geometry |= is_geometry;
        has_properties |= is_properties;
        if (!is_properties && !(is_geometry && ik_json_type_of(value) == IK_JSON_NULL))
            continue;
        append_span(writer->out, (ik_json_span){copied, span.value.start});
        copied = span.value.end;
        if (is_geometry)
            append_point(writer);
        else
            append_properties(writer, value, span.value);
    }
    /* A feature has its type at least. */
    append_span(writer->out, (ik_json_span){copied, span.value.end});
    if (!has_geometry) {
        g_string_append(writer->out, ",\"geometry\":");
        append_point(writer);
    }
    if (!has_properties) {
        g_string_append(writer->out, ",\"properties\":");
        append_properties(writer, (ik_json_value){NULL}, span.value);
    }
    append_span(writer->out, (ik_json_span){span.value.end, text.end});
}

/* --- answering ------------------------------------------------------------------------------- */

/* The given position of a feature. */
static ik_given read_geometry(ik_json_value geometry, bool *is_unsupported)
{
    ik_given given = {.state = IK_GIVEN_ABSENT};
    const ik_json_point point = ik_json_point_read(geometry, &given.position);
    *is_unsupported = point == IK_JSON_POINT_UNSUPPORTED;
    if (point == IK_JSON_POINT_READ)
        given.state = IK_GIVEN_READ;
    if (point == IK_JSON_POINT_MALFORMED)
        given = (ik_given){.state = IK_GIVEN_MALFORMED,
                           .field = IK_FIELD_LON,
                           .read = g_strdup("geometry"),
                           .expected = "7.4653 51.5136"};
    return given;
}

static bool ask_members(ik_geocode_worker *worker, ik_json_value object, ik_json_span text,
                        ik_given *given, ik_geocode_answer *answer)
{
    static const ik_fault ambiguous = {.code = "members_ambiguous"};
    ik_csv_record record;
    const ik_columns *columns = ik_json_members_read(worker->members, object, text, &record);
    if (columns)
        ik_geocode_ask(worker, columns, &record, given, answer);
    else
        ik_geocode_reject(&ambiguous, NULL, answer);
    return columns != NULL;
}

static void ask_feature(ik_geocode_worker *worker, ik_json_value feature, ik_json_span text,
                        ik_geocode_answer *answer)
{
    static const char empty[] = "{}";
    ik_json_value properties = ik_json_member(feature, "properties");
    ik_json_span span = {empty, empty + 2};
    ik_json_member_span member = {.value.end = text.start + 1};
    for (guint i = 0; ik_json_next_member(member.value.end, text.end, &member); i++)
        if (strcmp(ik_json_member_key(feature, i), "properties") == 0)
            span = member.value;
    if (!ik_json_exists(properties) || ik_json_type_of(properties) == IK_JSON_NULL)
        span = (ik_json_span){empty, empty + 2};
    bool is_unsupported;
    ik_given given = read_geometry(ik_json_member(feature, "geometry"), &is_unsupported);
    const bool has_geometry = given.state != IK_GIVEN_ABSENT || is_unsupported;
    if (!ask_members(worker, properties, span, has_geometry ? &given : NULL, answer))
        ik_given_clear(&given);
    else if (is_unsupported) {
        ik_faults_add(&answer->match.faults, "geometry_unsupported", NULL, NULL, NULL,
                      IK_IMPORT_PENALTY);
        ik_match_settle(&answer->match);
    }
}

/* False: it is no JSON object, or a feature without room for the answer. */
static bool answer_record(ik_geocode_worker *worker, ik_json_span text, GString *out,
                          ik_geocode_answer *answer)
{
    const gsize length = (gsize)(text.end - text.start);
    g_autoptr(ik_json) document = ik_json_parse(text.start, length, worker->batch->name, NULL);
    if (!document || ik_json_type_of(ik_json_root(document)) != IK_JSON_OBJECT)
        return false;
    ik_json_value record = ik_json_root(document);
    const answer_writer writer = {worker->batch->territory, answer, out};
    if (!ik_json_is_text(ik_json_member(record, "type"), "Feature")) {
        ask_members(worker, record, text, NULL, answer);
        append_object(&writer, record, text);
        return true;
    }
    if (!ik_json_has_properties(record))
        return false;
    ask_feature(worker, record, text, answer);
    append_feature(&writer, record, text);
    return true;
}

/* What is no record stands in the result as the text that was asked, so that every line of it is JSON. */
static void answer_broken(const ik_geocode_worker *worker, ik_json_span text, GString *out,
                          ik_geocode_answer *answer)
{
    const gsize length = MIN((gsize)(text.end - text.start), MOST_RAW_BYTES);
    g_autofree char *cut = g_strndup(text.start, length);
    g_autofree char *raw = ik_printable(cut);
    const ik_fault fault = {.code = "broken_json", .read = raw};
    ik_geocode_reject(&fault, raw, answer);
    const answer_writer writer = {worker->batch->territory, answer, out};
    append_properties(&writer, (ik_json_value){NULL}, text);
}

static bool answer_records(const ik_geocode_source *base, ik_geocode_worker *worker,
                           ik_geocode_piece *piece, GError **error)
{
    const json_source *source = (const json_source *)base;
    const GArray *records = piece->records;
    for (guint i = 0; i < records->len; i++) {
        const ik_json_record *record = &g_array_index(records, ik_json_record, i);
        ik_geocode_answer answer;
        append_span(piece->out, record->before);
        if (!answer_record(worker, record->text, piece->out, &answer)) {
            if (!ik_json_records_are_lines(&source->records))
                return ik_json_records_fail(&source->records, record->line,
                                            "broken JSON, or no feature", error);
            answer_broken(worker, record->text, piece->out, &answer);
        }
        g_string_append(piece->out, record->after);
        ik_geocode_note(worker->batch, piece, &answer, record->line);
        ik_geocode_answer_clear(&answer);
    }
    return true;
}

static void close_source(ik_geocode_source *base)
{
    g_string_free(base->head, TRUE);
    g_string_free(base->tail, TRUE);
    g_free(base);
}

ik_geocode_source *ik_geocode_json_open(const ik_geocode_batch *batch, GBytes *json,
                                        ik_file_format format)
{
    json_source *source = g_new0(json_source, 1);
    source->base = (ik_geocode_source){take_records, answer_records,     free_records,
                                       close_source, g_string_new(NULL), g_string_new(NULL)};
    source->batch = batch;
    ik_json_records_init(&source->records, json, batch->name, format);
    return &source->base;
}

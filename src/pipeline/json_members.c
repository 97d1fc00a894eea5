/* json_members.c — the members of JSON records as columns, and the points of features.   [pipeline] */
#include "json_members.h"

#include <string.h>

struct ik_json_members {
    ik_columns_request request;
    ik_columns *columns; /* of records whose members are called `known`; NULL: they make no sense */
    GString *known;      /* all names, each with an end of its own */
    GString *names;      /* the same of the record in hand */
    GPtrArray *keys, *texts; /* of the record in hand; borrowed */
    GStringChunk *numbers;
    bool has_known;
};

ik_json_members *ik_json_members_new(const ik_columns_request *request)
{
    ik_json_members *members = g_new0(ik_json_members, 1);
    members->request = *request;
    members->known = g_string_new(NULL);
    members->names = g_string_new(NULL);
    members->keys = g_ptr_array_new();
    members->texts = g_ptr_array_new();
    members->numbers = g_string_chunk_new(256);
    return members;
}

void ik_json_members_free(ik_json_members *members)
{
    if (!members)
        return;
    ik_columns_free(members->columns);
    g_string_free(members->known, TRUE);
    g_string_free(members->names, TRUE);
    g_ptr_array_unref(members->keys);
    g_ptr_array_unref(members->texts);
    g_string_chunk_free(members->numbers);
    g_free(members);
}

/* Finds out what the members mean, unless they are called as in the last record. */
static void recognise(ik_json_members *members)
{
    g_string_truncate(members->names, 0);
    for (guint i = 0; i < members->keys->len; i++) {
        const char *key = g_ptr_array_index(members->keys, i);
        g_string_append_len(members->names, key, (gssize)strlen(key) + 1);
    }
    if (members->has_known && g_string_equal(members->known, members->names))
        return;
    const ik_csv_record header = {.n_fields = members->keys->len,
                                  .fields = (const void *)members->keys->pdata};
    ik_columns_free(members->columns);
    members->columns = ik_columns_resolve(&members->request, &header, NULL);
    members->has_known = true;
    GString *former = members->known;
    members->known = members->names;
    members->names = former;
}

static const char *text_of(ik_json_members *members, ik_json_value value, ik_json_span span)
{
    if (ik_json_type_of(value) == IK_JSON_STRING)
        return ik_json_string(value);
    if (ik_json_type_of(value) == IK_JSON_NUMBER)
        return g_string_chunk_insert_len(members->numbers, span.start, span.end - span.start);
    return "";
}

const ik_columns *ik_json_members_read(ik_json_members *members, ik_json_value object,
                                       ik_json_span text, ik_csv_record *record)
{
    ik_json_member_span span = {.value.end = text.start + 1};
    g_ptr_array_set_size(members->keys, 0);
    g_ptr_array_set_size(members->texts, 0);
    g_string_chunk_clear(members->numbers);
    for (guint i = 0; ik_json_next_member(span.value.end, text.end, &span); i++) {
        const char *written = text_of(members, ik_json_member_at(object, i), span.value);
        g_ptr_array_add(members->keys, (gpointer)(gsize)ik_json_member_key(object, i));
        g_ptr_array_add(members->texts, (gpointer)(gsize)written);
    }
    recognise(members);
    *record = (ik_csv_record){.n_fields = members->texts->len,
                              .fields = (const void *)members->texts->pdata};
    return members->columns;
}

bool ik_json_is_text(ik_json_value value, const char *text)
{
    return ik_json_exists(value) && ik_json_type_of(value) == IK_JSON_STRING &&
           strcmp(ik_json_string(value), text) == 0;
}

bool ik_json_has_properties(ik_json_value feature)
{
    ik_json_value properties = ik_json_member(feature, "properties");
    return !ik_json_exists(properties) || ik_json_type_of(properties) == IK_JSON_NULL ||
           ik_json_type_of(properties) == IK_JSON_OBJECT;
}

static bool is_degrees(ik_json_value value, double limit)
{
    return ik_json_type_of(value) == IK_JSON_NUMBER && ik_json_number(value) >= -limit &&
           ik_json_number(value) <= limit;
}

ik_json_point ik_json_point_read(ik_json_value geometry, ik_lonlat *position)
{
    if (!ik_json_exists(geometry) || ik_json_type_of(geometry) == IK_JSON_NULL)
        return IK_JSON_POINT_ABSENT;
    if (ik_json_type_of(geometry) != IK_JSON_OBJECT ||
        !ik_json_is_text(ik_json_member(geometry, "type"), "Point"))
        return IK_JSON_POINT_UNSUPPORTED;
    ik_json_value pair = ik_json_member(geometry, "coordinates");
    if (!ik_json_exists(pair) || ik_json_type_of(pair) != IK_JSON_ARRAY ||
        ik_json_length(pair) < 2 || !is_degrees(ik_json_item(pair, 0), 180) ||
        !is_degrees(ik_json_item(pair, 1), 90))
        return IK_JSON_POINT_MALFORMED;
    *position =
        (ik_lonlat){ik_json_number(ik_json_item(pair, 0)), ik_json_number(ik_json_item(pair, 1))};
    return IK_JSON_POINT_READ;
}

/* json_attributes.c — members of a JSON object as attributes of a feature.   [pipeline] */
#include "json_attributes.h"

static ik_value from_array(ik_json_value json, ik_arena *arena)
{
    guint n = ik_json_length(json);
    ik_value *items = ik_arena_alloc(arena, n, sizeof *items);
    for (guint i = 0; i < n; i++)
        items[i] = ik_value_from_json(ik_json_item(json, i), arena);
    return (ik_value){.type = IK_VALUE_ARRAY, .array = {items, n}};
}

static ik_value from_object(ik_json_value json, ik_arena *arena)
{
    guint n = ik_json_length(json);
    ik_attribute *members = ik_arena_alloc(arena, n, sizeof *members);
    for (guint i = 0; i < n; i++)
        members[i] = (ik_attribute){ik_json_member_key(json, i),
                                    ik_value_from_json(ik_json_member_at(json, i), arena)};
    return (ik_value){.type = IK_VALUE_OBJECT, .object = {members, n}};
}

ik_value ik_value_from_json(ik_json_value json, ik_arena *arena)
{
    switch (ik_json_type_of(json)) {
    case IK_JSON_BOOL: return ik_value_bool(ik_json_bool(json));
    case IK_JSON_NUMBER: return ik_value_number(ik_json_number(json));
    case IK_JSON_STRING: return ik_value_string(ik_json_string(json));
    case IK_JSON_ARRAY: return from_array(json, arena);
    case IK_JSON_OBJECT: return from_object(json, arena);
    default: return (ik_value){.type = IK_VALUE_NULL};
    }
}

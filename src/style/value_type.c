/* value_type.c — the types that expressions are checked by.   [style] */
#include "value_type.h"

/* Two arrays have no type in common, as in the reference implementation. */
static ik_value_type item_type(const ik_value *items, guint n)
{
    if (n == 0)
        return IK_VALUE_ANY;
    for (guint i = 1; i < n; i++)
        if (items[i].type != items[0].type || items[i].type == IK_VALUE_ARRAY)
            return IK_VALUE_ANY;
    return items[0].type;
}

ik_type ik_type_of(const ik_value *value)
{
    if (value->type != IK_VALUE_ARRAY)
        return IK_TYPE(value->type);
    return IK_ARRAY_TYPE(item_type(value->array.items, value->array.n), (int)value->array.n);
}

bool ik_type_fits(ik_type expected, ik_type found)
{
    if (found.kind == IK_VALUE_ERROR || expected.kind == IK_VALUE_UNASKED)
        return true;
    if (expected.kind == IK_VALUE_ANY)
        return found.kind != IK_VALUE_COLLATOR;
    if (expected.kind != IK_VALUE_ARRAY || found.kind != IK_VALUE_ARRAY)
        return expected.kind == found.kind;
    bool is_empty = found.length == 0 && found.item == IK_VALUE_ANY;
    return (is_empty || expected.item == IK_VALUE_ANY || expected.item == found.item) &&
           (expected.length == IK_ANY_LENGTH || expected.length == found.length);
}

const char *ik_type_text(ik_type type, ik_arena *arena)
{
    const char *item = ik_value_type_name(type.item);
    if (type.kind != IK_VALUE_ARRAY || (type.item == IK_VALUE_ANY && type.length == IK_ANY_LENGTH))
        return ik_value_type_name(type.kind);
    g_autofree char *text = type.length == IK_ANY_LENGTH
                                ? g_strdup_printf("array<%s>", item)
                                : g_strdup_printf("array<%s, %d>", item, type.length);
    return ik_arena_copy(arena, text);
}

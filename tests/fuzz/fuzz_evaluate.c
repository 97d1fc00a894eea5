/* fuzz_evaluate.c — a feature to try styles on, and what must hold of every value.   [tests] */
#include "fuzz_evaluate.h"

const ik_feature *fuzz_feature(void)
{
    static const ik_value items[] = {{.type = IK_VALUE_NUMBER, .number = 1},
                                     {.type = IK_VALUE_STRING, .string = "work"},
                                     {.type = IK_VALUE_NULL}};
    static const ik_attribute attributes[] = {
        {"name", {.type = IK_VALUE_STRING, .string = "Mülheim\u202e <b>\u0308ß"}},
        {"kind", {.type = IK_VALUE_STRING, .string = "Stadt"}},
        {"empty", {.type = IK_VALUE_STRING, .string = ""}},
        {"population", {.type = IK_VALUE_NUMBER, .number = 167000}},
        {"nothing", {.type = IK_VALUE_NULL}},
        {"huge", {.type = IK_VALUE_NUMBER, .number = 1e308}},
        {"is_town", {.type = IK_VALUE_BOOL, .boolean = true}},
        {"themes", {.type = IK_VALUE_ARRAY, .array = {items, G_N_ELEMENTS(items)}}},
        {"color", {.type = IK_VALUE_STRING, .string = "#ff000080"}},
    };
    static const ik_feature feature = {.id = {.type = IK_VALUE_NUMBER, .number = 5111},
                                       .geometry = "Polygon",
                                       .attributes = attributes,
                                       .n_attributes = G_N_ELEMENTS(attributes)};
    return &feature;
}

static void require_color(ik_color color)
{
    const double parts[] = {color.r, color.g, color.b, color.a};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        g_assert(parts[i] >= 0 && parts[i] <= 1);
}

void fuzz_require_value(const ik_value *value, ik_arena *arena)
{
    g_assert(value->type < IK_VALUE_ANY);
    if (value->type == IK_VALUE_STRING)
        fuzz_require_utf8(value->string);
    if (value->type == IK_VALUE_COLOR)
        require_color(value->color);
    for (guint i = 0; value->type == IK_VALUE_ARRAY && i < value->array.n; i++)
        fuzz_require_value(&value->array.items[i], arena);
    fuzz_require_utf8(ik_value_text(value, arena));
}

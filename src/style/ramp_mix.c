/* ramp_mix.c — what lies between two values.   [style] */
#include "ramp_mix.h"

#include "expression_node.h"

#include <math.h>

double ik_ramp_share(double base, double input, double from, double to)
{
    if (base == 1)
        return (input - from) / (to - from);
    return (pow(base, input - from) - 1) / (pow(base, to - from) - 1);
}

static double between(double a, double b, double t)
{
    return a + t * (b - a);
}

static bool mix_arrays(const ik_value *a, const ik_value *b, double t, ik_evaluation *evaluation,
                       ik_value *value)
{
    guint n = a->array.n;
    if (n != b->array.n)
        return ik_evaluation_fail(evaluation, "arrays to interpolate have different lengths");
    ik_value *items = ik_arena_alloc(evaluation->arena, n, sizeof *items);
    for (guint i = 0; i < n; i++)
        items[i] = ik_value_number(between(a->array.items[i].number, b->array.items[i].number, t));
    *value = (ik_value){.type = IK_VALUE_ARRAY, .array = {items, n}};
    return true;
}

static bool mix_anchors(const ik_value *a, const ik_value *b, double t, ik_evaluation *evaluation,
                        ik_value *value)
{
    guint n = a->anchor_offsets.n;
    if (n != b->anchor_offsets.n)
        return ik_evaluation_fail(evaluation, "lists of anchors have different lengths");
    ik_anchor_offset *items = ik_arena_alloc(evaluation->arena, n, sizeof *items);
    for (guint i = 0; i < n; i++) {
        const ik_anchor_offset *from = &a->anchor_offsets.items[i];
        const ik_anchor_offset *to = &b->anchor_offsets.items[i];
        if (from->anchor != to->anchor)
            return ik_evaluation_fail(evaluation, "lists of anchors have different anchors");
        items[i] = (ik_anchor_offset){from->anchor, between(from->x, to->x, t),
                                      between(from->y, to->y, t)};
    }
    *value = (ik_value){.type = IK_VALUE_ANCHOR_OFFSETS, .anchor_offsets = {items, n}};
    return true;
}

static void mix_paddings(const ik_value *a, const ik_value *b, double t, ik_value *value)
{
    *value = (ik_value){.type = IK_VALUE_PADDING};
    for (int i = 0; i < 4; i++)
        value->padding[i] = between(a->padding[i], b->padding[i], t);
}

bool ik_ramp_mix(const ik_value *a, const ik_value *b, double t, ik_mix_colors_fn mix_colors,
                 ik_evaluation *evaluation, ik_value *value)
{
    switch (a->type) {
    case IK_VALUE_COLOR: *value = ik_value_color(mix_colors(a->color, b->color, t)); break;
    case IK_VALUE_ARRAY: return mix_arrays(a, b, t, evaluation, value);
    case IK_VALUE_ANCHOR_OFFSETS: return mix_anchors(a, b, t, evaluation, value);
    case IK_VALUE_PADDING: mix_paddings(a, b, t, value); break;
    default: *value = ik_value_number(between(a->number, b->number, t)); break;
    }
    return true;
}

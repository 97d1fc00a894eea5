/* operators_ramp.c — steps and gradual changes between stops.   [style]
 *
 * Style Specification, "Ramps, scales, curves". Colours are mixed in sRGB with alpha multiplied
 * in, arrays of numbers item by item.
 */
#include "expression_node.h"

#include <math.h>
#include <string.h>

typedef enum { CURVE_LINEAR, CURVE_EXPONENTIAL, CURVE_BEZIER } curve_kind;

typedef struct {
    curve_kind kind;
    double base;
    double control[4]; /* x1, y1, x2, y2 */
    const double *stops;
    guint n;
} ramp;

/* ---- compiling ---- */

/* Stops and outcomes from json[first..]; "step" has an outcome before its first stop. */
static bool compile_stops(ik_compiler *compiler, ik_json_value json, guint first,
                          ik_value_type type, ramp *curve, ik_expression *node)
{
    guint n = ik_json_length(json);
    double *stops = ik_arena_alloc(compiler->arena, n, sizeof *stops);
    curve->stops = stops;
    node->data = curve;
    for (guint i = first; i + 1 < n; i += 2) {
        ik_json_value stop = ik_json_item(json, i);
        gsize length = ik_compiler_enter(compiler, i);
        if (ik_json_type_of(stop) != IK_JSON_NUMBER)
            return ik_compiler_fail(compiler, "expected number but found %s",
                                    ik_json_type_name(ik_json_type_of(stop)));
        stops[curve->n] = ik_json_number(stop);
        if (curve->n > 0 && stops[curve->n] <= stops[curve->n - 1])
            return ik_compiler_fail(compiler, "stops must stand in strictly ascending order");
        curve->n++;
        ik_compiler_leave(compiler, length);
        if (!ik_compile_argument(compiler, json, i + 1, type, node))
            return false;
        if (type == IK_VALUE_ANY)
            type = node->args[node->n - 1]->type;
    }
    node->type = type;
    return true;
}

static bool compile_step(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                         ik_value_type expected, ik_expression *node)
{
    (void)operator;
    guint n = ik_json_length(json);
    if (n % 2 == 0)
        return ik_compiler_fail(compiler, "\"step\" expects a result after each stop");
    ik_compile_reserve(compiler, node, n);
    if (!ik_compile_argument(compiler, json, 1, IK_VALUE_NUMBER, node) ||
        !ik_compile_argument(compiler, json, 2, expected, node))
        return false;
    ramp *curve = ik_arena_alloc(compiler->arena, 1, sizeof *curve);
    return compile_stops(compiler, json, 3,
                         expected == IK_VALUE_ANY ? node->args[1]->type : expected, curve, node);
}

static bool curve_numbers(ik_compiler *compiler, ik_json_value json, double *numbers, guint n)
{
    if (ik_json_length(json) != n + 1)
        return ik_compiler_fail(compiler, "this curve expects %u numbers", n);
    for (guint i = 0; i < n; i++) {
        ik_json_value number = ik_json_item(json, i + 1);
        if (ik_json_type_of(number) != IK_JSON_NUMBER)
            return ik_compiler_fail(compiler, "this curve expects %u numbers", n);
        numbers[i] = ik_json_number(number);
    }
    return true;
}

static bool compile_curve(ik_compiler *compiler, ik_json_value json, ramp *curve)
{
    const char *name = NULL;
    if (ik_json_type_of(json) == IK_JSON_ARRAY && ik_json_length(json) > 0 &&
        ik_json_type_of(ik_json_item(json, 0)) == IK_JSON_STRING)
        name = ik_json_string(ik_json_item(json, 0));
    if (g_strcmp0(name, "linear") == 0)
        return curve_numbers(compiler, json, NULL, 0);
    if (g_strcmp0(name, "exponential") == 0) {
        curve->kind = CURVE_EXPONENTIAL;
        return curve_numbers(compiler, json, &curve->base, 1);
    }
    if (g_strcmp0(name, "cubic-bezier") == 0) {
        curve->kind = CURVE_BEZIER;
        if (!curve_numbers(compiler, json, curve->control, 4))
            return false;
        for (int i = 0; i < 4; i++)
            if (!(curve->control[i] >= 0 && curve->control[i] <= 1))
                return ik_compiler_fail(compiler, "control points must lie between 0 and 1");
        return true;
    }
    return ik_compiler_fail(
        compiler, "expected [\"linear\"], [\"exponential\", base] or [\"cubic-bezier\", ...]");
}

static bool compile_interpolate(ik_compiler *compiler, const ik_operator *operator,
                                ik_json_value json, ik_value_type expected, ik_expression *node)
{
    (void)operator;
    guint n = ik_json_length(json);
    ramp *curve = ik_arena_alloc(compiler->arena, 1, sizeof *curve);
    if (n % 2 == 0)
        return ik_compiler_fail(compiler, "\"interpolate\" expects a result after each stop");
    gsize length = ik_compiler_enter(compiler, 1);
    if (!compile_curve(compiler, ik_json_item(json, 1), curve))
        return false;
    ik_compiler_leave(compiler, length);
    ik_compile_reserve(compiler, node, n);
    if (!ik_compile_argument(compiler, json, 2, IK_VALUE_NUMBER, node) ||
        !compile_stops(compiler, json, 3, expected, curve, node))
        return false;
    if (node->type != IK_VALUE_NUMBER && node->type != IK_VALUE_COLOR &&
        node->type != IK_VALUE_ARRAY)
        return ik_compiler_fail(compiler, "type %s is not interpolatable",
                                ik_value_type_name(node->type));
    return true;
}

/* ---- evaluating ---- */

/* How many stops lie at or before `input`. */
static guint stops_passed(const ramp *curve, double input)
{
    guint low = 0, high = curve->n;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (curve->stops[middle] <= input)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool evaluate_step(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value input;
    if (!ik_evaluate_argument(node, 0, evaluation, &input))
        return false;
    return ik_evaluate_argument(node, 1 + stops_passed(node->data, input.number), evaluation,
                                value);
}

static double bezier_at(double first, double second, double t)
{
    double u = 1 - t;
    return 3 * u * u * t * first + 3 * u * t * t * second + t * t * t;
}

/* y of the curve at `x`: t is found by halving, as x grows with t. */
static double bezier_y(const double control[4], double x)
{
    double low = 0, high = 1;
    for (int i = 0; i < 50; i++) {
        double middle = (low + high) / 2;
        if (bezier_at(control[0], control[2], middle) < x)
            low = middle;
        else
            high = middle;
    }
    return bezier_at(control[1], control[3], (low + high) / 2);
}

static double share(const ramp *curve, double input, double from, double to)
{
    double way = (input - from) / (to - from);
    if (curve->kind == CURVE_BEZIER)
        return bezier_y(curve->control, way);
    if (curve->kind == CURVE_EXPONENTIAL && curve->base != 1)
        return (pow(curve->base, input - from) - 1) / (pow(curve->base, to - from) - 1);
    return way;
}

static bool mix_arrays(const ik_value *a, const ik_value *b, double t, ik_evaluation *evaluation,
                       ik_value *value)
{
    guint n = a->array.n;
    if (n != b->array.n)
        return ik_evaluation_fail(evaluation, "arrays to interpolate have different lengths");
    ik_value *items = ik_arena_alloc(evaluation->arena, n, sizeof *items);
    for (guint i = 0; i < n; i++) {
        const ik_value *from = &a->array.items[i], *to = &b->array.items[i];
        if (from->type != IK_VALUE_NUMBER || to->type != IK_VALUE_NUMBER)
            return ik_evaluation_fail(evaluation, "only arrays of numbers are interpolatable");
        items[i] = ik_value_number(from->number + (to->number - from->number) * t);
    }
    *value = (ik_value){.type = IK_VALUE_ARRAY, .array = {items, n}};
    return true;
}

static bool mix(const ik_value *a, const ik_value *b, double t, ik_evaluation *evaluation,
                ik_value *value)
{
    if (a->type == IK_VALUE_COLOR)
        *value = ik_value_color(ik_color_mix(a->color, b->color, t));
    else if (a->type == IK_VALUE_ARRAY)
        return mix_arrays(a, b, t, evaluation, value);
    else
        *value = ik_value_number(a->number * (1 - t) + b->number * t);
    return true;
}

static bool evaluate_interpolate(const ik_expression *node, ik_evaluation *evaluation,
                                 ik_value *value)
{
    const ramp *curve = node->data;
    ik_value input, a, b;
    if (!ik_evaluate_argument(node, 0, evaluation, &input))
        return false;
    guint passed = stops_passed(curve, input.number);
    if (passed == 0 || passed == curve->n)
        return ik_evaluate_argument(node, MAX(passed, 1), evaluation, value);
    if (!ik_evaluate_argument(node, passed, evaluation, &a) ||
        !ik_evaluate_argument(node, passed + 1, evaluation, &b))
        return false;
    double t = share(curve, input.number, curve->stops[passed - 1], curve->stops[passed]);
    return mix(&a, &b, t, evaluation, value);
}

const ik_operator IK_OPERATORS_RAMP[] = {
    {"step", evaluate_step, IK_VALUE_ANY, IK_VALUE_ANY, 2, 0, 0, compile_step, NULL},
    {"interpolate", evaluate_interpolate, IK_VALUE_ANY, IK_VALUE_ANY, 4, 0, 0, compile_interpolate,
     NULL},
    {0}};

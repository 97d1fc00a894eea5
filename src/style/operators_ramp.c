/* operators_ramp.c — steps and gradual changes between stops.   [style]
 *
 * Style Specification, "Ramps, scales, curves". Colours are mixed in sRGB, CIE L*a*b* or HCL,
 * arrays of numbers item by item.
 */
#include "color_space.h"
#include "expression_node.h"
#include "ramp_mix.h"

#include <math.h>
#include <string.h>

typedef enum { CURVE_LINEAR, CURVE_EXPONENTIAL, CURVE_BEZIER } curve_kind;

typedef struct {
    curve_kind kind;
    double base;
    double control[4]; /* x1, y1, x2, y2 */
    const double *stops;
    guint n;
    ik_mix_colors_fn mix_colors;
} ramp;

typedef struct {
    ik_mix_colors_fn apply;
} color_mix;

static const color_mix MIX_RGB = {ik_color_mix}, MIX_HCL = {ik_color_mix_hcl},
                       MIX_LAB = {ik_color_mix_lab};

/* ---- compiling ---- */

static bool compile_stop(ik_compiler *compiler, ik_json_value json, guint index, ramp *curve,
                         double *stops)
{
    ik_json_value stop = ik_json_item(json, index);
    gsize length = ik_compiler_enter(compiler, index);
    if (ik_json_type_of(stop) != IK_JSON_NUMBER)
        return ik_compiler_fail(compiler, "stops are plain numbers, found %s",
                                ik_json_type_name(ik_json_type_of(stop)));
    stops[curve->n] = ik_json_number(stop);
    if (curve->n > 0 && stops[curve->n] <= stops[curve->n - 1])
        return ik_compiler_fail(compiler, "stops must stand in strictly ascending order");
    curve->n++;
    ik_compiler_leave(compiler, length);
    return true;
}

/* Stops and results from json[first..]; "step" has a result before its first stop. */
static bool compile_stops(ik_compiler *compiler, ik_json_value json, guint first, ik_type type,
                          ramp *curve, ik_expression *node)
{
    guint n = ik_json_length(json);
    double *stops = ik_arena_alloc(compiler->arena, n, sizeof *stops);
    curve->stops = stops;
    node->data = curve;
    for (guint i = first; i + 1 < n; i += 2) {
        if (!compile_stop(compiler, json, i, curve, stops) ||
            !ik_compile_argument(compiler, json, i + 1, type, node))
            return false;
        if (type.kind == IK_VALUE_UNASKED)
            type = node->args[node->n - 1]->type;
    }
    node->type = type;
    return true;
}

static ik_type result_type(ik_type expected)
{
    return ik_type_is_asked(expected) ? expected : IK_TYPE(IK_VALUE_UNASKED);
}

static bool compile_step(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                         ik_type expected, ik_expression *node)
{
    (void)operator;
    guint n = ik_json_length(json);
    ik_type type = result_type(expected);
    if (n % 2 == 0)
        return ik_compiler_fail(compiler, "\"step\" expects a result after each stop");
    ik_compile_reserve(compiler, node, n);
    if (!ik_compile_argument(compiler, json, 1, IK_TYPE(IK_VALUE_NUMBER), node) ||
        !ik_compile_argument(compiler, json, 2, type, node))
        return false;
    ramp *curve = ik_arena_alloc(compiler->arena, 1, sizeof *curve);
    if (type.kind == IK_VALUE_UNASKED)
        type = node->args[1]->type;
    return compile_stops(compiler, json, 3, type, curve, node);
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

static bool is_interpolatable(ik_type type)
{
    return type.kind == IK_VALUE_NUMBER || type.kind == IK_VALUE_COLOR ||
           type.kind == IK_VALUE_PADDING || type.kind == IK_VALUE_ANCHOR_OFFSETS ||
           (type.kind == IK_VALUE_ARRAY && type.item == IK_VALUE_NUMBER);
}

static bool compile_interpolate(ik_compiler *compiler, const ik_operator *operator,
                                ik_json_value json, ik_type expected, ik_expression *node)
{
    guint n = ik_json_length(json);
    ramp *curve = ik_arena_alloc(compiler->arena, 1, sizeof *curve);
    const color_mix *mix = operator->data;
    gsize length = ik_compiler_enter(compiler, 1);
    if (!compile_curve(compiler, ik_json_item(json, 1), curve))
        return false;
    ik_compiler_leave(compiler, length);
    if (n % 2 == 0)
        return ik_compiler_fail(compiler,
                                "\"%s\" expects a result after each stop", operator->name);
    curve->mix_colors = mix->apply;
    ik_type type = mix == &MIX_RGB ? result_type(expected) : IK_TYPE(IK_VALUE_COLOR);
    ik_compile_reserve(compiler, node, n);
    if (!ik_compile_argument(compiler, json, 2, IK_TYPE(IK_VALUE_NUMBER), node) ||
        !compile_stops(compiler, json, 3, type, curve, node))
        return false;
    return is_interpolatable(node->type) ||
           ik_compiler_fail(compiler, "type %s is not interpolatable",
                            ik_type_text(node->type, compiler->arena));
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

static bool evaluate_input(const ik_expression *node, ik_evaluation *evaluation, double *input)
{
    ik_value value;
    if (!ik_evaluate_argument(node, 0, evaluation, &value))
        return false;
    *input = value.number;
    return !isnan(*input) || ik_evaluation_fail(evaluation, "the input of a curve is not a number");
}

static bool evaluate_step(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    double input = 0;
    if (!evaluate_input(node, evaluation, &input))
        return false;
    return ik_evaluate_argument(node, 1 + stops_passed(node->data, input), evaluation, value);
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
    return curve->kind == CURVE_EXPONENTIAL ? ik_ramp_share(curve->base, input, from, to) : way;
}

static bool evaluate_interpolate(const ik_expression *node, ik_evaluation *evaluation,
                                 ik_value *value)
{
    const ramp *curve = node->data;
    ik_value a, b;
    double input = 0;
    if (!evaluate_input(node, evaluation, &input))
        return false;
    guint passed = stops_passed(curve, input);
    if (input <= curve->stops[0] || passed == curve->n)
        return ik_evaluate_argument(node, MAX(passed, 1), evaluation, value);
    if (!ik_evaluate_argument(node, passed, evaluation, &a) ||
        !ik_evaluate_argument(node, passed + 1, evaluation, &b))
        return false;
    double t = share(curve, input, curve->stops[passed - 1], curve->stops[passed]);
    return ik_ramp_mix(&a, &b, t, curve->mix_colors, evaluation, value);
}

#define INTERPOLATE(name, mix)                                                                     \
    {                                                                                              \
        name, evaluate_interpolate, IK_VALUE_ANY, IK_VALUE_ANY, 4, 0, 0, compile_interpolate, mix, \
            IK_ROLE_INTERPOLATE                                                                    \
    }

const ik_operator IK_OPERATORS_RAMP[] = {
    {"step", evaluate_step, IK_VALUE_ANY, IK_VALUE_ANY, 4, 0, 0, compile_step, NULL, IK_ROLE_STEP},
    INTERPOLATE("interpolate", &MIX_RGB),
    INTERPOLATE("interpolate-hcl", &MIX_HCL),
    INTERPOLATE("interpolate-lab", &MIX_LAB),
    {0}};

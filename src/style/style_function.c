/* style_function.c — functions with "stops".   [style] */
#include "style_function.h"

#include "color_space.h"
#include "expression_node.h"
#include "ramp_mix.h"
#include "style_property.h"
#include "style_record.h"

#include <math.h>
#include <string.h>

typedef enum {
    FUNCTION_EXPONENTIAL,
    FUNCTION_INTERVAL,
    FUNCTION_CATEGORICAL,
    FUNCTION_IDENTITY
} function_kind;

static const char *const KINDS[] = {"exponential", "interval", "categorical", "identity"};
static const char *const SPACES[] = {"rgb", "lab", "hcl"};
static const char *const KEYS[] = {"type",    "stops",      "property",  "base",
                                   "default", "colorSpace", "expression"};

typedef struct {
    double zoom; /* of stops that have both */
    ik_value input;
    const ik_expression *output;
} function_stop;

typedef struct {
    function_kind kind;
    const ik_property_spec *spec;
    ik_type type;
    const char *property; /* NULL: the zoom alone */
    bool has_zooms;       /* stops of zoom and value */
    double base;
    ik_mix_colors_fn mix_colors;
    const ik_expression *standard; /* NULL: that of the property */
    function_stop *stops;
    guint n;
} function;

/* ---- evaluating ---- */

static bool use_default(const function *f, ik_evaluation *evaluation, ik_value *value)
{
    *value = (ik_value){.type = IK_VALUE_NULL};
    return f->standard == NULL || ik_expression_evaluate(f->standard, evaluation, value);
}

static bool is_mixable(ik_type type)
{
    return type.kind == IK_VALUE_NUMBER || type.kind == IK_VALUE_COLOR ||
           type.kind == IK_VALUE_PADDING || type.kind == IK_VALUE_ANCHOR_OFFSETS ||
           (type.kind == IK_VALUE_ARRAY && type.item == IK_VALUE_NUMBER);
}

/* The last of stops[first..end) at or before the input, the first one if there is none. */
static guint find_stop(const function_stop *stops, guint first, guint end, double input)
{
    guint found = first;
    for (guint i = first; i < end && stops[i].input.number <= input; i++)
        found = i;
    return found;
}

static bool evaluate_curve(const function *f, guint first, guint end, const ik_value *input,
                           ik_evaluation *evaluation, ik_value *value)
{
    ik_value a, b;
    if (input->type != IK_VALUE_NUMBER || isnan(input->number))
        return use_default(f, evaluation, value);
    guint i = find_stop(f->stops, first, end, input->number);
    double from = f->stops[i].input.number;
    if (f->kind == FUNCTION_INTERVAL || i + 1 == end || input->number <= from)
        return ik_expression_evaluate(f->stops[i].output, evaluation, value);
    double t = ik_ramp_share(f->base, input->number, from, f->stops[i + 1].input.number);
    return ik_expression_evaluate(f->stops[i].output, evaluation, &a) &&
           ik_expression_evaluate(f->stops[i + 1].output, evaluation, &b) &&
           ik_ramp_mix(&a, &b, t, f->mix_colors, evaluation, value);
}

static bool evaluate_categories(const function *f, guint first, guint end, const ik_value *input,
                                ik_evaluation *evaluation, ik_value *value)
{
    for (guint i = first; i < end; i++)
        if (ik_value_equal(&f->stops[i].input, input))
            return ik_expression_evaluate(f->stops[i].output, evaluation, value);
    return use_default(f, evaluation, value);
}

static bool evaluate_stops(const function *f, guint first, guint end, const ik_value *input,
                           ik_evaluation *evaluation, ik_value *value)
{
    return f->kind == FUNCTION_CATEGORICAL
               ? evaluate_categories(f, first, end, input, evaluation, value)
               : evaluate_curve(f, first, end, input, evaluation, value);
}

static const ik_value *find_input(const function *f, const ik_evaluation *evaluation)
{
    const ik_feature *feature = evaluation->feature;
    for (guint i = 0; feature != NULL && i < feature->n_attributes; i++)
        if (strcmp(feature->attributes[i].name, f->property) == 0)
            return &feature->attributes[i].value;
    return NULL;
}

static guint group_end(const function *f, guint first)
{
    guint end = first + 1;
    while (end < f->n && f->stops[end].zoom == f->stops[first].zoom)
        end++;
    return end;
}

/* Stops of one zoom after the other; between two zooms what both give is mixed if it can be. */
static bool evaluate_zooms(const function *f, const ik_value *input, ik_evaluation *evaluation,
                           ik_value *value)
{
    ik_value a, b;
    double zoom = evaluation->zoom;
    guint first = 0, end = group_end(f, 0);
    while (end < f->n && f->stops[end].zoom <= zoom) {
        first = end;
        end = group_end(f, first);
    }
    double from = f->stops[first].zoom;
    if (!evaluate_stops(f, first, end, input, evaluation, &a))
        return false;
    *value = a;
    if (end == f->n || zoom <= from || !is_mixable(f->type))
        return true;
    if (!evaluate_stops(f, end, group_end(f, end), input, evaluation, &b))
        return false;
    if (a.type == IK_VALUE_NULL || b.type == IK_VALUE_NULL)
        return true;
    double t = ik_ramp_share(f->base, zoom, from, f->stops[end].zoom);
    return ik_ramp_mix(&a, &b, t, f->mix_colors, evaluation, value);
}

static bool is_choice(const function *f, const ik_value *value)
{
    for (guint i = 0; f->spec->values != NULL && f->spec->values[i] != NULL; i++)
        if (strcmp(f->spec->values[i], value->string) == 0)
            return true;
    return f->spec->values == NULL;
}

/* The attribute itself where it has the type of the property or can be read as that. */
static bool evaluate_identity(const function *f, const ik_value *input, ik_evaluation *evaluation,
                              ik_value *value)
{
    ik_expression constant = {.type = ik_type_of(input), .constant = *input};
    const ik_expression *args[] = {&constant};
    ik_expression wrapper = {.type = f->type, .n = 1, .args = args};
    bool is_plain = f->type.kind == IK_VALUE_BOOL || f->type.kind == IK_VALUE_NUMBER ||
                    f->type.kind == IK_VALUE_STRING || f->type.kind == IK_VALUE_ARRAY;
    bool is_good = is_plain ? ik_evaluate_assertion(&wrapper, evaluation, value)
                            : ik_evaluate_conversion(&wrapper, evaluation, value);
    if (is_good && (value->type != IK_VALUE_STRING || is_choice(f, value)))
        return true;
    return use_default(f, evaluation, value);
}

static bool evaluate_function(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const function *f = node->data;
    ik_value zoom = ik_value_number(evaluation->zoom);
    if (f->property == NULL)
        return evaluate_stops(f, 0, f->n, &zoom, evaluation, value);
    const ik_value *input = find_input(f, evaluation);
    if (input == NULL)
        return use_default(f, evaluation, value);
    if (f->kind == FUNCTION_IDENTITY)
        return evaluate_identity(f, input, evaluation, value);
    if (f->has_zooms)
        return evaluate_zooms(f, input, evaluation, value);
    return evaluate_stops(f, 0, f->n, input, evaluation, value);
}

/* ---- compiling ---- */

static bool read_choice(ik_compiler *compiler, ik_json_value json, const char *key,
                        const char *const *names, guint n, guint *choice)
{
    const char *name = NULL;
    if (!ik_compiler_get_text(compiler, json, key, &name))
        return false;
    if (name == NULL)
        return true;
    for (*choice = 0; *choice < n; (*choice)++)
        if (strcmp(names[*choice], name) == 0)
            return true;
    ik_compiler_enter_key(compiler, key);
    ik_compiler_fail_choice(compiler, key, name, names, n);
    return false;
}

static bool read_head(ik_compiler *compiler, ik_json_value json, function *f)
{
    static const ik_mix_colors_fn MIXES[] = {ik_color_mix, ik_color_mix_lab, ik_color_mix_hcl};
    guint kind = f->spec->is_gradual ? FUNCTION_EXPONENTIAL : FUNCTION_INTERVAL, space = 0;
    f->base = 1;
    if (!ik_compiler_check_keys(compiler, json, KEYS, G_N_ELEMENTS(KEYS)) ||
        !read_choice(compiler, json, "type", KINDS, G_N_ELEMENTS(KINDS), &kind) ||
        !read_choice(compiler, json, "colorSpace", SPACES, G_N_ELEMENTS(SPACES), &space) ||
        !ik_compiler_get_number(compiler, json, "base", &f->base) ||
        !ik_compiler_get_text(compiler, json, "property", &f->property))
        return false;
    f->kind = (function_kind)kind;
    f->mix_colors = MIXES[space];
    ik_json_value standard = ik_json_member(json, "default");
    if (!ik_json_exists(standard))
        return true;
    gsize length = ik_compiler_enter_key(compiler, "default");
    f->standard = ik_style_plain_compile(compiler, f->spec, standard);
    ik_compiler_leave(compiler, f->standard != NULL ? length : compiler->path->len);
    return f->standard != NULL;
}

/* {"zoom": 5, "value": "a"} */
static bool read_zoom_input(ik_compiler *compiler, ik_json_value json, function_stop *stop,
                            ik_json_value *input)
{
    ik_json_value zoom;
    if (!ik_compiler_check_type(compiler, json, IK_JSON_OBJECT) ||
        !ik_compiler_get(compiler, json, "zoom", IK_JSON_NUMBER, &zoom))
        return false;
    *input = ik_json_member(json, "value");
    if (!ik_json_exists(zoom) || !ik_json_exists(*input))
        return ik_compiler_fail(compiler, "expected \"zoom\" and \"value\"");
    stop->zoom = ik_json_number(zoom);
    return true;
}

static bool check_input(ik_compiler *compiler, const function *f, const function_stop *stop)
{
    const function_stop *last = f->n > 0 ? stop - 1 : NULL;
    bool is_category = f->kind == FUNCTION_CATEGORICAL;
    ik_value_type type = stop->input.type;
    if (type != IK_VALUE_NUMBER &&
        (!is_category || (type != IK_VALUE_STRING && type != IK_VALUE_BOOL)))
        return ik_compiler_fail(compiler, "expected number but found %s", ik_value_type_name(type));
    if (last == NULL)
        return true;
    if (last->input.type != type)
        return ik_compiler_fail(compiler, "stops must have inputs of one type");
    if (f->has_zooms && stop->zoom < last->zoom)
        return ik_compiler_fail(compiler, "zooms of stops must stand in ascending order");
    bool is_new_zoom = f->has_zooms && stop->zoom != last->zoom;
    if (!is_category && !is_new_zoom && stop->input.number < last->input.number)
        return ik_compiler_fail(compiler, "stops must stand in ascending order");
    return true;
}

static bool read_stop(ik_compiler *compiler, ik_json_value json, function *f)
{
    function_stop *stop = &f->stops[f->n];
    if (!ik_compiler_check_type(compiler, json, IK_JSON_ARRAY))
        return false;
    if (ik_json_length(json) != 2)
        return ik_compiler_fail(compiler, "expected an input and a result");
    ik_json_value input = ik_json_item(json, 0);
    gsize length = ik_compiler_enter(compiler, 0);
    if (f->has_zooms && !read_zoom_input(compiler, input, stop, &input))
        return false;
    ik_compile_literal(compiler, input, &stop->input);
    if (!check_input(compiler, f, stop))
        return false;
    ik_compiler_leave(compiler, length);
    ik_compiler_enter(compiler, 1);
    stop->output = ik_style_plain_compile(compiler, f->spec, ik_json_item(json, 1));
    if (stop->output == NULL)
        return false;
    ik_compiler_leave(compiler, length);
    f->n++;
    return true;
}

static bool are_zoom_stops(ik_json_value stops)
{
    ik_json_value first = ik_json_item(stops, 0);
    return ik_json_type_of(first) == IK_JSON_ARRAY && ik_json_length(first) > 0 &&
           ik_json_type_of(ik_json_item(first, 0)) == IK_JSON_OBJECT;
}

static bool read_stops(ik_compiler *compiler, ik_json_value json, function *f)
{
    ik_json_value stops;
    if (!ik_compiler_get(compiler, json, "stops", IK_JSON_ARRAY, &stops))
        return false;
    if (f->kind == FUNCTION_IDENTITY)
        return !ik_json_exists(stops) ||
               ik_compiler_fail(compiler, "a function of type \"identity\" has no \"stops\"");
    if (!ik_json_exists(stops))
        return ik_compiler_fail(compiler, "missing property \"stops\"");
    gsize length = ik_compiler_enter_key(compiler, "stops");
    guint n = ik_json_length(stops);
    if (n == 0)
        return ik_compiler_fail(compiler, "expected at least one stop");
    f->has_zooms = are_zoom_stops(stops);
    f->stops = ik_arena_alloc(compiler->arena, n, sizeof *f->stops);
    for (guint i = 0; i < n; i++) {
        gsize before = ik_compiler_enter(compiler, i);
        if (!read_stop(compiler, ik_json_item(stops, i), f))
            return false;
        ik_compiler_leave(compiler, before);
    }
    ik_compiler_leave(compiler, length);
    return true;
}

static bool check_function(ik_compiler *compiler, const function *f)
{
    bool needs_property =
        f->kind == FUNCTION_CATEGORICAL || f->kind == FUNCTION_IDENTITY || f->has_zooms;
    if (needs_property && f->property == NULL)
        return ik_compiler_fail(compiler, "missing property \"property\"");
    if (f->kind == FUNCTION_EXPONENTIAL && !f->spec->is_gradual)
        return ik_compiler_fail(compiler, "\"%s\" cannot be interpolated", f->spec->name);
    if (f->property != NULL && f->spec->input != IK_INPUT_FEATURE)
        return ik_compiler_fail(compiler, "\"%s\" may not depend on the feature", f->spec->name);
    if (f->spec->input != IK_INPUT_FEATURE && f->spec->input != IK_INPUT_ZOOM)
        return ik_compiler_fail(compiler, "\"%s\" may not depend on the zoom", f->spec->name);
    return true;
}

const ik_expression *ik_style_function_compile(ik_compiler *compiler, const ik_property_spec *spec,
                                               ik_json_value json)
{
    function *f = ik_arena_alloc(compiler->arena, 1, sizeof *f);
    f->spec = spec;
    f->type = ik_style_property_type(spec);
    if (!read_head(compiler, json, f) || !read_stops(compiler, json, f) ||
        !check_function(compiler, f))
        return NULL;
    ik_expression *node = ik_arena_alloc(compiler->arena, 1, sizeof *node);
    node->evaluate = evaluate_function;
    node->type = f->type;
    node->data = f;
    if (f->property == NULL || f->has_zooms)
        node->depends |= IK_DEPENDS_ON_ZOOM;
    if (f->property != NULL)
        node->depends |= IK_DEPENDS_ON_FEATURE;
    for (guint i = 0; i < f->n; i++)
        node->depends |= f->stops[i].output->depends;
    return node;
}

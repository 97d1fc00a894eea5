/* expression_compile.c — compiling MapLibre expressions.   [style] */
#include "expression_node.h"
#include "printable.h"

#include <ideenkarte/error.h>
#include <string.h>

/* ---- messages ---- */

char *ik_compiler_place(const ik_compiler *compiler)
{
    return compiler->path->len > 0 ? g_strdup_printf("%s: %s", compiler->file, compiler->path->str)
                                   : g_strdup(compiler->file);
}

bool ik_compiler_fail(ik_compiler *compiler, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *place = ik_compiler_place(compiler);
    g_set_error(compiler->error, IK_ERROR, IK_ERROR_INPUT, "%s: %s", place, message);
    ik_error_make_printable(compiler->error);
    return false;
}

void ik_compiler_warn(ik_compiler *compiler, const char *topic, const char *sentence)
{
    g_autofree char *place = ik_compiler_place(compiler);
    ik_style_warnings_add(compiler->warnings, topic, place, sentence);
}

gsize ik_compiler_enter(ik_compiler *compiler, guint index)
{
    gsize length = compiler->path->len;
    g_string_append_printf(compiler->path, "[%u]", index);
    return length;
}

void ik_compiler_leave(ik_compiler *compiler, gsize length)
{
    g_string_truncate(compiler->path, length);
}

bool ik_compiler_check_fit(ik_compiler *compiler, ik_type expected, ik_type found)
{
    if (ik_type_fits(expected, found))
        return true;
    return ik_compiler_fail(compiler, "expected %s but found %s",
                            ik_type_text(expected, compiler->arena),
                            ik_type_text(found, compiler->arena));
}

/* ---- plain values ---- */

static void literal_array(ik_compiler *compiler, ik_json_value json, ik_value *value)
{
    guint n = ik_json_length(json);
    ik_value *items = ik_arena_alloc(compiler->arena, n, sizeof *items);
    for (guint i = 0; i < n; i++)
        ik_compile_literal(compiler, ik_json_item(json, i), &items[i]);
    *value = (ik_value){.type = IK_VALUE_ARRAY, .array = {items, n}};
}

static void literal_object(ik_compiler *compiler, ik_json_value json, ik_value *value)
{
    guint n = ik_json_length(json);
    ik_attribute *members = ik_arena_alloc(compiler->arena, n, sizeof *members);
    for (guint i = 0; i < n; i++) {
        members[i].name = ik_arena_copy(compiler->arena, ik_json_member_key(json, i));
        ik_compile_literal(compiler, ik_json_member_at(json, i), &members[i].value);
    }
    *value = (ik_value){.type = IK_VALUE_OBJECT, .object = {members, n}};
}

void ik_compile_literal(ik_compiler *compiler, ik_json_value json, ik_value *value)
{
    switch (ik_json_type_of(json)) {
    case IK_JSON_BOOL: *value = ik_value_bool(ik_json_bool(json)); break;
    case IK_JSON_NUMBER: *value = ik_value_number(ik_json_number(json)); break;
    case IK_JSON_STRING:
        *value = ik_value_string(ik_arena_copy(compiler->arena, ik_json_string(json)));
        break;
    case IK_JSON_ARRAY: literal_array(compiler, json, value); break;
    case IK_JSON_OBJECT: literal_object(compiler, json, value); break;
    case IK_JSON_NULL: *value = (ik_value){.type = IK_VALUE_NULL}; break;
    }
}

/* ---- nodes ---- */

ik_expression *ik_compile_constant(ik_compiler *compiler, ik_value value)
{
    ik_expression *node = ik_arena_alloc(compiler->arena, 1, sizeof *node);
    node->type = ik_type_of(&value);
    node->constant = value;
    return node;
}

const ik_expression *ik_compile_finish(ik_compiler *compiler, ik_expression *node)
{
    for (guint i = 0; i < node->n; i++)
        node->depends |= node->args[i]->depends;
    if (node->evaluate == NULL || node->depends != 0)
        return node;
    ik_evaluation evaluation = {.arena = compiler->arena};
    ik_value value;
    if (!ik_expression_evaluate(node, &evaluation, &value)) {
        ik_compiler_fail(compiler, "%s", evaluation.fault);
        return NULL;
    }
    ik_expression *constant = ik_compile_constant(compiler, value);
    constant->type = node->type;
    return constant;
}

void ik_compile_reserve(ik_compiler *compiler, ik_expression *node, guint n)
{
    node->args = ik_arena_alloc(compiler->arena, n, sizeof(gpointer));
}

bool ik_compile_value(ik_compiler *compiler, ik_json_value json, ik_type expected,
                      ik_expression *node)
{
    const ik_expression *argument = ik_expression_compile(compiler, json, expected);
    if (argument == NULL)
        return false;
    node->args[node->n++] = argument;
    return true;
}

bool ik_compile_argument(ik_compiler *compiler, ik_json_value json, guint index, ik_type expected,
                         ik_expression *node)
{
    gsize length = ik_compiler_enter(compiler, index);
    if (!ik_compile_value(compiler, ik_json_item(json, index), expected, node))
        return false;
    ik_compiler_leave(compiler, length);
    return true;
}

bool ik_compile_arguments(ik_compiler *compiler, ik_json_value json, guint first, ik_type expected,
                          ik_expression *node)
{
    guint n = ik_json_length(json);
    ik_compile_reserve(compiler, node, n - first);
    for (guint i = first; i < n; i++)
        if (!ik_compile_argument(compiler, json, i, expected, node))
            return false;
    return true;
}

/* ---- types ---- */

bool ik_type_is_asked(ik_type expected)
{
    return expected.kind != IK_VALUE_ANY && expected.kind != IK_VALUE_UNASKED;
}

static const ik_expression *wrap(ik_compiler *compiler, const ik_expression *node, ik_type type,
                                 ik_evaluate_fn evaluate)
{
    ik_expression *wrapper = ik_arena_alloc(compiler->arena, 1, sizeof *wrapper);
    wrapper->evaluate = evaluate;
    wrapper->type = type;
    wrapper->role = evaluate == ik_evaluate_assertion ? IK_ROLE_ASSERTION : IK_ROLE_NONE;
    ik_compile_reserve(compiler, wrapper, 1);
    wrapper->args[wrapper->n++] = node;
    return ik_compile_finish(compiler, wrapper);
}

const ik_expression *ik_compile_assertion(ik_compiler *compiler, const ik_expression *node,
                                          ik_type type)
{
    return wrap(compiler, node, type, ik_evaluate_assertion);
}

static bool is_asserted(ik_value_type expected, ik_value_type found)
{
    return found == IK_VALUE_ANY &&
           (expected == IK_VALUE_STRING || expected == IK_VALUE_NUMBER ||
            expected == IK_VALUE_BOOL || expected == IK_VALUE_OBJECT || expected == IK_VALUE_ARRAY);
}

static bool is_converted(ik_value_type expected, ik_value_type found)
{
    switch (expected) {
    case IK_VALUE_COLOR:
    case IK_VALUE_FORMATTED:
    case IK_VALUE_IMAGE: return found == IK_VALUE_ANY || found == IK_VALUE_STRING;
    case IK_VALUE_PADDING:
        return found == IK_VALUE_ANY || found == IK_VALUE_NUMBER || found == IK_VALUE_ARRAY;
    case IK_VALUE_ANCHOR_OFFSETS: return found == IK_VALUE_ANY || found == IK_VALUE_ARRAY;
    default: return false;
    }
}

const ik_expression *ik_compile_fit(ik_compiler *compiler, const ik_expression *node,
                                    ik_type expected)
{
    if (is_asserted(expected.kind, node->type.kind))
        return ik_compile_assertion(compiler, node, expected);
    if (is_converted(expected.kind, node->type.kind))
        return wrap(compiler, node, expected, ik_evaluate_conversion);
    return ik_compiler_check_fit(compiler, expected, node->type) ? node : NULL;
}

/* ---- operations ---- */

static bool check_count(ik_compiler *compiler, const ik_operator *operator, guint n)
{
    if (operator->max == IK_NO_ARGUMENTS)
        return n == 0 ||
               ik_compiler_fail(compiler,
                                "\"%s\" expects no arguments but found %u", operator->name, n);
    if (n >= operator->min &&(operator->max == 0 || n <= operator->max))
        return true;
    guint bound = n < operator->min ? operator->min : operator->max;
    const char *how = operator->min == operator->max ? ""
                      : n<operator->min              ? "at least "
                                                     : "at most ";
    return ik_compiler_fail(compiler, "\"%s\" expects %s%u argument%s but found %u", operator->name,
                            how, bound, bound == 1 ? "" : "s", n);
}

static bool fail_unknown(ik_compiler *compiler, const char *name)
{
    const char *meant = ik_operator_suggestion(name);
    ik_compiler_enter(compiler, 0);
    if (ik_expression_is_operator(name)) {
        g_set_error(compiler->error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                    "%s: %s: operator \"%s\" is not supported", compiler->file, compiler->path->str,
                    name);
        return false;
    }
    if (meant != NULL)
        return ik_compiler_fail(compiler, "unknown operator \"%s\", did you mean \"%s\"?", name,
                                meant);
    return ik_compiler_fail(compiler,
                            "unknown operator \"%s\", arrays are written [\"literal\", ...]", name);
}

static const ik_operator *find_operator(ik_compiler *compiler, ik_json_value json)
{
    if (ik_json_length(json) == 0) {
        ik_compiler_fail(compiler, "expected an operator but found an empty array");
        return NULL;
    }
    ik_json_value first = ik_json_item(json, 0);
    if (ik_json_type_of(first) != IK_JSON_STRING) {
        ik_compiler_enter(compiler, 0);
        ik_compiler_fail(compiler,
                         "expected the name of an operator but found %s, arrays are written "
                         "[\"literal\", ...]",
                         ik_json_type_name(ik_json_type_of(first)));
        return NULL;
    }
    const ik_operator *operator= ik_operator_find(ik_json_string(first));
    if (operator== NULL)
        fail_unknown(compiler, ik_json_string(first));
    return operator;
}

static const ik_expression *compile_operation(ik_compiler *compiler, ik_json_value json,
                                              ik_type expected)
{
    const ik_operator *operator= find_operator(compiler, json);
    if (operator== NULL || !check_count(compiler, operator, ik_json_length(json) - 1))
        return NULL;
    ik_expression *node = ik_arena_alloc(compiler->arena, 1, sizeof *node);
    node->evaluate = operator->evaluate;
    node->type = IK_TYPE(operator->result);
    node->depends = operator->depends;
    node->role = operator->role;
    node->data = operator->data;
    bool done = operator->compile != NULL ? operator->compile(compiler, operator, json, expected,
                                                              node)
                                          : ik_compile_arguments(compiler, json, 1,
                                                                 IK_TYPE(operator->argument), node);
    return done ? ik_compile_finish(compiler, node) : NULL;
}

static const ik_expression *compile_bare(ik_compiler *compiler, ik_json_value json,
                                         ik_type expected)
{
    ik_value value;
    switch (ik_json_type_of(json)) {
    case IK_JSON_ARRAY: return compile_operation(compiler, json, expected);
    case IK_JSON_OBJECT:
        ik_compiler_fail(compiler, "objects are written [\"literal\", {...}]");
        return NULL;
    default:
        ik_compile_literal(compiler, json, &value);
        return ik_compile_constant(compiler, value);
    }
}

/* Recursion goes no deeper than JSON may: 256 levels. */
const ik_expression *ik_expression_compile(ik_compiler *compiler, ik_json_value json,
                                           ik_type expected)
{
    const ik_expression *node = compile_bare(compiler, json, expected);
    return node != NULL ? ik_compile_fit(compiler, node, expected) : NULL;
}

bool ik_compile_bare_argument(ik_compiler *compiler, ik_json_value json, guint index,
                              ik_type expected, ik_expression *node)
{
    gsize length = ik_compiler_enter(compiler, index);
    const ik_expression *argument = compile_bare(compiler, ik_json_item(json, index), expected);
    if (argument == NULL)
        return false;
    bool would_change = is_asserted(expected.kind, argument->type.kind) ||
                        is_converted(expected.kind, argument->type.kind);
    if (!would_change && !ik_compiler_check_fit(compiler, expected, argument->type))
        return false;
    ik_compiler_leave(compiler, length);
    node->args[node->n++] = argument;
    return true;
}

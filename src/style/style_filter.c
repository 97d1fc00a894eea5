/* style_filter.c — what a layer lets through.   [style]
 *
 * Filters of the old kind name attributes without "get": ["==", "kind", "city"], ["in", "rank", 1,
 * 2], "$type" and "$id". Nothing in such a filter fails: values of different types are unequal and
 * have no order. Source: Style Specification, "Deprecated filter syntax".
 */
#include "style_filter.h"

#include "expression_node.h"
#include "style_record.h"

#include <math.h>
#include <string.h>

/* What a filter can be read as; some read both ways and mean the same. */
typedef enum { SYNTAX_OLD, SYNTAX_EITHER, SYNTAX_EXPRESSION } syntax;

typedef enum { KEY_ATTRIBUTE, KEY_TYPE, KEY_ID } key_kind;

typedef enum {
    TEST_EQUAL,
    TEST_LESS,
    TEST_LESS_EQUAL,
    TEST_GREATER,
    TEST_GREATER_EQUAL,
    TEST_IN,
    TEST_HAS
} test_kind;

typedef struct {
    const char *name;
    test_kind test;
    bool is_negated;
} old_operator;

static const old_operator OLD_OPERATORS[] = {
    {"==", TEST_EQUAL, false},      {"!=", TEST_EQUAL, true},   {"<", TEST_LESS, false},
    {"<=", TEST_LESS_EQUAL, false}, {">", TEST_GREATER, false}, {">=", TEST_GREATER_EQUAL, false},
    {"in", TEST_IN, false},         {"!in", TEST_IN, true},     {"has", TEST_HAS, false},
    {"!has", TEST_HAS, true}};

typedef struct {
    const old_operator *operator;
    key_kind kind;
    const char *key;
    const ik_value *values;
    guint n;
} old_test;

/* ---- old or new ---- */

static const char *head_of(ik_json_value filter)
{
    if (ik_json_type_of(filter) != IK_JSON_ARRAY || ik_json_length(filter) == 0 ||
        ik_json_type_of(ik_json_item(filter, 0)) != IK_JSON_STRING)
        return NULL;
    return ik_json_string(ik_json_item(filter, 0));
}

static bool is_array(ik_json_value filter, guint index)
{
    return index < ik_json_length(filter) &&
           ik_json_type_of(ik_json_item(filter, index)) == IK_JSON_ARRAY;
}

static const char *text_at(ik_json_value filter, guint index)
{
    if (index >= ik_json_length(filter) ||
        ik_json_type_of(ik_json_item(filter, index)) != IK_JSON_STRING)
        return NULL;
    return ik_json_string(ik_json_item(filter, index));
}

static syntax classify(ik_json_value filter);

static syntax classify_parts(ik_json_value filter)
{
    syntax found = SYNTAX_EITHER;
    for (guint i = 1; i < ik_json_length(filter); i++)
        switch (classify(ik_json_item(filter, i))) {
        case SYNTAX_EXPRESSION: return SYNTAX_EXPRESSION;
        case SYNTAX_OLD: found = SYNTAX_OLD; break;
        case SYNTAX_EITHER: break;
        }
    return found;
}

static syntax classify_has(ik_json_value filter)
{
    const char *key = text_at(filter, 1);
    if (ik_json_length(filter) < 2 || g_strcmp0(key, "$id") == 0 || g_strcmp0(key, "$type") == 0)
        return SYNTAX_OLD;
    return ik_json_length(filter) == 2 ? SYNTAX_EITHER : SYNTAX_EXPRESSION;
}

static syntax classify(ik_json_value filter)
{
    const char *head = head_of(filter);
    if (ik_json_type_of(filter) == IK_JSON_BOOL)
        return SYNTAX_EITHER;
    if (ik_json_type_of(filter) != IK_JSON_ARRAY || ik_json_length(filter) == 0)
        return SYNTAX_OLD;
    if (head == NULL)
        return SYNTAX_EXPRESSION;
    guint n = ik_json_length(filter);
    if (strcmp(head, "has") == 0)
        return classify_has(filter);
    if (strcmp(head, "in") == 0)
        return n >= 3 && (text_at(filter, 1) == NULL || is_array(filter, 2)) ? SYNTAX_EXPRESSION
                                                                             : SYNTAX_OLD;
    if (strcmp(head, "!in") == 0 || strcmp(head, "!has") == 0 || strcmp(head, "none") == 0)
        return SYNTAX_OLD;
    if (strcmp(head, "any") == 0 || strcmp(head, "all") == 0)
        return classify_parts(filter);
    for (gsize i = 0; i < G_N_ELEMENTS(OLD_OPERATORS); i++)
        if (strcmp(OLD_OPERATORS[i].name, head) == 0)
            return n != 3 || is_array(filter, 1) || is_array(filter, 2) ? SYNTAX_EXPRESSION
                                                                        : SYNTAX_OLD;
    return SYNTAX_EXPRESSION;
}

/* ---- evaluating ---- */

static bool find_value(const old_test *test, const ik_evaluation *evaluation, ik_value *value)
{
    const ik_feature *feature = evaluation->feature;
    if (feature == NULL)
        return false;
    if (test->kind == KEY_ID) {
        *value = feature->id;
        return value->type != IK_VALUE_NULL;
    }
    if (test->kind == KEY_TYPE) {
        *value = ik_value_string(feature->geometry);
        return feature->geometry != NULL;
    }
    for (guint i = 0; i < feature->n_attributes; i++)
        if (strcmp(feature->attributes[i].name, test->key) == 0) {
            *value = feature->attributes[i].value;
            return true;
        }
    return false;
}

static bool is_ordered(test_kind test, int order)
{
    switch (test) {
    case TEST_LESS: return order < 0;
    case TEST_LESS_EQUAL: return order <= 0;
    case TEST_GREATER: return order > 0;
    default: return order >= 0;
    }
}

static bool passes_order(test_kind test, const ik_value *a, const ik_value *b)
{
    if (a->type != b->type)
        return false;
    if (a->type == IK_VALUE_STRING)
        return is_ordered(test, strcmp(a->string, b->string));
    if (a->type == IK_VALUE_BOOL)
        return is_ordered(test, (int)a->boolean - (int)b->boolean);
    if (a->type != IK_VALUE_NUMBER || isnan(a->number))
        return false;
    return is_ordered(test, a->number < b->number ? -1 : a->number > b->number);
}

static bool passes(const old_test *test, const ik_value *value)
{
    test_kind kind = test->operator->test;
    if (kind == TEST_HAS)
        return true;
    if (kind != TEST_EQUAL && kind != TEST_IN)
        return passes_order(kind, value, &test->values[0]);
    for (guint i = 0; i < test->n; i++)
        if (ik_value_equal(value, &test->values[i]))
            return true;
    return false;
}

static bool evaluate_test(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const old_test *test = node->data;
    ik_value found;
    bool is_passed = find_value(test, evaluation, &found) && passes(test, &found);
    *value = ik_value_bool(is_passed != test->operator->is_negated);
    return true;
}

/* ---- compiling ---- */

static const ik_expression *compile_old(ik_compiler *compiler, ik_json_value filter);

static bool check_old_length(ik_compiler *compiler, const old_operator *operator, guint n)
{
    bool is_comparison = operator->test != TEST_IN && operator->test != TEST_HAS;
    if (is_comparison && n != 3)
        return ik_compiler_fail(compiler, "\"%s\" expects a name and a value", operator->name);
    if (operator->test == TEST_HAS && n != 2)
        return ik_compiler_fail(compiler, "\"%s\" expects a name", operator->name);
    return true;
}

static bool read_key(ik_compiler *compiler, ik_json_value filter, old_test *test)
{
    gsize length = ik_compiler_enter(compiler, 1);
    if (ik_json_length(filter) < 2)
        return ik_compiler_fail(compiler, "expected the name of an attribute");
    if (!ik_compiler_check_type(compiler, ik_json_item(filter, 1), IK_JSON_STRING))
        return false;
    test->key = ik_arena_copy(compiler->arena, ik_json_string(ik_json_item(filter, 1)));
    test->kind = strcmp(test->key, "$type") == 0 ? KEY_TYPE
                 : strcmp(test->key, "$id") == 0 ? KEY_ID
                                                 : KEY_ATTRIBUTE;
    test_kind kind = test->operator->test;
    if (test->kind == KEY_TYPE && kind != TEST_EQUAL && kind != TEST_IN && kind != TEST_HAS)
        return ik_compiler_fail(compiler, "\"$type\" has no order");
    ik_compiler_leave(compiler, length);
    return true;
}

static bool check_old_value(ik_compiler *compiler, const old_test *test, const ik_value *value)
{
    static const char *const GEOMETRIES[] = {"Point", "LineString", "Polygon"};
    bool is_known = false;
    if (value->type != IK_VALUE_STRING && value->type != IK_VALUE_NUMBER &&
        value->type != IK_VALUE_BOOL && value->type != IK_VALUE_NULL)
        return ik_compiler_fail(compiler, "expected string, number or boolean but found %s",
                                ik_value_type_name(value->type));
    if (test->kind != KEY_TYPE)
        return true;
    for (gsize i = 0; i < G_N_ELEMENTS(GEOMETRIES); i++)
        is_known = is_known ||
                   (value->type == IK_VALUE_STRING && strcmp(GEOMETRIES[i], value->string) == 0);
    return is_known || ik_compiler_fail(compiler, "expected one of [Point, LineString, Polygon]");
}

static bool read_values(ik_compiler *compiler, ik_json_value filter, old_test *test)
{
    guint n = ik_json_length(filter);
    ik_value *values = ik_arena_alloc(compiler->arena, n, sizeof *values);
    for (guint i = 2; i < n; i++) {
        gsize length = ik_compiler_enter(compiler, i);
        ik_compile_literal(compiler, ik_json_item(filter, i), &values[test->n]);
        if (!check_old_value(compiler, test, &values[test->n]))
            return false;
        test->n++;
        ik_compiler_leave(compiler, length);
    }
    test->values = values;
    return true;
}

static const ik_expression *compile_test(ik_compiler *compiler, ik_json_value filter,
                                         const old_operator *operator)
{
    old_test *test = ik_arena_alloc(compiler->arena, 1, sizeof *test);
    test->operator= operator;
    if (!check_old_length(compiler, operator, ik_json_length(filter)) ||
        !read_key(compiler, filter, test) || !read_values(compiler, filter, test))
        return NULL;
    ik_expression *node = ik_arena_alloc(compiler->arena, 1, sizeof *node);
    node->evaluate = evaluate_test;
    node->type = IK_TYPE(IK_VALUE_BOOL);
    node->depends = IK_DEPENDS_ON_FEATURE;
    node->data = test;
    return node;
}

static const ik_expression *negate(ik_compiler *compiler, const ik_expression *inner)
{
    ik_expression *node = ik_arena_alloc(compiler->arena, 1, sizeof *node);
    node->evaluate = ik_operator_find("!")->evaluate;
    node->type = IK_TYPE(IK_VALUE_BOOL);
    ik_compile_reserve(compiler, node, 1);
    node->args[node->n++] = inner;
    return ik_compile_finish(compiler, node);
}

/* "none" is no "any". */
static const ik_expression *compile_group(ik_compiler *compiler, ik_json_value filter,
                                          const char *head)
{
    bool is_none = strcmp(head, "none") == 0;
    ik_expression *node = ik_arena_alloc(compiler->arena, 1, sizeof *node);
    node->evaluate = ik_operator_find(is_none ? "any" : head)->evaluate;
    node->type = IK_TYPE(IK_VALUE_BOOL);
    ik_compile_reserve(compiler, node, ik_json_length(filter));
    for (guint i = 1; i < ik_json_length(filter); i++) {
        gsize length = ik_compiler_enter(compiler, i);
        node->args[node->n] = compile_old(compiler, ik_json_item(filter, i));
        if (node->args[node->n++] == NULL)
            return NULL;
        ik_compiler_leave(compiler, length);
    }
    const ik_expression *group = ik_compile_finish(compiler, node);
    return is_none && group != NULL ? negate(compiler, group) : group;
}

static const ik_expression *compile_old(ik_compiler *compiler, ik_json_value filter)
{
    const char *head = head_of(filter);
    if (ik_json_type_of(filter) == IK_JSON_BOOL)
        return ik_compile_constant(compiler, ik_value_bool(ik_json_bool(filter)));
    if (head == NULL) {
        ik_compiler_fail(compiler, "expected a filter");
        return NULL;
    }
    if (strcmp(head, "all") == 0 || strcmp(head, "any") == 0 || strcmp(head, "none") == 0)
        return compile_group(compiler, filter, head);
    for (gsize i = 0; i < G_N_ELEMENTS(OLD_OPERATORS); i++)
        if (strcmp(OLD_OPERATORS[i].name, head) == 0)
            return compile_test(compiler, filter, &OLD_OPERATORS[i]);
    ik_compiler_enter(compiler, 0);
    ik_compiler_fail(compiler, "unknown filter operator \"%s\"", head);
    return NULL;
}

const ik_expression *ik_style_filter_compile(ik_compiler *compiler, ik_json_value json)
{
    if (classify(json) == SYNTAX_OLD)
        return compile_old(compiler, json);
    return ik_expression_compile(compiler, json, IK_TYPE(IK_VALUE_BOOL));
}

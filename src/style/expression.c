/* expression.c — evaluating MapLibre expressions and asking about them.   [style] */
#include "expression.h"

#include "expression_node.h"
#include "printable.h"

#include <string.h>

/* ---- evaluating ---- */

bool ik_evaluation_fail(ik_evaluation *evaluation, const char *fault)
{
    evaluation->fault = fault;
    return false;
}

bool ik_evaluation_fail_with(ik_evaluation *evaluation, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *fault = ik_printable(text);
    evaluation->fault = ik_arena_copy(evaluation->arena, fault);
    return false;
}

bool ik_evaluation_fail_type(ik_evaluation *evaluation, const char *what, const ik_value *found)
{
    return ik_evaluation_fail_with(evaluation, "expected %s but found %s", what,
                                   ik_type_text(ik_type_of(found), evaluation->arena));
}

bool ik_evaluate_argument(const ik_expression *node, guint index, ik_evaluation *evaluation,
                          ik_value *value)
{
    return ik_expression_evaluate(node->args[index], evaluation, value);
}

bool ik_expression_evaluate(const ik_expression *expression, ik_evaluation *evaluation,
                            ik_value *value)
{
    if (expression->evaluate != NULL)
        return expression->evaluate(expression, evaluation, value);
    *value = expression->constant;
    return true;
}

/* ---- asking ---- */

ik_type ik_expression_type(const ik_expression *expression)
{
    return expression->type;
}

bool ik_expression_is_constant(const ik_expression *expression, ik_value *value)
{
    if (expression->evaluate != NULL)
        return false;
    if (value != NULL)
        *value = expression->constant;
    return true;
}

bool ik_expression_needs_zoom(const ik_expression *expression)
{
    return (expression->depends & IK_DEPENDS_ON_ZOOM) != 0;
}

bool ik_expression_needs_feature(const ik_expression *expression)
{
    return (expression->depends & IK_DEPENDS_ON_FEATURE) != 0;
}

bool ik_expression_needs_place(const ik_expression *expression)
{
    return (expression->depends & IK_DEPENDS_ON_PLACE) != 0;
}

/* ---- zoom curves ---- */

static bool is_curve(const ik_expression *node)
{
    return (node->role == IK_ROLE_STEP || node->role == IK_ROLE_INTERPOLATE) &&
           node->args[0]->role == IK_ROLE_ZOOM;
}

/* How many curves there are below and at `node`; a variable's is counted where it is bound. */
static guint count_curves(const ik_expression *node)
{
    guint n = is_curve(node) ? 1 : 0;
    if (!ik_expression_needs_zoom(node) || node->role == IK_ROLE_VARIABLE)
        return n;
    for (guint i = 0; i < node->n; i++)
        n += count_curves(node->args[i]);
    return n;
}

/* The curve at the top, inside of "let" and "coalesce" at most. */
static const ik_expression *top_curve(const ik_expression *node)
{
    const ik_expression *found = is_curve(node) ? node : NULL;
    if (node->role == IK_ROLE_LET)
        return top_curve(node->args[0]);
    for (guint i = 0; node->role == IK_ROLE_COALESCE && i < node->n && found == NULL; i++)
        found = top_curve(node->args[i]);
    return found;
}

const ik_expression *ik_expression_zoom_curve(const ik_expression *expression, bool *is_misplaced)
{
    const ik_expression *curve = top_curve(expression);
    guint n = count_curves(expression);
    *is_misplaced = ik_expression_needs_zoom(expression) && (curve == NULL || n != 1);
    return *is_misplaced ? NULL : curve;
}

bool ik_expression_is_gradual(const ik_expression *curve)
{
    return curve->role == IK_ROLE_INTERPOLATE;
}

bool ik_expression_is_enumerable(const ik_expression *expression)
{
    guint first = 0, step = 1;
    switch (expression->role) {
    case IK_ROLE_LET: return ik_expression_is_enumerable(expression->args[0]);
    case IK_ROLE_COALESCE:
    case IK_ROLE_ASSERTION: break;
    case IK_ROLE_STEP:
    case IK_ROLE_INTERPOLATE:
    case IK_ROLE_MATCH: first = 1; break;
    case IK_ROLE_CASE:
        first = 1;
        step = 2;
        if (!ik_expression_is_enumerable(expression->args[expression->n - 1]))
            return false;
        break;
    default: return expression->evaluate == NULL;
    }
    for (guint i = first; i < expression->n; i += step)
        if (!ik_expression_is_enumerable(expression->args[i]))
            return false;
    return true;
}

/* ---- one zoom ---- */

typedef struct {
    double zoom;
    ik_arena *arena;
    GHashTable *done; /* node to node: what a variable is bound to is met more than once */
} specialisation;

static const ik_expression *specialise(specialisation *at, const ik_expression *node);

static const ik_expression *compute(specialisation *at, const ik_expression *node)
{
    ik_evaluation evaluation = {.zoom = at->zoom, .arena = at->arena};
    ik_value value;
    if (!ik_expression_evaluate(node, &evaluation, &value))
        return node;
    ik_expression *constant = ik_arena_alloc(at->arena, 1, sizeof *constant);
    constant->type = node->type;
    constant->constant = value;
    return constant;
}

static const ik_expression *copy_node(specialisation *at, const ik_expression *node)
{
    ik_expression *copy = ik_arena_alloc(at->arena, 1, sizeof *copy);
    *copy = *node;
    copy->args = ik_arena_alloc(at->arena, node->n, sizeof(gpointer));
    copy->depends = node->depends & ~(guint)IK_DEPENDS_ON_ZOOM;
    for (guint i = 0; i < node->n; i++) {
        copy->args[i] = specialise(at, node->args[i]);
        copy->depends |= copy->args[i]->depends;
    }
    return copy;
}

static const ik_expression *specialise(specialisation *at, const ik_expression *node)
{
    if (!ik_expression_needs_zoom(node))
        return node;
    gpointer known = g_hash_table_lookup(at->done, node);
    if (known != NULL)
        return known;
    /* Arguments first, each once: computing the whole at once would follow every variable anew. A
     * variable finds its value by what it is bound to, which the copied "let" has too. */
    const ik_expression *result = copy_node(at, node);
    if (node->depends == IK_DEPENDS_ON_ZOOM && node->role != IK_ROLE_VARIABLE)
        result = compute(at, result);
    g_hash_table_insert(at->done, (gpointer)(gintptr)node, (gpointer)(gintptr)result);
    return result;
}

const ik_expression *ik_expression_at_zoom(const ik_expression *expression, double zoom,
                                           ik_arena *arena)
{
    if (!ik_expression_needs_zoom(expression))
        return expression;
    g_autoptr(GHashTable) done = g_hash_table_new(NULL, NULL);
    specialisation at = {zoom, arena, done};
    return specialise(&at, expression);
}

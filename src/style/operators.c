/* operators.c — finding an operator by its name.   [style] */
#include "expression_node.h"
#include "suggestion.h"

#include <string.h>

#define MAX_NAMES 128

static const ik_operator *const TABLES[] = {
    IK_OPERATORS_ARRAY,  IK_OPERATORS_COMPARE,  IK_OPERATORS_DECISION, IK_OPERATORS_FORMAT,
    IK_OPERATORS_LOOKUP, IK_OPERATORS_GEOMETRY, IK_OPERATORS_MATH,     IK_OPERATORS_RAMP,
    IK_OPERATORS_TEXT,   IK_OPERATORS_TYPE,     IK_OPERATORS_VARIABLE};

/* Operators that mean nothing without a running map or hills. */
static const char *const OTHERS[] = {"elevation", "pitch"};

const ik_operator *ik_operator_find(const char *name)
{
    for (gsize t = 0; t < G_N_ELEMENTS(TABLES); t++)
        for (const ik_operator *row = TABLES[t]; row->name != NULL; row++)
            if (strcmp(row->name, name) == 0)
                return row;
    return NULL;
}

bool ik_expression_is_operator(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(OTHERS); i++)
        if (strcmp(OTHERS[i], name) == 0)
            return true;
    return ik_operator_find(name) != NULL;
}

const char *ik_operator_suggestion(const char *name)
{
    const char *names[MAX_NAMES];
    guint n = 0;
    for (gsize t = 0; t < G_N_ELEMENTS(TABLES); t++)
        for (const ik_operator *row = TABLES[t]; row->name != NULL && n < MAX_NAMES; row++)
            names[n++] = row->name;
    return ik_suggestion(name, names, n);
}

/* operators.c — finding an operator by its name.   [style] */
#include "expression_node.h"

#include <string.h>

static const ik_operator *const TABLES[] = {IK_OPERATORS_DECISION, IK_OPERATORS_LOOKUP,
                                            IK_OPERATORS_MATH,     IK_OPERATORS_RAMP,
                                            IK_OPERATORS_TEXT,     IK_OPERATORS_TYPE};

/* Operators of the specification that are not here. */
static const char *const OTHERS[] = {"accumulated",
                                     "collator",
                                     "distance",
                                     "elevation",
                                     "error",
                                     "feature-state",
                                     "format",
                                     "global-state",
                                     "heatmap-density",
                                     "image",
                                     "index-of",
                                     "interpolate-hcl",
                                     "interpolate-lab",
                                     "is-supported-script",
                                     "join",
                                     "line-progress",
                                     "number-format",
                                     "object",
                                     "pitch",
                                     "properties",
                                     "resolved-locale",
                                     "slice",
                                     "split",
                                     "to-rgba",
                                     "within"};

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

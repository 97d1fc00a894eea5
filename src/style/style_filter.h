/* style_filter.h — what a layer lets through.   [style] */
#ifndef IK_STYLE_FILTER_H
#define IK_STYLE_FILTER_H

#include "expression.h"

/* Compiles a filter, an expression or one of the old kind (["==", "kind", "city"]), into an
 * expression of type boolean. NULL with INPUT or UNSUPPORTED.
 */
const ik_expression *ik_style_filter_compile(ik_compiler *compiler, ik_json_value json);

#endif

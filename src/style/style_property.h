/* style_property.h — reading one property of a layer.   [style] */
#ifndef IK_STYLE_PROPERTY_H
#define IK_STYLE_PROPERTY_H

#include "expression.h"
#include "property.h"

/* Compiles the value at the compiler's path into an expression that gives what the property takes;
 * plain values are checked against its bounds and choices. NULL with INPUT or UNSUPPORTED.
 */
const ik_expression *ik_style_property_compile(ik_compiler *compiler, ik_property property,
                                               ik_json_value json);

#endif

/* style_property.h — reading one property of a layer.   [style] */
#ifndef IK_STYLE_PROPERTY_H
#define IK_STYLE_PROPERTY_H

#include "expression.h"
#include "property.h"

/* The type that values of the property have. */
ik_type ik_style_property_type(const ik_property_spec *spec);

/* Compiles the value at the compiler's path, plain, an expression or an old function with "stops",
 * into an expression that gives what the property takes; plain values are checked against its
 * bounds and choices, expressions against what the property may depend on. NULL with INPUT or
 * UNSUPPORTED.
 */
const ik_expression *ik_style_property_compile(ik_compiler *compiler, ik_property property,
                                               ik_json_value json);

/* The same for a plain value alone. */
const ik_expression *ik_style_plain_compile(ik_compiler *compiler, const ik_property_spec *spec,
                                            ik_json_value json);

#endif

/* style_function.h — functions with "stops", the way styles were written before expressions.   [style]
 *
 * {"stops": [[5, 1], [10, 4]], "base": 1.5} of the zoom, {"property": …} of an attribute, stops of
 * {"zoom": …, "value": …} of both. Where the input has no fitting type or no stop, the "default",
 * and without one that of the property. Source: Style Specification, "Function (deprecated)".
 */
#ifndef IK_STYLE_FUNCTION_H
#define IK_STYLE_FUNCTION_H

#include "expression.h"
#include "property.h"

/* NULL with INPUT and the path of what is wrong. */
const ik_expression *ik_style_function_compile(ik_compiler *compiler, const ik_property_spec *spec,
                                               ik_json_value json);

#endif

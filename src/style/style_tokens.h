/* style_tokens.h — attributes named in the middle of a text: "{name} ({year})".   [style]
 *
 * The old way of text-field and icon-image. An attribute that is absent leaves nothing.
 */
#ifndef IK_STYLE_TOKENS_H
#define IK_STYLE_TOKENS_H

#include "expression.h"
#include "property.h"

/* Whether plain texts of the property may name attributes. */
bool ik_style_takes_tokens(const ik_property_spec *spec);

/* `text` with its tokens as something of type string, formatted or image; NULL with an error. */
const ik_expression *ik_style_tokens_compile(ik_compiler *compiler, const char *text, ik_type type);

#endif

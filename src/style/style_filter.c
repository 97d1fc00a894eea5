/* style_filter.c — what a layer lets through.   [style] */
#include "style_filter.h"

const ik_expression *ik_style_filter_compile(ik_compiler *compiler, ik_json_value json)
{
    return ik_expression_compile(compiler, json, IK_VALUE_BOOL);
}

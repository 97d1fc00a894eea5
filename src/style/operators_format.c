/* operators_format.c — formatted text, images, numbers as people write them.   [style]
 *
 * Style Specification, "format", "image", "number-format".
 */
#include "expression_node.h"
#include "number_format.h"
#include "value_convert.h"

#include <math.h>
#include <string.h>

/* Arguments that an option may leave out; 0 stands for none. */
typedef struct {
    guint content, scale, fonts, color, align;
} section_plan;

typedef struct {
    section_plan *sections;
    guint n;
} format_plan;

static const char *const ALIGNMENTS[] = {"bottom", "center", "top"};

/* ---- format ---- */

/* As in the browser, where 0, "", false and null count as not given. */
static bool is_given(ik_json_value option)
{
    if (!ik_json_exists(option))
        return false;
    switch (ik_json_type_of(option)) {
    case IK_JSON_NULL: return false;
    case IK_JSON_BOOL: return ik_json_bool(option);
    case IK_JSON_NUMBER: return ik_json_number(option) != 0;
    case IK_JSON_STRING: return ik_json_string(option)[0] != '\0';
    default: return true;
    }
}

/* Compiles options[key] if it is given; `slot` takes the argument's number. */
static bool compile_option(ik_compiler *compiler, ik_json_value options, const char *key,
                           ik_type type, guint *slot, ik_expression *node)
{
    ik_json_value option = ik_json_member(options, key);
    *slot = 0;
    if (!is_given(option))
        return true;
    gsize length = compiler->path->len;
    g_string_append_printf(compiler->path, ".%s", key);
    if (!ik_compile_value(compiler, option, type, node))
        return false;
    ik_compiler_leave(compiler, length);
    *slot = node->n - 1;
    return true;
}

static bool find_alignment(const char *text, ik_vertical_align *align)
{
    for (guint i = 0; i < G_N_ELEMENTS(ALIGNMENTS); i++)
        if (strcmp(ALIGNMENTS[i], text) == 0) {
            *align = (ik_vertical_align)i;
            return true;
        }
    return false;
}

static bool check_alignment(ik_compiler *compiler, const ik_expression *argument)
{
    ik_value value;
    ik_vertical_align align;
    return !ik_expression_is_constant(argument, &value) || find_alignment(value.string, &align) ||
           ik_compiler_fail(compiler, "expected one of [bottom, center, top] but found \"%s\"",
                            value.string);
}

static bool compile_options(ik_compiler *compiler, ik_json_value options, section_plan *section,
                            ik_expression *node)
{
    ik_type fonts = IK_ARRAY_TYPE(IK_VALUE_STRING, IK_ANY_LENGTH);
    return compile_option(compiler, options, "font-scale", IK_TYPE(IK_VALUE_NUMBER),
                          &section->scale, node) &&
           compile_option(compiler, options, "text-font", fonts, &section->fonts, node) &&
           compile_option(compiler, options, "text-color", IK_TYPE(IK_VALUE_COLOR), &section->color,
                          node) &&
           compile_option(compiler, options, "vertical-align", IK_TYPE(IK_VALUE_STRING),
                          &section->align, node) &&
           (section->align == 0 || check_alignment(compiler, node->args[section->align]));
}

static bool compile_content(ik_compiler *compiler, ik_json_value json, section_plan *section,
                            ik_expression *node)
{
    if (!ik_compile_value(compiler, json, IK_TYPE(IK_VALUE_ANY), node))
        return false;
    section->content = node->n - 1;
    ik_value_type kind = node->args[section->content]->type.kind;
    return kind == IK_VALUE_STRING || kind == IK_VALUE_ANY || kind == IK_VALUE_NULL ||
           kind == IK_VALUE_IMAGE ||
           ik_compiler_fail(compiler, "a section is a string, an image or null, found %s",
                            ik_value_type_name(kind));
}

/* Argument 0 is left empty, so that 0 can stand for an option that is not there. */
static bool compile_format(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                           ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    guint n = ik_json_length(json);
    bool may_have_options = false;
    format_plan *plan = ik_arena_alloc(compiler->arena, 1, sizeof *plan);
    plan->sections = ik_arena_alloc(compiler->arena, n, sizeof *plan->sections);
    node->data = plan;
    ik_compile_reserve(compiler, node, 4 * n + 1);
    node->args[node->n++] = ik_compile_constant(compiler, (ik_value){.type = IK_VALUE_NULL});
    for (guint i = 1; i < n; i++) {
        ik_json_value item = ik_json_item(json, i);
        gsize length = ik_compiler_enter(compiler, i);
        if (may_have_options && ik_json_type_of(item) == IK_JSON_OBJECT) {
            if (!compile_options(compiler, item, &plan->sections[plan->n - 1], node))
                return false;
            may_have_options = false;
        } else {
            if (!compile_content(compiler, item, &plan->sections[plan->n++], node))
                return false;
            may_have_options = true;
        }
        ik_compiler_leave(compiler, length);
    }
    return true;
}

static const char *join_fonts(const ik_value *fonts, ik_arena *arena)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < fonts->array.n; i++) {
        if (i > 0)
            g_string_append_c(names, ',');
        g_string_append(names, fonts->array.items[i].string);
    }
    return ik_arena_copy(arena, names->str);
}

static bool evaluate_options(const ik_expression *node, const section_plan *plan,
                             ik_evaluation *evaluation, ik_text_section *section)
{
    ik_value value;
    if (plan->scale != 0) {
        if (!ik_evaluate_argument(node, plan->scale, evaluation, &value))
            return false;
        section->scale = value.number;
    }
    if (plan->fonts != 0) {
        if (!ik_evaluate_argument(node, plan->fonts, evaluation, &value))
            return false;
        section->fonts = join_fonts(&value, evaluation->arena);
    }
    if (plan->color != 0) {
        if (!ik_evaluate_argument(node, plan->color, evaluation, &value))
            return false;
        section->has_color = true;
        section->color = value.color;
    }
    return true;
}

static bool evaluate_section(const ik_expression *node, const section_plan *plan,
                             ik_evaluation *evaluation, ik_text_section *section)
{
    ik_value content, align;
    *section = (ik_text_section){.text = "", .scale = 1};
    if (!ik_evaluate_argument(node, plan->content, evaluation, &content))
        return false;
    if (plan->align != 0) {
        if (!ik_evaluate_argument(node, plan->align, evaluation, &align))
            return false;
        find_alignment(align.string, &section->vertical_align);
    }
    if (content.type == IK_VALUE_IMAGE) {
        section->image = content.image.name;
        return true;
    }
    section->text = ik_value_text(&content, evaluation->arena);
    return evaluate_options(node, plan, evaluation, section);
}

static bool evaluate_format(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const format_plan *plan = node->data;
    ik_text_section *sections = ik_arena_alloc(evaluation->arena, plan->n, sizeof *sections);
    for (guint i = 0; i < plan->n; i++)
        if (!evaluate_section(node, &plan->sections[i], evaluation, &sections[i]))
            return false;
    *value = (ik_value){.type = IK_VALUE_FORMATTED, .formatted = {sections, plan->n}};
    return true;
}

/* ---- image ---- */

static bool evaluate_image(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value name;
    if (!ik_evaluate_argument(node, 0, evaluation, &name))
        return false;
    *value = ik_value_to_image(&name, evaluation->arena);
    if (value->type == IK_VALUE_IMAGE && evaluation->has_image != NULL)
        value->image.is_available = evaluation->has_image(evaluation->images, name.string);
    return true;
}

/* ---- number-format ---- */

typedef struct {
    guint locale, currency, unit, min, max;
} number_plan;

static bool compile_number_format(ik_compiler *compiler, const ik_operator *operator,
                                  ik_json_value json, ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    const ik_type text = IK_TYPE(IK_VALUE_STRING), number = IK_TYPE(IK_VALUE_NUMBER);
    ik_json_value options = ik_json_item(json, 2);
    number_plan *plan = ik_arena_alloc(compiler->arena, 1, sizeof *plan);
    node->data = plan;
    ik_compile_reserve(compiler, node, 6);
    if (!ik_compile_argument(compiler, json, 1, number, node))
        return false;
    gsize length = ik_compiler_enter(compiler, 2);
    if (ik_json_type_of(options) != IK_JSON_OBJECT)
        return ik_compiler_fail(compiler, "expected an object of options but found %s",
                                ik_json_type_name(ik_json_type_of(options)));
    if (!compile_option(compiler, options, "locale", text, &plan->locale, node) ||
        !compile_option(compiler, options, "currency", text, &plan->currency, node) ||
        !compile_option(compiler, options, "unit", text, &plan->unit, node) ||
        !compile_option(compiler, options, "min-fraction-digits", number, &plan->min, node) ||
        !compile_option(compiler, options, "max-fraction-digits", number, &plan->max, node))
        return false;
    if (plan->currency != 0 && plan->unit != 0)
        return ik_compiler_fail(compiler, "\"currency\" and \"unit\" exclude each other");
    ik_compiler_leave(compiler, length);
    return true;
}

static bool evaluate_text_option(const ik_expression *node, guint slot, ik_evaluation *evaluation,
                                 const char **text)
{
    ik_value value = ik_value_string(NULL);
    if (slot != 0 && !ik_evaluate_argument(node, slot, evaluation, &value))
        return false;
    *text = value.string;
    return true;
}

static bool evaluate_number_option(const ik_expression *node, guint slot, ik_evaluation *evaluation,
                                   double *number)
{
    ik_value value = ik_value_number(NAN);
    if (slot != 0 && !ik_evaluate_argument(node, slot, evaluation, &value))
        return false;
    *number = value.number;
    return true;
}

static bool evaluate_number_format(const ik_expression *node, ik_evaluation *evaluation,
                                   ik_value *value)
{
    const number_plan *plan = node->data;
    ik_number_format format;
    ik_value number;
    if (!ik_evaluate_argument(node, 0, evaluation, &number) ||
        !evaluate_text_option(node, plan->locale, evaluation, &format.locale) ||
        !evaluate_text_option(node, plan->currency, evaluation, &format.currency) ||
        !evaluate_text_option(node, plan->unit, evaluation, &format.unit) ||
        !evaluate_number_option(node, plan->min, evaluation, &format.min_digits) ||
        !evaluate_number_option(node, plan->max, evaluation, &format.max_digits))
        return false;
    g_autofree char *text = ik_format_number(number.number, &format);
    if (text == NULL)
        return ik_evaluation_fail(evaluation, "currency, unit or number of digits is not known");
    *value = ik_value_string(ik_arena_copy(evaluation->arena, text));
    return true;
}

const ik_operator IK_OPERATORS_FORMAT[] = {
    {"format", evaluate_format, IK_VALUE_FORMATTED, IK_VALUE_ANY, 1, 0, 0, compile_format, NULL,
     IK_ROLE_NONE},
    {"image", evaluate_image, IK_VALUE_IMAGE, IK_VALUE_STRING, 1, 1, IK_DEPENDS_ON_IMAGES, NULL,
     NULL, IK_ROLE_NONE},
    {"number-format", evaluate_number_format, IK_VALUE_STRING, IK_VALUE_ANY, 2, 2, 0,
     compile_number_format, NULL, IK_ROLE_NONE},
    {0}};

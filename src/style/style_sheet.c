/* style_sheet.c — trying out MapLibre style sheets.   [style] */
#include <ideenkarte/style_sheet.h>

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#include "expression_node.h"
#include "feature_json.h"
#include "json_writer.h"
#include "style.h"
#include "style_filter.h"
#include "style_property.h"
#include "value_text.h"

/* ---- checking ---- */

ik_style_findings *ik_style_check(const char *path)
{
    g_autoptr(ik_style) style = NULL;
    ik_style_findings *findings = g_new0(ik_style_findings, 1);
    findings->faults = ik_style_faults(path, &style);
    findings->warnings = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; style != NULL && i < ik_style_n_warnings(style); i++)
        g_ptr_array_add(findings->warnings, g_strdup(ik_style_warning(style, i)));
    return findings;
}

void ik_style_findings_free(ik_style_findings *findings)
{
    if (findings == NULL)
        return;
    g_ptr_array_unref(findings->faults);
    g_ptr_array_unref(findings->warnings);
    g_free(findings);
}

/* ---- what is expected ---- */

static bool find_property(const char *name, ik_property *property)
{
    for (guint i = 0; i < IK_N_PROPERTIES; i++)
        if (strcmp(ik_property_spec_of((ik_property)i)->name, name) == 0) {
            *property = (ik_property)i;
            return true;
        }
    return false;
}

/* "array<number, 2>" and shorter forms. */
static bool parse_array_type(const char *text, ik_type *type)
{
    static const ik_value_type ITEMS[] = {IK_VALUE_NUMBER, IK_VALUE_STRING, IK_VALUE_BOOL};
    *type = IK_TYPE(IK_VALUE_ARRAY);
    if (strcmp(text, "array") == 0)
        return true;
    for (gsize i = 0; i < G_N_ELEMENTS(ITEMS); i++) {
        g_autofree char *start = g_strdup_printf("array<%s", ik_value_type_name(ITEMS[i]));
        if (!g_str_has_prefix(text, start))
            continue;
        char *end = NULL;
        const char *rest = text + strlen(start);
        type->item = ITEMS[i];
        if (strcmp(rest, ">") == 0)
            return true;
        type->length = g_str_has_prefix(rest, ", ") ? (int)g_ascii_strtoull(rest + 2, &end, 10) : 0;
        return end != NULL && end > rest + 2 && strcmp(end, ">") == 0 && type->length >= 0;
    }
    return false;
}

static bool parse_type(const char *text, ik_type *type)
{
    if (text == NULL) {
        *type = IK_TYPE(IK_VALUE_UNASKED);
        return true;
    }
    for (ik_value_type kind = IK_VALUE_NULL; kind <= IK_VALUE_ANY; kind++)
        if (kind != IK_VALUE_ARRAY && strcmp(ik_value_type_name(kind), text) == 0) {
            *type = IK_TYPE(kind);
            return true;
        }
    return parse_array_type(text, type);
}

/* NULL with the compiler's error, or with one of its own when nobody knows what `expect` is. */
static const ik_expression *compile(ik_compiler *compiler, ik_json_value json, const char *expect)
{
    ik_type type;
    ik_property property;
    if (expect != NULL && strcmp(expect, "filter") == 0)
        return ik_style_filter_compile(compiler, json);
    if (expect != NULL && find_property(expect, &property))
        return ik_style_property_compile(compiler, property, json);
    if (parse_type(expect, &type))
        return ik_expression_compile(compiler, json, type);
    g_set_error(compiler->error, IK_ERROR, IK_ERROR_NOT_FOUND,
                "\"%s\": expected a type, for example number or array<number, 2>, a property, for "
                "example line-width, or filter",
                expect);
    return NULL;
}

/* ---- answers ---- */

static void append_section(GString *out, const ik_text_section *section)
{
    static const char *const ALIGNMENTS[] = {"bottom", "center", "top"};
    ik_value text = ik_value_string(section->text), image = {.type = IK_VALUE_NULL};
    ik_value color = {.type = IK_VALUE_NULL}, fonts = color;
    if (section->image != NULL)
        image = ik_value_string(section->image);
    if (section->has_color)
        color = ik_value_color(section->color);
    if (section->fonts != NULL)
        fonts = ik_value_string(section->fonts);
    g_string_append(out, "{\"text\":");
    ik_append_value_json(out, &text);
    g_string_append(out, ",\"image\":");
    ik_append_value_json(out, &image);
    g_string_append(out, ",\"scale\":");
    ik_append_number(out, section->scale);
    g_string_append(out, ",\"fonts\":");
    ik_append_value_json(out, &fonts);
    g_string_append(out, ",\"color\":");
    ik_append_value_json(out, &color);
    g_string_append_printf(out, ",\"vertical-align\":\"%s\"}", ALIGNMENTS[section->vertical_align]);
}

static void append_value(GString *out, const ik_value *value)
{
    if (value->type != IK_VALUE_FORMATTED) {
        ik_append_value_json(out, value);
        return;
    }
    g_string_append_c(out, '[');
    for (guint i = 0; i < value->formatted.n; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        append_section(out, &value->formatted.sections[i]);
    }
    g_string_append_c(out, ']');
}

static char *answer(const char *key, const char *text, const char *path)
{
    GString *out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 0);
    ik_json_begin_object(&writer);
    ik_json_key(&writer, key);
    ik_json_put_string(&writer, text);
    if (path != NULL) {
        ik_json_key(&writer, "path");
        ik_json_put_string(&writer, path);
    }
    ik_json_end_object(&writer);
    return g_string_free(out, FALSE);
}

/* The message without file and path in front. */
static char *compile_answer(const ik_compiler *compiler, const GError *failure)
{
    const char *message = failure->message;
    g_autofree char *place = ik_compiler_place(compiler);
    if (g_str_has_prefix(message, place)) {
        message += strlen(place);
        if (g_str_has_prefix(message, ": "))
            message += 2;
    }
    return answer("error", message, compiler->path->str);
}

static char *evaluate_answer(const ik_expression *expression, ik_evaluation *evaluation,
                             ik_style_outcome *outcome)
{
    ik_value value;
    if (!ik_expression_evaluate(expression, evaluation, &value)) {
        *outcome = IK_STYLE_FAILED;
        return answer("fault", evaluation->fault, NULL);
    }
    GString *out = g_string_new("{\"type\":\"");
    g_string_append(out, ik_type_text(ik_type_of(&value), evaluation->arena));
    g_string_append(out, "\",\"value\":");
    append_value(out, &value);
    g_string_append_c(out, '}');
    *outcome = IK_STYLE_VALUE;
    return g_string_free(out, FALSE);
}

/* ---- questions ---- */

typedef struct {
    ik_json_value expression;
    const char *expect;
    double zoom;
    ik_json_value feature; /* absent: none */
} parsed_question;

static char *evaluate(const parsed_question *question, ik_style_outcome *outcome, GError **error)
{
    g_autoptr(ik_arena) arena = ik_arena_new();
    g_autoptr(GString) path = g_string_new(NULL);
    g_autoptr(GError) failure = NULL;
    ik_feature feature;
    bool has_feature = ik_json_exists(question->feature);
    ik_compiler compiler = {.file = "expression", .path = path, .arena = arena, .error = &failure};
    if (has_feature && !ik_feature_read(question->feature, arena, &feature, error))
        return NULL;
    const ik_expression *expression = compile(&compiler, question->expression, question->expect);
    if (expression == NULL && failure->code == IK_ERROR_NOT_FOUND) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return NULL;
    }
    *outcome = IK_STYLE_WRONG;
    if (expression == NULL)
        return compile_answer(&compiler, failure);
    ik_evaluation evaluation = {
        .zoom = question->zoom, .feature = has_feature ? &feature : NULL, .arena = arena};
    return evaluate_answer(expression, &evaluation, outcome);
}

char *ik_style_evaluate(const ik_style_question *question, ik_style_outcome *outcome,
                        GError **error)
{
    parsed_question parsed = {.expect = question->expect, .zoom = question->zoom};
    g_autoptr(ik_json) feature = NULL;
    g_autoptr(ik_json) expression =
        ik_json_parse(question->expression, strlen(question->expression), "expression", error);
    if (expression == NULL)
        return NULL;
    if (question->feature != NULL) {
        feature = ik_json_parse(question->feature, strlen(question->feature), "feature", error);
        if (feature == NULL)
            return NULL;
        parsed.feature = ik_json_root(feature);
    }
    parsed.expression = ik_json_root(expression);
    return evaluate(&parsed, outcome, error);
}

static bool read_question(ik_json_value root, parsed_question *question)
{
    if (ik_json_type_of(root) != IK_JSON_OBJECT)
        return false;
    ik_json_value expect = ik_json_member(root, "expect"), zoom = ik_json_member(root, "zoom");
    question->expression = ik_json_member(root, "expression");
    question->feature = ik_json_member(root, "feature");
    if (!ik_json_exists(question->expression) ||
        (ik_json_exists(expect) && ik_json_type_of(expect) != IK_JSON_STRING) ||
        (ik_json_exists(zoom) && ik_json_type_of(zoom) != IK_JSON_NUMBER))
        return false;
    question->expect = ik_json_exists(expect) ? ik_json_string(expect) : NULL;
    question->zoom = ik_json_exists(zoom) ? ik_json_number(zoom) : 0;
    return true;
}

char *ik_style_evaluate_json(const char *json, const char *name, ik_style_outcome *outcome,
                             GError **error)
{
    parsed_question question = {.zoom = 0};
    g_autoptr(ik_json) document = ik_json_parse(json, strlen(json), name, error);
    if (document == NULL)
        return NULL;
    if (!read_question(ik_json_root(document), &question)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: expected \"expression\" and perhaps \"expect\", \"zoom\", \"feature\"",
                    name);
        return NULL;
    }
    char *line = evaluate(&question, outcome, error);
    if (line == NULL)
        g_prefix_error(error, "%s: ", name);
    return line;
}

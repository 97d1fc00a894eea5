/* style_tokens.c — attributes named in the middle of a text.   [style] */
#include "style_tokens.h"

#include "expression_node.h"

#include <string.h>

typedef struct {
    const char *text; /* of an attribute: its name */
    bool is_attribute;
} token;

typedef struct {
    token *tokens;
    guint n;
} token_list;

bool ik_style_takes_tokens(const ik_property_spec *spec)
{
    return spec == ik_property_spec_of(IK_TEXT_FIELD) || spec == ik_property_spec_of(IK_ICON_IMAGE);
}

/* The next "{name}" at or after `text`, name not empty and without braces; NULL when none. */
static const char *find_token(const char *text, gsize *length)
{
    for (const char *open = strchr(text, '{'); open != NULL; open = strchr(open + 1, '{')) {
        *length = strcspn(open + 1, "{}");
        if (*length > 0 && open[1 + *length] == '}')
            return open;
    }
    return NULL;
}

static void add(ik_compiler *compiler, token_list *list, const char *text, gsize length,
                bool is_attribute)
{
    g_autofree char *copy = g_strndup(text, length);
    if (length > 0)
        list->tokens[list->n++] = (token){ik_arena_copy(compiler->arena, copy), is_attribute};
}

static const token_list *split(ik_compiler *compiler, const char *text)
{
    token_list *list = ik_arena_alloc(compiler->arena, 1, sizeof *list);
    list->tokens = ik_arena_alloc(compiler->arena, strlen(text) + 1, sizeof *list->tokens);
    gsize length = 0;
    for (const char *open = find_token(text, &length); open != NULL;
         open = find_token(text, &length)) {
        add(compiler, list, text, (gsize)(open - text), false);
        add(compiler, list, open + 1, length, true);
        text = open + length + 2;
    }
    add(compiler, list, text, strlen(text), false);
    return list;
}

static const ik_value *find_attribute(const ik_feature *feature, const char *name)
{
    for (guint i = 0; feature != NULL && i < feature->n_attributes; i++)
        if (strcmp(feature->attributes[i].name, name) == 0)
            return &feature->attributes[i].value;
    return NULL;
}

static bool evaluate_tokens(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const token_list *list = node->data;
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < list->n; i++) {
        const char *text = list->tokens[i].text;
        if (list->tokens[i].is_attribute) {
            const ik_value *found = find_attribute(evaluation->feature, text);
            text = found != NULL ? ik_value_text(found, evaluation->arena) : "";
        }
        g_string_append(out, text);
    }
    *value = ik_value_string(ik_arena_copy(evaluation->arena, out->str));
    return true;
}

const ik_expression *ik_style_tokens_compile(ik_compiler *compiler, const char *text, ik_type type)
{
    gsize length = 0;
    ik_expression *node = NULL;
    if (find_token(text, &length) == NULL)
        node = ik_compile_constant(compiler, ik_value_string(ik_arena_copy(compiler->arena, text)));
    else {
        node = ik_arena_alloc(compiler->arena, 1, sizeof *node);
        node->evaluate = evaluate_tokens;
        node->type = IK_TYPE(IK_VALUE_STRING);
        node->depends = IK_DEPENDS_ON_FEATURE;
        node->data = split(compiler, text);
    }
    return ik_compile_fit(compiler, node, type);
}

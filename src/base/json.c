/* json.c — reading JSON: a tree whose every value knows its path.   [base]
 *
 * jansson parses; on top of its values stands a tree of nodes that know their parent and reach the n-th
 * member at once, which jansson's own objects cannot.
 */
#include "json.h"

#include <errno.h>
#include <ideenkarte/error.h>
#include <jansson.h>
#include <string.h>

#include "io_error.h"
#include "printable.h"

enum { MOST_LEVELS = 256 };

typedef struct json_node json_node;

struct json_node {
    const json_t *value;     /* of the document */
    const json_node *parent; /* NULL: the root */
    const char *key;         /* in an object: of `value` */
    guint index;             /* in the parent */
    guint n_children;
    json_node *children;
};

struct ik_json {
    json_t *document;
    json_node root;
};

static const json_node *node_of(ik_json_value value)
{
    return value.node;
}

/* --- building the tree ------------------------------------------------------------------------ */

static char *path_of(const json_node *node)
{
    if (node->parent == NULL)
        return g_strdup("");
    g_autofree char *path = path_of(node->parent);
    if (node->key == NULL)
        return g_strdup_printf("%s[%u]", path, node->index);
    return g_strconcat(path, *path != '\0' ? "." : "", node->key, NULL);
}

static void clear_children(json_node *node)
{
    for (guint i = 0; i < node->n_children; i++)
        clear_children(&node->children[i]);
    g_free(node->children);
}

static json_node *allocate_children(json_node *node, size_t n)
{
    node->children = g_new0(json_node, n);
    node->n_children = (guint)n;
    for (guint i = 0; i < node->n_children; i++) {
        node->children[i].parent = node;
        node->children[i].index = i;
    }
    return node->children;
}

static void list_items(json_node *node)
{
    json_node *child = allocate_children(node, json_array_size(node->value));
    for (guint i = 0; i < node->n_children; i++)
        child[i].value = json_array_get(node->value, i);
}

static void list_members(json_node *node, json_t *object)
{
    json_node *child = allocate_children(node, json_object_size(object));
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value)
    {
        child->key = key;
        child->value = value;
        child++;
    }
}

static bool build(json_node *node, json_t *value, guint levels, GError **error)
{
    node->value = value;
    if (json_is_array(value))
        list_items(node);
    else if (json_is_object(value))
        list_members(node, value);
    if (node->n_children > 0 && levels == MOST_LEVELS) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "nested deeper than %d levels", MOST_LEVELS);
        return false;
    }
    for (guint i = 0; i < node->n_children; i++)
        if (!build(&node->children[i], (json_t *)(gsize)node->children[i].value, levels + 1, error))
            return false;
    return true;
}

/* --- documents -------------------------------------------------------------------------------- */

/* jansson ends a message with what it read: ` near '…'`. It may be long and hold line breaks. */
static char *shorten(const char *message)
{
    g_autofree char *line = g_strdelimit(g_strdup(message), "\r\n\t", ' ');
    g_autofree char *valid = ik_printable(line);
    return g_utf8_substring(valid, 0, MIN(g_utf8_strlen(valid, -1), 120));
}

static ik_json *report(const json_error_t *failure, const char *name, GError **error)
{
    g_autofree char *message = shorten(failure->text);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s:%d:%d: broken JSON: %s", name, failure->line,
                failure->column, message);
    return NULL;
}

ik_json *ik_json_parse(const char *text, gsize length, const char *name, GError **error)
{
    json_error_t failure;
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        length -= 3;
    }
    json_t *document = json_loadb(text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &failure);
    if (document == NULL)
        return report(&failure, name, error);
    g_autoptr(ik_json) json = g_new0(ik_json, 1);
    json->document = document;
    if (!build(&json->root, document, 1, error)) {
        g_prefix_error(error, "%s: ", name);
        return NULL;
    }
    return g_steal_pointer(&json);
}

ik_json *ik_json_load(const char *path, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autofree char *text = NULL;
    gsize length;
    if (!g_file_get_contents(path, &text, &length, &cause)) {
        if (g_error_matches(cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            ik_io_error_set(error, ENOENT, path, "open");
        else
            g_set_error_literal(error, IK_ERROR, IK_ERROR_IO, cause->message);
        return NULL;
    }
    g_autofree char *name = g_path_get_basename(path);
    return ik_json_parse(text, length, name, error);
}

void ik_json_free(ik_json *json)
{
    if (json == NULL)
        return;
    clear_children(&json->root);
    json_decref(json->document);
    g_free(json);
}

/* --- values ----------------------------------------------------------------------------------- */

ik_json_value ik_json_root(const ik_json *json)
{
    return (ik_json_value){&json->root};
}

bool ik_json_exists(ik_json_value value)
{
    return value.node != NULL;
}

char *ik_json_path(ik_json_value value)
{
    g_autofree char *path = path_of(node_of(value));
    return ik_printable(path);
}

ik_json_type ik_json_type_of(ik_json_value value)
{
    switch (json_typeof(node_of(value)->value)) {
    case JSON_OBJECT: return IK_JSON_OBJECT;
    case JSON_ARRAY: return IK_JSON_ARRAY;
    case JSON_STRING: return IK_JSON_STRING;
    case JSON_INTEGER:
    case JSON_REAL: return IK_JSON_NUMBER;
    case JSON_TRUE:
    case JSON_FALSE: return IK_JSON_BOOL;
    case JSON_NULL: break;
    }
    return IK_JSON_NULL;
}

const char *ik_json_type_name(ik_json_type type)
{
    static const char *const names[] = {
        [IK_JSON_NULL] = "null",     [IK_JSON_BOOL] = "boolean", [IK_JSON_NUMBER] = "number",
        [IK_JSON_STRING] = "string", [IK_JSON_ARRAY] = "array",  [IK_JSON_OBJECT] = "object"};
    return names[type];
}

bool ik_json_bool(ik_json_value value)
{
    g_assert(ik_json_type_of(value) == IK_JSON_BOOL);
    return json_is_true(node_of(value)->value);
}

double ik_json_number(ik_json_value value)
{
    g_assert(ik_json_type_of(value) == IK_JSON_NUMBER);
    return json_number_value(node_of(value)->value);
}

const char *ik_json_string(ik_json_value value)
{
    g_assert(ik_json_type_of(value) == IK_JSON_STRING);
    return json_string_value(node_of(value)->value);
}

guint ik_json_length(ik_json_value value)
{
    return node_of(value)->n_children;
}

ik_json_value ik_json_item(ik_json_value array, guint index)
{
    const json_node *node = node_of(array);
    g_assert(index < node->n_children);
    return (ik_json_value){&node->children[index]};
}

ik_json_value ik_json_member(ik_json_value object, const char *key)
{
    const json_node *node = node_of(object);
    g_assert(json_is_object(node->value));
    for (guint i = 0; i < node->n_children; i++)
        if (strcmp(node->children[i].key, key) == 0)
            return (ik_json_value){&node->children[i]};
    return (ik_json_value){NULL};
}

const char *ik_json_member_key(ik_json_value object, guint index)
{
    return node_of(ik_json_member_at(object, index))->key;
}

ik_json_value ik_json_member_at(ik_json_value object, guint index)
{
    g_assert(json_is_object(node_of(object)->value));
    return ik_json_item(object, index);
}

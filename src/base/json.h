/* json.h — reading JSON: a tree whose every value knows its path.   [base]
 *
 * A thin, typed view of jansson. Messages name the file and the path: `regions.json: layers[3].paint: …`.
 * Views borrow from the document. Depth is limited to 256, doubled keys are errors.
 */
#ifndef IK_JSON_H
#define IK_JSON_H

#include <glib.h>
#include <stdbool.h>

typedef struct ik_json ik_json; /* an owned document */

typedef enum {
    IK_JSON_NULL,
    IK_JSON_BOOL,
    IK_JSON_NUMBER,
    IK_JSON_STRING,
    IK_JSON_ARRAY,
    IK_JSON_OBJECT
} ik_json_type;

/* A value inside a document; by value, no ownership. `node` NULL: absent. */
typedef struct {
    const void *node;
} ik_json_value;

/* INPUT with line and column on broken JSON. `name` is used in messages. */
ik_json *ik_json_parse(const char *text, gsize length, const char *name, GError **error);
ik_json *ik_json_load(const char *path, GError **error);
void ik_json_free(ik_json *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_json, ik_json_free)

ik_json_value ik_json_root(const ik_json *json);
bool ik_json_exists(ik_json_value value);
ik_json_type ik_json_type_of(ik_json_value value);
/* Where the value stands, as messages show it (printable.h): "layers[3].paint"; "" for the root. Caller frees. */
char *ik_json_path(ik_json_value value);
const char *ik_json_type_name(
    ik_json_type type); /* "null", "boolean", "number", "string", "array", "object" */

bool ik_json_bool(ik_json_value value); /* caller has checked the type in all of these */
double ik_json_number(ik_json_value value);
const char *ik_json_string(ik_json_value value);
guint ik_json_length(ik_json_value value); /* of an array or object */
ik_json_value ik_json_item(ik_json_value array, guint index);
ik_json_value ik_json_member(ik_json_value object, const char *key); /* absent value if missing */
/* The index-th member of an object in the order of the file. */
const char *ik_json_member_key(ik_json_value object, guint index);
ik_json_value ik_json_member_at(ik_json_value object, guint index);

#endif

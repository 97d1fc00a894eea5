/* style_reader.c — reading a style sheet from its root.   [style] */
#include "style_reader.h"

#include "expression_node.h"

#include <string.h>

#define MAX_LAYERS 10000u
#define MAX_FAULTS 100u

static const char *const ROOT_KEYS[] = {"version",        "name",       "metadata",   "center",
                                        "centerAltitude", "zoom",       "bearing",    "pitch",
                                        "roll",           "state",      "light",      "sky",
                                        "projection",     "terrain",    "sources",    "sprite",
                                        "glyphs",         "font-faces", "transition", "layers"};

bool ik_style_note_fault(ik_style_reader *reader, gsize length)
{
    ik_compiler_leave(&reader->compiler, length);
    reader->compiler.scope = NULL;
    g_ptr_array_add(reader->faults, g_strdup(reader->error->message));
    if (reader->first == NULL)
        reader->first = g_steal_pointer(&reader->error);
    else
        g_clear_error(&reader->error);
    return reader->faults->len < MAX_FAULTS;
}

void ik_style_warn(ik_style_reader *reader, const char *topic, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *sentence = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *place = ik_compiler_place(&reader->compiler);
    ik_style_warnings_add(reader->style->warnings, topic, place, sentence);
}

static bool read_layers(ik_style_reader *reader, ik_json_value layers)
{
    ik_compiler *compiler = &reader->compiler;
    ik_style *style = reader->style;
    guint n = ik_json_length(layers);
    if (n > MAX_LAYERS)
        return ik_compiler_fail(compiler, "%u layers are more than the %u allowed", n, MAX_LAYERS);
    style->layers = ik_arena_alloc(style->arena, n, sizeof *style->layers);
    for (reader->index = 0; reader->index < n; reader->index++) {
        gsize before = ik_compiler_enter(compiler, reader->index);
        if (!ik_style_read_layer(reader, ik_json_item(layers, reader->index)) &&
            (reader->error == NULL || !ik_style_note_fault(reader, before)))
            return false;
        ik_compiler_leave(compiler, before);
    }
    return true;
}

static bool read_required(ik_style_reader *reader, ik_json_value root, const char *key,
                          ik_json_type type, bool (*read)(ik_style_reader *, ik_json_value))
{
    ik_json_value member;
    if (!ik_compiler_get(&reader->compiler, root, key, type, &member))
        return false;
    if (!ik_json_exists(member))
        return ik_compiler_fail(&reader->compiler, "missing property \"%s\"", key);
    gsize length = ik_compiler_enter_key(&reader->compiler, key);
    if (!read(reader, member))
        return false;
    ik_compiler_leave(&reader->compiler, length);
    return true;
}

static bool read_root(ik_style_reader *reader, ik_json_value root)
{
    ik_compiler *compiler = &reader->compiler;
    ik_json_value version;
    if (!ik_compiler_check_type(compiler, root, IK_JSON_OBJECT) ||
        !ik_compiler_check_keys(compiler, root, ROOT_KEYS, G_N_ELEMENTS(ROOT_KEYS)) ||
        !ik_compiler_get(compiler, root, "version", IK_JSON_NUMBER, &version))
        return false;
    if (!ik_json_exists(version) || ik_json_number(version) != 8)
        return ik_compiler_fail(compiler, "expected \"version\": 8");
    return ik_style_read_view(reader, root) &&
           read_required(reader, root, "sources", IK_JSON_OBJECT, ik_style_read_sources) &&
           read_required(reader, root, "layers", IK_JSON_ARRAY, read_layers);
}

static ik_json_value state_of(ik_json_value root)
{
    return ik_json_type_of(root) == IK_JSON_OBJECT ? ik_json_member(root, "state")
                                                   : (ik_json_value){NULL};
}

ik_style *ik_style_read(ik_json *json, const char *name, GPtrArray *faults, GError **error)
{
    g_autoptr(ik_style) style = g_new0(ik_style, 1);
    g_autoptr(GString) path = g_string_new(NULL);
    g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    style->json = json;
    style->arena = ik_arena_new();
    style->warnings = ik_style_warnings_new();
    ik_style_reader reader = {.style = style, .faults = faults, .ids = ids};
    reader.compiler = (ik_compiler){.file = name,
                                    .path = path,
                                    .arena = style->arena,
                                    .warnings = style->warnings,
                                    .state = state_of(ik_json_root(json)),
                                    .error = &reader.error};
    if (!read_root(&reader, ik_json_root(json)) && reader.error != NULL)
        ik_style_note_fault(&reader, 0);
    if (reader.first == NULL)
        return g_steal_pointer(&style);
    g_propagate_error(error, reader.first);
    return NULL;
}

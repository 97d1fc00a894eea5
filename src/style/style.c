/* style.c — a MapLibre style sheet, read and compiled.   [style] */
#include "style.h"

#include "expression_node.h"
#include "style_property.h"
#include "style_resources.h"
#include "suggestion.h"

#include <gio/gio.h>
#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#define MAX_LAYERS 10000u

struct ik_style {
    ik_arena *arena;
    ik_style_layer *layers;
    guint n_layers;
    GPtrArray *warnings; /* of owned text */
};

static const char *const LAYER_TYPES[] = {"background", "fill", "line", "circle", "symbol"};
static const char *const OTHER_LAYER_TYPES[] = {"raster",       "fill-extrusion", "heatmap",
                                                "color-relief", "hillshade",      "sky"};
static const char *const ROOT_KEYS[] = {"version",        "name",       "metadata",   "center",
                                        "centerAltitude", "zoom",       "bearing",    "pitch",
                                        "roll",           "state",      "light",      "sky",
                                        "projection",     "terrain",    "sources",    "sprite",
                                        "glyphs",         "font-faces", "transition", "layers"};
static const char *const LAYER_KEYS[] = {"id",      "type",    "metadata", "source", "source-layer",
                                         "minzoom", "maxzoom", "filter",   "layout", "paint"};

/* ---- paths ---- */

static gsize enter_key(ik_compiler *compiler, const char *key)
{
    gsize length = compiler->path->len;
    if (length > 0)
        g_string_append_c(compiler->path, '.');
    g_string_append(compiler->path, key);
    return length;
}

static bool check_type(ik_compiler *compiler, ik_json_value json, ik_json_type wanted)
{
    if (ik_json_type_of(json) == wanted)
        return true;
    return ik_compiler_fail(compiler, "expected %s but found %s", ik_json_type_name(wanted),
                            ik_json_type_name(ik_json_type_of(json)));
}

/* Checks the type of a member that may be absent; `member` takes it. */
static bool get_member(ik_compiler *compiler, ik_json_value object, const char *key,
                       ik_json_type wanted, ik_json_value *member)
{
    *member = ik_json_member(object, key);
    if (!ik_json_exists(*member))
        return true;
    gsize length = enter_key(compiler, key);
    if (!check_type(compiler, *member, wanted))
        return false;
    ik_compiler_leave(compiler, length);
    return true;
}

static bool check_keys(ik_compiler *compiler, ik_json_value object, const char *const *keys,
                       guint n)
{
    for (guint i = 0; i < ik_json_length(object); i++) {
        const char *key = ik_json_member_key(object, i);
        guint k = 0;
        while (k < n && strcmp(keys[k], key) != 0)
            k++;
        if (k < n)
            continue;
        const char *meant = ik_suggestion(key, keys, n);
        enter_key(compiler, key);
        return meant != NULL
                   ? ik_compiler_fail(compiler, "unknown property, did you mean \"%s\"?", meant)
                   : ik_compiler_fail(compiler, "unknown property");
    }
    return true;
}

/* ---- properties ---- */

static bool read_visibility(ik_compiler *compiler, ik_json_value json, ik_style_layer *layer)
{
    const char *text = ik_json_type_of(json) == IK_JSON_STRING ? ik_json_string(json) : "";
    if (strcmp(text, "visible") != 0 && strcmp(text, "none") != 0)
        return ik_compiler_fail(compiler, "expected one of [visible, none]");
    layer->is_visible = strcmp(text, "visible") == 0;
    return true;
}

static bool unknown_property(ik_compiler *compiler, ik_layer_type type, bool is_paint,
                             const char *name)
{
    const char *meant = ik_property_suggestion(type, is_paint, name);
    if (meant != NULL)
        return ik_compiler_fail(compiler, "unknown property, did you mean \"%s\"?", meant);
    if (ik_property_is_known(type, !is_paint, name))
        return ik_compiler_fail(compiler, "unknown property, it belongs into \"%s\"",
                                is_paint ? "layout" : "paint");
    return ik_compiler_fail(compiler, "unknown property of a %s layer", LAYER_TYPES[type]);
}

static void warn(ik_style *style, ik_compiler *compiler, const char *sentence)
{
    g_ptr_array_add(style->warnings,
                    g_strdup_printf("%s: %s: %s", compiler->file, compiler->path->str, sentence));
}

static bool read_property(ik_style *style, ik_compiler *compiler, ik_json_value group, guint index,
                          ik_style_layer *layer, bool is_paint)
{
    const char *name = ik_json_member_key(group, index);
    ik_json_value value = ik_json_member_at(group, index);
    gsize length = enter_key(compiler, name);
    ik_property property;
    if (!is_paint && strcmp(name, "visibility") == 0) {
        if (!read_visibility(compiler, value, layer))
            return false;
    } else if (ik_property_find(layer->type, is_paint, name, &property)) {
        layer->properties[property] = ik_style_property_compile(compiler, property, value);
        if (layer->properties[property] == NULL)
            return false;
    } else if (ik_property_is_known(layer->type, is_paint, name) ||
               g_str_has_suffix(name, "-transition"))
        warn(style, compiler, "property is not supported and left out");
    else
        return unknown_property(compiler, layer->type, is_paint, name);
    ik_compiler_leave(compiler, length);
    return true;
}

static bool read_group(ik_style *style, ik_compiler *compiler, ik_json_value json,
                       ik_style_layer *layer, bool is_paint)
{
    const char *key = is_paint ? "paint" : "layout";
    ik_json_value group;
    if (!get_member(compiler, json, key, IK_JSON_OBJECT, &group))
        return false;
    if (!ik_json_exists(group))
        return true;
    gsize length = enter_key(compiler, key);
    for (guint i = 0; i < ik_json_length(group); i++)
        if (!read_property(style, compiler, group, i, layer, is_paint))
            return false;
    ik_compiler_leave(compiler, length);
    return true;
}

/* ---- layers ---- */

static bool read_type(ik_compiler *compiler, ik_json_value json, ik_layer_type *type)
{
    ik_json_value value;
    if (!get_member(compiler, json, "type", IK_JSON_STRING, &value))
        return false;
    if (!ik_json_exists(value))
        return ik_compiler_fail(compiler, "missing property \"type\"");
    const char *name = ik_json_string(value);
    for (guint i = 0; i < G_N_ELEMENTS(LAYER_TYPES); i++)
        if (strcmp(LAYER_TYPES[i], name) == 0) {
            *type = (ik_layer_type)i;
            return true;
        }
    enter_key(compiler, "type");
    for (guint i = 0; i < G_N_ELEMENTS(OTHER_LAYER_TYPES); i++)
        if (strcmp(OTHER_LAYER_TYPES[i], name) == 0) {
            g_set_error(compiler->error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                        "%s: %s: layers of type \"%s\" are not supported", compiler->file,
                        compiler->path->str, name);
            return false;
        }
    return ik_compiler_fail(compiler, "unknown layer type \"%s\"", name);
}

static bool read_text(ik_compiler *compiler, ik_json_value json, const char *key, const char **text)
{
    ik_json_value value;
    if (!get_member(compiler, json, key, IK_JSON_STRING, &value))
        return false;
    if (ik_json_exists(value))
        *text = ik_arena_copy(compiler->arena, ik_json_string(value));
    return true;
}

static bool read_zoom(ik_compiler *compiler, ik_json_value json, const char *key, double *zoom)
{
    ik_json_value value;
    if (!get_member(compiler, json, key, IK_JSON_NUMBER, &value))
        return false;
    if (ik_json_exists(value))
        *zoom = ik_json_number(value);
    return true;
}

static bool read_filter(ik_compiler *compiler, ik_json_value json, ik_style_layer *layer)
{
    ik_json_value filter = ik_json_member(json, "filter");
    if (!ik_json_exists(filter))
        return true;
    gsize length = enter_key(compiler, "filter");
    layer->filter = ik_expression_compile(compiler, filter, IK_VALUE_BOOL);
    if (layer->filter == NULL)
        return false;
    ik_compiler_leave(compiler, length);
    return true;
}

static bool read_layer(ik_style *style, ik_compiler *compiler, ik_json_value json,
                       ik_style_layer *layer)
{
    *layer = (ik_style_layer){.min_zoom = -INFINITY, .max_zoom = INFINITY, .is_visible = true};
    if (!check_type(compiler, json, IK_JSON_OBJECT) ||
        !check_keys(compiler, json, LAYER_KEYS, G_N_ELEMENTS(LAYER_KEYS)) ||
        !read_text(compiler, json, "id", &layer->id) || !read_type(compiler, json, &layer->type))
        return false;
    if (layer->id == NULL)
        return ik_compiler_fail(compiler, "missing property \"id\"");
    for (guint i = 0; i < style->n_layers; i++)
        if (strcmp(style->layers[i].id, layer->id) == 0)
            return ik_compiler_fail(compiler, "id \"%s\" is that of layers[%u] too", layer->id, i);
    if (!read_text(compiler, json, "source", &layer->source) ||
        !read_text(compiler, json, "source-layer", &layer->source_layer) ||
        !read_zoom(compiler, json, "minzoom", &layer->min_zoom) ||
        !read_zoom(compiler, json, "maxzoom", &layer->max_zoom))
        return false;
    if (layer->source == NULL && layer->type != IK_LAYER_BACKGROUND)
        return ik_compiler_fail(compiler, "missing property \"source\"");
    return read_filter(compiler, json, layer) && read_group(style, compiler, json, layer, false) &&
           read_group(style, compiler, json, layer, true);
}

static bool read_layers(ik_style *style, ik_compiler *compiler, ik_json_value root)
{
    ik_json_value layers;
    if (!get_member(compiler, root, "layers", IK_JSON_ARRAY, &layers))
        return false;
    if (!ik_json_exists(layers))
        return ik_compiler_fail(compiler, "missing property \"layers\"");
    gsize length = enter_key(compiler, "layers");
    guint n = ik_json_length(layers);
    if (n > MAX_LAYERS)
        return ik_compiler_fail(compiler, "%u layers are more than the %u allowed", n, MAX_LAYERS);
    style->layers = ik_arena_alloc(style->arena, n, sizeof *style->layers);
    for (guint i = 0; i < n; i++) {
        gsize before = ik_compiler_enter(compiler, i);
        if (!read_layer(style, compiler, ik_json_item(layers, i), &style->layers[i]))
            return false;
        style->n_layers++;
        ik_compiler_leave(compiler, before);
    }
    ik_compiler_leave(compiler, length);
    return true;
}

static bool read_root(ik_style *style, ik_compiler *compiler, ik_json_value root)
{
    ik_json_value version;
    if (!check_type(compiler, root, IK_JSON_OBJECT) ||
        !check_keys(compiler, root, ROOT_KEYS, G_N_ELEMENTS(ROOT_KEYS)) ||
        !get_member(compiler, root, "version", IK_JSON_NUMBER, &version))
        return false;
    if (!ik_json_exists(version) || ik_json_number(version) != 8)
        return ik_compiler_fail(compiler, "expected \"version\": 8");
    return read_layers(style, compiler, root);
}

static ik_style *compile(const ik_json *json, const char *name, GError **error)
{
    g_autoptr(ik_style) style = g_new0(ik_style, 1);
    g_autoptr(GString) path = g_string_new(NULL);
    style->arena = ik_arena_new();
    style->warnings = g_ptr_array_new_with_free_func(g_free);
    ik_compiler compiler = {.file = name, .path = path, .arena = style->arena, .error = error};
    if (!read_root(style, &compiler, ik_json_root(json)))
        return NULL;
    return g_steal_pointer(&style);
}

ik_style *ik_style_parse(const char *text, gsize length, const char *name, GError **error)
{
    g_autoptr(ik_json) json = ik_json_parse(text, length, name, error);
    return json != NULL ? compile(json, name, error) : NULL;
}

ik_style *ik_style_load(const char *path, GError **error)
{
    g_autoptr(ik_json) json = ik_json_load(path, error);
    return json != NULL ? compile(json, path, error) : NULL;
}

ik_style *ik_style_builtin(const char *name, GError **error)
{
    g_autofree char *file = g_strdup_printf("styles/%s.json", name);
    g_autofree char *path = g_strdup_printf("/ideenkarte/%s", file);
    g_autoptr(GBytes) bytes =
        g_resource_lookup_data(ik_style_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    if (bytes == NULL) {
        g_set_error(
            error, IK_ERROR, IK_ERROR_NOT_FOUND,
            "there is no style named \"%s\"; expected regions, or a style sheet's file that "
            "ends with .json",
            name);
        return NULL;
    }
    gsize size = 0;
    const char *text = g_bytes_get_data(bytes, &size);
    return ik_style_parse(text, size, file, error);
}

void ik_style_free(ik_style *style)
{
    if (style == NULL)
        return;
    ik_arena_free(style->arena);
    g_ptr_array_unref(style->warnings);
    g_free(style);
}

guint ik_style_n_layers(const ik_style *style)
{
    return style->n_layers;
}

const ik_style_layer *ik_style_layer_at(const ik_style *style, guint index)
{
    g_assert(index < style->n_layers);
    return &style->layers[index];
}

guint ik_style_n_warnings(const ik_style *style)
{
    return style->warnings->len;
}

const char *ik_style_warning(const ik_style *style, guint index)
{
    return g_ptr_array_index(style->warnings, index);
}

/* style_layer_reader.c — reading one layer of a style.   [style] */
#include "expression_node.h"
#include "style_filter.h"
#include "style_property.h"
#include "style_record.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#define MAX_ZOOM 24.0

/* The first seven in the order of ik_layer_type; the others are not drawn. */
static const char *const LAYER_TYPES[] = {"background", "fill",         "line",    "circle",
                                          "symbol",     "raster",       "heatmap", "fill-extrusion",
                                          "hillshade",  "color-relief", "sky"};
#define N_DRAWN (IK_LAYER_HEATMAP + 1)

static const char *const LAYER_KEYS[] = {"id",      "type",    "metadata", "source", "source-layer",
                                         "minzoom", "maxzoom", "filter",   "layout", "paint"};

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
    ik_property property;
    const char *meant = ik_property_suggestion(type, is_paint, name);
    if (ik_property_find(type, !is_paint, name, &property))
        return ik_compiler_fail(compiler, "unknown property, it belongs into \"%s\"",
                                is_paint ? "layout" : "paint");
    if (meant != NULL)
        return ik_compiler_fail(compiler, "unknown property, did you mean \"%s\"?", meant);
    meant = ik_property_suggestion(type, !is_paint, name);
    if (meant != NULL)
        return ik_compiler_fail(compiler, "unknown property, did you mean \"%s\" in \"%s\"?", meant,
                                is_paint ? "layout" : "paint");
    return ik_compiler_fail(compiler, "unknown property of a %s layer", ik_layer_type_name(type));
}

/* "fill-color-transition": how fast a running map changes to a new value. */
static bool is_transition(ik_layer_type type, const char *name)
{
    ik_property property;
    if (!g_str_has_suffix(name, "-transition"))
        return false;
    g_autofree char *changed = g_strndup(name, strlen(name) - strlen("-transition"));
    return ik_property_find(type, true, changed, &property);
}

static bool read_property(ik_style_reader *reader, const char *name, ik_json_value value,
                          ik_style_layer *layer, bool is_paint)
{
    ik_compiler *compiler = &reader->compiler;
    ik_property property;
    if (!is_paint && strcmp(name, "visibility") == 0)
        return read_visibility(compiler, value, layer);
    if (is_paint && is_transition(layer->type, name))
        return true;
    if (!ik_property_find(layer->type, is_paint, name, &property))
        return unknown_property(compiler, layer->type, is_paint, name);
    if (!ik_property_is_drawn(property))
        ik_style_warn(reader, name, "property \"%s\" is not supported and left out", name);
    layer->properties[property] = ik_style_property_compile(compiler, property, value);
    return layer->properties[property] != NULL;
}

static bool read_group(ik_style_reader *reader, ik_json_value json, ik_style_layer *layer,
                       bool is_paint)
{
    ik_compiler *compiler = &reader->compiler;
    const char *key = is_paint ? "paint" : "layout";
    ik_json_value group;
    if (!ik_compiler_get(compiler, json, key, IK_JSON_OBJECT, &group))
        return false;
    if (!ik_json_exists(group))
        return true;
    gsize length = ik_compiler_enter_key(compiler, key);
    for (guint i = 0; i < ik_json_length(group); i++) {
        const char *name = ik_json_member_key(group, i);
        gsize before = ik_compiler_enter_key(compiler, name);
        if (!read_property(reader, name, ik_json_member_at(group, i), layer, is_paint) &&
            !ik_style_note_fault(reader, before))
            return false;
        ik_compiler_leave(compiler, before);
    }
    ik_compiler_leave(compiler, length);
    return true;
}

/* ---- the layer ---- */

/* The place of the layer's type in LAYER_TYPES. */
static bool read_type(ik_compiler *compiler, ik_json_value json, guint *type)
{
    const char *name = NULL;
    if (!ik_compiler_get_text(compiler, json, "type", &name))
        return false;
    if (name == NULL)
        return ik_compiler_fail(compiler, "missing property \"type\"");
    for (*type = 0; *type < G_N_ELEMENTS(LAYER_TYPES); (*type)++)
        if (strcmp(LAYER_TYPES[*type], name) == 0)
            return true;
    ik_compiler_enter_key(compiler, "type");
    return ik_compiler_fail_choice(compiler, "layer type", name, LAYER_TYPES,
                                   G_N_ELEMENTS(LAYER_TYPES));
}

static bool read_zoom(ik_compiler *compiler, ik_json_value json, const char *key, double *zoom)
{
    ik_json_value value;
    if (!ik_compiler_get(compiler, json, key, IK_JSON_NUMBER, &value) || !ik_json_exists(value))
        return !ik_json_exists(value) || ik_json_type_of(value) == IK_JSON_NUMBER;
    *zoom = ik_json_number(value);
    if (*zoom >= 0 && *zoom <= MAX_ZOOM)
        return true;
    ik_compiler_enter_key(compiler, key);
    return ik_compiler_fail(compiler, "expected a zoom between 0 and %d", (int)MAX_ZOOM);
}

static bool read_filter(ik_style_reader *reader, ik_json_value json, ik_style_layer *layer)
{
    ik_json_value filter = ik_json_member(json, "filter");
    if (!ik_json_exists(filter))
        return true;
    gsize length = ik_compiler_enter_key(&reader->compiler, "filter");
    layer->filter = ik_style_filter_compile(&reader->compiler, filter);
    if (layer->filter == NULL)
        return ik_style_note_fault(reader, length);
    ik_compiler_leave(&reader->compiler, length);
    return true;
}

static bool check_id(ik_style_reader *reader, const ik_style_layer *layer)
{
    if (layer->id == NULL)
        return ik_compiler_fail(&reader->compiler, "missing property \"id\"");
    gpointer other = NULL;
    if (g_hash_table_lookup_extended(reader->ids, layer->id, NULL, &other))
        return ik_compiler_fail(&reader->compiler, "id \"%s\" is that of layers[%u] too", layer->id,
                                GPOINTER_TO_UINT(other));
    g_hash_table_insert(reader->ids, g_strdup(layer->id), GUINT_TO_POINTER(reader->index));
    return true;
}

static bool check_source(ik_compiler *compiler, const ik_style *style, const ik_style_layer *layer)
{
    if (layer->type == IK_LAYER_BACKGROUND)
        return true;
    if (layer->source == NULL)
        return ik_compiler_fail(compiler, "missing property \"source\"");
    const ik_style_source *source = ik_style_find_source(style, layer->source);
    if (source == NULL) {
        ik_compiler_enter_key(compiler, "source");
        return ik_compiler_fail(compiler, "there is no source \"%s\"", layer->source);
    }
    bool is_picture = source->type != IK_SOURCE_VECTOR && source->type != IK_SOURCE_GEOJSON;
    if (is_picture != (layer->type == IK_LAYER_RASTER))
        return ik_compiler_fail(compiler, "a %s layer cannot draw source \"%s\" of type %s",
                                ik_layer_type_name(layer->type), layer->source,
                                ik_style_source_type_name(source->type));
    if (source->type == IK_SOURCE_VECTOR && layer->source_layer == NULL)
        return ik_compiler_fail(compiler, "missing property \"source-layer\"");
    return true;
}

bool ik_style_read_layer(ik_style_reader *reader, ik_json_value json)
{
    ik_compiler *compiler = &reader->compiler;
    ik_style_layer *layer = &reader->style->layers[reader->style->n_layers];
    guint type = 0;
    *layer = (ik_style_layer){.min_zoom = -INFINITY, .max_zoom = INFINITY, .is_visible = true};
    if (!ik_compiler_check_type(compiler, json, IK_JSON_OBJECT) ||
        !ik_compiler_check_keys(compiler, json, LAYER_KEYS, G_N_ELEMENTS(LAYER_KEYS)) ||
        !ik_compiler_get_text(compiler, json, "id", &layer->id) ||
        !read_type(compiler, json, &type) || !check_id(reader, layer) ||
        !ik_compiler_get_text(compiler, json, "source", &layer->source) ||
        !ik_compiler_get_text(compiler, json, "source-layer", &layer->source_layer) ||
        !read_zoom(compiler, json, "minzoom", &layer->min_zoom) ||
        !read_zoom(compiler, json, "maxzoom", &layer->max_zoom))
        return false;
    if (type >= N_DRAWN) {
        ik_style_warn(reader, LAYER_TYPES[type],
                      "layers of type \"%s\" are not supported and left out", LAYER_TYPES[type]);
        return true;
    }
    layer->type = (ik_layer_type)type;
    if (!check_source(compiler, reader->style, layer) || !read_filter(reader, json, layer) ||
        !read_group(reader, json, layer, false) || !read_group(reader, json, layer, true))
        return false;
    reader->style->n_layers++;
    return true;
}

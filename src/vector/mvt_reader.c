/* mvt_reader.c — the messages Tile, Layer, Feature and Value.   [vector] */
#include "mvt_reader.h"

#include <string.h>

static void layer_free(gpointer data)
{
    ik_mvt_layer *layer = data;
    g_array_unref(layer->features);
    g_array_unref(layer->keys);
    g_array_unref(layer->values);
    g_array_unref(layer->tags);
    g_free(layer);
}

static bool expect(const ik_wire_field *field, guint32 type, const char *what, GError **error)
{
    return field->type == type || ik_wire_fail(error, field->offset, "%s has wire type %u, not %u",
                                               what, field->type, type);
}

/* A layer takes as much memory as some features. */
enum { LAYER_PARTS = 8 };

static bool take_room(guint *room, guint parts, gsize offset, GError **error)
{
    if (*room < parts)
        return ik_wire_fail(error, offset,
                            "the tile has more than %u layers, features, keys and values",
                            IK_MVT_MOST_PARTS);
    *room -= parts;
    return true;
}

static bool read_tags(ik_mvt_layer *layer, ik_mvt_feature *feature, ik_wire_span rest,
                      GError **error)
{
    if (feature->n_tags > 0)
        return ik_wire_fail(error, rest.offset, "a feature has its tags twice");
    feature->first_tag = layer->tags->len;
    while (rest.size > 0) {
        guint64 tag;
        gsize offset = rest.offset;
        if (!ik_wire_varint(&rest, &tag, error))
            return false;
        if (tag > G_MAXUINT32)
            return ik_wire_fail(error, offset, "a tag is over 32 bits");
        guint32 value = (guint32)tag;
        g_array_append_val(layer->tags, value);
    }
    feature->n_tags = layer->tags->len - feature->first_tag;
    return true;
}

static bool read_feature_field(ik_mvt_layer *layer, ik_mvt_feature *feature,
                               const ik_wire_field *field, GError **error)
{
    switch (field->number) {
    case 1:
        feature->has_id = true;
        feature->id = field->value;
        return expect(field, IK_WIRE_VARINT, "id", error);
    case 2:
        return expect(field, IK_WIRE_BYTES, "tags", error) &&
               read_tags(layer, feature, field->span, error);
    case 3:
        feature->type = (guint32)MIN(field->value, G_MAXUINT32);
        return expect(field, IK_WIRE_VARINT, "type", error);
    case 4:
        if (feature->has_geometry)
            return ik_wire_fail(error, field->offset, "a feature has its geometry twice");
        feature->has_geometry = true;
        feature->geometry = field->span;
        return expect(field, IK_WIRE_BYTES, "geometry", error);
    default: return true;
    }
}

static bool read_feature(ik_mvt_layer *layer, const ik_wire_field *from, GError **error)
{
    ik_mvt_feature feature = {.offset = from->offset};
    ik_wire_span rest = from->span;
    ik_wire_field field;
    while (rest.size > 0)
        if (!ik_wire_field_read(&rest, &field, error) ||
            !read_feature_field(layer, &feature, &field, error))
            return false;
    g_array_append_val(layer->features, feature);
    return true;
}

static bool read_value(ik_mvt_layer *layer, const ik_wire_field *from, GError **error)
{
    static const guint8 types[] = {0, IK_WIRE_BYTES, IK_WIRE_FIXED32, IK_WIRE_FIXED64, 0, 0, 0, 0};
    ik_mvt_value value = {.span = from->span};
    ik_wire_span rest = from->span;
    ik_wire_field field;
    while (rest.size > 0) {
        if (!ik_wire_field_read(&rest, &field, error))
            return false;
        if (field.number >= G_N_ELEMENTS(types))
            continue;
        if (!expect(&field, types[field.number], "a value", error))
            return false;
        value.number = field.number;
        value.n_fields++;
        value.bits = field.value;
        value.text = field.span;
    }
    g_array_append_val(layer->values, value);
    return true;
}

static bool read_layer_number(guint32 *number, const ik_wire_field *field, const char *what,
                              GError **error)
{
    *number = (guint32)MIN(field->value, G_MAXUINT32);
    return expect(field, IK_WIRE_VARINT, what, error);
}

static bool read_layer_field(ik_mvt_layer *layer, const ik_wire_field *field, GError **error)
{
    bool is_part = field->number >= 2 && field->number <= 4;
    if (is_part && !take_room(layer->room, 1, field->offset, error))
        return false;
    switch (field->number) {
    case 1: layer->name = field->span; return expect(field, IK_WIRE_BYTES, "a layer's name", error);
    case 2:
        return expect(field, IK_WIRE_BYTES, "a feature", error) &&
               read_feature(layer, field, error);
    case 3:
        g_array_append_val(layer->keys, field->span);
        return expect(field, IK_WIRE_BYTES, "a key", error);
    case 4:
        return expect(field, IK_WIRE_BYTES, "a value", error) && read_value(layer, field, error);
    case 5: return read_layer_number(&layer->extent, field, "extent", error);
    case 15: return read_layer_number(&layer->version, field, "version", error);
    default: return true;
    }
}

static ik_mvt_layer *layer_new(gsize offset, guint *room)
{
    ik_mvt_layer *layer = g_new0(ik_mvt_layer, 1);
    layer->offset = offset;
    layer->room = room;
    layer->extent = IK_TILE_EXTENT;
    layer->features = g_array_new(FALSE, FALSE, sizeof(ik_mvt_feature));
    layer->keys = g_array_new(FALSE, FALSE, sizeof(ik_wire_span));
    layer->values = g_array_new(FALSE, FALSE, sizeof(ik_mvt_value));
    layer->tags = g_array_new(FALSE, FALSE, sizeof(guint32));
    return layer;
}

static bool read_layer(GPtrArray *layers, const ik_wire_field *from, guint *room, GError **error)
{
    if (!take_room(room, LAYER_PARTS, from->offset, error))
        return false;
    ik_mvt_layer *layer = layer_new(from->offset, room);
    ik_wire_span rest = from->span;
    ik_wire_field field;
    g_ptr_array_add(layers, layer);
    while (rest.size > 0)
        if (!ik_wire_field_read(&rest, &field, error) || !read_layer_field(layer, &field, error))
            return false;
    layer->room = NULL;
    return true;
}

GPtrArray *ik_mvt_read(const void *bytes, gsize size, GError **error)
{
    g_autoptr(GPtrArray) layers = g_ptr_array_new_with_free_func(layer_free);
    ik_wire_span rest = {bytes, size, 0};
    ik_wire_field field;
    guint room = IK_MVT_MOST_PARTS;
    while (rest.size > 0) {
        if (!ik_wire_field_read(&rest, &field, error))
            return NULL;
        if (field.number == 3 && (!expect(&field, IK_WIRE_BYTES, "a layer", error) ||
                                  !read_layer(layers, &field, &room, error)))
            return NULL;
    }
    return g_steal_pointer(&layers);
}

const ik_mvt_value *ik_mvt_feature_get(const ik_mvt_layer *layer, const ik_mvt_feature *feature,
                                       const char *key)
{
    gsize length = strlen(key);
    for (guint32 i = 0; i + 1 < feature->n_tags; i += 2) {
        guint32 at = feature->first_tag + i;
        const ik_wire_span *k =
            &g_array_index(layer->keys, ik_wire_span, g_array_index(layer->tags, guint32, at));
        if (k->size == length && memcmp(k->bytes, key, length) == 0)
            return &g_array_index(layer->values, ik_mvt_value,
                                  g_array_index(layer->tags, guint32, at + 1));
    }
    return NULL;
}

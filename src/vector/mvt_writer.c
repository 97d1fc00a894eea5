/* mvt_writer.c — features into buffers, buffers into a tile.   [vector]
 *
 * A length stands in front of what it measures, so each message grows in a buffer of its own and is
 * copied once.
 */
#include "mvt_writer.h"

#include <string.h>

struct ik_mvt_writer {
    GByteArray *tile, *features, *tags, *geometry, *feature, *values;
    GHashTable *key_numbers;   /* text, owned → number */
    GHashTable *value_numbers; /* GBytes, owned → number */
    GPtrArray *keys;           /* text, borrowed from key_numbers */
    char *name;                /* of the layer in work; NULL: none */
    guint64 id;
    ik_mvt_type type;
    ik_tile_point cursor;
    bool has_feature;
};

ik_mvt_writer *ik_mvt_writer_new(void)
{
    ik_mvt_writer *writer = g_new0(ik_mvt_writer, 1);
    writer->tile = g_byte_array_new();
    writer->features = g_byte_array_new();
    writer->tags = g_byte_array_new();
    writer->geometry = g_byte_array_new();
    writer->feature = g_byte_array_new();
    writer->values = g_byte_array_new();
    writer->key_numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    writer->value_numbers =
        g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    writer->keys = g_ptr_array_new();
    return writer;
}

void ik_mvt_writer_free(ik_mvt_writer *writer)
{
    if (writer == NULL)
        return;
    GByteArray *buffers[] = {writer->tile,     writer->features, writer->tags,
                             writer->geometry, writer->feature,  writer->values};
    for (gsize i = 0; i < G_N_ELEMENTS(buffers); i++)
        g_byte_array_unref(buffers[i]);
    g_hash_table_unref(writer->key_numbers);
    g_hash_table_unref(writer->value_numbers);
    g_ptr_array_unref(writer->keys);
    g_free(writer->name);
    g_free(writer);
}

static void end_feature(ik_mvt_writer *writer)
{
    if (writer->has_feature && writer->geometry->len > 0) {
        GByteArray *feature = writer->feature;
        g_byte_array_set_size(feature, 0);
        ik_wire_put_uint(feature, 1, writer->id);
        if (writer->tags->len > 0)
            ik_wire_put_bytes(feature, 2, writer->tags->data, writer->tags->len);
        ik_wire_put_uint(feature, 3, writer->type);
        ik_wire_put_bytes(feature, 4, writer->geometry->data, writer->geometry->len);
        ik_wire_put_bytes(writer->features, 2, feature->data, feature->len);
    }
    writer->has_feature = false;
}

static void end_layer(ik_mvt_writer *writer)
{
    end_feature(writer);
    if (writer->name != NULL && writer->features->len > 0) {
        GByteArray *layer = writer->feature;
        g_byte_array_set_size(layer, 0);
        ik_wire_put_uint(layer, 15, 2);
        ik_wire_put_bytes(layer, 1, writer->name, strlen(writer->name));
        g_byte_array_append(layer, writer->features->data, writer->features->len);
        for (guint i = 0; i < writer->keys->len; i++)
            ik_wire_put_bytes(layer, 3, writer->keys->pdata[i], strlen(writer->keys->pdata[i]));
        g_byte_array_append(layer, writer->values->data, writer->values->len);
        ik_wire_put_uint(layer, 5, IK_TILE_EXTENT);
        ik_wire_put_bytes(writer->tile, 3, layer->data, layer->len);
    }
    g_byte_array_set_size(writer->features, 0);
    g_byte_array_set_size(writer->values, 0);
    g_ptr_array_set_size(writer->keys, 0);
    g_hash_table_remove_all(writer->key_numbers);
    g_hash_table_remove_all(writer->value_numbers);
    g_clear_pointer(&writer->name, g_free);
}

void ik_mvt_writer_layer(ik_mvt_writer *writer, const char *name)
{
    end_layer(writer);
    writer->name = g_strdup(name);
}

void ik_mvt_writer_feature(ik_mvt_writer *writer, guint64 id, ik_mvt_type type)
{
    g_assert(writer->name != NULL);
    end_feature(writer);
    writer->has_feature = true;
    writer->id = id;
    writer->type = type;
    writer->cursor = (ik_tile_point){0, 0};
    g_byte_array_set_size(writer->tags, 0);
    g_byte_array_set_size(writer->geometry, 0);
}

static guint key_number(ik_mvt_writer *writer, const char *key)
{
    gpointer number;
    if (g_hash_table_lookup_extended(writer->key_numbers, key, NULL, &number))
        return GPOINTER_TO_UINT(number);
    char *copy = g_strdup(key);
    g_hash_table_insert(writer->key_numbers, copy, GUINT_TO_POINTER(writer->keys->len));
    g_ptr_array_add(writer->keys, copy);
    return writer->keys->len - 1;
}

/* `scratch` holds the encoded value. */
static void put_tag(ik_mvt_writer *writer, const char *key, const GByteArray *scratch)
{
    gpointer number;
    guint next = g_hash_table_size(writer->value_numbers);
    GBytes *value = g_bytes_new(scratch->data, scratch->len);
    if (g_hash_table_lookup_extended(writer->value_numbers, value, NULL, &number)) {
        g_bytes_unref(value);
    } else {
        number = GUINT_TO_POINTER(next);
        g_hash_table_insert(writer->value_numbers, value, number);
        ik_wire_put_bytes(writer->values, 4, scratch->data, scratch->len);
    }
    ik_wire_put_varint(writer->tags, key_number(writer, key));
    ik_wire_put_varint(writer->tags, GPOINTER_TO_UINT(number));
}

void ik_mvt_writer_text(ik_mvt_writer *writer, const char *key, const char *text)
{
    g_byte_array_set_size(writer->feature, 0);
    ik_wire_put_bytes(writer->feature, 1, text, strlen(text));
    put_tag(writer, key, writer->feature);
}

void ik_mvt_writer_uint(ik_mvt_writer *writer, const char *key, guint64 number)
{
    g_byte_array_set_size(writer->feature, 0);
    ik_wire_put_uint(writer->feature, 5, number);
    put_tag(writer, key, writer->feature);
}

static void put_steps(ik_mvt_writer *writer, guint command, const ik_tile_point *points, guint n)
{
    ik_wire_put_varint(writer->geometry, n << 3 | command);
    for (guint i = 0; i < n; i++) {
        ik_wire_put_varint(writer->geometry, ik_wire_zigzag(points[i].x - writer->cursor.x));
        ik_wire_put_varint(writer->geometry, ik_wire_zigzag(points[i].y - writer->cursor.y));
        writer->cursor = points[i];
    }
}

void ik_mvt_writer_part(ik_mvt_writer *writer, const ik_tile_point *points, guint n)
{
    enum { MOVE_TO = 1, LINE_TO = 2, CLOSE_PATH = 7 };
    if (writer->type == IK_MVT_POINT) {
        put_steps(writer, MOVE_TO, points, n);
        return;
    }
    g_assert(n >= (writer->type == IK_MVT_POLYGON ? 3u : 2u));
    put_steps(writer, MOVE_TO, points, 1);
    put_steps(writer, LINE_TO, points + 1, n - 1);
    if (writer->type == IK_MVT_POLYGON)
        ik_wire_put_varint(writer->geometry, 1 << 3 | CLOSE_PATH);
}

GByteArray *ik_mvt_writer_finish(ik_mvt_writer *writer)
{
    end_layer(writer);
    if (writer->tile->len == 0)
        return NULL;
    GByteArray *tile = writer->tile;
    writer->tile = g_byte_array_new();
    return tile;
}

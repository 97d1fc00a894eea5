/* tile_words.h — what a vector tile says, as text to compare with.   [tests] */
#ifndef TILE_WORDS_H
#define TILE_WORDS_H

#include "test_support.h"

#include <string.h>

#include "mvt_reader.h"

static inline const ik_mvt_layer *layer_named(GPtrArray *layers, const char *name)
{
    for (guint i = 0; i < layers->len; i++) {
        const ik_mvt_layer *layer = layers->pdata[i];
        if (layer->name.size == strlen(name) &&
            memcmp(layer->name.bytes, name, layer->name.size) == 0)
            return layer;
    }
    return NULL;
}

static inline void append_value(GString *out, const ik_mvt_value *value)
{
    if (value->number == 1)
        g_string_append_len(out, (const char *)value->text.bytes, (gssize)value->text.size);
    else
        g_string_append_printf(out, "%" G_GUINT64_FORMAT, value->bits);
}

/* A feature as `ID key=value ... | x,y x,y / x,y ...`: attributes in their order, a slash between parts. */
static inline char *feature_words(const ik_mvt_layer *layer, guint index)
{
    const ik_mvt_feature *feature = &g_array_index(layer->features, ik_mvt_feature, index);
    GString *out = g_string_new(NULL);
    GError *error = NULL;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
    g_string_append_printf(out, "%" G_GUINT64_FORMAT, feature->id);
    for (guint t = 0; t < feature->n_tags; t += 2) {
        guint32 key = g_array_index(layer->tags, guint32, feature->first_tag + t);
        guint32 value = g_array_index(layer->tags, guint32, feature->first_tag + t + 1);
        const ik_wire_span *name = &g_array_index(layer->keys, ik_wire_span, key);
        g_string_append_printf(out, " %.*s=", (int)name->size, (const char *)name->bytes);
        append_value(out, &g_array_index(layer->values, ik_mvt_value, value));
    }
    ik_mvt_feature_points(feature, points, ends, &error);
    ik_assert_no_error(error);
    g_string_append(out, " |");
    for (guint i = 0, part = 0; i < points->len; i++) {
        ik_tile_point p = g_array_index(points, ik_tile_point, i);
        if (i > 0 && i == g_array_index(ends, guint, part)) {
            g_string_append(out, " /");
            part++;
        }
        g_string_append_printf(out, " %d,%d", p.x, p.y);
    }
    return g_string_free(out, FALSE);
}

static inline void assert_feature_words(const ik_mvt_layer *layer, guint index,
                                        const char *expected)
{
    g_autofree char *words = feature_words(layer, index);
    assert_string_equal(words, expected);
}

#endif

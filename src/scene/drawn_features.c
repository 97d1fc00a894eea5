/* drawn_features.c — the features that one layer of a style draws, with what they look like.   [scene] */
#include "drawn_features.h"

#include "paint.h"

static void clear_tile(gpointer data)
{
    ik_drawn_tile *tile = data;
    g_array_unref(tile->drawn);
    ik_packed_rtree_free(tile->index);
}

static void free_set(gpointer data)
{
    ik_feature_set_free(data);
}

ik_drawn_features *ik_drawn_features_new(void)
{
    ik_drawn_features *features = g_new0(ik_drawn_features, 1);
    features->tiles = g_array_new(FALSE, FALSE, sizeof(ik_drawn_tile));
    g_array_set_clear_func(features->tiles, clear_tile);
    features->fill_styles = g_array_new(FALSE, FALSE, sizeof(ik_fill_style));
    features->strokes = g_array_new(FALSE, FALSE, sizeof(ik_stroke));
    features->moved = g_ptr_array_new_with_free_func(free_set);
    return features;
}

void ik_drawn_features_free(ik_drawn_features *features)
{
    if (features == NULL)
        return;
    g_array_unref(features->tiles);
    g_array_unref(features->fill_styles);
    g_array_unref(features->strokes);
    g_ptr_array_unref(features->moved);
    g_free(features);
}

static ik_drawn_tile *last_tile(const ik_drawn_features *features)
{
    return &g_array_index(features->tiles, ik_drawn_tile, features->tiles->len - 1);
}

void ik_drawn_features_begin_tile(ik_drawn_features *features, const ik_clip *clip)
{
    ik_drawn_tile tile = {.is_clipped = clip != NULL,
                          .drawn = g_array_new(FALSE, FALSE, sizeof(ik_drawn_feature))};
    if (clip != NULL)
        tile.clip = *clip;
    g_array_append_val(features->tiles, tile);
}

void ik_drawn_features_add(ik_drawn_features *features, const ik_drawn_feature *drawn)
{
    g_array_append_val(last_tile(features)->drawn, *drawn);
}

static int compare_keys(gconstpointer a, gconstpointer b)
{
    const ik_drawn_feature *x = a, *y = b;
    return x->sort_key < y->sort_key ? -1 : x->sort_key > y->sort_key;
}

void ik_drawn_features_end_tile(ik_drawn_features *features)
{
    ik_drawn_tile *tile = last_tile(features);
    guint n = tile->drawn->len;
    g_array_sort(tile->drawn, compare_keys);
    g_autofree ik_tile_box *boxes = g_new(ik_tile_box, n + 1);
    for (guint i = 0; i < n; i++) {
        const ik_drawn_feature *drawn = &g_array_index(tile->drawn, ik_drawn_feature, i);
        boxes[i] = ik_feature_set_at(drawn->set, drawn->feature)->box;
    }
    tile->index = ik_packed_rtree_new(boxes, n);
}

/* Newest first: features that follow each other often look alike. Only so many are compared: a
 * style for each feature must not make the list quadratic.
 */
#define MAX_COMPARED 64u

guint32 ik_drawn_features_fill_style(ik_drawn_features *features, const ik_fill_style *style)
{
    guint n = features->fill_styles->len;
    for (guint i = n; i > 0 && n - i < MAX_COMPARED; i--) {
        const ik_fill_style *known = &g_array_index(features->fill_styles, ik_fill_style, i - 1);
        if (known->pattern == style->pattern && ik_paints_equal(known->paint, style->paint))
            return i - 1;
    }
    g_array_append_val(features->fill_styles, *style);
    return n;
}

guint32 ik_drawn_features_stroke(ik_drawn_features *features, const ik_stroke *stroke)
{
    guint n = features->strokes->len;
    for (guint i = n; i > 0 && n - i < MAX_COMPARED; i--)
        if (ik_strokes_equal(&g_array_index(features->strokes, ik_stroke, i - 1), stroke))
            return i - 1;
    g_array_append_val(features->strokes, *stroke);
    return n;
}

guint ik_drawn_features_count(const ik_drawn_features *features)
{
    guint count = 0;
    for (guint i = 0; i < features->tiles->len; i++)
        count += g_array_index(features->tiles, ik_drawn_tile, i).drawn->len;
    return count;
}

/* repeated_tiles.c — tiles of nothing but a pattern, drawn and encoded once for each way it lies in them.   [raster] */
#include "repeated_tiles.h"

#include "canvas_target.h"

struct ik_repeated_tiles {
    GMutex mutex;
    GHashTable *pictures; /* GBytes of cover_key → GBytes */
};

/* One cover. All parts have eight bytes: there is nothing between them that could differ. */
typedef struct {
    guint64 pattern; /* its address: it lives as long as the scene */
    double paint[4];
    double x, y; /* of the pattern's first corner, tile units from the tile's */
} cover_key;

static void unref_bytes(gpointer data)
{
    g_bytes_unref(data);
}

ik_repeated_tiles *ik_repeated_tiles_new(void)
{
    ik_repeated_tiles *tiles = g_new0(ik_repeated_tiles, 1);
    g_mutex_init(&tiles->mutex);
    tiles->pictures = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, unref_bytes, unref_bytes);
    return tiles;
}

void ik_repeated_tiles_free(ik_repeated_tiles *tiles)
{
    if (tiles == NULL)
        return;
    g_hash_table_unref(tiles->pictures);
    g_mutex_clear(&tiles->mutex);
    g_free(tiles);
}

bool ik_view_is_cover(const ik_view *view)
{
    for (guint i = 0; i < view->draws->len; i++) {
        const ik_draw *draw = &g_array_index(view->draws, ik_draw, i);
        if (draw->kind != IK_DRAW_COVER || draw->is_clipped)
            return false;
    }
    return true;
}

static GBytes *key_of(const ik_view *view, ik_tile_point corner)
{
    const guint n = view->draws->len;
    cover_key *key = g_new0(cover_key, n);
    for (guint i = 0; i < n; i++) {
        const ik_draw *draw = &g_array_index(view->draws, ik_draw, i);
        const ik_paint *paint = &draw->paint;
        key[i] = (cover_key){.pattern = (guint64)(guintptr)draw->pattern,
                             .paint = {paint->r, paint->g, paint->b, paint->a}};
        if (draw->pattern != NULL)
            ik_pattern_corner(draw->pattern, corner, &key[i].x, &key[i].y);
        /* Turns the nought below nought into the other one. */
        key[i].x += 0.0;
        key[i].y += 0.0;
    }
    return g_bytes_new_take(key, n * sizeof *key);
}

GBytes *ik_repeated_tiles_find(ik_repeated_tiles *tiles, const ik_view *view, ik_tile_point corner)
{
    g_autoptr(GBytes) key = key_of(view, corner);
    g_mutex_lock(&tiles->mutex);
    GBytes *picture = g_hash_table_lookup(tiles->pictures, key);
    if (picture != NULL)
        g_bytes_ref(picture);
    g_mutex_unlock(&tiles->mutex);
    return picture;
}

void ik_repeated_tiles_keep(ik_repeated_tiles *tiles, const ik_view *view, ik_tile_point corner,
                            GBytes *picture)
{
    g_autoptr(GBytes) key = key_of(view, corner);
    g_mutex_lock(&tiles->mutex);
    if (g_hash_table_size(tiles->pictures) < IK_REPEATED_MAX &&
        !g_hash_table_contains(tiles->pictures, key))
        g_hash_table_insert(tiles->pictures, g_bytes_ref(key), g_bytes_ref(picture));
    g_mutex_unlock(&tiles->mutex);
}

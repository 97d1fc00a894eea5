/* few_colors.c — counted, chosen, replaced.   [raster] */
#include "few_colors.h"

#include <stdlib.h>

/* Nearer colours look the same beside each other. */
#define MIN_DISTANCE 12

typedef struct {
    uint32_t color, replacement;
    gsize count;
} color_use;

static int by_color(const void *a, const void *b)
{
    const color_use *left = a, *right = b;
    return left->color < right->color ? -1 : left->color > right->color;
}

static int by_count(const void *a, const void *b)
{
    const color_use *left = a, *right = b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return by_color(a, b);
}

static GArray *count_colors(const uint32_t *pixels, gsize n)
{
    GArray *uses = g_array_new(FALSE, FALSE, sizeof(color_use));
    g_autoptr(GHashTable) known = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (gsize i = 0; i < n; i++) {
        gpointer key = GUINT_TO_POINTER(pixels[i]);
        guint place = GPOINTER_TO_UINT(g_hash_table_lookup(known, key));
        if (place == 0) {
            const color_use use = {.color = pixels[i]};
            g_array_append_val(uses, use);
            place = uses->len;
            g_hash_table_insert(known, key, GUINT_TO_POINTER(place));
        }
        g_array_index(uses, color_use, place - 1).count++;
    }
    return uses;
}

static int square_of_distance(uint32_t a, uint32_t b)
{
    int sum = 0;
    for (guint shift = 0; shift < 24; shift += 8) {
        int difference = (int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF);
        sum += difference * difference;
    }
    return sum;
}

/* The nearest of the colours kept, the first of equally near ones. */
static uint32_t nearest(const GArray *kept, uint32_t color)
{
    uint32_t best = g_array_index(kept, uint32_t, 0);
    for (guint i = 1; i < kept->len; i++) {
        uint32_t other = g_array_index(kept, uint32_t, i);
        if (square_of_distance(other, color) < square_of_distance(best, color))
            best = other;
    }
    return best;
}

static GArray *choose(const GArray *uses, guint max_colors)
{
    GArray *kept = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (guint i = 0; i < uses->len && kept->len < max_colors; i++) {
        uint32_t color = g_array_index(uses, color_use, i).color;
        if (kept->len == 0 ||
            square_of_distance(nearest(kept, color), color) >= MIN_DISTANCE * MIN_DISTANCE)
            g_array_append_val(kept, color);
    }
    return kept;
}

static uint32_t replacement_of(const GArray *uses, uint32_t color)
{
    const color_use wanted = {.color = color};
    const color_use *use = bsearch(&wanted, uses->data, uses->len, sizeof(color_use), by_color);
    return use->replacement;
}

void ik_few_colors_reduce(uint32_t *pixels, gsize n, guint max_colors)
{
    g_assert(max_colors > 0);
    if (n == 0)
        return;
    g_autoptr(GArray) uses = count_colors(pixels, n);
    qsort(uses->data, uses->len, sizeof(color_use), by_count);
    g_autoptr(GArray) kept = choose(uses, max_colors);
    for (guint i = 0; i < uses->len; i++) {
        color_use *use = &g_array_index(uses, color_use, i);
        use->replacement = nearest(kept, use->color);
    }
    qsort(uses->data, uses->len, sizeof(color_use), by_color);
    for (gsize i = 0; i < n; i++)
        pixels[i] = replacement_of(uses, pixels[i]);
}

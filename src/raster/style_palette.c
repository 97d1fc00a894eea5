/* style_palette.c — one palette for all tiles of a style.   [raster] */
#include "style_palette.h"

#include <stdlib.h>

/* Colours that stay as they are when there are too many; the rest of the palette is for edges between them. */
#define MOST_KEPT 128u

/* ---- boxes of colours ---- */

/* Neighbours in the list of colours, and what is known of them. */
typedef struct {
    guint first, end;
    double weight;
    double means[4]; /* by shift / 8 */
    double error;    /* weighted squares of the distances from the mean */
    guint widest;    /* channel */
} box;

static guint channel(uint32_t color, guint number)
{
    return color >> (8 * number) & 0xff;
}

static box measured(const ik_counted_color *colors, guint first, guint end)
{
    box b = {.first = first, .end = end};
    double most = -1;
    for (guint i = first; i < end; i++)
        b.weight += (double)colors[i].count;
    for (guint c = 0; c < 4; c++) {
        double sum = 0, squares = 0;
        for (guint i = first; i < end; i++) {
            double value = channel(colors[i].color, c), weight = (double)colors[i].count;
            sum += weight * value;
            squares += weight * value * value;
        }
        double error = squares - sum * sum / b.weight;
        b.means[c] = sum / b.weight;
        b.error += error;
        b.widest = error > most ? c : b.widest;
        most = MAX(error, most);
    }
    /* A box of one colour cannot be cut, whatever rounding leaves of its error. */
    b.error = end - first > 1 ? b.error : 0;
    return b;
}

/* Moves the colours up to the mean of the widest channel to the front; where the others begin. */
static guint partition(ik_counted_color *colors, const box *b)
{
    guint middle = b->first;
    for (guint i = b->first; i < b->end; i++) {
        if (channel(colors[i].color, b->widest) > b->means[b->widest])
            continue;
        ik_counted_color moved = colors[i];
        colors[i] = colors[middle];
        colors[middle++] = moved;
    }
    return middle;
}

static guint worst_of(const box *boxes, guint n)
{
    guint worst = 0;
    for (guint i = 1; i < n; i++)
        worst = boxes[i].error > boxes[worst].error ? i : worst;
    return worst;
}

static uint32_t mean_of(const box *b)
{
    uint32_t color = 0;
    for (guint c = 0; c < 4; c++)
        color |= (uint32_t)(b->means[c] + 0.5) << (8 * c);
    return color;
}

/* Gathers `n` colours, at least one, into at most `most`; returns how many those are. */
static guint gather(ik_counted_color *colors, guint n, guint most, uint32_t *means)
{
    box boxes[IK_PALETTE_MAX] = {measured(colors, 0, n)};
    guint n_boxes = 1;
    while (n_boxes < most) {
        box *cut = &boxes[worst_of(boxes, n_boxes)];
        guint middle = partition(colors, cut), end = cut->end;
        if (cut->error <= 0 || middle == cut->first || middle == end)
            break;
        *cut = measured(colors, cut->first, middle);
        boxes[n_boxes++] = measured(colors, middle, end);
    }
    for (guint i = 0; i < n_boxes; i++)
        means[i] = mean_of(&boxes[i]);
    return n_boxes;
}

/* ---- the palette ---- */

static int compare_importance(const void *a, const void *b)
{
    const ik_counted_color *x = a, *y = b;
    if (x->is_paint != y->is_paint)
        return x->is_paint ? -1 : 1;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return x->color < y->color ? -1 : x->color > y->color;
}

void ik_style_palette_init(ik_style_palette *palette, const ik_color_census *census)
{
    g_autoptr(GArray) list = ik_color_census_colors(census);
    ik_counted_color *colors = (ik_counted_color *)(gpointer)list->data;
    *palette = (ik_style_palette){0};
    if (list->len > IK_PALETTE_MAX)
        g_array_sort(list, compare_importance);
    guint kept = list->len > IK_PALETTE_MAX ? MOST_KEPT : list->len;
    for (guint i = 0; i < kept; i++)
        palette->colors[palette->n++] = colors[i].color;
    if (list->len > kept)
        palette->n += gather(&colors[kept], list->len - kept, IK_PALETTE_MAX - kept,
                             &palette->colors[palette->n]);
}

/* ---- pixels ---- */

static guint distance(uint32_t a, uint32_t b)
{
    guint sum = 0;
    for (guint c = 0; c < 4; c++) {
        int difference = (int)channel(a, c) - (int)channel(b, c);
        sum += (guint)(difference * difference);
    }
    return sum;
}

guint ik_style_palette_nearest(const ik_style_palette *palette, uint32_t color)
{
    guint nearest = 0, least = G_MAXUINT;
    for (guint i = 0; i < palette->n && least > 0; i++) {
        guint d = distance(palette->colors[i], color);
        nearest = d < least ? i : nearest;
        least = MIN(d, least);
    }
    return nearest;
}

static guint8 index_of(const ik_style_palette *palette, ik_color_cache *cache, uint32_t color)
{
    guint slot = (guint)(color * 0x9e3779b1u >> 20);
    if (cache->indexes[slot] == 0 || cache->colors[slot] != color) {
        cache->colors[slot] = color;
        cache->indexes[slot] = (guint16)(ik_style_palette_nearest(palette, color) + 1);
    }
    return (guint8)(cache->indexes[slot] - 1);
}

void ik_style_palette_map(const ik_style_palette *palette, ik_color_cache *cache,
                          const uint32_t *pixels, gsize n, guint8 *indexes)
{
    uint32_t last = n > 0 ? pixels[0] : 0;
    guint8 index = n > 0 ? index_of(palette, cache, last) : 0;
    for (gsize i = 0; i < n; i++) {
        if (pixels[i] != last) {
            last = pixels[i];
            index = index_of(palette, cache, last);
        }
        indexes[i] = index;
    }
}

/* color_census.c — how often which colour is in pictures.   [raster] */
#include "color_census.h"

#include <stdlib.h>

struct ik_color_census {
    GHashTable *places; /* colour → index in `colors` + 1 */
    GArray *colors;     /* ik_counted_color, as they came */
};

ik_color_census *ik_color_census_new(void)
{
    ik_color_census *census = g_new0(ik_color_census, 1);
    census->places = g_hash_table_new(NULL, NULL);
    census->colors = g_array_new(FALSE, FALSE, sizeof(ik_counted_color));
    return census;
}

void ik_color_census_free(ik_color_census *census)
{
    if (census == NULL)
        return;
    g_hash_table_unref(census->places);
    g_array_unref(census->colors);
    g_free(census);
}

/* Repeats the high half of each channel in the low one: no channel becomes larger than alpha. */
static uint32_t coarse(uint32_t color)
{
    return (color & 0xf0f0f0f0u) | (color >> 4 & 0x0f0f0f0fu);
}

static ik_counted_color *entry_of(ik_color_census *census, uint32_t color)
{
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(census->places, GUINT_TO_POINTER(color)));
    if (place == 0 && census->colors->len >= IK_CENSUS_EXACT) {
        color = coarse(color);
        place = GPOINTER_TO_UINT(g_hash_table_lookup(census->places, GUINT_TO_POINTER(color)));
    }
    if (place == 0) {
        const ik_counted_color fresh = {.color = color};
        g_array_append_val(census->colors, fresh);
        place = census->colors->len;
        g_hash_table_insert(census->places, GUINT_TO_POINTER(color), GUINT_TO_POINTER(place));
    }
    return &g_array_index(census->colors, ik_counted_color, place - 1);
}

/* Equal pixels beside each other are looked up once. */
static void add_row(ik_color_census *census, const uint32_t *pixels, int n)
{
    for (int x = 0; x < n;) {
        int first = x;
        while (x < n && pixels[x] == pixels[first])
            x++;
        entry_of(census, pixels[first])->count += (guint64)(x - first);
    }
}

void ik_color_census_add(ik_color_census *census, const ik_pixel_area *area)
{
    for (int y = 0; y < area->height; y++)
        add_row(census, &area->pixels[(gsize)y * (gsize)area->stride], area->width);
}

void ik_color_census_add_paint(ik_color_census *census, uint32_t color, uint32_t ground)
{
    for (guint level = 1; level <= IK_COVER_FULL; level++)
        entry_of(census, ik_pixel_mix(ground, color, level))->count++;
    entry_of(census, ik_pixel_mix(ground, color, IK_COVER_FULL))->is_paint = true;
}

static int compare_values(const void *a, const void *b)
{
    uint32_t x = ((const ik_counted_color *)a)->color, y = ((const ik_counted_color *)b)->color;
    return x < y ? -1 : x > y;
}

GArray *ik_color_census_colors(const ik_color_census *census)
{
    GArray *colors = g_array_copy(census->colors);
    g_array_sort(colors, compare_values);
    return colors;
}

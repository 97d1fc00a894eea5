/* pixmap.c — a small picture that is drawn once and then laid onto many tiles.   [raster] */
#include "pixmap.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

void ik_pixmap_clear(ik_pixmap *pixmap)
{
    g_free(pixmap->pixels);
    *pixmap = (ik_pixmap){0};
}

cairo_surface_t *ik_surface_new(int width, int height, GError **error)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    cairo_status_t status = cairo_surface_status(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        return surface;
    g_set_error(error, IK_ERROR, IK_ERROR_INTERNAL, "cannot make a picture of %d by %d pixels: %s",
                width, height, cairo_status_to_string(status));
    cairo_surface_destroy(surface);
    return NULL;
}

bool ik_cairo_check(cairo_t *cairo, GError **error)
{
    cairo_status_t status = cairo_status(cairo);
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INTERNAL, "cannot draw: %s",
                cairo_status_to_string(status));
    return false;
}

static const uint32_t *row_of(const ik_pixel_area *area, int y)
{
    return &area->pixels[(gsize)y * (gsize)area->stride];
}

typedef struct {
    int left, top, right, bottom; /* right and bottom excluded; empty when left >= right */
} extent;

static extent visible_part(const ik_pixel_area *area)
{
    extent part = {area->width, area->height, 0, 0};
    for (int y = 0; y < area->height; y++) {
        const uint32_t *row = row_of(area, y);
        int first = 0, end = area->width;
        while (first < end && row[first] == 0)
            first++;
        while (end > first && row[end - 1] == 0)
            end--;
        if (first == end)
            continue;
        part.left = MIN(part.left, first);
        part.right = MAX(part.right, end);
        part.top = MIN(part.top, y);
        part.bottom = y + 1;
    }
    return part;
}

void ik_pixmap_from_area(ik_pixmap *pixmap, const ik_pixel_area *area, int origin_x, int origin_y)
{
    extent part = visible_part(area);
    *pixmap = (ik_pixmap){0};
    if (part.left >= part.right)
        return;
    pixmap->width = part.right - part.left;
    pixmap->height = part.bottom - part.top;
    pixmap->origin_x = origin_x - part.left;
    pixmap->origin_y = origin_y - part.top;
    pixmap->pixels = g_new(uint32_t, (gsize)pixmap->width * (gsize)pixmap->height);
    for (int y = 0; y < pixmap->height; y++)
        memcpy(&pixmap->pixels[(gsize)y * (gsize)pixmap->width],
               row_of(area, part.top + y) + part.left, (gsize)pixmap->width * sizeof(uint32_t));
}

void ik_pixmap_from_surface(ik_pixmap *pixmap, cairo_surface_t *surface, int origin_x, int origin_y)
{
    cairo_surface_flush(surface);
    const ik_pixel_area area = {(uint32_t *)(gpointer)cairo_image_surface_get_data(surface),
                                cairo_image_surface_get_width(surface),
                                cairo_image_surface_get_height(surface),
                                cairo_image_surface_get_stride(surface) / (int)sizeof(uint32_t)};
    ik_pixmap_from_area(pixmap, &area, origin_x, origin_y);
}

/* ---- fewer colours ---- */

/* What decides how much of each paint is in a pixel: alpha and the channel in which they differ most. */
typedef struct {
    uint32_t colors[2]; /* over, around */
    int shift;          /* of the channel */
    int64_t determinant;
} separation;

static int64_t part(uint32_t color, int shift)
{
    return color >> shift & 0xff;
}

static separation separate(ik_paint over, ik_paint around)
{
    separation s = {{ik_paint_pixel(over), ik_paint_pixel(around)}, 0, 0};
    for (int shift = 0; shift < 24; shift += 8) {
        int64_t determinant = part(s.colors[0], 24) * part(s.colors[1], shift) -
                              part(s.colors[1], 24) * part(s.colors[0], shift);
        if (ABS(determinant) > ABS(s.determinant)) {
            s.determinant = determinant;
            s.shift = shift;
        }
    }
    return s;
}

static guint parts_of(int64_t numerator, int64_t denominator)
{
    double share = (double)numerator / (double)denominator;
    return (guint)floor(CLAMP(share, 0, 1) * IK_COVER_FULL + 0.5);
}

static uint32_t reduced(const separation *s, uint32_t pixel)
{
    int64_t alpha = part(pixel, 24), channel = part(pixel, s->shift);
    const uint32_t *colors = s->colors;
    if (s->determinant == 0) {
        int stronger = part(colors[0], 24) >= part(colors[1], 24) ? 0 : 1;
        guint level = parts_of(alpha, MAX(part(colors[stronger], 24), 1));
        return ik_pixel_mix(0, colors[stronger], level);
    }
    guint over =
        parts_of(alpha * part(colors[1], s->shift) - channel * part(colors[1], 24), s->determinant);
    guint around =
        parts_of(channel * part(colors[0], 24) - alpha * part(colors[0], s->shift), s->determinant);
    const ik_share shares[2] = {{0, over}, {1, MIN(around, IK_COVER_FULL - over)}};
    return ik_pixel_mix_shares(0, shares, 2, colors);
}

void ik_pixmap_reduce(ik_pixmap *pixmap, ik_paint over, ik_paint around)
{
    const separation s = separate(over, around);
    for (gsize i = 0; i < (gsize)pixmap->width * (gsize)pixmap->height; i++)
        if (pixmap->pixels[i] != 0)
            pixmap->pixels[i] = reduced(&s, pixmap->pixels[i]);
}

/* ---- laying ---- */

/* `under` times (255 - alpha) / 255, rounded, two channels at a time. */
static uint32_t faded(uint32_t under, uint32_t keep)
{
    uint32_t even = (under & 0x00ff00ffu) * keep + 0x00800080u;
    uint32_t odd = (under >> 8 & 0x00ff00ffu) * keep + 0x00800080u;
    even = (even + (even >> 8 & 0x00ff00ffu)) >> 8 & 0x00ff00ffu;
    odd = (odd + (odd >> 8 & 0x00ff00ffu)) & 0xff00ff00u;
    return even | odd;
}

void ik_pixmap_lay(const ik_pixmap *pixmap, const ik_pixel_area *to, int x, int y)
{
    int left = x - pixmap->origin_x, top = y - pixmap->origin_y;
    int first_x = MAX(0, -left), first_y = MAX(0, -top);
    int end_x = MIN(pixmap->width, to->width - left);
    int end_y = MIN(pixmap->height, to->height - top);
    for (int row = first_y; row < end_y; row++) {
        const uint32_t *from = &pixmap->pixels[(gsize)row * (gsize)pixmap->width];
        uint32_t *pixels = &to->pixels[(gsize)(top + row) * (gsize)to->stride];
        for (int column = first_x; column < end_x; column++) {
            uint32_t over = from[column], alpha = over >> 24;
            uint32_t *pixel = &pixels[left + column];
            if (alpha == 255)
                *pixel = over;
            else if (alpha != 0)
                *pixel = over + faded(*pixel, 255 - alpha);
        }
    }
}

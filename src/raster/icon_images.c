/* icon_images.c — what a style may show of an icon: by itself, and as a marker.   [raster] */
#include "icon_images.h"

#include "icon_painter.h"

#define MARKER_PX 28
#define SIGN_PX   16
#define RIM_PX    2.0

typedef enum { WHITE, STRONG } color;

typedef struct {
    ik_icon_image image;
    color sign;
    bool has_disc;
} variant;

static const variant VARIANTS[] = {
    {{"theme-", MARKER_PX}, WHITE, true},
    {{"area-", MARKER_PX}, STRONG, true},
    {{"sign-", SIGN_PX}, WHITE, false},
    {{"ink-", SIGN_PX}, STRONG, false},
};

guint ik_icon_image_count(void)
{
    return G_N_ELEMENTS(VARIANTS);
}

const ik_icon_image *ik_icon_image_at(guint index)
{
    g_assert(index < G_N_ELEMENTS(VARIANTS));
    return &VARIANTS[index].image;
}

static void set_color(cairo_t *cairo, color which)
{
    if (which == WHITE)
        cairo_set_source_rgb(cairo, 1, 1, 1);
    else
        cairo_set_source_rgb(cairo, 0xd6 / 255.0, 0, 0x4f / 255.0);
}

static void disc(cairo_t *cairo, double radius, color which)
{
    set_color(cairo, which);
    cairo_arc(cairo, MARKER_PX / 2.0, MARKER_PX / 2.0, radius, 0, 2 * G_PI);
    cairo_fill(cairo);
}

bool ik_icon_image_draw(guint index, const ik_icon *icon, cairo_t *cairo, GError **error)
{
    g_assert(index < G_N_ELEMENTS(VARIANTS));
    const variant *v = &VARIANTS[index];
    if (v->has_disc) {
        disc(cairo, MARKER_PX / 2.0, v->sign);
        disc(cairo, MARKER_PX / 2.0 - RIM_PX, v->sign == WHITE ? STRONG : WHITE);
    }
    set_color(cairo, v->sign);
    const double edge = (v->image.side - SIGN_PX) / 2.0;
    return ik_icon_paint(icon, cairo, edge, edge, SIGN_PX, error);
}

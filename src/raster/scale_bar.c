/* scale_bar.c — a bar as long as a round distance on the ground.   [raster] */
#include "scale_bar.h"

#include <ideenkarte/text.h>
#include <math.h>

#define PARTS 4

double ik_scale_bar_metres(double most_m)
{
    double power = pow(10, floor(log10(most_m)));
    /* The logarithm of a power of ten may end a hair below or above it. */
    if (power * 10 <= most_m)
        power *= 10;
    if (power > most_m)
        power /= 10;
    return most_m >= 5 * power ? 5 * power : most_m >= 2 * power ? 2 * power : power;
}

static char *figure(const ik_scale_bar *bar, double metres, bool has_unit)
{
    const bool is_km = metres >= 1000 || (metres == 0 && !has_unit);
    const double value = is_km ? metres / 1000 : metres;
    const guint decimals = value == floor(value) ? 0 : 1;
    g_autofree char *number = ik_text_decimal(bar->language, value, decimals);
    return g_strconcat(number, !has_unit ? "" : is_km ? " km" : " m", NULL);
}

static void draw_parts(ik_sheet *sheet, double left, double y, double width, double height)
{
    cairo_t *cairo = ik_sheet_cairo(sheet);
    cairo_rectangle(cairo, left, y, width, height);
    ik_sheet_set_ink(sheet, IK_INK_PAPER);
    cairo_fill(cairo);
    ik_sheet_set_ink(sheet, IK_INK_TEXT);
    for (int i = 0; i < PARTS; i += 2)
        cairo_rectangle(cairo, left + i * width / PARTS, y, width / PARTS, height);
    cairo_fill(cairo);
    cairo_rectangle(cairo, left, y, width, height);
    cairo_set_line_width(cairo, height / 7);
    cairo_stroke(cairo);
}

double ik_scale_bar_draw(ik_sheet *sheet, const ik_scale_bar *bar, double right, double y)
{
    const ik_sheet_text style = {.size = bar->size, .align = 0.5, .ink = IK_INK_TEXT};
    const double metres = ik_scale_bar_metres(bar->most * bar->metres_per_unit);
    const double width = metres / bar->metres_per_unit, height = bar->size * 0.5;
    g_autofree char *whole = figure(bar, metres, true);
    g_autofree char *half = figure(bar, metres / 2, metres / 2 < 1000 && metres >= 1000);
    double text_width, text_height;
    ik_sheet_measure(sheet, &style, whole, &text_width, &text_height);
    const double left = right - text_width / 2 - width, top = y + text_height + bar->size * 0.15;
    ik_sheet_draw_text(sheet, &style, "0", left, y);
    ik_sheet_draw_text(sheet, &style, half, left + width / 2, y);
    ik_sheet_draw_text(sheet, &style, whole, left + width, y);
    draw_parts(sheet, left, top, width, height);
    return top + height - y;
}

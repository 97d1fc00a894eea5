/* sheet_frame.c — what every chart and map has around it: title above, notes below.   [raster] */
#include "sheet_frame.h"

#include <math.h>

#define HATCH_STEP 5.0

static const ik_sheet_text title_style = {
    .size = 22, .width = IK_SHEET_INNER, .is_bold = true, .ink = IK_INK_TEXT};
static const ik_sheet_text subtitle_style = {
    .size = 14, .width = IK_SHEET_INNER, .ink = IK_INK_QUIET};
static const ik_sheet_text note_style = {.size = 10, .width = IK_SHEET_INNER, .ink = IK_INK_QUIET};

static double height_of(ik_sheet *sheet, const ik_sheet_text *style, const char *text)
{
    double height = 0;
    if (text != NULL)
        ik_sheet_measure(sheet, style, text, NULL, &height);
    return height;
}

double ik_sheet_head_height(ik_sheet *sheet, const ik_sheet_words *words)
{
    return IK_SHEET_MARGIN + height_of(sheet, &title_style, words->title) + 2 +
           height_of(sheet, &subtitle_style, words->subtitle) + 16;
}

double ik_sheet_foot_height(ik_sheet *sheet, const ik_sheet_words *words)
{
    double height = 14 + 8;
    for (const char *const *note = words->notes; *note != NULL; note++)
        height += height_of(sheet, &note_style, *note) + 2;
    return height + IK_SHEET_MARGIN - 6;
}

void ik_sheet_draw_frame(ik_sheet *sheet, const ik_sheet_words *words, double bottom)
{
    cairo_t *cairo = ik_sheet_cairo(sheet);
    double y = IK_SHEET_MARGIN;
    y += ik_sheet_draw_text(sheet, &title_style, words->title, IK_SHEET_MARGIN, y) + 2;
    if (words->subtitle != NULL)
        ik_sheet_draw_text(sheet, &subtitle_style, words->subtitle, IK_SHEET_MARGIN, y);
    y = bottom - ik_sheet_foot_height(sheet, words) + 14;
    cairo_move_to(cairo, IK_SHEET_MARGIN, y);
    cairo_line_to(cairo, IK_SHEET_WIDTH - IK_SHEET_MARGIN, y);
    cairo_set_line_width(cairo, 1);
    ik_sheet_set_ink(sheet, IK_INK_LINE);
    cairo_stroke(cairo);
    y += 8;
    for (const char *const *note = words->notes; *note != NULL; note++)
        y += ik_sheet_draw_text(sheet, &note_style, *note, IK_SHEET_MARGIN, y) + 2;
}

/* --- colours ----------------------------------------------------------------------------------- */

/* CIE L*a*b* of a colour to sRGB; white D65. */
static double from_lab(double t)
{
    return t > 6.0 / 29 ? t * t * t : 3 * (6.0 / 29) * (6.0 / 29) * (t - 4.0 / 29);
}

static double gamma_of(double linear)
{
    const double value =
        linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055;
    return CLAMP(value, 0, 1);
}

static void srgb_from_lab(double l, double a, double b, double rgb[3])
{
    const double fy = (l + 16) / 116;
    const double x = 0.95047 * from_lab(fy + a / 500), y = from_lab(fy);
    const double z = 1.08883 * from_lab(fy - b / 200);
    rgb[0] = gamma_of(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
    rgb[1] = gamma_of(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z);
    rgb[2] = gamma_of(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
}

/* From a pale to the dark blue of the page; two classes are not as far apart as seven. */
void ik_ramp_colour(guint index, guint n, double rgb[3])
{
    const double light = 88, dark = n <= 2 ? 45 : n == 3 ? 36 : 28;
    const double at = n <= 1 ? 0.6 : (double)index / (n - 1);
    const double chroma = 10 + 16 * sin(G_PI * (0.15 + 0.7 * at));
    srgb_from_lab(light + (dark - light) * at, -chroma * 0.55, -chroma * 0.83, rgb);
    for (guint i = 0; i < 3; i++)
        rgb[i] = floor(rgb[i] * 255 + 0.5) / 255; /* the same bytes with any libm */
}

void ik_sheet_set_ramp(ik_sheet *sheet, guint index, guint n)
{
    double rgb[3];
    ik_ramp_colour(index, n, rgb);
    cairo_set_source_rgb(ik_sheet_cairo(sheet), rgb[0], rgb[1], rgb[2]);
}

/* --- hatching ---------------------------------------------------------------------------------- */

/* As lines, not as a pattern: those become pictures in SVG and PDF. */
void ik_sheet_fill_hatch(ik_sheet *sheet, ik_hatch hatch)
{
    cairo_t *cairo = ik_sheet_cairo(sheet);
    double left, top, right, bottom;
    cairo_path_extents(cairo, &left, &top, &right, &bottom);
    cairo_save(cairo);
    cairo_clip(cairo);
    const double slant = hatch == IK_HATCH_EMPTY ? bottom - top : 0;
    const double first = floor((left - slant) / HATCH_STEP) * HATCH_STEP;
    for (guint i = 0; first + i * HATCH_STEP < right; i++) {
        const double x = first + i * HATCH_STEP;
        cairo_move_to(cairo, x, bottom);
        cairo_line_to(cairo, x + slant, top);
    }
    cairo_set_line_width(cairo, 0.7);
    ik_sheet_set_ink(sheet, IK_INK_LINE);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

/* bar_chart.c — lying bars, one a line, with their values.   [raster] */
#include "bar_chart.h"

#include "sheet_frame.h"

#include <math.h>

#define ROW        24.0
#define BAR        15.0
#define AXIS       40.0 /* room above the bars for the marks of the axis */
#define LABEL_MOST 300.0
#define VALUE_ROOM 62.0

static const ik_sheet_text label_style = {.size = 12.5, .align = 1, .ink = IK_INK_TEXT};
static const ik_sheet_text value_style = {.size = 12.5, .ink = IK_INK_TEXT};
static const ik_sheet_text tick_style = {.size = 10.5, .align = 0.5, .ink = IK_INK_QUIET};

typedef struct {
    const ik_bar_chart *chart;
    ik_sheet *sheet;
    cairo_t *cairo;
    double left, top, width; /* of the field of the bars */
    double largest;          /* value at its right end */
    double step;
} plot;

double ik_axis_step(double largest, guint most)
{
    if (!(largest > 0))
        return 1;
    const double rough = largest / most, power = pow(10, floor(log10(rough)));
    const double factors[] = {1, 2, 5, 10};
    for (guint i = 0; i < G_N_ELEMENTS(factors); i++)
        if (factors[i] * power >= rough * (1 - 1e-12))
            return factors[i] * power;
    return 10 * power;
}

static double x_of(const plot *p, double value)
{
    return p->left + p->width * value / p->largest;
}

static void set_scale(plot *p)
{
    double largest = isnan(p->chart->mean) ? 0 : p->chart->mean;
    for (guint i = 0; i < p->chart->n_bars; i++)
        largest = fmax(largest, p->chart->bars[i].value); /* passes over NaN */
    p->step = fmax(ik_axis_step(largest, 6), p->chart->least_step);
    p->largest = fmax(1, ceil(largest / p->step - 1e-9)) * p->step;
}

static double widest_label(const plot *p)
{
    double widest = 0, width;
    for (guint i = 0; i < p->chart->n_bars; i++) {
        ik_sheet_measure(p->sheet, &label_style, p->chart->bars[i].label, &width, NULL);
        widest = fmax(widest, width);
    }
    return fmin(widest, LABEL_MOST);
}

static void draw_axis(const plot *p, double bottom)
{
    const guint n = (guint)floor(p->largest / p->step + 0.5);
    cairo_set_line_width(p->cairo, 0.8);
    for (guint i = 0; i <= n; i++) {
        const double x = x_of(p, i * p->step);
        ik_sheet_set_ink(p->sheet, IK_INK_LINE);
        cairo_move_to(p->cairo, x, p->top - 4);
        cairo_line_to(p->cairo, x, bottom);
        cairo_stroke(p->cairo);
        ik_sheet_draw_text(p->sheet, &tick_style,
                           p->chart->spell_tick(i * p->step, p->step, p->chart->data), x,
                           p->top - 21);
    }
}

static void draw_bar(const plot *p, guint index)
{
    const ik_bar *bar = &p->chart->bars[index];
    const double y = p->top + index * ROW, middle = y + ROW / 2;
    const double end = isnan(bar->value) ? p->left : x_of(p, bar->value);
    double height;
    ik_sheet_measure(p->sheet, &label_style, bar->label, NULL, &height);
    ik_sheet_draw_text(p->sheet, &label_style, bar->label, p->left - 10, middle - height / 2);
    cairo_rectangle(p->cairo, p->left, middle - BAR / 2, end - p->left, BAR);
    ik_sheet_set_ink(p->sheet, IK_INK_ACCENT);
    cairo_fill(p->cairo);
}

/* After bars and mean: a value may lie over the line. */
static void draw_value(const plot *p, guint index)
{
    const ik_bar *bar = &p->chart->bars[index];
    const double end = isnan(bar->value) ? p->left : x_of(p, bar->value);
    double width, height;
    ik_sheet_measure(p->sheet, &value_style, bar->spelled, &width, &height);
    const double y = p->top + index * ROW + (ROW - height) / 2;
    cairo_rectangle(p->cairo, end + 2, y + 1, width + 8, height - 2);
    ik_sheet_set_ink(p->sheet, IK_INK_PAPER);
    cairo_fill(p->cairo);
    ik_sheet_draw_text(p->sheet, &value_style, bar->spelled, end + 6, y);
}

static void draw_mean(const plot *p, double bottom)
{
    static const double dashes[] = {5, 3};
    const double x = isnan(p->chart->mean) ? 0 : x_of(p, p->chart->mean);
    if (isnan(p->chart->mean))
        return;
    ik_sheet_text style = tick_style;
    double width;
    style.ink = IK_INK_TEXT;
    ik_sheet_measure(p->sheet, &style, p->chart->mean_name, &width, NULL);
    const double right = p->left + p->width + VALUE_ROOM;
    ik_sheet_draw_text(p->sheet, &style, p->chart->mean_name,
                       CLAMP(x, p->left + width / 2, right - width / 2), bottom + 5);
    /* White below it: a line that is seen on bars and on paper. */
    for (guint pass = 0; pass < 2; pass++) {
        cairo_move_to(p->cairo, x, p->top - 4);
        cairo_line_to(p->cairo, x, bottom + 5);
        cairo_set_line_width(p->cairo, pass == 0 ? 3.2 : 1.4);
        cairo_set_dash(p->cairo, dashes, pass == 0 ? 0 : 2, 0);
        ik_sheet_set_ink(p->sheet, pass == 0 ? IK_INK_PAPER : IK_INK_TEXT);
        cairo_stroke(p->cairo);
    }
    cairo_set_dash(p->cairo, NULL, 0, 0);
}

static void draw_plot(const plot *p)
{
    const double bottom = p->top + p->chart->n_bars * ROW;
    draw_axis(p, bottom);
    for (guint i = 0; i < p->chart->n_bars; i++)
        draw_bar(p, i);
    draw_mean(p, bottom);
    for (guint i = 0; i < p->chart->n_bars; i++)
        draw_value(p, i);
}

GBytes *ik_bar_chart_draw(const ik_bar_chart *chart, ik_sheet_format format, GError **error)
{
    g_autoptr(ik_sheet) sheet = ik_sheet_new(error);
    if (sheet == NULL)
        return NULL;
    plot p = {.chart = chart, .sheet = sheet};
    set_scale(&p);
    p.left = IK_SHEET_MARGIN + widest_label(&p) + 10;
    p.width = IK_SHEET_WIDTH - IK_SHEET_MARGIN - VALUE_ROOM - p.left;
    p.top = ik_sheet_head_height(sheet, &chart->words) + AXIS - 16;
    const double mean_room = isnan(chart->mean) ? 0 : 22;
    const double height =
        p.top + chart->n_bars * ROW + mean_room + ik_sheet_foot_height(sheet, &chart->words);
    if (!ik_sheet_open(sheet, format, IK_SHEET_WIDTH, ceil(height), error))
        return NULL;
    p.cairo = ik_sheet_cairo(sheet);
    ik_sheet_draw_frame(sheet, &chart->words, ceil(height));
    draw_plot(&p);
    return ik_sheet_finish(sheet, chart->words.title,
                           chart->words.subtitle != NULL ? chart->words.subtitle : "", error);
}

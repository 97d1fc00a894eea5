/* thematic_map.c — areas in the lightness of their class, a legend and a scale.   [raster] */
#include "thematic_map.h"

#include "bar_chart.h"
#include "sheet_frame.h"

#include <math.h>

#define LEGEND_WIDTH 214.0
#define LEGEND_GAP   22.0
#define FIELD_WIDTH  (IK_SHEET_INNER - LEGEND_WIDTH - LEGEND_GAP)
#define FIELD_MOST   690.0 /* height */
#define KEY_WIDTH    34.0
#define KEY_HEIGHT   19.0
#define KEY_STEP     27.0
#define SCALE_MOST   150.0

static const ik_sheet_text legend_title_style = {
    .size = 12.5, .width = LEGEND_WIDTH, .is_bold = true, .ink = IK_INK_TEXT};
static const ik_sheet_text key_style = {
    .size = 12.5, .width = LEGEND_WIDTH - KEY_WIDTH - 10, .ink = IK_INK_TEXT};
static const ik_sheet_text method_style = {
    .size = 10.5, .width = LEGEND_WIDTH, .ink = IK_INK_QUIET};
static const ik_sheet_text entry_style = {
    .size = 11, .width = LEGEND_WIDTH - 24 - 40, .ink = IK_INK_TEXT};
static const ik_sheet_text scale_style = {.size = 10.5, .align = 0.5, .ink = IK_INK_QUIET};
static const ik_sheet_text label_style = {
    .size = 11.5, .width = 96, .align = 0.5, .ink = IK_INK_TEXT, .has_halo = true};

typedef struct {
    double left, top, right, bottom;
} box;

typedef struct {
    const ik_thematic_map *map;
    ik_sheet *sheet;
    cairo_t *cairo;
    double top;   /* of map and legend */
    double scale; /* sheet units a tile unit */
    ik_tile_box extent;
    box field;
} drawing;

/* --- where things lie -------------------------------------------------------------------------- */

static guint ring_start(const ik_thematic_map *map, guint ring)
{
    return ring == 0 ? 0 : map->ring_ends[ring - 1];
}

static ik_tile_box extent_of(const ik_thematic_map *map)
{
    ik_tile_box extent = {INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN};
    for (guint i = 0; i < map->n_areas; i++) {
        const ik_map_area *area = &map->areas[i];
        if (area->fill == IK_AREA_BESIDE || area->n_rings == 0)
            continue;
        const guint end = map->ring_ends[area->first_ring + area->n_rings - 1];
        for (guint p = ring_start(map, area->first_ring); p < end; p++)
            ik_tile_box_add(&extent, map->points[p]);
    }
    return extent;
}

static void fit(drawing *d)
{
    d->extent = extent_of(d->map);
    const double width = MAX(1, d->extent.max_x - d->extent.min_x);
    const double height = MAX(1, d->extent.max_y - d->extent.min_y);
    d->scale = fmin(FIELD_WIDTH / width, FIELD_MOST / height);
    const double left = IK_SHEET_MARGIN + (FIELD_WIDTH - width * d->scale) / 2;
    d->field = (box){left, d->top, left + width * d->scale, d->top + height * d->scale};
}

/* To a sixteenth of a unit: fewer digits in SVG and PDF. */
static double snapped(double value)
{
    return floor(value * 16 + 0.5) / 16;
}

static double x_of(const drawing *d, ik_tile_point point)
{
    return snapped(d->field.left + ((double)point.x - d->extent.min_x) * d->scale);
}

static double y_of(const drawing *d, ik_tile_point point)
{
    return snapped(d->field.top + ((double)point.y - d->extent.min_y) * d->scale);
}

/* --- areas ------------------------------------------------------------------------------------- */

static void add_area(const drawing *d, const ik_map_area *area)
{
    for (guint r = area->first_ring; r < area->first_ring + area->n_rings; r++) {
        cairo_new_sub_path(d->cairo);
        for (guint p = ring_start(d->map, r); p < d->map->ring_ends[r]; p++)
            cairo_line_to(d->cairo, x_of(d, d->map->points[p]), y_of(d, d->map->points[p]));
        cairo_close_path(d->cairo);
    }
}

/* All areas of a class at once: no seams between them. */
static bool add_areas(const drawing *d, int fill)
{
    bool any = false;
    cairo_new_path(d->cairo);
    for (guint i = 0; i < d->map->n_areas; i++) {
        if (d->map->areas[i].fill == fill) {
            add_area(d, &d->map->areas[i]);
            any = true;
        }
    }
    return any;
}

/* One outline instead of hundreds: empty areas are what the others leave of it. */
static void hatch_ground(const drawing *d)
{
    cairo_new_path(d->cairo);
    for (guint i = 0; i < d->map->n_ground; i++)
        add_area(d, &d->map->ground[i]);
    ik_sheet_fill_hatch(d->sheet, IK_HATCH_EMPTY);
}

static void fill_areas(const drawing *d)
{
    cairo_set_fill_rule(d->cairo, CAIRO_FILL_RULE_EVEN_ODD);
    if (add_areas(d, IK_AREA_BESIDE)) {
        cairo_set_source_rgb(d->cairo, 0.945, 0.945, 0.937);
        cairo_fill(d->cairo);
    }
    if (d->map->empty_name != NULL)
        hatch_ground(d);
    if (add_areas(d, IK_AREA_UNKNOWN)) {
        ik_sheet_set_ink(d->sheet, IK_INK_PAPER);
        cairo_fill_preserve(d->cairo);
        ik_sheet_fill_hatch(d->sheet, IK_HATCH_UNKNOWN);
    }
    for (guint i = 0; i < d->map->n_classes; i++) {
        if (add_areas(d, (int)i)) {
            ik_sheet_set_ramp(d->sheet, i, d->map->n_classes);
            cairo_fill(d->cairo);
        }
    }
}

static void stroke_lines(const drawing *d, bool is_strong)
{
    cairo_new_path(d->cairo);
    for (guint i = 0; i < d->map->n_lines; i++) {
        const ik_map_line *line = &d->map->lines[i];
        cairo_new_sub_path(d->cairo);
        for (guint p = line->first; line->is_strong == is_strong && p < line->first + line->count;
             p++)
            cairo_line_to(d->cairo, x_of(d, d->map->points[p]), y_of(d, d->map->points[p]));
    }
    cairo_stroke(d->cairo);
}

/* White would vanish on hatching, dark on tints: a middle grey is seen on both, and dark with a white rim. */
static void stroke_borders(const drawing *d)
{
    cairo_set_line_join(d->cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(d->cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(d->cairo, 0.7);
    cairo_set_source_rgb(d->cairo, 0.55, 0.59, 0.62);
    stroke_lines(d, false);
    cairo_set_line_width(d->cairo, 3);
    ik_sheet_set_ink(d->sheet, IK_INK_PAPER);
    stroke_lines(d, true);
    cairo_set_line_width(d->cairo, 1.3);
    cairo_set_source_rgb(d->cairo, 0.18, 0.25, 0.31);
    stroke_lines(d, true);
    cairo_set_line_cap(d->cairo, CAIRO_LINE_CAP_BUTT);
}

static void draw_field(const drawing *d)
{
    cairo_save(d->cairo);
    cairo_rectangle(d->cairo, IK_SHEET_MARGIN - 2, d->top - 2, FIELD_WIDTH + 4,
                    d->field.bottom - d->top + 4);
    cairo_clip(d->cairo);
    fill_areas(d);
    stroke_borders(d);
    cairo_restore(d->cairo);
}

/* --- labels ------------------------------------------------------------------------------------ */

static bool touches(const box *a, const box *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static bool is_free(const GArray *taken, const box *wanted)
{
    for (guint i = 0; i < taken->len; i++)
        if (touches(&g_array_index(taken, box, i), wanted))
            return false;
    return true;
}

static void draw_labels(const drawing *d)
{
    g_autoptr(GArray) taken = g_array_new(FALSE, FALSE, sizeof(box));
    for (guint i = 0; i < d->map->n_labels; i++) {
        const ik_map_label *label = &d->map->labels[i];
        const double x = x_of(d, label->place), y = y_of(d, label->place);
        double width, height;
        ik_sheet_measure(d->sheet, &label_style, label->text, &width, &height);
        const box wanted = {x - width / 2 - 2, y - height / 2, x + width / 2 + 2, y + height / 2};
        if (!is_free(taken, &wanted))
            continue;
        g_array_append_val(taken, wanted);
        ik_sheet_draw_text(d->sheet, &label_style, label->text, x, y - height / 2);
    }
}

/* --- legend ------------------------------------------------------------------------------------ */

static double legend_left(void)
{
    return IK_SHEET_WIDTH - IK_SHEET_MARGIN - LEGEND_WIDTH;
}

static void fill_key(const drawing *d, int fill)
{
    if (fill >= 0) {
        ik_sheet_set_ramp(d->sheet, (guint)fill, d->map->n_classes);
        cairo_fill(d->cairo);
    } else if (fill == IK_AREA_BESIDE) {
        cairo_set_source_rgb(d->cairo, 0.945, 0.945, 0.937);
        cairo_fill(d->cairo);
    } else {
        ik_sheet_fill_hatch(d->sheet, fill == IK_AREA_EMPTY ? IK_HATCH_EMPTY : IK_HATCH_UNKNOWN);
    }
}

/* Measures only while the sheet has no size; returns where the next one goes. */
static double draw_key(const drawing *d, int fill, const char *name, double y)
{
    double height;
    if (name == NULL)
        return y;
    ik_sheet_measure(d->sheet, &key_style, name, NULL, &height);
    const double step = fmax(KEY_STEP, height + 8);
    if (d->cairo == NULL)
        return y + step;
    cairo_rectangle(d->cairo, legend_left(), y, KEY_WIDTH, KEY_HEIGHT);
    fill_key(d, fill);
    cairo_rectangle(d->cairo, legend_left(), y, KEY_WIDTH, KEY_HEIGHT);
    cairo_set_line_width(d->cairo, 0.8);
    ik_sheet_set_ink(d->sheet, IK_INK_QUIET);
    cairo_stroke(d->cairo);
    const double first_line = fmin(height, 16);
    ik_sheet_draw_text(d->sheet, &key_style, name, legend_left() + KEY_WIDTH + 10,
                       y + (KEY_HEIGHT - first_line) / 2);
    return y + step;
}

static double draw_paragraph(const drawing *d, const ik_sheet_text *style, const char *text,
                             double y)
{
    double height = 0;
    if (text != NULL)
        ik_sheet_measure(d->sheet, style, text, NULL, &height);
    if (text != NULL && d->cairo != NULL)
        ik_sheet_draw_text(d->sheet, style, text, legend_left(), y);
    return y + height;
}

static double draw_entry(const drawing *d, const ik_map_entry *entry, double y)
{
    const double left = legend_left();
    ik_sheet_text style = entry_style;
    double height;
    ik_sheet_measure(d->sheet, &style, entry->name, NULL, &height);
    if (d->cairo == NULL)
        return y + height + 1;
    ik_sheet_draw_text(d->sheet, &style, entry->name, left + 24, y);
    style.width = 0;
    style.is_bold = true;
    style.align = 1;
    ik_sheet_draw_text(d->sheet, &style, entry->key, left + 17, y);
    style.is_bold = false;
    ik_sheet_draw_text(d->sheet, &style, entry->value, left + LEGEND_WIDTH, y);
    return y + height + 1;
}

/* Returns where it ends. */
static double draw_legend(const drawing *d)
{
    double y = draw_paragraph(d, &legend_title_style, d->map->legend_title, d->top) + 8;
    for (guint i = d->map->n_classes; i-- > 0;)
        y = draw_key(d, (int)i, d->map->class_names[i], y);
    y = draw_key(d, IK_AREA_EMPTY, d->map->empty_name, y);
    y = draw_key(d, IK_AREA_UNKNOWN, d->map->unknown_name, y);
    y = draw_key(d, IK_AREA_BESIDE, d->map->beside_name, y);
    y = draw_paragraph(d, &method_style, d->map->method, y + 4) + 16;
    for (guint i = 0; i < d->map->n_entries; i++)
        y = draw_entry(d, &d->map->entries[i], y);
    return y;
}

static void draw_scale(const drawing *d, double bottom)
{
    const double unit = d->map->units_per_km * d->scale;
    double km = ik_axis_step(SCALE_MOST / unit, 1);
    while (km * unit > SCALE_MOST)
        km = ik_axis_step(km * 0.4, 1);
    const double left = legend_left(), right = left + km * unit, y = bottom - 8;
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *text =
        g_strconcat(g_ascii_formatd(number, sizeof number, "%g", km), " km", NULL);
    cairo_move_to(d->cairo, left, y - 5);
    cairo_line_to(d->cairo, left, y);
    cairo_line_to(d->cairo, right, y);
    cairo_line_to(d->cairo, right, y - 5);
    cairo_set_line_width(d->cairo, 1.2);
    ik_sheet_set_ink(d->sheet, IK_INK_QUIET);
    cairo_stroke(d->cairo);
    ik_sheet_draw_text(d->sheet, &scale_style, text, (left + right) / 2, y - 22);
}

/* --- the whole --------------------------------------------------------------------------------- */

GBytes *ik_thematic_map_draw(const ik_thematic_map *map, ik_sheet_format format, GError **error)
{
    g_autoptr(ik_sheet) sheet = ik_sheet_new(error);
    if (sheet == NULL)
        return NULL;
    drawing d = {.map = map, .sheet = sheet, .top = ik_sheet_head_height(sheet, &map->words)};
    fit(&d);
    const double bottom = fmax(d.field.bottom, draw_legend(&d) + 40);
    const double height = ceil(bottom + ik_sheet_foot_height(sheet, &map->words));
    if (!ik_sheet_open(sheet, format, IK_SHEET_WIDTH, height, error))
        return NULL;
    d.cairo = ik_sheet_cairo(sheet);
    ik_sheet_draw_frame(sheet, &map->words, height);
    draw_field(&d);
    draw_labels(&d);
    draw_legend(&d);
    draw_scale(&d, bottom);
    return ik_sheet_finish(sheet, map->words.title,
                           map->words.subtitle != NULL ? map->words.subtitle : "", error);
}

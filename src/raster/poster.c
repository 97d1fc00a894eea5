/* poster.c — a map as a page for the wall.   [raster]
 *
 * Type grows with the page, but slower than it: a large page is also read from nearby. The title grows with it.
 */
#include "poster.h"

#include "page_canvas.h"
#include "pixmap.h"
#include "scale_bar.h"
#include "sheet.h"

#include <math.h>
#include <string.h>

/* Parts of the page's width. */
#define MARGIN_PART   0.03
#define TITLE_PART    0.026
#define SCALE_PART    0.2
#define SUBTITLE_SIZE 0.52 /* of the title's */

#define LEGEND_PART 0.7 /* of the map's width: the scale bar stands beside it */

typedef struct {
    const ik_poster *poster;
    ik_sheet *sheet;
    cairo_t *cairo; /* NULL while the page is measured */
    ik_text_engine *engine;
    double margin, inner; /* of the map's frame */
    double size;          /* of text in legend and notes */
    double zoom;          /* of the keys */
} page;

static double margin_of(guint page_width)
{
    return floor(page_width * MARGIN_PART + 0.5);
}

guint ik_poster_map_width(guint page_width)
{
    return page_width - 2 * (guint)margin_of(page_width);
}

static double map_height(const page *p)
{
    return (p->poster->box.max_y - p->poster->box.min_y) / (double)IK_UNITS_PER_PIXEL;
}

/* Draws, or only measures; returns the height. NULL is no text. */
static double put_text(const page *p, const ik_sheet_text *style, const char *text, double x,
                       double y)
{
    double height = 0;
    if (text == NULL)
        return 0;
    if (p->cairo != NULL)
        return ik_sheet_draw_text(p->sheet, style, text, x, y);
    ik_sheet_measure(p->sheet, style, text, NULL, &height);
    return height;
}

/* ---- head ---- */

/* Returns where the map begins: at a whole pixel, so that what is drawn as pixels is sharp. */
static double put_head(const page *p)
{
    const double size = MAX(p->poster->width * TITLE_PART, 18);
    const ik_sheet_text title = {
        .size = size, .width = p->inner, .is_bold = true, .ink = IK_INK_TEXT};
    const ik_sheet_text subtitle = {
        .size = size * SUBTITLE_SIZE, .width = p->inner, .ink = IK_INK_QUIET};
    double y = p->margin * 0.8;
    y += put_text(p, &title, p->poster->words.title, p->margin, y);
    y += put_text(p, &subtitle, p->poster->words.subtitle, p->margin, y);
    return ceil(y + size * 0.4);
}

/* ---- map ---- */

static void frame(const page *p, double y, double height)
{
    cairo_rectangle(p->cairo, p->margin - 0.5, y - 0.5, p->inner + 1, height + 1);
    cairo_set_line_width(p->cairo, 1);
    ik_sheet_set_ink(p->sheet, IK_INK_QUIET);
    cairo_stroke(p->cairo);
}

static bool draw_map(const page *p, double y, GError **error)
{
    const ik_page_canvas canvas = {p->poster->scene, p->engine, p->cairo, p->poster->box};
    cairo_save(p->cairo);
    cairo_translate(p->cairo, p->margin, y);
    const bool is_drawn = ik_page_canvas_draw(&canvas, error);
    cairo_restore(p->cairo);
    frame(p, y, map_height(p));
    return is_drawn;
}

/* ---- legend ---- */

static double key_height(const ik_poster_key *key)
{
    return (double)(key->box.max_y - key->box.min_y) / IK_UNITS_PER_PIXEL;
}

static bool draw_key(const page *p, const ik_poster_key *key, double x, double y, GError **error)
{
    const ik_page_canvas canvas = {p->poster->key_scene, p->engine, p->cairo, key->box};
    cairo_save(p->cairo);
    cairo_translate(p->cairo, x, y);
    cairo_scale(p->cairo, p->zoom, p->zoom);
    const bool is_drawn = ik_page_canvas_draw(&canvas, error);
    cairo_rectangle(p->cairo, 0, 0, IK_POSTER_KEY_WIDTH, key_height(key));
    cairo_set_line_width(p->cairo, 0.6);
    ik_sheet_set_ink(p->sheet, IK_INK_LINE);
    cairo_stroke(p->cairo);
    cairo_restore(p->cairo);
    return is_drawn;
}

/* Keys flow in columns as wide as the widest, in as many rows as that takes. */
typedef struct {
    double column, row; /* sizes */
    double key;         /* the highest, in its own pixels */
    guint n_columns, n_rows;
} key_table;

static key_table lay_table(const page *p)
{
    const ik_sheet_text style = {.size = p->size};
    key_table table = {.key = IK_POSTER_KEY_HEIGHT};
    for (guint i = 0; i < p->poster->n_keys; i++) {
        double width;
        table.key = MAX(table.key, key_height(&p->poster->keys[i]));
        ik_sheet_measure(p->sheet, &style, p->poster->keys[i].name, &width, NULL);
        table.column = MAX(table.column, width + IK_POSTER_KEY_WIDTH * p->zoom + p->size * 2.2);
    }
    table.row = table.key * p->zoom + p->size * 0.5;
    if (p->poster->n_keys == 0)
        return table;
    const guint most = MAX((guint)floor(p->inner * LEGEND_PART / table.column), 1u);
    table.n_rows = (p->poster->n_keys + most - 1) / most;
    table.n_columns = (p->poster->n_keys + table.n_rows - 1) / table.n_rows;
    return table;
}

static bool put_keys(const page *p, double y, double *height, GError **error)
{
    const key_table table = lay_table(p);
    const ik_sheet_text style = {.size = p->size, .ink = IK_INK_TEXT};
    *height = table.n_rows * table.row;
    for (guint i = 0; p->cairo != NULL && i < p->poster->n_keys; i++) {
        const ik_poster_key *key = &p->poster->keys[i];
        const guint column = i / table.n_rows, row = i % table.n_rows;
        const double left = p->margin + column * table.column;
        const double top = y + row * table.row;
        const double above = (table.key - key_height(key)) / 2 * p->zoom;
        double text_height;
        if (!draw_key(p, key, left, top + above, error))
            return false;
        ik_sheet_measure(p->sheet, &style, key->name, NULL, &text_height);
        ik_sheet_draw_text(p->sheet, &style, key->name,
                           left + IK_POSTER_KEY_WIDTH * p->zoom + p->size * 0.7,
                           top + (table.key * p->zoom - text_height) / 2);
    }
    return true;
}

/* ---- foot ---- */

/* Measuring says the height of a bar that stands there as well. */
static double put_scale(const page *p, double y)
{
    const double right = p->margin + p->inner;
    const ik_scale_bar bar = {p->poster->metres_per_pixel, p->poster->width * SCALE_PART, p->size,
                              p->poster->language};
    const ik_sheet_text note = {.size = p->size * 0.8,
                                .width = p->inner * (1 - LEGEND_PART),
                                .align = 1,
                                .ink = IK_INK_QUIET};
    double height = p->size * 2.1;
    if (p->cairo != NULL)
        height = MAX(ik_scale_bar_draw(p->sheet, &bar, right, y), height);
    height += p->size * 0.4;
    return height + put_text(p, &note, p->poster->scale_note, right, y + height);
}

static double put_notes(const page *p, double y)
{
    const ik_sheet_text style = {.size = p->size * 0.8, .width = p->inner, .ink = IK_INK_QUIET};
    const double top = y;
    for (const char *const *note = p->poster->words.notes; *note != NULL; note++)
        y += put_text(p, &style, *note, p->margin, y);
    return y - top;
}

/* Everything below the map; `bottom` receives where the page ends. */
static bool put_foot(const page *p, double y, double *bottom, GError **error)
{
    double keys = 0;
    y += p->size * 1.1;
    if (!put_keys(p, y, &keys, error))
        return false;
    y += MAX(put_scale(p, y), keys) + p->size * 0.5;
    *bottom = ceil(y + put_notes(p, y) + p->margin * 0.7);
    return true;
}

/* ---- the whole ---- */

/* What an ear gets to know: everything that is written beside the map. */
static char *describe(const ik_poster *poster)
{
    GString *text = g_string_new(poster->words.subtitle);
    for (guint i = 0; i < poster->n_keys; i++)
        g_string_append_printf(text, "%s%s",
                               i > 0           ? ", "
                               : text->len > 0 ? ". "
                                               : "",
                               poster->keys[i].name);
    if (poster->scale_note != NULL)
        g_string_append_printf(text, "%s%s", text->len > 0 ? ". " : "", poster->scale_note);
    for (const char *const *note = poster->words.notes; *note != NULL; note++)
        g_string_append_printf(text, "%s%s", text->len > 0 ? ". " : "", *note);
    return g_string_free(text, FALSE);
}

static GBytes *draw_page(page *p, ik_sheet_format format, GError **error)
{
    double bottom = 0;
    const double top = put_head(p), foot = top + map_height(p);
    if (!put_foot(p, foot, &bottom, error) ||
        !ik_sheet_open(p->sheet, format, p->poster->width, bottom, error))
        return NULL;
    p->cairo = ik_sheet_cairo(p->sheet);
    put_head(p);
    if (!draw_map(p, top, error) || !put_foot(p, foot, &bottom, error))
        return NULL;
    g_autofree char *description = describe(p->poster);
    return ik_sheet_finish(p->sheet, p->poster->words.title, description, error);
}

GBytes *ik_poster_draw(const ik_poster *poster, ik_sheet_format format, GError **error)
{
    g_autoptr(ik_sheet) sheet = ik_sheet_new(error);
    if (sheet == NULL)
        return NULL;
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    ik_sheet_set_png_scale(sheet, poster->png_scale);
    page p = {.poster = poster,
              .sheet = sheet,
              .engine = engine,
              .margin = margin_of(poster->width),
              .inner = ik_poster_map_width(poster->width),
              .size = 13 * CLAMP(sqrt(poster->width / 1200.0), 0.75, 4)};
    p.zoom = p.size / 13;
    return draw_page(&p, format, error);
}

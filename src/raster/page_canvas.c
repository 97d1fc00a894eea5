/* page_canvas.c — a view of a scene as shapes and text on a page.   [raster] */
#include "page_canvas.h"

#include "canvas_target.h"
#include "label_letters.h"
#include "label_pixmap.h"
#include "pixmap.h"
#include "text_engine_stock.h"

/* Pixels of a picture a CSS pixel: 288 an inch on paper. */
#define PICTURE_RATIO 3.0

/* Smooth edges of two areas side by side leave the ground to shine through: each reaches under the next. */
#define SEAM_PX 0.4

typedef struct {
    const ik_page_canvas *canvas;
    const ik_view *view;
    ik_canvas_target target;
} page;

static void set_paint(cairo_t *cairo, ik_paint paint)
{
    cairo_set_source_rgba(cairo, paint.r, paint.g, paint.b, paint.a);
}

/* ---- clips ---- */

static int32_t outwards(int32_t units, int32_t middle)
{
    const int32_t by = (int32_t)(SEAM_PX * IK_UNITS_PER_PIXEL);
    return units < middle ? units - by : units + by;
}

/* The command seen a little beyond its tile. Readers of PDF and SVG smooth the edges of clips: where two tiles meet, the
 * ground would shine through. What hides everything under it may reach into its neighbour, which goes on there. */
static ik_draw reaching_over(const ik_draw *draw)
{
    ik_draw wide = *draw;
    const ik_tile_box *box = &draw->clip;
    const int32_t x = box->min_x + (box->max_x - box->min_x) / 2;
    const int32_t y = box->min_y + (box->max_y - box->min_y) / 2;
    if (!draw->is_clipped)
        return wide;
    wide.clip = (ik_tile_box){outwards(box->min_x, x), outwards(box->min_y, y),
                              outwards(box->max_x, x), outwards(box->max_y, y)};
    for (guint i = 0; i < draw->n_clip_ring; i++)
        wide.clip_ring[i] =
            (ik_tile_point){outwards(draw->clip_ring[i].x, x), outwards(draw->clip_ring[i].y, y)};
    return wide;
}

/* ---- areas ---- */

static bool has_patterns(const page *p, const ik_draw *draw)
{
    for (guint i = draw->first; i < draw->first + draw->count; i++)
        if (g_array_index(p->view->fills, ik_fill, i).pattern != NULL)
            return true;
    return false;
}

static void close_seam(const page *p, const ik_fill *fill)
{
    cairo_t *cairo = p->target.cairo;
    ik_canvas_ring_path(&p->target, p->view, fill);
    set_paint(cairo, fill->paint);
    cairo_set_line_width(cairo, 2 * SEAM_PX);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(cairo);
}

static bool are_opaque(const page *p, const ik_draw *draw)
{
    for (guint i = draw->first; i < draw->first + draw->count; i++)
        if (g_array_index(p->view->fills, ik_fill, i).paint.a < 1)
            return false;
    return true;
}

/* All seams first: an area lies whole over the rims of its neighbours. */
static void draw_areas(const page *p, const ik_draw *draw)
{
    cairo_t *cairo = p->target.cairo;
    if (has_patterns(p, draw)) {
        ik_canvas_areas(&p->target, p->view, draw);
        return;
    }
    const ik_draw wide = are_opaque(p, draw) ? reaching_over(draw) : *draw;
    ik_target_begin(&p->target, &wide);
    cairo_set_fill_rule(cairo, draw->kind == IK_DRAW_FILLS ? CAIRO_FILL_RULE_EVEN_ODD
                                                           : CAIRO_FILL_RULE_WINDING);
    for (guint i = draw->first; i < draw->first + draw->count; i++) {
        const ik_fill *fill = &g_array_index(p->view->fills, ik_fill, i);
        if (fill->paint.a >= 1)
            close_seam(p, fill);
    }
    for (guint i = draw->first; i < draw->first + draw->count; i++) {
        const ik_fill *fill = &g_array_index(p->view->fills, ik_fill, i);
        ik_canvas_ring_path(&p->target, p->view, fill);
        set_paint(cairo, fill->paint);
        cairo_fill(cairo);
    }
    ik_target_end(&p->target);
}

/* ---- strokes ---- */

static bool draw_strokes(const page *p, const ik_draw *draw, GError **error)
{
    const ik_stroke *stroke = &draw->stroke;
    const bool is_opaque = stroke->paint.a >= 1 && stroke->pattern == NULL &&
                           stroke->gradient == NULL && stroke->blur_px <= 0;
    const ik_draw wide = is_opaque ? reaching_over(draw) : *draw;
    return ik_canvas_stroke(&p->target, p->view, &wide, error);
}

/* ---- circles ---- */

static void fade_circle(cairo_t *cairo, const ik_circle_style *style, double x, double y)
{
    const double reach = style->radius_px + style->ring_px;
    const ik_paint edge = style->ring_px > 0 ? style->ring_paint : style->paint;
    cairo_pattern_t *fading = cairo_pattern_create_radial(x, y, 0, x, y, reach);
    cairo_pattern_add_color_stop_rgba(fading, MAX(1 - style->blur, 0), style->paint.r,
                                      style->paint.g, style->paint.b, style->paint.a);
    cairo_pattern_add_color_stop_rgba(fading, 1, edge.r, edge.g, edge.b, 0);
    cairo_set_source(cairo, fading);
    cairo_pattern_destroy(fading);
    cairo_arc(cairo, x, y, reach, 0, 2 * G_PI);
    cairo_fill(cairo);
}

/* The ring lies around the disc; where both are opaque the disc reaches under it, so that nothing shines through. */
static void draw_circle(cairo_t *cairo, const ik_circle_style *style, double x, double y)
{
    const bool has_ring = style->ring_px > 0 && style->ring_paint.a > 0;
    if (style->blur > 0) {
        fade_circle(cairo, style, x, y);
        return;
    }
    cairo_arc(cairo, x, y,
              style->radius_px + (has_ring && style->ring_paint.a >= 1 ? style->ring_px / 2 : 0), 0,
              2 * G_PI);
    set_paint(cairo, style->paint);
    cairo_fill(cairo);
    if (!has_ring)
        return;
    cairo_arc(cairo, x, y, style->radius_px + style->ring_px / 2, 0, 2 * G_PI);
    set_paint(cairo, style->ring_paint);
    cairo_set_line_width(cairo, style->ring_px);
    cairo_stroke(cairo);
}

static void draw_circles(const page *p, const ik_draw *draw)
{
    guint n;
    const ik_circle *circles = ik_scene_circles(p->canvas->scene, &n);
    const ik_circle_style *styles = ik_scene_circle_styles(p->canvas->scene, &n);
    ik_target_begin(&p->target, draw);
    for (guint i = draw->first; i < draw->first + draw->count; i++) {
        const ik_circle *circle = &circles[g_array_index(p->view->circles, guint32, i)];
        draw_circle(p->target.cairo, &styles[circle->style],
                    ik_target_x(&p->target, circle->centre),
                    ik_target_y(&p->target, circle->centre));
    }
    ik_target_end(&p->target);
}

/* ---- labels ---- */

/* Icons, texts with images in them and faded halos. */
static bool is_picture(const ik_label *label)
{
    if (label->icon != NULL || (label->halo_px > 0 && label->halo_blur_px > 0))
        return true;
    for (guint i = 0; i < label->text.n_sections; i++)
        if (label->text.sections[i].image != NULL)
            return true;
    return false;
}

static void lay_pixmap(cairo_t *cairo, const ik_pixmap *pixmap)
{
    const ik_bitmap bitmap = {(guint)pixmap->width, (guint)pixmap->height, PICTURE_RATIO,
                              pixmap->pixels};
    if (pixmap->pixels == NULL)
        return;
    cairo_surface_t *surface = ik_bitmap_surface(&bitmap);
    cairo_scale(cairo, 1 / PICTURE_RATIO, 1 / PICTURE_RATIO);
    cairo_set_source_surface(cairo, surface, -pixmap->origin_x, -pixmap->origin_y);
    cairo_paint(cairo);
    /* PDF and SVG look at the pixels when the page ends: this has them read now. */
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
}

static bool draw_picture(const page *p, const ik_label *label, GError **error)
{
    ik_pixmap pixmap = {0};
    const bool is_drawn =
        ik_label_pixmap_draw(p->canvas->engine, label, PICTURE_RATIO, &pixmap, error);
    if (is_drawn)
        lay_pixmap(p->target.cairo, &pixmap);
    ik_pixmap_clear(&pixmap);
    return is_drawn;
}

static bool draw_text(const page *p, const ik_label *label, GError **error)
{
    cairo_t *cairo = p->target.cairo;
    ik_text_engine *engine = p->canvas->engine;
    g_autoptr(ik_text_layout) layout = ik_layout_stock_get(engine->layouts, &label->text, error);
    if (layout == NULL)
        return false;
    if (label->halo_px > 0 && label->halo_paint.a > 0) {
        ik_label_add_letters(cairo, label, layout, IK_ALL_SECTIONS);
        set_paint(cairo, label->halo_paint);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_width(cairo, 2 * label->halo_px);
        cairo_stroke(cairo);
    }
    for (guint i = 0; i < label->text.n_sections; i++) {
        set_paint(cairo, label->section_paints != NULL ? label->section_paints[i] : label->paint);
        ik_label_show_letters(cairo, label, layout, i);
    }
    return true;
}

static bool is_whole(const page *p, const ik_label *label)
{
    const ik_tile_box *box = &p->canvas->box, *reach = &label->reach;
    return reach->min_x >= box->min_x && reach->max_x <= box->max_x && reach->min_y >= box->min_y &&
           reach->max_y <= box->max_y;
}

static bool draw_label(const page *p, const ik_label *label, GError **error)
{
    cairo_t *cairo = p->target.cairo;
    if (!is_whole(p, label))
        return true;
    cairo_save(cairo);
    cairo_translate(cairo, ik_target_x(&p->target, label->origin),
                    ik_target_y(&p->target, label->origin));
    const bool is_drawn =
        is_picture(label) ? draw_picture(p, label, error) : draw_text(p, label, error);
    cairo_restore(cairo);
    /* Showing text leaves a point behind that the next shape would begin at. */
    cairo_new_path(cairo);
    return is_drawn;
}

static bool draw_labels(const page *p, const ik_draw *draw, GError **error)
{
    guint n;
    const ik_label *labels = ik_scene_labels(p->canvas->scene, &n);
    for (guint i = draw->first; i < draw->first + draw->count; i++)
        if (!draw_label(p, &labels[g_array_index(p->view->labels, guint32, i)], error))
            return false;
    return true;
}

/* ---- the whole ---- */

static bool draw_command(const page *p, const ik_draw *draw, GError **error)
{
    cairo_t *cairo = p->target.cairo;
    switch (draw->kind) {
    case IK_DRAW_COVER: ik_canvas_cover(&p->target, draw); break;
    case IK_DRAW_FILLS:
    case IK_DRAW_AREAS: draw_areas(p, draw); break;
    case IK_DRAW_STROKE: return draw_strokes(p, draw, error);
    case IK_DRAW_CIRCLES: draw_circles(p, draw); break;
    case IK_DRAW_HEAT: return ik_canvas_heat(&p->target, p->view, draw, error);
    case IK_DRAW_PICTURE: return ik_canvas_picture(&p->target, draw, error);
    case IK_DRAW_LABELS: return draw_labels(p, draw, error);
    case IK_DRAW_GROUP_BEGIN: cairo_push_group(cairo); break;
    case IK_DRAW_GROUP_END:
        cairo_pop_group_to_source(cairo);
        cairo_paint_with_alpha(cairo, draw->paint.a);
        break;
    }
    return true;
}

static bool draw_commands(const page *p, GError **error)
{
    for (guint i = 0; i < p->view->draws->len; i++)
        if (!draw_command(p, &g_array_index(p->view->draws, ik_draw, i), error))
            return false;
    return ik_cairo_check(p->target.cairo, error);
}

bool ik_page_canvas_draw(const ik_page_canvas *canvas, GError **error)
{
    const int width = (canvas->box.max_x - canvas->box.min_x) / IK_UNITS_PER_PIXEL;
    const int height = (canvas->box.max_y - canvas->box.min_y) / IK_UNITS_PER_PIXEL;
    ik_view view;
    const page p = {canvas,
                    &view,
                    {.scene = canvas->scene,
                     .cairo = canvas->cairo,
                     .width = width,
                     .height = height,
                     .corner = {canvas->box.min_x, canvas->box.min_y},
                     .pixel_ratio = 1}};
    ik_view_init(&view);
    ik_scene_look(canvas->scene, &canvas->box, &view);
    cairo_save(canvas->cairo);
    cairo_rectangle(canvas->cairo, 0, 0, width, height);
    cairo_clip(canvas->cairo);
    const bool is_drawn = draw_commands(&p, error);
    cairo_restore(canvas->cairo);
    ik_view_clear(&view);
    return is_drawn;
}

/* label_pixmap.c — a label drawn once.   [raster]
 *
 * Most labels are put together from a stock of letters (label_ink). Letters that are turned, have several paints or a
 * faded halo are filled here as outlines, in place.
 */
#include "label_pixmap.h"

#include "image_painter.h"
#include "label_ink.h"
#include "label_letters.h"
#include "text_engine_stock.h"
#include "text_ink.h"
#include "text_layout.h"

#include <math.h>

#define BLUR_STEPS 8

/* How far, in pixels, a halo may leave its true outline: no eye sees it. */
#define HALO_TOLERANCE 0.25

/* A surface for a label, with the label's origin at a whole pixel. */
typedef struct {
    const ik_label *label;
    cairo_surface_t *surface;
    cairo_t *cairo; /* CSS pixels from the label's origin */
    int left, top;  /* pixels of the surface west and north of the origin */
    double pixel_ratio;
} easel;

/* ---- letters ---- */

static void set_paint(cairo_t *cairo, ik_paint paint)
{
    cairo_set_source_rgba(cairo, paint.r, paint.g, paint.b, paint.a);
}

/* A blurred edge: strokes one over the other from the widest and faintest on, each in place of what
 * lies under it.
 */
static void draw_blurred_halo(const easel *e)
{
    const ik_label *label = e->label;
    cairo_push_group(e->cairo);
    cairo_set_operator(e->cairo, CAIRO_OPERATOR_SOURCE);
    for (int i = 1; i <= BLUR_STEPS; i++) {
        double t = (i - 0.5) / BLUR_STEPS,
               reach = label->halo_px + label->halo_blur_px * (1 - 2 * t);
        if (reach <= 0)
            break;
        cairo_set_source_rgba(e->cairo, label->halo_paint.r, label->halo_paint.g,
                              label->halo_paint.b, t * t * (3 - 2 * t) * label->halo_paint.a);
        cairo_set_line_width(e->cairo, 2 * reach);
        cairo_stroke_preserve(e->cairo);
    }
    cairo_pop_group_to_source(e->cairo);
    cairo_paint(e->cairo);
}

static void draw_halo(const easel *e)
{
    const ik_label *label = e->label;
    cairo_set_line_join(e->cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_tolerance(e->cairo, HALO_TOLERANCE);
    if (label->halo_blur_px > 0) {
        draw_blurred_halo(e);
        return;
    }
    set_paint(e->cairo, label->halo_paint);
    cairo_set_line_width(e->cairo, 2 * label->halo_px);
    cairo_stroke_preserve(e->cairo);
}

/* One paint and a sharp halo, as nearly all labels have. */
static void draw_plain_letters(const easel *e)
{
    const ik_label *label = e->label;
    const ik_pixel_area area = {(uint32_t *)(gpointer)cairo_image_surface_get_data(e->surface),
                                cairo_image_surface_get_width(e->surface),
                                cairo_image_surface_get_height(e->surface),
                                cairo_image_surface_get_stride(e->surface) / (int)sizeof(uint32_t)};
    const ik_ink ink = {label->paint, label->halo_paint, label->halo_px * e->pixel_ratio};
    cairo_surface_flush(e->surface);
    /* A failure stays in Cairo's context, which is asked at the end. */
    ik_text_ink_draw(e->cairo, &area, &ink, NULL);
    cairo_surface_mark_dirty(e->surface);
}

static void draw_letters(const easel *e, const ik_text_layout *layout)
{
    const ik_label *label = e->label;
    ik_label_add_letters(e->cairo, label, layout, IK_ALL_SECTIONS);
    if (label->section_paints == NULL && label->halo_blur_px <= 0) {
        draw_plain_letters(e);
        return;
    }
    if (label->halo_px > 0 && label->halo_paint.a > 0)
        draw_halo(e);
    if (label->section_paints == NULL) {
        set_paint(e->cairo, label->paint);
        cairo_fill(e->cairo);
        return;
    }
    for (guint i = 0; i < label->text.n_sections; i++) {
        cairo_new_path(e->cairo);
        ik_label_add_letters(e->cairo, label, layout, i);
        set_paint(e->cairo, label->section_paints[i]);
        cairo_fill(e->cairo);
    }
}

/* ---- images ---- */

static ik_paint_ground ground_of(const easel *e)
{
    return (ik_paint_ground){
        .pixels = (uint32_t *)(gpointer)cairo_image_surface_get_data(e->surface),
        .width = cairo_image_surface_get_width(e->surface),
        .height = cairo_image_surface_get_height(e->surface),
        .stride = (gsize)cairo_image_surface_get_stride(e->surface) / sizeof(uint32_t),
        .origin_x = e->left,
        .origin_y = e->top,
        .pixel_ratio = e->pixel_ratio};
}

static ik_image_look look_of(const ik_label *label, const ik_sprite_image *image, double scale)
{
    return (ik_image_look){.image = image,
                           .scale = scale,
                           .paint = label->paint,
                           .halo_paint = label->halo_paint,
                           .halo_px = label->halo_px,
                           .halo_blur_px = label->halo_blur_px};
}

static void draw_image_in_text(const easel *e, const ik_layout_cluster *cluster, guint number)
{
    const ik_label *label = e->label;
    const ik_text_part *section = &label->text.sections[cluster->section];
    const ik_paint_ground ground = ground_of(e);
    ik_image_look look = look_of(label, section->image, section->scale);
    double height = ik_image_height_px(section->image) * section->scale;
    if (label->places != NULL) {
        const ik_cluster_place *place = &label->places[number];
        look.pivot_x = place->x_px;
        look.pivot_y = place->y_px;
        look.angle = place->angle;
        look.box.left = -cluster->width / 2;
        look.box.top = cluster->baseline;
    } else {
        look.angle = label->angle;
        look.box.left = label->offset_px[0] + cluster->left;
        look.box.top = label->offset_px[1] + cluster->baseline;
    }
    look.box.right = look.box.left + cluster->width;
    look.box.bottom = look.box.top + height;
    ik_image_paint(&ground, &look);
}

static void draw_images_in_text(const easel *e, const ik_text_layout *layout)
{
    for (guint i = 0; i < layout->clusters->len; i++) {
        const ik_layout_cluster *cluster = &g_array_index(layout->clusters, ik_layout_cluster, i);
        if (e->label->text.sections[cluster->section].image == NULL ||
            !ik_label_has_place(e->label, i))
            continue;
        cairo_surface_flush(e->surface);
        draw_image_in_text(e, cluster, i);
        cairo_surface_mark_dirty(e->surface);
    }
}

static void draw_icon(const easel *e)
{
    const ik_label *label = e->label;
    const ik_paint_ground ground = ground_of(e);
    ik_image_look look = look_of(label, label->icon, label->icon_scale);
    look.box = label->icon_box;
    look.angle = label->angle;
    ik_image_paint(&ground, &look);
    cairo_surface_mark_dirty(e->surface);
}

/* ---- the whole ---- */

static ik_label_frame frame_of(const ik_label *label, double pixel_ratio)
{
    double unit = pixel_ratio / IK_UNITS_PER_PIXEL;
    ik_label_frame frame = {
        .left = (int)ceil((label->origin.x - label->reach.min_x) * unit),
        .top = (int)ceil((label->origin.y - label->reach.min_y) * unit),
        .pixel_ratio = pixel_ratio,
    };
    frame.width = frame.left + (int)ceil((label->reach.max_x - label->origin.x) * unit);
    frame.height = frame.top + (int)ceil((label->reach.max_y - label->origin.y) * unit);
    return frame;
}

static bool open_easel(easel *e, const ik_label_frame *frame, GError **error)
{
    e->left = frame->left;
    e->top = frame->top;
    e->surface = ik_surface_new(MAX(frame->width, 1), MAX(frame->height, 1), error);
    if (e->surface == NULL)
        return false;
    e->cairo = cairo_create(e->surface);
    cairo_translate(e->cairo, e->left, e->top);
    cairo_scale(e->cairo, e->pixel_ratio, e->pixel_ratio);
    return true;
}

/* An icon where `layout` is NULL. */
static bool draw_with_cairo(const ik_label *label, const ik_text_layout *layout,
                            const ik_label_frame *frame, ik_pixmap *pixmap, GError **error)
{
    easel e = {.label = label, .pixel_ratio = frame->pixel_ratio};
    if (!open_easel(&e, frame, error))
        return false;
    if (layout == NULL) {
        draw_icon(&e);
    } else {
        draw_letters(&e, layout);
        draw_images_in_text(&e, layout);
    }
    bool is_drawn = ik_cairo_check(e.cairo, error);
    if (is_drawn)
        ik_pixmap_from_surface(pixmap, e.surface, e.left, e.top);
    cairo_destroy(e.cairo);
    cairo_surface_destroy(e.surface);
    return is_drawn;
}

bool ik_label_pixmap_draw(ik_text_engine *engine, const ik_label *label, double pixel_ratio,
                          ik_pixmap *pixmap, GError **error)
{
    const ik_label_frame frame = frame_of(label, pixel_ratio);
    if (label->icon != NULL)
        return draw_with_cairo(label, NULL, &frame, pixmap, error);
    g_autoptr(ik_text_layout) layout = ik_layout_stock_get(engine->layouts, &label->text, error);
    if (layout == NULL)
        return false;
    return ik_label_is_plain(label)
               ? ik_label_ink_draw(engine->glyphs, label, layout, &frame, pixmap, error)
               : draw_with_cairo(label, layout, &frame, pixmap, error);
}

/* canvas_areas.c — polygons one over the other, and patterns.   [raster] */
#include "canvas_target.h"

void ik_canvas_ring_path(const ik_canvas_target *target, const ik_view *view, const ik_fill *fill)
{
    const ik_tile_point *points = (const ik_tile_point *)(gpointer)view->fill_points->data;
    for (guint r = fill->first_ring; r < fill->first_ring + fill->n_rings; r++) {
        guint first = r > 0 ? g_array_index(view->ends, guint, r - 1) : 0;
        guint end = g_array_index(view->ends, guint, r);
        cairo_new_sub_path(target->cairo);
        for (guint i = first; i < end; i++)
            cairo_line_to(target->cairo, ik_target_x(target, points[i]),
                          ik_target_y(target, points[i]));
        cairo_close_path(target->cairo);
    }
}

static void fill_pattern(const ik_canvas_target *target, const ik_fill *fill)
{
    cairo_save(target->cairo);
    cairo_clip(target->cairo);
    ik_target_set_pattern(target, fill->pattern);
    cairo_paint_with_alpha(target->cairo, fill->paint.a);
    cairo_restore(target->cairo);
}

void ik_canvas_areas(const ik_canvas_target *target, const ik_view *view, const ik_draw *draw)
{
    ik_target_begin(target, draw);
    cairo_set_antialias(target->cairo,
                        draw->is_rough ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_DEFAULT);
    cairo_set_fill_rule(target->cairo, draw->kind == IK_DRAW_FILLS ? CAIRO_FILL_RULE_EVEN_ODD
                                                                   : CAIRO_FILL_RULE_WINDING);
    for (guint i = draw->first; i < draw->first + draw->count; i++) {
        const ik_fill *fill = &g_array_index(view->fills, ik_fill, i);
        ik_canvas_ring_path(target, view, fill);
        if (fill->pattern != NULL) {
            fill_pattern(target, fill);
            continue;
        }
        cairo_set_source_rgba(target->cairo, fill->paint.r, fill->paint.g, fill->paint.b,
                              fill->paint.a);
        cairo_fill(target->cairo);
    }
    ik_target_end(target);
}

void ik_canvas_cover(const ik_canvas_target *target, const ik_draw *draw)
{
    ik_target_begin(target, draw);
    if (draw->pattern != NULL)
        ik_target_set_pattern(target, draw->pattern);
    else
        cairo_set_source_rgb(target->cairo, draw->paint.r, draw->paint.g, draw->paint.b);
    cairo_paint_with_alpha(target->cairo, draw->paint.a);
    ik_target_end(target);
}

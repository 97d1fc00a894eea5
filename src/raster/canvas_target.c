/* canvas_target.c — where the commands that Cairo draws get to.   [raster] */
#include "canvas_target.h"

#include <math.h>

double ik_target_x(const ik_canvas_target *target, ik_tile_point point)
{
    return ((double)point.x - target->corner.x) * target->pixel_ratio / IK_UNITS_PER_PIXEL;
}

double ik_target_y(const ik_canvas_target *target, ik_tile_point point)
{
    return ((double)point.y - target->corner.y) * target->pixel_ratio / IK_UNITS_PER_PIXEL;
}

/* A pixel on the edge belongs to one of two neighbours: mixed twice, the ground would shine through. */
static void clip_to_ring(const ik_canvas_target *target, const ik_draw *draw)
{
    const cairo_antialias_t before = cairo_get_antialias(target->cairo);
    for (guint i = 0; i < draw->n_clip_ring; i++)
        cairo_line_to(target->cairo, ik_target_x(target, draw->clip_ring[i]),
                      ik_target_y(target, draw->clip_ring[i]));
    cairo_set_antialias(target->cairo, CAIRO_ANTIALIAS_NONE);
    cairo_clip(target->cairo);
    cairo_set_antialias(target->cairo, before);
}

void ik_target_begin(const ik_canvas_target *target, const ik_draw *draw)
{
    cairo_save(target->cairo);
    if (draw->is_clipped && draw->n_clip_ring > 0)
        clip_to_ring(target, draw);
    if (!draw->is_clipped || draw->n_clip_ring > 0)
        return;
    const ik_tile_box *clip = &draw->clip;
    double left = ik_target_x(target, (ik_tile_point){clip->min_x, 0});
    double top = ik_target_y(target, (ik_tile_point){0, clip->min_y});
    double right = ik_target_x(target, (ik_tile_point){clip->max_x, 0});
    double bottom = ik_target_y(target, (ik_tile_point){0, clip->max_y});
    /* Cairo keeps places in 24 bits. */
    left = MAX(left, -1);
    top = MAX(top, -1);
    right = MIN(right, target->width + 1);
    bottom = MIN(bottom, target->height + 1);
    cairo_rectangle(target->cairo, left, top, MAX(right - left, 0), MAX(bottom - top, 0));
    cairo_clip(target->cairo);
}

void ik_target_end(const ik_canvas_target *target)
{
    cairo_restore(target->cairo);
    cairo_new_path(target->cairo);
}

cairo_surface_t *ik_bitmap_surface(const ik_bitmap *bitmap)
{
    return cairo_image_surface_create_for_data(
        (unsigned char *)(guintptr)bitmap->pixels, CAIRO_FORMAT_ARGB32, (int)bitmap->width,
        (int)bitmap->height, (int)(bitmap->width * sizeof(uint32_t)));
}

/* The place of the repetition at or before the canvas's corner: small numbers keep pixman exact. */
static double first_corner(double anchor, int32_t corner, double size)
{
    double offset = fmod(anchor - corner, size);
    return offset > 0 ? offset - size : offset;
}

void ik_target_set_pattern(const ik_canvas_target *target, const ik_pattern *pattern)
{
    const double scale = target->pixel_ratio / IK_UNITS_PER_PIXEL;
    double width = pattern->width_px * IK_UNITS_PER_PIXEL;
    double height = pattern->height_px * IK_UNITS_PER_PIXEL;
    double x = first_corner(pattern->anchor_x, target->corner.x, width) * scale;
    double y = first_corner(pattern->anchor_y, target->corner.y, height) * scale;
    double scale_x = pattern->width_px * target->pixel_ratio / pattern->bitmap.width;
    double scale_y = pattern->height_px * target->pixel_ratio / pattern->bitmap.height;
    cairo_surface_t *surface = ik_bitmap_surface(&pattern->bitmap);
    cairo_pattern_t *source = cairo_pattern_create_for_surface(surface);
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, 1 / scale_x, 0, 0, 1 / scale_y, -x / scale_x, -y / scale_y);
    cairo_pattern_set_matrix(source, &matrix);
    cairo_pattern_set_extend(source, CAIRO_EXTEND_REPEAT);
    bool is_exact = scale_x == 1 && scale_y == 1 && x == floor(x) && y == floor(y);
    cairo_pattern_set_filter(source, is_exact ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
    cairo_set_source(target->cairo, source);
    cairo_pattern_destroy(source);
    cairo_surface_destroy(surface);
}

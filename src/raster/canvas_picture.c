/* canvas_picture.c — pictures in the map: tiles of raster sources.   [raster]
 *
 * Source of the changes of colour: MapLibre's shader raster and its painter's draw_raster.
 */
#include "canvas_target.h"
#include "pixmap.h"

#include <math.h>

/* The changes as the shader has them. */
typedef struct {
    double spin[3]; /* weights of a pixel's channels in its red, turned for the others */
    double saturation, contrast;
    double low, high;
} color_maths;

static color_maths prepare(const ik_color_change *change)
{
    double angle = change->hue_rotate * G_PI / 180, c = cos(angle), s = sin(angle);
    color_maths m = {{(2 * c + 1) / 3, (-sqrt(3) * s - c + 1) / 3, (sqrt(3) * s - c + 1) / 3},
                     0,
                     0,
                     change->brightness_min,
                     change->brightness_max};
    m.saturation =
        change->saturation > 0 ? 1 - 1 / (1.001 - change->saturation) : -change->saturation;
    m.contrast =
        change->contrast > 0 ? 1 / (1 - MIN(change->contrast, 0.999)) : 1 + change->contrast;
    return m;
}

static bool changes_nothing(const ik_color_change *change)
{
    return change->hue_rotate == 0 && change->saturation == 0 && change->contrast == 0 &&
           change->brightness_min == 0 && change->brightness_max == 1;
}

static uint32_t change_pixel(const color_maths *m, uint32_t pixel)
{
    double a = (pixel >> 24) / 255.0;
    if (a == 0)
        return pixel;
    double c[3] = {(pixel >> 16 & 0xff) / 255.0 / a, (pixel >> 8 & 0xff) / 255.0 / a,
                   (pixel & 0xff) / 255.0 / a};
    double spun[3];
    for (int i = 0; i < 3; i++)
        spun[i] =
            c[0] * m->spin[(3 - i) % 3] + c[1] * m->spin[(4 - i) % 3] + c[2] * m->spin[(5 - i) % 3];
    double mean = (spun[0] + spun[1] + spun[2]) / 3;
    uint32_t changed = pixel & 0xff000000u;
    for (int i = 0; i < 3; i++) {
        double v = spun[i] + (mean - spun[i]) * m->saturation;
        v = (v - 0.5) * m->contrast + 0.5;
        v = m->low + (m->high - m->low) * v;
        changed |= (uint32_t)lround(CLAMP(v, 0, 1) * a * 255) << (16 - 8 * i);
    }
    return changed;
}

/* NULL with INTERNAL. */
static cairo_surface_t *changed_surface(const ik_picture *picture, GError **error)
{
    const ik_bitmap *bitmap = &picture->bitmap;
    if (changes_nothing(&picture->change))
        return ik_bitmap_surface(bitmap);
    const color_maths m = prepare(&picture->change);
    cairo_surface_t *surface = ik_surface_new((int)bitmap->width, (int)bitmap->height, error);
    if (surface == NULL)
        return NULL;
    unsigned char *data = cairo_image_surface_get_data(surface);
    gsize stride = (gsize)cairo_image_surface_get_stride(surface);
    for (guint y = 0; y < bitmap->height; y++) {
        uint32_t *row = (uint32_t *)(gpointer)(data + y * stride);
        for (guint x = 0; x < bitmap->width; x++)
            row[x] = change_pixel(&m, bitmap->pixels[(gsize)y * bitmap->width + x]);
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

bool ik_canvas_picture(const ik_canvas_target *target, const ik_draw *draw, GError **error)
{
    guint n = 0;
    const ik_picture *picture = &ik_scene_pictures(target->scene, &n)[draw->first];
    const ik_tile_box *box = &picture->box;
    ik_draw clipped = *draw;
    double x = ik_target_x(target, (ik_tile_point){box->min_x, 0});
    double y = ik_target_y(target, (ik_tile_point){0, box->min_y});
    double scale = target->pixel_ratio / IK_UNITS_PER_PIXEL;
    double scale_x = ((double)box->max_x - box->min_x) * scale / picture->bitmap.width;
    double scale_y = ((double)box->max_y - box->min_y) * scale / picture->bitmap.height;
    cairo_surface_t *surface = changed_surface(picture, error);
    if (surface == NULL)
        return false;
    cairo_pattern_t *source = cairo_pattern_create_for_surface(surface);
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, 1 / scale_x, 0, 0, 1 / scale_y, -x / scale_x, -y / scale_y);
    cairo_pattern_set_matrix(source, &matrix);
    cairo_pattern_set_extend(source, CAIRO_EXTEND_PAD);
    cairo_pattern_set_filter(source,
                             picture->is_nearest ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
    clipped.is_clipped = true;
    clipped.clip = *box;
    ik_target_begin(target, &clipped);
    cairo_set_source(target->cairo, source);
    cairo_paint_with_alpha(target->cairo, picture->opacity);
    ik_target_end(target);
    cairo_pattern_destroy(source);
    cairo_surface_destroy(surface);
    return true;
}

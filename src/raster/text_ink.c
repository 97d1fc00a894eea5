/* text_ink.c — letters and their halo from outlines.   [raster] */
#include "text_ink.h"

#include "pixmap.h"

#include <math.h>

/* A path on its way into two covers. */
typedef struct {
    const ik_ink_pen *pen;
    ik_stroke_shape shape;
    double left, top; /* of the covers */
    bool is_left;     /* the outer side of a contour, seen along it */
} inking;

static void end_contour(const inking *at)
{
    GArray *contour = at->pen->contour;
    guint n = contour->len;
    const ik_subpixel *points = (const ik_subpixel *)(gconstpointer)contour->data;
    if (n > 1) {
        for (guint i = 0; i < n; i++)
            ik_pixel_cover_line(at->pen->letters, 0, points[i], points[(i + 1) % n]);
        const ik_stroke_line line = {points, n, true, NULL};
        if (at->shape.width > 0)
            ik_stroker_grow(at->pen->stroker, at->pen->halo, 0, &at->shape, &line, at->is_left);
    }
    g_array_set_size(contour, 0);
}

static void add_point(const inking *at, const cairo_path_data_t *point)
{
    const ik_subpixel p = {(int32_t)floor((point->point.x - at->left) * IK_COVER_ONE + 0.5),
                           (int32_t)floor((point->point.y - at->top) * IK_COVER_ONE + 0.5)};
    g_array_append_val(at->pen->contour, p);
}

static void follow(const inking *at, const cairo_path_t *path)
{
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        if (data->header.type == CAIRO_PATH_MOVE_TO)
            end_contour(at);
        if (data->header.type == CAIRO_PATH_MOVE_TO || data->header.type == CAIRO_PATH_LINE_TO)
            add_point(at, &data[1]);
    }
    end_contour(at);
}

/* Fonts agree on one direction for all outer contours, but not with each other: holes take less away than they are
 * in. Twice the area that is to the left of the contours where y grows north.
 */
static double signed_area(const cairo_path_t *path)
{
    double sum = 0, x = 0, y = 0, first_x = 0, first_y = 0;
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        bool is_move = data->header.type == CAIRO_PATH_MOVE_TO;
        bool is_point = is_move || data->header.type == CAIRO_PATH_LINE_TO;
        double next_x = is_point && !is_move ? data[1].point.x : first_x;
        double next_y = is_point && !is_move ? data[1].point.y : first_y;
        sum += x * next_y - next_x * y;
        x = next_x;
        y = next_y;
        if (is_move) {
            x = first_x = data[1].point.x;
            y = first_y = data[1].point.y;
        }
    }
    return sum;
}

void ik_ink_pen_init(ik_ink_pen *pen, int width, int height)
{
    pen->letters = ik_pixel_cover_new(width, height);
    pen->halo = ik_pixel_cover_new(width, height);
    pen->stroker = ik_stroker_new();
    pen->contour = g_array_new(FALSE, FALSE, sizeof(ik_subpixel));
}

void ik_ink_pen_clear(ik_ink_pen *pen)
{
    ik_pixel_cover_free(pen->letters);
    ik_pixel_cover_free(pen->halo);
    ik_stroker_free(pen->stroker);
    g_array_unref(pen->contour);
}

void ik_ink_pen_follow(ik_ink_pen *pen, const cairo_path_t *path, int left, int top, double halo)
{
    const inking at = {
        pen, {.width = 2 * halo, .join = IK_STROKE_JOIN_ROUND}, left, top, signed_area(path) < 0};
    follow(&at, path);
}

cairo_path_t *ik_ink_take_path(cairo_t *cairo)
{
    cairo_matrix_t matrix;
    cairo_get_matrix(cairo, &matrix);
    cairo_identity_matrix(cairo);
    cairo_set_tolerance(cairo, IK_INK_TOLERANCE);
    cairo_path_t *path = cairo_copy_path_flat(cairo);
    cairo_set_matrix(cairo, &matrix);
    cairo_new_path(cairo);
    return path;
}

static void draw(const cairo_path_t *path, const ik_pixel_area *to, const ik_ink *ink)
{
    uint32_t letters = ik_paint_pixel(ink->paint), halo = ik_paint_pixel(ink->halo_paint);
    ik_ink_pen pen;
    ik_ink_pen_init(&pen, to->width, to->height);
    ik_ink_pen_follow(&pen, path, 0, 0, halo != 0 ? ink->halo : 0);
    ik_paint_cover(to, pen.halo, &halo);
    ik_paint_cover(to, pen.letters, &letters);
    ik_ink_pen_clear(&pen);
}

bool ik_text_ink_draw(cairo_t *cairo, const ik_pixel_area *to, const ik_ink *ink, GError **error)
{
    cairo_path_t *path = ik_ink_take_path(cairo);
    if (path->status == CAIRO_STATUS_SUCCESS)
        draw(path, to, ink);
    cairo_path_destroy(path);
    return ik_cairo_check(cairo, error);
}

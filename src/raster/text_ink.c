/* text_ink.c — letters and their halo from outlines.   [raster] */
#include "text_ink.h"

#include "pixmap.h"
#include "stroker.h"

#include <math.h>

/* How far, in pixels, an outline may leave its curve: no eye sees it. */
#define TOLERANCE 0.1

/* A path on its way into two covers. */
typedef struct {
    ik_pixel_cover *letters, *halo; /* halo NULL: none */
    ik_stroker *stroker;
    ik_stroke_shape shape;
    GArray *contour; /* ik_subpixel */
    bool is_left;    /* the outer side of a contour, seen along it */
} inking;

static void end_contour(const inking *at)
{
    guint n = at->contour->len;
    const ik_subpixel *points = (const ik_subpixel *)(gconstpointer)at->contour->data;
    if (n > 1) {
        for (guint i = 0; i < n; i++)
            ik_pixel_cover_line(at->letters, 0, points[i], points[(i + 1) % n]);
        const ik_stroke_line line = {points, n, true, NULL};
        if (at->halo != NULL)
            ik_stroker_grow(at->stroker, at->halo, 0, &at->shape, &line, at->is_left);
    }
    g_array_set_size(at->contour, 0);
}

static void add_point(const inking *at, cairo_t *cairo, const cairo_path_data_t *point)
{
    double x = point->point.x, y = point->point.y;
    cairo_user_to_device(cairo, &x, &y);
    const ik_subpixel p = {(int32_t)floor(x * IK_COVER_ONE + 0.5),
                           (int32_t)floor(y * IK_COVER_ONE + 0.5)};
    g_array_append_val(at->contour, p);
}

static void follow(const inking *at, cairo_t *cairo, const cairo_path_t *path)
{
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        if (data->header.type == CAIRO_PATH_MOVE_TO)
            end_contour(at);
        if (data->header.type == CAIRO_PATH_MOVE_TO || data->header.type == CAIRO_PATH_LINE_TO)
            add_point(at, cairo, &data[1]);
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

static void draw(cairo_t *cairo, const cairo_path_t *path, const ik_pixel_area *to,
                 const ik_ink *ink)
{
    uint32_t letters = ik_paint_pixel(ink->paint), halo = ik_paint_pixel(ink->halo_paint);
    g_autoptr(ik_pixel_cover) letter_cover = ik_pixel_cover_new(to->width, to->height);
    g_autoptr(ik_pixel_cover) halo_cover = ik_pixel_cover_new(to->width, to->height);
    g_autoptr(ik_stroker) stroker = ik_stroker_new();
    g_autoptr(GArray) contour = g_array_new(FALSE, FALSE, sizeof(ik_subpixel));
    const inking at = {letter_cover, ink->halo > 0 && halo != 0 ? halo_cover : NULL,
                       stroker,      {.width = 2 * ink->halo, .join = IK_STROKE_JOIN_ROUND},
                       contour,      signed_area(path) < 0};
    follow(&at, cairo, path);
    ik_paint_cover(to, halo_cover, &halo);
    ik_paint_cover(to, letter_cover, &letters);
}

bool ik_text_ink_draw(cairo_t *cairo, const ik_pixel_area *to, const ik_ink *ink, GError **error)
{
    cairo_set_tolerance(cairo, TOLERANCE);
    cairo_path_t *path = cairo_copy_path_flat(cairo);
    cairo_new_path(cairo);
    if (path->status == CAIRO_STATUS_SUCCESS)
        draw(cairo, path, to, ink);
    cairo_path_destroy(path);
    return ik_cairo_check(cairo, error);
}

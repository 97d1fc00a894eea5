/* raster_colors.c — which colours a zoom has, without drawing all of it.   [raster]
 *
 * The paints are asked of the scene, so that a marker that is on one tile alone keeps its colour; how they mix is
 * looked at on tiles spread evenly over the map.
 */
#include "raster.h"

#include "canvas_target.h"
#include "raster_stock.h"

/* Tiles to look at, a side. */
#define SAMPLES 8u

typedef struct {
    ik_color_census *census;
    uint32_t ground;
} counting;

static void add_paint(const counting *to, ik_paint paint)
{
    if (paint.a > 0)
        ik_color_census_add_paint(to->census, ik_paint_pixel(paint), to->ground);
}

static void add_fills(const counting *to, const ik_view *view, const ik_draw *draw)
{
    for (guint i = draw->first; i < draw->first + draw->count; i++) {
        const ik_fill *fill = &g_array_index(view->fills, ik_fill, i);
        if (fill->pattern == NULL)
            add_paint(to, fill->paint);
    }
}

/* What grounds make of nothing, one over the other: where there is none, edges are transparent. */
static uint32_t ground_of(const ik_view *view)
{
    uint32_t pixel = 0;
    const ik_pixel_area ground = {&pixel, 1, 1, 1};
    for (guint i = 0; i < view->draws->len; i++) {
        const ik_draw *draw = &g_array_index(view->draws, ik_draw, i);
        if (draw->kind == IK_DRAW_COVER && draw->pattern == NULL && !draw->is_clipped)
            ik_paint_all(&ground, ik_paint_pixel(draw->paint));
    }
    return pixel;
}

static void add_draws(const counting *to, const ik_view *view)
{
    for (guint i = 0; i < view->draws->len; i++) {
        const ik_draw *draw = &g_array_index(view->draws, ik_draw, i);
        if (draw->kind == IK_DRAW_COVER && draw->pattern == NULL) {
            add_paint(to, draw->paint);
        } else if (draw->kind == IK_DRAW_FILLS || draw->kind == IK_DRAW_AREAS) {
            add_fills(to, view, draw);
        } else if (draw->kind == IK_DRAW_STROKE && ik_stroke_is_plain(draw)) {
            add_paint(to, draw->stroke.paint);
        }
    }
}

static void add_circles_and_labels(const counting *to, const ik_scene *scene)
{
    guint n_styles = 0, n_labels = 0;
    const ik_circle_style *styles = ik_scene_circle_styles(scene, &n_styles);
    const ik_label *labels = ik_scene_labels(scene, &n_labels);
    for (guint i = 0; i < n_styles; i++) {
        add_paint(to, styles[i].paint);
        if (styles[i].ring_px > 0)
            add_paint(to, styles[i].ring_paint);
    }
    for (guint i = 0; i < n_labels; i++) {
        if (labels[i].icon != NULL)
            continue;
        add_paint(to, labels[i].paint);
        if (labels[i].halo_px > 0)
            add_paint(to, labels[i].halo_paint);
    }
}

static bool add_cell(const counting *to, ik_canvas *canvas, ik_view *view, const ik_tile_box *box,
                     GError **error)
{
    if (!ik_canvas_draw(canvas, view, (ik_tile_point){box->min_x, box->min_y}, error))
        return false;
    ik_color_census_add(to->census, ik_canvas_area(canvas));
    return true;
}

/* Of `n` cells from `first` on, the one in the middle of the i-th of `parts`. */
static guint32 spread(guint32 first, guint32 n, guint i, guint parts)
{
    return first + (guint32)((guint64)n * (2 * (guint64)i + 1) / (2 * (guint64)parts));
}

bool ik_raster_count_colors(const ik_raster *raster, const ik_raster_task *task,
                            ik_color_census *census, GError **error)
{
    guint cells = MAX(task->cells, 1);
    guint32 left = task->first.x * cells, top = task->first.y * cells;
    guint32 columns = (task->last.x - task->first.x + 1) * cells;
    guint32 rows = (task->last.y - task->first.y + 1) * cells;
    guint across = MIN(columns, SAMPLES), down = MIN(rows, SAMPLES);
    ik_view view;
    ik_view_init(&view);
    ik_tile_box box = ik_cell_box(left, top, columns, rows);
    ik_scene_look(raster->stock.scene, &box, &view);
    const counting to = {census, ground_of(&view)};
    add_draws(&to, &view);
    add_circles_and_labels(&to, raster->stock.scene);
    g_autoptr(ik_canvas) canvas = ik_canvas_new(&raster->stock, raster->cell_px, raster->cell_px);
    bool is_fine = true;
    for (guint i = 0; is_fine && i < across * down; i++) {
        box = ik_cell_box(spread(left, columns, i % across, across),
                          spread(top, rows, i / across, down), 1, 1);
        ik_scene_look(raster->stock.scene, &box, &view);
        is_fine = add_cell(&to, canvas, &view, &box, error);
    }
    ik_view_clear(&view);
    return is_fine;
}

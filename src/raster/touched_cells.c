/* touched_cells.c — which cells of a view hold more than one flat colour.   [raster] */
#include "touched_cells.h"

#include "circle_pixmap.h"

#include <math.h>

/* A unit to a side for what smooth edges round, and a pixel for pixmaps laid at whole pixels. */
#define SLACK (IK_UNITS_PER_PIXEL + 1)

static int cell_of(int32_t at, int32_t corner, int32_t side, int n)
{
    int32_t from = at - corner;
    return from < 0 ? -1 : MIN(from / side, n);
}

static void mark(ik_touched_cells *touched, const ik_tile_box *box)
{
    int first_x = MAX(cell_of(box->min_x, touched->left, touched->side, touched->columns), 0);
    int last_x = MIN(cell_of(box->max_x, touched->left, touched->side, touched->columns),
                     touched->columns - 1);
    int first_y = MAX(cell_of(box->min_y, touched->top, touched->side, touched->rows), 0);
    int last_y =
        MIN(cell_of(box->max_y, touched->top, touched->side, touched->rows), touched->rows - 1);
    for (int y = first_y; y <= last_y; y++)
        for (int x = first_x; x <= last_x; x++) {
            touched->count += !touched->marks[y][x];
            touched->marks[y][x] = true;
        }
}

static void mark_all(ik_touched_cells *touched)
{
    const ik_tile_box box = {touched->left, touched->top,
                             touched->left + touched->columns * touched->side - 1,
                             touched->top + touched->rows * touched->side - 1};
    mark(touched, &box);
}

/* A long slanting line lies in few of the cells that its box covers: halves see more clearly. */
static void mark_line(ik_touched_cells *touched, ik_tile_point a, ik_tile_point b, int32_t reach)
{
    const ik_tile_box box = {MIN(a.x, b.x) - reach, MIN(a.y, b.y) - reach, MAX(a.x, b.x) + reach,
                             MAX(a.y, b.y) + reach};
    int32_t right = touched->left + touched->columns * touched->side;
    int32_t bottom = touched->top + touched->rows * touched->side;
    if (box.max_x < touched->left || box.min_x >= right || box.max_y < touched->top ||
        box.min_y >= bottom)
        return;
    int32_t thick = MIN(box.max_x - box.min_x, box.max_y - box.min_y) - 2 * reach;
    if (thick <= touched->side / 2) {
        mark(touched, &box);
        return;
    }
    ik_tile_point middle = {a.x + (b.x - a.x) / 2, a.y + (b.y - a.y) / 2};
    /* The middle is rounded to the grid. */
    mark_line(touched, a, middle, reach + 1);
    mark_line(touched, middle, b, reach + 1);
}

static void mark_fills(ik_touched_cells *touched, const ik_view *view, const ik_draw *draw)
{
    const ik_tile_point *points = (const ik_tile_point *)(gpointer)view->fill_points->data;
    for (guint i = draw->first; i < draw->first + draw->count; i++) {
        const ik_fill *fill = &g_array_index(view->fills, ik_fill, i);
        for (guint r = fill->first_ring; r < fill->first_ring + fill->n_rings; r++) {
            guint first = r > 0 ? g_array_index(view->ends, guint, r - 1) : 0;
            guint end = g_array_index(view->ends, guint, r);
            for (guint p = first; p < end; p++)
                mark_line(touched, points[p > first ? p - 1 : end - 1], points[p], SLACK);
        }
    }
}

static void mark_stroke(ik_touched_cells *touched, const ik_view *view, const ik_draw *draw)
{
    /* Corners of square caps and mitres reach farthest. */
    double most = draw->stroke.join == IK_STROKE_JOIN_MITER ? draw->stroke.miter_limit : 1;
    double reach = draw->stroke.width_px / 2 * MAX(most, 1.5) * IK_UNITS_PER_PIXEL;
    for (guint i = draw->first; i < draw->first + draw->count; i++) {
        const ik_path *path = &g_array_index(view->paths, ik_path, i);
        const ik_tile_point *points = &g_array_index(view->points, ik_tile_point, path->first);
        for (guint p = 1; p < path->count; p++)
            mark_line(touched, points[p - 1], points[p], (int32_t)ceil(reach) + SLACK);
    }
}

static void mark_pixmap(ik_touched_cells *touched, const ik_canvas_stock *stock,
                        const ik_pixmap *pixmap, ik_tile_point at)
{
    double unit = IK_UNITS_PER_PIXEL / stock->pixel_ratio;
    double left = at.x - pixmap->origin_x * unit, top = at.y - pixmap->origin_y * unit;
    const ik_tile_box box = {(int32_t)floor(left) - SLACK, (int32_t)floor(top) - SLACK,
                             (int32_t)ceil(left + pixmap->width * unit) + SLACK,
                             (int32_t)ceil(top + pixmap->height * unit) + SLACK};
    if (pixmap->pixels != NULL)
        mark(touched, &box);
}

/* The pixmap that a circle is drawn with; of those that no circle needs there are no pixels. */
static const ik_pixmap *pixmap_of(const ik_canvas_stock *stock, const ik_circle *circle)
{
    const double quarters = stock->pixel_ratio * IK_CIRCLE_PHASES / IK_UNITS_PER_PIXEL;
    guint x = (guint)(gint64)floor(circle->centre.x * quarters + 0.5) % IK_CIRCLE_PHASES;
    guint y = (guint)(gint64)floor(circle->centre.y * quarters + 0.5) % IK_CIRCLE_PHASES;
    return &stock->circles[(circle->style * IK_CIRCLE_PHASES + y) * IK_CIRCLE_PHASES + x];
}

static void mark_circles(ik_touched_cells *touched, const ik_canvas_stock *stock,
                         const ik_view *view, const ik_draw *draw)
{
    guint n = 0;
    const ik_circle *circles = ik_scene_circles(stock->scene, &n);
    for (guint i = draw->first; i < draw->first + draw->count; i++) {
        const ik_circle *circle = &circles[g_array_index(view->circles, guint32, i)];
        mark_pixmap(touched, stock, pixmap_of(stock, circle), circle->centre);
    }
}

static void mark_labels(ik_touched_cells *touched, const ik_canvas_stock *stock,
                        const ik_view *view, const ik_draw *draw)
{
    guint n = 0;
    const ik_label *labels = ik_scene_labels(stock->scene, &n);
    for (guint i = draw->first; i < draw->first + draw->count; i++) {
        guint32 number = g_array_index(view->labels, guint32, i);
        mark_pixmap(touched, stock, &stock->labels[number], labels[number].origin);
    }
}

/* Whether what is inside its borders is more than one colour. */
static bool is_uneven(const ik_view *view, const ik_draw *draw)
{
    if (draw->kind != IK_DRAW_COVER && draw->kind != IK_DRAW_FILLS)
        return false;
    for (guint i = 0; draw->kind == IK_DRAW_FILLS && i < draw->count; i++)
        if (g_array_index(view->fills, ik_fill, draw->first + i).pattern != NULL)
            return true;
    return draw->pattern != NULL || draw->is_clipped;
}

void ik_touched_cells_find(ik_touched_cells *touched, const ik_canvas_stock *stock,
                           const ik_view *view)
{
    g_assert(touched->columns <= IK_TOUCHED_MAX_SIDE && touched->rows <= IK_TOUCHED_MAX_SIDE);
    for (guint i = 0; i < view->draws->len; i++) {
        const ik_draw *draw = &g_array_index(view->draws, ik_draw, i);
        if (is_uneven(view, draw)) {
            mark_all(touched);
            continue;
        }
        switch (draw->kind) {
        case IK_DRAW_COVER: break;
        case IK_DRAW_FILLS: mark_fills(touched, view, draw); break;
        case IK_DRAW_STROKE: mark_stroke(touched, view, draw); break;
        case IK_DRAW_CIRCLES: mark_circles(touched, stock, view, draw); break;
        case IK_DRAW_LABELS: mark_labels(touched, stock, view, draw); break;
        default: mark_all(touched); break;
        }
    }
}

/* picture_warp.c — pictures of a source drawn anew where they do not lie straight on the map.   [pipeline] */
#include "picture_warp.h"

#include <math.h>

/* Pieces, CSS pixels a side: those without anything cost no memory. */
#define PIECE_PX    256
/* Pixels a side of the cells that are straight: on a plane they bend by less than a thousandth of a pixel. */
#define CELL        16
/* Of all pieces together, before the ratio is given up. */
#define MOST_PIXELS 1e8

/* A piece under way. */
typedef struct {
    const ik_picture_warp *warp;
    ik_tile_box box; /* whole CSS pixels */
    double unit;     /* tile units a pixel */
    guint width, height;
    uint32_t *pixels;
    bool has_any;
} piece;

/* Places of Web Mercator at the corners of a cell: west and east of its north side, then of its south. */
typedef struct {
    double at[4][2];
    guint left, top; /* pixels in the piece */
} cell;

static bool place_corner(const piece *p, guint x, guint y, double place[2])
{
    return ik_picture_grid_world_at(p->warp->grid, p->box.min_x + x * p->unit,
                                    p->box.min_y + y * p->unit, &place[0], &place[1]);
}

static void place_in(const cell *c, double x, double y, double place[2])
{
    const double u = (x - c->left) / CELL, v = (y - c->top) / CELL;
    for (guint axis = 0; axis < 2; axis++)
        place[axis] = (c->at[0][axis] * (1 - u) + c->at[1][axis] * u) * (1 - v) +
                      (c->at[2][axis] * (1 - u) + c->at[3][axis] * u) * v;
}

/* The mean of the samples; colours are multiplied by alpha already. */
static uint32_t pixel_at(const piece *p, const cell *c, guint x, guint y)
{
    const guint n = p->warp->samples;
    guint sums[4] = {0};
    for (guint i = 0; i < n * n; i++) {
        const guint row = i / n, column = i % n;
        double place[2];
        place_in(c, x + (column + 0.5) / n, y + (row + 0.5) / n, place);
        const uint32_t color = p->warp->sample(p->warp->data, place[0], place[1]);
        for (guint k = 0; k < 4; k++)
            sums[k] += color >> (8 * k) & 0xff;
    }
    uint32_t mean = 0;
    for (guint k = 0; k < 4; k++)
        mean |= (uint32_t)(sums[k] / ((double)n * n) + 0.5) << (8 * k);
    return mean;
}

static void draw_cell(piece *p, guint left, guint top)
{
    cell c = {.left = left, .top = top};
    for (guint i = 0; i < 4; i++)
        if (!place_corner(p, left + i % 2 * CELL, top + i / 2 * CELL, c.at[i]))
            return;
    for (guint y = top; y < MIN(top + CELL, p->height); y++)
        for (guint x = left; x < MIN(left + CELL, p->width); x++) {
            const uint32_t pixel = pixel_at(p, &c, x, y);
            p->pixels[(gsize)y * p->width + x] = pixel;
            p->has_any |= pixel != 0;
        }
}

static void draw_piece(const ik_picture_warp *warp, const ik_tile_box *box, double ratio,
                       ik_source_pictures *pictures)
{
    piece p = {.warp = warp,
               .box = *box,
               .unit = IK_UNITS_PER_PIXEL / ratio,
               .width = (guint)lround((box->max_x - box->min_x) * ratio / IK_UNITS_PER_PIXEL),
               .height = (guint)lround((box->max_y - box->min_y) * ratio / IK_UNITS_PER_PIXEL)};
    p.pixels = g_new0(uint32_t, (gsize)p.width * p.height);
    for (guint top = 0; top < p.height; top += CELL)
        for (guint left = 0; left < p.width; left += CELL)
            draw_cell(&p, left, top);
    const ik_source_picture picture = {{p.width, p.height, ratio, p.pixels}, *box};
    if (p.has_any)
        g_array_append_val(pictures->pictures, picture);
    else
        g_free(p.pixels);
}

static int32_t whole_down(int32_t units)
{
    return (int32_t)floor((double)units / IK_UNITS_PER_PIXEL) * IK_UNITS_PER_PIXEL;
}

static int32_t whole_up(int32_t units)
{
    return (int32_t)ceil((double)units / IK_UNITS_PER_PIXEL) * IK_UNITS_PER_PIXEL;
}

void ik_picture_warp_draw(const ik_picture_warp *warp, const ik_tile_box *box,
                          ik_source_pictures *pictures)
{
    const ik_tile_box *view = &warp->grid->view;
    const ik_tile_box seen = {
        whole_down(MAX(box->min_x, view->min_x)), whole_down(MAX(box->min_y, view->min_y)),
        whole_up(MIN(box->max_x, view->max_x)), whole_up(MIN(box->max_y, view->max_y))};
    const double pixels = ((double)seen.max_x - seen.min_x) * ((double)seen.max_y - seen.min_y) *
                          warp->pixel_ratio * warp->pixel_ratio /
                          (IK_UNITS_PER_PIXEL * IK_UNITS_PER_PIXEL);
    const double ratio = pixels > MOST_PIXELS ? 1 : warp->pixel_ratio;
    const int32_t side = PIECE_PX * IK_UNITS_PER_PIXEL;
    for (int32_t y = seen.min_y; y < seen.max_y; y += side)
        for (int32_t x = seen.min_x; x < seen.max_x; x += side) {
            const ik_tile_box part = {x, y, MIN(x + side, seen.max_x), MIN(y + side, seen.max_y)};
            draw_piece(warp, &part, ratio, pictures);
        }
}

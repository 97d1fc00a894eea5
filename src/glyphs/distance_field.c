/* distance_field.c — how far each pixel is from the edge of a glyph, as bytes.   [glyphs] */
#include "distance_field.h"

#include <math.h>
#include <string.h>

/* Farther away every byte is 0 outside; inside 255 is reached earlier. */
#define REACH 6

/* A field while it is drawn. Pixel (column, row) has its centre at (left + column + 0.5, top - row - 0.5). */
typedef struct {
    int columns, rows;
    double left, top;
    double *squares; /* of the distance to the nearest edge */
} field;

typedef struct {
    double x;
    int turn;
} passage;

ik_field_box ik_distance_field_box(const ik_outline *outline)
{
    ik_outline_point low, high;
    if (!ik_outline_bounds(outline, &low, &high))
        return (ik_field_box){0, 0, 0, 0};
    int left = (int)floor(low.x), top = (int)ceil(high.y);
    return (ik_field_box){left, top, (guint)((int)ceil(high.x) - left),
                          (guint)(top - (int)floor(low.y))};
}

static double square_to_edge(const ik_outline_edge *edge, double x, double y)
{
    double dx = edge->to.x - edge->from.x, dy = edge->to.y - edge->from.y;
    double t = ((x - edge->from.x) * dx + (y - edge->from.y) * dy) / (dx * dx + dy * dy);
    t = CLAMP(t, 0, 1);
    double away_x = edge->from.x + t * dx - x, away_y = edge->from.y + t * dy - y;
    return away_x * away_x + away_y * away_y;
}

static int clamp_index(double value, int end)
{
    return (int)CLAMP(value, 0, (double)end);
}

static void measure_edge(field *f, const ik_outline_edge *edge)
{
    double west = MIN(edge->from.x, edge->to.x) - REACH,
           east = MAX(edge->from.x, edge->to.x) + REACH;
    double south = MIN(edge->from.y, edge->to.y) - REACH,
           north = MAX(edge->from.y, edge->to.y) + REACH;
    int first_column = clamp_index(floor(west - f->left), f->columns);
    int end_column = clamp_index(ceil(east - f->left), f->columns);
    int end_row = clamp_index(ceil(f->top - south), f->rows);
    for (int row = clamp_index(floor(f->top - north), f->rows); row < end_row; row++)
        for (int column = first_column; column < end_column; column++) {
            double *square = &f->squares[row * f->columns + column];
            *square =
                MIN(*square, square_to_edge(edge, f->left + column + 0.5, f->top - row - 0.5));
        }
}

static int compare_passage(gconstpointer a, gconstpointer b)
{
    double x = ((const passage *)a)->x, y = ((const passage *)b)->x;
    return (x > y) - (x < y);
}

/* Where the outline passes the height `y`, from left to right. */
static void find_passages(const ik_outline *outline, double y, GArray *passages)
{
    g_array_set_size(passages, 0);
    for (guint i = 0; i < outline->edges->len; i++) {
        const ik_outline_edge *edge = &g_array_index(outline->edges, ik_outline_edge, i);
        if ((edge->from.y <= y) == (edge->to.y <= y))
            continue;
        double t = (y - edge->from.y) / (edge->to.y - edge->from.y);
        const passage p = {edge->from.x + t * (edge->to.x - edge->from.x),
                           edge->from.y <= y ? 1 : -1};
        g_array_append_val(passages, p);
    }
    g_array_sort(passages, compare_passage);
}

static uint8_t to_byte(double square, bool is_inside)
{
    double distance = is_inside ? -sqrt(square) : sqrt(square);
    double value = -distance * (256.0 / IK_FIELD_RADIUS);
    double step = fabs(value) < IK_FIELD_NEAR ? IK_FIELD_STEP : IK_FIELD_FAR_STEP;
    return (uint8_t)CLAMP(IK_FIELD_EDGE + floor(value / step + 0.5) * step, 0, 255);
}

static void write_row(const field *f, int row, const GArray *passages, uint8_t *bytes)
{
    guint next = 0;
    int winding = 0;
    for (int column = 0; column < f->columns; column++) {
        double x = f->left + column + 0.5;
        for (; next < passages->len && g_array_index(passages, passage, next).x <= x; next++)
            winding += g_array_index(passages, passage, next).turn;
        bytes[column] = to_byte(f->squares[row * f->columns + column], winding != 0);
    }
}

void ik_distance_field_draw(const ik_outline *outline, const ik_field_box *box, uint8_t *bytes)
{
    field f = {.columns = (int)box->width + 2 * IK_FIELD_BUFFER,
               .rows = (int)box->height + 2 * IK_FIELD_BUFFER,
               .left = box->left - IK_FIELD_BUFFER,
               .top = box->top + IK_FIELD_BUFFER};
    gsize n = (gsize)f.columns * (gsize)f.rows;
    f.squares = g_new0(double, n);
    for (gsize i = 0; i < n; i++)
        f.squares[i] = IK_FIELD_RADIUS * IK_FIELD_RADIUS;
    for (guint i = 0; i < outline->edges->len; i++)
        measure_edge(&f, &g_array_index(outline->edges, ik_outline_edge, i));
    g_autoptr(GArray) passages = g_array_new(FALSE, FALSE, sizeof(passage));
    for (int row = 0; row < f.rows; row++) {
        find_passages(outline, f.top - row - 0.5, passages);
        write_row(&f, row, passages, bytes + (gsize)row * (gsize)f.columns);
    }
    g_free(f.squares);
}

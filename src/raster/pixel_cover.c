/* pixel_cover.c — how much of each pixel areas cover, exactly.   [raster]
 *
 * A cell is what the lines of one area do in one pixel: `cover`, by how much they descend in it, which
 * everything east of it inherits, and `area`, twice what lies west of them in the pixel itself.
 */
#include "pixel_cover.h"

#include <string.h>

#define ONE   IK_COVER_ONE
#define SHIFT 8
/* Twice the area of a pixel. */
#define WHOLE ((int64_t)2 * ONE * ONE)
/* What a cover of one adds to it in the pixels east of it. */
#define TWICE ((int64_t)2 * ONE)

typedef struct {
    int32_t x; /* -1 for all that lies west of the picture */
    guint32 area;
    int32_t cover, west;
    guint32 next; /* of the same row: index + 1; 0: none */
} cell;

typedef struct {
    guint32 area;
    int64_t cover; /* inherited from the west */
    int64_t west;  /* in the pixel at hand */
} open_area;

#define NOWHERE (-1)

/* What one area does in a pixel of the row at hand. */
typedef struct {
    int64_t cover, west;
} pixel_sum;

struct ik_pixel_cover {
    int width, height, most_columns, most_rows;
    cell *cells;
    gsize n_cells, room;
    guint32 *rows;    /* last cell of each, index + 1; 0: none */
    cell last;        /* where lines are added */
    int last_y;       /* NOWHERE when there is no such cell */
    bool has_several; /* areas */
    guint32 first_area;
    /* Of a row with one area, column -1 first; nought between rows. */
    pixel_sum *sums;
    guint64 *marks; /* a bit for each of them that has a cell */
    /* Of a row with several areas. */
    cell *sorted;
    gsize sorted_room;
    open_area *open;  /* by area */
    ik_share *shares; /* of one run */
    gsize n_open, open_room;
};

ik_pixel_cover *ik_pixel_cover_new(int width, int height)
{
    ik_pixel_cover *cover = g_new0(ik_pixel_cover, 1);
    cover->last_y = NOWHERE;
    ik_pixel_cover_resize(cover, width, height);
    return cover;
}

static gsize n_marks(int width)
{
    return ((gsize)width + 1 + 63) / 64;
}

void ik_pixel_cover_resize(ik_pixel_cover *cover, int width, int height)
{
    g_assert(width > 0 && height > 0 && cover->n_cells == 0 && cover->last_y == NOWHERE);
    if (height > cover->most_rows) {
        cover->most_rows = height;
        g_free(cover->rows);
        cover->rows = g_new0(guint32, (gsize)height);
    }
    if (width > cover->most_columns) {
        cover->most_columns = width;
        g_free(cover->sums);
        g_free(cover->marks);
        cover->sums = g_new0(pixel_sum, (gsize)width + 1);
        cover->marks = g_new0(guint64, n_marks(width));
    }
    cover->width = width;
    cover->height = height;
}

void ik_pixel_cover_free(ik_pixel_cover *cover)
{
    if (cover == NULL)
        return;
    g_free(cover->cells);
    g_free(cover->rows);
    g_free(cover->sums);
    g_free(cover->marks);
    g_free(cover->sorted);
    g_free(cover->open);
    g_free(cover->shares);
    g_free(cover);
}

/* ---- lines into cells ---- */

/* Moves the cell at hand to the others of its row. */
static void keep_last(ik_pixel_cover *cover)
{
    if (cover->last_y == NOWHERE)
        return;
    if (cover->n_cells == cover->room) {
        g_assert(cover->room < G_MAXUINT32 / 2);
        cover->room = MAX(2 * cover->room, 1024);
        cover->cells = g_renew(cell, cover->cells, cover->room);
    }
    if (cover->n_cells == 0)
        cover->first_area = cover->last.area;
    cover->has_several = cover->has_several || cover->last.area != cover->first_area;
    guint32 *row = &cover->rows[cover->last_y];
    cover->last.next = *row;
    cover->cells[cover->n_cells++] = cover->last;
    *row = (guint32)cover->n_cells;
    cover->last_y = NOWHERE;
}

static void add_cell(ik_pixel_cover *cover, int y, const cell *added)
{
    cell *last = &cover->last;
    if (cover->last_y == y && last->x == added->x && last->area == added->area) {
        last->cover += added->cover;
        last->west += added->west;
        return;
    }
    keep_last(cover);
    *last = *added;
    cover->last_y = y;
}

static int64_t floor_div(int64_t a, int64_t b)
{
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

/* A part of a line within one row: from (west, from) to (east, to), west <= east; heights count from
 * the row's top. `sign` is 1 where the line as given runs from `from` to `to`, else -1.
 */
typedef struct {
    guint32 area;
    int y, sign;
    int32_t west, from, east, to;
} stretch;

/* The height at which a stretch crosses `x`. */
static int32_t height_at(const stretch *s, int32_t x)
{
    if (x <= s->west)
        return s->from;
    if (x >= s->east)
        return s->to;
    return s->from +
           (int32_t)floor_div((int64_t)(x - s->west) * (s->to - s->from), s->east - s->west);
}

static void add_in_column(ik_pixel_cover *cover, const stretch *s, int column, int32_t from,
                          int32_t to)
{
    int32_t left = column * ONE;
    int32_t start = MAX(s->west, left) - left, end = MIN(s->east, left + ONE) - left;
    int32_t down = s->sign * (to - from);
    const cell added = {column, s->area, down, down * (start + end), 0};
    if (from != to)
        add_cell(cover, s->y, &added);
}

static void add_stretch(ik_pixel_cover *cover, const stretch *s)
{
    int first = s->west >> SHIFT, last = s->east >> SHIFT;
    if (first >= cover->width)
        return;
    int32_t from = s->from;
    if (first < 0) {
        from = last < 0 ? s->to : height_at(s, 0);
        const cell outside = {-1, s->area, s->sign * (from - s->from), 0, 0};
        if (outside.cover != 0)
            add_cell(cover, s->y, &outside);
        first = 0;
    }
    last = MIN(last, cover->width - 1);
    for (int column = first; column <= last; column++) {
        int32_t to = height_at(s, (column + 1) * ONE);
        add_in_column(cover, s, column, from, to);
        from = to;
    }
}

/* Where the line crosses the tops of rows: quotient and remainder are carried on, which gives the same
 * as a division at each.
 */
typedef struct {
    int64_t dx, dy; /* dy > 0 */
    int64_t x, rest;
} crossing;

static void cross_at(crossing *c, int64_t x0, int64_t down)
{
    int64_t part = floor_div(down * c->dx, c->dy);
    c->x = x0 + part;
    c->rest = down * c->dx - part * c->dy;
}

static void cross_next(crossing *c, int64_t step, int64_t step_rest)
{
    c->x += step;
    c->rest += step_rest;
    if (c->rest >= c->dy) {
        c->rest -= c->dy;
        c->x++;
    }
}

static void add_row(ik_pixel_cover *cover, const stretch *row, int32_t x_top, int32_t x_bottom)
{
    stretch s = *row;
    int32_t top = row->from, bottom = row->to;
    bool turns = x_bottom < x_top;
    s.west = turns ? x_bottom : x_top;
    s.east = turns ? x_top : x_bottom;
    s.from = turns ? bottom : top;
    s.to = turns ? top : bottom;
    s.sign = turns ? -row->sign : row->sign;
    add_stretch(cover, &s);
}

void ik_pixel_cover_line(ik_pixel_cover *cover, guint32 area, ik_subpixel from, ik_subpixel to)
{
    bool descends = from.y < to.y;
    ik_subpixel top = descends ? from : to, bottom = descends ? to : from;
    int first = MAX(top.y >> SHIFT, 0), last = MIN((bottom.y - 1) >> SHIFT, cover->height - 1);
    if (top.y == bottom.y || first > last)
        return;
    crossing c = {.dx = (int64_t)bottom.x - top.x, .dy = (int64_t)bottom.y - top.y};
    int64_t step = floor_div(ONE * c.dx, c.dy), step_rest = ONE * c.dx - step * c.dy;
    stretch row = {.area = area, .sign = descends ? 1 : -1};
    int64_t x_top = top.x;
    if (top.y < first * ONE) {
        cross_at(&c, top.x, (int64_t)first * ONE - top.y);
        x_top = c.x;
    }
    for (int y = first; y <= last; y++) {
        bool ends = bottom.y <= (y + 1) * ONE;
        row.y = y;
        row.from = MAX(top.y - y * ONE, 0);
        row.to = ends ? bottom.y - y * ONE : ONE;
        if (ends)
            c.x = bottom.x;
        else if (y == first)
            cross_at(&c, top.x, (int64_t)(y + 1) * ONE - top.y);
        else
            cross_next(&c, step, step_rest);
        add_row(cover, &row, (int32_t)x_top, (int32_t)c.x);
        x_top = c.x;
    }
}

/* ---- cells in order ---- */

static bool goes_before(const cell *a, const cell *b)
{
    return a->x != b->x ? a->x < b->x : a->area < b->area;
}

static void sort_few(cell *cells, gsize n)
{
    for (gsize i = 1; i < n; i++) {
        cell moved = cells[i];
        gsize at = i;
        for (; at > 0 && goes_before(&moved, &cells[at - 1]); at--)
            cells[at] = cells[at - 1];
        cells[at] = moved;
    }
}

/* Shell's: rows hold few cells, in runs of order, and no memory is wanted. */
static void sort_row(cell *cells, gsize n)
{
    static const gsize GAPS[] = {3548, 1577, 701, 301, 132, 57, 23, 10, 4};
    for (gsize g = 0; g < G_N_ELEMENTS(GAPS); g++)
        for (gsize i = GAPS[g]; i < n; i++) {
            cell moved = cells[i];
            gsize at = i;
            for (; at >= GAPS[g] && goes_before(&moved, &cells[at - GAPS[g]]); at -= GAPS[g])
                cells[at] = cells[at - GAPS[g]];
            cells[at] = moved;
        }
    sort_few(cells, n);
}

/* The cells of a row, sorted; how many. */
static gsize sorted_cells(ik_pixel_cover *cover, guint32 last)
{
    gsize n = 0;
    if (cover->sorted_room < cover->n_cells) {
        cover->sorted_room = cover->room;
        g_free(cover->sorted);
        cover->sorted = g_new(cell, cover->sorted_room);
    }
    for (guint32 at = last; at > 0; at = cover->cells[at - 1].next)
        cover->sorted[n++] = cover->cells[at - 1];
    sort_row(cover->sorted, n);
    return n;
}

/* ---- the sweep ---- */

static void open_one(ik_pixel_cover *cover, gsize at, guint32 area)
{
    if (cover->n_open == cover->open_room) {
        cover->open_room = MAX(2 * cover->open_room, 16);
        cover->open = g_renew(open_area, cover->open, cover->open_room);
        cover->shares = g_renew(ik_share, cover->shares, cover->open_room);
    }
    memmove(&cover->open[at + 1], &cover->open[at], (cover->n_open - at) * sizeof(open_area));
    cover->open[at] = (open_area){area, 0, 0};
    cover->n_open++;
}

static void take_cell(ik_pixel_cover *cover, const cell *taken)
{
    gsize at = 0;
    while (at < cover->n_open && cover->open[at].area < taken->area)
        at++;
    if (at == cover->n_open || cover->open[at].area != taken->area)
        open_one(cover, at, taken->area);
    cover->open[at].cover += taken->cover;
    cover->open[at].west += taken->west;
}

/* Shares of the pixel at hand, of which `west` is not covered. */
static guint share_out(const ik_pixel_cover *cover)
{
    guint n = 0, given = 0;
    int64_t sum = 0;
    for (gsize i = 0; i < cover->n_open; i++) {
        const open_area *area = &cover->open[i];
        int64_t covered = area->cover * TWICE - area->west;
        sum = MIN(sum + ABS(covered), WHOLE);
        guint level = (guint)((sum * IK_COVER_FULL + WHOLE / 2) / WHOLE);
        if (level > given)
            cover->shares[n++] = (ik_share){area->area, level - given};
        given = level;
    }
    return n;
}

/* Areas that go on to the east. */
static void keep_open(ik_pixel_cover *cover)
{
    gsize kept = 0;
    for (gsize i = 0; i < cover->n_open; i++)
        if (cover->open[i].cover != 0)
            cover->open[kept++] = (open_area){cover->open[i].area, cover->open[i].cover, 0};
    cover->n_open = kept;
}

static void give_run(const ik_pixel_cover *cover, ik_cover_run *run, ik_cover_fn take,
                     gpointer data)
{
    if (run->length <= 0 || cover->n_open == 0)
        return;
    run->n_shares = share_out(cover);
    run->shares = cover->shares;
    if (run->n_shares > 0)
        take(run, data);
}

static void sweep_row(ik_pixel_cover *cover, int y, ik_cover_fn take, gpointer data)
{
    gsize n = sorted_cells(cover, cover->rows[y]);
    const cell *cells = cover->sorted;
    ik_cover_run run = {.y = y};
    cover->n_open = 0;
    for (gsize i = 0; i < n;) {
        int x = cells[i].x;
        for (; i < n && cells[i].x == x; i++)
            take_cell(cover, &cells[i]);
        run.x = x;
        run.length = x >= 0 ? 1 : 0;
        give_run(cover, &run, take, data);
        keep_open(cover);
        run.x = x + 1;
        run.length = (i < n ? cells[i].x : cover->width) - run.x;
        give_run(cover, &run, take, data);
    }
}

static guint level_of(int64_t covered)
{
    int64_t area = MIN(ABS(covered), WHOLE);
    return (guint)((area * IK_COVER_FULL + WHOLE / 2) / WHOLE);
}

static void give_alone(ik_cover_run *run, ik_share *share, int64_t covered, ik_cover_fn take,
                       gpointer data)
{
    share->level = level_of(covered);
    if (run->length > 0 && share->level > 0)
        take(run, data);
}

/* Adds the cells of a row up where they lie: strokes have many in a pixel, and nothing needs sorting. */
static void add_up(ik_pixel_cover *cover, guint32 last)
{
    for (guint32 at = last; at > 0;) {
        const cell *added = &cover->cells[at - 1];
        guint32 column = (guint32)(added->x + 1);
        cover->sums[column].cover += added->cover;
        cover->sums[column].west += added->west;
        cover->marks[column / 64] |= (guint64)1 << column % 64;
        at = added->next;
    }
}

/* A row that one area has cells in, as strokes have. */
typedef struct {
    ik_cover_run run; /* from the last cell on */
    ik_share share;
    int64_t covered; /* by what lies west */
} lone_row;

static void give_until(lone_row *row, int x, ik_cover_fn take, gpointer data)
{
    row->run.length = x - row->run.x;
    give_alone(&row->run, &row->share, row->covered, take, data);
}

static void take_column(lone_row *row, int x, const pixel_sum *sum, ik_cover_fn take, gpointer data)
{
    give_until(row, x, take, data);
    row->covered += sum->cover * TWICE;
    row->run.x = x;
    row->run.length = x >= 0 ? 1 : 0;
    give_alone(&row->run, &row->share, row->covered - sum->west, take, data);
    row->run.x = x + 1;
}

static void sweep_alone(ik_pixel_cover *cover, int y, ik_cover_fn take, gpointer data)
{
    lone_row row = {.run = {.x = -1, .y = y, .n_shares = 1}, .share = {cover->first_area, 0}};
    row.run.shares = &row.share;
    add_up(cover, cover->rows[y]);
    for (gsize i = 0; i < n_marks(cover->width); i++) {
        for (; cover->marks[i] != 0; cover->marks[i] &= cover->marks[i] - 1) {
            gsize column = i * 64 + (gsize)__builtin_ctzll(cover->marks[i]);
            take_column(&row, (int)column - 1, &cover->sums[column], take, data);
            cover->sums[column] = (pixel_sum){0, 0};
        }
    }
    give_until(&row, cover->width, take, data);
}

void ik_pixel_cover_sweep(ik_pixel_cover *cover, ik_cover_fn take, gpointer data)
{
    keep_last(cover);
    for (int y = 0; y < cover->height; y++) {
        if (cover->rows[y] == 0)
            continue;
        if (cover->has_several)
            sweep_row(cover, y, take, data);
        else
            sweep_alone(cover, y, take, data);
        cover->rows[y] = 0;
    }
    cover->n_cells = 0;
    cover->has_several = false;
}

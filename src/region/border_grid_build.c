/* border_grid_build.c — laying the grid: corners, edges, cells.   [region] */
#include "border_grid.h"

#include <math.h>

/* More cells answer more positions at once, but leave the cache. */
#define MAX_CELLS      1500000.0
#define CELLS_PER_EDGE 32.0

/* Cells never become larger than 4 degrees or smaller than a millionth of one. */
#define MIN_EXPONENT (-2)
#define MAX_EXPONENT 20

/* An edge that passes a cell this close is put into it too: the grid only has to be sure that no
 * edge is missing, and rounding is far smaller than this. In cells. */
#define SLACK 1e-6

typedef struct {
    ik_border_grid *grid;
    ik_border_edge *edges; /* of all borders, each once */
    uint32_t n_edges;
    uint32_t *slots; /* for each cell, where its next edge goes; at first how many there are */
} builder;

static ik_border_edge make_edge(ik_lonlat from, ik_lonlat to, const ik_arc *arc)
{
    if (from.lat <= to.lat) {
        return (ik_border_edge){from, to, arc->left, arc->right};
    }
    return (ik_border_edge){to, from, arc->right, arc->left};
}

static void collect_edges(builder *b, const ik_topology *topology)
{
    b->edges = g_new(ik_border_edge, (gsize)topology->n_points + 1);
    for (uint32_t i = 0; i < topology->n_arcs; i++) {
        const ik_arc *arc = &topology->arcs[i];
        const ik_fixed_lonlat *points = &topology->points[arc->first];
        ik_lonlat from = ik_lonlat_from_fixed(points[0]);
        for (uint32_t k = 1; k < arc->count; k++) {
            ik_lonlat to = ik_lonlat_from_fixed(points[k]);
            b->edges[b->n_edges++] = make_edge(from, to, arc);
            from = to;
        }
    }
}

static ik_lonlat_box box_of(const builder *b)
{
    ik_lonlat_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (uint32_t i = 0; i < b->n_edges; i++) {
        const ik_border_edge *e = &b->edges[i];
        box.west = fmin(box.west, fmin(e->south.lon, e->north.lon));
        box.east = fmax(box.east, fmax(e->south.lon, e->north.lon));
        box.south = fmin(box.south, e->south.lat);
        box.north = fmax(box.north, e->north.lat);
    }
    return box;
}

/* Chooses cells half as high as wide in degrees, which makes them about square in middle latitudes;
 * leaves a free column and row all round. */
static void size_grid(ik_border_grid *grid, const ik_lonlat_box *box, uint32_t n_edges)
{
    double limit = fmin(MAX_CELLS, CELLS_PER_EDGE * n_edges);
    int exponent = MAX_EXPONENT;
    double columns, rows;
    do {
        exponent--;
        columns = ldexp(box->east - box->west, exponent) + 4.0;
        rows = ldexp(box->north - box->south, exponent + 1) + 4.0;
    } while (exponent > MIN_EXPONENT && columns * rows > limit);
    grid->columns_per_degree = ldexp(1.0, exponent);
    grid->rows_per_degree = ldexp(1.0, exponent + 1);
    grid->west = (int32_t)floor(box->west * grid->columns_per_degree) - 1;
    grid->south = (int32_t)floor(box->south * grid->rows_per_degree) - 1;
    int32_t east = (int32_t)floor(box->east * grid->columns_per_degree) + 1;
    int32_t north = (int32_t)floor(box->north * grid->rows_per_degree) + 1;
    grid->n_columns = (uint32_t)(east - grid->west + 1);
    grid->n_rows = (uint32_t)(north - grid->south + 1);
}

static ik_lonlat corner_at(const ik_border_grid *grid, int32_t column, int32_t row)
{
    return (ik_lonlat){
        .lon = (grid->west + column) / grid->columns_per_degree,
        .lat = (grid->south + row) / grid->rows_per_degree,
    };
}

/* The longitude where the line through an edge that is not level has this latitude, kept between its
 * ends. */
static double longitude_at(const ik_border_edge *e, double lat)
{
    double share = (lat - e->south.lat) / (e->north.lat - e->south.lat);
    share = fmax(0.0, fmin(1.0, share));
    return e->south.lon + share * (e->north.lon - e->south.lon);
}

/* The first column whose corner on the southern border of `row` lies east of an edge that crosses
 * that border: guessed, then found exactly. */
static int32_t first_column_east(const ik_border_grid *grid, const ik_border_edge *e, int32_t row)
{
    double lon = longitude_at(e, corner_at(grid, 0, row).lat);
    int32_t column = (int32_t)ceil(lon * grid->columns_per_degree) - grid->west;
    while (ik_border_edge_side(e, corner_at(grid, column, row)) > 0) {
        column++;
    }
    while (ik_border_edge_side(e, corner_at(grid, column - 1, row)) < 0) {
        column--;
    }
    return column;
}

/* Finds the face at every corner: row by row from the west, where all is outside, an edge changes
 * the face of all corners east of it. */
static void find_corners(builder *b)
{
    ik_border_grid *grid = b->grid;
    for (uint32_t i = 0; i < b->n_edges; i++) {
        const ik_border_edge *e = &b->edges[i];
        int32_t first = (int32_t)ceil(e->south.lat * grid->rows_per_degree) - grid->south;
        int32_t end = (int32_t)ceil(e->north.lat * grid->rows_per_degree) - grid->south;
        for (int32_t row = first; row < end; row++) {
            int32_t column = first_column_east(grid, e, row);
            grid->cells[(gsize)row * grid->n_columns + (gsize)column] ^= e->left ^ e->right;
        }
    }
    for (uint32_t row = 0; row < grid->n_rows; row++) {
        uint32_t *cells = &grid->cells[(gsize)row * grid->n_columns];
        cells[0] ^= IK_NONE;
        for (uint32_t column = 1; column < grid->n_columns; column++) {
            cells[column] ^= cells[column - 1];
        }
    }
}

typedef void (*visit_cell)(builder *b, uint32_t edge, gsize cell);

static void count_edge(builder *b, uint32_t edge, gsize cell)
{
    (void)edge;
    b->slots[cell]++;
}

static void put_edge(builder *b, uint32_t edge, gsize cell)
{
    b->grid->edges[b->slots[cell]++] = b->edges[edge];
}

/* Visits the cells of one row that an edge touches or nearly touches. */
static void visit_row(builder *b, uint32_t edge, int32_t row, visit_cell visit)
{
    const ik_border_grid *grid = b->grid;
    const ik_border_edge *e = &b->edges[edge];
    double south = corner_at(grid, 0, row).lat, north = corner_at(grid, 0, row + 1).lat;
    double slack = SLACK / grid->rows_per_degree;
    double a = e->south.lon, z = e->north.lon;
    if (e->south.lat < e->north.lat) {
        a = longitude_at(e, south - slack);
        z = longitude_at(e, north + slack);
    }
    double columns = grid->columns_per_degree;
    int32_t first = (int32_t)floor(fmin(a, z) * columns - SLACK) - grid->west;
    int32_t last = (int32_t)floor(fmax(a, z) * columns + SLACK) - grid->west;
    for (int32_t column = first; column <= last; column++) {
        visit(b, edge, (gsize)row * grid->n_columns + (gsize)column);
    }
}

static void visit_edges(builder *b, visit_cell visit)
{
    const ik_border_grid *grid = b->grid;
    for (uint32_t i = 0; i < b->n_edges; i++) {
        const ik_border_edge *e = &b->edges[i];
        int32_t first = (int32_t)floor(e->south.lat * grid->rows_per_degree - SLACK) - grid->south;
        int32_t last = (int32_t)floor(e->north.lat * grid->rows_per_degree + SLACK) - grid->south;
        for (int32_t row = first; row <= last; row++) {
            visit_row(b, i, row, visit);
        }
    }
}

/* Turns the number of edges of each cell into the place of its first one, faces into cells. */
static void number_cells(builder *b)
{
    ik_border_grid *grid = b->grid;
    gsize n_cells = (gsize)grid->n_columns * grid->n_rows;
    for (gsize i = 0; i < n_cells; i++) {
        grid->n_border_cells += b->slots[i] > 0;
    }
    grid->border_cells = g_new(ik_border_cell, (gsize)grid->n_border_cells + 1);
    uint32_t next = 0;
    for (gsize i = 0; i < n_cells; i++) {
        uint32_t count = b->slots[i], face = grid->cells[i];
        grid->cells[i] = face < grid->n_faces ? face : IK_BORDER_OUTSIDE;
        if (count > 0) {
            grid->border_cells[next] = (ik_border_cell){grid->n_edges, face};
            grid->cells[i] = IK_BORDER_CELL_BIT | next++;
            b->slots[i] = grid->n_edges;
            grid->n_edges += count;
        }
    }
    grid->border_cells[next] = (ik_border_cell){grid->n_edges, IK_NONE};
}

void ik_border_grid_init(ik_border_grid *grid, const ik_topology *topology)
{
    *grid = (ik_border_grid){.n_faces = topology->n_faces};
    builder b = {.grid = grid};
    collect_edges(&b, topology);
    if (b.n_edges > 0) {
        ik_lonlat_box box = box_of(&b);
        size_grid(grid, &box, b.n_edges);
        gsize n_cells = (gsize)grid->n_columns * grid->n_rows;
        grid->cells = g_new0(uint32_t, n_cells);
        find_corners(&b);
        b.slots = g_new0(uint32_t, n_cells);
        visit_edges(&b, count_edge);
        number_cells(&b);
        grid->edges = g_new(ik_border_edge, grid->n_edges);
        visit_edges(&b, put_edge);
    }
    g_free(b.slots);
    g_free(b.edges);
}

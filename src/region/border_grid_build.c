/* border_grid_build.c — laying the grid: which edges touch which cells, then the faces between.   [region]
 *
 * A command that asks for one position makes the whole grid too, hence the care for speed: every edge is
 * looked at once, and only blocks with borders get cells of their own.
 */
#include "border_grid.h"

#include <math.h>

/* More cells answer more positions at once, but leave the cache. */
#define MAX_CELLS      600000.0
#define CELLS_PER_EDGE 32.0

/* Cells never become larger than 4 degrees or smaller than a millionth of one. */
#define MIN_EXPONENT (-2)
#define MAX_EXPONENT 20

/* An edge that passes a cell this close is put into it too: the grid only has to be sure that no
 * edge is missing, and rounding is far smaller than this. In cells. */
#define SLACK 1e-6

/* What a block is before it has cells. */
enum { HAS_NO_BORDERS, HAS_BORDERS };

typedef struct {
    uint32_t
        cell; /* block * IK_BORDER_BLOCK_CELLS + place in the block; then the place in `cells` */
    uint32_t edge;
} touch;

typedef struct {
    ik_border_grid *grid;
    ik_border_edge *edges; /* of all borders, each once */
    touch *touches;
    uint32_t n_edges, n_touches, n_touches_allocated;
    uint32_t n_blocks, n_blocks_across;
    uint32_t n_own_cells; /* of blocks with borders; they stand before those shared */
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

/* How many cells lie from the first to the last one, and more to make whole blocks. */
static uint32_t whole_blocks(int32_t first, int32_t last)
{
    uint32_t n = (uint32_t)(last - first) + 1;
    return (n + IK_BORDER_BLOCK - 1) / IK_BORDER_BLOCK * IK_BORDER_BLOCK;
}

/* Chooses cells half as high as wide in degrees, which makes them about square in middle latitudes;
 * leaves a free column and row all round. */
static void size_grid(ik_border_grid *grid, const ik_lonlat_box *box, uint32_t n_edges)
{
    double limit = MIN(MAX_CELLS, CELLS_PER_EDGE * n_edges);
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
    grid->n_columns = whole_blocks(grid->west, east);
    grid->n_rows = whole_blocks(grid->south, north);
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
    share = CLAMP(share, 0.0, 1.0);
    return e->south.lon + share * (e->north.lon - e->south.lon);
}

/* --- which edges touch which cells ---------------------------------------------------------- */

static void add_touch(builder *b, uint32_t edge, int32_t column, int32_t row)
{
    if (b->n_touches == b->n_touches_allocated) {
        b->n_touches_allocated = 2 * b->n_touches_allocated + 3 * b->n_edges;
        b->touches = g_renew(touch, b->touches, b->n_touches_allocated);
    }
    uint32_t x = (uint32_t)column, y = (uint32_t)row;
    uint32_t block = y / IK_BORDER_BLOCK * b->n_blocks_across + x / IK_BORDER_BLOCK;
    uint32_t place = y % IK_BORDER_BLOCK * IK_BORDER_BLOCK + x % IK_BORDER_BLOCK;
    b->grid->blocks[block] = HAS_BORDERS;
    b->touches[b->n_touches++] = (touch){block * IK_BORDER_BLOCK_CELLS + place, edge};
}

/* The cells of one row that an edge touches or nearly touches. */
static void touch_row(builder *b, uint32_t edge, int32_t row)
{
    const ik_border_grid *grid = b->grid;
    const ik_border_edge *e = &b->edges[edge];
    double south = corner_at(grid, 0, row).lat, north = corner_at(grid, 0, row + 1).lat;
    double slack = SLACK / grid->rows_per_degree;
    double from = e->south.lon, to = e->north.lon;
    if (from != to && e->south.lat < e->north.lat) {
        from = e->south.lat < south - slack ? longitude_at(e, south - slack) : from;
        to = e->north.lat > north + slack ? longitude_at(e, north + slack) : to;
    }
    double columns = grid->columns_per_degree;
    int32_t first = ik_border_round_down(MIN(from, to) * columns - SLACK) - grid->west;
    int32_t last = ik_border_round_down(MAX(from, to) * columns + SLACK) - grid->west;
    for (int32_t column = first; column <= last; column++) {
        add_touch(b, edge, column, row);
    }
}

/* Whether two coordinates, in cells, lie in the same one and neither where it begins. */
static bool share_cell(double from, double to, int32_t *cell)
{
    *cell = ik_border_round_down(from);
    return from > *cell && to > *cell && to < *cell + 1;
}

static void touch_cells(builder *b)
{
    const ik_border_grid *grid = b->grid;
    for (uint32_t i = 0; i < b->n_edges; i++) {
        const ik_border_edge *e = &b->edges[i];
        double south = e->south.lat * grid->rows_per_degree;
        double north = e->north.lat * grid->rows_per_degree;
        int32_t column, row;
        bool is_in_row = share_cell(south, north, &row);
        if (is_in_row && share_cell(e->south.lon * grid->columns_per_degree,
                                    e->north.lon * grid->columns_per_degree, &column)) {
            add_touch(b, i, column - grid->west, row - grid->south);
            continue;
        }
        int32_t last = ik_border_round_down(north + SLACK);
        for (row = ik_border_round_down(south - SLACK); row <= last; row++) {
            touch_row(b, i, row - grid->south);
        }
    }
}

/* --- from touches to cells and their edges --------------------------------------------------- */

/* Gives every block with borders cells of its own. */
static void own_cells(builder *b)
{
    ik_border_grid *grid = b->grid;
    for (uint32_t i = 0; i < b->n_blocks; i++) {
        bool has_borders = grid->blocks[i] == HAS_BORDERS;
        grid->blocks[i] = has_borders ? b->n_own_cells : IK_NONE;
        b->n_own_cells += has_borders ? IK_BORDER_BLOCK_CELLS : 0;
    }
    /* At most one more block a face, and one outside. */
    grid->cells =
        g_new0(uint32_t, b->n_own_cells + ((gsize)grid->n_faces + 1) * IK_BORDER_BLOCK_CELLS);
    grid->n_cells = b->n_own_cells;
}

/* Lets every touch say where its cell stands, and every cell how many touches it has. */
static void count_touches(builder *b)
{
    ik_border_grid *grid = b->grid;
    for (uint32_t i = 0; i < b->n_touches; i++) {
        touch *t = &b->touches[i];
        t->cell = grid->blocks[t->cell / IK_BORDER_BLOCK_CELLS] + t->cell % IK_BORDER_BLOCK_CELLS;
        grid->n_border_cells += grid->cells[t->cell]++ == 0;
    }
}

/* Turns cells that hold their number of edges into border cells. Until the corners are found, `corner` says
 * where the next edge goes. */
static void number_border_cells(builder *b)
{
    ik_border_grid *grid = b->grid;
    grid->border_cells = g_new0(ik_border_cell, (gsize)grid->n_border_cells + 1);
    uint32_t next = 0, n_edges = 0;
    for (uint32_t i = 0; i < b->n_own_cells; i++) {
        uint32_t count = grid->cells[i];
        if (count > 0) {
            grid->border_cells[next] = (ik_border_cell){n_edges, n_edges};
            grid->cells[i] = IK_BORDER_CELL_BIT | next++;
            n_edges += count;
        }
    }
    grid->border_cells[next] = (ik_border_cell){n_edges, IK_NONE};
}

static void put_edges(builder *b)
{
    ik_border_grid *grid = b->grid;
    grid->n_edges = b->n_touches;
    grid->edges = g_new(ik_border_edge, grid->n_edges);
    for (uint32_t i = 0; i < b->n_touches; i++) {
        uint32_t cell = grid->cells[b->touches[i].cell] & ~IK_BORDER_CELL_BIT;
        grid->edges[grid->border_cells[cell].corner++] = b->edges[b->touches[i].edge];
    }
}

/* --- the faces at the corners, and between the borders --------------------------------------- */

/* The face at the corner east of a border cell's, whose own is `face`: the walk leads along the southern
 * side of the cell. */
static uint32_t cross_southern_side(const ik_border_grid *grid, const ik_border_cell *cell,
                                    ik_lonlat corner, uint32_t face)
{
    ik_lonlat next = {corner.lon + 1.0 / grid->columns_per_degree, corner.lat};
    for (uint32_t i = cell[0].first_edge; i < cell[1].first_edge; i++) {
        const ik_border_edge *e = &grid->edges[i];
        if (e->south.lat <= corner.lat && e->north.lat > corner.lat &&
            (e->south.lon > corner.lon || e->north.lon > corner.lon) &&
            (e->south.lon <= next.lon || e->north.lon <= next.lon) &&
            ik_border_edge_side(e, corner) > 0 && ik_border_edge_side(e, next) < 0) {
            face ^= e->left ^ e->right;
        }
    }
    return face;
}

/* Walks one row of a block from west to east; returns the face east of it. */
static uint32_t fill_row(ik_border_grid *grid, uint32_t *cells, ik_lonlat corner, uint32_t face)
{
    for (uint32_t i = 0; i < IK_BORDER_BLOCK; i++) {
        if ((cells[i] & IK_BORDER_CELL_BIT) == 0) {
            cells[i] = face < grid->n_faces ? face : IK_BORDER_OUTSIDE;
            continue;
        }
        ik_border_cell *border = &grid->border_cells[cells[i] & ~IK_BORDER_CELL_BIT];
        ik_lonlat west = {corner.lon + i / grid->columns_per_degree, corner.lat};
        border->corner = face;
        face = cross_southern_side(grid, border, west, face);
    }
    return face;
}

/* Where the cells stand that all blocks inside a face share; `shared` remembers them, IK_NONE at first. */
static uint32_t share_cells(ik_border_grid *grid, uint32_t *shared, uint32_t face)
{
    uint32_t *first = &shared[MIN(face, grid->n_faces)];
    if (*first == IK_NONE) {
        *first = grid->n_cells;
        for (uint32_t i = 0; i < IK_BORDER_BLOCK_CELLS; i++) {
            grid->cells[grid->n_cells++] = face < grid->n_faces ? face : IK_BORDER_OUTSIDE;
        }
    }
    return *first;
}

/* Walks a row of blocks from the west, where all is outside. */
static void fill_blocks(const builder *b, uint32_t block_row, uint32_t *shared)
{
    ik_border_grid *grid = b->grid;
    uint32_t faces[IK_BORDER_BLOCK]; /* at the western corners of the block's rows */
    for (uint32_t i = 0; i < IK_BORDER_BLOCK; i++) {
        faces[i] = IK_NONE;
    }
    for (uint32_t k = 0; k < b->n_blocks_across; k++) {
        uint32_t *first = &grid->blocks[(gsize)block_row * b->n_blocks_across + k];
        if (*first == IK_NONE) {
            *first = share_cells(grid, shared, faces[0]);
            continue;
        }
        for (uint32_t i = 0; i < IK_BORDER_BLOCK; i++) {
            ik_lonlat corner = corner_at(grid, (int32_t)(k * IK_BORDER_BLOCK),
                                         (int32_t)(block_row * IK_BORDER_BLOCK + i));
            faces[i] = fill_row(grid, &grid->cells[*first + i * IK_BORDER_BLOCK], corner, faces[i]);
        }
    }
}

static void find_faces(const builder *b)
{
    gsize n_shared = (gsize)b->grid->n_faces + 1;
    g_autofree uint32_t *shared = g_new(uint32_t, n_shared);
    for (gsize i = 0; i < n_shared; i++) {
        shared[i] = IK_NONE;
    }
    for (uint32_t row = 0; row < b->n_blocks / b->n_blocks_across; row++) {
        fill_blocks(b, row, shared);
    }
}

void ik_border_grid_init(ik_border_grid *grid, const ik_topology *topology)
{
    *grid = (ik_border_grid){.n_faces = topology->n_faces};
    builder b = {.grid = grid};
    collect_edges(&b, topology);
    if (b.n_edges > 0) {
        ik_lonlat_box box = ik_topology_box(topology);
        size_grid(grid, &box, b.n_edges);
        b.n_blocks_across = grid->n_columns / IK_BORDER_BLOCK;
        b.n_blocks = b.n_blocks_across * (grid->n_rows / IK_BORDER_BLOCK);
        grid->blocks = g_new0(uint32_t, b.n_blocks);
        touch_cells(&b);
        own_cells(&b);
        count_touches(&b);
        number_border_cells(&b);
        put_edges(&b);
        find_faces(&b);
    }
    g_free(b.touches);
    g_free(b.edges);
}

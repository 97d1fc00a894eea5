/* border_grid.h — which face of a topology a position lies in, by way of a grid.   [region]
 *
 * Cells that no border touches know their face: that answers nearly every position. A cell with borders
 * knows the face at its south-west corner and holds every edge that touches it. There the answer is
 * found by walking from the corner to the position, north, then east: an edge crossed on the way leads
 * from the face on its one side to that on its other. With ^ for exclusive or, the last face is
 * first ^ (left ^ right) ^ (left ^ right) ^ …, whatever the order of the crossings, so they need not be
 * sorted.
 *
 * Cells stand in blocks of four by four. Blocks without borders that lie in the same face share their
 * cells, so that the tables are small enough to stay in the cache and quick to make.
 *
 * All is exact. Cell sizes are powers of two of a degree, so that a position's cell is found without
 * rounding; which side of an edge a position lies on is decided by orientation.h. Where the walk
 * would meet a vertex or run along an edge, it is thought to run a hair further east and north,
 * with the same result for every edge.
 *
 * Threads  immutable, one grid serves many.   Memory  4 bytes a block, 4 a cell of a block with borders, 40 an
 * edge in a cell: 4 MB for North Rhine-Westphalia.
 */
#ifndef IK_BORDER_GRID_H
#define IK_BORDER_GRID_H

#include "topology.h"

/* An edge of a border, the southern end first. */
typedef struct {
    ik_lonlat south, north;
    uint32_t left, right; /* faces, IK_NONE outside, looking from south to north */
} ik_border_edge;

/* A cell that borders touch. Its edges end where those of the next cell begin. */
typedef struct {
    uint32_t first_edge;
    uint32_t corner; /* face at the south-west corner, a hair inside the cell */
} ik_border_cell;

/* A block is this many cells wide and high, a power of two. */
#define IK_BORDER_BLOCK       4u
#define IK_BORDER_BLOCK_CELLS 16u /* its square */

typedef struct {
    double columns_per_degree, rows_per_degree; /* powers of two */
    int32_t west, south;                        /* first column and row, counted from 0° E 0° N */
    uint32_t n_columns, n_rows;                 /* of cells, multiples of IK_BORDER_BLOCK */
    uint32_t n_faces;
    uint32_t *blocks;             /* row by row from the south: where the block's cells start */
    uint32_t *cells;              /* of a block row by row: see below */
    ik_border_cell *border_cells; /* one more than there are, to end the last */
    ik_border_edge *edges;
    uint32_t n_cells, n_border_cells, n_edges;
} ik_border_grid;

/* What a cell says: the index of a border cell with this bit, or a face, or that it lies outside. */
#define IK_BORDER_CELL_BIT 0x80000000u
#define IK_BORDER_OUTSIDE  0x7fffffffu

/* What the cell in that column and row says, both counted from the first. */
static inline uint32_t ik_border_grid_cell(const ik_border_grid *grid, uint32_t column,
                                           uint32_t row)
{
    uint32_t block =
        row / IK_BORDER_BLOCK * (grid->n_columns / IK_BORDER_BLOCK) + column / IK_BORDER_BLOCK;
    return grid->cells[grid->blocks[block] + row % IK_BORDER_BLOCK * IK_BORDER_BLOCK +
                       column % IK_BORDER_BLOCK];
}

/* floor() without a call; `value` fits. */
static inline int32_t ik_border_round_down(double value)
{
    int32_t whole = (int32_t)value;
    return whole - (value < whole);
}

/* Lays a grid over all borders of a topology, of which only points and arcs are used.
 *
 *   grid  receives it; release with ik_border_grid_clear
 *
 * O(blocks + points): 5 ms for North Rhine-Westphalia.
 */
void ik_border_grid_init(ik_border_grid *grid, const ik_topology *topology);
void ik_border_grid_clear(ik_border_grid *grid);

/* What its tables take. */
gsize ik_border_grid_bytes(const ik_border_grid *grid);

/* The face that contains `position`, IK_NONE outside and for what is no number. On a border the smaller
 * index wins. Where borders cross, which no coverage should do, the answer is any face or none. */
uint32_t ik_border_grid_locate(const ik_border_grid *grid, ik_lonlat position);

/* On which side of an edge a position lies that is thought a hair further east and, far less, north:
 * 1 left, -1 right, never 0. */
int ik_border_edge_side(const ik_border_edge *edge, ik_lonlat position);

#endif

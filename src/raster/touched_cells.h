/* touched_cells.h — which cells of a view hold more than one flat colour.   [raster]
 *
 * Found from the boxes of what is to be drawn, before a pixel is touched. A cell that is not marked has one
 * colour; one that is marked may have one too.
 */
#ifndef IK_TOUCHED_CELLS_H
#define IK_TOUCHED_CELLS_H

#include "canvas.h"

#define IK_TOUCHED_MAX_SIDE 8

typedef struct {
    int32_t left, top;                                    /* tile units */
    int32_t side;                                         /* of a cell, tile units */
    int columns, rows;                                    /* up to IK_TOUCHED_MAX_SIDE each */
    int count;                                            /* of the marked ones */
    bool marks[IK_TOUCHED_MAX_SIDE][IK_TOUCHED_MAX_SIDE]; /* row, column */
} ik_touched_cells;

/* Marks the cells of `touched`, whose place and size are set, that `view` touches. */
void ik_touched_cells_find(ik_touched_cells *touched, const ik_canvas_stock *stock,
                           const ik_view *view);

#endif

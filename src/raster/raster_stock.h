/* raster_stock.h — the inside of a raster, for the files that draw with it.   [raster] */
#ifndef IK_RASTER_STOCK_H
#define IK_RASTER_STOCK_H

#include "canvas.h"
#include "raster.h"

struct ik_raster {
    ik_canvas_stock stock;
    ik_pixmap *labels;
    ik_pixmap *circles;
    guint n_labels, n_circles;
    int cell_px; /* device pixels a tile side */
};

/* The tile units of `columns` x `rows` cells from the cell (x, y) on. */
ik_tile_box ik_cell_box(guint32 x, guint32 y, guint32 columns, guint32 rows);

#endif

/* symbol_placer.h — finds a symbol its place among those already placed.   [scene]
 *
 * Greedy: whoever comes first keeps its place, so that a symbol is left out or moved only for a more
 * important one. Text and icon stand or fall together unless the style says that one is optional.
 * Source: MapLibre GL JS, src/symbol/placement.ts.
 */
#ifndef IK_SYMBOL_PLACER_H
#define IK_SYMBOL_PLACER_H

#include "collision_grid.h"
#include "line_placer.h"
#include "symbol.h"

/* Where a symbol would stand: a point, or a place on a line. */
typedef struct {
    ik_tile_point point;
    const ik_line *line; /* NULL: a point */
    ik_line_place place;
} ik_symbol_site;

/* How a symbol stands. Reused from symbol to symbol. */
typedef struct {
    bool has_text, has_icon;
    guint stand;       /* of the symbol's stands */
    double text_px[2]; /* from the point to the middle of the text, before it is turned */
    double icon_shift_px[2];
    double text_angle, icon_angle;
    GArray *places;      /* ik_cluster_place: of a text that follows its line */
    GArray *path;        /* ik_path_point: below that text */
    GArray *text_shapes; /* ik_collision_shape */
    GArray *icon_shapes;
    /* Texts that may choose where they stand cover as few shapes of `avoided` as they can (NULL: whatever they like),
     * and stand inside `page`. */
    const ik_collision_grid *avoided;
    ik_tile_box page;
} ik_symbol_placing;

void ik_symbol_placing_init(ik_symbol_placing *placing);
void ik_symbol_placing_clear(ik_symbol_placing *placing);

/* Places the symbol and takes the room; false when neither text nor icon has any. */
bool ik_symbol_place(ik_collision_grid *grid, const ik_symbol *symbol, const ik_symbol_site *site,
                     ik_symbol_placing *placing);

/* The box around `extent` (CSS pixels from `point`) turned by `angle` around the point. */
ik_tile_box ik_turned_box(ik_tile_point point, const ik_text_extent *extent, double angle);

/* `point` moved by so many CSS pixels. */
ik_tile_point ik_moved_point(ik_tile_point point, const double by_px[2]);

#endif

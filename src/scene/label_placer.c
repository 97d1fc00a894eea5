/* label_placer.c — finds each label its place, for a whole zoom level at once.   [scene] */
#include "label_placer.h"

#include "collision_grid.h"

#include <math.h>

#define LABEL_CELL  (96 * IK_UNITS_PER_PIXEL)
#define CIRCLE_CELL (32 * IK_UNITS_PER_PIXEL)

struct ik_label_placer {
    ik_collision_grid *labels, *circles;
};

ik_label_placer *ik_label_placer_new(void)
{
    ik_label_placer *placer = g_new(ik_label_placer, 1);
    placer->labels = ik_collision_grid_new(LABEL_CELL);
    placer->circles = ik_collision_grid_new(CIRCLE_CELL);
    return placer;
}

void ik_label_placer_free(ik_label_placer *placer)
{
    if (placer == NULL)
        return;
    ik_collision_grid_free(placer->labels);
    ik_collision_grid_free(placer->circles);
    g_free(placer);
}

void ik_label_placer_avoid(ik_label_placer *placer, const ik_tile_box *box)
{
    ik_collision_grid_add(placer->circles, box);
}

/* Which edge of the text lies at the point: -1 the left or top one, 1 the right or bottom one. */
static void anchor_edges(guint anchor, int *across, int *down)
{
    static const int EDGES[][2] = {
        [IK_ANCHOR_CENTER] = {0, 0},       [IK_ANCHOR_LEFT] = {-1, 0},
        [IK_ANCHOR_RIGHT] = {1, 0},        [IK_ANCHOR_TOP] = {0, -1},
        [IK_ANCHOR_BOTTOM] = {0, 1},       [IK_ANCHOR_TOP_LEFT] = {-1, -1},
        [IK_ANCHOR_TOP_RIGHT] = {1, -1},   [IK_ANCHOR_BOTTOM_LEFT] = {-1, 1},
        [IK_ANCHOR_BOTTOM_RIGHT] = {1, 1},
    };
    *across = EDGES[anchor][0];
    *down = EDGES[anchor][1];
}

static ik_tile_point origin_for(const ik_label_wish *wish, guint anchor)
{
    int across = 0, down = 0;
    anchor_edges(anchor, &across, &down);
    double radial = across != 0 && down != 0 ? wish->radial_px * G_SQRT2 / 2 : wish->radial_px;
    const ik_text_extent *extent = &wish->extent;
    double dx = wish->offset_px[0] - across * radial, dy = wish->offset_px[1] - down * radial;
    dx -= across < 0 ? extent->left : across > 0 ? extent->right : 0;
    dy -= down < 0 ? extent->top : down > 0 ? extent->bottom : 0;
    return (ik_tile_point){wish->point.x + (int32_t)floor(dx * IK_UNITS_PER_PIXEL + 0.5),
                           wish->point.y + (int32_t)floor(dy * IK_UNITS_PER_PIXEL + 0.5)};
}

static ik_tile_box box_at(const ik_label_wish *wish, ik_tile_point origin, double margin_px)
{
    const ik_text_extent *extent = &wish->extent;
    return (ik_tile_box){origin.x + (int32_t)floor((extent->left - margin_px) * IK_UNITS_PER_PIXEL),
                         origin.y + (int32_t)floor((extent->top - margin_px) * IK_UNITS_PER_PIXEL),
                         origin.x + (int32_t)ceil((extent->right + margin_px) * IK_UNITS_PER_PIXEL),
                         origin.y +
                             (int32_t)ceil((extent->bottom + margin_px) * IK_UNITS_PER_PIXEL)};
}

bool ik_label_placer_place(ik_label_placer *placer, const ik_label_wish *wish,
                           ik_tile_point *origin, ik_tile_box *box)
{
    guint fewest = G_MAXUINT;
    for (guint i = 0; i < wish->n_anchors && fewest > 0; i++) {
        ik_tile_point at = origin_for(wish, wish->anchors[i]);
        ik_tile_box around = box_at(wish, at, wish->margin_px);
        if (!wish->may_overlap && ik_collision_grid_count(placer->labels, &around) > 0)
            continue;
        ik_tile_box text = box_at(wish, at, 0);
        guint covered = ik_collision_grid_count(placer->circles, &text);
        if (covered >= fewest)
            continue;
        fewest = covered;
        *origin = at;
        *box = around;
    }
    if (fewest == G_MAXUINT)
        return false;
    if (!wish->is_ghost)
        ik_collision_grid_add(placer->labels, box);
    return true;
}

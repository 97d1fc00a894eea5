/* symbol_anchor.c — which part of a text or icon lies at its point, and how far beside it.   [scene] */
#include "symbol_anchor.h"

#include <math.h>

#define BASELINE (7.0 / 24)

/* -1: the left or top edge lies at the point, 1: the right or bottom one. */
static void edges_of(guint anchor, int *across, int *down)
{
    static const int EDGES[][2] = {
        [IK_ANCHOR_CENTER] = {0, 0},       [IK_ANCHOR_LEFT] = {-1, 0},
        [IK_ANCHOR_RIGHT] = {1, 0},        [IK_ANCHOR_TOP] = {0, -1},
        [IK_ANCHOR_BOTTOM] = {0, 1},       [IK_ANCHOR_TOP_LEFT] = {-1, -1},
        [IK_ANCHOR_TOP_RIGHT] = {1, -1},   [IK_ANCHOR_BOTTOM_LEFT] = {-1, 1},
        [IK_ANCHOR_BOTTOM_RIGHT] = {1, 1},
    };
    g_assert(anchor < G_N_ELEMENTS(EDGES));
    *across = EDGES[anchor][0];
    *down = EDGES[anchor][1];
}

void ik_anchor_alignment(guint anchor, double *across, double *down)
{
    int x = 0, y = 0;
    edges_of(anchor, &x, &y);
    *across = (x + 1) / 2.0;
    *down = (y + 1) / 2.0;
}

double ik_anchor_justify(guint anchor)
{
    double across = 0, down = 0;
    ik_anchor_alignment(anchor, &across, &down);
    return across;
}

void ik_anchor_radial_offset(guint anchor, double radius, double offset[2])
{
    int across = 0, down = 0;
    edges_of(anchor, &across, &down);
    radius = fmax(radius, 0);
    double side = across != 0 && down != 0 ? radius / G_SQRT2 : radius;
    offset[0] = -across * side;
    offset[1] = -down * (side - BASELINE);
}

void ik_anchor_distance_offset(guint anchor, const double distance[2], double offset[2])
{
    int across = 0, down = 0;
    edges_of(anchor, &across, &down);
    offset[0] = -across * fabs(distance[0]);
    offset[1] = -down * (fabs(distance[1]) - BASELINE);
}

void ik_anchor_own_offset(guint anchor, const double ems[2], double offset[2])
{
    int across = 0, down = 0;
    edges_of(anchor, &across, &down);
    offset[0] = ems[0];
    offset[1] = ems[1] + down * BASELINE;
}

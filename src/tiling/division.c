/* division.c — the administrative division as nested coverages.   [tiling] */
#include "division.h"

#include "visual_centre.h"

struct ik_division {
    const ik_territory *territory;
    guint32 *face_of_municipality[IK_N_LEVELS]; /* NULL for the municipalities themselves */
    ik_topology *faces[IK_N_LEVELS];            /* NULL likewise */
    ik_lonlat *label_points[IK_N_LEVELS];       /* NULL likewise */
    guint8 *ranks;                              /* of arcs */
    ik_world *world;                            /* of points of borders */
};

static guint32 group_count(const ik_territory *territory, ik_level level)
{
    return level == IK_LEVEL_REGION ? territory->n_regions : territory->n_districts;
}

static void join(ik_division *division, ik_level level)
{
    const ik_territory *territory = division->territory;
    guint32 n = group_count(territory, level);
    guint32 *groups = g_new(guint32, territory->n_municipalities);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        groups[i] = level == IK_LEVEL_REGION ? territory->municipalities[i].region
                                             : territory->municipalities[i].district;
    division->face_of_municipality[level] = groups;
    division->faces[level] = ik_topology_dissolve(territory->borders, groups, n);
    division->label_points[level] = g_new(ik_lonlat, n);
    for (guint32 face = 0; face < n; face++)
        division->label_points[level][face] = ik_visual_centre(division->faces[level], face);
}

static bool divides(const ik_division *division, ik_level level, guint32 left, guint32 right)
{
    return ik_division_face_of(division, level, left) !=
           ik_division_face_of(division, level, right);
}

ik_rank ik_division_rank_between(const ik_division *division, guint32 left, guint32 right)
{
    if (left == IK_NONE || right == IK_NONE)
        return IK_RANK_STATE;
    if (divides(division, IK_LEVEL_REGION, left, right))
        return IK_RANK_REGION;
    return divides(division, IK_LEVEL_DISTRICT, left, right) ? IK_RANK_DISTRICT
                                                             : IK_RANK_MUNICIPALITY;
}

ik_division *ik_division_new(const ik_territory *territory)
{
    ik_division *division = g_new0(ik_division, 1);
    const ik_topology *borders = territory->borders;
    division->territory = territory;
    join(division, IK_LEVEL_REGION);
    join(division, IK_LEVEL_DISTRICT);
    division->world = g_new(ik_world, borders->n_points);
    for (guint32 i = 0; i < borders->n_points; i++)
        division->world[i] = ik_world_from_lonlat(ik_lonlat_from_fixed(borders->points[i]));
    division->ranks = g_new(guint8, borders->n_arcs);
    for (guint32 i = 0; i < borders->n_arcs; i++)
        division->ranks[i] = (guint8)ik_division_rank_between(division, borders->arcs[i].left,
                                                              borders->arcs[i].right);
    return division;
}

void ik_division_free(ik_division *division)
{
    if (division == NULL)
        return;
    for (guint level = 0; level < IK_N_LEVELS; level++) {
        g_free(division->face_of_municipality[level]);
        g_free(division->label_points[level]);
        ik_topology_free(division->faces[level]);
    }
    g_free(division->ranks);
    g_free(division->world);
    g_free(division);
}

const ik_territory *ik_division_territory(const ik_division *division)
{
    return division->territory;
}

const ik_world *ik_division_world(const ik_division *division)
{
    return division->world;
}

const ik_topology *ik_division_faces(const ik_division *division, ik_level level)
{
    return level == IK_LEVEL_MUNICIPALITY ? division->territory->borders : division->faces[level];
}

guint32 ik_division_face_of(const ik_division *division, ik_level level, guint32 municipality)
{
    if (level == IK_LEVEL_MUNICIPALITY || municipality == IK_NONE)
        return municipality;
    return division->face_of_municipality[level][municipality];
}

ik_rank ik_division_rank(const ik_division *division, guint32 arc)
{
    return (ik_rank)division->ranks[arc];
}

ik_lonlat ik_division_label_point(const ik_division *division, ik_level level, guint32 face)
{
    return level == IK_LEVEL_MUNICIPALITY ? division->territory->municipalities[face].label
                                          : division->label_points[level][face];
}

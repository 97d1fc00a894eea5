/* region_set.c — municipalities by position, distances to them.   [region]
 *
 * Distances are measured in a plane laid to the earth at the position asked about, where a degree of
 * longitude is shorter by the cosine of its latitude; the nearest point found there is then
 * measured on the sphere. Within 10 km of the position the plane errs by less than 0.2 %.
 */
#include "region_set.h"

#include <math.h>

#define RADIANS (G_PI / 180.0)

/* Two ways to reckon the same distance differ by less than this part of it. */
#define ROUNDING 1e-9

static ik_lonlat_box box_of(const ik_topology *borders, const ik_arc *arc)
{
    const ik_fixed_lonlat *points = &borders->points[arc->first];
    ik_fixed_lonlat least = points[0], most = points[0];
    for (uint32_t i = 1; i < arc->count; i++) {
        least.lon_e6 = MIN(least.lon_e6, points[i].lon_e6);
        least.lat_e6 = MIN(least.lat_e6, points[i].lat_e6);
        most.lon_e6 = MAX(most.lon_e6, points[i].lon_e6);
        most.lat_e6 = MAX(most.lat_e6, points[i].lat_e6);
    }
    ik_lonlat south_west = ik_lonlat_from_fixed(least), north_east = ik_lonlat_from_fixed(most);
    return (ik_lonlat_box){south_west.lon, south_west.lat, north_east.lon, north_east.lat};
}

ik_region_set *ik_region_set_new(const ik_territory *territory)
{
    ik_region_set *set = g_new0(ik_region_set, 1);
    set->territory = territory;
    ik_border_grid_init(&set->grid, territory->borders);
    const ik_topology *borders = territory->borders;
    set->arc_boxes = g_new(ik_lonlat_box, (gsize)borders->n_arcs + 1);
    for (uint32_t i = 0; i < borders->n_arcs; i++) {
        set->arc_boxes[i] = box_of(borders, &borders->arcs[i]);
    }
    return set;
}

void ik_region_set_free(ik_region_set *set)
{
    if (set == NULL) {
        return;
    }
    ik_border_grid_clear(&set->grid);
    g_free(set->arc_boxes);
    g_free(set);
}

const ik_territory *ik_region_set_territory(const ik_region_set *set)
{
    return set->territory;
}

guint32 ik_region_set_locate(const ik_region_set *set, ik_lonlat position)
{
    return ik_border_grid_locate(&set->grid, position);
}

/* The point of a border nearest to a position, while it is being looked for. */
typedef struct {
    ik_lonlat position;
    double shrink;    /* cosine of its latitude */
    double distance2; /* in the plane, square degrees of latitude */
    ik_lonlat point;
} nearest;

static nearest nearest_to(ik_lonlat position)
{
    return (nearest){
        .position = position,
        .shrink = cos(position.lat * RADIANS),
        .distance2 = INFINITY,
    };
}

static void try_edge(nearest *n, ik_lonlat a, ik_lonlat b)
{
    double ax = (a.lon - n->position.lon) * n->shrink, ay = a.lat - n->position.lat;
    double dx = (b.lon - a.lon) * n->shrink, dy = b.lat - a.lat;
    double length2 = dx * dx + dy * dy;
    double share = length2 > 0.0 ? -(ax * dx + ay * dy) / length2 : 0.0;
    share = fmax(0.0, fmin(1.0, share));
    double x = ax + share * dx, y = ay + share * dy;
    if (x * x + y * y < n->distance2) {
        n->distance2 = x * x + y * y;
        n->point = (ik_lonlat){a.lon + share * (b.lon - a.lon), a.lat + share * (b.lat - a.lat)};
    }
}

/* No point of the box lies nearer than this, in square degrees of latitude. */
static double least_distance2(const nearest *n, const ik_lonlat_box *box)
{
    double east = MAX(box->west - n->position.lon, n->position.lon - box->east);
    double north = MAX(box->south - n->position.lat, n->position.lat - box->north);
    double x = MAX(east, 0.0) * n->shrink, y = MAX(north, 0.0);
    return (x * x + y * y) * (1.0 - ROUNDING);
}

static void try_arc(nearest *n, const ik_region_set *set, uint32_t index)
{
    const ik_topology *borders = set->territory->borders;
    const ik_arc *arc = &borders->arcs[index];
    if (least_distance2(n, &set->arc_boxes[index]) > n->distance2) {
        return;
    }
    const ik_fixed_lonlat *points = &borders->points[arc->first];
    ik_lonlat from = ik_lonlat_from_fixed(points[0]);
    for (uint32_t i = 1; i < arc->count; i++) {
        ik_lonlat to = ik_lonlat_from_fixed(points[i]);
        try_edge(n, from, to);
        from = to;
    }
}

static void try_face(nearest *n, const ik_region_set *set, guint32 face)
{
    const ik_topology *borders = set->territory->borders;
    const ik_face *f = &borders->faces[face];
    for (uint32_t i = f->first; i < f->first + f->count; i++) {
        const ik_ring *ring = &borders->rings[i];
        for (uint32_t k = ring->first; k < ring->first + ring->count; k++) {
            ik_arc_ref ref = borders->refs[k];
            try_arc(n, set, (uint32_t)(ref >= 0 ? ref : ~ref));
        }
    }
}

double ik_region_set_border_distance_m(const ik_region_set *set, guint32 municipality,
                                       ik_lonlat position)
{
    nearest n = nearest_to(position);
    try_face(&n, set, municipality);
    return ik_lonlat_distance_m(position, n.point);
}

double ik_region_set_distance_m(const ik_region_set *set, guint32 municipality, ik_lonlat position)
{
    if (ik_topology_face_contains(set->territory->borders, municipality, position)) {
        return 0.0;
    }
    return ik_region_set_border_distance_m(set, municipality, position);
}

/* The outer arc whose box is nearest: a good first guess, which spares measuring most others. */
static uint32_t first_guess(const ik_region_set *set, const nearest *n)
{
    const ik_topology *borders = set->territory->borders;
    double least = INFINITY;
    uint32_t guess = IK_NONE;
    for (uint32_t i = 0; i < borders->n_arcs; i++) {
        if (MAX(borders->arcs[i].left, borders->arcs[i].right) != IK_NONE) {
            continue;
        }
        double distance2 = least_distance2(n, &set->arc_boxes[i]);
        if (distance2 < least) {
            least = distance2;
            guess = i;
        }
    }
    return guess;
}

/* From outside only an outer border can be nearest. Of equally near faces the smaller wins. */
static guint32 nearest_face(const ik_region_set *set, nearest *best)
{
    const ik_topology *borders = set->territory->borders;
    uint32_t guess = first_guess(set, best);
    if (guess == IK_NONE) {
        return IK_NONE;
    }
    try_arc(best, set, guess);
    guint32 found = MIN(borders->arcs[guess].left, borders->arcs[guess].right);
    for (uint32_t i = 0; i < borders->n_arcs; i++) {
        guint32 face = MIN(borders->arcs[i].left, borders->arcs[i].right);
        if (MAX(borders->arcs[i].left, borders->arcs[i].right) != IK_NONE ||
            least_distance2(best, &set->arc_boxes[i]) > best->distance2) {
            continue;
        }
        nearest n = nearest_to(best->position);
        try_arc(&n, set, i);
        if (n.distance2 < best->distance2 || (n.distance2 == best->distance2 && face < found)) {
            *best = n;
            found = face;
        }
    }
    return found;
}

guint32 ik_region_set_nearest(const ik_region_set *set, ik_lonlat position, double *distance_m)
{
    guint32 found = ik_region_set_locate(set, position);
    double distance = 0.0;
    if (found == IK_NONE) {
        nearest best = nearest_to(position);
        found = nearest_face(set, &best);
        distance = found == IK_NONE ? INFINITY : ik_lonlat_distance_m(position, best.point);
    }
    if (distance_m != NULL) {
        *distance_m = distance;
    }
    return found;
}

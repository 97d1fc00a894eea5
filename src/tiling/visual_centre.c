/* visual_centre.c — the point of a face where a name stands best.   [tiling]
 *
 * Works on the ring at zoom 10, simplified to about a hundred metres, with x halved.
 */
#include "visual_centre.h"

#include "mercator.h"
#include "simplify.h"

#include <math.h>

#define ZOOM          10
#define TOLERANCE     16.0 /* tile units at ZOOM, some 100 m */
#define FLATNESS      0.5
#define PRECISION     16.0
#define MAX_CELLS     4000u
#define FIRST_COLUMNS 8

typedef struct {
    double x, y;
} spot;

typedef struct {
    spot middle;
    double half;
    double room;  /* distance of the middle to the border, negative outside */
    double bound; /* no point of the cell has more room than this */
} cell;

/* All rings of the largest polygon: the exterior and its holes. */
typedef struct {
    GArray *spots; /* spot, ring after ring */
    GArray *ends;  /* guint, end of each ring in spots */
} outline;

typedef struct {
    spot a, b;
} edge;

typedef struct {
    edge *edges; /* in no order: one that was found nearest comes first */
    guint n_edges;
} searching;

static double segment_distance2(spot p, spot a, spot b)
{
    double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    double t = length2 > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2 : 0;
    t = CLAMP(t, 0, 1);
    double ex = p.x - a.x - t * dx, ey = p.y - a.y - t * dy;
    return ex * ex + ey * ey;
}

static bool is_inside(const searching *search, spot p)
{
    bool inside = false;
    for (guint i = 0; i < search->n_edges; i++) {
        spot a = search->edges[i].a, b = search->edges[i].b;
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

/* Measures a cell; false where no point of it has more room than `enough`. Most are such, and found out early: the
 * edge that was nearest to a cell before is looked at first.
 */
static bool make_cell(searching *search, spot middle, double half, double enough, cell *made)
{
    double nearest = INFINITY, least = MAX(enough - half * G_SQRT2, 0);
    for (guint i = 0; i < search->n_edges; i++) {
        edge e = search->edges[i];
        double d = segment_distance2(middle, e.a, e.b);
        if (d >= nearest)
            continue;
        nearest = d;
        search->edges[i] = search->edges[0];
        search->edges[0] = e;
        if (nearest <= least * least)
            return false;
    }
    double room = is_inside(search, middle) ? sqrt(nearest) : -sqrt(nearest);
    *made = (cell){middle, half, room, room + half * G_SQRT2};
    return made->bound > enough;
}

static void add_ring(outline *shape, const ik_topology *topology, const ik_ring *ring)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    g_autoptr(GByteArray) scratch = g_byte_array_new();
    ik_topology_ring_points(topology, ring, true, points);
    g_autofree ik_tile_point *tiles = g_new(ik_tile_point, points->len);
    for (guint i = 0; i < points->len; i++) {
        ik_fixed_lonlat p = g_array_index(points, ik_fixed_lonlat, i);
        tiles[i] = ik_tile_point_from_lonlat((ik_lonlat){p.lon_e6 / 1e6, p.lat_e6 / 1e6}, ZOOM);
    }
    guint n = ik_simplify(tiles, points->len, TOLERANCE, scratch);
    for (guint i = 0; i + 1 < n; i++) {
        spot s = {tiles[i].x * FLATNESS, tiles[i].y};
        g_array_append_val(shape->spots, s);
    }
    g_array_append_val(shape->ends, shape->spots->len);
}

/* The exterior ring that encloses most. */
static guint32 largest_ring(const ik_topology *topology, const ik_face *face)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    guint32 best = face->first;
    double most = -1;
    for (guint32 r = face->first; r < face->first + face->count; r++) {
        if (topology->rings[r].is_hole)
            continue;
        g_array_set_size(points, 0);
        ik_topology_ring_points(topology, &topology->rings[r], false, points);
        double area =
            ik_fixed_ring_area2((const ik_fixed_lonlat *)(gpointer)points->data, points->len);
        if (area > most) {
            most = area;
            best = r;
        }
    }
    return best;
}

/* Takes the most promising cell out of the list: the first of equals. */
static cell take_best(GArray *cells)
{
    guint best = 0;
    for (guint i = 1; i < cells->len; i++)
        if (g_array_index(cells, cell, i).bound > g_array_index(cells, cell, best).bound)
            best = i;
    cell found = g_array_index(cells, cell, best);
    g_array_remove_index_fast(cells, best);
    return found;
}

/* Cells side by side over the whole outline, but for those that others already leave behind. The middle
 * of it all, which stands where nothing is wide enough for a cell.
 */
static spot add_first_cells(searching *search, const outline *shape, GArray *cells)
{
    spot low = {INFINITY, INFINITY}, high = {-INFINITY, -INFINITY};
    for (guint i = 0; i < shape->spots->len; i++) {
        spot s = g_array_index(shape->spots, spot, i);
        low = (spot){MIN(low.x, s.x), MIN(low.y, s.y)};
        high = (spot){MAX(high.x, s.x), MAX(high.y, s.y)};
    }
    double half = MAX(MIN(high.x - low.x, high.y - low.y) / FIRST_COLUMNS, 1) / 2;
    int columns = (int)ceil((high.x - low.x) / (2 * half));
    int rows = (int)ceil((high.y - low.y) / (2 * half));
    const spot centre = {(low.x + high.x) / 2, (low.y + high.y) / 2};
    cell c;
    make_cell(search, centre, half, -INFINITY, &c);
    double most = c.room;
    for (int column = 0; column < columns; column++)
        for (int row = 0; row < rows; row++) {
            spot middle = {low.x + (2 * column + 1) * half, low.y + (2 * row + 1) * half};
            if (!make_cell(search, middle, half, most + PRECISION, &c))
                continue;
            most = MAX(most, c.room);
            g_array_append_val(cells, c);
        }
    return centre;
}

static void open_search(searching *search, const outline *shape)
{
    guint first = 0;
    search->n_edges = shape->spots->len;
    search->edges = g_new(edge, search->n_edges);
    for (guint r = 0; r < shape->ends->len; r++) {
        guint end = g_array_index(shape->ends, guint, r);
        for (guint i = first; i < end; i++) {
            guint before = i > first ? i - 1 : end - 1;
            search->edges[i] = (edge){g_array_index(shape->spots, spot, before),
                                      g_array_index(shape->spots, spot, i)};
        }
        first = end;
    }
}

static void add_quarters(searching *search, const cell *c, double enough, GArray *cells)
{
    double half = c->half / 2;
    for (int k = 0; k < 4; k++) {
        spot middle = {c->middle.x + (k % 2 == 0 ? -half : half),
                       c->middle.y + (k < 2 ? -half : half)};
        cell quarter;
        if (make_cell(search, middle, half, enough, &quarter))
            g_array_append_val(cells, quarter);
    }
}

static spot find_best(const outline *shape)
{
    searching search;
    g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(cell));
    cell best = {.room = -INFINITY};
    open_search(&search, shape);
    best.middle = add_first_cells(&search, shape, cells);
    for (guint n = 0; cells->len > 0 && n < MAX_CELLS; n++) {
        cell c = take_best(cells);
        if (c.room > best.room)
            best = c;
        if (c.bound - best.room <= PRECISION)
            break;
        add_quarters(&search, &c, best.room + PRECISION, cells);
    }
    g_free(search.edges);
    return best.middle;
}

ik_lonlat ik_visual_centre(const ik_topology *topology, guint32 face)
{
    const ik_face *f = &topology->faces[face];
    if (f->count == 0)
        return (ik_lonlat){0, 0};
    outline shape = {g_array_new(FALSE, FALSE, sizeof(spot)),
                     g_array_new(FALSE, FALSE, sizeof(guint))};
    guint32 ring = largest_ring(topology, f);
    add_ring(&shape, topology, &topology->rings[ring]);
    for (ring++; ring < f->first + f->count && topology->rings[ring].is_hole; ring++)
        add_ring(&shape, topology, &topology->rings[ring]);
    spot s = find_best(&shape);
    g_array_unref(shape.spots);
    g_array_unref(shape.ends);
    return ik_lonlat_from_tile_point(
        (ik_tile_point){(int32_t)floor(s.x / FLATNESS + 0.5), (int32_t)floor(s.y + 0.5)}, ZOOM);
}

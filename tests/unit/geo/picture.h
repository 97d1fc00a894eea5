/* picture.h — coverages drawn as letters, one a square, and what their faces should look like.   [tests]
 *
 * Rows run from north to south. A letter is a face ('A' is face 0), a dot belongs to none. A square is
 * 1000 units of 1e-6 degrees a side, the south-west corner of the picture lies at 7° E 51° N.
 */
#ifndef IK_TEST_PICTURE_H
#define IK_TEST_PICTURE_H

#include <string.h>

#include "geos.h"
#include "test_support.h"
#include "topology.h"

#define SQUARE      1000
#define PICTURE_LON 7000000
#define PICTURE_LAT 51000000

typedef struct {
    ik_topology *squares; /* each square a face */
    ik_topology *faces;   /* the letters */
} picture;

static inline ik_fixed_lonlat picture_point(int column, int row)
{
    return (ik_fixed_lonlat){PICTURE_LON + SQUARE * column, PICTURE_LAT + SQUARE * row};
}

static inline guint count_texts(const char *const *texts)
{
    guint n = 0;
    while (texts[n] != NULL) {
        n++;
    }
    return n;
}

/* Cuts `width` x `height` squares, row by row from the south; `corner` moves their corners. */
static inline ik_topology *cut_squares(int width, int height, ik_fixed_lonlat (*corner)(int, int))
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    g_autoptr(GArray) counts = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_autoptr(GArray) faces = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (int i = 0; i < width * height; i++) {
        int x = i % width, y = i / width;
        ik_fixed_lonlat square[] = {corner(x, y), corner(x + 1, y), corner(x + 1, y + 1),
                                    corner(x, y + 1)};
        uint32_t four = 4, face = (uint32_t)i;
        g_array_append_vals(points, square, 4);
        g_array_append_val(counts, four);
        g_array_append_val(faces, face);
    }
    ik_coverage_rings rings = {
        .points = (const void *)points->data,
        .ring_points = (const void *)counts->data,
        .ring_faces = (const void *)faces->data,
        .n_rings = counts->len,
        .n_faces = counts->len,
    };
    g_autoptr(GError) error = NULL;
    ik_topology *topology = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    return topology;
}

/* Draws rows of equal length, ended by NULL. */
static inline picture picture_new(const char *const *rows)
{
    int width = (int)strlen(rows[0]), height = (int)count_texts(rows);
    uint32_t groups[1024], n_groups = 0;
    g_assert(width * height <= 1024);
    for (int i = 0; i < width * height; i++) {
        char letter = rows[height - 1 - i / width][i % width];
        groups[i] = letter == '.' ? IK_NONE : (uint32_t)(letter - 'A');
        n_groups = groups[i] == IK_NONE ? n_groups : MAX(n_groups, groups[i] + 1);
    }
    picture p = {.squares = cut_squares(width, height, picture_point)};
    p.faces = ik_topology_dissolve(p.squares, groups, n_groups);
    return p;
}

static inline void picture_clear(picture *p)
{
    ik_topology_free(p->faces);
    ik_topology_free(p->squares);
}

/* Fails when a vertex stands twice in the ring. */
static inline void expect_simple(const GArray *points)
{
    for (guint i = 0; i < points->len; i++) {
        ik_fixed_lonlat p = g_array_index(points, ik_fixed_lonlat, i);
        for (guint k = i + 1; k < points->len; k++) {
            ik_fixed_lonlat q = g_array_index(points, ik_fixed_lonlat, k);
            assert_false(p.lon_e6 == q.lon_e6 && p.lat_e6 == q.lat_e6);
        }
    }
}

/* Expects a face to have rings of these areas in squares, holes with a minus: "+25 -9 +1". Every ring
 * must be simple and, by GEOS, the face valid. */
static inline void expect_face(const ik_topology *topology, uint32_t face, const char *areas)
{
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    const ik_face *f = &topology->faces[face];
    for (uint32_t i = f->first; i < f->first + f->count; i++) {
        g_array_set_size(points, 0);
        ik_topology_ring_points(topology, &topology->rings[i], false, points);
        expect_simple(points);
        double area2 = ik_fixed_ring_area2((const void *)points->data, points->len);
        assert_int_equal(topology->rings[i].is_hole, area2 < 0);
        g_string_append_printf(found, "%s%+d", found->len > 0 ? " " : "",
                               (int)(area2 / 2 / SQUARE / SQUARE));
    }
    assert_string_equal(found->str, areas);
    char *reason = NULL;
    if (f->count > 0 && !ik_geos_face_is_valid(topology, face, &reason)) {
        fail_msg("face %u: %s", face, reason);
    }
}

#endif

/* land.h — borders to look positions up in: squares drawn by hand, and the real ones.   [tests] */
#ifndef IK_TEST_LAND_H
#define IK_TEST_LAND_H

#include <math.h>
#include <string.h>

#include "json.h"
#include "test_support.h"
#include "topology.h"

/* Rings as they are collected. */
typedef struct {
    GArray *points, *counts, *faces;
    uint32_t n_faces;
} land_rings;

static inline land_rings land_rings_new(void)
{
    return (land_rings){
        .points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat)),
        .counts = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
        .faces = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
    };
}

static inline void land_rings_add(land_rings *rings, uint32_t face, const ik_fixed_lonlat *points,
                                  uint32_t n)
{
    g_array_append_vals(rings->points, points, n);
    g_array_append_val(rings->counts, n);
    g_array_append_val(rings->faces, face);
    rings->n_faces = MAX(rings->n_faces, face + 1);
}

/* Cuts the rings and gives them up. */
static inline ik_topology *land_rings_cut(land_rings *rings)
{
    ik_coverage_rings cover = {
        .points = (const void *)rings->points->data,
        .ring_points = (const void *)rings->counts->data,
        .ring_faces = (const void *)rings->faces->data,
        .n_rings = rings->counts->len,
        .n_faces = rings->n_faces,
    };
    g_autoptr(GError) error = NULL;
    ik_topology *topology = ik_topology_build(&cover, &error);
    ik_assert_no_error(error);
    g_array_unref(rings->points);
    g_array_unref(rings->counts);
    g_array_unref(rings->faces);
    return topology;
}

/* `width` x `height` squares, each a face, row by row from the south-west corner at `origin`, `side`
 * millionths of a degree wide; corners moved by up to `shake`, the same way for the same seed. */
static inline ik_topology *land_of_squares(int width, int height, ik_fixed_lonlat origin,
                                           int32_t side, int32_t shake)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(23);
    g_autofree ik_fixed_lonlat *corners =
        g_new(ik_fixed_lonlat, (gsize)(width + 1) * (gsize)(height + 1));
    for (int i = 0; i < (width + 1) * (height + 1); i++) {
        corners[i] = origin;
        corners[i].lon_e6 += i % (width + 1) * side + g_rand_int_range(random, -shake, shake + 1);
        corners[i].lat_e6 += i / (width + 1) * side + g_rand_int_range(random, -shake, shake + 1);
    }
    land_rings rings = land_rings_new();
    for (int i = 0; i < width * height; i++) {
        int corner = i / width * (width + 1) + i % width;
        const ik_fixed_lonlat square[] = {corners[corner], corners[corner + 1],
                                          corners[corner + width + 2], corners[corner + width + 1]};
        land_rings_add(&rings, (uint32_t)i, square, 4);
    }
    return land_rings_cut(&rings);
}

static inline void land_add_json_ring(land_rings *rings, uint32_t face, ik_json_value ring)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    for (guint i = 0; i + 1 < ik_json_length(ring); i++) {
        ik_json_value position = ik_json_item(ring, i);
        ik_fixed_lonlat p = {(int32_t)lround(ik_json_number(ik_json_item(position, 0)) * 1e6),
                             (int32_t)lround(ik_json_number(ik_json_item(position, 1)) * 1e6)};
        g_array_append_val(points, p);
    }
    land_rings_add(rings, face, (const void *)points->data, points->len);
}

static inline void land_add_json_polygon(land_rings *rings, uint32_t face, ik_json_value polygon)
{
    for (guint i = 0; i < ik_json_length(polygon); i++) {
        land_add_json_ring(rings, face, ik_json_item(polygon, i));
    }
}

/* The committed boundaries of North Rhine-Westphalia. `ags` receives the keys when it is not NULL. */
static inline ik_topology *land_of_nrw(GPtrArray *ags)
{
    g_autofree char *path = ik_test_source_path("geodata/municipalities.geojson");
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_json) json = ik_json_load(path, &error);
    ik_assert_no_error(error);
    ik_json_value features = ik_json_member(ik_json_root(json), "features");
    land_rings rings = land_rings_new();
    for (guint i = 0; i < ik_json_length(features); i++) {
        ik_json_value feature = ik_json_item(features, i);
        ik_json_value geometry = ik_json_member(feature, "geometry");
        ik_json_value coordinates = ik_json_member(geometry, "coordinates");
        if (strcmp(ik_json_string(ik_json_member(geometry, "type")), "Polygon") == 0) {
            land_add_json_polygon(&rings, i, coordinates);
        } else {
            for (guint k = 0; k < ik_json_length(coordinates); k++) {
                land_add_json_polygon(&rings, i, ik_json_item(coordinates, k));
            }
        }
        if (ags != NULL) {
            g_ptr_array_add(ags, g_strdup(ik_json_string(ik_json_member(feature, "id"))));
        }
    }
    return land_rings_cut(&rings);
}

#endif

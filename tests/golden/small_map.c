/* small_map.c — maps of a few polygons that lie on exact pixels.   [tests] */
#include "test_support.h"

#include "small_map.h"

#include <math.h>

ik_lonlat small_map_position(double x, double y)
{
    ik_tile_point point = {(int32_t)(SMALL_X * IK_TILE_EXTENT) + (int32_t)lround(x * 16),
                           (int32_t)(SMALL_Y * IK_TILE_EXTENT) + (int32_t)lround(y * 16)};
    return ik_lonlat_from_tile_point(point, SMALL_ZOOM);
}

static ik_topology *build(const small_polygon *polygons, guint n)
{
    GError *error = NULL;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    g_autofree uint32_t *counts = g_new(uint32_t, n);
    g_autofree uint32_t *faces = g_new(uint32_t, n);
    for (guint i = 0; i < n; i++) {
        counts[i] = polygons[i].n_corners;
        faces[i] = i;
        for (guint c = 0; c < polygons[i].n_corners; c++) {
            ik_lonlat p = small_map_position(polygons[i].corners[(gsize)2 * c],
                                             polygons[i].corners[(gsize)2 * c + 1]);
            ik_fixed_lonlat f = {(int32_t)lround(p.lon * 1e6), (int32_t)lround(p.lat * 1e6)};
            g_array_append_val(points, f);
        }
    }
    const ik_coverage_rings rings = {(const ik_fixed_lonlat *)(gpointer)points->data, counts, faces,
                                     n, n};
    ik_topology *topology = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    return topology;
}

void small_map_init(small_map *map, const small_polygon *polygons, guint n)
{
    ik_municipality *municipalities = g_new0(ik_municipality, n);
    ik_district *districts = g_new0(ik_district, n);
    ik_region *regions = g_new0(ik_region, n);
    *map = (small_map){.topology = build(polygons, n), .tints = g_new(guint8, n)};
    for (guint i = 0; i < n; i++) {
        municipalities[i] = (ik_municipality){.ags = "05000000",
                                              .name = "M",
                                              .kind = "Stadt",
                                              .district = polygons[i].district,
                                              .region = polygons[i].region};
        municipalities[i].label =
            small_map_position(polygons[i].corners[0] + 8, polygons[i].corners[1] + 8);
        districts[i] = (ik_district){"05000", "D", "Kreis"};
        regions[i] = (ik_region){"r", i + 1, "R", "A"};
        map->tints[i] = (guint8)i;
    }
    map->territory = (ik_territory){.municipalities = municipalities,
                                    .districts = districts,
                                    .regions = regions,
                                    .borders = map->topology,
                                    .n_municipalities = n,
                                    .n_districts = n,
                                    .n_regions = n};
    map->division = ik_division_new(&map->territory);
    map->tiling = ik_tiling_new(map->division, SMALL_ZOOM);
}

void small_map_clear(small_map *map)
{
    ik_tiling_free(map->tiling);
    ik_division_free(map->division);
    ik_topology_free(map->topology);
    g_free((gpointer)(guintptr)map->territory.municipalities);
    g_free((gpointer)(guintptr)map->territory.districts);
    g_free((gpointer)(guintptr)map->territory.regions);
    g_free(map->tints);
}

/* Six pixels a letter, ten high. */
static bool shape(gpointer data, const ik_label_text *text, ik_text_shape *shape, GArray *clusters,
                  GError **error)
{
    glong letters = 0;
    (void)data;
    (void)error;
    for (guint i = 0; i < text->n_sections; i++)
        letters += g_utf8_strlen(text->sections[i].text, -1);
    double width = 6.0 * (double)letters;
    *shape = (ik_text_shape){width, 10, 10, {-width / 2, -5, width / 2, 5}, 1};
    for (glong i = 0; clusters != NULL && i < letters; i++) {
        const ik_text_cluster cluster = {6.0 * (double)i + 3 - width / 2, 6, {-3, -5, 3, 5}};
        g_array_append_val(clusters, cluster);
    }
    return true;
}

ik_text_metrics small_map_metrics(void)
{
    return (ik_text_metrics){shape, NULL};
}

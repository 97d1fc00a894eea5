/* fuzz_geojson_source.c — GeoJSON of a style's source, as it is and in clusters: an error, or features that stay on the
 * grid.   [tests] */
#include "fuzz_support.h"

#include "geojson_source.h"
#include "grid_clip.h"

static void check_feature(const ik_feature_set *set, const ik_set_feature *feature)
{
    static const guint least[] = {1, 2, 3};
    g_assert(feature->n_parts > 0);
    for (guint part = 0; part < feature->n_parts; part++) {
        guint n;
        const ik_tile_point *points = ik_feature_set_part(set, feature, part, &n);
        g_assert(n >= least[feature->shape]);
        for (guint i = 0; i < n; i++)
            g_assert(ABS(points[i].x) <= IK_GRID_LIMIT && ABS(points[i].y) <= IK_GRID_LIMIT);
    }
}

static void read_source(const ik_style_source *source, const ik_json *json)
{
    static const ik_picture_grid grid = {12.4, {4000000, 3000000}, {0, 0, 8000, 6000}, NULL};
    g_autoptr(GError) error = NULL;
    ik_geojson_losses losses;
    g_autoptr(ik_feature_set) set =
        ik_geojson_source_read(source, ik_json_root(json), "x.geojson", &grid, &losses, &error);
    if (set == NULL) {
        fuzz_require_failure(error);
        return;
    }
    for (guint i = 0; i < ik_feature_set_count(set); i++)
        check_feature(set, ik_feature_set_at(set, i));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ik_style_source plain = {.id = "s"};
    const ik_style_source clusters = {.id = "s",
                                      .cluster = true,
                                      .max_zoom = 18,
                                      .cluster_max_zoom = 17,
                                      .cluster_radius = 50,
                                      .cluster_min_points = 3};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_json) json = ik_json_parse((const char *)data, size, "x.geojson", &error);
    if (json == NULL) {
        fuzz_require_failure(error);
        return 0;
    }
    read_source(&plain, json);
    read_source(&clusters, json);
    return 0;
}

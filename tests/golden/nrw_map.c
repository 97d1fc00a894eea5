/* nrw_map.c — the built-in map of NRW with the style "regions" and a hundred markers.   [tests]
 *
 * A marker stands on every fourth municipality, on its label point, or beside it where the number
 * is odd; the last two are events.
 */
#include "test_support.h"

#include "nrw_map.h"

#include "text_engine.h"

#include <ideenkarte/region.h>

#define N_PROJECTS 97u
#define N_EVENTS   2u

void nrw_map_init(nrw_map *map)
{
    nrw_map_init_style(map, "regions");
}

void nrw_map_init_style(nrw_map *map, const char *style)
{
    GError *error = NULL;
    const ik_territory *territory = ik_territory_builtin();
    ik_region_set *regions = ik_region_set_new(territory);
    *map = (nrw_map){.division = ik_division_new(territory)};
    ik_region_set_tints(regions, map->tints);
    ik_region_set_free(regions);
    map->style = ik_style_builtin(style, &error);
    ik_assert_no_error(error);
    map->images = ik_sprite_new();
    assert_true(ik_sprite_add_builtin(map->images, 1, &error));
    map->markers = g_new0(ik_marker, N_PROJECTS + N_EVENTS);
    for (guint i = 0; i < N_PROJECTS + N_EVENTS; i++) {
        const ik_municipality *m = &territory->municipalities[(gsize)4 * i];
        map->markers[i] =
            (ik_marker){m->ags, m->label, IK_STATUS_AUTO, IK_MATCH_MUNICIPALITY, "other"};
        map->markers[i].position.lon += i % 2 * 0.0123;
    }
}

void nrw_map_gather_markers(nrw_map *map, ik_lonlat position)
{
    for (guint i = 0; i < N_PROJECTS + N_EVENTS; i++)
        map->markers[i].position = position;
}

void nrw_map_clear(nrw_map *map)
{
    ik_division_free(map->division);
    ik_style_free(map->style);
    ik_sprite_free(map->images);
    g_free(map->markers);
}

void nrw_scene_init(nrw_scene *scene, const nrw_map *map, double zoom, double pixel_ratio)
{
    GError *error = NULL;
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    const ik_text_metrics metrics = ik_text_engine_metrics(engine);
    const ik_map_data data = {.division = map->division,
                              .tints = map->tints,
                              .projects = map->markers,
                              .n_projects = N_PROJECTS,
                              .events = map->markers + N_PROJECTS,
                              .n_events = N_EVENTS};
    scene->tiling = ik_tiling_new(map->division, zoom);
    const ik_scene_request request = {.style = map->style,
                                      .tiling = scene->tiling,
                                      .data = &data,
                                      .images = ik_sprite_images(map->images),
                                      .metrics = &metrics};
    scene->scene = ik_scene_new_of(&request, &error);
    ik_assert_no_error(error);
    scene->raster = ik_raster_new(scene->scene, engine, pixel_ratio, &error);
    ik_assert_no_error(error);
}

void nrw_scene_clear(nrw_scene *scene)
{
    ik_raster_free(scene->raster);
    ik_scene_free(scene->scene);
    ik_tiling_free(scene->tiling);
}

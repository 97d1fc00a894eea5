/* nrw_map.h — the built-in map of NRW with the style "regions" and a hundred markers.   [tests] */
#ifndef IK_NRW_MAP_H
#define IK_NRW_MAP_H

#include "raster.h"
#include "scene_builder.h"
#include "sprite.h"

typedef struct {
    ik_division *division;
    ik_style *style;
    ik_sprite *images; /* those of the program, one pixel a CSS pixel */
    guint8 tints[64];
    ik_marker *markers;
} nrw_map;

/* A scene of that map, with all that it stands on. */
typedef struct {
    ik_tiling *tiling;
    ik_scene *scene;
    ik_raster *raster;
} nrw_scene;

/* With the style "regions", or another of ours. */
void nrw_map_init(nrw_map *map);
void nrw_map_init_style(nrw_map *map, const char *style);
/* Moves all markers to one place. */
void nrw_map_gather_markers(nrw_map *map, ik_lonlat position);
void nrw_map_clear(nrw_map *map);
void nrw_scene_init(nrw_scene *scene, const nrw_map *map, double zoom, double pixel_ratio);
void nrw_scene_clear(nrw_scene *scene);

#endif

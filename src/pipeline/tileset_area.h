/* tileset_area.h — which tiles an extract keeps: a box, a labour-market region, zooms.   [pipeline] */
#ifndef IK_TILESET_AREA_H
#define IK_TILESET_AREA_H

#include <ideenkarte/territory.h>

#include "mercator.h"

typedef struct {
    guint min_zoom, max_zoom;
    bool has_box;
    ik_lonlat_box box;
    guint32 region;                /* IK_NONE: none */
    const ik_territory *territory; /* borrowed */
    GArray *border; /* of ik_lonlat pairs: segments between this region and others; NULL: none */
    GArray *municipalities; /* of guint32, those of the region */
} ik_tileset_area;

/* NOT_FOUND: no region of that id. `box` and `region_id` may be NULL. */
bool ik_tileset_area_init(ik_tileset_area *area, const ik_lonlat_box *box, const char *region_id,
                          GError **error);
void ik_tileset_area_clear(ik_tileset_area *area);

/* Called for pieces of a run, in order. */
typedef bool (*ik_area_take_fn)(guint64 id, guint32 run, gpointer data, GError **error);

/* Hands on the parts of a run that touch the area; a shared edge is no touching. Costs steps along the area's border,
 * however long the run is. */
bool ik_tileset_area_cut(const ik_tileset_area *area, guint64 id, guint32 run, ik_area_take_fn take,
                         gpointer data, GError **error);

#endif

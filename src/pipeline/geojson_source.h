/* geojson_source.h — GeoJSON (RFC 7946) as features of a picture.   [pipeline]
 *
 * A Feature, a FeatureCollection or a bare geometry; of a GeometryCollection every member becomes a feature. What is no
 * geometry is left out and counted; rings may be wound either way, cross themselves or stand open. Positions beyond
 * 180 degrees go on into the next copy of the world, as the RFC's predecessors allowed.
 */
#ifndef IK_GEOJSON_SOURCE_H
#define IK_GEOJSON_SOURCE_H

#include "json.h"
#include "picture_grid.h"
#include "style.h"

typedef struct {
    guint unread; /* features and geometries that could not be read */
    guint
        not_joined; /* lines and polygons of a source that joins its points: not shown, as in MapLibre */
} ik_geojson_losses;

/* Fills a set, which is sealed, with what the picture may show of `document`; points joined to clusters where the
 * source asks for it.
 *
 *   name     stands in messages
 *   returns  the caller's; NULL with INPUT: no GeoJSON
 */
ik_feature_set *ik_geojson_source_read(const ik_style_source *source, ik_json_value document,
                                       const char *name, const ik_picture_grid *grid,
                                       ik_geojson_losses *losses, GError **error);

#endif

/* style_source.h — where the features and pictures of a style come from.   [style]
 *
 * The member "sources" as the specification has it. What is not given has the specification's
 * default. Borrowed from the style.
 */
#ifndef IK_STYLE_SOURCE_H
#define IK_STYLE_SOURCE_H

#include "expression.h"
#include "json.h"

typedef enum {
    IK_SOURCE_VECTOR,
    IK_SOURCE_RASTER,
    IK_SOURCE_RASTER_DEM, /* not drawn */
    IK_SOURCE_GEOJSON,
    IK_SOURCE_IMAGE,
    IK_SOURCE_VIDEO /* not drawn */
} ik_style_source_type;

/* A member of "clusterProperties". */
typedef struct {
    const char *name;
    const ik_expression *map;    /* what a point brings, from its attributes */
    const ik_expression *reduce; /* the cluster's value from "accumulated" and what joins it */
} ik_cluster_property;

/* A member of "promoteId". */
typedef struct {
    const char *layer, *attribute;
} ik_promoted_id;

typedef struct {
    const char *id;
    ik_style_source_type type;
    const char *url;          /* vector, raster: of a TileJSON or an archive; image: the picture */
    const char *const *tiles; /* templates with {z}, {x}, {y} */
    guint n_tiles;
    double min_zoom, max_zoom;
    double bounds[4]; /* west, south, east, north */
    bool has_bounds;
    bool is_tms;     /* rows of tiles are counted from the south */
    guint tile_size; /* raster: CSS pixels */
    const char *attribution;
    const char *promote_id;            /* attribute that is the id of every feature; NULL: none */
    const ik_promoted_id *promote_ids; /* the same, layer by layer */
    guint n_promote_ids;
    double coordinates[4][2]; /* image: top left, top right, bottom right, bottom left */

    /* geojson: one of the two */
    ik_json_value data;   /* an object, absent when `data_url` is given */
    const char *data_url; /* as written */
    double buffer, tolerance;
    bool cluster, line_metrics, generate_id;
    double cluster_radius, cluster_max_zoom; /* zoom: max_zoom - 1 unless given */
    guint cluster_min_points;
    const ik_cluster_property *cluster_properties;
    guint n_cluster_properties;
    const ik_expression *filter; /* NULL: every feature */
} ik_style_source;

/* The attribute that is the id of features of a layer (NULL: the source has none); NULL: none is. */
const char *ik_style_source_promoted(const ik_style_source *source, const char *layer);

/* "vector": as styles write it. */
const char *ik_style_source_type_name(ik_style_source_type type);

#endif

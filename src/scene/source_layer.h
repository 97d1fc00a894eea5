/* source_layer.h — the features that a style sheet draws, with their attributes.   [scene]
 *
 *     regions         polygons   id, name, number, agency, tint, projects
 *     districts       polygons   id, name, kind
 *     municipalities  polygons   ags, name, kind, district, region, population, projects
 *     borders         lines      rank: 0 state, 1 region, 2 district, 3 municipality
 *     places          points     as municipalities, at their label point
 *     projects        points     id, status, match, icon
 *     events          points     id
 *
 * Borders of one rank are one feature. Polygons have their name at the label point.
 */
#ifndef IK_SOURCE_LAYER_H
#define IK_SOURCE_LAYER_H

#include "expression.h"
#include "map_data.h"

typedef enum {
    IK_SOURCE_REGIONS,
    IK_SOURCE_DISTRICTS,
    IK_SOURCE_MUNICIPALITIES,
    IK_SOURCE_BORDERS,
    IK_SOURCE_PLACES,
    IK_SOURCE_PROJECTS,
    IK_SOURCE_EVENTS,
    IK_N_SOURCES
} ik_source_layer;

#define IK_N_RANKS        4u
#define IK_MAX_ATTRIBUTES 8u

typedef struct {
    ik_feature feature; /* its attributes are those below */
    ik_attribute attributes[IK_MAX_ATTRIBUTES];
    ik_lonlat point; /* where a symbol or circle stands; undefined for borders */
    const char *key; /* what breaks a tie between labels: the AGS or the id; "" for borders */
} ik_source_feature;

/* False when there is no source layer of that name. */
bool ik_source_layer_find(const char *name, ik_source_layer *layer);
guint ik_source_layer_count(const ik_map_data *data, ik_source_layer layer);
/* Fills `feature`, which must not be moved afterwards, with the index-th feature. */
void ik_source_layer_get(const ik_map_data *data, ik_source_layer layer, guint index,
                         ik_source_feature *feature);

/* The level whose faces the layer's polygons are; false for lines and points. */
bool ik_source_layer_level(ik_source_layer layer, ik_level *level);

#endif

/* map_data.h — what a map is about: the division, its tints, projects and events.   [scene] */
#ifndef IK_MAP_DATA_H
#define IK_MAP_DATA_H

#include "division.h"

#include <ideenkarte/match.h>

/* A project or an event on the map. */
typedef struct {
    const char *id;
    ik_lonlat position;
    ik_status status;     /* of a project */
    ik_match_level match; /* of a project */
    const char *icon;     /* of a project: the sign of its theme; NULL: none */
} ik_marker;

/* All borrowed, and needed only while a scene is made, but for the division. */
typedef struct {
    const ik_division *division;
    const guint8 *tints;                  /* of each region, 0..5 */
    const guint32 *region_projects;       /* number of projects of each region; NULL: not known */
    const guint32 *municipality_projects; /* of each municipality; NULL: not known */
    const ik_marker *projects;
    guint n_projects;
    const ik_marker *events;
    guint n_events;
} ik_map_data;

#endif

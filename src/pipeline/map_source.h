/* map_source.h — checked records as the data of a map.   [pipeline] */
#ifndef IK_MAP_SOURCE_H
#define IK_MAP_SOURCE_H

#include <ideenkarte/catalogue.h>
#include <ideenkarte/region.h>

#include "map_data.h"

typedef struct {
    ik_map_data data; /* what scenes are made of; borrows from the rest */
    ik_division *division;
    guint8 *tints;
    guint32 *region_projects, *municipality_projects;
    GArray *projects, *events; /* of ik_marker */
    const ik_records *records; /* borrowed: the icons of the workspace; NULL: none */
} ik_map_source;

/* `records` may be NULL; they, the territory and nothing else must outlive the source. The caller's. */
ik_map_source *ik_map_source_new(const ik_territory *territory, const ik_records *records);
void ik_map_source_free(ik_map_source *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_map_source, ik_map_source_free)

#endif

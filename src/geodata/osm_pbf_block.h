/* osm_pbf_block.h — one unpacked block of OpenStreetMap PBF.   [geodata] */
#ifndef IK_OSM_PBF_BLOCK_H
#define IK_OSM_PBF_BLOCK_H

#include "osm_object.h"

/* Buffers that are used again for each block. */
typedef struct {
    GArray *strings; /* char * into the block */
    GArray *groups;  /* ik_pbf_span */
    GArray *tags;    /* ik_osm_tag */
    GArray *refs;    /* gint64 */
} ik_osm_pbf_scratch;

void ik_osm_pbf_scratch_init(ik_osm_pbf_scratch *scratch);
void ik_osm_pbf_scratch_clear(ik_osm_pbf_scratch *scratch);

/* Reads a PrimitiveBlock of `size` bytes, which is written to and has room for one byte more. False with `error` set by
 * `take`, or without one: the block is broken. */
bool ik_osm_pbf_block_read(const ik_osm_request *request, ik_osm_pbf_scratch *scratch,
                           guint8 *bytes, gsize size, GError **error);

#endif

/* region_json.h — one record of JSON with the answer put into it.   [pipeline] */
#ifndef IK_REGION_JSON_H
#define IK_REGION_JSON_H

#include "json_span.h"
#include "region_batch.h"

typedef struct ik_region_json ik_region_json;

/* Remembers how members were recognised as long as records are alike. Caller frees. */
ik_region_json *ik_region_json_new(ik_region_batch *batch);
void ik_region_json_free(ik_region_json *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_region_json, ik_region_json_free)

/* Appends the record to the batch's output with the answer in it, and counts it: a GeoJSON feature by its geometry, in
 * its properties; any other object by its members. False when it is no JSON object: nothing is appended then. */
bool ik_region_json_answer(ik_region_json *json, ik_json_span text);

#endif

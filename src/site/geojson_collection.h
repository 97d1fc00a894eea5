/* geojson_collection.h — the frame around features, and their geometries.   [site]
 *
 * Features are collected first, because `bbox` stands in front of them. */
#ifndef IK_GEOJSON_COLLECTION_H
#define IK_GEOJSON_COLLECTION_H

#include "json_writer.h"
#include "topology.h"

typedef struct {
    GString *features;     /* owned; the array as far as it is written, a line each */
    ik_json_writer writer; /* of the feature being written */
    ik_lonlat_box box;     /* around all geometries; empty: west > east */
} ik_geojson_collection;

void ik_geojson_init(ik_geojson_collection *collection);
/* Frame, attribution and features; clears the collection. Caller frees. */
char *ik_geojson_finish(ik_geojson_collection *collection, const char *name,
                        const ik_territory *territory);

/* Between begin and end come geometry and properties, each once. */
void ik_geojson_begin_feature(ik_geojson_collection *collection, const char *id);
void ik_geojson_end_feature(ik_geojson_collection *collection);

/* NULL: a feature without position. */
void ik_geojson_put_point(ik_geojson_collection *collection, const ik_lonlat *position);
/* Polygon or MultiPolygon; null for a face without rings. */
void ik_geojson_put_face(ik_geojson_collection *collection, const ik_topology *topology,
                         uint32_t face);

void ik_geojson_begin_properties(ik_geojson_collection *collection);
void ik_geojson_end_properties(ik_geojson_collection *collection);
/* Text is cleaned once more (clean_text.h); NULL: null. */
void ik_geojson_put_text(ik_geojson_collection *collection, const char *key, const char *text);
/* Text that keeps its lines. */
void ik_geojson_put_lines(ik_geojson_collection *collection, const char *key, const char *text);
void ik_geojson_put_texts(ik_geojson_collection *collection, const char *key, char *const *texts);
void ik_geojson_put_count(ik_geojson_collection *collection, const char *key, gint64 value);
void ik_geojson_put_rounded(ik_geojson_collection *collection, const char *key, double value,
                            guint decimals);

#endif

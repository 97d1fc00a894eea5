/* mvt_reader.h — a Mapbox Vector Tile as layers, features and attributes.   [vector]
 *
 * Vector Tile Specification 2.1, section 4. Everything points into the bytes of the tile, which must
 * outlive what is read. Memory is bounded by the size of the tile: a length that the tile does not
 * hold is an error before anything is set aside for it, and a tile has at most IK_MVT_MOST_PARTS layers, features, keys
 * and values, which take two bytes each in it and up to a hundred times as many here. Geometry is decoded when asked for.
 */
#ifndef IK_MVT_READER_H
#define IK_MVT_READER_H

#include "mercator.h"
#include "mvt_wire.h"

#define IK_MVT_MOST_PARTS (1u << 22)

typedef enum { IK_MVT_UNKNOWN, IK_MVT_POINT, IK_MVT_LINE, IK_MVT_POLYGON } ik_mvt_type;

typedef struct {
    guint64 id;
    guint32 first_tag, n_tags; /* into the layer's tags: key, value, key, value... */
    guint32 type;              /* ik_mvt_type, or whatever the tile says */
    bool has_id, has_geometry;
    ik_wire_span geometry;
    gsize offset;
} ik_mvt_feature;

typedef struct {
    ik_wire_span span; /* the encoded value */
    guint32 number;    /* 1 text, 2 float, 3 double, 4 int, 5 uint, 6 sint, 7 bool; 0: none */
    guint32 n_fields;
    guint64 bits;      /* of a number */
    ik_wire_span text; /* of a text */
} ik_mvt_value;

typedef struct {
    ik_wire_span name;
    guint32 version, extent; /* 0 where the tile says nothing; the extent then is 4096 */
    GArray *features;        /* ik_mvt_feature */
    GArray *keys;            /* ik_wire_span */
    GArray *values;          /* ik_mvt_value */
    GArray *tags;            /* guint32 */
    gsize offset;
    guint *room; /* while it is read: parts that the tile may still have */
} ik_mvt_layer;

/* Reads an uncompressed tile; of ik_mvt_layer *, the caller's. INPUT with the byte's offset. */
GPtrArray *ik_mvt_read(const void *bytes, gsize size, GError **error);

/* The attribute of a feature; NULL when it has none of that name. Indexes must have been checked. */
const ik_mvt_value *ik_mvt_feature_get(const ik_mvt_layer *layer, const ik_mvt_feature *feature,
                                       const char *key);

/* Appends the positions of a feature to `points` (ik_tile_point, from the tile's corner) and the end
 * of each part to `ends` (guint; one for each point). Rings do not repeat their first point. INPUT
 * where the commands break section 4.3 or a position lies beyond ±2^30.
 */
bool ik_mvt_feature_points(const ik_mvt_feature *feature, GArray *points, GArray *ends,
                           GError **error);

/* Twice the area of a ring, positive for an exterior one (clockwise on screen). */
gint64 ik_mvt_ring_area2(const ik_tile_point *points, guint n);

#endif

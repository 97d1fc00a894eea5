/* geometry_shape.h — where a feature lies to the geometry that an expression names.   [style]
 *
 * Lines between positions are straight on the Web Mercator map for "within", and straight in
 * metres around the feature's first position for "distance" (the ruler of the specification: WGS 84
 * flattened at that latitude, good for some hundred kilometres). O(edges of one * edges of other).
 */
#ifndef IK_GEOMETRY_SHAPE_H
#define IK_GEOMETRY_SHAPE_H

#include "expression.h"

typedef enum { IK_SHAPE_POINTS, IK_SHAPE_LINE, IK_SHAPE_RING } ik_shape_kind;

typedef struct {
    ik_shape_kind kind;
    guint polygon; /* number of the polygon that a ring is of */
    const double (*positions)[2];
    guint n;
} ik_shape_part;

typedef struct {
    const ik_shape_part *parts;
    guint n;
} ik_shape;

/* Reads the literal of a GeoJSON geometry, feature or feature collection. False when it is none,
 * or holds no position, or a geometry collection.
 */
bool ik_shape_read(const ik_value *geojson, ik_arena *arena, ik_shape *shape);

/* The parts of a feature of that geometry type. */
ik_shape ik_shape_of_feature(const ik_feature *feature, ik_arena *arena);

/* Whether all of a feature of points or lines lies inside one polygon of `area`; its border is
 * outside. Polygons are never within.
 */
bool ik_shape_within(const ik_shape *feature, const ik_shape *area);

/* Metres between the two, 0 where they touch; NaN when one of them is empty. */
double ik_shape_distance(const ik_shape *feature, const ik_shape *other);

#endif

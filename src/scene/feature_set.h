/* feature_set.h — features of a source with their geometry on a scene's grid.   [scene]
 *
 * Filled feature by feature by whoever reads the source, then sealed; immutable from then on and
 * shared between threads. Positions are tile units at the zoom of a scene, from its origin, and come
 * as doubles: what is not a number is left out, what lies absurdly far away is cut off, so that
 * whatever is drawn fits ik_tile_point. Rings get the turn that ring by ring tells solid from hole:
 * exterior ones positive (clockwise on screen).
 *
 * A set may stand for one tile of a source: then its lines and polygons, which reach into the
 * tile's buffer, are to be seen inside its clip only: a box, or where the map is projected anew a
 * ring that goes around the tile.
 */
#ifndef IK_FEATURE_SET_H
#define IK_FEATURE_SET_H

#include "expression.h"
#include "mercator.h"

typedef enum { IK_SHAPE_POINT, IK_SHAPE_LINE, IK_SHAPE_POLYGON } ik_shape;

typedef struct {
    double x, y; /* tile units */
} ik_grid_position;

typedef struct {
    ik_feature feature;
    ik_shape shape;
    guint32 first_part, n_parts; /* points, lines or rings: see ik_feature_set_part */
    ik_tile_box box;
    bool has_label_point; /* a polygon's: its symbols stand there, once */
    ik_tile_point label_point;
} ik_set_feature;

/* What a set is seen in. */
typedef struct {
    ik_tile_box box;
    guint n_ring; /* 0: all of the box */
    ik_tile_point ring[4];
} ik_clip;

typedef struct ik_feature_set ik_feature_set;

/* `clip` is copied; NULL: nothing is clipped. The edges of a box without a ring must be whole CSS pixels. */
ik_feature_set *ik_feature_set_new(const ik_clip *clip);
void ik_feature_set_free(ik_feature_set *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_feature_set, ik_feature_set_free)

/* ---- filling ---- */

/* Starts a feature. Texts of `id` and of the values below are copied. */
void ik_feature_set_begin(ik_feature_set *set, ik_shape shape, ik_value id);
/* The first attribute of a name counts. */
void ik_feature_set_attribute(ik_feature_set *set, const char *name, ik_value value);
void ik_feature_set_point(ik_feature_set *set, ik_grid_position point);
void ik_feature_set_line(ik_feature_set *set, const ik_grid_position *points, guint n);
/* A ring, which may or may not repeat its first point. Holes follow what they are holes of. */
void ik_feature_set_ring(ik_feature_set *set, const ik_grid_position *points, guint n,
                         bool is_hole);
/* Says where symbols of the open polygon stand; without it, in the middle of each of its parts. */
void ik_feature_set_label_point(ik_feature_set *set, ik_grid_position point);
/* Ends the feature; false when nothing of it can be drawn, and it is not there then. */
bool ik_feature_set_end(ik_feature_set *set);
void ik_feature_set_seal(ik_feature_set *set);

/* ---- reading: only when sealed ---- */

guint ik_feature_set_count(const ik_feature_set *set);
const ik_set_feature *ik_feature_set_at(const ik_feature_set *set, guint index);
/* A part of a feature, `part` < n_parts. Rings do not repeat their first point. */
const ik_tile_point *ik_feature_set_part(const ik_feature_set *set, const ik_set_feature *feature,
                                         guint part, guint *n);
/* NULL: not clipped. */
const ik_clip *ik_feature_set_clip(const ik_feature_set *set);
/* Whether a point of a feature is the set's own and not of its buffer; of sets whose clips share edges, one owns it.
 * Points of buffers are no features: whoever fills a set leaves them out, since rounding could lose one for both. */
bool ik_feature_set_owns(const ik_feature_set *set, const ik_set_feature *feature,
                         ik_tile_point point);

#endif

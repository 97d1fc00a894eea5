/* drawn_features.h — the features that one layer of a style draws, with what they look like.   [scene]
 *
 * Tile by tile of the source, in each in the order to draw, with an index over their boxes.
 */
#ifndef IK_DRAWN_FEATURES_H
#define IK_DRAWN_FEATURES_H

#include "feature_set.h"
#include "packed_rtree.h"
#include "scene.h"

/* What a fill looks like. */
typedef struct {
    ik_paint paint;
    const ik_pattern *pattern;
} ik_fill_style;

typedef struct {
    const ik_feature_set *set;
    guint32 feature;
    guint32 style; /* of the layer's fill styles or strokes */
    double sort_key;
} ik_drawn_feature;

typedef struct {
    bool is_clipped;
    ik_clip clip;
    GArray *drawn; /* ik_drawn_feature */
    ik_packed_rtree *index;
} ik_drawn_tile;

typedef struct {
    GArray *tiles;       /* ik_drawn_tile */
    GArray *fill_styles; /* ik_fill_style */
    GArray *strokes;     /* ik_stroke */
    GPtrArray *moved;    /* ik_feature_set: lines that stand beside those of the source */
    double margin_px;    /* how far a stroke reaches from its line */
    ik_tile_point shift; /* added to all positions */
} ik_drawn_features;

ik_drawn_features *ik_drawn_features_new(void);
void ik_drawn_features_free(ik_drawn_features *features);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_drawn_features, ik_drawn_features_free)

/* Starts a tile; features added from now on are in it. */
void ik_drawn_features_begin_tile(ik_drawn_features *features, const ik_clip *clip);
void ik_drawn_features_add(ik_drawn_features *features, const ik_drawn_feature *drawn);
/* Sorts the tile's features by their keys, those of one key as they were added, and indexes them. */
void ik_drawn_features_end_tile(ik_drawn_features *features);

/* The number of a style, which is added when it is new. */
guint32 ik_drawn_features_fill_style(ik_drawn_features *features, const ik_fill_style *style);
guint32 ik_drawn_features_stroke(ik_drawn_features *features, const ik_stroke *stroke);

guint ik_drawn_features_count(const ik_drawn_features *features);

#endif

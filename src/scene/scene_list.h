/* scene_list.h — the inside of a scene: its display list and the indexes over it.   [scene] */
#ifndef IK_SCENE_LIST_H
#define IK_SCENE_LIST_H

#include "arena.h"
#include "drawn_features.h"
#include "map_sources.h"
#include "packed_rtree.h"
#include "scene.h"
#include "source_layer.h"
#include "style.h"
#include "tiling.h"

/* A stroke and the ranks of border it is for, as bits. */
typedef struct {
    ik_stroke stroke;
    guint ranks;
} ik_ranked_stroke;

/* What a layer of a style draws: features of a source, or one of our own layers. */
typedef struct {
    const ik_layer_features *features; /* NULL: none */
    bool is_own;
    ik_source_layer own;
} ik_layer_source;

/* One layer of the style at this zoom. */
typedef struct {
    ik_draw_kind kind;
    const ik_style_layer *layer;          /* LABELS: only while the scene is made */
    ik_layer_source source;               /* LABELS: likewise */
    ik_paint paint;                       /* COVER */
    ik_level level;                       /* FILLS */
    const ik_paint *faces;                /* FILLS: of each face; alpha 0: nothing there */
    ik_ranked_stroke strokes[IK_N_RANKS]; /* STROKE */
    guint n_strokes;
    ik_drawn_features *drawn;          /* AREAS; STROKE unless of ranks; else NULL */
    ik_tile_point shift;               /* FILLS, STROKE of ranks: added to positions */
    const ik_pattern *pattern;         /* COVER */
    const ik_pattern *const *patterns; /* FILLS: of each face; NULL: none has one */
    const ik_paint *ramp;              /* HEAT */
    bool is_rough;                     /* AREAS */
    guint32 first, count;              /* CIRCLES, HEAT, PICTURE, LABELS */
} ik_scene_item;

struct ik_scene {
    const ik_tiling *tiling;
    double zoom;
    ik_scene_origin origin;
    ik_arena *arena;           /* texts, paints of faces */
    GArray *items;             /* ik_scene_item, in the order to draw */
    GArray *circles;           /* ik_circle */
    GArray *circle_styles;     /* ik_circle_style */
    GArray *heats;             /* ik_heat */
    GArray *pictures;          /* ik_picture */
    GArray *labels;            /* ik_label */
    GHashTable *patterns;      /* ik_sprite_image → ik_pattern of the arena */
    GPtrArray *own_sets;       /* ik_feature_set: our own layers, to be drawn feature by feature */
    GPtrArray *missing_images; /* char *, owned */
    ik_layer_features own_features[IK_N_SOURCES];
    const ik_feature_set *own_set[IK_N_SOURCES];
    ik_packed_rtree *circle_index, *heat_index, *label_index;
    double margin_px; /* how far a stroke reaches from its border */
    ik_label_count label_count;
};

ik_tile_box ik_circle_box(const ik_scene *scene, const ik_circle *circle);
ik_tile_box ik_heat_box(const ik_heat *heat);

#endif

/* label_order.h — the features of a symbol layer in the order in which they are placed.   [scene]
 *
 * By symbol-sort-key; among equals by importance, the larger the earlier: the attribute
 * "population", else "projects", else "point_count", else none; then by id (AGS, code, project,
 * feature id), then as the source has them. Where symbols may overlap and the style gives no order
 * (symbol-z-order), those further south come first, because they are drawn on top. The order does
 * not depend on the zoom unless the style's key does: so a label of one zoom is missing at the next
 * only where a more important one needs its room. Lines along which texts stand are joined where they go on
 * (line_join.h).
 */
#ifndef IK_LABEL_ORDER_H
#define IK_LABEL_ORDER_H

#include "line_join.h"
#include "scene_parts.h"

/* A feature of a layer. */
typedef struct {
    const ik_feature_set *set; /* NULL: of our own, by index */
    guint32 index;
    double sort_key, importance;
    int32_t south;   /* of its first point */
    const char *key; /* owned by the list's arena */
} ik_label_feature;

typedef struct {
    GArray *features; /* ik_label_feature */
    ik_arena *arena;
    ik_line_join *joined;   /* holds lines that are features of the list */
    bool is_southern_first; /* drawn in the reverse of the order of placing */
} ik_label_list;

/* The features that the layer's filter takes, in order. */
ik_label_list *ik_label_list_new(const ik_scene_build *build, const ik_style_layer *layer,
                                 const ik_layer_source *source);
void ik_label_list_free(ik_label_list *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_label_list, ik_label_list_free)

#endif

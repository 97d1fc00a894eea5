/* label_placer.h — finds each label its place, for a whole zoom level at once.   [scene]
 *
 * Greedy: whoever comes first keeps its place. Labels never touch each other; circles are avoided
 * as far as the allowed anchors permit.
 */
#ifndef IK_LABEL_PLACER_H
#define IK_LABEL_PLACER_H

#include "property.h"
#include "scene.h"

typedef struct ik_label_placer ik_label_placer;

#define IK_MAX_ANCHORS 9u

/* A label that looks for a place. */
typedef struct {
    ik_tile_point point;           /* what it names */
    ik_text_extent extent;         /* of the text alone */
    double margin_px;              /* halo and padding */
    guint anchors[IK_MAX_ANCHORS]; /* ik_anchor, in the order of preference */
    guint n_anchors;
    double radial_px;           /* distance of the text from the point, but for CENTER */
    double offset_px[2];        /* added to every anchor */
    bool may_overlap, is_ghost; /* ghosts keep no place free */
} ik_label_wish;

ik_label_placer *ik_label_placer_new(void);
void ik_label_placer_free(ik_label_placer *placer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_label_placer, ik_label_placer_free)

/* Something better left visible: a circle. */
void ik_label_placer_avoid(ik_label_placer *placer, const ik_tile_box *box);

/* Places a label; false when there is no room. `origin` and `box` as in ik_label. */
bool ik_label_placer_place(ik_label_placer *placer, const ik_label_wish *wish,
                           ik_tile_point *origin, ik_tile_box *box);

#endif

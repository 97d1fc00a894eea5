/* view_features.h — what a box shows of features drawn one by one.   [scene] */
#ifndef IK_VIEW_FEATURES_H
#define IK_VIEW_FEATURES_H

#include "scene_list.h"

/* Appends the commands of an item of kind AREAS or STROKE that has drawn features. */
void ik_view_add_features(ik_view *view, const ik_scene_item *item, const ik_tile_box *box);

/* The box with `margin_px` more on all sides. */
ik_tile_box ik_box_grow(const ik_tile_box *box, double margin_px);

/* Whether a segment may reach into the box: false only when both ends lie beyond one side. */
bool ik_box_may_touch(const ik_tile_box *box, ik_tile_point a, ik_tile_point b);

#endif

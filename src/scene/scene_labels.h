/* scene_labels.h — the labels of all symbol layers.   [scene] */
#ifndef IK_SCENE_LABELS_H
#define IK_SCENE_LABELS_H

#include "scene_parts.h"

/* Places the labels of the scene's symbol items: the layer drawn last has the first choice; in a
 * layer the order of label_order.h. False with what the metrics say.
 */
bool ik_scene_place_labels(const ik_scene_build *build);

#endif

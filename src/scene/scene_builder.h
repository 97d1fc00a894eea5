/* scene_builder.h — making a scene.   [scene]
 *
 * Apart from scene.h, so that a drawer sees neither styles nor tilings.
 */
#ifndef IK_SCENE_BUILDER_H
#define IK_SCENE_BUILDER_H

#include "map_data.h"
#include "scene.h"
#include "style.h"
#include "tiling.h"

/* Applies `style` to `data` at the zoom of `tiling`, which must outlive the scene; everything else
 * is needed only during the call.
 *
 *   returns  the caller's; NULL with INPUT (the style names a source layer that is not there),
 *            UNSUPPORTED (a layer type cannot draw that source layer) or what `metrics` says
 *
 * Labels are placed greedily: the layers of the style from the last to the first, in each by
 * symbol-sort-key, then by AGS or id. A label takes the first of its anchors that touches no other
 * label and the fewest circles. O(features * layers).
 */
ik_scene *ik_scene_new(const ik_style *style, const ik_tiling *tiling, const ik_map_data *data,
                       const ik_text_metrics *metrics, GError **error);

#endif

/* scene_builder.h — making a scene.   [scene]
 *
 * Apart from scene.h, so that a drawer sees neither styles nor tilings.
 */
#ifndef IK_SCENE_BUILDER_H
#define IK_SCENE_BUILDER_H

#include "image_table.h"
#include "map_data.h"
#include "map_sources.h"
#include "scene.h"
#include "style.h"
#include "tiling.h"

/* What a scene is made of. Borrowed. */
typedef struct {
    const ik_style *style;
    const ik_tiling *tiling;       /* of `data`; NULL: nothing of our own is drawn */
    const ik_map_data *data;       /* NULL with `tiling` */
    const ik_map_sources *sources; /* NULL: none; layers of other sources draw our own layers */
    const ik_image_table *images;  /* for patterns; NULL: none */
    const ik_text_metrics *metrics;
    double zoom;            /* of the grid, where there is no tiling */
    ik_scene_origin origin; /* of the positions in `sources`; 0, 0 with a tiling */
    const ik_tile_box *
        page; /* a map with an edge: texts that may choose their place stand inside it, and beside circles,
                              * where they can; NULL: as MapLibre places them */
} ik_scene_request;

/* Applies a style to data and sources at a zoom. Tiling, sources and images must outlive the scene;
 * everything else is needed only during the call.
 *
 *   returns  the caller's; NULL with INPUT (the style names a source layer that is not there)
 *            or what `metrics` says
 *
 * Labels are placed greedily: the layers of the style from the last to the first, in each in the
 * order of label_order.h. A label takes the first of its anchors that is free. O(features * layers).
 */
ik_scene *ik_scene_new_of(const ik_scene_request *request, GError **error);

/* A scene of our own data alone, at the zoom of the tiling. */
ik_scene *ik_scene_new(const ik_style *style, const ik_tiling *tiling, const ik_map_data *data,
                       const ik_text_metrics *metrics, GError **error);

#endif

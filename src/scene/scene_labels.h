/* scene_labels.h — the labels of one symbol layer.   [scene] */
#ifndef IK_SCENE_LABELS_H
#define IK_SCENE_LABELS_H

#include "label_placer.h"
#include "scene_list.h"
#include "style.h"

/* What the labels of a layer are made from. */
typedef struct {
    const ik_style_layer *layer;
    ik_source_layer source;
    const ik_map_data *data;
    const ik_text_metrics *metrics;
    ik_label_placer *placer;
} ik_label_job;

/* Places the labels of a layer and appends them to the scene; `item` learns which they are. */
bool ik_scene_add_labels(ik_scene *scene, const ik_label_job *job, ik_scene_item *item,
                         GError **error);

#endif

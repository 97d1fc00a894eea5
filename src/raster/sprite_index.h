/* sprite_index.h — the JSON index of a sprite: where in its sheet each image lies.   [raster]
 *
 *     { "marker": { "x": 0, "y": 0, "width": 24, "height": 32, "pixelRatio": 1,
 *                   "sdf": false, "stretchX": [[4, 20]], "stretchY": [[4, 28]],
 *                   "content": [4, 4, 20, 28] }, … }
 *
 * x, y, width and height are required, all in pixels of the sheet. Source: MapLibre Style
 * Specification v8, "Sprite". Members that it does not name are passed over.
 */
#ifndef IK_SPRITE_INDEX_H
#define IK_SPRITE_INDEX_H

#include "image_table.h"

/* An image and where it lies. */
typedef struct {
    ik_sprite_image image; /* its name as in the file, borrowed from the index; `index` unset */
    guint x, y;
} ik_sprite_entry;

typedef struct ik_sprite_index ik_sprite_index;

/* Reads the index of a sheet of width x height pixels; `name` stands in messages. The caller's;
 * NULL with INPUT and the path of what is wrong.
 */
ik_sprite_index *ik_sprite_index_parse(GBytes *json, guint width, guint height, const char *name,
                                       GError **error);
void ik_sprite_index_free(ik_sprite_index *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_sprite_index, ik_sprite_index_free)

guint ik_sprite_index_count(const ik_sprite_index *index);
const ik_sprite_entry *ik_sprite_index_at(const ik_sprite_index *index, guint number);

#endif

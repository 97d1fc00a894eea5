/* poster_keys.h — the legend of a page, drawn by the style sheet itself.   [pipeline]
 *
 * Each entry is a small piece of map with a single border or marker, styled like those of the map: whatever a style
 * does with them, the legend shows. What the style does not draw at this zoom, or the map does not have, has no entry.
 */
#ifndef IK_POSTER_KEYS_H
#define IK_POSTER_KEYS_H

#include "map_source.h"
#include "poster.h"
#include "scene_builder.h"

typedef struct {
    GArray *keys;    /* ik_poster_key; names are those of the table of texts */
    ik_scene *scene; /* NULL: nothing to explain */
    ik_feature_set *sets[4];
} ik_poster_keys;

/* Makes the entries for a map of `map`. `style`, `images`, `metrics` and `zoom` are those of `request`, the map's own.
 * Clear after success. INPUT: as the map's scene. */
bool ik_poster_keys_init(ik_poster_keys *keys, const ik_scene_request *request,
                         const ik_map_source *map, const char *language, GError **error);
void ik_poster_keys_clear(ik_poster_keys *keys);

#endif

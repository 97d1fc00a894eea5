/* style_sources.h — all that the layers of a style draw in one picture.   [pipeline]
 *
 * Reads the sources that visible layers use, GeoJSON, vector and raster tiles, pictures and sprites, and has them ready
 * for a scene. The source of the id "ideenkarte" is the program's own map, whatever the style says about it.
 */
#ifndef IK_STYLE_SOURCES_H
#define IK_STYLE_SOURCES_H

#include "image_table.h"
#include "map_source.h"
#include "map_sources.h"
#include "picture_grid.h"
#include "style.h"

#define IK_OWN_SOURCE_ID "ideenkarte"

typedef struct ik_style_sources ik_style_sources;

typedef struct {
    const ik_style *style;
    const char *name; /* of the style, for messages */
    ik_picture_grid grid;
    double pixel_ratio;       /* of the picture: which size of a sprite is read */
    const ik_map_source *map; /* our own data */
    bool is_deep; /* nothing is drawn from a tiling: our own data are read as features, too */
} ik_style_sources_request;

/* `warnings` takes sentences (char *) about what is not there or not read.
 *
 *   returns  the caller's; NULL with NOT_FOUND, IO, INPUT, UNSUPPORTED: a source that cannot be read
 */
ik_style_sources *ik_style_sources_read(const ik_style_sources_request *request,
                                        GPtrArray *warnings, GError **error);
void ik_style_sources_free(ik_style_sources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_style_sources, ik_style_sources_free)

/* Borrowed. */
const ik_map_sources *ik_style_sources_map(const ik_style_sources *sources);
const ik_image_table *ik_style_sources_images(const ik_style_sources *sources);

/* Whether a layer of the style draws our own map. */
bool ik_style_uses_own(const ik_style *style);

#endif

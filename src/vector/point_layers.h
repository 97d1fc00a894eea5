/* point_layers.h — projects and events of a tile.   [vector]
 *
 *   layer     feature   attributes
 *   projects  a project id, title, themes (joined by ;), icon, region, status, match
 *             a cluster point_count, theme_KEY and region_ID: how many of them have it
 *   events    an event  id, title
 *
 * Below the largest zoom projects are clustered; at the largest each stands alone. A point stands in the tile
 * that holds it alone, so that counts of a zoom add up to the number of projects. Numeric ids are a hash of the
 * record's id (a cluster's: of its first member's), so that they outlast changes elsewhere.
 */
#ifndef IK_POINT_LAYERS_H
#define IK_POINT_LAYERS_H

#include "clusters.h"
#include "mvt_writer.h"

/* Text is borrowed. */
typedef struct {
    const char *id, *title;
    const char *region;         /* id; NULL: none */
    const char *const *themes;  /* ends with NULL; NULL: none */
    const char *icon;           /* the sign of its main theme; NULL: none */
    const char *status, *match; /* NULL: none */
    ik_lonlat position;
} ik_map_point;

typedef struct ik_point_layers ik_point_layers;

/* `points`, borrowed, are sorted by id, so that nothing depends on the order of input; clustered for the zooms
 * min_zoom..max_zoom-1. The caller's; immutable, shared between threads. */
ik_point_layers *ik_point_layers_new(const ik_map_point *projects, guint32 n_projects,
                                     const ik_map_point *events, guint32 n_events, guint min_zoom,
                                     guint max_zoom);
void ik_point_layers_free(ik_point_layers *layers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_point_layers, ik_point_layers_free)

/* Writes the layers of a tile of min_zoom..max_zoom. */
void ik_point_layers_write(ik_mvt_writer *writer, const ik_point_layers *layers, ik_tile tile);

#endif

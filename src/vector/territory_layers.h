/* territory_layers.h — regions, districts, municipalities, borders and places of one tile.   [vector]
 *
 *   layer           id                 attributes
 *   regions         number             id, name, number, agency, tint, projects
 *   districts       key as a number    id (the key), name, kind
 *   municipalities  AGS as a number    ags, name, kind, population, district (id), region (id), projects
 *   places          AGS as a number    as municipalities, and rank: 1 from 500,000 inhabitants, 2 from 100,000,
 *                                      3 from 50,000, 4 from 20,000, 5 below
 *   borders         rank + 1           rank: 0 state, 1 region, 2 district, 3 municipality
 *
 * They are the attributes that scene/source_layer.h draws from, so that one style sheet serves both. A border is drawn
 * once, by its strongest rank. A place stands in the tile that holds it alone. Names are the official German ones.
 */
#ifndef IK_TERRITORY_LAYERS_H
#define IK_TERRITORY_LAYERS_H

#include "mvt_writer.h"
#include "tile_cut.h"

/* What a map says about its areas, borrowed; without one (NULL) its attribute is left out. */
typedef struct {
    const guint8 *tints;                  /* of each region: neighbours differ */
    const guint32 *region_projects;       /* projects in each region */
    const guint32 *municipality_projects; /* and in each municipality */
} ik_territory_figures;

/* Writes the layers of a tile of the tiling's zoom into `writer`. */
void ik_territory_layers_write(ik_mvt_writer *writer, const ik_tiling *tiling,
                               const ik_territory_figures *figures, ik_tile tile);

#endif

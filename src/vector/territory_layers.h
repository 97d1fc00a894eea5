/* territory_layers.h — regions, districts, municipalities, borders and places of one tile.   [vector]
 *
 *   layer           id                 attributes
 *   regions         number             id, name, agency
 *   districts       code as a number   code, name, kind
 *   municipalities  AGS as a number    ags, name, kind, population, district (code), region (id)
 *   borders         rank + 1           rank: 0 state, 1 region, 2 district, 3 municipality
 *   places          AGS as a number    name, rank (1 from 500,000 inhabitants, 2 from 100,000, 3 from
 *                                      50,000, 4 from 20,000, 5 below), population
 *
 * A border is drawn once, by its strongest rank. A place stands in the tile that holds it alone. Names are
 * the official German ones.
 */
#ifndef IK_TERRITORY_LAYERS_H
#define IK_TERRITORY_LAYERS_H

#include "mvt_writer.h"
#include "tile_cut.h"

/* Writes the layers of a tile of the tiling's zoom into `writer`. */
void ik_territory_layers_write(ik_mvt_writer *writer, const ik_tiling *tiling, ik_tile tile);

#endif

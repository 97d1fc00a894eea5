/* symbol_sites.h — the places at which a feature's symbol may stand.   [scene]
 *
 * Points: each of them. Polygons: the middle of each, or their outlines for placement along lines.
 * Lines: their beginning, or the places of line_placer.h.
 */
#ifndef IK_SYMBOL_SITES_H
#define IK_SYMBOL_SITES_H

#include "feature_set.h"
#include "symbol_placer.h"

/* Reused from feature to feature. */
typedef struct {
    GArray *sites;    /* ik_symbol_site */
    GPtrArray *lines; /* ik_line */
} ik_symbol_sites;

void ik_symbol_sites_init(ik_symbol_sites *sites);
void ik_symbol_sites_clear(ik_symbol_sites *sites);

/* The sites of a feature of a set; those in the buffer of a tile belong to its neighbour. */
void ik_symbol_sites_find(const ik_feature_set *set, const ik_set_feature *feature,
                          const ik_symbol *symbol, ik_symbol_sites *sites);

/* The one site of a feature that has a label point. */
void ik_symbol_sites_set_point(ik_symbol_sites *sites, ik_tile_point point);

#endif

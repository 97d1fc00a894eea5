/* neighbours.h — which municipalities share a border.   [geocoder] */
#ifndef IK_NEIGHBOURS_H
#define IK_NEIGHBOURS_H

#include <ideenkarte/territory.h>

/* Immutable; shared between threads. */
typedef struct ik_neighbours ik_neighbours;

/* Reads the borders of `territory`, which is not kept. Linear in its arcs. */
ik_neighbours *ik_neighbours_new(const ik_territory *territory);
void ik_neighbours_free(ik_neighbours *neighbours);

/* The neighbours of a municipality, ascending; `count` receives how many. Borrowed. */
const guint32 *ik_neighbours_of(const ik_neighbours *neighbours, guint32 municipality,
                                guint *count);

#endif

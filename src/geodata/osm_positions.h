/* osm_positions.h — positions of the nodes and ways that something asked for.   [geodata]
 *
 * First the ids are gathered, then sealed (sorted, each once), then positions are filled in and looked up.
 * Sixteen bytes an id. Positions are kept to 1e-7 degrees, as OpenStreetMap has them.
 */
#ifndef IK_OSM_POSITIONS_H
#define IK_OSM_POSITIONS_H

#include <ideenkarte/geo.h>

typedef struct ik_osm_positions ik_osm_positions;

ik_osm_positions *ik_osm_positions_new(void);
void ik_osm_positions_free(ik_osm_positions *positions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_osm_positions, ik_osm_positions_free)

void ik_osm_positions_ask(ik_osm_positions *positions, gint64 id);

/* Ends the asking. O(n log n). */
void ik_osm_positions_seal(ik_osm_positions *positions);

/* Whether the id was asked for. */
bool ik_osm_positions_wants(const ik_osm_positions *positions, gint64 id);

/* Does nothing for an id that was not asked for. */
void ik_osm_positions_set(ik_osm_positions *positions, gint64 id, ik_lonlat position);

/* False where the id was not asked for or never set. */
bool ik_osm_positions_get(const ik_osm_positions *positions, gint64 id, ik_lonlat *position);

#endif

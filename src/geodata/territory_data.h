/* territory_data.h — a territory read from a folder of tables and boundaries.   [geodata]
 *
 * The folder holds municipalities.geojson and the tables municipalities.csv, districts.csv,
 * regions.csv, region_members.csv, postcodes.csv and attribution.csv, UTF-8, comma between
 * columns, a header each. The built-in data of NRW are such a folder.
 */
#ifndef IK_TERRITORY_DATA_H
#define IK_TERRITORY_DATA_H

#include "topology.h"

typedef struct ik_territory_data ik_territory_data;

/* Reads and checks a folder.
 *
 *   returns  the caller's
 *   error    NOT_FOUND, IO; INPUT for a broken file, keys that are doubled, out of order or point
 *            to nothing, regions that contradict region_members.csv, boundaries that overlap
 *            or are no valid polygons, a label point outside its municipality
 */
ik_territory_data *ik_territory_data_load(const char *folder, GError **error);
void ik_territory_data_free(ik_territory_data *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_territory_data, ik_territory_data_free)

/* What was read; borrowed. */
const ik_territory *ik_territory_data_get(const ik_territory_data *data);

#endif

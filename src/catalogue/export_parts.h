/* export_parts.h — the formats that a catalogue is exported to.   [catalogue] */
#ifndef IK_EXPORT_PARTS_H
#define IK_EXPORT_PARTS_H

#include "sqlite.h"

#include <ideenkarte/catalogue_file.h>

/* Writes projects, events and areas to a new file `path` as a GeoPackage with a spatial index for each layer. Its
 * `last_change` is the day that labels the catalogue's last import, otherwise the first day of 1970: no clock is read. */
bool ik_export_geopackage(ik_db *db, const char *path, GError **error);

/* Writes the projects through `answer` as a GeoJSON FeatureCollection (RFC 7946), each where it is drawn. */
bool ik_export_geojson(ik_db *db, const ik_answer *answer, GError **error);

#endif

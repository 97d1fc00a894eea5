/* geojson.h — projects, events, regions and municipalities as GeoJSON (RFC 7946).   [site]
 *
 * Each is one FeatureCollection in one line a feature, with `bbox` (left out when nothing has a position) and
 * two foreign members (RFC 7946, section 6.1): `name` and `attribution`. WGS 84, longitude first, 6 decimals
 * (0.11 m), exterior rings counter-clockwise, holes clockwise. Features carry a stable `id`: the project's, the
 * event's, the region id, the AGS. A value that is not known is null, so that every feature has every property.
 *
 *   projects        id title organisation themes summary website address ags municipality region match accuracy_m
 *                   score faults status, then text image video start end and lon lat: the place itself, where
 *                   the geometry is the marker, moved aside if several share one spot
 *   events          id title date place region, then date_note description source
 *   regions         id number name agency population municipalities projects projects_per_100k themes events
 *   municipalities  ags name kind district region population projects, then district_name; district is the
 *                   5-digit code, region the id
 *
 * The contact of a project is left out: whoever registers one gives it to the operator, not to every harvester.
 * All return text of the caller.
 */
#ifndef IK_GEOJSON_H
#define IK_GEOJSON_H

#include "site.h"

char *ik_geojson_projects(const ik_site_input *input);
char *ik_geojson_events(const ik_site_input *input);
char *ik_geojson_regions(const ik_site_input *input);
char *ik_geojson_municipalities(const ik_site_input *input);

#endif

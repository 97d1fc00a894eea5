/* region_file.h — municipality, district and region for every position of a file.   [pipeline]
 *
 * CSV (columns recognised as in projects.csv: lon and lat, or easting, northing and epsg), NDJSON (members named the same
 * way), a GeoJSON FeatureCollection, or a sequence of features, one a line or RFC 8142. Order, columns, members and
 * number formats stay as they are; the answer is added:
 *
 *     ags, municipality   empty outside the territory
 *     district, region    code, id
 *     unit, unit_name     of the partition, where one is given
 *     nearest             AGS of the nearest municipality, for a position outside
 *     distance_m          how far that is
 *     border_distance_m   to the municipality's border, where that is less than 50 metres: the other side is as likely
 *     fault               why a record has no answer: no_position, coordinates_malformed, geometry_unsupported,
 *                         broken_json, or what is wrong with a line of CSV
 *
 * A member that has one of these names already is kept as `given_NAME`; columns may bear a name twice.
 * Read, answered and written record by record: memory does not grow with the file.
 */
#ifndef IDEENKARTE_REGION_FILE_H
#define IDEENKARTE_REGION_FILE_H

#include <ideenkarte/batch.h>
#include <ideenkarte/partition.h>
#include <ideenkarte/progress.h>
#include <ideenkarte/region.h>

G_BEGIN_DECLS

typedef struct {
    ik_file_format format;
    const ik_partition *partition; /* of the same territory; borrowed, NULL: none */
    const char *output;            /* file to write, replaced by one rename; NULL: to `write` */
    ik_write_fn write;
    gpointer write_data;
    ik_progress_fn progress; /* may be NULL */
    gpointer progress_data;
} ik_region_file_options;

typedef struct {
    guint64 records, inside, outside,
        rejected; /* rejected: without an answer; its record is kept */
} ik_region_file_summary;

/* Answers every record of a file; "-" is standard input, which goes through an unnamed temporary file.
 *
 *   set      borrowed
 *   summary  may be NULL
 *
 * NOT_FOUND: no such file, or a CSV file without a position's columns. INPUT: a FeatureCollection is broken (a broken
 * line of the other formats is only rejected). IO, BUSY: the output cannot be written; its former content stays.
 * CANCELLED: `progress` asked to stop. */
bool ik_region_file(const ik_region_set *set, const char *path,
                    const ik_region_file_options *options, ik_region_file_summary *summary,
                    GError **error);

/* One position as a line of JSON without line end: ags, municipality, district, district_name, region, region_name, of a
 * partition (may be NULL) unit and unit_name, near a border border_distance_m; outside ags (null), nearest, nearest_name
 * and distance_m. Caller frees. */
char *ik_region_to_json(const ik_region_set *set, const ik_partition *partition,
                        ik_lonlat position);

G_END_DECLS

#endif

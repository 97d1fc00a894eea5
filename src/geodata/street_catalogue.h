/* street_catalogue.h — the street catalogue of North Rhine-Westphalia as CSV.   [geodata]
 *
 * Columns ags, strassenschluessel, strasse, lon, lat, found by their names. The key has 17 characters: AGS (8),
 * locality (4), street (5); the last five are the official key inside the municipality.
 */
#ifndef IK_STREET_CATALOGUE_H
#define IK_STREET_CATALOGUE_H

#include "csv_reader.h"
#include "register_reader.h"

/* Whether a CSV header is that of a street catalogue. */
bool ik_street_catalogue_is_header(const ik_csv_record *header);

/* Reads the file, also inside a .zip or .gz. A street without a position is a record. Skips: street_missing,
 * ags_malformed, and the flaws of csv_reader.h. NOT_FOUND, IO, INPUT (no such header), CANCELLED, or what `take` says. */
bool ik_street_catalogue_read(const ik_register_request *request, ik_register_summary *summary,
                              GError **error);

#endif

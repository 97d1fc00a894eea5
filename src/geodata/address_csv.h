/* address_csv.h — addresses of a town as CSV, with a mapping of its columns.   [geodata]
 *
 * Columns are found by the names ags, street, number, suffix, street_key, postcode, locality, lon, lat, easting,
 * northing, or by a mapping "key=column"; "epsg=25832" says what easting and northing are. The header of the house
 * coordinates of Essen (strschl, strname, hsnr, hsnrzu, utm32_e_4647, utm32_n, lon, lat) is known. A table of localities
 * (address_header.h) has no street; its records are the localities themselves.
 */
#ifndef IK_ADDRESS_CSV_H
#define IK_ADDRESS_CSV_H

#include "register_reader.h"

/* Reads the file, also inside a .zip or .gz. A row without number is of its street alone. Street keys of fewer than 5
 * digits get zeros in front. Skips: street_missing, street_unknown ("### ..."), locality_missing, position_missing (a
 * house or a locality without one), ags_malformed, and the flaws of csv_reader.h. NOT_FOUND: no such file, or a column
 * that the mapping names; INPUT: a mapping that is none, no column for the street or for positions, a table of
 * postcodes; UNSUPPORTED: the EPSG code; IO, CANCELLED, or what `take` says. */
bool ik_address_csv_read(const ik_register_request *request, ik_register_summary *summary,
                         GError **error);

#endif

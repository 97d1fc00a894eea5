/* address_header.h — what a CSV of places holds, told by its header.   [geodata]
 *
 * Names of columns are compared without regard to upper and lower case. A mapping "key=column" (address_csv.h) counts
 * where the header has that column.
 */
#ifndef IK_ADDRESS_HEADER_H
#define IK_ADDRESS_HEADER_H

#include "csv_reader.h"

typedef enum {
    IK_CSV_ADDRESSES, /* or nothing known */
    IK_CSV_ESSEN,     /* house coordinates of Essen */
    IK_CSV_LOCALITIES, /* parts of municipalities with positions, no column for a street or a number */
    IK_CSV_POSTCODE_CENTRES, /* postcodes with positions, nothing finer */
    IK_CSV_POSTCODES         /* postcodes with their municipalities or places, no positions */
} ik_csv_kind;

/* `mapping` ends with NULL and may be NULL. */
ik_csv_kind ik_address_header_kind(const ik_csv_record *header, const char *const *mapping);

/* The column of localities by its usual names, the finest one there: locality, ortsteil, stadtteil, place, ort.
 * IK_NO_COLUMN (register_csv.h). */
guint ik_address_header_locality(const ik_csv_record *header);

#endif

/* address_fields.h — the address of a record in the parts that its file has.   [catalogue] */
#ifndef IK_ADDRESS_FIELDS_H
#define IK_ADDRESS_FIELDS_H

#include "columns.h"

/* Cleaned text or NULL, all owned. */
typedef struct {
    char *street, *house_number, *postcode, *city, *address;
} ik_address_fields;

/* Reads what there is; "40213 Düsseldorf" in one column is taken apart, its own columns win. A part without letter
 * or digit ("-") counts as empty. Release with ik_address_fields_clear. */
ik_address_fields ik_address_fields_read(const ik_columns *columns, const ik_csv_record *record);
/* Whether a town can be found: a street alone is no address. */
bool ik_address_fields_name_town(const ik_address_fields *fields);
/* "street number, postcode city", or the one line, or both; "" when there is nothing. Caller frees. */
char *ik_address_fields_line(const ik_address_fields *fields);
void ik_address_fields_clear(ik_address_fields *fields);

#endif

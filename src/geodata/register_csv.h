/* register_csv.h — registers that are CSV, packed or not, with their columns by name.   [geodata]
 *
 * A packed file is unpacked into an unnamed temporary file, so that memory stays constant.
 */
#ifndef IK_REGISTER_CSV_H
#define IK_REGISTER_CSV_H

#include "csv_reader.h"

#define IK_NO_COLUMN G_MAXUINT

/* NOT_FOUND: no such file; IO; INPUT: byte_source.h and csv_reader.h say when. */
ik_csv_reader *ik_register_csv_open(const char *path, GError **error);

/* The column of that name, upper and lower case alike; IK_NO_COLUMN. */
guint ik_register_csv_find(const ik_csv_record *header, const char *name);

/* A field; "" for IK_NO_COLUMN and where the record is shorter. */
const char *ik_register_csv_field(const ik_csv_record *record, guint column);

#endif

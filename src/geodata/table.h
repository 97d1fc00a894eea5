/* table.h — a CSV file of our own making: a known header, flawless records.   [geodata]
 *
 * Stricter than the reader below it, which takes what people deliver: here every deviation is an
 * error with file and line. Errors stick: after the first one there are no more records, and
 * ik_table_finish tells it.
 *
 *     while (ik_table_next(table)) { … ik_table_number(table, 1) … }
 *     return ik_table_finish(table, error);
 */
#ifndef IK_TABLE_H
#define IK_TABLE_H

#include <ideenkarte/geo.h>

typedef struct ik_table ik_table;

/* Opens `folder`/`name` and checks its header.
 *
 *   header  the columns joined by commas: "id,number,name,agency"
 *   error   as ik_csv_reader_open; INPUT for another header
 */
ik_table *ik_table_open(const char *folder, const char *name, const char *header, GError **error);
void ik_table_free(ik_table *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_table, ik_table_free)

/* Goes to the next record; false at the end and after an error. A flawed record is an error, and so
 * is one with another number of fields. */
bool ik_table_next(ik_table *table);

/* A field of the current record, its columns counted from 0; borrowed until the next record. */
const char *ik_table_text(const ik_table *table, guint column);

/* The field as a whole number, as degrees; 0 and an error when it is none. */
guint32 ik_table_number(ik_table *table, guint column);
double ik_table_degrees(ik_table *table, guint column);

/* Files an error at the current record, "regions.csv:3: " in front, unless there is one already. */
void ik_table_fail(ik_table *table, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Whether all went well; else sets the error that was filed. */
bool ik_table_finish(ik_table *table, GError **error);

#endif

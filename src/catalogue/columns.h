/* columns.h — which columns of a file serve which field.   [catalogue]
 *
 * A header line is read once; from then on a field of a record is read by its canonical name, whatever the file
 * calls it. An explicit mapping wins over names. Columns that serve no field are kept as extra.
 */
#ifndef IK_COLUMNS_H
#define IK_COLUMNS_H

#include "csv_reader.h"
#include "fields.h"

typedef struct ik_columns ik_columns;

typedef struct {
    ik_table table;
    const char *file; /* for messages */
    /* NULL-terminated pairs: canonical field, "Their Column" or several parts joined by blanks: `A + B`; a part in
     * double quotes is a constant. NULL: no mapping. */
    const char *const *mapping;
    bool requires_nothing; /* of a single record: what is missing is missing, and no NOT_FOUND */
} ik_columns_request;

/* Reads a header. NOT_FOUND, with the names that are there: a mapped column is missing, or a required one. INPUT: two
 * columns serve the same field, a mapping names no field, is empty or occurs twice. Caller frees. */
ik_columns *ik_columns_resolve(const ik_columns_request *request, const ik_csv_record *header,
                               GError **error);
void ik_columns_free(ik_columns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_columns, ik_columns_free)

bool ik_columns_has(const ik_columns *columns, ik_field field);

/* The field's text in `record`, cleaned; NULL when it is empty or has no column. Caller frees. */
char *ik_columns_read(const ik_columns *columns, const ik_csv_record *record, ik_field field);

/* The same, with the lines of the text kept (ik_text_clean_lines); several columns stand with an empty line between. */
char *ik_columns_read_lines(const ik_columns *columns, const ik_csv_record *record, ik_field field);

/* Name of the field's first column in the file; NULL when it has none. Borrowed. */
const char *ik_columns_name(const ik_columns *columns, ik_field field);

/* Name of the index-th column; NULL beyond the last. Borrowed. */
const char *ik_columns_header(const ik_columns *columns, guint index);
/* Number of columns; empty ones at the end do not count. */
guint ik_columns_count(const ik_columns *columns);

/* The unknown columns that hold something in `record`: NULL-terminated pairs of name and cleaned value. Caller
 * frees. */
char **ik_columns_extra(const ik_columns *columns, const ik_csv_record *record);

/* Names of the unknown columns in quotes, separated by ", "; NULL when there are none. Caller frees. */
char *ik_columns_unknown(const ik_columns *columns);

/* NULL-terminated pairs of canonical field and column name, of all fields that have one. Caller frees. */
char **ik_columns_pairs(const ik_columns *columns);

#endif

/* table_import.h — what reading projects and reading events have in common.   [catalogue]
 *
 * Opens the file, resolves the header, turns broken records away and hands each sound one to the table's own
 * function. Lives for one call.
 */
#ifndef IK_TABLE_IMPORT_H
#define IK_TABLE_IMPORT_H

#include "address_fields.h"
#include "given_position.h"
#include "import.h"

typedef struct {
    const ik_import_options *options;
    const char *file; /* as in messages */
    ik_records *records;
    ik_csv_reader *reader;
    ik_columns *columns;
    ik_given_reader *given;
    GHashTable *lines;        /* id → line where it was first read */
    GHashTable *other_themes; /* set of the themes that are not agreed */
    GPtrArray *theme_order;   /* the same in order of appearance, borrowed */
    guint n_read, n_used;
} ik_table_import;

/* Takes one sound record: appends to the records or rejects it. True when it is used. */
typedef bool (*ik_table_take_fn)(ik_table_import *import, const ik_csv_record *record);

/* Reads the whole file; errors as in import.h. */
bool ik_table_import_run(ik_table_import *import, ik_table table, const char *path,
                         ik_table_take_fn take, GError **error);

/* Why a record is turned away; `column` is its name in the file. All borrowed, but for `code` any may be NULL. */
typedef struct {
    const char *code, *column, *read, *expected;
} ik_rejection;

/* Appends a reject. Returns false, so that a taker can return it. */
bool ik_table_import_reject(ik_table_import *import, const ik_csv_record *record, ik_rejection why);

/* The record's id, unused so far; NULL after rejecting the record. Caller frees. */
char *ik_table_import_id(ik_table_import *import, const ik_csv_record *record);

/* File and line of the record. Caller frees the file's name. */
ik_origin ik_table_import_origin(const ik_table_import *import, const ik_csv_record *record);

/* A date; what cannot be read becomes a fault and NULL. Caller frees. */
char *ik_table_import_date(const ik_table_import *import, const ik_csv_record *record,
                           ik_field field, ik_faults *faults);

#endif

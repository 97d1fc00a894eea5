/* csv_records.h — splitting bytes into records when separator and encoding are settled.   [base]
 *
 * The part of the CSV reader that knows libcsv. What a record is, flawed or not, stands in csv_reader.h.
 */
#ifndef IK_CSV_RECORDS_H
#define IK_CSV_RECORDS_H

#include <csv.h>
#include <glib.h>

#include "csv_encoding.h"
#include "csv_reader.h"

typedef struct {
    const guint8 *data; /* borrowed */
    gsize size;
    gsize position; /* where the next record is looked for; may be set */
    guint line;     /* of `position`, from 1; is set with it */
    gsize max_field_bytes;
    ik_encoding encoding; /* to be set before the first record is read */

    struct csv_parser parser;
    bool has_ended;    /* the parser has seen the end of the record */
    GString *text;     /* the fields, each with its NUL */
    GArray *starts;    /* of gsize: where in `text` each field starts */
    GPtrArray *fields; /* into `text` */
    GString *raw;
    ik_csv_record record;
} ik_csv_records;

/* `data` must outlive the records; not NULL, even where `size` is 0. */
void ik_csv_records_init(ik_csv_records *records, const guint8 *data, gsize size,
                         gsize max_field_bytes);
void ik_csv_records_clear(ik_csv_records *records);

void ik_csv_records_set_separator(ik_csv_records *records, char separator);

/* As ik_csv_reader_next. */
const ik_csv_record *ik_csv_records_next(ik_csv_records *records);

/* Behind the end of the line that `start` lies in; `*content` receives where its text ends. */
gsize ik_csv_records_line_end(const ik_csv_records *records, gsize start, gsize *content);

#endif

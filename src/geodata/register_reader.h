/* register_reader.h — what every reader of a foreign address register is given and gives back.   [geodata]
 *
 * A reader streams a file and hands each record over; what it cannot use is counted under a reason and never ends
 * the reading. Reasons are static codes ("position_missing"), explained in the table of texts as `skip.CODE`.
 *
 * Memory  constant, but for OpenStreetMap (osm_addresses.h).   Threads  one reading serves one thread.
 */
#ifndef IK_REGISTER_READER_H
#define IK_REGISTER_READER_H

#include "address_record.h"

#include <ideenkarte/progress.h>

#define IK_SKIP_REASONS      24
#define IK_REGISTER_DATE_LEN 10

typedef struct {
    const char *reason; /* static */
    guint64 count;
    guint64 first_line; /* of the source; 0: it has none */
} ik_skip;

typedef struct {
    ik_skip items[IK_SKIP_REASONS]; /* in the order of their first appearance */
    guint n;
} ik_skips;

void ik_skips_add(ik_skips *skips, const char *reason, guint64 line);
guint64 ik_skips_total(const ik_skips *skips);

typedef struct {
    const char *path;
    ik_address_record_fn take;
    gpointer take_data;
    ik_progress_fn progress; /* may be NULL */
    gpointer progress_data;
    const char *ags; /* CSV: municipality of all records that name none; NULL: from the position */
    const char *const *mapping; /* CSV: "key=column" (address_csv.h), ends with NULL; may be NULL */
} ik_register_request;

typedef struct {
    guint64 rows;                        /* records of the file, used or not */
    ik_skips skips;                      /* `take` may add its own */
    char date[IK_REGISTER_DATE_LEN + 1]; /* newest date of a record, "2026-07-01"; "" unknown */
} ik_register_summary;

/* Counts a row and tells the progress every some ten thousand. CANCELLED. */
bool ik_register_count_row(const ik_register_request *request, ik_register_summary *summary,
                           GError **error);

/* Keeps the newest date; `text` begins with it ("2021-08-12T10:00:00Z") or is no date. NULL is none. */
void ik_register_note_date(ik_register_summary *summary, const char *text);

/* Whether a text begins with a date, YYYY-MM-DD. */
bool ik_register_is_date(const char *text);

/* Reads a number with a point or a comma, digits only ("32349925,060", "-0.5"); false: it is none. */
bool ik_register_parse_decimal(const char *text, double *number);

/* The last part of a path. Borrowed from it. */
const char *ik_register_name(const char *path);

#endif

/* json_records.h — a JSON text cut into its records: lines, a sequence, or the features of a collection.   [pipeline]
 *
 * Whatever stands around the records is handed out with them, so that it can be copied as it is written.
 */
#ifndef IK_JSON_RECORDS_H
#define IK_JSON_RECORDS_H

#include <ideenkarte/batch.h>

#include "json_span.h"

typedef struct {
    ik_json_span before; /* to be copied in front of the record */
    ik_json_span text;   /* the record */
    const char *after;   /* what stands behind it; static */
    guint64 line;        /* of the file, from 1, where the record begins */
} ik_json_record;

typedef struct {
    const char *name; /* of the file, for messages */
    ik_json_span text;
    const char *at;
    const char *copied; /* of a collection: what is handed out already */
    char separator;     /* of records; '\0': a collection */
    bool has_begun, has_ended;
    guint64 line;        /* of `counted` */
    const char *counted; /* as far as lines are counted */
} ik_json_records;

/* Records of `bytes` without byte order mark; both borrowed. `format` is NDJSON or GEOJSON. */
void ik_json_records_init(ik_json_records *records, GBytes *bytes, const char *name,
                          ik_file_format format);

/* The next record; false at the end, or with `error` set (INPUT: a collection is broken). Of a collection the last call
 * that returns false without error leaves in `before` what stands behind the last feature. */
bool ik_json_records_next(ik_json_records *records, ik_json_record *record, GError **error);

/* For a feature of a collection that is no object, or broken inside. Always false. */
bool ik_json_records_fail(const ik_json_records *records, guint64 line, const char *what,
                          GError **error);

/* Whether a broken record only is rejected, and the others are answered. */
bool ik_json_records_are_lines(const ik_json_records *records);

#endif

/* region_batch.h — what the formats of region_file.h share: the answer to a position, and where it goes.   [pipeline] */
#ifndef IK_REGION_BATCH_H
#define IK_REGION_BATCH_H

#include <ideenkarte/region_file.h>

#include "given_position.h"

typedef struct {
    const ik_region_set *set;
    const ik_territory *territory;
    const ik_region_file_options *options;
    const char *name; /* of the file, for messages */
    ik_given_reader *given;
    GString *out; /* not yet written */
    ik_write_fn write;
    gpointer write_data;
    ik_region_file_summary summary;
} ik_region_batch;

typedef enum {
    IK_REGION_AGS,
    IK_REGION_MUNICIPALITY,
    IK_REGION_DISTRICT,
    IK_REGION_REGION,
    IK_REGION_UNIT,
    IK_REGION_UNIT_NAME,
    IK_REGION_NEAREST,
    IK_REGION_DISTANCE,
    IK_REGION_BORDER_DISTANCE,
    IK_REGION_FAULT,
    IK_REGION_N_VALUES
} ik_region_value;

/* An answer as texts, NULL where there is nothing to say; borrowed but for the two distances. */
typedef struct {
    const char *values[IK_REGION_N_VALUES];
    char distance[24], border_distance[24];
} ik_region_answer;

/* "ags", "municipality", … Static. */
const char *ik_region_value_name(ik_region_value value);
/* Whether the batch answers it: units only with a partition. */
bool ik_region_value_is_asked(const ik_region_batch *batch, ik_region_value value);
/* Numbers in JSON. */
bool ik_region_value_is_number(ik_region_value value);

/* Answers a record and counts it; with a fault there is no position. */
void ik_region_answer_position(ik_region_batch *batch, ik_lonlat position,
                               ik_region_answer *answer);
void ik_region_answer_fault(ik_region_batch *batch, const char *code, ik_region_answer *answer);
/* The position or the fault of a record with columns. */
void ik_region_answer_record(ik_region_batch *batch, const ik_columns *columns,
                             const ik_csv_record *record, ik_region_answer *answer);

/* Writes what has come together, if there is enough of it, and tells the progress. After every record. */
bool ik_region_batch_pass_on(ik_region_batch *batch, GError **error);

/* The formats. `bytes` is the whole file. */
bool ik_region_csv(ik_region_batch *batch, GBytes *bytes, GError **error);
bool ik_region_records(ik_region_batch *batch, GBytes *json_bytes, ik_file_format format,
                       GError **error);

#endif

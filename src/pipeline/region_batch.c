/* region_batch.c — the answer to a position, counting, writing.   [pipeline] */
#include "region_batch.h"

#include <ideenkarte/error.h>

#include "json_writer.h"
#include "place.h"

#define FLUSH_BYTES   65536
#define PROGRESS_STEP 4096

const char *ik_region_value_name(ik_region_value value)
{
    static const char *const names[IK_REGION_N_VALUES] = {
        "ags",     "municipality", "district",          "region", "unit", "unit_name",
        "nearest", "distance_m",   "border_distance_m", "fault"};
    return names[value];
}

bool ik_region_value_is_asked(const ik_region_batch *batch, ik_region_value value)
{
    return batch->options->partition != NULL ||
           (value != IK_REGION_UNIT && value != IK_REGION_UNIT_NAME);
}

bool ik_region_value_is_number(ik_region_value value)
{
    return value == IK_REGION_DISTANCE || value == IK_REGION_BORDER_DISTANCE;
}

static const char *write_metres(char *text, gsize size, double metres, guint decimals)
{
    g_autoptr(GString) number = g_string_new(NULL);
    ik_append_rounded(number, metres, decimals);
    g_strlcpy(text, number->str, size);
    return text;
}

static void answer_inside(const ik_region_batch *batch, ik_lonlat position, guint32 index,
                          ik_region_answer *answer)
{
    const ik_municipality *municipality = &batch->territory->municipalities[index];
    const ik_partition *partition = batch->options->partition;
    answer->values[IK_REGION_AGS] = municipality->ags;
    answer->values[IK_REGION_MUNICIPALITY] = municipality->name;
    answer->values[IK_REGION_DISTRICT] = batch->territory->districts[municipality->district].code;
    answer->values[IK_REGION_REGION] = batch->territory->regions[municipality->region].id;
    if (partition) {
        guint32 n_units;
        const ik_partition_unit *unit =
            &ik_partition_units(partition, &n_units)[ik_partition_unit_of(partition, index)];
        answer->values[IK_REGION_UNIT] = unit->id;
        answer->values[IK_REGION_UNIT_NAME] = unit->name;
    }
    double metres = ik_region_set_border_distance_m(batch->set, index, position);
    if (metres < IK_NEAR_BORDER_M)
        answer->values[IK_REGION_BORDER_DISTANCE] =
            write_metres(answer->border_distance, sizeof answer->border_distance, metres, 1);
}

static void answer_outside(const ik_region_batch *batch, ik_lonlat position,
                           ik_region_answer *answer)
{
    double metres;
    guint32 nearest = ik_region_set_nearest(batch->set, position, &metres);
    if (nearest == IK_NONE)
        return;
    answer->values[IK_REGION_NEAREST] = batch->territory->municipalities[nearest].ags;
    answer->values[IK_REGION_DISTANCE] =
        write_metres(answer->distance, sizeof answer->distance, metres, 0);
}

void ik_region_answer_position(ik_region_batch *batch, ik_lonlat position, ik_region_answer *answer)
{
    *answer = (ik_region_answer){0};
    guint32 index = ik_region_set_locate(batch->set, position);
    batch->summary.records++;
    batch->summary.inside += index != IK_NONE;
    batch->summary.outside += index == IK_NONE;
    if (index == IK_NONE)
        answer_outside(batch, position, answer);
    else
        answer_inside(batch, position, index, answer);
}

void ik_region_answer_fault(ik_region_batch *batch, const char *code, ik_region_answer *answer)
{
    *answer = (ik_region_answer){0};
    answer->values[IK_REGION_FAULT] = code;
    batch->summary.records++;
    batch->summary.rejected++;
}

void ik_region_answer_record(ik_region_batch *batch, const ik_columns *columns,
                             const ik_csv_record *record, ik_region_answer *answer)
{
    if (record->flaw != IK_CSV_FLAWLESS) {
        ik_region_answer_fault(batch, ik_csv_flaw_code(record->flaw), answer);
        return;
    }
    ik_given given = ik_given_read(batch->given, columns, record);
    if (given.state == IK_GIVEN_READ)
        ik_region_answer_position(batch, given.position, answer);
    else
        ik_region_answer_fault(
            batch, given.state == IK_GIVEN_ABSENT ? "no_position" : "coordinates_malformed",
            answer);
    ik_given_clear(&given);
}

static bool flush(ik_region_batch *batch, GError **error)
{
    bool written = batch->write(batch->out->str, batch->out->len, batch->write_data, error);
    g_string_truncate(batch->out, 0);
    return written;
}

bool ik_region_batch_pass_on(ik_region_batch *batch, GError **error)
{
    const ik_region_file_options *options = batch->options;
    const ik_progress progress = {"stage.place", batch->summary.records, 0};
    if (batch->summary.records % PROGRESS_STEP == 0 && options->progress &&
        !options->progress(&progress, options->progress_data)) {
        g_set_error_literal(error, IK_ERROR, IK_ERROR_CANCELLED, "stopped");
        return false;
    }
    return batch->out->len < FLUSH_BYTES || flush(batch, error);
}

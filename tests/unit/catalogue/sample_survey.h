/* sample_survey.h — a survey of records on the sample territory.   [tests] */
#ifndef IK_SAMPLE_SURVEY_H
#define IK_SAMPLE_SURVEY_H

#include "sample_records.h"
#include "store.h"
#include "survey.h"

/* What figures are made from, by way of a catalogue in memory. The caller's. */
static inline ik_survey *sample_survey(const ik_territory *territory, const ik_records *records)
{
    GError *error = NULL;
    g_autoptr(ik_db) db = ik_db_create(":memory:", &error);
    ik_assert_no_error(error);
    const ik_store_input input = {.territory = territory, .records = records, .title = "Titel"};
    ik_catalogue_fill(db, &input, &error);
    ik_assert_no_error(error);
    ik_survey *survey = ik_survey_read(db, territory, &error);
    ik_assert_no_error(error);
    return survey;
}

#endif

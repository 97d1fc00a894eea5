/* selection.h — which projects and events of a survey a filter lets through.   [catalogue] */
#ifndef IK_SELECTION_H
#define IK_SELECTION_H

#include "survey.h"

typedef struct {
    guint8 *projects, *events; /* 1 for each one that counts; owned */
    guint32 left_out, undated; /* projects; undated ones are left out too */
    guint32 events_left_out;
    ik_period period; /* of the filter; "" where it is open */
} ik_selection;

/* `filter` may be NULL: all. INPUT as ik_survey_coverage. Clear in any case. */
bool ik_selection_init(ik_selection *selection, const ik_survey *survey,
                       const ik_coverage_filter *filter, GError **error);
void ik_selection_clear(ik_selection *selection);

/* Metres from each municipality's centre to the nearest project that counts; NaN without any. Caller frees. */
double *ik_selection_distances(const ik_selection *selection, const ik_survey *survey);

#endif

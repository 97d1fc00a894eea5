/* survey.h — what a catalogue says about placed projects and events, as plain arrays.   [catalogue]
 *
 * Figures are counted from it, with a filter or without. Immutable once read.
 */
#ifndef IK_SURVEY_H
#define IK_SURVEY_H

#include "sqlite.h"

#include <ideenkarte/coverage.h>

#define IK_DATE_SIZE 11 /* "YYYY-MM-DD" and its end */

/* First and last day as far as they are known; "" where they are not. */
typedef struct {
    char first[IK_DATE_SIZE], last[IK_DATE_SIZE];
} ik_period;

typedef struct {
    guint32 municipality;
    guint32 organisation;          /* number; 0: none */
    guint32 first_theme, n_themes; /* into project_themes */
    ik_period period;
    bool is_to_check;
    bool is_rough; /* known only by its postcode or town */
    ik_lonlat position;
} ik_survey_project;

typedef struct {
    char *title, *date, *date_note, *place; /* NULL: unknown */
    guint32 region, municipality;           /* index or IK_NONE */
    ik_period period;
} ik_survey_event;

struct ik_survey {
    const ik_territory *territory; /* borrowed */
    char *title, *notice;          /* of the map; NULL: none */
    GArray *projects;              /* of ik_survey_project, order of the file */
    GArray *project_themes;        /* of guint32: index into themes, ascending for each project */
    GPtrArray *themes;             /* of char *, sorted bytewise */
    GArray *events;                /* of ik_survey_event, order of the file */
    guint32 rejected;              /* records in the rejects */
};

/* Reads `db`, a catalogue filled from `territory`, which is borrowed. INPUT: it holds another one. Caller frees. */
ik_survey *ik_survey_read(ik_db *db, const ik_territory *territory, GError **error);

#endif

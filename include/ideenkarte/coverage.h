/* coverage.h — what stands where, and where nothing stands.   [catalogue]
 *
 * All figures come from a survey: what a catalogue says about placed projects and events, read once. Distances are
 * straight lines in metres from the centre of a municipality (its label point) to the nearest project, wherever that
 * lies. Surveys are immutable and may be read by many threads.
 */
#ifndef IDEENKARTE_COVERAGE_H
#define IDEENKARTE_COVERAGE_H

#include <ideenkarte/territory.h>

G_BEGIN_DECLS

typedef struct ik_survey ik_survey;

/* Reads the catalogue file `path`, which is not changed. `territory` is borrowed and must outlive the result, which is
 * the caller's. NOT_FOUND: no such file; INPUT: no catalogue, a newer or damaged one, one of another territory. */
ik_survey *ik_survey_open(const char *path, const ik_territory *territory, GError **error);
void ik_survey_free(ik_survey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_survey, ik_survey_free)

/* Which projects and events count. A project that names no theme has none; one without any date lies in no period.
 * What has begun and not ended goes on. Events have dates but no themes. */
typedef struct {
    const char *theme;         /* key; NULL: all */
    const char *since, *until; /* "2016", "2016-09" or "2016-09-05", both inclusive; NULL: open */
} ik_coverage_filter;

/* One row of coverage: what stands in a region, district or municipality. In the total, what can be added is
 * the sum of the rows; organisations and themes count once however many rows they occur in. */
typedef struct {
    char *id, *name; /* region id, district code or AGS */
    guint32 municipalities, municipalities_with_project;
    guint64 population;
    guint32 projects, projects_check, organisations, events;
    double projects_per_100k;                 /* 0 when the population is 0 */
    double distance_median_m, distance_max_m; /* over the municipalities; NaN without any project */
    guint32 farthest;                         /* municipality of that maximum, or IK_NONE */
    char **themes;                            /* keys that occur, sorted */
} ik_coverage_row;

typedef enum { IK_COVERAGE_REGION, IK_COVERAGE_DISTRICT, IK_COVERAGE_MUNICIPALITY } ik_coverage_by;

typedef struct {
    ik_coverage_by by;
    GPtrArray *rows;        /* of ik_coverage_row *, owned, order of the territory's table */
    ik_coverage_row *total; /* owned */
    guint32 rejected;       /* records that are in no row */
    guint32 rough;          /* of the projects: known only by their postcode or town */
    guint32 left_out;       /* placed projects that the filter leaves out */
    guint32 undated;        /* of those: because they have no date */
    guint32
        events_elsewhere; /* events that are in no row: their region or municipality is not known */
    guint32 events_left_out;     /* events outside the period, or without a date */
    char *title, *notice;        /* of the map, as the catalogue has them; NULL: none */
    char *theme, *since, *until; /* the filter, dates as YYYY-MM-DD; NULL where open */
} ik_coverage;

void ik_coverage_free(ik_coverage *coverage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_coverage, ik_coverage_free)

/* Counts. `filter` may be NULL. INPUT: a date that is none, a period that ends before it begins, a theme that the
 * catalogue does not know. Caller frees. O(projects × municipalities) for the distances. */
ik_coverage *ik_survey_coverage(const ik_survey *survey, ik_coverage_by by,
                                const ik_coverage_filter *filter, GError **error);

/* A municipality without a project. */
typedef struct {
    guint32 municipality;
    double distance_m; /* to the nearest project; NaN without any */
} ik_white_spot;

/* Where one more project would stand, and whom it would reach. */
typedef struct {
    guint32 municipality;
    guint64 people;  /* that this one reaches for the first time */
    guint64 reached; /* in all, with this one and those before it */
} ik_gain;

typedef struct {
    double radius_m; /* who lives that near to a project is reached */
    guint32 region;  /* only municipalities of this region; IK_NONE: all */
    guint max_gains; /* how many further projects are tried */
} ik_white_spot_options;

typedef struct {
    GArray *spots; /* of ik_white_spot: by population, then distance, largest first, then AGS */
    GArray *gains; /* of ik_gain: in the order in which they would be founded */
    guint32 municipalities; /* looked at */
    guint64 population;     /* of them */
    guint64 reached;        /* of those people, by the projects there are */
    double radius_m;
} ik_white_spots;

/* Finds municipalities without a project, and where one more would reach most people.
 *
 * The inhabitants of a municipality are taken to live at its centre. They are reached when a project is at most
 * `radius_m` away. A further project is put at the centre of the municipality where it reaches most people who are not
 * reached yet, then the next one, and so on: greedy, each step the best one, several together at least 63 % as good as
 * the best choice there is (Nemhauser, Wolsey, Fisher 1978). Of equal ones the smaller AGS is taken; it ends when
 * nobody is left. Errors as ik_survey_coverage. Caller frees.
 */
ik_white_spots *ik_survey_white_spots(const ik_survey *survey, const ik_coverage_filter *filter,
                                      const ik_white_spot_options *options, GError **error);
void ik_white_spots_free(ik_white_spots *spots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_white_spots, ik_white_spots_free)

/* How values are put into classes for a map. */
typedef enum {
    IK_CLASSES_QUANTILES, /* as many values in each class as in the others, as far as equal ones allow */
    IK_CLASSES_EQUAL, /* steps of one width from the smallest to the largest value */
    IK_CLASSES_JENKS /* natural breaks: the least sum of squared deviations from the classes' means */
} ik_class_method;

#define IK_MAX_CLASSES 7

G_END_DECLS

#endif

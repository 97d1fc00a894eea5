/* catalogue.h — projects and events as they are registered, placed and counted.   [catalogue]
 *
 * Text is UTF-8 without control characters, trimmed. Dates are "YYYY", "YYYY-MM" or "YYYY-MM-DD".
 */
#ifndef IDEENKARTE_CATALOGUE_H
#define IDEENKARTE_CATALOGUE_H

#include <ideenkarte/match.h>

G_BEGIN_DECLS

/* Where a project's record was read. */
typedef struct {
    char *file; /* name as given in the workspace, "projects.csv" */
    guint line; /* 1-based line where the record starts */
} ik_origin;

typedef struct {
    char *id, *title, *organisation;
    char *street, *house_number, *postcode, *city, *address; /* as written; `address` is the one-line form */
    char **themes; /* NULL-terminated keys, sorted, without duplicates */
    char *summary, *text, *website, *image, *video, *contact, *start, *end;
    char **extra; /* NULL-terminated pairs: column name, value; order of the columns */
    bool has_given;
    ik_lonlat given; /* as written, before any check */
    ik_origin origin;
    ik_match match;   /* filled by placing: where it is and how sure that is */
    ik_lonlat marker; /* where it is drawn: `match.position`, moved aside if several share one spot */
} ik_project;

typedef struct {
    char *id, *title, *date, *date_note, *place, *description, *source;
    char *street, *house_number, *postcode, *city;
    guint32 region; /* index, IK_NONE while unknown */
    bool has_position;
    ik_lonlat position;
    guint32 municipality; /* index or IK_NONE */
    ik_origin origin;
} ik_event;

/* A record that could not be used, or only in part. */
typedef struct {
    ik_origin origin;
    char *id;        /* as read, may be NULL */
    char *column;    /* name in the file, may be NULL */
    const char *code; /* fault code, static */
    char *read, *expected;
    char *record; /* the raw record, cut to 1000 bytes */
} ik_reject;

typedef struct {
    GPtrArray *projects; /* of ik_project *, owned, order of the file */
    GPtrArray *events;   /* of ik_event *, owned */
    GPtrArray *rejects;  /* of ik_reject *, owned, order of files and lines */
    GPtrArray *notes;    /* of char *, owned: what a person should know ("projects.csv: encoding windows-1252") */
} ik_records;

ik_records *ik_records_new(void);
void ik_records_free(ik_records *records);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_records, ik_records_free)
void ik_project_free(ik_project *project);
void ik_event_free(ik_event *event);
void ik_reject_free(ik_reject *reject);

/* One row of coverage: what stands in a region, district or municipality. */
typedef struct {
    char *id, *name; /* region id, district code or AGS */
    guint32 municipalities, municipalities_with_project;
    guint64 population;
    guint32 projects, projects_check, organisations, events;
    double projects_per_100k; /* 0 when the population is 0 */
    char **themes;            /* keys that occur, sorted */
} ik_coverage_row;

typedef enum { IK_COVERAGE_REGION, IK_COVERAGE_DISTRICT, IK_COVERAGE_MUNICIPALITY } ik_coverage_by;

typedef struct {
    ik_coverage_by by;
    GPtrArray *rows;       /* of ik_coverage_row *, owned, order of the territory's table */
    ik_coverage_row *total; /* owned */
    guint32 rejected;      /* records that are in no row */
} ik_coverage;

void ik_coverage_free(ik_coverage *coverage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_coverage, ik_coverage_free)

G_END_DECLS

#endif

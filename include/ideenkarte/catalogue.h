/* catalogue.h — projects and events as they are registered, placed and counted.   [catalogue]
 *
 * Text is UTF-8 (NFC) without control and direction marks, blanks collapsed, trimmed; NULL where there is
 * none. The `text` of a project keeps its lines (a small part of Markdown); `image` is the name of a file in the folder
 * images of the workspace, or a web address, which is not shown. Dates are "YYYY", "YYYY-MM" or "YYYY-MM-DD".
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

/* A project. `id` and `title` are never NULL (without a title the organisation stands there), `themes` and
 * `extra` may be empty but are never NULL. */
typedef struct {
    char *id, *title, *organisation;
    char *street, *house_number, *postcode, *city,
        *address;     /* as written; `address` is the one-line form */
    char **themes;    /* NULL-terminated keys, sorted, without duplicates */
    char *main_theme; /* the one that was named first; NULL: none */
    char *summary, *text, *website, *image, *video, *contact, *start, *end;
    char **extra; /* NULL-terminated pairs: column name, value; order of the columns */
    bool has_given;
    ik_lonlat given; /* as written, before any check */
    ik_origin origin;
    char *record; /* the raw record, cut to 1000 bytes: what a reject shows */
    ik_match
        match; /* import leaves its faults here, placing says where it is and how sure that is */
    ik_lonlat
        marker; /* where it is drawn: `match.position`, moved aside if several share one spot */
} ik_project;

/* An event. `id` and `title` are never NULL. A date that cannot be read is kept in `date_note`. */
typedef struct {
    char *id, *title, *date, *date_note, *place, *description, *source;
    char *street, *house_number, *postcode, *city;
    guint32 region; /* index, IK_NONE while unknown */
    bool has_position;
    ik_lonlat position;
    guint32 municipality; /* index or IK_NONE */
    ik_origin origin;
    ik_faults
        faults; /* what import doubts: date_malformed, region_unknown, coordinates_malformed */
} ik_event;

/* A record that could not be used, or only in part. */
typedef struct {
    ik_origin origin;
    char *id;         /* as read, may be NULL */
    char *column;     /* name in the file, may be NULL */
    const char *code; /* fault code, static */
    char *read, *expected;
    char *record; /* the raw record, cut to 1000 bytes */
} ik_reject;

/* A file that was read, and which of its columns served which field. */
typedef struct {
    char *file;
    char **
        columns; /* NULL-terminated pairs: canonical field ("postcode"), column name in the file ("PLZ") */
} ik_source;

typedef struct {
    GPtrArray *projects; /* of ik_project *, owned, order of the file */
    GPtrArray *events;   /* of ik_event *, owned */
    GPtrArray *rejects;  /* of ik_reject *, owned, order of files and lines */
    GPtrArray *
        notes; /* of char *, owned: what a person should know ("projects.csv: encoding windows-1252") */
    GPtrArray *sources; /* of ik_source *, owned, in order of reading */
    GHashTable *
        theme_icons; /* theme → name of the icon that stands for it, both char *, owned; NULL: not known */
    GHashTable *icons; /* icons of the workspace: name → SVG, char * → GBytes, owned; NULL: none */
} ik_records;

ik_records *ik_records_new(void);
void ik_records_free(ik_records *records);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_records, ik_records_free)
/* All three accept NULL. A new project or event has no position and IK_NONE for every index. */
ik_project *ik_project_new(void);
void ik_project_free(ik_project *project);
ik_event *ik_event_new(void);
void ik_event_free(ik_event *event);
void ik_reject_free(ik_reject *reject);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_project, ik_project_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_event, ik_event_free)

/* Moves every project whose placing ended with status REJECT from `projects` to `rejects` (code, read and
 * expected of its heaviest fault) and puts the rejects back in the order of files and lines. Returns how many. */
guint ik_records_reject_unplaced(ik_records *records);

/* Whether a fault of a project says that its photo, a link or a date cannot be used and is left out (field image, video,
 * website, start or end). It takes no points, so that score and status of the match speak of the place alone. */
bool ik_fault_is_omission(const ik_fault *fault);
bool ik_project_has_omission(const ik_project *project);
/* Appends what a person should look at: all faults of a project whose place is to be checked, of others the omissions. */
void ik_project_append_doubts(const ik_project *project, ik_faults *doubts);
/* The name of the icon that stands for `theme`, which may be NULL; "other" where no other does. Borrowed. */
const char *ik_records_icon(const ik_records *records, const char *theme);

/* Name in `file` of the column that served `field`; `field` itself where that is not known. Borrowed. */
const char *ik_records_column(const ik_records *records, const char *file, const char *field);

G_END_DECLS

#endif

/* catalogue_file.h — a catalogue as a file: opened, asked, compared with its past, exported.   [catalogue]
 *
 * The file is SpatiaLite; src/catalogue/schema.sql explains every table and column. ik_workspace_store writes it. A file of
 * an earlier version is read as if it were of this one and is never changed by reading.
 */
#ifndef IDEENKARTE_CATALOGUE_FILE_H
#define IDEENKARTE_CATALOGUE_FILE_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* How many records an import found new, changed, gone or as they were. */
typedef struct {
    guint created, changed, gone, unchanged;
} ik_change_counts;

typedef struct {
    guint run; /* 1 is the first */
    ik_change_counts projects, events;
    guint rejects;
} ik_import_summary;

typedef struct ik_catalogue ik_catalogue;

/* Opens a file read-only. NOT_FOUND: no such file; INPUT: a folder, no SQLite database, not a catalogue, or damaged so
 * far as that shows at once; UNSUPPORTED: written by a newer version. The file of an earlier version is converted in
 * memory: linear in its size; otherwise constant time. */
ik_catalogue *ik_catalogue_open(const char *path, GError **error);
void ik_catalogue_close(ik_catalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_catalogue, ik_catalogue_close)

/* Brings a file to this program's version: written beside, one rename; one that is of this version already is left
 * alone. Checks the whole file first; errors as of ik_catalogue_open. */
bool ik_catalogue_migrate(const char *path, GError **error);

/* Takes bytes of an answer over; false with `error` set ends it. */
typedef bool (*ik_catalogue_write_fn)(const char *bytes, gsize size, gpointer data, GError **error);

typedef enum {
    IK_ANSWER_TABLE, /* aligned columns for a terminal */
    IK_ANSWER_CSV,   /* for Excel: byte order mark, semicolons, decimal comma, formulas defused */
    IK_ANSWER_JSON   /* an array of objects */
} ik_answer_format;

typedef struct {
    ik_answer_format format;
    const char *language; /* of headings for readers; NULL: "de" */
    ik_catalogue_write_fn write;
    gpointer data; /* for `write` */
    guint limit;   /* rows at most; 0: all */
    bool *is_cut;  /* set to true when there are more rows than that; NULL: not told */
} ik_answer;

/* Which projects; NULL: all. */
typedef struct {
    const char *region;       /* id */
    const char *district;     /* code, five digits */
    const char *municipality; /* AGS, eight digits */
    const char *theme;        /* key */
    const char *status;       /* "auto", "check" */
} ik_catalogue_filter;

/* The projects that a filter lets through, in the order of their first appearance: the columns of the view
 * project_list without its geometry, or those that fit a terminal. INPUT: no such region, district, municipality, theme or status, with what there
 * is. Answered through indexes. */
bool ik_catalogue_query(const ik_catalogue *catalogue, const ik_catalogue_filter *filter,
                        const ik_answer *answer, GError **error);

/* The answer of one SELECT that a person wrote. INPUT: it does more than read, or is wrong. */
bool ik_catalogue_query_sql(ik_catalogue *catalogue, const char *sql, const ik_answer *answer,
                            GError **error);

/* What import `run` (0: the last) brought against the one before: a row for each field of a changed record, for each
 * new and each gone record; the table begins with the counts. NOT_FOUND: no such run. */
bool ik_catalogue_diff(const ik_catalogue *catalogue, guint run, const ik_answer *answer,
                       GError **error);

/* Writes projects, events and areas to `path` by one rename; its ending decides: .gpkg (GeoPackage), .geojson (projects,
 * RFC 7946), .csv (projects, for Excel). INPUT: another ending. BUSY: another process is writing it. */
bool ik_catalogue_export(const ik_catalogue *catalogue, const char *path, GError **error);

G_END_DECLS

#endif

/* import.h — projects.csv and events.csv into records, every flaw named.   [catalogue]
 *
 * A record that cannot be used becomes a reject with line, column and reason, and reading goes on; a doubt that leaves
 * it usable becomes a fault of the record. Only what makes the whole file useless is an error: it is not there, is
 * empty, lacks a column, or its header cannot be read.
 *
 *   rejects  missing_id id_malformed doubled_id no_title no_address coordinates_malformed (without address) broken_text
 *            nul_byte unclosed_quote stray_quote field_too_long too_many_fields
 *   faults   coordinates_malformed (the address remains) date_malformed image_path url_malformed; events also region_unknown
 */
#ifndef IK_IMPORT_H
#define IK_IMPORT_H

#include <ideenkarte/catalogue.h>

/* Longest id in bytes. */
#define IK_MAX_ID_BYTES     200
/* Penalty of the faults of a place that import finds: a person should look (match.h). */
#define IK_IMPORT_PENALTY   10
/* Of what is left out, a photo, a link, a date: that says nothing about the place (ik_project_has_omission). */
#define IK_OMISSION_PENALTY 0

/* Everything may be zero; all borrowed. */
typedef struct {
    const char *name;     /* of the file in messages and origins; NULL: the base name of the path */
    char separator;       /* 0: detect */
    const char *encoding; /* "utf-8", "windows-1252"; NULL: detect */
    gsize max_field_bytes;         /* 0: 1 MiB */
    const char *const *columns;    /* mapping as in columns.h; NULL: by name */
    guint epsg;                    /* of easting and northing; 0: EPSG:25832 */
    const ik_territory *territory; /* whose regions events may name; NULL: none */
} ik_import_options;

/* Appends what `path` holds to `records`; `options` may be NULL. NOT_FOUND: no such file, or a column is missing; INPUT:
 * the file is empty, its header is broken, or columns contradict each other; UNSUPPORTED: unknown EPSG code; IO. On
 * failure `records` holds what was appended so far. Linear. */
bool ik_import_projects(const char *path, const ik_import_options *options, ik_records *records,
                        GError **error);
bool ik_import_events(const char *path, const ik_import_options *options, ik_records *records,
                      GError **error);

#endif

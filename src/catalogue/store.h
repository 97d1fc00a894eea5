/* store.h — the catalogue as a SpatiaLite file.   [catalogue]
 *
 * schema.sql says what stands where. The same records give the same bytes: rows go in in the order of the tables and
 * files, no clock is kept.
 */
#ifndef IK_STORE_H
#define IK_STORE_H

#include "sqlite.h"

#include <ideenkarte/catalogue.h>
#include <ideenkarte/catalogue_file.h>

/* What user_version says in a file with the tables of schema.sql. */
#define IK_CATALOGUE_VERSION     2
/* What application_id says: 'IKCA'. */
#define IK_CATALOGUE_APPLICATION 1229669185

/* All borrowed. */
typedef struct {
    const ik_territory *territory;
    const ik_records *records; /* placed; those without a place belong in the rejects by now */
    const char *title;         /* of the map; may be NULL */
    const char *notice;        /* what readers must know ("sample data"); may be NULL */
    const char *label;         /* of this import; may be NULL */
    ik_db *
        former; /* the catalogue that is continued, of this version: its ids keep their numbers, its history goes
                      on. NULL: none */
} ik_store_input;

/* Makes the tables and fills them, in one transaction, in a database just made by ik_db_create. INPUT: two projects or
 * events of one id; IO: disk full. */
bool ik_catalogue_fill(ik_db *db, const ik_store_input *input, GError **error);

/* Creates, fills and finishes the file `path`, which must not exist. On failure no file is left. */
bool ik_catalogue_write(const char *path, const ik_store_input *input, GError **error);

/* The same beside `path`, which is continued if it is there, and one rename; `input->former` is not looked at, and
 * what the import found is told. BUSY: another process is writing it; for the rest see ik_catalogue_open. On failure the file is as before. */
bool ik_catalogue_update(const char *path, const ik_store_input *input, ik_import_summary *summary,
                         GError **error);

#endif

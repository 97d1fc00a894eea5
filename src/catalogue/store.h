/* store.h — the catalogue as a SpatiaLite file.   [catalogue]
 *
 * schema.sql says what stands where. The same records give the same bytes: rows go in in the order of the tables and
 * files, no clock is kept.
 */
#ifndef IK_STORE_H
#define IK_STORE_H

#include "sqlite.h"

#include <ideenkarte/catalogue.h>

/* All borrowed. */
typedef struct {
    const ik_territory *territory;
    const ik_records *records; /* placed; those without a place belong in the rejects by now */
    const char *title;         /* of the map; may be NULL */
    const char *notice;        /* what readers must know ("sample data"); may be NULL */
} ik_store_input;

/* Makes the tables and fills them, in one transaction, in a database just made by ik_db_create. INPUT: two projects or
 * events of one id; IO: disk full. */
bool ik_catalogue_fill(ik_db *db, const ik_store_input *input, GError **error);

/* Creates, fills and finishes the file `path`, which must not exist. On failure no file is left. */
bool ik_catalogue_write(const char *path, const ik_store_input *input, GError **error);

#endif

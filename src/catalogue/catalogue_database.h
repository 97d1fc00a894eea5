/* catalogue_database.h — a catalogue's file as a database of this version.   [catalogue] */
#ifndef IK_CATALOGUE_DATABASE_H
#define IK_CATALOGUE_DATABASE_H

#include "sqlite.h"

#include <ideenkarte/catalogue_file.h>

struct ik_catalogue {
    ik_db *db; /* owned, read-only or in memory */
};

/* Opens a catalogue for reading; one of an earlier version is converted in memory. `thorough`: checks the whole file
 * first. Errors as of ik_catalogue_open. */
ik_db *ik_catalogue_database_open(const char *path, bool thorough, GError **error);

/* The version that the file says it has; 0 on errors, which are those of ik_catalogue_open. */
guint ik_catalogue_database_version(ik_db *db, const char *path, GError **error);

#endif

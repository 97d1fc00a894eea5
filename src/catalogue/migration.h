/* migration.h — catalogues of earlier versions as one of this version.   [catalogue] */
#ifndef IK_MIGRATION_H
#define IK_MIGRATION_H

#include "sqlite.h"

/* Makes the tables of this version in `to`, just made by ik_db_create, and fills them from `from`, a catalogue of an
 * earlier `version`: nothing is lost. INPUT: `from` does not hold what that version has. */
bool ik_catalogue_convert(ik_db *from, guint version, ik_db *to, GError **error);

#endif

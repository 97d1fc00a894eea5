/* query.h — projects of a catalogue as a statement.   [catalogue] */
#ifndef IK_QUERY_H
#define IK_QUERY_H

#include "sqlite.h"

#include <ideenkarte/catalogue_file.h>

/* The columns of project_list that are no geometry. */
#define IK_PROJECT_COLUMNS                                                                        \
    "id, title, organisation, street, house_number, postcode, city, address, ags, municipality, " \
    "district, region, themes, summary, text, website, image, video, contact, start, \"end\", "   \
    "match, status, score, accuracy_m, faults, lon, lat"

/* Those that fit a terminal. */
#define IK_PROJECT_COLUMNS_SHOWN \
    "id, title, organisation, municipality, region, themes, match, status"

/* The projects that `filter` (NULL: all) lets through, these columns in the order of their numbers; errors as of
 * ik_catalogue_query. Caller frees. */
ik_statement *ik_project_query(ik_db *db, const char *columns, const ik_catalogue_filter *filter,
                               GError **error);

#endif

/* json_members.h — the members of JSON records as columns, and the points of features.   [pipeline] */
#ifndef IK_JSON_MEMBERS_H
#define IK_JSON_MEMBERS_H

#include <ideenkarte/geo.h>

#include "columns.h"
#include "json.h"
#include "json_span.h"

/* Recognises members by the names of columns, and remembers how as long as records are alike. */
typedef struct ik_json_members ik_json_members;

/* `request` says what is expected of a record; `file` is borrowed. Serves one thread. Caller frees. */
ik_json_members *ik_json_members_new(const ik_columns_request *request);
void ik_json_members_free(ik_json_members *members);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_json_members, ik_json_members_free)

/* Makes a record of an object's members: text as it reads, numbers as they are written, all else empty.
 *
 *   text    the object as it is written
 *   record  receives it; valid until the next call, and as long as the document
 *   return  its columns, valid as long; NULL when the names do not make sense
 */
const ik_columns *ik_json_members_read(ik_json_members *members, ik_json_value object,
                                       ik_json_span text, ik_csv_record *record);

bool ik_json_is_text(ik_json_value value, const char *text);

/* Whether a feature has properties that members can be put into: an object, null or none. */
bool ik_json_has_properties(ik_json_value feature);

typedef enum {
    IK_JSON_POINT_ABSENT, /* no geometry, or null */
    IK_JSON_POINT_READ,
    IK_JSON_POINT_UNSUPPORTED, /* no point */
    IK_JSON_POINT_MALFORMED    /* coordinates that are no longitude and latitude in degrees */
} ik_json_point;

/* The point of a feature's geometry; `position` is set when it was READ. */
ik_json_point ik_json_point_read(ik_json_value geometry, ik_lonlat *position);

#endif

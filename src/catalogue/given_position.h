/* given_position.h — coordinates that came with a record.   [catalogue]
 *
 * Either longitude and latitude in degrees, or easting and northing with a reference system. Decimal point or
 * comma. What is read is what was written: whether it makes sense on the map is for placing to say.
 */
#ifndef IK_GIVEN_POSITION_H
#define IK_GIVEN_POSITION_H

#include "columns.h"

#include <ideenkarte/geo.h>

typedef enum { IK_GIVEN_ABSENT, IK_GIVEN_READ, IK_GIVEN_MALFORMED } ik_given_state;

typedef struct {
    ik_given_state state;
    ik_lonlat position;   /* when READ */
    ik_field field;       /* when MALFORMED: the coordinate that is wrong or missing */
    char *read;           /* when MALFORMED: both as written, "7,46 –"; owned */
    const char *expected; /* when MALFORMED: an example of what is right; static */
} ik_given;

typedef struct ik_given_reader ik_given_reader;

/* Reference system of easting and northing where nobody names one: UTM zone 32, as all of NRW uses it. */
#define IK_DEFAULT_EPSG 25832

/* `epsg`: reference system of easting and northing in records that do not name one; 0: IK_DEFAULT_EPSG, opened only
 * when it is needed. UNSUPPORTED: PROJ does not know it. Serves one thread. Caller frees. */
ik_given_reader *ik_given_reader_new(guint epsg, GError **error);
void ik_given_reader_free(ik_given_reader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_given_reader, ik_given_reader_free)

/* Reads the coordinates of a record; longitude and latitude win over easting and northing. */
ik_given ik_given_read(ik_given_reader *reader, const ik_columns *columns,
                       const ik_csv_record *record);
void ik_given_clear(ik_given *given);

/* A plain decimal number, sign and up to 12 digits before the point or comma; false for anything else, also for
 * exponents and thousands separators. */
bool ik_coordinate_parse(const char *text, double *value);

#endif

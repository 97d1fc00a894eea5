/* given_position.c — coordinates that came with a record.   [catalogue]
 *
 * One projection per reference system that occurs, made when it is first named.
 */
#include "given_position.h"

#include "projection.h"

#include <string.h>

#define EXAMPLE_DEGREES "7.4653 51.5136"
#define EXAMPLE_METRES  "393567.25 5707876.50"
#define EXAMPLE_SYSTEM  "EPSG:25832"

struct ik_given_reader {
    guint epsg;
    GHashTable
        *projections; /* EPSG code → ik_projection; NULL for a code that PROJ does not know */
};

static void projection_free(gpointer projection)
{
    if (projection != NULL)
        ik_projection_free(projection);
}

ik_given_reader *ik_given_reader_new(guint epsg, GError **error)
{
    g_autoptr(ik_given_reader) reader = g_new0(ik_given_reader, 1);
    reader->epsg = epsg == 0 ? IK_DEFAULT_EPSG : epsg;
    reader->projections = g_hash_table_new_full(NULL, NULL, NULL, projection_free);
    if (epsg == 0)
        return g_steal_pointer(&reader);
    ik_projection *projection = ik_projection_new(epsg, error);
    if (projection == NULL)
        return NULL;
    g_hash_table_insert(reader->projections, GUINT_TO_POINTER(epsg), projection);
    return g_steal_pointer(&reader);
}

void ik_given_reader_free(ik_given_reader *reader)
{
    if (reader == NULL)
        return;
    g_hash_table_unref(reader->projections);
    g_free(reader);
}

static const ik_projection *projection_of(ik_given_reader *reader, guint epsg)
{
    gpointer known = NULL;
    if (g_hash_table_lookup_extended(reader->projections, GUINT_TO_POINTER(epsg), NULL, &known))
        return known;
    ik_projection *projection = ik_projection_new(epsg, NULL);
    g_hash_table_insert(reader->projections, GUINT_TO_POINTER(epsg), projection);
    return projection;
}

bool ik_coordinate_parse(const char *text, double *value)
{
    const char *at = text + (*text == '-' || *text == '+');
    const gsize whole = strspn(at, "0123456789");
    const bool has_point = at[whole] == '.' || at[whole] == ',';
    const gsize decimals = has_point ? strspn(at + whole + 1, "0123456789") : 0;
    const gsize length = whole + (has_point ? 1 : 0) + decimals;
    if (whole < 1 || whole > 12 || decimals > 20 || at[length] != '\0')
        return false;
    g_autofree char *pointed = g_strdelimit(g_strdup(text), ",", '.');
    *value = g_ascii_strtod(pointed, NULL);
    return true;
}

/* "EPSG:25832" or "25832"; 0 when it is neither. */
static guint parse_epsg(const char *text)
{
    const char *digits = g_ascii_strncasecmp(text, "EPSG:", 5) == 0 ? text + 5 : text;
    const gsize length = strlen(digits);
    if (length < 4 || length > 6 || strspn(digits, "0123456789") != length)
        return 0;
    return (guint)g_ascii_strtoull(digits, NULL, 10);
}

static ik_given malformed(ik_field field, char *read, const char *expected)
{
    return (ik_given){
        .state = IK_GIVEN_MALFORMED, .field = field, .read = read, .expected = expected};
}

static char *both_as_written(const char *first, const char *second)
{
    return g_strdup_printf("%s %s", first == NULL ? "–" : first, second == NULL ? "–" : second);
}

static bool parse_within(const char *text, double limit, double *value)
{
    return text != NULL && ik_coordinate_parse(text, value) && *value >= -limit && *value <= limit;
}

static ik_given read_degrees(const char *lon, const char *lat)
{
    ik_given given = {.state = IK_GIVEN_READ};
    if (!parse_within(lon, 180, &given.position.lon))
        return malformed(IK_FIELD_LON, both_as_written(lon, lat), EXAMPLE_DEGREES);
    if (!parse_within(lat, 90, &given.position.lat))
        return malformed(IK_FIELD_LAT, both_as_written(lon, lat), EXAMPLE_DEGREES);
    return given;
}

static ik_given read_metres(ik_given_reader *reader, const char *easting, const char *northing,
                            const char *system)
{
    ik_given given = {.state = IK_GIVEN_READ};
    double east = 0, north = 0;
    if (!parse_within(easting, 1e9, &east))
        return malformed(IK_FIELD_EASTING, both_as_written(easting, northing), EXAMPLE_METRES);
    if (!parse_within(northing, 1e9, &north))
        return malformed(IK_FIELD_NORTHING, both_as_written(easting, northing), EXAMPLE_METRES);
    const guint epsg = system == NULL ? reader->epsg : parse_epsg(system);
    const ik_projection *projection = epsg == 0 ? NULL : projection_of(reader, epsg);
    if (projection == NULL)
        return malformed(IK_FIELD_EPSG, g_strdup(system), EXAMPLE_SYSTEM);
    if (!ik_projection_to_lonlat(projection, east, north, &given.position, NULL))
        return malformed(IK_FIELD_EASTING, both_as_written(easting, northing), EXAMPLE_METRES);
    return given;
}

ik_given ik_given_read(ik_given_reader *reader, const ik_columns *columns,
                       const ik_csv_record *record)
{
    g_autofree char *lon = ik_columns_read(columns, record, IK_FIELD_LON);
    g_autofree char *lat = ik_columns_read(columns, record, IK_FIELD_LAT);
    if (lon != NULL || lat != NULL)
        return read_degrees(lon, lat);
    g_autofree char *easting = ik_columns_read(columns, record, IK_FIELD_EASTING);
    g_autofree char *northing = ik_columns_read(columns, record, IK_FIELD_NORTHING);
    if (easting == NULL && northing == NULL)
        return (ik_given){.state = IK_GIVEN_ABSENT};
    g_autofree char *system = ik_columns_read(columns, record, IK_FIELD_EPSG);
    return read_metres(reader, easting, northing, system);
}

void ik_given_clear(ik_given *given)
{
    g_clear_pointer(&given->read, g_free);
    given->state = IK_GIVEN_ABSENT;
}

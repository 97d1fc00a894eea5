/* postcode_points.c — centres of postcodes, a table the operator may add.   [pipeline]
 *
 * With it an address is known to its postcode instead of to its municipality only. The built-in data have no such
 * positions under a licence that would let us deliver them.
 */
#include <ideenkarte/error.h>

#include "csv_reader.h"
#include "given_position.h"
#include "printable.h"
#include "workspace_parts.h"

/* Radius of an average postcode of the state: 34 000 km² over 865 postcodes. */
#define AVERAGE_RADIUS_M 3500.0
#define MAX_RADIUS_M     100000

typedef struct {
    guint postcode, lon, lat, accuracy_m; /* column numbers; G_MAXUINT: not there */
} point_columns;

static guint column_of(const ik_csv_record *header, const char *first_name, const char *second_name)
{
    for (guint i = 0; i < header->n_fields; i++)
        if (g_ascii_strcasecmp(header->fields[i], first_name) == 0 ||
            g_ascii_strcasecmp(header->fields[i], second_name) == 0)
            return i;
    return G_MAXUINT;
}

static bool read_header(ik_csv_reader *reader, point_columns *columns, GError **error)
{
    const ik_csv_record *header = ik_csv_reader_next(reader);
    if (header) {
        *columns = (point_columns){
            column_of(header, "postcode", "plz"), column_of(header, "lon", "longitude"),
            column_of(header, "lat", "latitude"), column_of(header, "accuracy_m", "radius_m")};
        if (columns->postcode != G_MAXUINT && columns->lon != G_MAXUINT &&
            columns->lat != G_MAXUINT)
            return true;
    }
    g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND,
                "%s: expected a header with the columns postcode, lon and lat",
                ik_csv_reader_name(reader));
    return false;
}

static const char *field(const ik_csv_record *record, guint column)
{
    return column < record->n_fields ? record->fields[column] : "";
}

static bool read_within(const char *text, double min, double max, double *number)
{
    return ik_coordinate_parse(text, number) && *number >= min && *number <= max;
}

static bool read_row(const ik_csv_record *record, const point_columns *columns, ik_lonlat *position,
                     double *accuracy_m)
{
    const char *accuracy = field(record, columns->accuracy_m);
    *accuracy_m = AVERAGE_RADIUS_M;
    return record->flaw == IK_CSV_FLAWLESS &&
           read_within(field(record, columns->lon), -180, 180, &position->lon) &&
           read_within(field(record, columns->lat), -90, 90, &position->lat) &&
           (*accuracy == '\0' || read_within(accuracy, 1, MAX_RADIUS_M, accuracy_m));
}

/* Whether the point lies in a municipality of the postcode. */
static bool is_inside(const ik_atlas *atlas, const char *code, ik_lonlat position)
{
    const ik_territory *territory = ik_atlas_territory(atlas);
    guint32 index = ik_territory_find_postcode(territory, code);
    guint32 located = ik_region_set_locate(ik_atlas_regions(atlas), position);
    if (index == IK_NONE)
        return false;
    const ik_postcode *postcode = &territory->postcodes[index];
    for (guint32 i = 0; i < postcode->count; i++)
        if (territory->postcode_municipalities[postcode->first + i] == located)
            return true;
    return false;
}

/* Such tables cover the whole country, and some of their centres lie beside the postcode: those are not
 * used, for they would put an address into the neighbour. */
static bool take_row(ik_atlas *atlas, const ik_csv_record *record, const point_columns *columns,
                     GError **error)
{
    ik_lonlat position;
    double accuracy_m;
    if (!read_row(record, columns, &position, &accuracy_m)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "line %u: expected postcode, lon and lat in degrees and a radius of 1 to %d m, "
                    "read \"%s\"",
                    record->line, MAX_RADIUS_M, record->raw);
        ik_error_make_printable(error);
        return false;
    }
    const char *code = field(record, columns->postcode);
    if (is_inside(atlas, code, position))
        ik_geocoder_add_postcode_point(ik_atlas_geocoder(atlas), code, position, accuracy_m);
    return true;
}

bool ik_workspace_read_postcode_points(ik_workspace *workspace, GError **error)
{
    const char *name = workspace->settings->postcode_points;
    if (!name)
        return true;
    g_autofree char *path = ik_workspace_path(workspace, name);
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_open(path, NULL, error);
    point_columns columns;
    if (!reader || !read_header(reader, &columns, error))
        return false;
    for (const ik_csv_record *record; (record = ik_csv_reader_next(reader)) != NULL;) {
        if (!take_row(workspace->atlas, record, &columns, error)) {
            g_prefix_error(error, "%s: ", name);
            return false;
        }
    }
    return true;
}

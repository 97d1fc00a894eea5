/* address_csv.c — addresses by mapped columns.   [geodata] */
#include "address_csv.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "address_header.h"
#include "projection.h"
#include "register_csv.h"

#define STREET_KEY_LENGTH 5

enum {
    KEY_AGS,
    KEY_STREET,
    KEY_NUMBER,
    KEY_SUFFIX,
    KEY_STREET_KEY,
    KEY_POSTCODE,
    KEY_LOCALITY,
    KEY_LON,
    KEY_LAT,
    KEY_EASTING,
    KEY_NORTHING,
    N_KEYS
};

static const char *const keys[N_KEYS] = {"ags",        "street",   "number",   "suffix",
                                         "street_key", "postcode", "locality", "lon",
                                         "lat",        "easting",  "northing"};

/* Essen writes whole metres in UTM and seven decimals in degrees: the degrees are taken. */
static const char *const essen[N_KEYS] = {
    [KEY_STREET] = "strname",     [KEY_NUMBER] = "hsnr", [KEY_SUFFIX] = "hsnrzu",
    [KEY_STREET_KEY] = "strschl", [KEY_LON] = "lon",     [KEY_LAT] = "lat"};
static const char essen_ags[] = "05113000";

typedef struct {
    const ik_register_request *request;
    ik_register_summary *summary;
    const char *ags; /* of all records; NULL: a column, or the position */
    ik_csv_kind kind;
    guint columns[N_KEYS];
    guint epsg; /* 0: lon and lat */
    ik_projection *projection;
} address_reader;

/* --- columns ------------------------------------------------------------------------------- */

static bool fail(const address_reader *reader, GError **error, const char *text)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: %s", reader->request->path, text);
    return false;
}

static bool set_epsg(address_reader *reader, const char *code, GError **error)
{
    guint64 number = 0;
    if (!g_ascii_string_to_unsigned(code, 10, 1, G_MAXINT32, &number, NULL)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "mapping epsg=%s: expected the number of a reference system", code);
        return false;
    }
    reader->epsg = (guint)number;
    return true;
}

static bool has_column(const address_reader *reader, guint key)
{
    return reader->columns[key] != IK_NO_COLUMN;
}

/* What a mapping of that key says to a table of localities is meant for the addresses of the same run. */
static bool is_for_addresses(guint key)
{
    return key == KEY_STREET || key == KEY_NUMBER || key == KEY_SUFFIX || key == KEY_STREET_KEY ||
           key == KEY_POSTCODE;
}

/* Whether a table of localities does without the column that a mapping of that key would name. */
static bool is_found_without(const address_reader *reader, guint key)
{
    bool is_planar = key == KEY_EASTING || key == KEY_NORTHING;
    return has_column(reader, key) ||
           (is_planar && has_column(reader, KEY_LON) && has_column(reader, KEY_LAT));
}

static bool map_key(address_reader *reader, const ik_csv_record *header, guint key,
                    const char *mapping)
{
    bool is_table = reader->kind == IK_CSV_LOCALITIES;
    guint column = ik_register_csv_find(header, strchr(mapping, '=') + 1);
    if (is_table &&
        (is_for_addresses(key) || (column == IK_NO_COLUMN && is_found_without(reader, key))))
        return true;
    reader->columns[key] = column;
    return column != IK_NO_COLUMN;
}

static bool map_column(address_reader *reader, const ik_csv_record *header, const char *mapping,
                       GError **error)
{
    const char *sign = strchr(mapping, '=');
    gsize length = sign != NULL ? (gsize)(sign - mapping) : 0;
    if (length == 4 && strncmp(mapping, "epsg", length) == 0)
        return set_epsg(reader, sign + 1, error);
    for (guint i = 0; length > 0 && i < N_KEYS; i++) {
        if (strlen(keys[i]) != length || strncmp(mapping, keys[i], length) != 0)
            continue;
        if (map_key(reader, header, i, mapping))
            return true;
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "%s: no column \"%s\" (mapping %s)",
                    reader->request->path, sign + 1, mapping);
        return false;
    }
    g_set_error(
        error, IK_ERROR, IK_ERROR_INPUT,
        "mapping \"%s\": expected KEY=COLUMN, where KEY is one of ags, street, number, suffix, "
        "street_key, postcode, locality, lon, lat, easting, northing, epsg",
        mapping);
    return false;
}

static bool check_columns(address_reader *reader, GError **error)
{
    if (reader->kind != IK_CSV_LOCALITIES && !has_column(reader, KEY_STREET))
        return fail(reader, error,
                    "no column for the street; name it with the mapping street=COLUMN, or, in a "
                    "table of localities, theirs with locality=COLUMN");
    if (has_column(reader, KEY_LON) && has_column(reader, KEY_LAT)) {
        reader->epsg = 0;
        return true;
    }
    if (!has_column(reader, KEY_EASTING) || !has_column(reader, KEY_NORTHING))
        return fail(reader, error,
                    "no columns for positions; name them with lon=COLUMN and lat=COLUMN, or "
                    "easting=COLUMN, northing=COLUMN and epsg=NUMBER");
    if (reader->epsg == 0)
        return fail(reader, error, "easting and northing need the mapping epsg=NUMBER");
    reader->projection = ik_projection_new(reader->epsg, error);
    return reader->projection != NULL;
}

static bool check_kind(const address_reader *reader, GError **error)
{
    if (reader->kind == IK_CSV_POSTCODE_CENTRES)
        return fail(reader, error,
                    "postcode centres are no addresses: name the file as postcode_points under "
                    "[places]");
    if (reader->kind == IK_CSV_POSTCODES)
        return fail(reader, error,
                    "a table of postcodes is no address register, and none is needed: the "
                    "built-in table holds all postcodes of the state");
    return true;
}

static bool find_columns(address_reader *reader, const ik_csv_record *header, GError **error)
{
    const char *const *mapping = reader->request->mapping;
    reader->kind = ik_address_header_kind(header, mapping);
    if (!check_kind(reader, error))
        return false;
    bool is_essen = reader->kind == IK_CSV_ESSEN;
    reader->ags = reader->request->ags;
    if (is_essen && reader->ags == NULL)
        reader->ags = essen_ags;
    for (guint i = 0; i < N_KEYS; i++) {
        const char *name = is_essen ? essen[i] : keys[i];
        reader->columns[i] = name != NULL ? ik_register_csv_find(header, name) : IK_NO_COLUMN;
    }
    if (reader->kind == IK_CSV_LOCALITIES)
        reader->columns[KEY_LOCALITY] = ik_address_header_locality(header);
    /* Essen's mapping is known; one on the command line belongs to another file of the same run. */
    for (; !is_essen && mapping != NULL && *mapping != NULL; mapping++)
        if (!map_column(reader, header, *mapping, error))
            return false;
    return check_columns(reader, error);
}

/* --- records ------------------------------------------------------------------------------- */

static const char *field_of(const address_reader *reader, const ik_csv_record *csv, guint key)
{
    return ik_register_csv_field(csv, reader->columns[key]);
}

static bool read_position(const address_reader *reader, const ik_csv_record *csv,
                          ik_lonlat *position)
{
    bool projected = reader->projection != NULL;
    double x, y;
    if (!ik_register_parse_decimal(field_of(reader, csv, projected ? KEY_EASTING : KEY_LON), &x) ||
        !ik_register_parse_decimal(field_of(reader, csv, projected ? KEY_NORTHING : KEY_LAT), &y))
        return false;
    if (projected)
        return ik_projection_to_lonlat(reader->projection, x, y, position, NULL);
    *position = (ik_lonlat){x, y};
    return x >= -180.0 && x <= 180.0 && y >= -90.0 && y <= 90.0;
}

/* The key as registers write it: "7319" is "07319". `padded` has room for it. */
static const char *pad_key(const char *key, char padded[STREET_KEY_LENGTH + 1])
{
    gsize length = strlen(key);
    if (length == 0 || length >= STREET_KEY_LENGTH || strspn(key, "0123456789") != length)
        return key;
    memset(padded, '0', STREET_KEY_LENGTH - length);
    memcpy(padded + STREET_KEY_LENGTH - length, key, length + 1);
    return padded;
}

static const char *read_ags(const address_reader *reader, const ik_csv_record *csv)
{
    const char *ags = field_of(reader, csv, KEY_AGS);
    return *ags != '\0' ? ags : reader->ags;
}

/* What only the records of addresses must have; NULL, or why one is skipped. */
static const char *check_address(ik_address_record *record)
{
    if (*record->street == '\0')
        return "street_missing";
    if (g_str_has_prefix(record->street, "###"))
        return "street_unknown";
    if (*record->number == '\0')
        record->number = NULL;
    return record->number != NULL && !record->has_position ? "position_missing" : NULL;
}

static const char *check_locality(ik_address_record *record)
{
    record->number = NULL;
    if (*record->locality == '\0')
        return "locality_missing";
    return record->has_position ? NULL : "position_missing";
}

static const char *read_record(const address_reader *reader, const ik_csv_record *csv,
                               ik_address_record *record)
{
    record->ags = read_ags(reader, csv);
    record->street = field_of(reader, csv, KEY_STREET);
    record->number = field_of(reader, csv, KEY_NUMBER);
    record->suffix = field_of(reader, csv, KEY_SUFFIX);
    record->postcode = field_of(reader, csv, KEY_POSTCODE);
    record->locality = field_of(reader, csv, KEY_LOCALITY);
    record->has_position = read_position(reader, csv, &record->position);
    if (csv->flaw != IK_CSV_FLAWLESS)
        return ik_csv_flaw_code(csv->flaw);
    if (record->ags != NULL && (strlen(record->ags) != 8 || strspn(record->ags, "0123456789") != 8))
        return "ags_malformed";
    return reader->kind == IK_CSV_LOCALITIES ? check_locality(record) : check_address(record);
}

static bool take_record(address_reader *reader, const ik_csv_record *csv, GError **error)
{
    char padded[STREET_KEY_LENGTH + 1];
    const ik_register_request *request = reader->request;
    ik_address_record record = {.kind = IK_REGISTER_CITY, .line = csv->line};
    if (!ik_register_count_row(request, reader->summary, error))
        return false;
    const char *reason = read_record(reader, csv, &record);
    record.street_key = pad_key(field_of(reader, csv, KEY_STREET_KEY), padded);
    if (reason == NULL)
        return request->take(&record, request->take_data, error);
    ik_skips_add(&reader->summary->skips, reason, csv->line);
    return true;
}

static bool read_records(address_reader *reader, ik_csv_reader *csv, GError **error)
{
    const ik_csv_record *record = ik_csv_reader_next(csv);
    if (record == NULL)
        return fail(reader, error, "the file is empty, expected a header line");
    if (!find_columns(reader, record, error))
        return false;
    while ((record = ik_csv_reader_next(csv)) != NULL)
        if (!take_record(reader, record, error))
            return false;
    return true;
}

bool ik_address_csv_read(const ik_register_request *request, ik_register_summary *summary,
                         GError **error)
{
    address_reader reader = {.request = request, .summary = summary};
    g_autoptr(ik_csv_reader) csv = ik_register_csv_open(request->path, error);
    bool done = csv != NULL && read_records(&reader, csv, error);
    ik_projection_free(reader.projection);
    return done;
}

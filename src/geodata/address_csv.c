/* address_csv.c — addresses by mapped columns.   [geodata] */
#include "address_csv.h"

#include <ideenkarte/error.h>
#include <string.h>

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
    guint columns[N_KEYS];
    guint epsg; /* 0: lon and lat */
    ik_projection *projection;
} address_reader;

/* --- columns ------------------------------------------------------------------------------- */

bool ik_address_csv_is_essen(const ik_csv_record *header)
{
    for (guint i = 0; i < N_KEYS; i++)
        if (essen[i] != NULL && ik_register_csv_find(header, essen[i]) == IK_NO_COLUMN)
            return false;
    return ik_register_csv_find(header, "utm32_e_4647") != IK_NO_COLUMN;
}

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
        reader->columns[i] = ik_register_csv_find(header, sign + 1);
        if (reader->columns[i] != IK_NO_COLUMN)
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

static bool has_column(const address_reader *reader, guint key)
{
    return reader->columns[key] != IK_NO_COLUMN;
}

static bool check_columns(address_reader *reader, GError **error)
{
    if (!has_column(reader, KEY_STREET))
        return fail(reader, error,
                    "no column for the street; name it with the mapping street=COLUMN");
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

static bool find_columns(address_reader *reader, const ik_csv_record *header, GError **error)
{
    const char *const *mapping = reader->request->mapping;
    bool is_essen = ik_address_csv_is_essen(header);
    reader->ags = reader->request->ags;
    if (is_essen && reader->ags == NULL)
        reader->ags = essen_ags;
    for (guint i = 0; i < N_KEYS; i++) {
        const char *name = is_essen ? essen[i] : keys[i];
        reader->columns[i] = name != NULL ? ik_register_csv_find(header, name) : IK_NO_COLUMN;
    }
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
    if (*record->street == '\0')
        return "street_missing";
    if (g_str_has_prefix(record->street, "###"))
        return "street_unknown";
    if (*record->number == '\0')
        record->number = NULL;
    return record->number != NULL && !record->has_position ? "position_missing" : NULL;
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

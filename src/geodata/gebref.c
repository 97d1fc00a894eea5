/* gebref.c — building references, line by line.   [geodata]
 *
 * Nearly five million lines: fields are cut in place, and nothing is allocated for a line.
 */
#include "gebref.h"

#include <math.h>
#include <string.h>

#include "byte_source.h"
#include "projection.h"

#define MAX_FIELDS  22
#define EPSG        25832
#define ZONE        32
#define ZONE_FACTOR 1e6 /* EPSG:4647 writes the zone in front of a false easting of 500 km */

enum { FIELD_NONE = MAX_FIELDS };

typedef struct {
    guint8 n_fields, quality, state, region, district, municipality, locality, key, street, number,
        suffix, zone, easting, northing, date;
} gebref_layout;

static const gebref_layout layouts[] = {
    {15, 2, 3, 4, 5, 6, FIELD_NONE, 8, 13, 9, 10, FIELD_NONE, 11, 12, 14},
    {21, 2, 3, 5, 7, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20}};

typedef struct {
    const ik_register_request *request;
    ik_register_summary *summary;
    ik_projection *projection;
    char *fields[MAX_FIELDS + 1]; /* the last is "" for what a layout does not have */
    guint64 line;
} gebref_reader;

/* --- fields -------------------------------------------------------------------------------- */

/* Cuts the line in place; more fields than any layout has are not cut. */
static guint split(char *line, char **fields)
{
    guint n = 0;
    fields[n++] = line;
    while (n < MAX_FIELDS && (line = strchr(line, ';')) != NULL) {
        *line++ = '\0';
        fields[n++] = line;
    }
    return n;
}

static const gebref_layout *find_layout(guint n_fields)
{
    for (gsize i = 0; i < G_N_ELEMENTS(layouts); i++)
        if (layouts[i].n_fields == n_fields)
            return &layouts[i];
    return NULL;
}

/* Copies a key of `width` digits. */
static bool copy_digits(char *out, const char *key, guint width)
{
    for (guint i = 0; i < width; i++) {
        if (!g_ascii_isdigit(key[i]))
            return false;
        out[i] = key[i];
    }
    return key[width] == '\0';
}

static bool read_ags(char *const *fields, const gebref_layout *layout, char ags[9])
{
    ags[8] = '\0';
    return copy_digits(ags, fields[layout->state], 2) &&
           copy_digits(ags + 2, fields[layout->region], 1) &&
           copy_digits(ags + 3, fields[layout->district], 2) &&
           copy_digits(ags + 5, fields[layout->municipality], 3);
}

bool ik_gebref_is_line(const char *line)
{
    char text[512], ags[9];
    char *fields[MAX_FIELDS];
    g_strlcpy(text, line, sizeof text);
    const gebref_layout *layout = find_layout(split(text, fields));
    return layout != NULL && read_ags(fields, layout, ags);
}

/* --- a record ------------------------------------------------------------------------------ */

/* NULL, or why the position cannot be used. */
static const char *read_position(const gebref_reader *reader, const gebref_layout *layout,
                                 ik_lonlat *position)
{
    const char *zone = reader->fields[layout->zone];
    double easting, northing;
    if (!ik_register_parse_decimal(reader->fields[layout->easting], &easting) ||
        !ik_register_parse_decimal(reader->fields[layout->northing], &northing))
        return "position_missing";
    if (*zone != '\0' && strcmp(zone, G_STRINGIFY(ZONE)) != 0)
        return "zone_unknown";
    double prefix = floor(easting / ZONE_FACTOR);
    if (prefix != 0.0 && prefix != ZONE)
        return "zone_unknown";
    easting -= prefix * ZONE_FACTOR;
    bool turned = ik_projection_to_lonlat(reader->projection, easting, northing, position, NULL);
    return turned ? NULL : "position_missing";
}

static bool is_text(const char *text)
{
    return g_utf8_validate(text, -1, NULL);
}

/* Fills in the record but for its position; NULL, or why it cannot be used. */
static const char *read_names(const gebref_reader *reader, const gebref_layout *layout,
                              ik_address_record *record)
{
    char *const *fields = reader->fields;
    record->street = fields[layout->street];
    record->street_key = fields[layout->key];
    record->number = fields[layout->number];
    record->suffix = fields[layout->suffix];
    record->locality = fields[layout->locality];
    if (fields[layout->quality][0] == 'C')
        return "no_house";
    if (!is_text(record->street) || !is_text(record->street_key) || !is_text(record->number) ||
        !is_text(record->suffix) || !is_text(record->locality))
        return "broken_text";
    if (*record->street == '\0')
        return "street_missing";
    return *record->number == '\0' ? "number_missing" : NULL;
}

static const char *read_record(gebref_reader *reader, const ik_byte_line *line, char ags[9],
                               ik_address_record *record)
{
    if (line->is_cut)
        return "line_too_long";
    if (memchr(line->text, '\0', line->length) != NULL)
        return "broken_text";
    const gebref_layout *layout = find_layout(split(line->text, reader->fields));
    if (layout == NULL)
        return "fields_wrong";
    if (!read_ags(reader->fields, layout, ags))
        return "ags_malformed";
    const char *reason = read_names(reader, layout, record);
    if (reason == NULL)
        reason = read_position(reader, layout, &record->position);
    if (reason == NULL)
        ik_register_note_date(reader->summary, reader->fields[layout->date]);
    return reason;
}

static bool take_line(gebref_reader *reader, const ik_byte_line *line, GError **error)
{
    char ags[9];
    ik_address_record record = {
        .kind = IK_REGISTER_GEBREF, .ags = ags, .has_position = true, .line = reader->line};
    if (line->length == 0 && !line->is_cut)
        return true;
    if (!ik_register_count_row(reader->request, reader->summary, error))
        return false;
    const char *reason = read_record(reader, line, ags, &record);
    if (reason == NULL)
        return reader->request->take(&record, reader->request->take_data, error);
    ik_skips_add(&reader->summary->skips, reason, reader->line);
    return true;
}

static bool read_lines(gebref_reader *reader, ik_byte_lines *lines, GError **error)
{
    GError *broken = NULL;
    for (ik_byte_line line; ik_byte_lines_next(lines, &line, &broken);) {
        reader->line++;
        if (!take_line(reader, &line, error))
            return false;
    }
    if (broken == NULL)
        return true;
    g_propagate_error(error, broken);
    return false;
}

bool ik_gebref_read(const ik_register_request *request, ik_register_summary *summary,
                    GError **error)
{
    static char none[] = "";
    gebref_reader reader = {.request = request, .summary = summary};
    reader.fields[FIELD_NONE] = none;
    g_autoptr(ik_byte_source) source = ik_byte_source_open(request->path, error);
    if (source == NULL)
        return false;
    g_autoptr(ik_byte_lines) lines = ik_byte_lines_new(source);
    g_autoptr(ik_projection) projection = ik_projection_new(EPSG, error);
    reader.projection = projection;
    return projection != NULL && read_lines(&reader, lines, error);
}

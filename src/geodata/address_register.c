/* address_register.c — telling registers apart.   [geodata] */
#include "address_register.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "address_csv.h"
#include "address_header.h"
#include "byte_source.h"
#include "foreign_format.h"
#include "gebref.h"
#include "osm_addresses.h"
#include "street_catalogue.h"

#define HEAD_BYTES 4096

typedef bool (*register_read_fn)(const ik_register_request *request, ik_register_summary *summary,
                                 GError **error);

static const struct {
    ik_address_format_info info;
    register_read_fn read;
} formats[IK_N_ADDRESS_FORMATS] = {
    [IK_FORMAT_GEBREF] = {{"gebref", IK_REGISTER_GEBREF, "dl-de/zero-2-0", "Geobasis NRW"},
                          ik_gebref_read},
    [IK_FORMAT_ESSEN] = {{"essen", IK_REGISTER_CITY, "dl-de/by-2-0", "Stadt Essen"},
                         ik_address_csv_read},
    [IK_FORMAT_ADDRESS_CSV] = {{"csv", IK_REGISTER_CITY, "", ""}, ik_address_csv_read},
    [IK_FORMAT_LOCALITIES] = {{"localities", IK_REGISTER_CITY, "", ""}, ik_address_csv_read},
    [IK_FORMAT_STREETS] = {{"streets", IK_REGISTER_STREETS, "dl-de/zero-2-0", "Geobasis NRW"},
                           ik_street_catalogue_read},
    [IK_FORMAT_OSM] = {{"osm", IK_REGISTER_OSM, "ODbL 1.0", "© OpenStreetMap-Mitwirkende"},
                       ik_osm_addresses_read},
};

const ik_address_format_info *ik_address_format_get(ik_address_format format)
{
    return &formats[format].info;
}

static gssize read_head(const char *path, char head[HEAD_BYTES + 1], GError **error)
{
    g_autoptr(ik_byte_source) source = ik_byte_source_open(path, error);
    gssize n = source != NULL ? 1 : -1;
    gsize length = 0;
    while (n > 0 && length < HEAD_BYTES) {
        n = ik_byte_source_read(source, head + length, HEAD_BYTES - length, error);
        length += n > 0 ? (gsize)n : 0;
    }
    head[length] = '\0';
    return n < 0 ? -1 : (gssize)length;
}

/* PBF: a length of four bytes, then the field 1 of a BlobHeader, "OSMHeader". XML: the root element near the top. */
static bool is_osm(const char *head, gsize length)
{
    static const char pbf[] = "\n\tOSMHeader";
    if (length >= 4 + sizeof pbf - 1 && memcmp(head + 4, pbf, sizeof pbf - 1) == 0)
        return true;
    return g_strstr_len(head, 1024, "<osm") != NULL;
}

static const char *without_mark(const char *head)
{
    return g_str_has_prefix(head, "\xEF\xBB\xBF") ? head + 3 : head;
}

static ik_address_format csv_format(const ik_csv_record *header, const char *const *mapping)
{
    if (ik_street_catalogue_is_header(header))
        return IK_FORMAT_STREETS;
    ik_csv_kind kind = ik_address_header_kind(header, mapping);
    return kind == IK_CSV_ESSEN        ? IK_FORMAT_ESSEN
           : kind == IK_CSV_LOCALITIES ? IK_FORMAT_LOCALITIES
                                       : IK_FORMAT_ADDRESS_CSV;
}

/* CSV by its header. What is no CSV at all has no header that fits and is refused by the reader of addresses. */
static bool recognise_csv(const char *head, gsize length, const char *path,
                          const char *const *mapping, ik_address_format *format, GError **error)
{
    const char *end = strchr(head, '\n');
    g_autoptr(GBytes) bytes = g_bytes_new(head, end != NULL ? (gsize)(end - head) : length);
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_new(bytes, ik_register_name(path), NULL, error);
    if (reader == NULL)
        return false;
    const ik_csv_record *header = ik_csv_reader_next(reader);
    if (header == NULL) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: the file is empty", path);
        return false;
    }
    *format = csv_format(header, mapping);
    return true;
}

static bool has_gebref_line(const char *head)
{
    const char *text = without_mark(head);
    g_autofree char *line = g_strndup(text, strcspn(text, "\r\n"));
    return ik_gebref_is_line(line);
}

bool ik_address_register_recognise(const char *path, const char *const *mapping,
                                   ik_address_format *format, GError **error)
{
    char head[HEAD_BYTES + 1];
    gssize length = read_head(path, head, error);
    if (length < 0)
        return false;
    if (is_osm(head, (gsize)length)) {
        *format = IK_FORMAT_OSM;
        return true;
    }
    const char *foreign = ik_foreign_format((const guint8 *)head, (gsize)length);
    if (foreign != NULL) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: is %s, expected an address register",
                    path, foreign);
        return false;
    }
    if (has_gebref_line(head)) {
        *format = IK_FORMAT_GEBREF;
        return true;
    }
    return recognise_csv(head, (gsize)length, path, mapping, format, error);
}

/* A date in the file's name, as publishers write it. */
static void note_name(ik_register_summary *summary, const char *path)
{
    for (const char *name = ik_register_name(path); *name != '\0'; name++)
        if (summary->date[0] == '\0' && ik_register_is_date(name))
            ik_register_note_date(summary, name);
}

bool ik_address_register_read(ik_address_format format, const ik_register_request *request,
                              ik_register_summary *summary, GError **error)
{
    *summary = (ik_register_summary){0};
    if (!formats[format].read(request, summary, error))
        return false;
    note_name(summary, request->path);
    return true;
}

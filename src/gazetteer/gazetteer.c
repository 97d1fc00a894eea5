/* gazetteer.c — opening a gazetteer and reading its records.   [gazetteer]
 *
 * Opening looks at the head alone, so that it costs the same whatever the size. After it every section is known to lie
 * in the file; numbers and offsets inside the sections are checked where they are used. What is shown is valid UTF-8
 * even in a damaged file, or "".
 */
#include "gazetteer.h"

#include <errno.h>
#include <ideenkarte/error.h>
#include <math.h>

#include "address_record.h"
#include "digest.h"
#include "foreign_format.h"
#include "gazetteer_map.h"
#include "io_error.h"

enum { HAS_POSITION = 1, HAS_LAST = 1 };

G_GNUC_PRINTF(3, 4)
static bool refuse(const ik_gazetteer *gazetteer, GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *reason = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: %s", gazetteer->name, reason);
    return false;
}

static bool check_magic(const ik_gazetteer *gazetteer, const guint8 *data, gsize size,
                        GError **error)
{
    gsize length = strlen(IK_GAZETTEER_MAGIC);
    if (size == 0)
        return refuse(gazetteer, error, "is empty, expected a gazetteer");
    if (memcmp(data, IK_GAZETTEER_MAGIC, MIN(size, length)) == 0)
        return true;
    const char *foreign = ik_foreign_format(data, size);
    return refuse(gazetteer, error, "is %s, expected a gazetteer",
                  foreign != NULL ? foreign : "something else");
}

static bool check_version(const ik_gazetteer *gazetteer, guint32 version, GError **error)
{
    if (version == IK_GAZETTEER_VERSION)
        return true;
    return refuse(gazetteer, error,
                  "is a gazetteer of version %u, this program reads version %u: %s", version,
                  IK_GAZETTEER_VERSION,
                  version > IK_GAZETTEER_VERSION ? "a newer program is needed"
                                                 : "build it anew from its sources");
}

static bool check_head(const ik_gazetteer *gazetteer, const guint8 *data, gsize size,
                       GError **error)
{
    if (!check_magic(gazetteer, data, size, error))
        return false;
    if (size < IK_GAZETTEER_AT_SECTIONS)
        return refuse(gazetteer, error, "is cut off after %" G_GSIZE_FORMAT " bytes", size);
    if (!check_version(gazetteer, ik_read_u32(data + IK_GAZETTEER_AT_VERSION), error))
        return false;
    if (size < IK_GAZETTEER_HEAD)
        return refuse(gazetteer, error, "is cut off after %" G_GSIZE_FORMAT " bytes", size);
    guint64 stated = ik_read_u64(data + IK_GAZETTEER_AT_SIZE);
    if (stated != size)
        return refuse(gazetteer, error,
                      "%s: it has %" G_GSIZE_FORMAT " bytes, its head says %" G_GUINT64_FORMAT,
                      size < stated ? "is cut off" : "is damaged", size, stated);
    return ik_read_u32(data + IK_GAZETTEER_AT_SECTIONS) == IK_GAZETTEER_SECTIONS ||
           refuse(gazetteer, error, "is damaged: the number of sections is wrong");
}

/* Takes over where the sections lie. */
static bool read_sections(ik_gazetteer *gazetteer, const guint8 *data, gsize size, GError **error)
{
    for (guint i = 0; i < IK_GAZETTEER_SECTIONS; i++) {
        const guint8 *entry = data + IK_GAZETTEER_AT_TABLE + (gsize)i * IK_GAZETTEER_TABLE_ENTRY;
        guint64 offset = ik_read_u64(entry), count = ik_read_u32(entry + 8);
        if (ik_read_u32(entry + 12) != ik_gazetteer_record_size[i] || offset > size ||
            count * ik_gazetteer_record_size[i] > size - offset)
            return refuse(gazetteer, error, "is damaged: section %u does not lie in the file", i);
        gazetteer->section[i] = (ik_gazetteer_records){data + offset, (guint32)count};
    }
    const ik_gazetteer_records *strings = &gazetteer->section[IK_GAZETTEER_STRINGS];
    return (strings->count > 0 && strings->data[strings->count - 1] == '\0') ||
           refuse(gazetteer, error, "is damaged: the last string has no end");
}

static GMappedFile *map(const char *path, GError **error)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: is a folder, expected a gazetteer", path);
        return NULL;
    }
    errno = 0;
    GMappedFile *file = g_mapped_file_new(path, FALSE, NULL);
    if (file == NULL)
        ik_io_error_set(error, errno != 0 ? errno : EIO, path, "read");
    return file;
}

ik_gazetteer *ik_gazetteer_open(const char *path, GError **error)
{
    GMappedFile *file = map(path, error);
    if (file == NULL)
        return NULL;
    g_autoptr(ik_gazetteer) gazetteer = g_new0(ik_gazetteer, 1);
    gazetteer->file = file;
    gazetteer->name = g_path_get_basename(path);
    const guint8 *data = (const guint8 *)g_mapped_file_get_contents(file);
    gsize size = g_mapped_file_get_length(file);
    if (!check_head(gazetteer, data, size, error) || !read_sections(gazetteer, data, size, error))
        return NULL;
    return g_steal_pointer(&gazetteer);
}

bool ik_gazetteer_verify(const ik_gazetteer *gazetteer, GError **error)
{
    const guint8 *data = (const guint8 *)g_mapped_file_get_contents(gazetteer->file);
    gsize size = g_mapped_file_get_length(gazetteer->file);
    ik_hash128 stated = {.low = ik_read_u64(data + IK_GAZETTEER_AT_CHECKSUM),
                         .high = ik_read_u64(data + IK_GAZETTEER_AT_CHECKSUM + 8)};
    ik_hash128 found = ik_hash128_of(data + IK_GAZETTEER_AT_TABLE, size - IK_GAZETTEER_AT_TABLE);
    return ik_hash128_equal(stated, found) ||
           refuse(gazetteer, error, "is damaged: its checksum is wrong");
}

void ik_gazetteer_close(ik_gazetteer *gazetteer)
{
    if (gazetteer == NULL)
        return;
    g_mapped_file_unref(gazetteer->file);
    g_free(gazetteer->name);
    g_free(gazetteer);
}

guint32 ik_gazetteer_municipalities(const ik_gazetteer *gazetteer)
{
    return gazetteer->section[IK_GAZETTEER_MUNICIPALITIES].count;
}

guint32 ik_gazetteer_streets(const ik_gazetteer *gazetteer)
{
    return gazetteer->section[IK_GAZETTEER_STREETS].count;
}

guint32 ik_gazetteer_houses(const ik_gazetteer *gazetteer)
{
    return gazetteer->section[IK_GAZETTEER_HOUSES].count;
}

guint32 ik_gazetteer_localities(const ik_gazetteer *gazetteer)
{
    return gazetteer->section[IK_GAZETTEER_LOCALITIES].count;
}

guint32 ik_gazetteer_sources(const ik_gazetteer *gazetteer)
{
    return gazetteer->section[IK_GAZETTEER_SOURCES].count;
}

/* A string that is shown to people. */
static const char *shown(const ik_gazetteer *gazetteer, guint32 offset)
{
    const char *text = ik_gazetteer_string(gazetteer, offset), *at = text;
    while ((gchar)*at > 0 || ((guchar)*at == 0xC3 && ((guchar)at[1] & 0xC0) == 0x80))
        at += (gchar)*at > 0 ? 1 : 2; /* ASCII and Latin-1: most names need no longer look */
    if (*at == '\0')
        return text;
    return g_utf8_validate(text, -1, NULL) ? text : "";
}

/* The string that a record of SUFFIXES or POSTCODES names. */
static const char *listed(const ik_gazetteer *gazetteer, ik_gazetteer_section section,
                          guint32 number)
{
    const guint8 *record = number > 0 ? ik_gazetteer_record(gazetteer, section, number) : NULL;
    return record != NULL ? shown(gazetteer, ik_read_u32(record)) : "";
}

static guint8 kind_of(guint32 kind)
{
    return (guint8)MIN(kind, IK_N_REGISTER_KINDS - 1);
}

ik_gazetteer_source ik_gazetteer_source_get(const ik_gazetteer *gazetteer, guint32 source)
{
    const guint8 *at = ik_gazetteer_record(gazetteer, IK_GAZETTEER_SOURCES, source);
    if (at == NULL)
        return (ik_gazetteer_source){"", "", "", "", 0, 0};
    return (ik_gazetteer_source){
        .name = shown(gazetteer, ik_read_u32(at)),
        .date = shown(gazetteer, ik_read_u32(at + 4)),
        .licence = shown(gazetteer, ik_read_u32(at + 8)),
        .attribution = shown(gazetteer, ik_read_u32(at + 12)),
        .kind = kind_of(ik_read_u32(at + 16)),
        .records = ik_read_u64(at + 24),
    };
}

const char *ik_gazetteer_ags(const ik_gazetteer *gazetteer, guint32 municipality)
{
    const guint8 *at = ik_gazetteer_record(gazetteer, IK_GAZETTEER_MUNICIPALITIES, municipality);
    return at != NULL ? shown(gazetteer, ik_read_u32(at)) : "";
}

ik_gazetteer_range ik_gazetteer_streets_of(const ik_gazetteer *gazetteer, guint32 municipality)
{
    const guint8 *at = ik_gazetteer_record(gazetteer, IK_GAZETTEER_MUNICIPALITIES, municipality);
    if (at == NULL)
        return (ik_gazetteer_range){0, 0};
    return ik_gazetteer_clip(ik_read_u32(at + 4), ik_read_u32(at + 8),
                             ik_gazetteer_streets(gazetteer));
}

static float radius_of(const guint8 *at)
{
    guint32 bits = ik_read_u32(at);
    float radius;
    memcpy(&radius, &bits, sizeof radius);
    return isfinite(radius) && radius >= 0.0f ? radius : 0.0f;
}

ik_gazetteer_street ik_gazetteer_street_get(const ik_gazetteer *gazetteer, guint32 street)
{
    ik_gazetteer_street read = ik_gazetteer_street_brief(gazetteer, street);
    const guint8 *at = ik_gazetteer_record(gazetteer, IK_GAZETTEER_STREETS, street);
    if (at != NULL)
        read.official_key = shown(gazetteer, ik_read_u32(at + 8));
    return read;
}

ik_gazetteer_street ik_gazetteer_street_brief(const ik_gazetteer *gazetteer, guint32 street)
{
    const guint8 *at = ik_gazetteer_record(gazetteer, IK_GAZETTEER_STREETS, street);
    if (at == NULL)
        return (ik_gazetteer_street){
            .name = "", .key = "", .official_key = "", .locality = "", .municipality = G_MAXUINT32};
    ik_gazetteer_range houses = ik_gazetteer_clip(ik_read_u32(at + 20), ik_read_u32(at + 24),
                                                  ik_gazetteer_houses(gazetteer));
    return (ik_gazetteer_street){
        .name = shown(gazetteer, ik_read_u32(at)),
        .key = shown(gazetteer, ik_read_u32(at + 4)),
        .official_key = "",
        .locality = shown(gazetteer, ik_read_u32(at + 12)),
        .municipality = ik_read_u32(at + 16),
        .first_house = houses.first,
        .n_houses = houses.count,
        .has_position = (at[47] & HAS_POSITION) != 0,
        .position = ik_gazetteer_position(at + 28),
        .radius_m = radius_of(at + 36),
        .kind = kind_of(at[46]),
    };
}

static int compare_number(const void *key, const void *record)
{
    guint32 number = *(const guint32 *)key, other = ik_read_u32(record);
    return number < other ? -1 : number > other;
}

static guint16 last_of(const ik_gazetteer *gazetteer, guint32 house)
{
    const ik_gazetteer_records *ranges = &gazetteer->section[IK_GAZETTEER_RANGES];
    gsize size = ik_gazetteer_record_size[IK_GAZETTEER_RANGES];
    const guint8 *found = bsearch(&house, ranges->data, ranges->count, size, compare_number);
    return found != NULL ? ik_read_u16(found + 4) : 0;
}

ik_gazetteer_house ik_gazetteer_house_get(const ik_gazetteer *gazetteer, guint32 house)
{
    const guint8 *at = ik_gazetteer_record(gazetteer, IK_GAZETTEER_HOUSES, house);
    if (at == NULL)
        return (ik_gazetteer_house){.suffix = "", .postcode = ""};
    return (ik_gazetteer_house){
        .number = ik_read_u16(at),
        .last = (at[15] & HAS_LAST) != 0 ? last_of(gazetteer, house) : 0,
        .suffix = listed(gazetteer, IK_GAZETTEER_SUFFIXES, ik_read_u16(at + 2)),
        .position = ik_gazetteer_position(at + 4),
        .postcode = listed(gazetteer, IK_GAZETTEER_POSTCODES, ik_read_u16(at + 12)),
        .kind = kind_of(at[14]),
    };
}

ik_gazetteer_locality ik_gazetteer_locality_get(const ik_gazetteer *gazetteer, guint32 locality)
{
    const guint8 *at = ik_gazetteer_record(gazetteer, IK_GAZETTEER_LOCALITIES, locality);
    if (at == NULL)
        return (ik_gazetteer_locality){.name = "", .key = "", .municipality = G_MAXUINT32};
    return (ik_gazetteer_locality){
        .name = shown(gazetteer, ik_read_u32(at)),
        .key = shown(gazetteer, ik_read_u32(at + 4)),
        .municipality = ik_read_u32(at + 8),
        .position = ik_gazetteer_position(at + 12),
        .has_position = (ik_read_u32(at + 20) & HAS_POSITION) != 0,
    };
}

static guint bits(guint32 set)
{
    set -= (set >> 1) & 0x55555555u;
    set = (set & 0x33333333u) + ((set >> 2) & 0x33333333u);
    return (((set + (set >> 4)) & 0x0F0F0F0Fu) * 0x01010101u) >> 24;
}

const char *ik_gazetteer_street_key(const ik_gazetteer *gazetteer, guint32 street)
{
    const guint8 *at = ik_gazetteer_record(gazetteer, IK_GAZETTEER_STREETS, street);
    return at != NULL ? ik_gazetteer_string(gazetteer, ik_read_u32(at + 4)) : "";
}

guint32 ik_gazetteer_next_similar(const ik_gazetteer *gazetteer, guint32 street, guint32 end,
                                  ik_street_signature signature, guint edits)
{
    const ik_gazetteer_records *streets = &gazetteer->section[IK_GAZETTEER_STREETS];
    const gsize size = ik_gazetteer_record_size[IK_GAZETTEER_STREETS];
    const guint32 shortest = signature.length > edits ? signature.length - edits : 0;
    const guint8 *at = streets->data + (gsize)street * size;
    end = MIN(end, streets->count);
    for (; street < end; street++, at += size)
        if (ik_read_u16(at + 44) - shortest <= signature.length + edits - shortest &&
            bits(ik_read_u32(at + 40) ^ signature.letters) <= 2 * edits)
            return street;
    return G_MAXUINT32;
}

ik_street_signature ik_gazetteer_signature(const ik_gazetteer *gazetteer, guint32 street)
{
    const guint8 *at = ik_gazetteer_record(gazetteer, IK_GAZETTEER_STREETS, street);
    if (at == NULL)
        return (ik_street_signature){0, 0};
    return (ik_street_signature){.letters = ik_read_u32(at + 40), .length = ik_read_u16(at + 44)};
}

/* pmtiles_format.c — header and directories of PMTiles v3 as bytes.   [archive] */
#include "pmtiles_format.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#define MAGIC "PMTiles"
enum { VERSION = 3 };

/* --- header ----------------------------------------------------------------------------------- */

static guint8 *put(guint8 *at, guint64 value, guint bytes)
{
    for (guint i = 0; i < bytes; i++)
        *at++ = (guint8)(value >> 8 * i);
    return at;
}

static guint64 take(const guint8 **at, guint bytes)
{
    guint64 value = 0;
    for (guint i = 0; i < bytes; i++)
        value |= (guint64)(*at)[i] << 8 * i;
    *at += bytes;
    return value;
}

gint32 ik_pmtiles_degrees(double degrees)
{
    return (gint32)lround(degrees * 1e7);
}

void ik_pmtiles_header_write(const ik_pmtiles_header *header, guint8 bytes[IK_PMTILES_HEADER_BYTES])
{
    const ik_pmtiles_section *const sections[] = {&header->root, &header->metadata, &header->leaves,
                                                  &header->data};
    for (gsize i = 0; i < strlen(MAGIC); i++)
        bytes[i] = (guint8)MAGIC[i];
    guint8 *at = put(bytes + strlen(MAGIC), VERSION, 1);
    for (gsize i = 0; i < G_N_ELEMENTS(sections); i++)
        at = put(put(at, sections[i]->offset, 8), sections[i]->length, 8);
    at = put(put(put(at, header->addressed, 8), header->entries, 8), header->contents, 8);
    at = put(put(at, header->clustered, 1), header->internal_compression, 1);
    at = put(put(at, header->tile_compression, 1), header->tile_type, 1);
    at = put(put(at, header->min_zoom, 1), header->max_zoom, 1);
    for (gsize i = 0; i < G_N_ELEMENTS(header->bounds); i++)
        at = put(at, (guint32)header->bounds[i], 4);
    at = put(at, header->center_zoom, 1);
    at = put(put(at, (guint32)header->center[0], 4), (guint32)header->center[1], 4);
    g_assert(at == bytes + IK_PMTILES_HEADER_BYTES);
}

static bool check_magic(const guint8 *bytes, gsize size, GError **error)
{
    gsize length = strlen(MAGIC);
    if (size <= length || memcmp(bytes, MAGIC, length) != 0)
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "offset 0: is no PMTiles archive");
    else if (bytes[length] != VERSION)
        g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                    "offset 7: PMTiles version %u, expected 3", bytes[length]);
    else if (size < IK_PMTILES_HEADER_BYTES)
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "offset %" G_GSIZE_FORMAT ": the file ends within the header of 127 bytes",
                    size);
    else
        return true;
    return false;
}

bool ik_pmtiles_header_read(ik_pmtiles_header *header, const void *bytes, gsize size,
                            GError **error)
{
    if (!check_magic(bytes, size, error))
        return false;
    const guint8 *at = (const guint8 *)bytes + strlen(MAGIC) + 1;
    ik_pmtiles_section *const sections[] = {&header->root, &header->metadata, &header->leaves,
                                            &header->data};
    for (gsize i = 0; i < G_N_ELEMENTS(sections); i++) {
        sections[i]->offset = take(&at, 8);
        sections[i]->length = take(&at, 8);
    }
    header->addressed = take(&at, 8);
    header->entries = take(&at, 8);
    header->contents = take(&at, 8);
    guint8 *const numbers[] = {&header->clustered,        &header->internal_compression,
                               &header->tile_compression, &header->tile_type,
                               &header->min_zoom,         &header->max_zoom};
    for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
        *numbers[i] = (guint8)take(&at, 1);
    for (gsize i = 0; i < G_N_ELEMENTS(header->bounds); i++)
        header->bounds[i] = (gint32)(guint32)take(&at, 4);
    header->center_zoom = (guint8)take(&at, 1);
    header->center[0] = (gint32)(guint32)take(&at, 4);
    header->center[1] = (gint32)(guint32)take(&at, 4);
    return true;
}

/* --- directories ------------------------------------------------------------------------------ */

static void append_varint(GByteArray *out, guint64 value)
{
    guint8 bytes[10];
    guint n = 0;
    for (; value > 0x7F; value >>= 7)
        bytes[n++] = (guint8)(value | 0x80);
    bytes[n++] = (guint8)value;
    g_byte_array_append(out, bytes, n);
}

void ik_pmtiles_directory_write(GByteArray *out, const ik_pmtiles_entry *entries, gsize n)
{
    append_varint(out, n);
    for (gsize i = 0; i < n; i++)
        append_varint(out, entries[i].id - (i > 0 ? entries[i - 1].id : 0));
    for (gsize i = 0; i < n; i++)
        append_varint(out, entries[i].run);
    for (gsize i = 0; i < n; i++)
        append_varint(out, entries[i].length);
    for (gsize i = 0; i < n; i++) {
        bool follows = i > 0 && entries[i].offset == entries[i - 1].offset + entries[i - 1].length;
        append_varint(out, follows ? 0 : entries[i].offset + 1);
    }
}

typedef struct {
    const guint8 *bytes;
    gsize size, at;
} varint_reader;

/* A caller's maximum keeps the sums that are built from it within 64 bits. */
static bool read_varint(varint_reader *reader, guint64 maximum, guint64 *value, GError **error)
{
    gsize start = reader->at;
    *value = 0;
    for (guint shift = 0; reader->at < reader->size; shift += 7) {
        guint8 byte = reader->bytes[reader->at++];
        if (shift > 63 || (shift == 63 && byte > 1))
            break;
        *value |= (guint64)(byte & 0x7F) << shift;
        if (byte < 0x80 && *value <= maximum)
            return true;
        if (byte < 0x80)
            break;
    }
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "directory offset %" G_GSIZE_FORMAT ": %s", start,
                reader->at == reader->size ? "the directory is cut off" : "a number is too large");
    return false;
}

static bool fail_entry(gsize entry, const char *why, GError **error)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "entry %" G_GSIZE_FORMAT ": %s", entry, why);
    return false;
}

static bool read_ids(varint_reader *reader, ik_pmtiles_entry *entries, gsize n, GError **error)
{
    guint64 id = 0, step;
    for (gsize i = 0; i < n; i++) {
        if (!read_varint(reader, G_MAXINT64 / 2, &step, error))
            return false;
        if (i > 0 && step == 0)
            return fail_entry(i, "the tile id is that of the entry before", error);
        id += step;
        if (id > G_MAXINT64 / 2)
            return fail_entry(i, "the tile id is too large", error);
        entries[i].id = id;
    }
    return true;
}

static bool read_runs_and_lengths(varint_reader *reader, ik_pmtiles_entry *entries, gsize n,
                                  GError **error)
{
    guint64 value;
    for (gsize i = 0; i < n; i++) {
        if (!read_varint(reader, G_MAXUINT32, &value, error))
            return false;
        entries[i].run = (guint32)value;
    }
    for (gsize i = 0; i < n; i++) {
        if (!read_varint(reader, G_MAXUINT32, &value, error))
            return false;
        if (value == 0)
            return fail_entry(i, "has no bytes", error);
        entries[i].length = (guint32)value;
    }
    return true;
}

static bool read_offsets(varint_reader *reader, ik_pmtiles_entry *entries, gsize n, GError **error)
{
    guint64 value;
    for (gsize i = 0; i < n; i++) {
        if (!read_varint(reader, G_MAXINT64, &value, error))
            return false;
        if (value == 0 && i == 0)
            return fail_entry(i, "follows the entry before, but is the first", error);
        entries[i].offset = value > 0 ? value - 1 : entries[i - 1].offset + entries[i - 1].length;
        if (entries[i].offset > G_MAXINT64)
            return fail_entry(i, "the offset is too large", error);
    }
    return true;
}

GArray *ik_pmtiles_directory_read(const void *bytes, gsize size, GError **error)
{
    varint_reader reader = {bytes, size, 0};
    guint64 n;
    if (!read_varint(&reader, size / 4, &n, error)) /* an entry takes four bytes at least */
        return NULL;
    g_autoptr(GArray) entries = g_array_sized_new(FALSE, TRUE, sizeof(ik_pmtiles_entry), (guint)n);
    g_array_set_size(entries, (guint)n);
    ik_pmtiles_entry *first = (ik_pmtiles_entry *)(void *)entries->data;
    if (!read_ids(&reader, first, n, error) || !read_runs_and_lengths(&reader, first, n, error) ||
        !read_offsets(&reader, first, n, error))
        return NULL;
    if (reader.at == size)
        return g_steal_pointer(&entries);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "directory offset %" G_GSIZE_FORMAT ": bytes stand behind the last entry",
                reader.at);
    return NULL;
}

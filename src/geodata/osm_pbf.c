/* osm_pbf.c — blocks of a file, unpacked one by one.   [geodata] */
#include "osm_pbf.h"

#include <gio/gio.h>
#include <ideenkarte/error.h>
#include <string.h>

#include "byte_source.h"
#include "osm_pbf_block.h"
#include "protobuf.h"

/* Bounds of the format. */
#define MAX_HEADER (64U << 10)
#define MAX_BLOB   (32U << 20)

#define FIRST_BUFFER (64U << 10)

enum { HEADER_TYPE = 1, HEADER_SIZE = 3 };
enum { BLOB_RAW = 1, BLOB_ZLIB = 3 };
enum { FEATURE_REQUIRED = 4 };

typedef struct {
    const ik_osm_request *request;
    ik_byte_source *source;
    guint64 block;        /* number of the block, from 1 */
    GByteArray *packed;   /* as it is in the file */
    GByteArray *unpacked; /* and one byte more than it holds */
    gsize size;           /* of what is unpacked */
    ik_osm_pbf_scratch scratch;
} pbf_reader;

static bool fail(const pbf_reader *reader, ik_error_code code, const char *text, GError **error)
{
    g_set_error(error, IK_ERROR, (int)code, "%s: block %" G_GUINT64_FORMAT ": %s",
                reader->request->path, reader->block, text);
    return false;
}

static bool fail_broken(const pbf_reader *reader, GError **error)
{
    return fail(reader, IK_ERROR_INPUT, "broken or cut off", error);
}

/* Reads `size` bytes; how many there were, less at the end only, -1 with `error` set. */
static gssize read_bytes(pbf_reader *reader, guint8 *bytes, gsize size, GError **error)
{
    gsize n = 0;
    gssize more = 1;
    while (n < size && more > 0) {
        more = ik_byte_source_read(reader->source, bytes + n, size - n, error);
        n += more > 0 ? (gsize)more : 0;
    }
    return more < 0 ? -1 : (gssize)n;
}

/* Reads `size` bytes into `packed`. */
static bool read_packed(pbf_reader *reader, gsize size, GError **error)
{
    g_byte_array_set_size(reader->packed, (guint)size);
    gssize n = read_bytes(reader, reader->packed->data, size, error);
    return n == (gssize)size || (n >= 0 && fail_broken(reader, error));
}

/* --- unpacking ----------------------------------------------------------------------------- */

static void keep(pbf_reader *reader, const guint8 *bytes, gsize size)
{
    g_byte_array_set_size(reader->unpacked, (guint)size + 1);
    if (size > 0)
        memcpy(reader->unpacked->data, bytes, size);
    reader->size = size;
}

/* The buffer grows with what comes, to the greatest size that a block may have: what unpacks to more is broken. */
static bool inflate(pbf_reader *reader, ik_pbf_span packed)
{
    g_autoptr(GZlibDecompressor) unpacker = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
    GConverterResult result = G_CONVERTER_CONVERTED;
    gsize room = FIRST_BUFFER;
    for (reader->size = 0; result == G_CONVERTER_CONVERTED && reader->size < MAX_BLOB;) {
        gsize taken = 0, written = 0;
        room = reader->size == room ? MIN(2 * room, MAX_BLOB) : room;
        g_byte_array_set_size(reader->unpacked, (guint)room + 1);
        result =
            g_converter_convert(G_CONVERTER(unpacker), packed.at, (gsize)(packed.end - packed.at),
                                reader->unpacked->data + reader->size, room - reader->size,
                                G_CONVERTER_INPUT_AT_END, &taken, &written, NULL);
        packed.at += taken;
        reader->size += written;
    }
    return result == G_CONVERTER_FINISHED;
}

static bool unpack(pbf_reader *reader, GError **error)
{
    ik_pbf_span blob = {reader->packed->data, reader->packed->data + reader->packed->len, false};
    bool found = false, sound = true, known = true;
    for (ik_pbf_field field; sound && ik_pbf_next_field(&blob, &field);) {
        if (field.span.at == NULL)
            continue;
        found = found || field.number == BLOB_RAW || field.number == BLOB_ZLIB;
        known = known && field.number <= BLOB_ZLIB;
        if (field.number == BLOB_RAW)
            keep(reader, field.span.at, (gsize)(field.span.end - field.span.at));
        else if (field.number == BLOB_ZLIB)
            sound = inflate(reader, field.span);
    }
    if (!known && !found)
        return fail(reader, IK_ERROR_UNSUPPORTED, "compressed with another method than zlib",
                    error);
    return (sound && found && !blob.is_broken) || fail_broken(reader, error);
}

/* --- the file ------------------------------------------------------------------------------ */

static bool is_text(const ik_pbf_span *span, const char *text)
{
    gsize length = strlen(text);
    return (gsize)(span->end - span->at) == length && memcmp(span->at, text, length) == 0;
}

/* A HeaderBlock: refused when the file needs what we do not know, a history for example. */
static bool check_features(pbf_reader *reader, GError **error)
{
    ik_pbf_span header = {reader->unpacked->data, reader->unpacked->data + reader->size, false};
    for (ik_pbf_field field; ik_pbf_next_field(&header, &field);) {
        if (field.number != FEATURE_REQUIRED || field.span.at == NULL ||
            is_text(&field.span, "OsmSchema-V0.6") || is_text(&field.span, "DenseNodes"))
            continue;
        return fail(reader, IK_ERROR_UNSUPPORTED, "the file requires an unknown feature", error);
    }
    return !header.is_broken || fail_broken(reader, error);
}

static bool take_blob(pbf_reader *reader, bool is_header, GError **error)
{
    GError *refused = NULL;
    if (!unpack(reader, error))
        return false;
    if (is_header)
        return check_features(reader, error);
    if (ik_osm_pbf_block_read(reader->request, &reader->scratch, reader->unpacked->data,
                              reader->size, &refused))
        return true;
    if (refused == NULL)
        return fail_broken(reader, error);
    g_propagate_error(error, refused);
    return false;
}

static bool read_block(pbf_reader *reader, gsize header_size, GError **error)
{
    bool is_header = false, is_data = false;
    guint64 size = 0;
    if (header_size > MAX_HEADER)
        return fail_broken(reader, error);
    if (!read_packed(reader, header_size, error))
        return false;
    ik_pbf_span header = {reader->packed->data, reader->packed->data + header_size, false};
    for (ik_pbf_field field; ik_pbf_next_field(&header, &field);) {
        if (field.number == HEADER_SIZE)
            size = field.value;
        if (field.number != HEADER_TYPE || field.span.at == NULL)
            continue;
        is_header = is_text(&field.span, "OSMHeader");
        is_data = is_text(&field.span, "OSMData");
    }
    if (header.is_broken || size > MAX_BLOB)
        return fail_broken(reader, error);
    if (!read_packed(reader, (gsize)size, error))
        return false;
    /* Blocks of other types are passed over, as the format says. */
    return (!is_header && !is_data) || take_blob(reader, is_header, error);
}

static bool read_blocks(pbf_reader *reader, GError **error)
{
    guint8 size[4];
    gssize n;
    while ((n = read_bytes(reader, size, sizeof size, error)) > 0) {
        reader->block++;
        if (n < (gssize)sizeof size)
            return fail_broken(reader, error);
        gsize header_size =
            (gsize)size[0] << 24 | (gsize)size[1] << 16 | (gsize)size[2] << 8 | (gsize)size[3];
        if (!read_block(reader, header_size, error))
            return false;
    }
    return n == 0;
}

bool ik_osm_pbf_read(const ik_osm_request *request, GError **error)
{
    g_autoptr(ik_byte_source) source = ik_byte_source_open(request->path, error);
    if (source == NULL)
        return false;
    /* Allocated at once: spans of an empty block begin somewhere, too. */
    g_autoptr(GByteArray) packed = g_byte_array_sized_new(FIRST_BUFFER);
    g_autoptr(GByteArray) unpacked = g_byte_array_new();
    pbf_reader reader = {
        .request = request, .source = source, .packed = packed, .unpacked = unpacked};
    ik_osm_pbf_scratch_init(&reader.scratch);
    bool done = read_blocks(&reader, error);
    ik_osm_pbf_scratch_clear(&reader.scratch);
    return done;
}

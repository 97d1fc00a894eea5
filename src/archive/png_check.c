/* png_check.c — the chunks of a PNG.   [archive] */
#include "png_check.h"

#include <ideenkarte/error.h>
#include <libdeflate.h>
#include <string.h>

enum { SIGNATURE_BYTES = 8, CHUNK_FRAME_BYTES = 12, IHDR_BYTES = 13 };

static guint32 take32(const guint8 *at)
{
    return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

static bool fail(gsize offset, const char *why, GError **error)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "PNG offset %" G_GSIZE_FORMAT ": %s", offset, why);
    return false;
}

/* The chunk at `at`, whose length is within the rest. */
static bool check_chunk(const guint8 *bytes, gsize at, guint32 length, GError **error)
{
    const guint8 *type = bytes + at + 4;
    if (libdeflate_crc32(0, type, 4 + (gsize)length) != take32(type + 4 + length))
        return fail(at, "the chunk's checksum is wrong", error);
    bool is_first = at == SIGNATURE_BYTES, is_header = memcmp(type, "IHDR", 4) == 0;
    if (is_first != is_header)
        return fail(at, "IHDR is not the first chunk, or not the only one", error);
    if (is_header && (length != IHDR_BYTES || take32(type + 4) == 0 || take32(type + 8) == 0))
        return fail(at, "the picture has no size", error);
    return true;
}

bool ik_png_check(const void *bytes, gsize size, GError **error)
{
    bool has_data = false;
    const guint8 *data = bytes;
    if (size < SIGNATURE_BYTES || memcmp(data, "\x89PNG\r\n\x1a\n", SIGNATURE_BYTES) != 0)
        return fail(0, "is no PNG", error);
    for (gsize at = SIGNATURE_BYTES; size - at >= CHUNK_FRAME_BYTES;) {
        guint32 length = take32(data + at);
        if (length > size - at - CHUNK_FRAME_BYTES)
            return fail(at, "the chunk is cut off", error);
        if (!check_chunk(data, at, length, error))
            return false;
        const guint8 *type = data + at + 4;
        has_data = has_data || memcmp(type, "IDAT", 4) == 0;
        at += CHUNK_FRAME_BYTES + (gsize)length;
        if (memcmp(type, "IEND", 4) == 0 && (at != size || !has_data))
            return fail(at, has_data ? "bytes stand behind IEND" : "there is no IDAT", error);
        if (at == size && memcmp(type, "IEND", 4) == 0)
            return true;
    }
    return fail(size, "there is no IEND", error);
}

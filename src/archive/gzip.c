/* gzip.c — libdeflate behind GBytes and GError.   [archive] */
#include "gzip.h"

#include <ideenkarte/error.h>
#include <libdeflate.h>

/* Header and trailer of a member without name or comment. */
enum { GZIP_FRAME_BYTES = 18 };

/* RFC 1951: 258 bytes cost at least 2 bits. */
enum { MAX_RATIO = 1032 };

struct ik_gzip_codec {
    struct libdeflate_compressor *compressor; /* NULL until it is needed: it is large */
    struct libdeflate_decompressor *decompressor;
    int level;
};

ik_gzip_codec *ik_gzip_codec_new(int level)
{
    g_assert(level >= 1 && level <= 12);
    ik_gzip_codec *codec = g_new0(ik_gzip_codec, 1);
    codec->level = level;
    return codec;
}

void ik_gzip_codec_free(ik_gzip_codec *codec)
{
    if (codec == NULL)
        return;
    if (codec->compressor != NULL)
        libdeflate_free_compressor(codec->compressor);
    if (codec->decompressor != NULL)
        libdeflate_free_decompressor(codec->decompressor);
    g_free(codec);
}

GBytes *ik_gzip_compress(ik_gzip_codec *codec, const void *bytes, gsize size)
{
    if (codec->compressor == NULL)
        codec->compressor = libdeflate_alloc_compressor(codec->level);
    if (codec->compressor == NULL)
        g_error("out of memory for a compressor");
    gsize room = libdeflate_gzip_compress_bound(codec->compressor, size);
    char *out = g_malloc(room);
    gsize length = libdeflate_gzip_compress(codec->compressor, bytes, size, out, room);
    g_assert(length > 0);
    return g_bytes_new_take(g_realloc(out, length), length);
}

/* The size that the trailer claims, as far as it is possible and allowed. */
static gsize claimed_size(const guint8 *bytes, gsize size, gsize limit)
{
    const guint8 *trailer = bytes + size - 4;
    gsize claimed =
        trailer[0] | (gsize)trailer[1] << 8 | (gsize)trailer[2] << 16 | (gsize)trailer[3] << 24;
    return MAX(1, MIN(claimed, MIN(limit, size * MAX_RATIO)));
}

GBytes *ik_gzip_expand(ik_gzip_codec *codec, const void *bytes, gsize size, gsize limit,
                       GError **error)
{
    if (codec->decompressor == NULL)
        codec->decompressor = libdeflate_alloc_decompressor();
    if (codec->decompressor == NULL)
        g_error("out of memory for a decompressor");
    if (size < GZIP_FRAME_BYTES) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "the gzip data are cut off");
        return NULL;
    }
    gsize room = claimed_size(bytes, size, limit), used, length;
    g_autofree char *out = g_malloc(room);
    enum libdeflate_result result =
        libdeflate_gzip_decompress_ex(codec->decompressor, bytes, size, out, room, &used, &length);
    if (result == LIBDEFLATE_SUCCESS && used == size)
        return g_bytes_new_take(g_steal_pointer(&out), length);
    const char *reason = result == LIBDEFLATE_SUCCESS ? "bytes stand behind the gzip data"
                                                      : "the gzip data are damaged";
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE && room == limit)
        reason = "the gzip data hold more than is allowed";
    g_set_error_literal(error, IK_ERROR, IK_ERROR_INPUT, reason);
    return NULL;
}

/* profile_fixture.h — ICC profiles, byte by byte, and pictures that carry them.   [tests]
 *
 * ICC.1:2010: header of 128 bytes, number of tags, 12 bytes a tag (name, place, size), data. Colorants are those of the
 * primaries of each space, adapted to D50 (Bradford), in 1/65536.
 */
#ifndef IK_PROFILE_FIXTURE_H
#define IK_PROFILE_FIXTURE_H

#include "photo_fixture.h"

#include <libdeflate.h>

static inline void put_bytes(GByteArray *to, const void *bytes, gsize size)
{
    g_byte_array_append(to, bytes, (guint)size);
}

static inline void put_text(GByteArray *to, const char *text)
{
    put_bytes(to, text, strlen(text));
}

static inline void put16(GByteArray *to, guint value)
{
    const guint8 bytes[] = {(guint8)(value >> 8 & 0xFF), (guint8)(value & 0xFF)};
    put_bytes(to, bytes, sizeof bytes);
}

static inline void put32(GByteArray *to, gint64 value)
{
    put16(to, (guint)(value >> 16 & 0xFFFF));
    put16(to, (guint)(value & 0xFFFF));
}

static inline void set32(GByteArray *in, guint at, guint32 value)
{
    for (guint i = 0; i < 4; i++)
        in->data[at + i] = (guint8)(value >> (24 - 8 * i) & 0xFF);
}

/* Header and room for `tags` entries. */
static inline GByteArray *profile_begin(const char *kind, const char *space, const char *pcs,
                                        guint tags)
{
    GByteArray *profile = g_byte_array_new();
    put32(profile, 0); /* size, later */
    put32(profile, 0);
    put32(profile, 0x04300000);
    put_text(profile, kind);
    put_text(profile, space);
    put_text(profile, pcs);
    for (guint i = 0; i < 6; i++)
        put16(profile, i == 0 ? 2026 : i < 3 ? 1 : 0); /* 1 January */
    put_text(profile, "acsp");
    for (guint i = 0; i < 7; i++)
        put32(profile, 0);
    put32(profile, 0xF6D6); /* D50 */
    put32(profile, 0x10000);
    put32(profile, 0xD32D);
    while (profile->len < 128)
        put32(profile, 0);
    put32(profile, tags);
    for (guint i = 0; i < tags * 3; i++)
        put32(profile, 0);
    return profile;
}

/* Names what was appended since `from` as tag number `index`. */
static inline void profile_tag(GByteArray *profile, guint index, const char *name, guint from)
{
    const guint at = 132 + index * 12;
    while (profile->len % 4 != 0)
        g_byte_array_append(profile, (const guint8 *)"", 1);
    memcpy(profile->data + at, name, 4);
    set32(profile, at + 4, from);
    set32(profile, at + 8, profile->len - from);
    set32(profile, 0, profile->len);
}

static inline void put_curve(GByteArray *profile)
{
    static const gint64 srgb[] = {157286, 62119, 3417, 5072, 2651}; /* IEC 61966-2-1 */
    put_text(profile, "para");
    put32(profile, 0);
    put16(profile, 3);
    put16(profile, 0);
    for (guint i = 0; i < G_N_ELEMENTS(srgb); i++)
        put32(profile, srgb[i]);
}

/* Primaries as in `colorants`, the curve of sRGB. */
static inline GByteArray *rgb_profile(const gint64 colorants[9])
{
    static const char *const names[] = {"rXYZ", "gXYZ", "bXYZ"};
    static const char *const curves[] = {"rTRC", "gTRC", "bTRC"};
    GByteArray *profile = profile_begin("mntr", "RGB ", "XYZ ", 7);
    for (guint i = 0; i < 3; i++) {
        guint from = profile->len;
        put_text(profile, "XYZ ");
        put32(profile, 0);
        for (guint k = 0; k < 3; k++)
            put32(profile, colorants[i * 3 + k]);
        profile_tag(profile, i, names[i], from);
        from = profile->len;
        put_curve(profile);
        profile_tag(profile, 3 + i, curves[i], from);
    }
    const guint from = profile->len;
    put_text(profile, "XYZ ");
    put32(profile, 0);
    put32(profile, 0xF6D6);
    put32(profile, 0x10000);
    put32(profile, 0xD32D);
    profile_tag(profile, 6, "wtpt", from);
    return profile;
}

/* SMPTE EG 432-1 with the white D65. */
static inline GByteArray *display_p3(void)
{
    static const gint64 colorants[] = {33759, 15807, -69, 19135, 45367, 2745, 10296, 4363, 51385};
    return rgb_profile(colorants);
}

static inline GByteArray *srgb_profile(void)
{
    static const gint64 colorants[] = {28576, 14581, 912, 25239, 46983, 6361, 9375, 3972, 46787};
    return rgb_profile(colorants);
}

/* Grey as light: a value of 128 is half of white. */
static inline GByteArray *linear_gray(void)
{
    GByteArray *profile = profile_begin("mntr", "GRAY", "XYZ ", 2);
    guint from = profile->len;
    put_text(profile, "curv");
    put32(profile, 0);
    put32(profile, 0); /* no points: as it is */
    profile_tag(profile, 0, "kTRC", from);
    from = profile->len;
    put_text(profile, "XYZ ");
    put32(profile, 0);
    put32(profile, 0xF6D6);
    put32(profile, 0x10000);
    put32(profile, 0xD32D);
    profile_tag(profile, 1, "wtpt", from);
    return profile;
}

/* Strange inks: without any, white; with cyan, L* 50; with any other, black. Type mft1. */
static inline GByteArray *strange_cmyk(void)
{
    GByteArray *profile = profile_begin("prtr", "CMYK", "Lab ", 1);
    const guint from = profile->len;
    const guint8 shape[] = {4, 3, 2, 0};
    put_text(profile, "mft1");
    put32(profile, 0);
    put_bytes(profile, shape, 4);
    for (guint i = 0; i < 9; i++)
        put32(profile, i % 4 == 0 ? 0x10000 : 0);
    for (guint i = 0; i < 4 * 256; i++)
        put_bytes(profile, &(guint8){(guint8)i}, 1);
    for (guint i = 0; i < 16; i++) { /* the last ink changes first, cyan last */
        const guint8 lab[] = {(guint8)(i == 0 ? 255 : i == 8 ? 128 : 0), 128, 128};
        put_bytes(profile, lab, 3);
    }
    for (guint i = 0; i < 3 * 256; i++)
        put_bytes(profile, &(guint8){(guint8)i}, 1);
    profile_tag(profile, 0, "A2B0", from);
    return profile;
}

/* --- pictures of one colour ------------------------------------------------------------------- */

/* What a JPEG of one colour is made of. */
typedef struct {
    J_COLOR_SPACE space, file_space; /* of `color`, of the file */
    guint8 color[4];
    const GByteArray *icc; /* NULL: none */
    guint piece;           /* bytes of the profile in each marker; the last comes first */
    guint orientation;     /* 0: none said */
} plain_jpeg;

static inline void write_profile(struct jpeg_compress_struct *jpeg, const plain_jpeg *of)
{
    const guint count = (of->icc->len + of->piece - 1) / of->piece;
    for (guint i = count; i > 0; i--) {
        const guint at = (i - 1) * of->piece, size = MIN(of->piece, of->icc->len - at);
        g_autoptr(GByteArray) marker = g_byte_array_new();
        const guint8 numbers[] = {(guint8)i, (guint8)count};
        put_bytes(marker, "ICC_PROFILE", 12);
        put_bytes(marker, numbers, 2);
        put_bytes(marker, of->icc->data + at, size);
        jpeg_write_marker(jpeg, JPEG_APP0 + 2, marker->data, marker->len);
    }
}

static inline GBytes *plain_jpeg_of(const plain_jpeg *of, guint width, guint height)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = width;
    jpeg.image_height = height;
    jpeg.input_components = of->space == JCS_GRAYSCALE ? 1 : of->space == JCS_RGB ? 3 : 4;
    jpeg.in_color_space = of->space;
    jpeg_set_defaults(&jpeg);
    jpeg_set_colorspace(&jpeg, of->file_space);
    jpeg_set_quality(&jpeg, 100, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    if (of->orientation > 0) {
        g_autoptr(GByteArray) exif = exif_block(of->orientation);
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, exif->data, exif->len);
    }
    if (of->icc != NULL)
        write_profile(&jpeg, of);
    g_autofree guint8 *row = g_malloc((gsize)width * 4);
    for (guint i = 0; i < width * (guint)jpeg.input_components; i++)
        row[i] = of->color[i % (guint)jpeg.input_components];
    for (guint y = 0; y < height; y++)
        jpeg_write_scanlines(&jpeg, &(JSAMPROW){row}, 1);
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    GBytes *copy = g_bytes_new(bytes, size);
    free(bytes);
    return copy;
}

static inline void put_chunk(GByteArray *png, const char *type, const void *data, gsize size)
{
    put32(png, (gint64)size);
    const guint from = png->len;
    put_text(png, type);
    put_bytes(png, data, size);
    put32(png, libdeflate_crc32(0, png->data + from, png->len - from));
}

static inline GByteArray *deflated(const void *data, gsize size)
{
    struct libdeflate_compressor *packer = libdeflate_alloc_compressor(6);
    GByteArray *packed = g_byte_array_new();
    g_byte_array_set_size(packed, (guint)libdeflate_zlib_compress_bound(packer, size));
    g_byte_array_set_size(
        packed, (guint)libdeflate_zlib_compress(packer, data, size, packed->data, packed->len));
    libdeflate_free_compressor(packer);
    return packed;
}

/* A PNG of one pixel. */
typedef struct {
    guint8 depth, type; /* of IHDR */
    guint8 pixel[8];
    guint n_bytes;         /* of the pixel */
    const GByteArray *icc; /* NULL: none */
    guint32 gamma;         /* of gAMA; 0: none */
} plain_png;

static inline GBytes *plain_png_of(const plain_png *of)
{
    GByteArray *png = g_byte_array_new();
    put_bytes(png, "\x89PNG\r\n\x1A\n", 8);
    const guint8 head[] = {0, 0, 0, 1, 0, 0, 0, 1, of->depth, of->type, 0, 0, 0};
    put_chunk(png, "IHDR", head, sizeof head);
    if (of->gamma > 0) {
        g_autoptr(GByteArray) gamma = g_byte_array_new();
        put32(gamma, of->gamma);
        put_chunk(png, "gAMA", gamma->data, gamma->len);
    }
    if (of->icc != NULL) {
        g_autoptr(GByteArray) packed = deflated(of->icc->data, of->icc->len);
        g_autoptr(GByteArray) chunk = g_byte_array_new();
        put_bytes(chunk, "profile\0", 9);
        put_bytes(chunk, packed->data, packed->len);
        put_chunk(png, "iCCP", chunk->data, chunk->len);
    }
    guint8 row[9] = {0};
    memcpy(row + 1, of->pixel, of->n_bytes);
    g_autoptr(GByteArray) packed = deflated(row, 1 + of->n_bytes);
    put_chunk(png, "IDAT", packed->data, packed->len);
    put_chunk(png, "IEND", "", 0);
    return g_byte_array_free_to_bytes(png);
}

/* WebP of one colour, extended format: VP8X with the flag of profiles, ICCP, then the picture. */
static inline GBytes *plain_webp_of(const guint8 color[3], const GByteArray *icc)
{
    guint8 rgb[16 * 16 * 3], *plain = NULL;
    for (guint i = 0; i < sizeof rgb; i++)
        rgb[i] = color[i % 3];
    const gsize size = WebPEncodeLosslessRGB(rgb, 16, 16, 48, &plain);
    const guint8 extended[] = {'V', 'P', '8', 'X', 10, 0, 0, 0, 0x20, 0, 0, 0, 15, 0, 0, 15, 0, 0};
    const guint total = (guint)(4 + sizeof extended + 8 + icc->len + size - 12);
    const guint8 lengths[][4] = {{(guint8)(total & 0xFF), (guint8)(total >> 8), 0, 0},
                                 {(guint8)(icc->len & 0xFF), (guint8)(icc->len >> 8), 0, 0}};
    GByteArray *webp = g_byte_array_new();
    put_text(webp, "RIFF");
    put_bytes(webp, lengths[0], 4);
    put_text(webp, "WEBP");
    put_bytes(webp, extended, sizeof extended);
    put_text(webp, "ICCP");
    put_bytes(webp, lengths[1], 4);
    put_bytes(webp, icc->data, icc->len); /* of an even length */
    put_bytes(webp, plain + 12, size - 12);
    WebPFree(plain);
    return g_byte_array_free_to_bytes(webp);
}

#endif

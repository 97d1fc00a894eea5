/* photo_png.c — PNG read with libpng's simple interface.   [photo]
 *
 * That interface makes sRGB of colours by gamma, but knows no profile. A profile goes before gamma (PNG 1.2, section
 * 4.2.2.4): where there is one that can be used, the library is given the file without the chunks about colours.
 */
#include <libdeflate.h>
#include <png.h>
#include <string.h>

#include "photo_parts.h"

#define SIGNATURE_BYTES    8
#define CHUNK_BYTES        12 /* length, type, check sum */
#define TYPE_BYTES         4
#define MAX_NAME           79         /* of a profile */
#define MAX_PROFILE        (4u << 20) /* unpacked */
#define MAX_TIMES_UNPACKED 1032u      /* the most that deflate can do */

typedef struct {
    const guint8 *at;   /* where it begins, with its length */
    const guint8 *data; /* NULL: there is no further chunk */
    gsize length;       /* of the data */
} chunk;

static gsize big_endian(const guint8 *b)
{
    return (gsize)b[0] << 24 | (gsize)b[1] << 16 | (gsize)b[2] << 8 | b[3];
}

/* The chunk that begins at `at`. */
static chunk chunk_at(const ik_photo_source *source, gsize at)
{
    const chunk none = {0};
    if (at >= source->size || source->size - at < CHUNK_BYTES)
        return none;
    const guint8 *begin = source->bytes + at;
    const gsize length = big_endian(begin);
    if (length > source->size - at - CHUNK_BYTES)
        return none;
    return (chunk){begin, begin + 4 + TYPE_BYTES, length};
}

static bool is_of(const chunk *one, const char *type)
{
    return memcmp(one->at + 4, type, TYPE_BYTES) == 0;
}

static chunk find_chunk(const ik_photo_source *source, const char *type)
{
    gsize at = SIGNATURE_BYTES;
    for (chunk one = chunk_at(source, at); one.data != NULL; one = chunk_at(source, at)) {
        if (is_of(&one, type))
            return one;
        at += CHUNK_BYTES + one.length;
    }
    return (chunk){0};
}

/* The chunk eXIf (PNG 1.5 extensions) is EXIF as it is. */
static guint orientation_of(const ik_photo_source *source)
{
    const chunk exif = find_chunk(source, "eXIf");
    return exif.data == NULL ? 1 : ik_exif_orientation(exif.data, exif.length);
}

/* --- colours ---------------------------------------------------------------------------------- */

/* The chunk iCCP: name, 0, method 0, zlib. NULL: none, or none that can be used. */
static ik_photo_colors *open_colors(const ik_photo_source *source, guint channels)
{
    const chunk iccp = find_chunk(source, "iCCP");
    const guint8 *end =
        iccp.data == NULL ? NULL : memchr(iccp.data, 0, MIN(iccp.length, MAX_NAME + 1u));
    if (end == NULL || iccp.length - (gsize)(end - iccp.data) < 2 || end[1] != 0)
        return NULL;
    const gsize packed = iccp.length - (gsize)(end + 2 - iccp.data);
    const gsize room = (gsize)MIN((guint64)packed * MAX_TIMES_UNPACKED, MAX_PROFILE);
    g_autofree guint8 *icc = g_malloc(room + 1);
    gsize size = 0;
    struct libdeflate_decompressor *unpacker = libdeflate_alloc_decompressor();
    const enum libdeflate_result result =
        libdeflate_zlib_decompress(unpacker, end + 2, packed, icc, room, &size);
    libdeflate_free_decompressor(unpacker);
    return result == LIBDEFLATE_SUCCESS ? ik_photo_colors_open(icc, size, channels) : NULL;
}

static bool is_about_colors(const chunk *one)
{
    return is_of(one, "iCCP") || is_of(one, "gAMA") || is_of(one, "cHRM") || is_of(one, "sRGB");
}

static GByteArray *without_colors(const ik_photo_source *source)
{
    GByteArray *rest = g_byte_array_sized_new((guint)source->size);
    gsize at = SIGNATURE_BYTES;
    g_byte_array_append(rest, source->bytes, SIGNATURE_BYTES);
    for (chunk one = chunk_at(source, at); one.data != NULL; one = chunk_at(source, at)) {
        const gsize whole = CHUNK_BYTES + one.length;
        if (!is_about_colors(&one))
            g_byte_array_append(rest, one.at, (guint)whole);
        at += whole;
    }
    g_byte_array_append(rest, source->bytes + at, (guint)(source->size - at));
    return rest;
}

/* --- pixels ----------------------------------------------------------------------------------- */

static ik_photo *read_pixels(png_image *image, GError **error)
{
    static const png_color white = {255, 255, 255};
    g_autoptr(ik_photo) photo = ik_photo_new(image->width, image->height, error);
    if (photo == NULL)
        return NULL;
    image->format = PNG_FORMAT_RGB;
    image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB; /* not linear, where nothing is said */
    if (png_image_finish_read(image, &white, photo->rgb, 0, NULL))
        return g_steal_pointer(&photo);
    ik_photo_fail(error, IK_PHOTO_ERROR_DAMAGED, image->message);
    return NULL;
}

static ik_photo *read_all(const ik_photo_source *source, GError **error)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    ik_photo *photo = NULL;
    if (png_image_begin_read_from_memory(&image, source->bytes, source->size))
        photo = read_pixels(&image, error);
    else
        ik_photo_fail(error, IK_PHOTO_ERROR_DAMAGED, image.message);
    png_image_free(&image);
    return photo;
}

/* 1 grey, 3 colours: byte 9 of IHDR, the colour type, has a bit for it. */
static guint channels_of(const ik_photo_source *source)
{
    const chunk head = find_chunk(source, "IHDR");
    return head.length > 9 && (head.data[9] & PNG_COLOR_MASK_COLOR) != 0 ? 3 : 1;
}

ik_photo *ik_photo_read_png(const ik_photo_source *source, GError **error)
{
    g_autoptr(ik_photo_colors) colors = open_colors(source, channels_of(source));
    g_autoptr(GByteArray) rest = colors == NULL ? NULL : without_colors(source);
    const ik_photo_source plain = rest == NULL ? *source : (ik_photo_source){rest->data, rest->len};
    ik_photo *photo = read_all(&plain, error);
    if (photo != NULL && colors != NULL)
        ik_photo_colors_apply_all(colors, photo);
    return photo == NULL ? NULL : ik_photo_turn(photo, orientation_of(source));
}

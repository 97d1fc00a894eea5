/* photo_fixture.h — pictures of four coloured quarters, written by the libraries themselves.   [tests]
 *
 *   red    green
 *   blue   white
 */
#ifndef IK_PHOTO_FIXTURE_H
#define IK_PHOTO_FIXTURE_H

#include "test_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>
#include <webp/encode.h>

#include "photo_parts.h"

enum { RED = 0xFF0000, GREEN = 0x00FF00, BLUE = 0x0000FF, WHITE = 0xFFFFFF };

static inline guint8 *quarters(guint width, guint height)
{
    static const guint colors[] = {RED, GREEN, BLUE, WHITE};
    guint8 *rgb = g_malloc((gsize)width * height * 3), *to = rgb;
    for (guint y = 0; y < height; y++)
        for (guint x = 0; x < width; x++, to += 3) {
            const guint color = colors[(y >= height / 2) * 2 + (x >= width / 2)];
            to[0] = (guint8)(color >> 16);
            to[1] = (guint8)(color >> 8 & 0xFF);
            to[2] = (guint8)(color & 0xFF);
        }
    return rgb;
}

/* A block of EXIF: orientation and a pointer to positions, as a telephone writes it (little endian). */
static inline GByteArray *exif_block(guint orientation)
{
    static const guint8 head[] = {'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 2, 0};
    const guint8 entries[] = {0x12, 0x01, 3,   0,    1,    0,   0,   0,   (guint8)orientation,
                              0,    0,    0,   0x25, 0x88, 4,   0,   1,   0,
                              0,    0,    38,  0,    0,    0,   0,   0,   0,
                              0,    'G',  'P', 'S',  'S',  'E', 'C', 'R', 'E',
                              'T'};
    GByteArray *block = g_byte_array_new();
    g_byte_array_append(block, head, sizeof head);
    g_byte_array_append(block, entries, sizeof entries);
    return block;
}

static inline GBytes *jpeg_of(guint width, guint height, guint orientation)
{
    g_autofree guint8 *rgb = quarters(width, height);
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = width;
    jpeg.image_height = height;
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 95, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    if (orientation > 0) {
        g_autoptr(GByteArray) exif = exif_block(orientation);
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, exif->data, exif->len);
    }
    for (guint y = 0; y < height; y++) {
        JSAMPROW row = rgb + (gsize)y * width * 3;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    GBytes *copy = g_bytes_new(bytes, size);
    free(bytes);
    return copy;
}

static inline GBytes *png_of(guint width, guint height)
{
    g_autofree guint8 *rgb = quarters(width, height);
    png_image image = {
        .version = PNG_IMAGE_VERSION, .width = width, .height = height, .format = PNG_FORMAT_RGB};
    png_alloc_size_t size = 0;
    assert_true(png_image_write_get_memory_size(image, size, 0, rgb, 0, NULL));
    guint8 *bytes = g_malloc(size);
    assert_true(png_image_write_to_memory(&image, bytes, &size, 0, rgb, 0, NULL));
    return g_bytes_new_take(bytes, size);
}

static inline GBytes *webp_of(guint width, guint height)
{
    g_autofree guint8 *rgb = quarters(width, height);
    guint8 *bytes = NULL;
    gsize size = WebPEncodeLosslessRGB(rgb, (int)width, (int)height, (int)width * 3, &bytes);
    assert_true(size > 0);
    GBytes *copy = g_bytes_new(bytes, size);
    WebPFree(bytes);
    return copy;
}

static inline ik_photo *read_bytes(GBytes *bytes, guint side)
{
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    GError *error = NULL;
    ik_photo *photo = ik_photo_read(data, size, side, &error);
    ik_assert_no_error(error);
    return photo;
}

/* Where `part` begins; NULL: nowhere. */
static inline const guint8 *find_bytes(GBytes *bytes, const char *part)
{
    gsize size;
    const guint8 *data = g_bytes_get_data(bytes, &size);
    for (gsize i = 0; i + strlen(part) <= size; i++)
        if (memcmp(data + i, part, strlen(part)) == 0)
            return data + i;
    return NULL;
}

static inline void assert_refused(const void *bytes, gsize size, const char *reason)
{
    GError *error = NULL;
    assert_null(ik_photo_read(bytes, size, 960, &error));
    assert_non_null(error);
    ik_assert_error(error, IK_PHOTO_ERROR, error->code, reason);
    g_error_free(error);
}

/* The middle of a quarter, counted row by row, within what JPEG may change. */
static inline void assert_quarter(const ik_photo *photo, guint quarter, guint color)
{
    const guint x = photo->width * (quarter % 2 * 2 + 1) / 4;
    const guint y = photo->height * (quarter / 2 * 2 + 1) / 4;
    const guint8 *pixel = photo->rgb + ((gsize)y * photo->width + x) * 3;
    ik_assert_near(pixel[0], color >> 16, 4);
    ik_assert_near(pixel[1], color >> 8 & 0xFF, 4);
    ik_assert_near(pixel[2], color & 0xFF, 4);
}

static inline void assert_quarters(const ik_photo *photo, const guint *colors)
{
    for (guint i = 0; i < 4; i++)
        assert_quarter(photo, i, colors[i]);
}

static const guint upright[] = {RED, GREEN, BLUE, WHITE};

#endif

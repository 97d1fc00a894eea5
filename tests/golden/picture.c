/* picture.c — PNG bytes → pixels, by libpng.   [tests] */
#include "test_support.h"

#include "picture.h"

#include <png.h>

void test_picture_init(test_picture *picture, GBytes *png)
{
    gsize size = 0;
    const void *data = g_bytes_get_data(png, &size);
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_memory(&image, data, size));
    image.format = PNG_FORMAT_RGBA;
    picture->width = image.width;
    picture->height = image.height;
    picture->rgba = g_malloc(PNG_IMAGE_SIZE(image));
    assert_true(png_image_finish_read(&image, NULL, picture->rgba, 0, NULL));
}

void test_picture_clear(test_picture *picture)
{
    g_free(picture->rgba);
    *picture = (test_picture){0};
}

uint32_t test_picture_pixel(const test_picture *picture, guint x, guint y)
{
    const guint8 *p = &picture->rgba[4 * ((gsize)y * picture->width + x)];
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

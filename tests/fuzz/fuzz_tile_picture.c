/* fuzz_tile_picture.c — a picture of a style's source: an error, or pixels in number.   [tests] */
#include "fuzz_support.h"

#include "tile_picture.h"

#define MOST_PIXELS 65536u

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) file = g_bytes_new(data, size);
    ik_png_image image;
    if (!ik_tile_picture_read(file, MOST_PIXELS, "x", &image, &error)) {
        g_assert(image.pixels == NULL);
        fuzz_require_failure(error);
        return 0;
    }
    g_assert(image.width > 0 && image.height > 0 && image.pixels != NULL);
    g_assert((guint64)image.width * image.height <= MOST_PIXELS);
    ik_png_image_clear(&image);
    return 0;
}

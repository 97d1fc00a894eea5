/* fuzz_photo.c — pictures of strangers: a photo within the limits, or an error that blames the input.   [tests]
 *
 * What was read is drawn anew as the build does, and that is read again.
 */
#include "fuzz_support.h"

#include "photo.h"

/* Larger ones are as good as any and slow. */
#define MAX_FUZZED_PIXELS 4000000u

static void check_written(const ik_photo *photo)
{
    g_autoptr(ik_photo) small = ik_photo_scale(photo, 320);
    g_assert(small->width >= 1 && small->width <= MAX(photo->width, 1) && small->width <= 320);
    g_assert(small->height >= 1 && small->height <= 320);
    g_autoptr(GBytes) jpeg = ik_photo_to_jpeg(small);
    gsize size;
    const void *bytes = g_bytes_get_data(jpeg, &size);
    g_autoptr(ik_photo) back = ik_photo_read(bytes, size, 320, NULL);
    g_assert(back != NULL && back->width == small->width && back->height == small->height);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_photo) photo = ik_photo_read(data, size, 320, &error);
    if (photo == NULL) {
        g_assert(error != NULL && error->domain == IK_PHOTO_ERROR);
        fuzz_require_printable(error->message);
        return 0;
    }
    g_assert(error == NULL && photo->width > 0 && photo->height > 0);
    g_assert((guint64)photo->width * photo->height <= IK_PHOTO_MAX_PIXELS);
    if ((guint64)photo->width * photo->height <= MAX_FUZZED_PIXELS)
        check_written(photo);
    return 0;
}

/* fuzz_photo_colors.c — colour profiles of strangers: colours, or none.   [tests]
 *
 * The first byte says for which pixels, the rest is the profile. What is made of pixels depends on them alone.
 */
#include "fuzz_support.h"

#include "photo_parts.h"

#define PIXELS 64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const guint channels[] = {1, 3, 4};
    if (size == 0)
        return 0;
    const guint n = channels[data[0] % 3];
    g_autoptr(ik_photo_colors) colors = ik_photo_colors_open(data + 1, size - 1, n);
    if (colors == NULL)
        return 0;
    guint8 from[PIXELS * 4], to[PIXELS * 3], again[PIXELS * 3];
    for (guint i = 0; i < sizeof from; i++)
        from[i] = (guint8)(i * 37);
    ik_photo_colors_apply(colors, from, to, PIXELS);
    ik_photo_colors_apply(colors, from, again, PIXELS);
    g_assert(memcmp(to, again, sizeof to) == 0);
    return 0;
}

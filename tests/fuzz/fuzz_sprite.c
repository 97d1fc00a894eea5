/* fuzz_sprite.c — any sprite: one error with its file, or images inside their sheet.   [tests]
 *
 * The index goes up to the first NUL, the sheet is the rest.
 */
#include "fuzz_support.h"

#include <string.h>

#include "sprite.h"

static void require_image(const ik_sprite_image *image)
{
    uint32_t sum = 0;
    g_assert(image->width > 0 && image->height > 0 && image->pixel_ratio > 0);
    g_assert(image->n_stretch_x <= IK_MAX_STRETCHES && image->n_stretch_y <= IK_MAX_STRETCHES);
    g_assert(ik_image_width_px(image) > 0 && ik_image_height_px(image) > 0);
    for (gsize i = 0; i < (gsize)image->width * image->height; i++)
        sum |= image->pixels[i];
    (void)sum; /* every pixel can be read */
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    const uint8_t *nul = size > 0 ? memchr(data, 0, size) : NULL;
    gsize length = nul != NULL ? (gsize)(nul - data) : size;
    g_autoptr(GBytes) json = g_bytes_new_static(data, length);
    g_autoptr(GBytes) png = g_bytes_new_static(nul != NULL ? nul + 1 : data + size,
                                               nul != NULL ? size - length - 1 : 0);
    const ik_sprite_source source = {"icons", "sprite.json", json, "sprite.png", png};
    g_autoptr(ik_sprite) sprite = ik_sprite_new();
    if (!ik_sprite_add(sprite, &source, &error)) {
        fuzz_require_failure(error);
        g_assert(g_str_has_prefix(error->message, "sprite.json:") ||
                 g_str_has_prefix(error->message, "sprite.png:"));
        g_assert(ik_image_table_count(ik_sprite_images(sprite)) == 0);
        return 0;
    }
    for (guint i = 0; i < ik_image_table_count(ik_sprite_images(sprite)); i++)
        require_image(ik_image_table_at(ik_sprite_images(sprite), i));
    return 0;
}

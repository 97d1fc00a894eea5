/* style_images.c — the sprites of a style and the images that come with the program.   [pipeline] */
#include "style_images.h"

#include "files.h"
#include "theme_icons.h"
#include "tile_store.h"

struct ik_style_images {
    ik_sprite *sprite;
};

static bool add_files(ik_sprite *sprite, const char *id, const char *stem, GError **error)
{
    g_autofree char *json_name = g_strconcat(stem, ".json", NULL);
    g_autofree char *png_name = g_strconcat(stem, ".png", NULL);
    g_autoptr(GBytes) json = ik_read_file(json_name, error);
    g_autoptr(GBytes) png = json != NULL ? ik_read_file(png_name, error) : NULL;
    if (png == NULL)
        return false;
    const ik_sprite_source source = {id, json_name, json, png_name, png};
    return ik_sprite_add(sprite, &source, error);
}

static bool has_fine(const char *stem)
{
    g_autofree char *json = g_strconcat(stem, "@2x.json", NULL);
    return g_file_test(json, G_FILE_TEST_EXISTS);
}

static bool add_sprite(ik_sprite *sprite, const ik_style_sprite *named, const char *folder,
                       double pixel_ratio, GError **error)
{
    g_autofree char *stem = ik_local_path(folder, named->url, error);
    if (stem == NULL)
        return false;
    g_autofree char *fine = g_strconcat(stem, "@2x", NULL);
    const bool is_fine = pixel_ratio > 1 && has_fine(stem);
    return add_files(sprite, named->id, is_fine ? fine : stem, error);
}

ik_style_images *ik_style_images_read(const ik_style *style, double pixel_ratio,
                                      const ik_records *records, GError **error)
{
    const char *folder = ik_style_folder(style);
    g_autoptr(ik_style_images) images = g_new0(ik_style_images, 1);
    images->sprite = ik_sprite_new();
    for (guint i = 0; i < ik_style_n_sprites(style); i++)
        if (!add_sprite(images->sprite, ik_style_sprite_at(style, i), folder, pixel_ratio, error)) {
            g_prefix_error(error, "sprite: ");
            return NULL;
        }
    if (!ik_theme_images_add(images->sprite, records, pixel_ratio > 1 ? 2 : 1, error))
        return NULL;
    return g_steal_pointer(&images);
}

void ik_style_images_free(ik_style_images *images)
{
    if (images == NULL)
        return;
    ik_sprite_free(images->sprite);
    g_free(images);
}

const ik_image_table *ik_style_images_table(const ik_style_images *images)
{
    return ik_sprite_images(images->sprite);
}

const ik_sprite *ik_style_images_sprite(const ik_style_images *images)
{
    return images->sprite;
}

static void add_name(GPtrArray *names, char *name)
{
    if (g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
        g_free(name);
    else
        g_ptr_array_add(names, name);
}

void ik_style_images_files(const ik_style *style, const char *folder, GPtrArray *names)
{
    static const char *const endings[] = {".json", ".png", "@2x.json", "@2x.png"};
    for (guint i = 0; i < ik_style_n_sprites(style); i++) {
        const ik_style_sprite *named = ik_style_sprite_at(style, i);
        g_autofree char *path = ik_local_path(ik_style_folder(style), named->url, NULL);
        g_autofree char *name = ik_local_path(folder, named->url, NULL);
        const guint n = path == NULL ? 0 : has_fine(path) ? 4 : 2;
        for (guint k = 0; k < n; k++)
            add_name(names, g_strconcat(name, endings[k], NULL));
    }
}

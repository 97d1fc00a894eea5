/* sprite.c — the images of a style with their pixels.   [raster]
 *
 * Entries of one sheet may overlap, so that a small file could ask for a thousand copies of it:
 * what is copied out is counted against the same limit as the sheet.
 */
#include "sprite.h"

#include "builtin_sprite.h"
#include "icon_images.h"
#include "pixmap.h"
#include "png_reader.h"
#include "printable.h"
#include "sprite_index.h"

#include <ideenkarte/error.h>
#include <string.h>

struct ik_sprite {
    ik_image_table *images;
    GPtrArray *pixels; /* uint32_t *, of each image */
};

ik_sprite *ik_sprite_new(void)
{
    ik_sprite *sprite = g_new(ik_sprite, 1);
    sprite->images = ik_image_table_new();
    sprite->pixels = g_ptr_array_new_with_free_func(g_free);
    return sprite;
}

void ik_sprite_free(ik_sprite *sprite)
{
    if (sprite == NULL)
        return;
    ik_image_table_free(sprite->images);
    g_ptr_array_unref(sprite->pixels);
    g_free(sprite);
}

const ik_image_table *ik_sprite_images(const ik_sprite *sprite)
{
    return sprite->images;
}

/* ---- sheets ---- */

static uint32_t *cut_out(const ik_png_image *sheet, const ik_sprite_entry *entry)
{
    guint width = entry->image.width, height = entry->image.height;
    uint32_t *pixels = g_new(uint32_t, (gsize)width * height);
    for (guint y = 0; y < height; y++)
        memcpy(pixels + (gsize)y * width,
               sheet->pixels + (gsize)(entry->y + y) * sheet->width + entry->x,
               (gsize)width * sizeof *pixels);
    return pixels;
}

/* The name by which a style knows an image of a sprite; the caller's. */
static char *full_name(const ik_sprite_source *source, const char *name)
{
    if (source->id == NULL || strcmp(source->id, "default") == 0)
        return g_strdup(name);
    return g_strconcat(source->id, ":", name, NULL);
}

static bool check_entries(const ik_sprite *sprite, const ik_sprite_source *source,
                          const ik_sprite_index *index, GError **error)
{
    guint64 pixels = 0;
    for (guint i = 0; i < ik_sprite_index_count(index); i++) {
        const ik_sprite_image *image = &ik_sprite_index_at(index, i)->image;
        g_autofree char *name = full_name(source, image->name);
        pixels += (guint64)image->width * image->height;
        if (pixels > IK_SPRITE_MAX_PIXELS) {
            g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                        "%s: the images have more than %u pixels together", source->json_name,
                        IK_SPRITE_MAX_PIXELS);
            return false;
        }
        if (ik_image_table_find(sprite->images, name) != NULL) {
            g_autofree char *shown = ik_printable(name);
            g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: there is another image \"%s\"",
                        source->json_name, shown);
            return false;
        }
    }
    return true;
}

static void add_image(ik_sprite *sprite, const ik_sprite_image *image, uint32_t *pixels)
{
    ik_sprite_image with_pixels = *image;
    with_pixels.pixels = pixels;
    bool is_new = ik_image_table_add(sprite->images, &with_pixels);
    g_assert(is_new);
    g_ptr_array_add(sprite->pixels, pixels);
}

static void add_entries(ik_sprite *sprite, const ik_sprite_source *source,
                        const ik_sprite_index *index, const ik_png_image *sheet)
{
    for (guint i = 0; i < ik_sprite_index_count(index); i++) {
        const ik_sprite_entry *entry = ik_sprite_index_at(index, i);
        g_autofree char *name = full_name(source, entry->image.name);
        ik_sprite_image image = entry->image;
        image.name = name;
        add_image(sprite, &image, cut_out(sheet, entry));
    }
}

bool ik_sprite_add(ik_sprite *sprite, const ik_sprite_source *source, GError **error)
{
    ik_png_image sheet;
    if (!ik_png_read(source->png, IK_SPRITE_MAX_PIXELS, source->png_name, &sheet, error))
        return false;
    g_autoptr(ik_sprite_index) index =
        ik_sprite_index_parse(source->json, sheet.width, sheet.height, source->json_name, error);
    bool is_fine = index != NULL && check_entries(sprite, source, index, error);
    if (is_fine)
        add_entries(sprite, source, index, &sheet);
    ik_png_image_clear(&sheet);
    return is_fine;
}

/* ---- images that are drawn ---- */

/* Draws image `number` of its kind; false with `error` set. */
typedef bool (*draw_image_fn)(guint number, gconstpointer data, cairo_t *cairo, GError **error);

typedef struct {
    guint number;
    draw_image_fn draw;
    gconstpointer data;
} drawing;

static uint32_t *copy_pixels(cairo_surface_t *surface, const ik_sprite_image *image)
{
    const unsigned char *data = cairo_image_surface_get_data(surface);
    gsize stride = (gsize)cairo_image_surface_get_stride(surface);
    uint32_t *pixels = g_new(uint32_t, (gsize)image->width * image->height);
    for (guint y = 0; y < image->height; y++)
        memcpy(pixels + (gsize)y * image->width, data + y * stride, image->width * sizeof *pixels);
    return pixels;
}

static uint32_t *draw_pixels(const drawing *how, const ik_sprite_image *image, GError **error)
{
    cairo_surface_t *surface = ik_surface_new((int)image->width, (int)image->height, error);
    if (surface == NULL)
        return NULL;
    cairo_t *cairo = cairo_create(surface);
    cairo_scale(cairo, image->pixel_ratio, image->pixel_ratio);
    bool is_drawn = how->draw(how->number, how->data, cairo, error) && ik_cairo_check(cairo, error);
    cairo_surface_flush(surface);
    uint32_t *pixels = is_drawn ? copy_pixels(surface, image) : NULL;
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return pixels;
}

/* An image of width x height CSS pixels, unless its name is taken. */
static bool add_drawing(ik_sprite *sprite, const ik_builtin_image *of, guint ratio,
                        const drawing *how, GError **error)
{
    const ik_sprite_image image = {.name = of->name,
                                   .width = of->width * ratio,
                                   .height = of->height * ratio,
                                   .pixel_ratio = ratio};
    if (ik_image_table_find(sprite->images, image.name) != NULL)
        return true;
    uint32_t *pixels = draw_pixels(how, &image, error);
    if (pixels != NULL)
        add_image(sprite, &image, pixels);
    return pixels != NULL;
}

static bool draw_icon(guint number, gconstpointer icon, cairo_t *cairo, GError **error)
{
    return ik_icon_image_draw(number, icon, cairo, error);
}

bool ik_sprite_add_icon(ik_sprite *sprite, const char *name, const ik_icon *icon,
                        double pixel_ratio, GError **error)
{
    g_assert(pixel_ratio == 1 || pixel_ratio == 2);
    for (guint i = 0; i < ik_icon_image_count(); i++) {
        const ik_icon_image *image = ik_icon_image_at(i);
        g_autofree char *full = g_strconcat(image->prefix, name, NULL);
        const ik_builtin_image of = {full, image->side, image->side};
        const drawing how = {i, draw_icon, icon};
        if (!add_drawing(sprite, &of, (guint)pixel_ratio, &how, error))
            return false;
    }
    return true;
}

static bool draw_builtin(guint number, gconstpointer data, cairo_t *cairo, GError **error)
{
    (void)data;
    (void)error;
    ik_builtin_image_draw(number, cairo);
    return true;
}

bool ik_sprite_add_shapes(ik_sprite *sprite, double pixel_ratio, GError **error)
{
    g_assert(pixel_ratio == 1 || pixel_ratio == 2);
    for (guint i = 0; i < ik_builtin_image_count(); i++) {
        const drawing how = {i, draw_builtin, NULL};
        if (!add_drawing(sprite, ik_builtin_image_at(i), (guint)pixel_ratio, &how, error))
            return false;
    }
    return true;
}

bool ik_sprite_add_builtin(ik_sprite *sprite, double pixel_ratio, GError **error)
{
    g_auto(GStrv) names = ik_icon_builtin_names();
    bool is_added = ik_sprite_add_shapes(sprite, pixel_ratio, error);
    for (char **name = names; *name != NULL && is_added; name++) {
        g_autoptr(ik_icon) icon = ik_icon_builtin(*name);
        is_added = ik_sprite_add_icon(sprite, *name, icon, pixel_ratio, error);
    }
    return is_added;
}

/* sprite_sheet.c — the images of a sprite as one PNG with a JSON index, for browsers.   [raster] */
#include "sprite_sheet.h"

#include "json_writer.h"
#include "png_encoder.h"

#include <string.h>

#define GAP         1u   /* pixels between images */
#define WIDTH       256u /* of a row, pixels; a wider image has a row of its own */
#define JSON_INDENT 2u

typedef struct {
    const ik_sprite_image *image;
    guint x, y;
} place;

typedef struct {
    place *places; /* in the order of the names; owned */
    guint n, width, height;
} layout;

static int compare_height(gconstpointer a, gconstpointer b)
{
    const ik_sprite_image *first = (*(place *const *)a)->image,
                          *second = (*(place *const *)b)->image;
    if (first->height != second->height)
        return first->height > second->height ? -1 : 1;
    return strcmp(first->name, second->name);
}

static int compare_name(gconstpointer a, gconstpointer b)
{
    return strcmp(((const place *)a)->image->name, ((const place *)b)->image->name);
}

static void put_in_rows(layout *sheet, place **by_height)
{
    guint x = 0, y = 0, row = 0;
    for (guint i = 0; i < sheet->n; i++) {
        const ik_sprite_image *image = by_height[i]->image;
        if (x > 0 && x + image->width > WIDTH) {
            y += row + GAP;
            x = row = 0;
        }
        by_height[i]->x = x;
        by_height[i]->y = y;
        sheet->width = MAX(sheet->width, x + image->width);
        sheet->height = MAX(sheet->height, y + image->height);
        row = MAX(row, image->height);
        x += image->width + GAP;
    }
}

static layout lay_out(const ik_image_table *images)
{
    layout sheet = {.n = ik_image_table_count(images), .width = 1, .height = 1};
    sheet.places = g_new0(place, sheet.n + 1); /* qsort wants an address even for nothing */
    g_autofree place **by_height = g_new(place *, sheet.n + 1);
    for (guint i = 0; i < sheet.n; i++)
        sheet.places[i].image = ik_image_table_at(images, i);
    qsort(sheet.places, sheet.n, sizeof *sheet.places, compare_name);
    for (guint i = 0; i < sheet.n; i++)
        by_height[i] = &sheet.places[i];
    qsort(by_height, sheet.n, sizeof(place *), compare_height);
    put_in_rows(&sheet, by_height);
    return sheet;
}

static GBytes *draw(const layout *sheet, GError **error)
{
    g_autoptr(ik_png_encoder) encoder = ik_png_encoder_new();
    g_autofree uint32_t *pixels = g_new0(uint32_t, (gsize)sheet->width * sheet->height);
    for (guint i = 0; i < sheet->n; i++) {
        const place *p = &sheet->places[i];
        const ik_sprite_image *image = p->image;
        for (guint y = 0; y < image->height; y++)
            memcpy(pixels + (gsize)(p->y + y) * sheet->width + p->x,
                   image->pixels + (gsize)y * image->width, image->width * sizeof *pixels);
    }
    return ik_png_encode(encoder, pixels, sheet->width, sheet->height, error);
}

/* ---- index ---- */

static void put_number(ik_json_writer *json, const char *key, double value)
{
    ik_json_key(json, key);
    ik_json_put_number(json, value);
}

static void put_ranges(ik_json_writer *json, const char *key, const ik_image_range *ranges, guint n)
{
    if (n == 0)
        return;
    ik_json_key(json, key);
    ik_json_begin_array(json);
    for (guint i = 0; i < n; i++) {
        ik_json_begin_array(json);
        ik_json_put_number(json, ranges[i].from);
        ik_json_put_number(json, ranges[i].to);
        ik_json_end_array(json);
    }
    ik_json_end_array(json);
}

static void put_content(ik_json_writer *json, const ik_sprite_image *image)
{
    if (!image->has_content)
        return;
    ik_json_key(json, "content");
    ik_json_begin_array(json);
    for (gsize i = 0; i < G_N_ELEMENTS(image->content); i++)
        ik_json_put_number(json, image->content[i]);
    ik_json_end_array(json);
}

static void put_fit(ik_json_writer *json, const char *key, ik_text_fit fit)
{
    if (fit == IK_TEXT_FIT_STRETCH_OR_SHRINK)
        return;
    ik_json_key(json, key);
    ik_json_put_string(json, ik_text_fit_name(fit));
}

static void put_image(ik_json_writer *json, const place *p)
{
    const ik_sprite_image *image = p->image;
    ik_json_key(json, image->name);
    ik_json_begin_object(json);
    put_number(json, "x", p->x);
    put_number(json, "y", p->y);
    put_number(json, "width", image->width);
    put_number(json, "height", image->height);
    put_number(json, "pixelRatio", image->pixel_ratio);
    if (image->is_sdf) {
        ik_json_key(json, "sdf");
        ik_json_put_bool(json, true);
    }
    put_ranges(json, "stretchX", image->stretch_x, image->n_stretch_x);
    put_ranges(json, "stretchY", image->stretch_y, image->n_stretch_y);
    put_content(json, image);
    put_fit(json, "textFitWidth", image->fit_width);
    put_fit(json, "textFitHeight", image->fit_height);
    ik_json_end_object(json);
}

static char *write_index(const layout *sheet)
{
    GString *out = g_string_new(NULL);
    ik_json_writer json;
    ik_json_writer_init(&json, out, JSON_INDENT);
    ik_json_begin_object(&json);
    for (guint i = 0; i < sheet->n; i++)
        put_image(&json, &sheet->places[i]);
    ik_json_end_object(&json);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

bool ik_sprite_sheet_new(const ik_sprite *sprite, GBytes **png, char **json, GError **error)
{
    layout sheet = lay_out(ik_sprite_images(sprite));
    *png = draw(&sheet, error);
    *json = *png != NULL ? write_index(&sheet) : NULL;
    g_free(sheet.places);
    return *png != NULL;
}

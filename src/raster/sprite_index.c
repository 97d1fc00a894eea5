/* sprite_index.c — the JSON index of a sprite: where in its sheet each image lies.   [raster] */
#include "sprite_index.h"

#include "json.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#define MAX_PIXEL_RATIO 64.0

struct ik_sprite_index {
    ik_json *json;
    GArray *entries; /* ik_sprite_entry */
};

/* Where a message comes from. */
typedef struct {
    const char *file;
    guint width, height; /* of the sheet */
    GError **error;
} parser;

static bool fail(const parser *p, ik_json_value value, const char *what)
{
    g_autofree char *path = ik_json_path(value);
    g_set_error(p->error, IK_ERROR, IK_ERROR_INPUT, "%s: %s: %s", p->file, path, what);
    return false;
}

static bool fail_missing(const parser *p, ik_json_value object, const char *key)
{
    g_autofree char *what = g_strdup_printf("\"%s\" is missing", key);
    return fail(p, object, what);
}

static bool is_number(ik_json_value value)
{
    return ik_json_exists(value) && ik_json_type_of(value) == IK_JSON_NUMBER &&
           isfinite(ik_json_number(value));
}

/* A whole number of pixels, from `least` to `most`. */
static bool read_pixels(const parser *p, ik_json_value object, const char *key, guint least,
                        guint most, guint *pixels)
{
    ik_json_value value = ik_json_member(object, key);
    if (!ik_json_exists(value))
        return fail_missing(p, object, key);
    if (!is_number(value) || ik_json_number(value) != floor(ik_json_number(value)))
        return fail(p, value, "a whole number is expected");
    if (ik_json_number(value) < least || ik_json_number(value) > most)
        return fail(p, value, "lies outside the sheet");
    *pixels = (guint)ik_json_number(value);
    return true;
}

static bool read_place(const parser *p, ik_json_value object, ik_sprite_entry *entry)
{
    ik_sprite_image *image = &entry->image;
    if (!read_pixels(p, object, "width", 1, p->width, &image->width) ||
        !read_pixels(p, object, "height", 1, p->height, &image->height))
        return false;
    return read_pixels(p, object, "x", 0, p->width - image->width, &entry->x) &&
           read_pixels(p, object, "y", 0, p->height - image->height, &entry->y);
}

static bool read_ratio(const parser *p, ik_json_value object, ik_sprite_image *image)
{
    ik_json_value value = ik_json_member(object, "pixelRatio");
    image->pixel_ratio = 1;
    if (!ik_json_exists(value))
        return true;
    if (!is_number(value) || ik_json_number(value) < 1 / MAX_PIXEL_RATIO ||
        ik_json_number(value) > MAX_PIXEL_RATIO)
        return fail(p, value, "a number from 1/64 to 64 is expected");
    image->pixel_ratio = ik_json_number(value);
    return true;
}

static bool read_sdf(const parser *p, ik_json_value object, ik_sprite_image *image)
{
    ik_json_value value = ik_json_member(object, "sdf");
    if (!ik_json_exists(value))
        return true;
    if (ik_json_type_of(value) != IK_JSON_BOOL)
        return fail(p, value, "true or false is expected");
    image->is_sdf = ik_json_bool(value);
    return true;
}

/* Numbers from 0 to `most` in ascending order. */
static bool read_ascending(const parser *p, ik_json_value array, guint n, double most,
                           double *numbers)
{
    if (ik_json_type_of(array) != IK_JSON_ARRAY || ik_json_length(array) != n)
        return fail(p, array, n == 2 ? "two numbers are expected" : "four numbers are expected");
    for (guint i = 0; i < n; i++) {
        ik_json_value item = ik_json_item(array, i);
        if (!is_number(item))
            return fail(p, item, "a number is expected");
        numbers[i] = ik_json_number(item);
        if (numbers[i] < 0 || numbers[i] > most)
            return fail(p, item, "lies outside the image");
    }
    return true;
}

typedef struct {
    const char *key;
    double most; /* size of the image along this axis */
    ik_image_range *ranges;
    guint *n;
} stretch;

static bool read_stretch(const parser *p, ik_json_value object, const stretch *s)
{
    ik_json_value list = ik_json_member(object, s->key);
    double last = 0;
    if (!ik_json_exists(list) || ik_json_type_of(list) == IK_JSON_NULL)
        return true;
    if (ik_json_type_of(list) != IK_JSON_ARRAY || ik_json_length(list) > IK_MAX_STRETCHES)
        return fail(p, list, "an array of at most 8 ranges is expected");
    for (guint i = 0; i < ik_json_length(list); i++) {
        double range[2];
        ik_json_value item = ik_json_item(list, i);
        if (!read_ascending(p, item, 2, s->most, range))
            return false;
        if (range[0] < last || range[1] <= range[0])
            return fail(p, item, "ranges must ascend and not overlap");
        s->ranges[(*s->n)++] = (ik_image_range){range[0], range[1]};
        last = range[1];
    }
    return true;
}

static bool read_content(const parser *p, ik_json_value object, ik_sprite_image *image)
{
    ik_json_value value = ik_json_member(object, "content");
    if (!ik_json_exists(value) || ik_json_type_of(value) == IK_JSON_NULL)
        return true;
    if (!read_ascending(p, value, 4, MAX(image->width, image->height), image->content))
        return false;
    const double *c = image->content;
    if (c[0] >= c[2] || c[1] >= c[3] || c[2] > image->width || c[3] > image->height)
        return fail(p, value, "left, top, right, bottom inside the image are expected");
    image->has_content = true;
    return true;
}

static bool read_fit(const parser *p, ik_json_value object, const char *key, ik_text_fit *fit)
{
    const ik_json_value value = ik_json_member(object, key);
    if (!ik_json_exists(value) || ik_json_type_of(value) == IK_JSON_NULL)
        return true;
    for (guint i = 0; ik_json_type_of(value) == IK_JSON_STRING && i <= IK_TEXT_FIT_PROPORTIONAL;
         i++)
        if (strcmp(ik_json_string(value), ik_text_fit_name((ik_text_fit)i)) == 0) {
            *fit = (ik_text_fit)i;
            return true;
        }
    return fail(p, value, "stretchOrShrink, stretchOnly or proportional is expected");
}

static bool read_entry(const parser *p, ik_json_value object, ik_sprite_entry *entry)
{
    ik_sprite_image *image = &entry->image;
    if (ik_json_type_of(object) != IK_JSON_OBJECT)
        return fail(p, object, "an object is expected");
    if (!read_place(p, object, entry))
        return false;
    const stretch across = {"stretchX", image->width, image->stretch_x, &image->n_stretch_x};
    const stretch down = {"stretchY", image->height, image->stretch_y, &image->n_stretch_y};
    return read_ratio(p, object, image) && read_sdf(p, object, image) &&
           read_stretch(p, object, &across) && read_stretch(p, object, &down) &&
           read_content(p, object, image) &&
           read_fit(p, object, "textFitWidth", &image->fit_width) &&
           read_fit(p, object, "textFitHeight", &image->fit_height);
}

static bool read_entries(const parser *p, ik_sprite_index *index)
{
    ik_json_value root = ik_json_root(index->json);
    if (ik_json_type_of(root) != IK_JSON_OBJECT) {
        g_set_error(p->error, IK_ERROR, IK_ERROR_INPUT, "%s: expected an object of images",
                    p->file);
        return false;
    }
    for (guint i = 0; i < ik_json_length(root); i++) {
        ik_sprite_entry entry = {.image = {.name = ik_json_member_key(root, i)}};
        if (!read_entry(p, ik_json_member_at(root, i), &entry))
            return false;
        g_array_append_val(index->entries, entry);
    }
    return true;
}

ik_sprite_index *ik_sprite_index_parse(GBytes *json, guint width, guint height, const char *name,
                                       GError **error)
{
    g_autoptr(ik_sprite_index) index = g_new0(ik_sprite_index, 1);
    const parser p = {name, width, height, error};
    gsize length = 0;
    const char *text = g_bytes_get_data(json, &length);
    index->entries = g_array_new(FALSE, FALSE, sizeof(ik_sprite_entry));
    index->json = ik_json_parse(text != NULL ? text : "", length, name, error);
    if (index->json == NULL || !read_entries(&p, index))
        return NULL;
    return g_steal_pointer(&index);
}

void ik_sprite_index_free(ik_sprite_index *index)
{
    if (index == NULL)
        return;
    ik_json_free(index->json);
    g_array_unref(index->entries);
    g_free(index);
}

guint ik_sprite_index_count(const ik_sprite_index *index)
{
    return index->entries->len;
}

const ik_sprite_entry *ik_sprite_index_at(const ik_sprite_index *index, guint number)
{
    return &g_array_index(index->entries, ik_sprite_entry, number);
}

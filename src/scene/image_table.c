/* image_table.c — the images that a style may name.   [scene] */
#include "image_table.h"

struct ik_image_table {
    GStringChunk *texts;
    GPtrArray *images; /* ik_sprite_image, owned */
    GHashTable *names; /* in texts → ik_sprite_image, borrowed */
};

ik_image_table *ik_image_table_new(void)
{
    ik_image_table *table = g_new(ik_image_table, 1);
    table->texts = g_string_chunk_new(1024);
    table->images = g_ptr_array_new_with_free_func(g_free);
    table->names = g_hash_table_new(g_str_hash, g_str_equal);
    return table;
}

void ik_image_table_free(ik_image_table *table)
{
    if (table == NULL)
        return;
    g_hash_table_unref(table->names);
    g_ptr_array_unref(table->images);
    g_string_chunk_free(table->texts);
    g_free(table);
}

bool ik_image_table_add(ik_image_table *table, const ik_sprite_image *image)
{
    g_assert(image->name != NULL && image->pixel_ratio > 0);
    if (g_hash_table_contains(table->names, image->name))
        return false;
    ik_sprite_image *copy = g_new(ik_sprite_image, 1);
    *copy = *image;
    char *name = g_string_chunk_insert(table->texts, image->name);
    copy->name = name;
    copy->index = table->images->len;
    g_ptr_array_add(table->images, copy);
    g_hash_table_insert(table->names, name, copy);
    return true;
}

const ik_sprite_image *ik_image_table_find(const ik_image_table *table, const char *name)
{
    return table != NULL ? g_hash_table_lookup(table->names, name) : NULL;
}

guint ik_image_table_count(const ik_image_table *table)
{
    return table->images->len;
}

const ik_sprite_image *ik_image_table_at(const ik_image_table *table, guint index)
{
    return g_ptr_array_index(table->images, index);
}

double ik_image_width_px(const ik_sprite_image *image)
{
    return image->width / image->pixel_ratio;
}

double ik_image_height_px(const ik_sprite_image *image)
{
    return image->height / image->pixel_ratio;
}

const char *ik_text_fit_name(ik_text_fit fit)
{
    static const char *const names[] = {"stretchOrShrink", "stretchOnly", "proportional"};
    return names[fit];
}

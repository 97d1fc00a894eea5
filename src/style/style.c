/* style.c — a MapLibre style sheet: loading it, asking for its parts.   [style] */
#include "style.h"

#include "style_reader.h"
#include "style_resources.h"

#include <gio/gio.h>
#include <ideenkarte/error.h>
#include <string.h>

ik_style *ik_style_parse(const char *text, gsize length, const char *name, GError **error)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    ik_json *json = ik_json_parse(text, length, name, error);
    return json != NULL ? ik_style_read(json, name, faults, error) : NULL;
}

ik_style *ik_style_load(const char *path, GError **error)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    ik_json *json = ik_json_load(path, error);
    ik_style *style = json != NULL ? ik_style_read(json, path, faults, error) : NULL;
    if (style != NULL)
        style->folder = g_path_get_dirname(path);
    return style;
}

GPtrArray *ik_style_faults(const char *path, ik_style **style)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_style) read = NULL;
    GPtrArray *faults = g_ptr_array_new_with_free_func(g_free);
    ik_json *json = ik_json_load(path, &error);
    if (json != NULL)
        read = ik_style_read(json, path, faults, NULL);
    else
        g_ptr_array_add(faults, g_strdup(error->message));
    if (style != NULL)
        *style = g_steal_pointer(&read);
    return faults;
}

ik_style *ik_style_builtin(const char *name, GError **error)
{
    g_autofree char *file = g_strdup_printf("styles/%s.json", name);
    g_autofree char *path = g_strdup_printf("/ideenkarte/%s", file);
    g_autoptr(GBytes) bytes =
        g_resource_lookup_data(ik_style_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    if (bytes == NULL) {
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND,
                    "there is no style named \"%s\"; expected regions, light or print, or a style "
                    "sheet's file that "
                    "ends with .json",
                    name);
        return NULL;
    }
    gsize size = 0;
    const char *text = g_bytes_get_data(bytes, &size);
    return ik_style_parse(text, size, file, error);
}

void ik_style_free(ik_style *style)
{
    if (style == NULL)
        return;
    ik_arena_free(style->arena);
    ik_style_warnings_free(style->warnings);
    ik_json_free(style->json);
    g_free(style->folder);
    g_free(style);
}

const char *ik_style_folder(const ik_style *style)
{
    return style->folder != NULL ? style->folder : ".";
}

guint ik_style_n_layers(const ik_style *style)
{
    return style->n_layers;
}

const ik_style_layer *ik_style_layer_at(const ik_style *style, guint index)
{
    g_assert(index < style->n_layers);
    return &style->layers[index];
}

guint ik_style_n_warnings(const ik_style *style)
{
    return ik_style_warnings_count(style->warnings);
}

const char *ik_style_warning(const ik_style *style, guint index)
{
    return ik_style_warnings_at(style->warnings, index);
}

guint ik_style_n_sources(const ik_style *style)
{
    return style->n_sources;
}

const ik_style_source *ik_style_source_at(const ik_style *style, guint index)
{
    g_assert(index < style->n_sources);
    return &style->sources[index];
}

const ik_style_source *ik_style_find_source(const ik_style *style, const char *id)
{
    for (guint i = 0; i < style->n_sources; i++)
        if (strcmp(style->sources[i].id, id) == 0)
            return &style->sources[i];
    return NULL;
}

guint ik_style_n_sprites(const ik_style *style)
{
    return style->n_sprites;
}

const ik_style_sprite *ik_style_sprite_at(const ik_style *style, guint index)
{
    g_assert(index < style->n_sprites);
    return &style->sprites[index];
}

const ik_style_view *ik_style_get_view(const ik_style *style)
{
    return &style->view;
}

const char *ik_style_metadata(const ik_style *style, const char *key)
{
    ik_json_value metadata = ik_json_member(ik_json_root(style->json), "metadata");
    if (!ik_json_exists(metadata) || ik_json_type_of(metadata) != IK_JSON_OBJECT)
        return NULL;
    ik_json_value member = ik_json_member(metadata, key);
    if (!ik_json_exists(member) || ik_json_type_of(member) != IK_JSON_STRING)
        return NULL;
    return ik_json_string(member);
}

/* easel.c — style, tiling, scene and raster in a row.   [pipeline] */
#include "easel.h"

#include <ideenkarte/text.h>
#include <math.h>

#include "printable.h"
#include "scene_builder.h"

ik_style *ik_easel_load_style(const char *name, const char *folder, GError **error)
{
    if (!g_str_has_suffix(name, ".json"))
        return ik_style_builtin(name, error);
    g_autofree char *path =
        folder && !g_path_is_absolute(name) ? g_build_filename(folder, name, NULL) : g_strdup(name);
    return ik_style_load(path, error);
}

void ik_easel_note(const ik_scene *scene, const ik_text_engine *engine, GPtrArray *warnings)
{
    for (guint i = 0; i < ik_text_engine_n_warnings(engine); i++)
        g_ptr_array_add(warnings, g_strdup(ik_text_engine_warning(engine, i)));
    for (guint i = 0; i < ik_scene_n_missing_images(scene); i++) {
        g_autofree char *name = ik_printable(ik_scene_missing_image(scene, i));
        g_ptr_array_add(warnings, g_strdup_printf("there is no image \"%s\"", name));
    }
}

/* Markers of a picture do not move: names stand beside them where they can. No edge cuts a name. */
static const ik_tile_box EVERYWHERE = {G_MININT32, G_MININT32, G_MAXINT32, G_MAXINT32};

ik_easel_map ik_easel_map_new(const ik_map_source *source, const ik_style *style)
{
    return (ik_easel_map){.source = source, .style = style, .engine = ik_text_engine_new()};
}

void ik_easel_map_clear(ik_easel_map *map)
{
    g_clear_pointer(&map->images, ik_style_images_free);
    g_clear_pointer(&map->engine, ik_text_engine_free);
}

/* The images of the style, read once for all zooms of a pixel ratio. */
static const ik_image_table *images_for(ik_easel_map *map, double pixel_ratio, GError **error)
{
    if (map->images == NULL || map->images_ratio != pixel_ratio) {
        g_clear_pointer(&map->images, ik_style_images_free);
        map->images = ik_style_images_read(map->style, pixel_ratio, map->source->records, error);
        map->images_ratio = pixel_ratio;
    }
    return map->images != NULL ? ik_style_images_table(map->images) : NULL;
}

bool ik_easel_init(ik_easel *easel, ik_easel_map *map, double zoom, double pixel_ratio,
                   GError **error)
{
    const ik_text_metrics metrics = ik_text_engine_metrics(map->engine);
    *easel = (ik_easel){.tiling = ik_tiling_new(map->source->division, zoom),
                        .warnings = g_ptr_array_new_with_free_func(g_free)};
    const ik_image_table *images = images_for(map, pixel_ratio, error);
    const ik_scene_request request = {.style = map->style,
                                      .tiling = easel->tiling,
                                      .data = &map->source->data,
                                      .images = images,
                                      .metrics = &metrics,
                                      .page = &EVERYWHERE};
    if (images != NULL)
        easel->scene = ik_scene_new_of(&request, error);
    if (easel->scene)
        ik_easel_note(easel->scene, map->engine, easel->warnings);
    if (easel->scene)
        easel->raster = ik_raster_new(easel->scene, map->engine, pixel_ratio, error);
    if (easel->raster)
        return true;
    ik_easel_clear(easel);
    return false;
}

void ik_easel_clear(ik_easel *easel)
{
    g_clear_pointer(&easel->raster, ik_raster_free);
    g_clear_pointer(&easel->scene, ik_scene_free);
    g_clear_pointer(&easel->tiling, ik_tiling_free);
    g_clear_pointer(&easel->warnings, g_ptr_array_unref);
}

/* The attribution lines that every picture of the data carries. The caller's. */
static char *source_line(const ik_territory *territory, const char *language)
{
    GString *line = g_string_new(NULL);
    for (guint i = 0; i < territory->n_attributions; i++) {
        const ik_attribution *attribution = &territory->attributions[i];
        g_string_append_printf(line, "%s%s", i ? " | " : "",
                               g_str_equal(ik_text_fallback(language), "de")
                                   ? attribution->text_de
                                   : attribution->text_en);
    }
    return g_string_free(line, FALSE);
}

GBytes *ik_easel_picture(ik_easel_map *map, const ik_picture_request *request, guint *height_px,
                         GError **error)
{
    ik_easel easel;
    double zoom = ik_picture_zoom(&request->box, request->width_px);
    if (!ik_easel_init(&easel, map, zoom, request->pixel_ratio, error))
        return NULL;
    g_autofree char *sources =
        request->language
            ? source_line(ik_division_territory(map->source->division), request->language)
            : NULL;
    ik_picture_frame frame =
        ik_picture_frame_for(&request->box, zoom, request->pixel_ratio, request->width_px);
    frame.caption = sources;
    frame.format = request->format;
    frame.max_colors = request->max_colors;
    if (height_px)
        *height_px = (guint)lround(frame.height / request->pixel_ratio);
    GBytes *png = ik_raster_render_picture(easel.raster, &frame, error);
    ik_easel_clear(&easel);
    return png;
}

/* easel.c — style, tiling, scene and raster in a row.   [pipeline] */
#include "easel.h"

#include <ideenkarte/text.h>
#include <math.h>

#include "scene_builder.h"
#include "text_engine.h"

ik_style *ik_easel_load_style(const char *name, const char *folder, GError **error)
{
    if (!g_str_has_suffix(name, ".json"))
        return ik_style_builtin(name, error);
    g_autofree char *path =
        folder && !g_path_is_absolute(name) ? g_build_filename(folder, name, NULL) : g_strdup(name);
    return ik_style_load(path, error);
}

bool ik_easel_init(ik_easel *easel, const ik_map_source *source, const ik_style *style, double zoom,
                   double pixel_ratio, GError **error)
{
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    const ik_text_metrics metrics = ik_text_engine_metrics(engine);
    *easel = (ik_easel){.tiling = ik_tiling_new(source->division, zoom)};
    easel->scene = ik_scene_new(style, easel->tiling, &source->data, &metrics, error);
    if (easel->scene)
        easel->raster = ik_raster_new(easel->scene, pixel_ratio, error);
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

GBytes *ik_easel_picture(const ik_map_source *source, const ik_style *style,
                         const ik_picture_request *request, guint *height_px, GError **error)
{
    ik_easel easel;
    double zoom = ik_picture_zoom(&request->box, request->width_px);
    if (!ik_easel_init(&easel, source, style, zoom, request->pixel_ratio, error))
        return NULL;
    g_autofree char *sources =
        source_line(ik_division_territory(source->division), request->language);
    ik_picture_frame frame =
        ik_picture_frame_for(&request->box, zoom, request->pixel_ratio, request->width_px);
    frame.caption = sources;
    if (height_px)
        *height_px = (guint)lround(frame.height / request->pixel_ratio);
    GBytes *png = ik_raster_render_picture(easel.raster, &frame, error);
    ik_easel_clear(&easel);
    return png;
}

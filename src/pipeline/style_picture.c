/* style_picture.c — any style sheet as one picture.   [pipeline] */
#include <ideenkarte/build.h>
#include <ideenkarte/error.h>
#include <math.h>

#include "easel.h"
#include "files.h"
#include "raster.h"
#include "scene_builder.h"
#include "style_sources.h"
#include "text_engine.h"

#define MAX_STYLE_ZOOM 22
#define MAX_SIDE_PX    20000u

/* A picture on its way. */
typedef struct {
    const ik_style_picture *picture;
    const ik_style *style;
    ik_style_sources_request request;
    ik_picture_frame frame;
    ik_map_source *map;
    ik_tiling *tiling; /* NULL: our own map is not drawn, or deeper than tilings are */
    GPtrArray *warnings;
} drawing;

static bool check_picture(const ik_style_picture *picture, GError **error)
{
    if (picture->width_px < 1 || picture->height_px < 1 || picture->width_px > MAX_SIDE_PX ||
        picture->height_px > MAX_SIDE_PX) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "a picture of %u by %u pixels: expected 1 to %u a side", picture->width_px,
                    picture->height_px, MAX_SIDE_PX);
        return false;
    }
    if (picture->pixel_ratio != 1 && picture->pixel_ratio != 2 && picture->pixel_ratio != 3) {
        g_set_error_literal(error, IK_ERROR, IK_ERROR_INPUT, "the pixel ratio: expected 1, 2 or 3");
        return false;
    }
    return true;
}

/* Where the picture looks, from the options or the style; false when the style says nothing that is possible. */
static bool choose_view(const drawing *d, ik_lonlat *center, double *zoom, GError **error)
{
    const ik_style_view *view = ik_style_get_view(d->style);
    *center = d->picture->has_center ? d->picture->center
              : view->has_center     ? (ik_lonlat){view->center[0], view->center[1]}
                                     : (ik_lonlat){0, 0};
    *zoom = d->picture->has_zoom ? d->picture->zoom : view->has_zoom ? view->zoom : 0;
    if (!(fabs(center->lat) <= 90) || !(fabs(center->lon) <= 360)) {
        g_set_error_literal(error, IK_ERROR, IK_ERROR_INPUT,
                            "center: expected a longitude and a latitude in degrees");
        return false;
    }
    if (*zoom >= 0 && *zoom <= MAX_STYLE_ZOOM)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "zoom: expected 0 to %d", MAX_STYLE_ZOOM);
    return false;
}

/* Our own map lies on a grid that counts from the world's corner: the picture then begins at a whole pixel of it. All
 * else is placed around the picture, whose centre is where it was asked for.
 */
static void lay_grid(drawing *d, ik_lonlat center, double zoom, bool has_tiling)
{
    ik_picture_grid *grid = &d->request.grid;
    *grid = (ik_picture_grid){.zoom = zoom + IK_GRID_ZOOM_AHEAD};
    const ik_grid_position middle = ik_picture_grid_place(grid, center);
    const double ratio = d->picture->pixel_ratio, unit = IK_UNITS_PER_PIXEL / ratio;
    const double width = d->picture->width_px * ratio, height = d->picture->height_px * ratio;
    double left = middle.x / unit - width / 2, top = middle.y / unit - height / 2;
    if (has_tiling) {
        left = floor(left + 0.5);
        top = floor(top + 0.5);
    } else {
        grid->origin =
            (ik_scene_origin){(gint64)floor(left * unit + 0.5), (gint64)floor(top * unit + 0.5)};
        left = top = 0;
    }
    d->frame = (ik_picture_frame){
        (gint64)left, (gint64)top, (guint)width, (guint)height, NULL, IK_TILE_IMAGE_PNG, 0};
    grid->view = (ik_tile_box){(int32_t)(left * unit), (int32_t)(top * unit),
                               (int32_t)((left + width) * unit), (int32_t)((top + height) * unit)};
}

/* ---- drawing ---- */

static ik_scene *make_scene(const drawing *d, const ik_style_sources *sources,
                            ik_text_engine *engine, GError **error)
{
    const ik_text_metrics metrics = ik_text_engine_metrics(engine);
    const ik_scene_request request = {.style = d->style,
                                      .tiling = d->tiling,
                                      .data = d->tiling != NULL ? &d->map->data : NULL,
                                      .sources = ik_style_sources_map(sources),
                                      .images = ik_style_sources_images(sources),
                                      .metrics = &metrics,
                                      .zoom = d->request.grid.zoom,
                                      .origin = d->request.grid.origin};
    ik_scene *scene = ik_scene_new_of(&request, error);
    if (scene != NULL)
        ik_easel_note(scene, engine, d->warnings);
    return scene;
}

static bool has_sources(const ik_style *style)
{
    for (guint i = 0; i < ik_style_n_layers(style); i++)
        if (ik_style_layer_at(style, i)->source != NULL)
            return true;
    return false;
}

/* Whether there is more to see than backgrounds; of a style of backgrounds alone nothing else is expected. */
static bool is_empty(const ik_style *style, const ik_scene *scene, const ik_tile_box *box)
{
    ik_view view;
    ik_view_init(&view);
    ik_scene_look(scene, box, &view);
    const bool empty = view.draws->len == ik_scene_n_backgrounds(scene) &&
                       (view.draws->len == 0 || has_sources(style));
    ik_view_clear(&view);
    return empty;
}

static GBytes *draw_picture(const drawing *d, GError **error)
{
    g_autoptr(ik_style_sources) sources = ik_style_sources_read(&d->request, d->warnings, error);
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    g_autoptr(ik_scene) scene = sources != NULL ? make_scene(d, sources, engine, error) : NULL;
    g_autoptr(ik_raster) raster =
        scene != NULL ? ik_raster_new(scene, engine, d->picture->pixel_ratio, error) : NULL;
    if (raster == NULL)
        return NULL;
    if (is_empty(d->style, scene, &d->request.grid.view))
        g_ptr_array_add(d->warnings,
                        g_strdup_printf("%s: nothing of the style's layers lies in this picture",
                                        d->request.name));
    return ik_raster_render_picture(raster, &d->frame, error);
}

static void tell(const drawing *d)
{
    for (guint i = 0; d->picture->note != NULL && i < d->warnings->len; i++)
        d->picture->note(g_ptr_array_index(d->warnings, i), d->picture->note_data);
}

static void note_style(const drawing *d)
{
    for (guint i = 0; i < ik_style_n_warnings(d->style); i++)
        g_ptr_array_add(d->warnings, g_strdup(ik_style_warning(d->style, i)));
}

static GBytes *draw_style(drawing *d, const ik_records *records, GError **error)
{
    ik_lonlat center;
    double zoom;
    if (!choose_view(d, &center, &zoom, error))
        return NULL;
    const bool uses_own = ik_style_uses_own(d->style);
    d->request.is_deep = zoom + IK_GRID_ZOOM_AHEAD > IK_MAX_ZOOM;
    lay_grid(d, center, zoom, uses_own && !d->request.is_deep);
    if (uses_own)
        d->map = ik_map_source_new(ik_territory_builtin(), records);
    if (uses_own && !d->request.is_deep)
        d->tiling = ik_tiling_new(d->map->division, d->request.grid.zoom);
    d->request.map = d->map;
    note_style(d);
    GBytes *png = draw_picture(d, error);
    if (png != NULL)
        tell(d);
    ik_tiling_free(d->tiling);
    ik_map_source_free(d->map);
    return png;
}

bool ik_render_style(const ik_style_picture *picture, const ik_records *records, const char *path,
                     GError **error)
{
    if (!check_picture(picture, error))
        return false;
    g_autoptr(ik_style) style = ik_easel_load_style(picture->style, NULL, error);
    if (style == NULL)
        return false;
    g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func(g_free);
    drawing d = {.picture = picture, .style = style, .warnings = warnings};
    d.request = (ik_style_sources_request){
        .style = style, .name = picture->style, .pixel_ratio = picture->pixel_ratio};
    g_autoptr(GBytes) png = draw_style(&d, records, error);
    gsize size;
    const void *bytes = png != NULL ? g_bytes_get_data(png, &size) : NULL;
    return png != NULL && ik_replace_file(path, bytes, size, error);
}

/* poster_page.c — the map as a page: PDF, SVG or PNG.   [pipeline] */
#include <ideenkarte/build.h>
#include <ideenkarte/error.h>
#include <ideenkarte/text.h>
#include <string.h>

#include "attribution.h"
#include "easel.h"
#include "files.h"
#include "page_format.h"
#include "poster.h"
#include "poster_keys.h"
#include "poster_plane.h"
#include "style_sources.h"

#define MIN_WIDTH_PX   400u
/* 14,400 points: what PDF allows a side, and its readers take. */
#define MAX_SIDE_PX    19200u
/* Room below and above the map. */
#define MAX_HEIGHT_PX  (MAX_SIDE_PX - 1600u)
#define MAX_PICTURE_PX 32000.0 /* a side of a PNG */

/* A page on its way. */
typedef struct {
    const ik_poster_options *options;
    const char *language;
    ik_sheet_format format;
    const ik_style *style;
    ik_map_source *map;
    ik_poster_plane plane;
    GPtrArray *warnings;
} drawing;

static const char *style_name(const drawing *d)
{
    return d->options->style != NULL ? d->options->style : "regions";
}

/* ---- what can be drawn ---- */

static bool check_size(const ik_poster_options *options, GError **error)
{
    const double ratio = options->pixel_ratio;
    if (options->width_px >= MIN_WIDTH_PX && options->width_px <= MAX_SIDE_PX &&
        (ratio == 1 || ratio == 2 || ratio == 3))
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "a page %u pixels wide: expected %u to %u, at a pixel ratio of 1, 2 or 3",
                options->width_px, MIN_WIDTH_PX, MAX_SIDE_PX);
    return false;
}

static bool check_picture(const drawing *d, GError **error)
{
    const double height = (double)d->plane.grid.view.max_y / IK_UNITS_PER_PIXEL;
    const double side = MAX(d->options->width_px, height * 1.1 + 400) * d->options->pixel_ratio;
    if (d->format != IK_SHEET_PNG || side <= MAX_PICTURE_PX)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "a picture of a page %u pixels wide is too large at a pixel ratio of %.0f; PDF and "
                "SVG are not",
                d->options->width_px, d->options->pixel_ratio);
    return false;
}

/* ---- words ---- */

static const char *title_of(const drawing *d)
{
    if (d->options->title != NULL)
        return d->options->title;
    return ik_text(d->language,
                   d->map->data.n_projects > 0 ? "poster.title_projects" : "poster.title");
}

static char *scale_note(const drawing *d)
{
    g_autofree char *latitude = ik_text_decimal(d->language, d->plane.latitude, 1);
    return d->plane.grid.plane != NULL
               ? g_strdup(ik_text(d->language, "poster.scale_utm"))
               : ik_text_format(d->language, "poster.scale_mercator", "latitude", latitude, NULL);
}

/* ---- drawing ---- */

static GBytes *draw_page(const drawing *d, const ik_scene *scene, const ik_poster_keys *keys,
                         GError **error)
{
    g_autofree char *sources =
        ik_attribution_sentence(ik_division_territory(d->map->division), d->language);
    g_autofree char *note = scale_note(d);
    const char *const notes[] = {sources, NULL};
    const ik_poster poster = {.words = {title_of(d), d->options->subtitle, notes},
                              .width = d->options->width_px,
                              .language = d->language,
                              .scene = scene,
                              .box = d->plane.grid.view,
                              .key_scene = keys->scene,
                              .keys = (const ik_poster_key *)(gconstpointer)keys->keys->data,
                              .n_keys = d->options->has_legend ? keys->keys->len : 0,
                              .metres_per_pixel = d->plane.metres_per_pixel,
                              .scale_note = note,
                              .png_scale = d->options->pixel_ratio};
    return ik_poster_draw(&poster, d->format, error);
}

static GBytes *draw_scene(const drawing *d, const ik_style_sources *sources, GError **error)
{
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    const ik_text_metrics metrics = ik_text_engine_metrics(engine);
    const ik_scene_request request = {.style = d->style,
                                      .sources = ik_style_sources_map(sources),
                                      .images = ik_style_sources_images(sources),
                                      .metrics = &metrics,
                                      .zoom = d->plane.grid.zoom,
                                      .origin = d->plane.grid.origin,
                                      .page = &d->plane.grid.view};
    ik_poster_keys keys;
    g_autoptr(ik_scene) scene = ik_scene_new_of(&request, error);
    if (scene == NULL || !ik_poster_keys_init(&keys, &request, d->map, d->language, error))
        return NULL;
    ik_easel_note(scene, engine, d->warnings);
    GBytes *page = draw_page(d, scene, &keys, error);
    ik_poster_keys_clear(&keys);
    return page;
}

static GBytes *draw(const drawing *d, GError **error)
{
    const ik_style_sources_request request = {.style = d->style,
                                              .name = style_name(d),
                                              .grid = d->plane.grid,
                                              .pixel_ratio = 2,
                                              .map = d->map,
                                              .is_deep = true};
    if (!check_picture(d, error))
        return NULL;
    g_autoptr(ik_style_sources) sources = ik_style_sources_read(&request, d->warnings, error);
    return sources != NULL ? draw_scene(d, sources, error) : NULL;
}

static void tell(const drawing *d)
{
    for (guint i = 0; d->options->note != NULL && i < ik_style_n_warnings(d->style); i++)
        d->options->note(ik_style_warning(d->style, i), d->options->note_data);
    for (guint i = 0; d->options->note != NULL && i < d->warnings->len; i++)
        d->options->note(g_ptr_array_index(d->warnings, i), d->options->note_data);
}

static bool write_page(drawing *d, const ik_records *records, const char *path, GError **error)
{
    const guint width_px = ik_poster_map_width(d->options->width_px);
    if (!ik_poster_plane_init(&d->plane, d->options, width_px, MAX_HEIGHT_PX, error))
        return false;
    g_autoptr(ik_map_source) map = ik_map_source_new(ik_territory_builtin(), records);
    d->map = map;
    g_autoptr(GBytes) page = draw(d, error);
    ik_poster_plane_clear(&d->plane);
    gsize size;
    const void *bytes = page != NULL ? g_bytes_get_data(page, &size) : NULL;
    if (page == NULL || !ik_replace_file(path, bytes, size, error))
        return false;
    tell(d);
    return true;
}

bool ik_render_poster(const ik_poster_options *options, const ik_records *records, const char *path,
                      GError **error)
{
    ik_sheet_format format;
    if (!check_size(options, error) || !ik_page_format_of(path, &format, error))
        return false;
    g_autoptr(ik_style) style =
        ik_easel_load_style(options->style != NULL ? options->style : "regions", NULL, error);
    if (style == NULL)
        return false;
    g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func(g_free);
    drawing d = {.options = options,
                 .language = options->language != NULL ? options->language : "de",
                 .format = format,
                 .style = style,
                 .warnings = warnings};
    return write_page(&d, records, path, error);
}

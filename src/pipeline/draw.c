/* draw.c — tiles and overviews of a build.   [pipeline] */
#include "draw.h"

#include "draw_archives.h"
#include "draw_palette.h"
#include "easel.h"
#include "files.h"
#include "mercator.h"

#include <ideenkarte/error.h>

/* Tiles a side that a thread takes at a time. */
#define METATILE          8
#define OVERVIEW_WIDTH_PX 960
/* Room around the state in overviews, as a part of its width. */
#define OVERVIEW_MARGIN   0.025
/* Areas, borders, names and points of the small one, with a step or two of their edges. */
#define SMALL_COLORS      16

typedef struct {
    ik_build_run *run;
    ik_draw_archives archives;
    const ik_style_tiles *tiles;     /* how they are written */
    const ik_style_palette *palette; /* of all of them; NULL: none */
    guint scale;
    guint64 done, total;
    GHashTable *told; /* set of warnings */
} tile_sink;

static guint64 tiles_in(const ik_build_run *run, guint zoom, ik_tile *first, ik_tile *last)
{
    ik_tile_range(&run->box, zoom, first, last);
    return (guint64)(last->x - first->x + 1) * (last->y - first->y + 1);
}

static bool take_tile(ik_tile tile, GBytes *png, gpointer data, GError **error)
{
    tile_sink *sink = data;
    gsize size;
    const void *bytes = g_bytes_get_data(png, &size);
    if (!ik_draw_archives_put(&sink->archives, tile, bytes, size, error))
        return false;
    sink->done++;
    return sink->done % 64 != 0 ||
           ik_tell_progress(&sink->run->reporter, "stage.tiles", sink->done, sink->total, error);
}

/* What one zoom lacks, the next ones lack as well. */
static void tell_once(tile_sink *sink, const GPtrArray *warnings)
{
    for (guint i = 0; i < warnings->len; i++) {
        const char *warning = g_ptr_array_index(warnings, i);
        if (g_hash_table_add(sink->told, g_strdup(warning)))
            ik_build_tell(sink->run, warning);
    }
}

static bool draw_zoom(tile_sink *sink, ik_easel_map *map, guint zoom, GError **error)
{
    ik_easel easel;
    /* A tile of 512 pixels has four cells of the zoom above. */
    guint cells = sink->tiles->tile_size / 256;
    if (!ik_easel_init(&easel, map, zoom + cells - 1, sink->scale, error))
        return false;
    tell_once(sink, easel.warnings);
    ik_raster_task task = {.cells = cells,
                           .format = sink->tiles->is_webp ? IK_TILE_IMAGE_WEBP : IK_TILE_IMAGE_PNG,
                           .palette = sink->palette,
                           .metatile = METATILE,
                           .jobs = sink->run->jobs,
                           .deliver = take_tile,
                           .data = sink};
    tiles_in(sink->run, zoom, &task.first, &task.last);
    bool drawn = ik_raster_render_tiles(easel.raster, &task, error);
    ik_easel_clear(&easel);
    return drawn;
}

static void tell_warnings(const ik_build_run *run, const ik_style *style)
{
    for (guint i = 0; i < ik_style_n_warnings(style); i++)
        ik_build_tell(run, ik_style_warning(style, i));
}

static bool draw_zooms(tile_sink *sink, ik_easel_map *map, const ik_site_tileset *tileset,
                       GError **error)
{
    ik_build_run *run = sink->run;
    ik_tile first, last;
    for (guint zoom = tileset->min_zoom; zoom <= tileset->max_zoom; zoom++)
        sink->total += tiles_in(run, zoom, &first, &last);
    for (guint zoom = tileset->min_zoom; zoom <= tileset->max_zoom; zoom++)
        if (!draw_zoom(sink, map, zoom, error))
            return false;
    ik_archive_counts counts;
    if (!ik_draw_archives_finish(&sink->archives, &counts, error))
        return false;
    run->summary->tiles += (guint)counts.tiles;
    run->summary->distinct_tiles += (guint)counts.distinct;
    return ik_tell_progress(&run->reporter, "stage.tiles", sink->total, sink->total, error);
}

static bool draw_style(ik_build_run *run, const ik_map_source *source, guint index, GError **error)
{
    const ik_settings *settings = run->workspace->settings;
    g_autoptr(ik_style) style =
        ik_easel_load_style(settings->styles[index], run->workspace->folder, error);
    if (!style)
        return false;
    tell_warnings(run, style);
    g_auto(ik_easel_map) map = ik_easel_map_new(source, style);
    const bool has_palette = settings->style_tiles[index].has_palette;
    ik_style_palette palette;
    if (has_palette && !ik_draw_palette(run, &map, index, &palette, error))
        return false;
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint scale = 1; scale <= 3; scale++) {
        const ik_style_tiles *tiles = &settings->style_tiles[index];
        tile_sink sink = {.run = run,
                          .tiles = tiles,
                          .palette = has_palette ? &palette : NULL,
                          .scale = scale,
                          .told = told};
        if ((tiles->scales & 1u << scale) == 0)
            continue;
        bool drawn = ik_draw_archives_open(&sink.archives, run, index, scale, error) &&
                     draw_zooms(&sink, &map, &run->tilesets[index], error);
        ik_draw_archives_clear(&sink.archives);
        if (!drawn)
            return false;
    }
    return true;
}

bool ik_draw_tiles(ik_build_run *run, GError **error)
{
    g_autoptr(ik_map_source) source = ik_map_source_new(run->territory, run->records);
    for (guint i = 0; run->workspace->settings->styles[i]; i++)
        if (!draw_style(run, source, i, error))
            return false;
    return true;
}

static ik_lonlat_box with_margin(const ik_lonlat_box *box)
{
    double dx = (box->east - box->west) * OVERVIEW_MARGIN,
           dy = (box->north - box->south) * OVERVIEW_MARGIN;
    return (ik_lonlat_box){box->west - dx, box->south - dy, box->east + dx, box->north + dy};
}

/* The pictures of the first page: the one that the page names, one for fine screens, and one so small that a phone
 * shows it before the map that moves has come. Its source line would be too small to read: the page has it. */
static const struct {
    const char *name;
    guint width_px;
    double pixel_ratio;
    bool is_small;
} overviews[] = {{"images/map.png", OVERVIEW_WIDTH_PX, 1, false},
                 {"images/map@2x.png", OVERVIEW_WIDTH_PX, 2, false},
                 {IK_SITE_SMALL_MAP, 340, 1.5, true}};

static bool draw_overview(ik_build_run *run, ik_easel_map *map, gsize index, GError **error)
{
    bool is_small = overviews[index].is_small;
    const char *language = run->workspace->settings->languages[0];
    const ik_picture_request request = {.box = run->picture_box,
                                        .width_px = overviews[index].width_px,
                                        .pixel_ratio = overviews[index].pixel_ratio,
                                        .language = is_small ? NULL : language,
                                        .format = is_small ? IK_TILE_IMAGE_WEBP : IK_TILE_IMAGE_PNG,
                                        .max_colors = is_small ? SMALL_COLORS : 0};
    guint *height = index == 0 ? &run->picture_height : NULL;
    g_autoptr(GBytes) picture = ik_easel_picture(map, &request, height, error);
    gsize size;
    const void *bytes = picture ? g_bytes_get_data(picture, &size) : NULL;
    return picture && ik_write_file(run->folder, overviews[index].name, bytes, size, error);
}

bool ik_draw_overviews(ik_build_run *run, GError **error)
{
    g_autoptr(ik_map_source) source = ik_map_source_new(run->territory, run->records);
    g_autoptr(ik_style) style =
        ik_easel_load_style(run->workspace->settings->styles[0], run->workspace->folder, error);
    if (!style)
        return false;
    g_auto(ik_easel_map) map = ik_easel_map_new(source, style);
    run->picture_width = OVERVIEW_WIDTH_PX;
    run->picture_box = with_margin(&run->box);
    for (gsize i = 0; i < G_N_ELEMENTS(overviews); i++)
        if (!draw_overview(run, &map, i, error))
            return false;
    return true;
}

/* Narrower pictures have no room for the source line. */
#define MIN_WIDTH_PX 160
#define MAX_WIDTH_PX 20000

static bool check_render_options(const ik_render_options *options, GError **error)
{
    double ratio = options->pixel_ratio;
    if (options->width_px >= MIN_WIDTH_PX && options->width_px <= MAX_WIDTH_PX &&
        (ratio == 1 || ratio == 2 || ratio == 3))
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "a picture %u pixels wide: expected %d to %d, at a pixel ratio of 1, 2 or 3",
                options->width_px, MIN_WIDTH_PX, MAX_WIDTH_PX);
    return false;
}

bool ik_render_file(const ik_render_options *options, const ik_records *records, const char *path,
                    GError **error)
{
    if (!check_render_options(options, error))
        return false;
    g_autoptr(ik_style) style =
        ik_easel_load_style(options->style ? options->style : "regions", NULL, error);
    if (!style)
        return false;
    g_autoptr(ik_map_source) source = ik_map_source_new(ik_territory_builtin(), records);
    g_auto(ik_easel_map) map = ik_easel_map_new(source, style);
    const ik_picture_request request = {.box = options->box,
                                        .width_px = options->width_px,
                                        .pixel_ratio = options->pixel_ratio,
                                        .language = options->language ? options->language : "de"};
    g_autoptr(GBytes) png = ik_easel_picture(&map, &request, NULL, error);
    gsize size;
    const void *bytes = png ? g_bytes_get_data(png, &size) : NULL;
    return png && ik_replace_file(path, bytes, size, error);
}

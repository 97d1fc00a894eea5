/* picture_source.c — raster tiles and single pictures of a style as pictures of a map.   [pipeline] */
#include "picture_source.h"

#include <ideenkarte/error.h>
#include <math.h>

#include "grid_clip.h"
#include "png_reader.h"
#include "tile_cover.h"

#define MOST_TILES 4096u
#define MAX_PIXELS (8192u * 8192u)
#define STYLE_TILE 512.0 /* CSS pixels of a tile of the style's own zoom */

static void clear_picture(gpointer data)
{
    g_free((gpointer)(guintptr)((ik_source_picture *)data)->bitmap.pixels);
}

void ik_source_pictures_init(ik_source_pictures *pictures)
{
    pictures->pictures = g_array_new(FALSE, FALSE, sizeof(ik_source_picture));
    g_array_set_clear_func(pictures->pictures, clear_picture);
}

void ik_source_pictures_clear(ik_source_pictures *pictures)
{
    if (pictures->pictures != NULL)
        g_array_unref(pictures->pictures);
    pictures->pictures = NULL;
}

static bool add_picture(GBytes *png, const char *name, const ik_tile_box *box,
                        ik_source_pictures *pictures, GError **error)
{
    ik_png_image image;
    if (!ik_png_read(png, MAX_PIXELS, name, &image, error))
        return false;
    const ik_source_picture picture = {{image.width, image.height, 1, image.pixels}, *box};
    g_array_append_val(pictures->pictures, picture);
    return true;
}

static bool add_tile(ik_tile_store *store, const ik_covering_tile *at, ik_source_pictures *pictures,
                     GError **error)
{
    GError *reason = NULL;
    g_autoptr(GBytes) png = ik_tile_store_get(store, at->tile, &reason);
    if (reason != NULL) {
        g_propagate_error(error, reason);
        return false;
    }
    g_autofree char *name =
        g_strdup_printf("source \"%s\": tile %u/%u/%u", ik_tile_store_name(store), at->tile.zoom,
                        at->tile.x, at->tile.y);
    return png == NULL || at->clip.box.max_x <= at->clip.box.min_x ||
           at->clip.box.max_y <= at->clip.box.min_y ||
           add_picture(png, name, &at->clip.box, pictures, error);
}

bool ik_picture_source_read_tiles(const ik_style_source *source, ik_tile_store *store,
                                  const ik_picture_grid *grid, ik_source_pictures *pictures,
                                  GError **error)
{
    const double tile_size = source->tile_size > 0 ? source->tile_size : STYLE_TILE;
    const double ideal =
        floor(grid->zoom - IK_GRID_ZOOM_AHEAD + log2(STYLE_TILE / tile_size) + 0.5);
    const guint min_zoom = ik_tile_store_min_zoom(store), max_zoom = ik_tile_store_max_zoom(store);
    if (ideal < min_zoom || max_zoom < min_zoom)
        return true;
    const guint zoom = (guint)MIN(ideal, max_zoom);
    g_autoptr(GArray) tiles = ik_tile_cover(grid, zoom, 0, MOST_TILES);
    for (guint i = 0; i < tiles->len; i++)
        if (!add_tile(store, &g_array_index(tiles, ik_covering_tile, i), pictures, error))
            return false;
    return true;
}

/* ---- single pictures ---- */

static bool is_upright(const double corners[4][2])
{
    return corners[0][0] == corners[3][0] && corners[1][0] == corners[2][0] &&
           corners[0][1] == corners[1][1] && corners[2][1] == corners[3][1] &&
           corners[0][0] < corners[1][0] && corners[0][1] > corners[2][1];
}

static int32_t bounded(double units)
{
    return (int32_t)CLAMP(floor(units + 0.5), -IK_GRID_LIMIT, IK_GRID_LIMIT);
}

bool ik_picture_source_read_image(const ik_style_source *source, const char *folder,
                                  const ik_picture_grid *grid, ik_source_pictures *pictures,
                                  GError **error)
{
    const double(*corners)[2] = source->coordinates;
    g_autofree char *path = ik_local_path(folder, source->url, error);
    char *bytes;
    gsize size;
    GError *reason = NULL;
    if (path == NULL)
        return false;
    if (!is_upright(corners)) {
        g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                    "source \"%s\": pictures that do not stand upright are not drawn", source->id);
        return false;
    }
    if (!g_file_get_contents(path, &bytes, &size, &reason)) {
        g_set_error(error, IK_ERROR,
                    g_error_matches(reason, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? IK_ERROR_NOT_FOUND
                                                                              : IK_ERROR_IO,
                    "source \"%s\": %s", source->id, reason->message);
        g_error_free(reason);
        return false;
    }
    const ik_grid_position a =
        ik_picture_grid_place(grid, (ik_lonlat){corners[0][0], corners[0][1]});
    const ik_grid_position b =
        ik_picture_grid_place(grid, (ik_lonlat){corners[2][0], corners[2][1]});
    const ik_tile_box box = {bounded(a.x), bounded(a.y), bounded(b.x), bounded(b.y)};
    g_autoptr(GBytes) png = g_bytes_new_take(bytes, size);
    return add_picture(png, path, &box, pictures, error);
}

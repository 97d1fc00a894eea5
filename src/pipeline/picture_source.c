/* picture_source.c — raster tiles and single pictures of a style as pictures of a map.   [pipeline] */
#include "picture_source.h"

#include <ideenkarte/error.h>
#include <math.h>

#include "files.h"
#include "grid_clip.h"
#include "mercator.h"
#include "picture_warp.h"
#include "quad_map.h"
#include "tile_cover.h"
#include "tile_picture.h"

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

static void add_picture(ik_png_image *image, const ik_tile_box *box, ik_source_pictures *pictures)
{
    const ik_source_picture picture = {{image->width, image->height, 1, image->pixels}, *box};
    g_array_append_val(pictures->pictures, picture);
    image->pixels = NULL;
}

static uint32_t nearest_color(const ik_png_image *image, double u, double v)
{
    const gsize x = (gsize)CLAMP(u * image->width, 0, image->width - 1.0);
    const gsize y = (gsize)CLAMP(v * image->height, 0, image->height - 1.0);
    return image->pixels[y * image->width + x];
}

/* Between pixels mixed of the four around. */
static uint32_t mixed_color(const ik_png_image *image, double u, double v)
{
    const double x = CLAMP(u * image->width - 0.5, 0, image->width - 1.0);
    const double y = CLAMP(v * image->height - 0.5, 0, image->height - 1.0);
    const guint left = (guint)x, top = (guint)y;
    const guint right = MIN(left + 1, image->width - 1), bottom = MIN(top + 1, image->height - 1);
    const double across = x - left, down = y - top;
    const uint32_t *north = image->pixels + (gsize)top * image->width;
    const uint32_t *south = image->pixels + (gsize)bottom * image->width;
    uint32_t mixed = 0;
    for (guint shift = 0; shift < 32; shift += 8) {
        const double upper =
            (north[left] >> shift & 0xff) * (1 - across) + (north[right] >> shift & 0xff) * across;
        const double lower =
            (south[left] >> shift & 0xff) * (1 - across) + (south[right] >> shift & 0xff) * across;
        mixed |= (uint32_t)(upper * (1 - down) + lower * down + 0.5) << shift;
    }
    return mixed;
}

/* The colour at a part of the picture. */
static uint32_t color_at(const ik_png_image *image, double u, double v, bool is_nearest)
{
    return is_nearest ? nearest_color(image, u, v) : mixed_color(image, u, v);
}

/* ---- tiles ---- */

/* The tiles of a picture on a plane, in rows. */
typedef struct {
    guint zoom;
    guint32 west, north; /* of the first */
    guint columns, rows;
    ik_png_image *images; /* without pixels: none is there */
    bool is_nearest;
} tile_table;

/* The tile's picture; without pixels where there is none. */
static bool read_tile(ik_tile_store *store, ik_tile tile, ik_png_image *image, GError **error)
{
    GError *reason = NULL;
    g_autoptr(GBytes) png = ik_tile_store_get(store, tile, &reason);
    *image = (ik_png_image){0};
    if (reason != NULL) {
        g_propagate_error(error, reason);
        return false;
    }
    g_autofree char *name = g_strdup_printf("source \"%s\": tile %u/%u/%u",
                                            ik_tile_store_name(store), tile.zoom, tile.x, tile.y);
    return png == NULL || ik_tile_picture_read(png, MAX_PIXELS, name, image, error);
}

static bool add_tiles(ik_tile_store *store, const GArray *tiles, ik_source_pictures *pictures,
                      GError **error)
{
    for (guint i = 0; i < tiles->len; i++) {
        const ik_covering_tile *at = &g_array_index(tiles, ik_covering_tile, i);
        const ik_tile_box *box = &at->clip.box;
        ik_png_image image;
        if (box->max_x <= box->min_x || box->max_y <= box->min_y)
            continue;
        if (!read_tile(store, at->tile, &image, error))
            return false;
        if (image.pixels != NULL)
            add_picture(&image, box, pictures);
    }
    return true;
}

static uint32_t sample_tiles(gconstpointer data, double x, double y)
{
    const tile_table *table = data;
    const double n = exp2(table->zoom), across = x * n - table->west, down = y * n - table->north;
    if (!(across >= 0 && down >= 0 && across < table->columns && down < table->rows))
        return 0;
    const ik_png_image *image = &table->images[(guint)down * table->columns + (guint)across];
    return image->pixels != NULL
               ? color_at(image, across - floor(across), down - floor(down), table->is_nearest)
               : 0;
}

static tile_table table_new(const GArray *tiles)
{
    const ik_tile *first = &g_array_index(tiles, ik_covering_tile, 0).tile;
    guint32 east = first->x, south = first->y;
    tile_table table = {.zoom = first->zoom, .west = first->x, .north = first->y};
    for (guint i = 1; i < tiles->len; i++) {
        const ik_tile *tile = &g_array_index(tiles, ik_covering_tile, i).tile;
        table.west = MIN(table.west, tile->x);
        table.north = MIN(table.north, tile->y);
        east = MAX(east, tile->x);
        south = MAX(south, tile->y);
    }
    table.columns = east - table.west + 1;
    table.rows = south - table.north + 1;
    table.images = g_new0(ik_png_image, (gsize)table.columns * table.rows);
    return table;
}

static void clear_table(tile_table *table)
{
    for (gsize i = 0; i < (gsize)table->columns * table->rows; i++)
        ik_png_image_clear(&table->images[i]);
    g_free(table->images);
}

static bool fill_table(tile_table *table, ik_tile_store *store, const GArray *tiles, GError **error)
{
    for (guint i = 0; i < tiles->len; i++) {
        const ik_tile tile = g_array_index(tiles, ik_covering_tile, i).tile;
        const gsize row = tile.y - table->north;
        if (!read_tile(store, tile, &table->images[row * table->columns + tile.x - table->west],
                       error))
            return false;
    }
    return true;
}

static bool warp_tiles(const ik_pictures_request *request, ik_tile_store *store,
                       const GArray *tiles, ik_source_pictures *pictures, GError **error)
{
    tile_table table = table_new(tiles);
    table.is_nearest = request->is_nearest;
    const ik_picture_warp warp = {request->grid, request->pixel_ratio, 1, sample_tiles, &table};
    const bool is_read = fill_table(&table, store, tiles, error);
    if (is_read)
        ik_picture_warp_draw(&warp, &request->grid->view, pictures);
    clear_table(&table);
    return is_read;
}

bool ik_picture_source_read_tiles(const ik_style_source *source, ik_tile_store *store,
                                  const ik_pictures_request *request, ik_source_pictures *pictures,
                                  GError **error)
{
    const ik_picture_grid *grid = request->grid;
    const double tile_size = source->tile_size > 0 ? source->tile_size : STYLE_TILE;
    const double ideal =
        floor(grid->zoom - IK_GRID_ZOOM_AHEAD + log2(STYLE_TILE / tile_size) + 0.5);
    const guint min_zoom = ik_tile_store_min_zoom(store), max_zoom = ik_tile_store_max_zoom(store);
    if (ideal < min_zoom || max_zoom < min_zoom)
        return true;
    const guint zoom = (guint)MIN(ideal, max_zoom);
    g_autoptr(GArray) tiles = ik_tile_cover(grid, zoom, 0, MOST_TILES);
    if (grid->plane != NULL && tiles->len > 0)
        return warp_tiles(request, store, tiles, pictures, error);
    return add_tiles(store, tiles, pictures, error);
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

/* A picture between four corners. */
typedef struct {
    ik_png_image image;
    ik_quad_map map;
    bool is_nearest;
} slanted;

static uint32_t sample_slanted(gconstpointer data, double x, double y)
{
    const slanted *picture = data;
    double u, v;
    return ik_quad_map_place(&picture->map, x, y, &u, &v)
               ? color_at(&picture->image, u, v, picture->is_nearest)
               : 0;
}

/* All that it may reach; on a plane its sides are no straight lines, and all of the view is looked at. */
static ik_tile_box box_of(const ik_picture_grid *grid, const double corners[4][2])
{
    ik_tile_box box = {G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32};
    for (guint i = 0; i < 4; i++) {
        const ik_grid_position p =
            ik_picture_grid_place(grid, (ik_lonlat){corners[i][0], corners[i][1]});
        ik_tile_box_add(&box, (ik_tile_point){bounded(p.x), bounded(p.y)});
    }
    return grid->plane != NULL ? grid->view : box;
}

static bool warp_image(const ik_pictures_request *request, const ik_style_source *source,
                       ik_png_image *image, ik_source_pictures *pictures, GError **error)
{
    const double side_m = 2 * ik_mercator_from_lonlat((ik_lonlat){180, 0}).x;
    const double(*corners)[2] = source->coordinates;
    slanted picture = {.image = *image, .is_nearest = request->is_nearest};
    const ik_picture_warp warp = {request->grid, request->pixel_ratio, 2, sample_slanted, &picture};
    ik_grid_position places[4];
    for (guint i = 0; i < 4; i++) {
        const ik_mercator m = ik_mercator_from_lonlat((ik_lonlat){corners[i][0], corners[i][1]});
        places[i] = (ik_grid_position){0.5 + m.x / side_m, 0.5 - m.y / side_m};
    }
    if (!ik_quad_map_init(&picture.map, places)) {
        g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                    "source \"%s\": its corners are not those of a picture: one lies inside the "
                    "others, or sides cross",
                    source->id);
        return false;
    }
    const ik_tile_box box = box_of(request->grid, corners);
    ik_picture_warp_draw(&warp, &box, pictures);
    return true;
}

bool ik_picture_source_read_image(const ik_style_source *source, const char *folder,
                                  const ik_pictures_request *request, ik_source_pictures *pictures,
                                  GError **error)
{
    const double(*corners)[2] = source->coordinates;
    g_autofree char *path = ik_local_path(folder, source->url, error);
    if (path == NULL)
        return false;
    g_autoptr(GBytes) bytes = ik_read_file(path, error);
    ik_png_image image;
    if (bytes == NULL) {
        g_prefix_error(error, "source \"%s\": ", source->id);
        return false;
    }
    if (!ik_tile_picture_read(bytes, MAX_PIXELS, path, &image, error))
        return false;
    bool is_drawn = true;
    if (request->grid->plane == NULL && is_upright(corners)) {
        const ik_tile_box box = box_of(request->grid, corners);
        add_picture(&image, &box, pictures);
    } else {
        is_drawn = warp_image(request, source, &image, pictures, error);
    }
    ik_png_image_clear(&image);
    return is_drawn;
}

/* poster_plane.c — the rectangle of a reference system that a page shows.   [pipeline] */
#include "poster_plane.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#include "mercator.h"

#define UTM32_EPSG 25832

/* Where the projection is still of use; NRW lies between 5.8 and 9.5. */
#define UTM32_WEST 3.0
#define UTM32_EAST 15.0

/* Deepest zoom of styles. */
#define MOST_ZOOM (22.0 + IK_GRID_ZOOM_AHEAD)

/* Points looked at along each side of a box: between them the sides bend by less than a hundred-thousandth of it. */
#define SIDE_POINTS 64

bool ik_poster_crs_parse(const char *text, ik_poster_crs *crs)
{
    static const char *const names[] = {
        [IK_POSTER_MERCATOR] = "EPSG:3857", [IK_POSTER_UTM32] = "EPSG:25832"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (g_ascii_strcasecmp(text, names[i]) == 0) {
            *crs = (ik_poster_crs)i;
            return true;
        }
    }
    return false;
}

/* Sets the view; a map is never cut. */
static bool set_size(ik_poster_plane *plane, guint width_px, double height, guint most_px,
                     GError **error)
{
    const double height_px = floor(height + 0.5);
    if (!(height_px >= 1) || height_px > most_px || plane->grid.zoom > MOST_ZOOM) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "the box makes a map of %u by %.0f pixels at zoom %.0f; it may be %u pixels "
                    "high, at zoom 22 at most",
                    width_px, height_px, plane->grid.zoom - IK_GRID_ZOOM_AHEAD, most_px);
        return false;
    }
    plane->grid.view = (ik_tile_box){0, 0, (int32_t)width_px * IK_UNITS_PER_PIXEL,
                                     (int32_t)height_px * IK_UNITS_PER_PIXEL};
    return true;
}

/* ---- Web Mercator ---- */

static bool lay_mercator(ik_poster_plane *plane, const ik_lonlat_box *box, guint width_px,
                         guint most_px, GError **error)
{
    ik_picture_grid *grid = &plane->grid;
    *grid = (ik_picture_grid){.zoom = log2(width_px * 360.0 / (256 * (box->east - box->west)))};
    const ik_grid_position corner = ik_picture_grid_place(grid, (ik_lonlat){box->west, box->north});
    const ik_grid_position other = ik_picture_grid_place(grid, (ik_lonlat){box->east, box->south});
    grid->origin = (ik_scene_origin){(gint64)floor(corner.x + 0.5), (gint64)floor(corner.y + 0.5)};
    plane->metres_per_pixel = ik_metres_per_pixel(plane->latitude, grid->zoom);
    return set_size(plane, width_px, (other.y - corner.y) / IK_UNITS_PER_PIXEL, most_px, error);
}

/* ---- UTM ---- */

typedef struct {
    double west, south, east, north; /* metres */
} metre_box;

static bool add_point(const ik_projection *projection, ik_lonlat position, metre_box *box,
                      GError **error)
{
    double easting, northing;
    if (!ik_projection_from_lonlat(projection, position, &easting, &northing, error))
        return false;
    box->west = MIN(box->west, easting);
    box->east = MAX(box->east, easting);
    box->south = MIN(box->south, northing);
    box->north = MAX(box->north, northing);
    return true;
}

/* The rectangle around the sides of the box, which are no straight lines in the plane. */
static bool project_box(const ik_projection *projection, const ik_lonlat_box *box,
                        metre_box *around, GError **error)
{
    *around = (metre_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint i = 0; i <= SIDE_POINTS; i++) {
        const double part = (double)i / SIDE_POINTS;
        const double lon = box->west + part * (box->east - box->west);
        const double lat = box->south + part * (box->north - box->south);
        if (!add_point(projection, (ik_lonlat){lon, box->south}, around, error) ||
            !add_point(projection, (ik_lonlat){lon, box->north}, around, error) ||
            !add_point(projection, (ik_lonlat){box->west, lat}, around, error) ||
            !add_point(projection, (ik_lonlat){box->east, lat}, around, error))
            return false;
    }
    return true;
}

static bool lay_utm(ik_poster_plane *plane, const ik_lonlat_box *box, guint width_px, guint most_px,
                    GError **error)
{
    metre_box around;
    if (box->west < UTM32_WEST || box->east > UTM32_EAST) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "the box reaches too far east or west: EPSG:25832 is drawn from %.0f to %.0f "
                    "degrees east",
                    UTM32_WEST, UTM32_EAST);
        return false;
    }
    plane->projection = ik_projection_new(UTM32_EPSG, error);
    if (plane->projection == NULL || !project_box(plane->projection, box, &around, error))
        return false;
    plane->metres_per_pixel = (around.east - around.west) / width_px;
    plane->plane = (ik_picture_plane){plane->projection, around.west, around.north,
                                      IK_UNITS_PER_PIXEL / plane->metres_per_pixel};
    /* The zoom at which Web Mercator has the same scale there: lines and names are as large as on screen. */
    plane->grid = (ik_picture_grid){
        .zoom = log2(ik_metres_per_pixel(plane->latitude, 0) / plane->metres_per_pixel),
        .plane = &plane->plane};
    return set_size(plane, width_px, (around.north - around.south) / plane->metres_per_pixel,
                    most_px, error);
}

bool ik_poster_plane_init(ik_poster_plane *plane, const ik_poster_options *options, guint width_px,
                          guint most_px, GError **error)
{
    const ik_lonlat_box *box = &options->box;
    *plane = (ik_poster_plane){.latitude = (box->south + box->north) / 2};
    const bool is_laid = options->crs == IK_POSTER_UTM32
                             ? lay_utm(plane, box, width_px, most_px, error)
                             : lay_mercator(plane, box, width_px, most_px, error);
    if (!is_laid)
        ik_poster_plane_clear(plane);
    return is_laid;
}

void ik_poster_plane_clear(ik_poster_plane *plane)
{
    g_clear_pointer(&plane->projection, ik_projection_free);
}

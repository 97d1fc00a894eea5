/* raster_picture.c — a part of the map as one picture.   [raster]
 *
 * Made of the same cells as the tiles, each drawn and copied to its place.
 */
#include "raster.h"

#include "few_colors.h"
#include "picture_caption.h"
#include "raster_stock.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#define MAX_SIDE_PX    60000u
#define MAX_PICTURE_PX ((guint64)400 * 1000 * 1000)

/* Where a picture gets its pixels from. */
typedef struct {
    const ik_raster *raster;
    const ik_picture_frame *frame;
    ik_canvas *canvas;
    ik_view view;
    uint32_t *pixels;
} picture;

double ik_picture_zoom(const ik_lonlat_box *box, guint width_px)
{
    double share = (box->east - box->west) / 360;
    double zoom = share > 0 ? log2(width_px / (share * 256)) : IK_MAX_ZOOM;
    return CLAMP(zoom, 0, IK_MAX_ZOOM);
}

ik_picture_frame ik_picture_frame_for(const ik_lonlat_box *box, double zoom, double pixel_ratio,
                                      guint width_px)
{
    double scale = pixel_ratio / IK_UNITS_PER_PIXEL;
    ik_tile_point corner = ik_tile_point_from_lonlat((ik_lonlat){box->west, box->north}, zoom);
    ik_tile_point other = ik_tile_point_from_lonlat((ik_lonlat){box->east, box->south}, zoom);
    double width = floor(width_px * pixel_ratio + 0.5);
    double height = MAX(floor(((double)other.y - corner.y) * scale + 0.5), 1);
    double middle = ((double)corner.x + other.x) / 2 * scale;
    return (ik_picture_frame){(gint64)floor(middle - width / 2 + 0.5),
                              (gint64)floor(corner.y * scale + 0.5),
                              (guint)CLAMP(width, 1, G_MAXINT32),
                              (guint)CLAMP(height, 1, G_MAXINT32),
                              NULL,
                              IK_TILE_IMAGE_PNG,
                              0};
}

static void copy_cell(const picture *p, gint64 left, gint64 top)
{
    gint64 cell = p->raster->cell_px;
    gint64 first_x = MAX(left, 0), end_x = MIN(left + cell, (gint64)p->frame->width);
    gint64 first_y = MAX(top, 0), end_y = MIN(top + cell, (gint64)p->frame->height);
    const uint32_t *from = ik_canvas_area(p->canvas)->pixels;
    for (gint64 y = first_y; y < end_y && first_x < end_x; y++)
        memcpy(&p->pixels[y * (gint64)p->frame->width + first_x],
               &from[(y - top) * cell + first_x - left],
               (gsize)(end_x - first_x) * sizeof(uint32_t));
}

static gint64 cell_of(gint64 pixel, gint64 cell)
{
    return pixel >= 0 ? pixel / cell : -((cell - 1 - pixel) / cell);
}

static bool draw_cells(picture *p, GError **error)
{
    gint64 cell = p->raster->cell_px, left = p->frame->left, top = p->frame->top;
    gint64 last_x = cell_of(left + (gint64)p->frame->width - 1, cell);
    gint64 last_y = cell_of(top + (gint64)p->frame->height - 1, cell);
    for (gint64 y = cell_of(top, cell); y <= last_y; y++)
        for (gint64 x = cell_of(left, cell); x <= last_x; x++) {
            int32_t corner_x = (int32_t)(x * IK_TILE_EXTENT);
            int32_t corner_y = (int32_t)(y * IK_TILE_EXTENT);
            ik_tile_box box = {corner_x, corner_y, corner_x + IK_TILE_EXTENT,
                               corner_y + IK_TILE_EXTENT};
            ik_scene_look(p->raster->stock.scene, &box, &p->view);
            if (!ik_canvas_draw(p->canvas, &p->view, (ik_tile_point){corner_x, corner_y}, error))
                return false;
            copy_cell(p, x * cell - left, y * cell - top);
        }
    return true;
}

static bool draw_caption(const picture *p, GError **error)
{
    const ik_picture_pixels pixels = {p->pixels, (int)p->frame->width, (int)p->frame->height,
                                      p->raster->stock.pixel_ratio};
    return p->frame->caption == NULL || ik_picture_caption_draw(&pixels, p->frame->caption, error);
}

/* A picture is never cut: what it would leave out was asked for. */
static bool check_size(const ik_picture_frame *frame, GError **error)
{
    if (MAX(frame->width, frame->height) <= MAX_SIDE_PX &&
        (guint64)frame->width * frame->height <= MAX_PICTURE_PX)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "a picture of %u by %u pixels is too large, %u a side and %u million are allowed",
                frame->width, frame->height, MAX_SIDE_PX, (guint)(MAX_PICTURE_PX / 1000000));
    return false;
}

static GBytes *encode(const picture *p, GError **error)
{
    const ik_picture_frame *frame = p->frame;
    if (frame->max_colors > 0)
        ik_few_colors_reduce(p->pixels, (gsize)frame->width * frame->height, frame->max_colors);
    const ik_pixel_area area = {p->pixels, (int)frame->width, (int)frame->height,
                                (int)frame->width};
    ik_tile_image_encoder *encoder = ik_tile_image_encoder_new(frame->format, NULL);
    GBytes *bytes = ik_tile_image_encode(encoder, &area, error);
    ik_tile_image_encoder_free(encoder);
    return bytes;
}

GBytes *ik_raster_render_picture(const ik_raster *raster, const ik_picture_frame *frame,
                                 GError **error)
{
    GBytes *png = NULL;
    picture p = {.raster = raster, .frame = frame};
    g_assert(frame->width > 0 && frame->height > 0);
    if (!check_size(frame, error))
        return NULL;
    p.canvas = ik_canvas_new(&raster->stock, raster->cell_px, raster->cell_px);
    ik_view_init(&p.view);
    p.pixels = g_new0(uint32_t, (gsize)frame->width * frame->height);
    if (draw_cells(&p, error) && draw_caption(&p, error)) {
        png = encode(&p, error);
    }
    g_free(p.pixels);
    ik_view_clear(&p.view);
    ik_canvas_free(p.canvas);
    return png;
}

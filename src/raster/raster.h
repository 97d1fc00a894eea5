/* raster.h — a scene as pictures: PNG tiles and overview pictures.   [raster]
 *
 * The unit of drawing is a cell: one tile of the scene's zoom. A cell is drawn from what the scene
 * shows in it and from nothing else, so a tile has the same bytes alone, in a group of any size, in
 * any thread and as a part of a picture. Geometry lies on the 4096 grid: places are exact in
 * Cairo's 1/256 of a pixel.
 */
#ifndef IK_RASTER_H
#define IK_RASTER_H

#include "scene.h"
#include "style_palette.h"
#include "text_engine.h"
#include "tile_image.h"

typedef struct ik_raster ik_raster;

/* Prepares labels and markers. `scene` is borrowed and must outlive the result, which is immutable
 * and may serve many threads.
 *
 *   engine       draws the labels, fastest when it measured them for the scene as well; NULL: one made for this
 *   pixel_ratio  device pixels a CSS pixel, 1..3; 256 times it must be a whole number
 *   returns      the caller's; NULL with NOT_FOUND (a font) or INTERNAL (Cairo)
 */
ik_raster *ik_raster_new(const ik_scene *scene, ik_text_engine *engine, double pixel_ratio,
                         GError **error);
void ik_raster_free(ik_raster *raster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_raster, ik_raster_free)

/* Takes a tile's picture over as it comes: in the order of tile ids (along the Hilbert curve), in the
 * calling thread. `picture` is borrowed; equal flat tiles are the same GBytes. Returning false with
 * `error` set ends the run.
 */
typedef bool (*ik_raster_deliver_fn)(ik_tile tile, GBytes *picture, gpointer data, GError **error);

typedef struct {
    ik_tile first,
        last; /* north-west and south-east tile, inclusive; zoom as the scene's when `cells` is 1 */
    guint
        cells; /* a tile side: 1 (or 0), or 2 for tiles of 512 CSS pixels, one zoom below the scene's */
    ik_tile_image_format format;
    const ik_style_palette
        *palette;   /* of all tiles, borrowed; NULL: each PNG has its own colours */
    guint metatile; /* tiles a side that one thread takes at a time: 1, 2, 4, 8 … */
    guint jobs;     /* threads; 0: one a core */
    ik_raster_deliver_fn deliver;
    gpointer data;
} ik_raster_task;

/* Draws all tiles of a rectangle. The bytes depend neither on `metatile` nor on `jobs`. INTERNAL
 * when Cairo or the encoder fails, else what `deliver` says.
 */
bool ik_raster_render_tiles(const ik_raster *raster, const ik_raster_task *task, GError **error);

/* Adds the colours of the scene's paints, and those of up to 64 tiles spread over the rectangle of `task`, to
 * `census`. One thread; INTERNAL when Cairo fails.
 */
bool ik_raster_count_colors(const ik_raster *raster, const ik_raster_task *task,
                            ik_color_census *census, GError **error);

/* What a picture shows: a rectangle of the map in device pixels from the world's north-west corner
 * at the scene's zoom.
 */
typedef struct {
    gint64 left, top;
    guint width, height; /* up to 60000 a side and 400 million pixels can be drawn */
    const char *caption; /* a source line for the south-east corner, borrowed; NULL: none */
    ik_tile_image_format format;
    guint max_colors; /* fewer make a smaller file; 0: as they are drawn */
} ik_picture_frame;

/* The frame around `box`, `width_px` CSS pixels wide at the zoom of the scene: box's middle stays
 * the middle. See ik_picture_zoom for a zoom at which the box fills it.
 */
ik_picture_frame ik_picture_frame_for(const ik_lonlat_box *box, double zoom, double pixel_ratio,
                                      guint width_px);

/* The zoom at which `box` is `width_px` CSS pixels wide, 0..18. */
double ik_picture_zoom(const ik_lonlat_box *box, guint width_px);

/* Draws a picture; the caller's. INTERNAL as above, INPUT when it would be too large. */
GBytes *ik_raster_render_picture(const ik_raster *raster, const ik_picture_frame *frame,
                                 GError **error);

#endif

/* easel.h — what stands between the name of a style and a picture at one zoom.   [pipeline]
 *
 * Style sheet, generalised borders, scene and prepared raster, held together because each borrows from the one
 * before. One thread prepares an easel; many may draw from its raster.
 */
#ifndef IK_EASEL_H
#define IK_EASEL_H

#include "map_source.h"
#include "raster.h"
#include "style_images.h"
#include "text_engine.h"
#include "tiling.h"

typedef struct {
    ik_tiling *tiling;
    ik_scene *scene;
    ik_raster *raster;
    GPtrArray *warnings; /* char *: what the scene had to do without */
} ik_easel;

/* A built-in style by its name, or a style sheet's file: `name` ends with .json and is looked for in `folder` (NULL:
 * the current one). The caller's. Errors as ik_style_load. */
ik_style *ik_easel_load_style(const char *name, const char *folder, GError **error);

/* What all zooms of a map share. It must outlive its easels, which are made and cleared one after the other where they
 * differ in the pixel ratio.
 */
typedef struct {
    const ik_map_source *source; /* borrowed */
    const ik_style *style;       /* borrowed */
    ik_text_engine *engine;      /* knows its fonts, texts and letters from one zoom to the next */
    ik_style_images *images;     /* NULL: not read yet */
    double images_ratio;         /* the pixel ratio that they are for */
} ik_easel_map;

ik_easel_map ik_easel_map_new(const ik_map_source *source, const ik_style *style);
void ik_easel_map_clear(ik_easel_map *map);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ik_easel_map, ik_easel_map_clear)

/* Prepares drawing at a zoom (0..18, fractional for pictures). Names that may choose their place stand beside markers.
 * NOT_FOUND (a font, a sprite), IO, INPUT and UNSUPPORTED (the style does not fit the data). */
bool ik_easel_init(ik_easel *easel, ik_easel_map *map, double zoom, double pixel_ratio,
                   GError **error);
/* Adds what a scene had to do without, one sentence each: fonts and images that are not there. */
void ik_easel_note(const ik_scene *scene, const ik_text_engine *engine, GPtrArray *warnings);

void ik_easel_clear(ik_easel *easel);

typedef struct {
    ik_lonlat_box box; /* what to show */
    guint width_px;    /* CSS pixels */
    double pixel_ratio;
    const char *language; /* of the source line in its corner; NULL: no such line */
    ik_tile_image_format format;
    guint max_colors; /* 0: all that are drawn */
} ik_picture_request;

/* Draws a picture; its height in CSS pixels goes to `height_px`, which may be NULL. The caller's. */
GBytes *ik_easel_picture(ik_easel_map *map, const ik_picture_request *request, guint *height_px,
                         GError **error);

#endif

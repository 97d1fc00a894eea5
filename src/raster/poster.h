/* poster.h — a map as a page for the wall: title, frame, legend, scale bar, sources.   [raster]
 *
 * Widths are those of the sheet (sheet.h): CSS pixels, of which 96 are an inch of a PDF. Title, map and foot lie one
 * below the other; the height follows.
 */
#ifndef IK_POSTER_H
#define IK_POSTER_H

#include "scene.h"
#include "sheet_format.h"

/* An entry of the legend: a small piece of map and what it shows. */
typedef struct {
    const char *name;
    ik_tile_box
        box; /* of the scene of keys; IK_POSTER_KEY_WIDTH by IK_POSTER_KEY_HEIGHT pixels or higher */
} ik_poster_key;

#define IK_POSTER_KEY_WIDTH  48
#define IK_POSTER_KEY_HEIGHT 26

/* All borrowed. */
typedef struct {
    ik_sheet_words words;  /* notes: below the map; the sources */
    guint width;           /* of the page; see ik_poster_map_width */
    const char *language;  /* of the figures of the scale */
    const ik_scene *scene; /* the map */
    ik_tile_box box;       /* what it shows: corners at whole pixels, as wide as there is room */
    const ik_scene *key_scene; /* NULL: no legend */
    const ik_poster_key *keys;
    guint n_keys;
    double metres_per_pixel; /* on the ground, of the scale bar */
    const char *scale_note;  /* below the bar: what it holds for */
    double png_scale;        /* pixels of a PNG a pixel, 1 to 3 */
} ik_poster;

/* How wide the map of a page is, whole pixels. */
guint ik_poster_map_width(guint page_width);

/* The file, the caller's. NOT_FOUND: a font; INTERNAL: Cairo. */
GBytes *ik_poster_draw(const ik_poster *poster, ik_sheet_format format, GError **error);

#endif

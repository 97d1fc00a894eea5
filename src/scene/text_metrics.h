/* text_metrics.h — how large a text is, asked of whoever will draw it.   [scene]
 *
 * Labels are placed here, but text is shaped where it is drawn: the drawing layer fills this
 * table. Lengths are CSS pixels, y grows south.
 */
#ifndef IK_TEXT_METRICS_H
#define IK_TEXT_METRICS_H

#include "image_table.h"

/* A part of a text that looks alike, or an image that stands in the text like a letter. */
typedef struct {
    const char *text;             /* UTF-8; ignored with an image */
    const char *font;             /* NULL: that of the whole */
    double scale;                 /* of the size of the whole; of an image: of its own size */
    double align;                 /* in a line with larger ones: 0 top, 0.5 middle, 1 baseline */
    const ik_sprite_image *image; /* NULL: text */
} ik_text_part;

typedef struct {
    const ik_text_part *sections;
    guint n_sections;
    const char *font;      /* family, then weight and slant as words: "Noto Sans Bold" */
    double size_px;        /* of the em */
    double letter_spacing; /* ems between letters */
    double max_width;      /* ems a line; 0: broken only where the text has line feeds */
    double line_height;    /* ems from baseline to baseline */
    double justify;        /* lines within the block: 0 left, 0.5 centred, 1 right */
} ik_label_text;

typedef struct {
    double left, top, right, bottom;
} ik_text_extent;

/* The block of a text as MapLibre GL JS counts it: as wide as the longest line, as high as the
 * lines with their line height. Its middle is the text's origin.
 */
typedef struct {
    double width_px, height_px;
    double step_px;     /* height by whose halves an anchor moves the text; see text_layout.h */
    ik_text_extent ink; /* of all letters, from the origin */
    guint n_lines;
} ik_text_shape;

/* What cannot be taken apart when a text follows a line: a letter with its marks, a ligature. */
typedef struct {
    double middle_px; /* from the origin */
    double width_px;
    ik_text_extent ink; /* from the middle of its width and the height of the origin */
} ik_text_cluster;

typedef struct {
    /* Shapes `text`. `clusters` (ik_text_cluster, may be NULL) takes the clusters line by line from
     * left to right. False with INTERNAL or NOT_FOUND (no font at all) in `error`. Called from one
     * thread at a time.
     */
    bool (*shape)(gpointer data, const ik_label_text *text, ik_text_shape *shape, GArray *clusters,
                  GError **error);
    gpointer data;
} ik_text_metrics;

#endif

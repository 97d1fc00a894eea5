/* text_metrics.h — how large a text is, asked of whoever will draw it.   [scene]
 *
 * Labels are placed here, but text is measured where it is drawn: the drawing layer fills this
 * table. Lengths are CSS pixels.
 */
#ifndef IK_TEXT_METRICS_H
#define IK_TEXT_METRICS_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    const char *font;      /* family, then weight and slant as words: "Noto Sans Bold" */
    double size_px;        /* of the em */
    double letter_spacing; /* ems between letters */
    double max_width;      /* ems a line; 0: one line */
    double line_height;    /* ems from baseline to baseline */
} ik_text_style;

/* The box of a text around its origin: the middle of the line width, and half way between the
 * capitals' height of the first line and the baseline of the last. y grows south.
 */
typedef struct {
    double left, top, right, bottom;
} ik_text_extent;

typedef struct {
    /* False with INTERNAL or NOT_FOUND (no such font) in `error`. Called from one thread at a time. */
    bool (*measure)(gpointer data, const char *text, const ik_text_style *style,
                    ik_text_extent *extent, GError **error);
    gpointer data;
} ik_text_metrics;

#endif

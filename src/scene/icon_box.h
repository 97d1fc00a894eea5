/* icon_box.h — where an icon lies around its point.   [scene]
 *
 * An image has its own size or is fitted to a text: then what may hold text in it (its content)
 * covers the text, and what stretches makes up for the rest. Source: MapLibre GL JS,
 * src/symbol/shaping.ts and quads.ts.
 */
#ifndef IK_ICON_BOX_H
#define IK_ICON_BOX_H

#include "image_table.h"
#include "text_metrics.h"

typedef struct {
    guint anchor;             /* ik_anchor; does not count where the icon is fitted */
    double offset_px[2];      /* before `size` */
    double size;              /* icon-size */
    guint fit;                /* IK_FIT_… */
    double fit_padding_px[4]; /* top, right, bottom, left */
} ik_icon_form;

/* The box of an image by itself, CSS pixels from the point. */
ik_text_extent ik_icon_box(const ik_sprite_image *image, const ik_icon_form *form);

/* The box of an image that is fitted to a text, as IK_FIT_… asks. */
ik_text_extent ik_icon_box_around(const ik_sprite_image *image, const ik_icon_form *form,
                                  const ik_text_extent *text);

#endif

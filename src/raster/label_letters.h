/* label_letters.h — the letters of a label at their places.   [raster] */
#ifndef IK_LABEL_LETTERS_H
#define IK_LABEL_LETTERS_H

#include "scene.h"
#include "text_layout.h"

#include <cairo.h>

#define IK_ALL_SECTIONS G_MAXUINT

/* Whether the cluster of that number is seen: a text along a line may be longer than the line. */
bool ik_label_has_place(const ik_label *label, guint number);

/* Adds the outlines of a section, or of all, to the path. Cairo's units are CSS pixels from the label's origin. */
void ik_label_add_letters(cairo_t *cairo, const ik_label *label, const ik_text_layout *layout,
                          guint section);
/* Shows them as text in the paint that is set, so that it can be found and copied where the surface can do so. */
void ik_label_show_letters(cairo_t *cairo, const ik_label *label, const ik_text_layout *layout,
                           guint section);

#endif

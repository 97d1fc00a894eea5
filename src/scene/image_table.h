/* image_table.h — the images that a style may name.   [scene]
 *
 * Filled by whoever keeps the pixels (raster/sprite.h); a scene only hands them on. Names of the
 * sprite "default" stand alone ("marker"), others have its id in front ("id:marker"). Source:
 * MapLibre Style Specification v8, "Sprite".
 */
#ifndef IK_IMAGE_TABLE_H
#define IK_IMAGE_TABLE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define IK_MAX_STRETCHES 8u

typedef struct {
    double from, to; /* pixels of the image */
} ik_image_range;

/* How an image that is fitted to a text keeps the shape of its content along an axis. */
typedef enum {
    IK_TEXT_FIT_STRETCH_OR_SHRINK, /* not at all */
    IK_TEXT_FIT_STRETCH_ONLY,      /* it does not get smaller than the shape asks for */
    IK_TEXT_FIT_PROPORTIONAL       /* as the other axis */
} ik_text_fit;

typedef struct {
    const char *name;       /* owned by the table */
    guint32 index;          /* 0, 1, 2 … in the order of adding */
    guint width, height;    /* pixels of the image */
    double pixel_ratio;     /* pixels of the image a CSS pixel */
    const uint32_t *pixels; /* Cairo's ARGB32, rows without gaps; borrowed for the table's life */
    bool is_sdf;            /* alpha is a distance, to be coloured by icon-color */
    guint n_stretch_x, n_stretch_y; /* 0: all of it stretches */
    ik_image_range stretch_x[IK_MAX_STRETCHES], stretch_y[IK_MAX_STRETCHES];
    bool has_content;
    double content[4]; /* where text may lie: left, top, right, bottom; pixels of the image */
    ik_text_fit fit_width, fit_height;
} ik_sprite_image;

typedef struct ik_image_table ik_image_table;

ik_image_table *ik_image_table_new(void);
void ik_image_table_free(ik_image_table *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_image_table, ik_image_table_free)

/* Adds a copy of `image`, whose index is set. False when the name is taken. */
bool ik_image_table_add(ik_image_table *table, const ik_sprite_image *image);

/* "stretchOrShrink": as sprites write it. */
const char *ik_text_fit_name(ik_text_fit fit);

/* The image of that name, borrowed; NULL when there is none, also when `table` is NULL. */
const ik_sprite_image *ik_image_table_find(const ik_image_table *table, const char *name);

guint ik_image_table_count(const ik_image_table *table);
const ik_sprite_image *ik_image_table_at(const ik_image_table *table, guint index);

/* Size in CSS pixels. */
double ik_image_width_px(const ik_sprite_image *image);
double ik_image_height_px(const ik_sprite_image *image);

#endif

/* style_images.h — the sprites of a style and the images that come with the program.   [pipeline] */
#ifndef IK_STYLE_IMAGES_H
#define IK_STYLE_IMAGES_H

#include <ideenkarte/catalogue.h>

#include "sprite.h"
#include "style.h"

typedef struct ik_style_images ik_style_images;

/* Reads the sprites of the style, whose files are relative to it, the larger ones (@2x) for a pixel ratio above 1 where there are such.
 * `records` brings the icons of its workspace and may be NULL.
 * The caller's. NULL with NOT_FOUND, IO, INPUT (a broken sprite), UNSUPPORTED (an address of the network). */
ik_style_images *ik_style_images_read(const ik_style *style, double pixel_ratio,
                                      const ik_records *records, GError **error);
void ik_style_images_free(ik_style_images *images);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_style_images, ik_style_images_free)

const ik_image_table *ik_style_images_table(const ik_style_images *images);
/* All of them, borrowed. */
const ik_sprite *ik_style_images_sprite(const ik_style_images *images);

/* Adds the names of the files that are read for any pixel ratio, owned texts, where they are not in `names` already.
 * `folder`: of the style, as names begin. */
void ik_style_images_files(const ik_style *style, const char *folder, GPtrArray *names);

#endif

/* sprite.h — the images of a style with their pixels.   [raster]
 *
 * Any number of sprites (a JSON index and a PNG sheet each) and the images that come with the
 * program. Foreign bytes: nothing is allocated because a file says so, only as far as its own
 * length makes the claim believable. Immutable once filled; serves many threads.
 */
#ifndef IK_SPRITE_H
#define IK_SPRITE_H

#include "icon.h"
#include "image_table.h"

typedef struct ik_sprite ik_sprite;

/* One sprite of a style sheet. */
typedef struct {
    const char *id;        /* "default" or NULL: names stand alone */
    const char *json_name; /* for messages */
    GBytes *json;
    const char *png_name; /* for messages */
    GBytes *png;
} ik_sprite_source;

ik_sprite *ik_sprite_new(void);
void ik_sprite_free(ik_sprite *sprite);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_sprite, ik_sprite_free)

/* Adds the images of a sprite. INPUT: broken JSON or PNG, more than IK_SPRITE_MAX_PIXELS, an image
 * outside the sheet, a number that is none, a name that is taken; nothing is added then.
 */
bool ik_sprite_add(ik_sprite *sprite, const ik_sprite_source *source, GError **error);

#define IK_SPRITE_MAX_PIXELS 16777216u /* 4096 x 4096 */

/* Adds the images of an icon (icon_images.h), "theme-NAME" and so on, `pixel_ratio` pixels a CSS pixel: 1 or 2.
 * Names that are taken stay as they are. INPUT when the icon cannot be drawn, INTERNAL when Cairo fails.
 */
bool ik_sprite_add_icon(ik_sprite *sprite, const char *name, const ik_icon *icon,
                        double pixel_ratio, GError **error);

/* The same for the patterns and markers that are drawn by code (builtin_sprite.h). */
bool ik_sprite_add_shapes(ik_sprite *sprite, double pixel_ratio, GError **error);

/* The same for all that comes with the program: those shapes and every icon of styles/icons. */
bool ik_sprite_add_builtin(ik_sprite *sprite, double pixel_ratio, GError **error);

/* What a scene asks; its images and their pixels live as long as the sprite. */
const ik_image_table *ik_sprite_images(const ik_sprite *sprite);

#endif

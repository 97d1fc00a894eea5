/* theme_icons.h — which icon stands for which theme.   [pipeline]
 *
 *     [icons]
 *     Fahrrad = fahrrad.svg      a file in the folder icons/ of the workspace
 *     Nachbarschaft = meeting    an icon that comes with the program
 *
 * A theme that is not named there has the icon of its key, or of a word that means it ("Gesundheit" health), else
 * "other". The name of an icon is its word, that of a file what stands before .svg; a file goes before an icon of the
 * program that has its name.
 */
#ifndef IK_THEME_ICONS_H
#define IK_THEME_ICONS_H

#include "sprite.h"
#include "workspace_parts.h"

/* Fills `theme_icons` and `icons` of records whose tables are read, and notes a theme that no project has. INPUT with
 * file and line for an icon that is refused (icon.h), with group and theme for a name that is none; NOT_FOUND, IO. */
bool ik_theme_icons_read(const ik_workspace *workspace, ik_records *records, GError **error);

/* Names of the icons that the projects of `records` use and "other", sorted, ending with NULL. Caller frees. */
char **ik_theme_icons_used(const ik_records *records);

/* Adds the files of the workspace's icons, "icons/bike.svg", sorted, to `names` (char *, owned). */
void ik_theme_icons_add_files(const ik_records *records, GPtrArray *names);

/* The icon of that name: the workspace's, else the program's. `records` may be NULL. NULL when there is none. The caller's. */
ik_icon *ik_theme_icon(const ik_records *records, const char *name);

/* Adds all images that a style may name, those of the icons of the workspace first. Errors as ik_sprite_add_icon. */
bool ik_theme_images_add(ik_sprite *sprite, const ik_records *records, double pixel_ratio,
                         GError **error);

#endif

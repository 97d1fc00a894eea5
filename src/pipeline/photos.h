/* photos.h — the photos of projects: found in the workspace, drawn anew in two sizes.   [pipeline] */
#ifndef IK_PHOTOS_H
#define IK_PHOTOS_H

#include "build_parts.h"

/* Longer sides of what is published, pixels. */
#define IK_PHOTO_SMALL 320
#define IK_PHOTO_LARGE 960

/* Writes images/project/NAME-320.jpg and NAME-960.jpg for every project that names a picture in the workspace's folder
 * images, and fills run->photos and run->photo_files. What cannot be shown is a fault of the project: image_path (no name of a file in there,
 * a link that leads out), image_missing, image_unreadable. IO when a file cannot be written. */
bool ik_build_photos(ik_build_run *run, GError **error);

#endif

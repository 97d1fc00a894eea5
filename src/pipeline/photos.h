/* photos.h — the photos of all projects, drawn anew in two sizes.   [pipeline] */
#ifndef IK_PHOTOS_H
#define IK_PHOTOS_H

#include "build_parts.h"

/* Writes images/project/NAME-320.jpg and NAME-960.jpg for every project that names a picture, and fills run->photos and
 * run->photo_files. What cannot be shown is a fault of the project (photo_file.h). IO when a file cannot be written. */
bool ik_build_photos(ik_build_run *run, GError **error);

#endif

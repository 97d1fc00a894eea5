/* photo_file.h — the photo that a project names: found below the workspace's folder images, read, or a fault.   [pipeline]
 *
 * Faults, for their sentences: image_path (no name of a file in there), image_elsewhere (an address of the web),
 * image_missing, image_outside (a link that leads out), image_unreadable (no file, or not for us to read),
 * image_too_large, image_foreign (no JPEG, PNG, WebP), image_moving, image_damaged.
 */
#ifndef IK_PHOTO_FILE_H
#define IK_PHOTO_FILE_H

#include <ideenkarte/workspace.h>

#include "photo.h"

/* Longer side of the larger size that is published, pixels. */
#define IK_PHOTO_LARGE 960

typedef struct {
    char *name; /* below the workspace, links followed: "images/a.jpg"; NULL: no file was read */
    const char *code; /* of the fault; NULL: none */
    char *
        expected; /* what the fault's sentence says was expected, or why it cannot be read; may be NULL */
} ik_photo_file;

/* The folder images of a workspace, absolute, links followed; NULL: there is none. Caller frees. */
char *ik_photo_root(const char *workspace);

/* Reads the photo that a clerk wrote as `written`, below `root` (NULL: there is none), large enough for IK_PHOTO_LARGE.
 * NULL with the fault in `file`, which is filled in any case and cleared by the caller. */
ik_photo *ik_photo_file_read(const char *root, const char *written, ik_photo_file *file);
void ik_photo_file_clear(ik_photo_file *file);

#endif

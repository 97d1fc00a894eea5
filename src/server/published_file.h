/* published_file.h — opening a file below a folder, and none outside it.   [server]
 *
 * The folder is opened anew for every request, so that one that was replaced meanwhile is seen. From there every
 * segment is opened by itself and no symbolic link is followed: whatever lies in the folder or is put there while a
 * path is walked, nothing outside can be reached.
 */
#ifndef IK_PUBLISHED_FILE_H
#define IK_PUBLISHED_FILE_H

#include <glib.h>
#include <stdbool.h>
#include <sys/stat.h>

typedef enum {
    IK_PUBLISHED_FILE,
    IK_PUBLISHED_FOLDER,
    IK_PUBLISHED_NONE, /* not there, a link, a device, or not for this user to read */
    IK_PUBLISHED_BUSY  /* the system has no descriptor or memory left */
} ik_published_kind;

typedef struct {
    int descriptor; /* the caller's to close; -1 unless IK_PUBLISHED_FILE */
    struct stat status;
} ik_published_file;

/* Opens `path`, segments joined by '/' as ik_request_path has them, below `root`. */
ik_published_kind ik_published_open(const char *root, const char *path, ik_published_file *file);

#endif

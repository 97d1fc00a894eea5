/* published_file.c — opening a file below a folder, and none outside it.   [server] */
#include "published_file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Without O_NONBLOCK a named pipe would hold the thread until somebody writes into it. */
#define FLAGS (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)

static ik_published_kind failure(void)
{
    bool is_short = errno == EMFILE || errno == ENFILE || errno == ENOMEM;
    return is_short ? IK_PUBLISHED_BUSY : IK_PUBLISHED_NONE;
}

/* Opens the segments one by one; takes `folder` over. -1 with errno. */
static int walk(int folder, char **segments)
{
    for (; folder >= 0 && *segments != NULL; segments++) {
        int next = openat(folder, *segments, FLAGS | (segments[1] != NULL ? O_DIRECTORY : 0));
        int cause = errno;
        close(folder);
        errno = cause;
        folder = next;
    }
    return folder;
}

ik_published_kind ik_published_open(const char *root, const char *path, ik_published_file *file)
{
    g_auto(GStrv) segments = g_strsplit(path, "/", -1);
    *file = (ik_published_file){.descriptor = -1};
    int descriptor = walk(open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC), segments);
    if (descriptor < 0)
        return failure();
    bool is_known = fstat(descriptor, &file->status) == 0;
    if (is_known && S_ISREG(file->status.st_mode)) {
        file->descriptor = descriptor;
        return IK_PUBLISHED_FILE;
    }
    close(descriptor);
    return is_known && S_ISDIR(file->status.st_mode) ? IK_PUBLISHED_FOLDER : IK_PUBLISHED_NONE;
}

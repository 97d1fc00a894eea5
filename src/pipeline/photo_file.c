/* photo_file.c — the photo that a project names: found, read, or a fault.   [pipeline] */
#include "photo_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define IMAGES        "images"
#define EXPECTED_NAME "foto.jpg"

static char *real_path(const char *path)
{
    char *real = realpath(path, NULL);
    if (!real)
        return NULL;
    char *copy = g_strdup(real);
    free(real);
    return copy;
}

char *ik_photo_root(const char *workspace)
{
    g_autofree char *folder = g_build_filename(workspace, IMAGES, NULL);
    return real_path(folder);
}

void ik_photo_file_clear(ik_photo_file *file)
{
    g_free(file->name);
    g_free(file->expected);
    *file = (ik_photo_file){0};
}

/* --- finding ---------------------------------------------------------------------------------- */

/* Whether what a clerk wrote may be the path of a file below images/. */
static bool is_file_name(const char *name)
{
    if (*name == '\0' || *name == '/' || strpbrk(name, ":\\") != NULL)
        return false;
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    for (char **part = parts; *part; part++)
        if (**part == '\0' || **part == '.')
            return false;
    return true;
}

/* Absolute, links followed, below `root`; NULL with the code of a fault. Caller frees. */
static char *find(const char *root, const char *written, const char **code)
{
    const char *name =
        g_str_has_prefix(written, IMAGES "/") ? written + strlen(IMAGES "/") : written;
    *code = strstr(written, "://") ? "image_elsewhere" : "image_path";
    if (!is_file_name(name))
        return NULL;
    g_autofree char *path = root ? g_build_filename(root, name, NULL) : NULL;
    g_autofree char *real = path ? real_path(path) : NULL;
    if (!real) {
        *code = root && errno == EACCES ? "image_unreadable" : "image_missing";
        return NULL;
    }
    *code = "image_outside";
    g_autofree char *below = g_strconcat(root, "/", NULL);
    return g_str_has_prefix(real, below) ? g_steal_pointer(&real) : NULL;
}

/* --- reading ---------------------------------------------------------------------------------- */

static const char *code_of(const GError *error)
{
    switch ((ik_photo_error)error->code) {
    case IK_PHOTO_ERROR_DAMAGED: return "image_damaged";
    case IK_PHOTO_ERROR_FOREIGN: return "image_foreign";
    case IK_PHOTO_ERROR_MOVING: return "image_moving";
    case IK_PHOTO_ERROR_TOO_LARGE: return "image_too_large";
    }
    g_assert_not_reached();
}

/* The bytes of a regular file; NULL: it cannot be read, or is larger than a picture may be and is not. Caller frees. */
static char *read_bytes(const char *path, gsize *size, const char **code)
{
    struct stat status;
    char *bytes = NULL;
    *code = "image_unreadable";
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return NULL;
    if (status.st_size > (off_t)IK_PHOTO_MAX_BYTES)
        *code = "image_too_large";
    else if (g_file_get_contents(path, &bytes, size, NULL))
        *code = NULL;
    return bytes;
}

ik_photo *ik_photo_file_read(const char *root, const char *written, ik_photo_file *file)
{
    *file = (ik_photo_file){0};
    gsize size = 0;
    g_autofree char *path = find(root, written, &file->code);
    if (!path) {
        file->expected = g_strdup(EXPECTED_NAME);
        return NULL;
    }
    g_autofree char *bytes = read_bytes(path, &size, &file->code);
    if (!bytes)
        return NULL;
    file->name = g_strconcat(IMAGES, path + strlen(root), NULL);
    g_autoptr(GError) cause = NULL;
    ik_photo *photo = ik_photo_read(bytes, size, IK_PHOTO_LARGE, &cause);
    if (!photo) {
        file->code = code_of(cause);
        file->expected = g_strdup(cause->message);
    }
    return photo;
}

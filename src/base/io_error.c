/* io_error.c — errors of the operating system as GError.   [base] */
#include "io_error.h"

#include <errno.h>
#include <ideenkarte/error.h>

bool ik_io_error_set(GError **error, int number, const char *path, const char *what)
{
    g_set_error(error, IK_ERROR, number == ENOENT ? IK_ERROR_NOT_FOUND : IK_ERROR_IO,
                "%s: cannot %s: %s", path, what, g_strerror(number));
    return false;
}

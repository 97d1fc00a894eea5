/* io_error.h — errors of the operating system as GError.   [base] */
#ifndef IK_IO_ERROR_H
#define IK_IO_ERROR_H

#include <glib.h>
#include <stdbool.h>

/* Sets IK_ERROR_IO, or IK_ERROR_NOT_FOUND where `number` (an errno) says that something does not
 * exist: `PATH: cannot WHAT: reason`. Always returns false, so that it can be returned. */
bool ik_io_error_set(GError **error, int number, const char *path, const char *what);

#endif

/* error.h — the one error domain of the library.   [base]
 *
 * Every function that can fail takes a `GError **` last. Codes are few: a caller acts on them;
 * the message tells a person what, where and what was expected.
 */
#ifndef IDEENKARTE_ERROR_H
#define IDEENKARTE_ERROR_H

#include <glib.h>

G_BEGIN_DECLS

#define IK_ERROR (ik_error_quark())

typedef enum {
    IK_ERROR_INPUT,       /* what was given is wrong: a file's content, an option's value */
    IK_ERROR_NOT_FOUND,   /* a file, column, style or record that was asked for is not there */
    IK_ERROR_IO,          /* reading or writing failed: full disk, permission, broken device */
    IK_ERROR_BUSY,        /* another process is writing the same output */
    IK_ERROR_UNSUPPORTED, /* valid, but not something this version can do */
    IK_ERROR_CANCELLED,   /* the caller asked to stop */
    IK_ERROR_INTERNAL     /* a foreign library failed in a way no input explains */
} ik_error_code;

/* The quark of the domain. Thread-safe. */
GQuark ik_error_quark(void);

G_END_DECLS

#endif

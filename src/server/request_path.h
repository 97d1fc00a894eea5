/* request_path.h — which file below the folder the target of a request names.   [server]
 *
 * The target is taken apart before it is decoded: a %2F never becomes a separator, and no "..", however written,
 * reaches the file system.
 */
#ifndef IK_REQUEST_PATH_H
#define IK_REQUEST_PATH_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    IK_PATH_GOOD,
    IK_PATH_BAD, /* 400: a broken escape, control characters, backslash, %2F, "." or "..", no UTF-8, no path at all */
    IK_PATH_NOWHERE /* 404 without looking: an empty segment, a name that begins with a dot */
} ik_path_kind;

typedef struct {
    char *path;     /* owned: segments joined by '/', "" for the folder itself */
    bool is_folder; /* the target ends with '/' */
} ik_request_path;

/* Reads the target of a request line, "/en/?a=b" or "http://host/en/?a=b"; what follows '?' or '#' is left out.
 * `path` is set for IK_PATH_GOOD only, and is the caller's to clear. */
ik_path_kind ik_request_path_read(const char *target, ik_request_path *path);
void ik_request_path_clear(ik_request_path *path);

/* The address of the folder at `path`: encoded, with '/' at both ends, and with the query of `target`. The caller's. */
char *ik_folder_address(const ik_request_path *path, const char *target);

#endif

/* media_type.h — what a file is, by the ending of its name.   [server] */
#ifndef IK_MEDIA_TYPE_H
#define IK_MEDIA_TYPE_H

#include <stdbool.h>

typedef struct {
    const char *ending; /* without the dot, small letters */
    const char *type;   /* value of Content-Type */
    bool compresses;    /* worth gzip */
} ik_media_type;

/* The type of a file of that name, letter case aside; application/octet-stream for an ending that is not known.
 * Static. */
const ik_media_type *ik_media_type_of(const char *name);

#endif

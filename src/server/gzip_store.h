/* gzip_store.h — files that were compressed once, kept for the next who asks.   [server]
 *
 * Kept under the tag of the file (validator.h), so that a file that changed is compressed anew. When the store is full
 * it starts again empty. Threads: any number; two that ask for the same file at once may both compress it.
 */
#ifndef IK_GZIP_STORE_H
#define IK_GZIP_STORE_H

#include <glib.h>

typedef struct ik_gzip_store ik_gzip_store;

#define IK_GZIP_LEAST ((gsize)256)      /* bytes: smaller files are sent as they are */
#define IK_GZIP_MOST  ((gsize)16 << 20) /* bytes: greater ones too */

/* `most` bytes are kept at a time. */
ik_gzip_store *ik_gzip_store_new(gsize most);
void ik_gzip_store_free(ik_gzip_store *store);

/* The compressed content of an open file of that tag and size; the caller's. NULL when compressing does not pay, the
 * size is out of bounds, or the file cannot be read to that size: it is sent as it is then. */
GBytes *ik_gzip_store_get(ik_gzip_store *store, int descriptor, gsize size, const char *tag);

#endif

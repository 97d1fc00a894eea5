/* digest.h — checksums of bytes and files.   [base] */
#ifndef IK_DIGEST_H
#define IK_DIGEST_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    guint64 low, high;
} ik_hash128;

/* XXH3, 128 bit: for finding equal contents, not for security. */
ik_hash128 ik_hash128_of(const void *bytes, gsize size);
bool ik_hash128_equal(ik_hash128 a, ik_hash128 b);

/* SHA-256 of a file in hex (caller frees) and its size; NULL on IO errors. */
char *ik_sha256_file(const char *path, guint64 *size, GError **error);

#endif

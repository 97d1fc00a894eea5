/* digest.c — checksums of bytes and files.   [base] */
#include "digest.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include "io_error.h"

ik_hash128 ik_hash128_of(const void *bytes, gsize size)
{
    XXH128_hash_t hash = XXH3_128bits(bytes, size);
    return (ik_hash128){.low = hash.low64, .high = hash.high64};
}

bool ik_hash128_equal(ik_hash128 a, ik_hash128 b)
{
    return a.low == b.low && a.high == b.high;
}

/* Negative errno on failure. */
static int add_file(GChecksum *checksum, int file, guint64 *size)
{
    guint8 buffer[1 << 16];
    *size = 0;
    for (;;) {
        ssize_t got = read(file, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got < 0 ? -errno : 0;
        g_checksum_update(checksum, buffer, got);
        *size += (guint64)got;
    }
}

char *ik_sha256_file(const char *path, guint64 *size, GError **error)
{
    guint64 counted;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        ik_io_error_set(error, errno, path, "read");
        return NULL;
    }
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    int failure = add_file(checksum, file, &counted);
    close(file);
    if (failure != 0) {
        ik_io_error_set(error, -failure, path, "read");
        return NULL;
    }
    if (size != NULL)
        *size = counted;
    return g_strdup(g_checksum_get_string(checksum));
}

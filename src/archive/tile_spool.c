/* tile_spool.c — a file without a name, written once, read in any order.   [archive] */
#include "tile_spool.h"

#include <errno.h>
#include <fcntl.h>
#include <ideenkarte/error.h>
#include <string.h>
#include <unistd.h>

#include "io_error.h"
#include "tile_index.h"

enum { BUFFER_BYTES = 256 * 1024 };

bool ik_tile_spool_init(ik_tile_spool *spool, const char *path, GError **error)
{
    *spool = (ik_tile_spool){.file = -1, .path = g_strdup(path)};
    spool->file = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (spool->file < 0)
        return ik_io_error_set(error, errno, path, "create");
    if (unlink(path) != 0)
        return ik_io_error_set(error, errno, path, "unlink");
    spool->buffer = g_malloc(BUFFER_BYTES);
    return true;
}

void ik_tile_spool_clear(ik_tile_spool *spool)
{
    if (spool->path != NULL && spool->file >= 0)
        close(spool->file);
    g_free(spool->path);
    g_free(spool->buffer);
    *spool = (ik_tile_spool){.file = -1};
}

static bool write_at(const ik_tile_spool *spool, const guint8 *bytes, gsize size, guint64 offset,
                     GError **error)
{
    while (size > 0) {
        ssize_t written = pwrite(spool->file, bytes, size, (off_t)offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return ik_io_error_set(error, written < 0 ? errno : EIO, spool->path, "write");
        bytes += written;
        size -= (gsize)written;
        offset += (guint64)written;
    }
    return true;
}

static bool read_at(const ik_tile_spool *spool, guint8 *into, gsize size, guint64 offset,
                    gsize *filled, GError **error)
{
    *filled = 0;
    while (*filled < size) {
        ssize_t got = pread(spool->file, into + *filled, size - *filled, (off_t)(offset + *filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return ik_io_error_set(error, errno, spool->path, "read");
        if (got == 0)
            break;
        *filled += (gsize)got;
    }
    return true;
}

static bool flush(ik_tile_spool *spool, GError **error)
{
    if (!write_at(spool, spool->buffer, spool->filled, spool->start, error))
        return false;
    spool->start += spool->filled;
    spool->filled = 0;
    return true;
}

bool ik_tile_spool_append(ik_tile_spool *spool, const void *bytes, gsize size, guint64 *offset,
                          GError **error)
{
    g_assert(!spool->is_reading);
    *offset = spool->start + spool->filled;
    if (*offset + size >= IK_SPOOL_MAX_BYTES) {
        g_set_error(error, IK_ERROR, IK_ERROR_IO, "%s: more than 256 GiB of different tiles",
                    spool->path);
        return false;
    }
    if (spool->filled + size > BUFFER_BYTES && !flush(spool, error))
        return false;
    if (size > BUFFER_BYTES) {
        if (!write_at(spool, bytes, size, spool->start, error))
            return false;
        spool->start += size;
        return true;
    }
    memcpy(spool->buffer + spool->filled, bytes, size);
    spool->filled += size;
    return true;
}

bool ik_tile_spool_compare(ik_tile_spool *spool, guint64 offset, const void *bytes, gsize size,
                           bool *same, GError **error)
{
    if (offset >= spool->start) {
        *same = memcmp(spool->buffer + (offset - spool->start), bytes, size) == 0;
        return true;
    }
    guint8 block[4096];
    *same = true;
    for (gsize at = 0, filled; *same && at < size; at += filled) {
        gsize wanted = MIN(sizeof block, size - at);
        if (!read_at(spool, block, wanted, offset + at, &filled, error))
            return false;
        *same = filled == wanted && memcmp(block, (const guint8 *)bytes + at, wanted) == 0;
    }
    return true;
}

bool ik_tile_spool_seal(ik_tile_spool *spool, GError **error)
{
    bool flushed = flush(spool, error);
    spool->is_reading = true;
    return flushed;
}

const void *ik_tile_spool_read(ik_tile_spool *spool, guint64 offset, gsize size, GError **error)
{
    g_assert(spool->is_reading);
    guint64 end = spool->start + spool->filled;
    if (offset >= spool->start && offset + size <= end)
        return spool->buffer + (offset - spool->start);
    /* Ahead only where it pays: from there on, not anywhere in the file. */
    bool follows = offset >= spool->start && offset <= end;
    gsize wanted = follows ? MAX(size, BUFFER_BYTES) : size;
    if (wanted > BUFFER_BYTES)
        spool->buffer = g_realloc(spool->buffer, wanted);
    if (!read_at(spool, spool->buffer, wanted, offset, &spool->filled, error))
        return NULL;
    spool->start = offset;
    if (spool->filled >= size)
        return spool->buffer;
    g_set_error(error, IK_ERROR, IK_ERROR_IO, "%s: is shorter than what was written", spool->path);
    return NULL;
}

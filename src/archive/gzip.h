/* gzip.h — compressed tiles and directories (RFC 1952).   [archive]
 *
 * The bytes depend on the content alone: no clock, no name. A codec serves one thread; make one a worker and keep it.
 */
#ifndef IK_GZIP_H
#define IK_GZIP_H

#include <glib.h>
#include <stdbool.h>

typedef struct ik_gzip_codec ik_gzip_codec;

/* level 1 (fast) .. 12 (small); 9 suits tiles. */
ik_gzip_codec *ik_gzip_codec_new(int level);
void ik_gzip_codec_free(ik_gzip_codec *codec);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_gzip_codec, ik_gzip_codec_free)

/* The compressed bytes; the caller's. */
GBytes *ik_gzip_compress(ik_gzip_codec *codec, const void *bytes, gsize size);

/* What a gzip file of one member holds; the caller's. INPUT: damaged, bytes behind its end, or more than `limit` bytes
 * (at least 1). Never allocates more than `limit`, nor more than 1032 times `size`, the most that deflate can hold. */
GBytes *ik_gzip_expand(ik_gzip_codec *codec, const void *bytes, gsize size, gsize limit,
                       GError **error);

#endif

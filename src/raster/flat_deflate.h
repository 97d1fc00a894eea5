/* flat_deflate.h — zlib streams for pictures of flat colours, fast.   [raster]
 *
 * In rows of a map nearly everything repeats the sample before or the row above: these two are looked for
 * first, then the last place that began with the same four bytes. One block with its own Huffman codes. A
 * sixth of the time of a general compressor for a few per cent more bytes; for pictures up to
 * IK_FLAT_DEFLATE_MAX bytes, larger ones are left to libdeflate. Source: RFC 1950, RFC 1951.
 */
#ifndef IK_FLAT_DEFLATE_H
#define IK_FLAT_DEFLATE_H

#include <glib.h>

#define IK_FLAT_DEFLATE_MAX (1u << 20)

/* Buffers for one thread. */
typedef struct ik_flat_deflater ik_flat_deflater;

ik_flat_deflater *ik_flat_deflater_new(void);
void ik_flat_deflater_free(ik_flat_deflater *deflater);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_flat_deflater, ik_flat_deflater_free)

/* Appends the zlib stream of `n` bytes, 1..IK_FLAT_DEFLATE_MAX, to `out`.
 *
 *   row     bytes from row to row, filter byte included; above 32768 rows are not compared
 *   sample  bytes a sample: 1 with a palette, 3 or 4
 */
void ik_flat_deflate(ik_flat_deflater *deflater, const guint8 *bytes, gsize n, gsize row,
                     gsize sample, GByteArray *out);

#endif

/* exif.c — the one thing of EXIF that is used: which side is up.   [photo]
 *
 *   offset  size  meaning (TIFF 6.0, section 2)
 *   0       2     "II": little endian, "MM": big endian
 *   2       2     42
 *   4       4     where the first directory begins
 *   there   2     number of entries, then 12 bytes each: tag, type, count, value
 *
 * Tag 0x0112 of type 3 (SHORT) is the orientation; 1 is upright. Everything else, positions among it, is not read.
 */
#include <string.h>

#include "photo_parts.h"

#define TAG_ORIENTATION 0x0112
#define TYPE_SHORT      3
#define ENTRY_BYTES     12

typedef struct {
    const guint8 *bytes;
    gsize size;
    bool is_big;
} tiff;

/* 0 beyond the end. */
static guint read16(const tiff *of, gsize at)
{
    if (at > of->size || of->size - at < 2)
        return 0;
    const guint8 *b = of->bytes + at;
    return of->is_big ? (guint)(b[0] << 8 | b[1]) : (guint)(b[1] << 8 | b[0]);
}

static gsize read32(const tiff *of, gsize at)
{
    const guint first = read16(of, at), second = read16(of, at + 2);
    return of->is_big ? ((gsize)first << 16) + second : ((gsize)second << 16) + first;
}

static guint find_orientation(const tiff *of)
{
    const gsize directory = read32(of, 4);
    const guint entries = read16(of, directory);
    for (guint i = 0; i < entries; i++) {
        const gsize entry = directory + 2 + (gsize)i * ENTRY_BYTES;
        if (entry >= of->size)
            break;
        if (read16(of, entry) != TAG_ORIENTATION || read16(of, entry + 2) != TYPE_SHORT)
            continue;
        const guint orientation = read16(of, entry + 8);
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }
    return 1;
}

guint ik_exif_orientation(const guint8 *bytes, gsize size)
{
    if (size >= 6 && memcmp(bytes, "Exif\0\0", 6) == 0) {
        bytes += 6;
        size -= 6;
    }
    if (size < 8)
        return 1;
    const tiff of = {bytes, size, bytes[0] == 'M'};
    const char *mark = of.is_big ? "MM" : "II";
    return memcmp(bytes, mark, 2) == 0 && read16(&of, 2) == 42 ? find_orientation(&of) : 1;
}

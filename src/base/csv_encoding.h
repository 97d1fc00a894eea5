/* csv_encoding.h — telling UTF-8 from Windows-1252 and making UTF-8 of both.   [base]
 *
 * Windows-1252: the table of the WHATWG Encoding Standard, but the five bytes that Microsoft leaves
 * undefined (81 8D 8F 90 9D) count as broken instead of becoming control characters.
 */
#ifndef IK_CSV_ENCODING_H
#define IK_CSV_ENCODING_H

#include <glib.h>
#include <stdbool.h>

typedef enum { IK_ENCODING_UTF8, IK_ENCODING_WINDOWS_1252, IK_ENCODING_UTF16 } ik_encoding;

typedef struct {
    bool nul;    /* NUL bytes were replaced by U+FFFD */
    bool broken; /* bytes that are no text in the encoding were replaced by U+FFFD */
} ik_encoding_flaws;

/* Decides on the encoding of a whole file. `bom_size` receives the bytes of a byte order mark.
 *
 * UTF-8 with a BOM or when every byte is valid UTF-8; Windows-1252 when there is no valid sequence of
 * several bytes, or fewer of them than invalid bytes; otherwise UTF-8 with flaws. UTF-16 by its
 * BOM, or when nearly every second byte is NUL. Linear.
 */
ik_encoding ik_encoding_detect(const guint8 *bytes, gsize size, gsize *bom_size);

/* "utf-8" or "windows-1252" and the common other names of both, in any case; false: none of these. */
bool ik_encoding_from_name(const char *name, ik_encoding *encoding);
const char *ik_encoding_name(ik_encoding encoding);

/* Appends `size` bytes as valid UTF-8 without NUL. UTF-16 is a caller's bug. */
ik_encoding_flaws ik_encoding_append(GString *out, ik_encoding encoding, const guint8 *bytes,
                                     gsize size);

/* The largest length <= `limit` (< the size of `bytes`) that cuts no character in two. */
gsize ik_encoding_cut(ik_encoding encoding, const guint8 *bytes, gsize limit);

#endif

/* png_check.h — whether bytes are a whole PNG.   [archive] */
#ifndef IK_PNG_CHECK_H
#define IK_PNG_CHECK_H

#include <glib.h>
#include <stdbool.h>

/* Signature, IHDR first, every chunk's length and CRC, at least one IDAT, IEND last and nothing behind it (PNG, second
 * edition, chapter 5). Pixels are not decoded. INPUT with the offset in the tile. */
bool ik_png_check(const void *bytes, gsize size, GError **error);

#endif

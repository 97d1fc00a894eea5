/* huffman_code.h — the shortest codes for symbols of known counts.   [raster]
 *
 * Lengths as Huffman gives them, cut at a most, codes in canonical order. Source: RFC 1951, 3.2.2; lengths above
 * the most are cut and made up for by lengthening shorter ones until the codes fit (Kraft's inequality).
 */
#ifndef IK_HUFFMAN_CODE_H
#define IK_HUFFMAN_CODE_H

#include <glib.h>
#include <stdbool.h>

#define IK_HUFFMAN_MAX_SYMBOLS 288u

typedef struct {
    guint8 lengths[IK_HUFFMAN_MAX_SYMBOLS]; /* bits; 0: the symbol does not occur */
    guint16 codes[IK_HUFFMAN_MAX_SYMBOLS];  /* first bit lowest, as deflate writes them */
} ik_huffman_code;

/* Makes the code of `n` symbols with the given counts, at most `most` bits long. A single symbol gets one bit. */
void ik_huffman_code_make(ik_huffman_code *code, const guint32 *counts, guint n, guint most);

#endif

/* foreign_format.c — files that are not what their name says.   [base]
 *
 * Signatures: PKWARE APPNOTE 4.3.7 (zip), MS-CFB 2.2, ISO 32000-1 7.5.2 (PDF), RFC 1952 (gzip), SQLite file format 1.3.
 */
#include "foreign_format.h"

#include <string.h>

static const struct {
    const char *bytes;
    gsize size;
    const char *name;
} signatures[] = {
    {"PK\x03\x04", 4, "an Excel workbook (.xlsx) or another zip archive"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "an old Excel workbook (.xls)"},
    {"%PDF-", 5, "a PDF document"},
    {"\x1F\x8B", 2, "a gzip archive"},
    {"SQLite format 3", 15, "an SQLite database"},
    {"{\\rtf", 5, "an RTF document"},
};

const char *ik_foreign_format(const guint8 *bytes, gsize size)
{
    for (gsize i = 0; i < G_N_ELEMENTS(signatures); i++)
        if (size >= signatures[i].size &&
            memcmp(bytes, signatures[i].bytes, signatures[i].size) == 0)
            return signatures[i].name;
    return NULL;
}

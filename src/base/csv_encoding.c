/* csv_encoding.c — telling UTF-8 from Windows-1252 and making UTF-8 of both.   [base] */
#include "csv_encoding.h"

#include <string.h>

static const char REPLACEMENT[] = "\xEF\xBF\xBD"; /* U+FFFD */

/* Windows-1252, 80 to 9F; 0: undefined. */
static const guint16 WINDOWS_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/* Text in Latin letters as UTF-16 has a NUL in nearly every even place or nearly every odd one. */
static bool looks_like_utf16(const guint8 *bytes, gsize size)
{
    gsize pairs = MIN(size, 1024) / 2, nuls[2] = {0, 0};
    for (gsize i = 0; i < pairs * 2; i++)
        nuls[i % 2] += bytes[i] == 0;
    return pairs >= 4 && MAX(nuls[0], nuls[1]) * 10 >= pairs * 8 &&
           MIN(nuls[0], nuls[1]) * 10 <= pairs;
}

static gsize sequence_length(const guint8 *bytes, gsize size)
{
    gunichar c = g_utf8_get_char_validated((const char *)bytes, (gssize)MIN(size, 8));
    if (c == (gunichar)-1 || c == (gunichar)-2)
        return 0;
    return (gsize)g_unichar_to_utf8(c, NULL);
}

ik_encoding ik_encoding_detect(const guint8 *bytes, gsize size, gsize *bom_size)
{
    *bom_size = 0;
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        *bom_size = 3;
        return IK_ENCODING_UTF8;
    }
    if (size >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)) {
        *bom_size = 2;
        return IK_ENCODING_UTF16;
    }
    if (looks_like_utf16(bytes, size))
        return IK_ENCODING_UTF16;

    gsize sequences = 0, invalid = 0;
    for (gsize i = 0; i < size;) {
        gsize length = bytes[i] < 0x80 ? 1 : sequence_length(bytes + i, size - i);
        sequences += length > 1;
        invalid += length == 0;
        i += MAX(length, 1);
    }
    return invalid > sequences ? IK_ENCODING_WINDOWS_1252 : IK_ENCODING_UTF8;
}

bool ik_encoding_from_name(const char *name, ik_encoding *encoding)
{
    static const struct {
        const char *name;
        ik_encoding encoding;
    } names[] = {{"utf-8", IK_ENCODING_UTF8},
                 {"utf8", IK_ENCODING_UTF8},
                 {"windows-1252", IK_ENCODING_WINDOWS_1252},
                 {"cp1252", IK_ENCODING_WINDOWS_1252},
                 {"iso-8859-1", IK_ENCODING_WINDOWS_1252},
                 {"latin1", IK_ENCODING_WINDOWS_1252}};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (g_ascii_strcasecmp(name, names[i].name) == 0) {
            *encoding = names[i].encoding;
            return true;
        }
    }
    return false;
}

const char *ik_encoding_name(ik_encoding encoding)
{
    static const char *const names[] = {[IK_ENCODING_UTF8] = "utf-8",
                                        [IK_ENCODING_WINDOWS_1252] = "windows-1252",
                                        [IK_ENCODING_UTF16] = "utf-16"};
    return names[encoding];
}

static ik_encoding_flaws append_utf8(GString *out, const guint8 *bytes, gsize size)
{
    ik_encoding_flaws flaws = {false, false};
    const char *text = (const char *)bytes, *end = text + size, *valid_end;
    while (!g_utf8_validate_len(text, (gsize)(end - text), &valid_end)) {
        g_string_append_len(out, text, valid_end - text);
        g_string_append(out, REPLACEMENT);
        flaws.nul |= *valid_end == '\0';
        flaws.broken |= *valid_end != '\0';
        text = valid_end + 1;
    }
    g_string_append_len(out, text, end - text);
    return flaws;
}

static ik_encoding_flaws append_windows_1252(GString *out, const guint8 *bytes, gsize size)
{
    ik_encoding_flaws flaws = {false, false};
    for (gsize i = 0; i < size; i++) {
        gunichar c = bytes[i];
        if (c >= 0x80 && c < 0xA0)
            c = WINDOWS_1252[c - 0x80];
        flaws.nul |= bytes[i] == 0;
        flaws.broken |= bytes[i] != 0 && c == 0;
        g_string_append_unichar(out, c == 0 ? 0xFFFD : c);
    }
    return flaws;
}

ik_encoding_flaws ik_encoding_append(GString *out, ik_encoding encoding, const guint8 *bytes,
                                     gsize size)
{
    g_assert(encoding != IK_ENCODING_UTF16);
    if (encoding == IK_ENCODING_UTF8)
        return append_utf8(out, bytes, size);
    return append_windows_1252(out, bytes, size);
}

gsize ik_encoding_cut(ik_encoding encoding, const guint8 *bytes, gsize limit)
{
    if (encoding != IK_ENCODING_UTF8)
        return limit;
    gsize cut = limit;
    while (cut > 0 && limit - cut < 4 && (bytes[cut] & 0xC0) == 0x80)
        cut--;
    return (bytes[cut] & 0xC0) == 0x80 ? limit : cut;
}

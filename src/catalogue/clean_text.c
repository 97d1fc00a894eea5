/* clean_text.c — text as people type it, made fit to publish.   [catalogue] */
#include "clean_text.h"

#include <string.h>

/* Direction controls (UAX 9), invisible formatting and what is no character at all. U+200C and U+200D stay:
 * Persian and many emoji are spelt with them. */
static bool is_unwanted(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_PRIVATE_USE: return true;
    case G_UNICODE_FORMAT: return c != 0x200C && c != 0x200D;
    default: return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}

/* Control characters that separate words like a blank does. */
static bool is_blank(gunichar c)
{
    return g_unichar_isspace(c) || c == 0x0B || c == 0x85 || (c >= 0x1C && c <= 0x1F);
}

static bool is_between(guchar byte, guchar first, guchar last)
{
    return byte >= first && byte <= last;
}

/* Bytes of a character that needs no longer look: printable ASCII, Latin letters below U+0180, Arabic letters, dashes,
 * quotation marks. All of them are in NFC whatever of them follows. 0 for others. */
static gsize plain_bytes(const guchar *at)
{
    if (is_between(*at, ' ', 0x7E))
        return 1;
    if (is_between(*at, 0xC3, 0xC5)) /* U+00C0 to U+017F */
        return is_between(at[1], 0x80, 0xBF) ? 2 : 0;
    if (*at == 0xD8) /* U+0621 to U+063A */
        return is_between(at[1], 0xA1, 0xBA) ? 2 : 0;
    if (*at == 0xD9) /* U+0641 to U+064A */
        return is_between(at[1], 0x81, 0x8A) ? 2 : 0;
    if (*at == 0xE2 && at[1] == 0x80) /* U+2010 to U+2027 */
        return is_between(at[2], 0x90, 0xA7) ? 3 : 0;
    return 0;
}

/* Most of what is read is clean already: plain characters, single blanks between. 0 where a longer look is needed; an
 * accent that follows would be one. */
static gsize clean_length(const char *text)
{
    const guchar *at = (const guchar *)text;
    bool after_blank = true;
    while (*at != '\0') {
        const bool is_blank = *at == ' ';
        const gsize bytes = plain_bytes(at);
        if (bytes == 0 || (is_blank && after_blank))
            return 0;
        after_blank = is_blank;
        at += bytes;
    }
    return after_blank ? 0 : (gsize)(at - (const guchar *)text);
}

bool ik_text_is_clean(const char *text)
{
    return *text == '\0' || clean_length(text) > 0;
}

char *ik_text_clean(const char *text)
{
    if (*text == '\0')
        return g_strdup("");
    const gsize length = clean_length(text);
    if (length > 0)
        return g_memdup2(text, length + 1);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autoptr(GString) out = g_string_sized_new(strlen(valid));
    bool pending = false;
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if (is_blank(c)) {
            pending = out->len > 0;
        } else if (!is_unwanted(c)) {
            if (pending)
                g_string_append_c(out, ' ');
            pending = false;
            g_string_append_unichar(out, c);
        }
    }
    /* Last, for what was taken out may have stood between a letter and its accent. */
    return g_utf8_normalize(out->str, -1, G_NORMALIZE_NFC);
}

/* Length in bytes of the line end at `at`; 0 where there is none. */
static gsize line_end_length(const char *at)
{
    static const char *const ends[] = {"\r\n", "\n", "\r", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_prefix(at, ends[i]))
            return strlen(ends[i]);
    return 0;
}

/* An empty line waits until one with text follows. */
static void append_line(GString *out, const char *line, gsize length, bool *is_apart)
{
    g_autofree char *copy = g_strndup(line, length);
    g_autofree char *clean = ik_text_clean(copy);
    if (*clean == '\0') {
        *is_apart = out->len > 0;
        return;
    }
    g_string_append(out, out->len == 0 ? "" : *is_apart ? "\n\n" : "\n");
    g_string_append(out, clean);
    *is_apart = false;
}

char *ik_text_clean_lines(const char *text)
{
    GString *out = g_string_sized_new(strlen(text));
    bool is_apart = false;
    const char *line = text;
    for (const char *at = text;; at++) {
        const gsize end = line_end_length(at);
        if (end == 0 && *at != '\0')
            continue;
        append_line(out, line, (gsize)(at - line), &is_apart);
        if (end == 0)
            break;
        line = at + end;
        at = line - 1;
    }
    return g_string_free(out, FALSE);
}

/* "ae", "oe", "ue" are how umlauts are typed where the keyboard has none: the e goes. */
static void append_folded(GString *out, gunichar c)
{
    const char last = out->len > 0 ? out->str[out->len - 1] : '\0';
    if (c == 'e' && (last == 'a' || last == 'o' || last == 'u'))
        return;
    g_string_append_unichar(out, c);
}

bool ik_text_has_word(const char *text)
{
    for (const char *at = text; *at != '\0'; at++)
        if (g_ascii_isalnum(*at))
            return true;
    g_autofree char *folded = ik_text_fold(text);
    return *folded != '\0';
}

char *ik_text_fold(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    /* Twice, for letters in other styles ("ℌ") become capitals, and small letters fall apart again. */
    g_autofree char *plain = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL);
    g_autofree char *lower = g_utf8_casefold(plain, -1);
    g_autofree char *apart = g_utf8_normalize(lower, -1, G_NORMALIZE_ALL);
    GString *out = g_string_sized_new(strlen(apart));
    for (const char *at = apart; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if (g_unichar_isalnum(c))
            append_folded(out, c);
    }
    return g_string_free(out, FALSE);
}

/* fuzz_clean_text.c — any bytes become one clean line, and comparing names forgives what it says.   [tests] */
#include "fuzz_support.h"

#include <string.h>

#include "clean_text.h"

static void check_clean(const char *clean)
{
    fuzz_require_printable(clean);
    g_autofree char *composed = g_utf8_normalize(clean, -1, G_NORMALIZE_NFC);
    g_assert_cmpstr(clean, ==, composed);
    bool after_blank = true;
    for (const char *at = clean; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        bool is_blank = c == ' ';
        g_assert(is_blank || !g_unichar_isspace(c));
        g_assert(!is_blank || !after_blank);
        /* Marks that turn the direction around (UAX 9), soft hyphen, byte order mark. */
        g_assert(!(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069));
        g_assert(c != 0x200E && c != 0x200F && c != 0x061C && c != 0xAD && c != 0xFEFF);
        after_blank = is_blank;
    }
    g_assert(*clean == '\0' || !after_blank);
}

static void check_folded(const char *folded)
{
    fuzz_require_utf8(folded);
    for (const char *at = folded; *at != '\0'; at = g_utf8_next_char(at)) {
        g_assert(g_unichar_isalnum(g_utf8_get_char(at)));
        g_assert(!g_ascii_isupper(*at));
    }
}

/* Two spellings that must fold to the same. */
static void check_same_fold(char *spelling, const char *folded)
{
    g_autofree char *other = ik_text_fold(spelling);
    g_assert_cmpstr(other, ==, folded);
    g_free(spelling);
}

/* GLib 2.74 folds Cherokee letters to and fro; nobody compares by them here. */
static bool folds_once(const char *text)
{
    g_autofree char *once = g_utf8_casefold(text, -1);
    g_autofree char *twice = g_utf8_casefold(once, -1);
    return strcmp(once, twice) == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    g_autofree char *clean = ik_text_clean(text);
    g_autofree char *again = ik_text_clean(clean);
    check_clean(clean);
    g_assert_cmpstr(again, ==, clean);

    g_autofree char *folded = ik_text_fold(clean);
    check_folded(folded);
    if (!folds_once(clean))
        return 0;
    check_same_fold(g_strdup(folded), folded);
    check_same_fold(g_utf8_normalize(clean, -1, G_NORMALIZE_NFD), folded);
    check_same_fold(g_utf8_normalize(clean, -1, G_NORMALIZE_NFKC), folded);
    check_same_fold(g_utf8_casefold(clean, -1), folded);
    check_same_fold(g_ascii_strup(clean, -1), folded);
    check_same_fold(g_strconcat(" -", clean, "_/", NULL), folded);
    return 0;
}

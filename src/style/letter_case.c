/* letter_case.c — upper and lower case that no locale changes.   [style]
 *
 * Letter by letter with g_unichar_*: g_utf8_strup asks the locale, and in Turkish an i would
 * become another letter.
 */
#include "letter_case.h"

#define SHARP_S 0xdfu

const char *ik_text_upper(const char *text, ik_arena *arena)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (letter == SHARP_S)
            g_string_append(out, "SS");
        else
            g_string_append_unichar(out, g_unichar_toupper(letter));
    }
    return ik_arena_copy(arena, out->str);
}

const char *ik_text_lower(const char *text, ik_arena *arena)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        g_string_append_unichar(out, g_unichar_tolower(g_utf8_get_char(at)));
    return ik_arena_copy(arena, out->str);
}

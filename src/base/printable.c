/* printable.c — replacing what a terminal would obey.   [base] */
#include "printable.h"

#include <stdbool.h>
#include <string.h>

static bool is_unprintable(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR: return true;
    default: return false;
    }
}

char *ik_printable(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *out = g_string_sized_new(strlen(valid));
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        g_string_append_unichar(out, is_unprintable(c) ? 0xFFFD : c);
    }
    return g_string_free(out, FALSE);
}

void ik_error_make_printable(GError **error)
{
    if (error == NULL || *error == NULL)
        return;
    char *message = ik_printable((*error)->message);
    g_free((*error)->message);
    (*error)->message = message;
}

/* fuzz_theme.c — a cell of themes: sorted, no doubles, none lost.   [tests] */
#include "fuzz_support.h"

#include <string.h>

#include "clean_text.h"
#include "theme.h"

static void check_sorted(char **themes)
{
    for (char **theme = themes; *theme != NULL; theme++) {
        g_assert(**theme != '\0');
        g_assert(strpbrk(*theme, "|;,") == NULL);
        g_assert(theme[1] == NULL || strcmp(theme[0], theme[1]) < 0);
    }
}

/* A name that stands in the cell is among the themes, as written or as one of the agreed keys. */
static void check_none_lost(const char *cell, char **themes)
{
    g_auto(GStrv) pieces = g_strsplit_set(cell, "|;,", -1);
    guint named = 0;
    for (char **piece = pieces; *piece != NULL; piece++) {
        const char *name = g_strstrip(*piece);
        if (*name == '\0')
            continue;
        named++;
        bool is_kept = g_strv_contains((const char *const *)themes, name);
        g_auto(GStrv) alone = ik_themes_parse(name);
        g_assert(g_strv_length(alone) == 1);
        g_assert(is_kept || (ik_theme_is_agreed(alone[0]) &&
                             g_strv_contains((const char *const *)themes, alone[0])));
    }
    g_assert(g_strv_length(themes) <= named && (named == 0) == (*themes == NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    g_autofree char *cell = ik_text_clean(text);
    g_auto(GStrv) themes = ik_themes_parse(cell);
    check_sorted(themes);
    check_none_lost(cell, themes);
    g_autofree char *joined = g_strjoinv("; ", themes);
    g_auto(GStrv) again = ik_themes_parse(joined);
    g_assert(g_strv_equal((const char *const *)again, (const char *const *)themes));
    return 0;
}

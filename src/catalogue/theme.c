/* theme.c — what a project is about, by a few agreed keys and any others.   [catalogue] */
#include "theme.h"

#include "clean_text.h"

#include <string.h>

/* Names of one theme in folded form (clean_text.h), the key first. */
static const struct {
    const char *key;
    const char *names[8];
} themes[] = {
    {"coaching", {"coaching", "mentoring", "begleitung"}},
    {"everyday_life", {"everydaylife", "alltag", "alltagshilfe", "alltagsleben"}},
    {"funding_advice", {"fundingadvice", "forderberatung", "forderung", "funding"}},
    {"internship", {"internship", "internships", "praktikum", "praktika"}},
    {"language",
     {"language", "sprache", "sprachforderung", "sprachkurs", "sprachkurse", "deutsch",
      "languages"}},
    {"recognition",
     {"recognition", "anerkennung", "anerkennungvonqualifikationen", "anerkennungvonabschlussen",
      "recognitionofqualifications", "anerkennungsberatung"}},
    {"training", {"training", "ausbildung", "berufsausbildung", "apprenticeship", "lehre"}},
    {"volunteering", {"volunteering", "ehrenamt", "freiwilligenarbeit", "engagement"}},
    {"work", {"work", "arbeit", "beschaftigung", "job", "jobs", "employment"}},
};

const char *const *ik_themes_agreed(void)
{
    static const char *keys[G_N_ELEMENTS(themes) + 1];
    static gsize is_filled = 0;
    if (g_once_init_enter(&is_filled)) {
        for (guint i = 0; i < G_N_ELEMENTS(themes); i++)
            keys[i] = themes[i].key;
        g_once_init_leave(&is_filled, 1);
    }
    return keys;
}

bool ik_theme_is_agreed(const char *theme)
{
    return g_strv_contains(ik_themes_agreed(), theme);
}

static const char *agreed_key(const char *written)
{
    g_autofree char *folded = ik_text_fold(written);
    for (guint i = 0; i < G_N_ELEMENTS(themes); i++)
        if (g_strv_contains(themes[i].names, folded))
            return themes[i].key;
    return NULL;
}

static gint compare_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void drop_doubles(GPtrArray *sorted)
{
    for (guint i = sorted->len; i-- > 1;)
        if (strcmp(g_ptr_array_index(sorted, i), g_ptr_array_index(sorted, i - 1)) == 0)
            g_ptr_array_remove_index(sorted, i);
}

char *ik_themes_first(const char *text)
{
    g_auto(GStrv) pieces = g_strsplit_set(text == NULL ? "" : text, "|;,", -1);
    for (char **piece = pieces; *piece != NULL; piece++) {
        const char *written = g_strstrip(*piece);
        const char *key = agreed_key(written);
        if (*written != '\0')
            return g_strdup(key == NULL ? written : key);
    }
    return NULL;
}

char **ik_themes_parse(const char *text)
{
    g_auto(GStrv) pieces = g_strsplit_set(text == NULL ? "" : text, "|;,", -1);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    for (char **piece = pieces; *piece != NULL; piece++) {
        const char *written = g_strstrip(*piece);
        const char *key = agreed_key(written);
        if (*written != '\0')
            g_ptr_array_add(found, g_strdup(key == NULL ? written : key));
    }
    g_ptr_array_sort(found, compare_text);
    drop_doubles(found);
    g_ptr_array_add(found, NULL);
    return (char **)g_ptr_array_steal(found, NULL);
}

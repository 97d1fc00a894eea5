/* theme_icons.c — which icon stands for which theme.   [pipeline] */
#include "theme_icons.h"

#include <ideenkarte/error.h>
#include <string.h>
#include <sys/stat.h>

#include "clean_text.h"
#include "near_word.h"
#include "printable.h"
#include "settings_parts.h"
#include "theme.h"

#define GROUP    "icons"
#define FOLDER   "icons"
#define SUFFIX   ".svg"
#define MAX_NAME 64u

/* Words for themes that are not agreed, folded (clean_text.h), after the icon that stands for them. */
static const struct {
    const char *icon;
    const char *words[10];
} meanings[] = {
    {"advice",
     {"beratung", "beratungsstelle", "sozialberatung", "verfahrensberatung", "counselling"}},
    {"care", {"pflege", "altenpflege", "krankenpflege", "nursing", "senioren"}},
    {"coaching", {"patenschaft", "patenschaften", "paten", "tandem", "tandems"}},
    {"craft", {"handwerk", "werkstatt", "technik", "bau", "crafts"}},
    {"culture", {"kultur", "musik", "kunst", "theater", "music", "arts"}},
    {"digital", {"digitales", "edv", "computer", "medien", "internet", "media"}},
    {"environment", {"umwelt", "natur", "garten", "klima", "nachhaltigkeit", "nature", "garden"}},
    {"everyday_life", {"wohnen", "wohnung", "housing", "hausaufgaben"}},
    {"family",
     {"familie", "familien", "kinder", "kinderbetreuung", "kita", "eltern", "childcare",
      "children"}},
    {"gastronomy", {"gastronomie", "kochen", "essen", "hotel", "gastgewerbe", "cooking", "food"}},
    {"health", {"gesundheit", "medizin", "psychosoziales", "therapie", "medicine"}},
    {"law", {"recht", "rechtsberatung", "asylrecht", "justiz", "legal"}},
    {"meeting",
     {"begegnung", "nachbarschaft", "treffpunkt", "cafe", "freizeit", "encounter",
      "neighbourhood"}},
    {"mobility", {"mobilitat", "fahrrad", "verkehr", "fuhrerschein", "bicycle"}},
    {"school",
     {"schule", "schulen", "bildung", "hochschule", "studium", "education", "university", "study"}},
    {"sport", {"sports", "fussball", "bewegung", "football"}},
    {"women", {"frauen", "frau", "madchen", "girls"}},
};

static const char *meaning_of(const char *theme)
{
    g_autofree char *folded = ik_text_fold(theme);
    for (guint i = 0; i < G_N_ELEMENTS(meanings); i++)
        if (strcmp(meanings[i].icon, folded) == 0 || g_strv_contains(meanings[i].words, folded))
            return meanings[i].icon;
    return ik_theme_is_agreed(theme) ? theme : IK_ICON_OTHER;
}

/* ---- files of the workspace ---- */

/* Whether a name may stand in file names, ids and the names of images as it is. */
static bool is_plain_name(const char *name, gsize length)
{
    return length > 0 && length <= MAX_NAME &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-") >= length;
}

/* The bytes of a regular file; one that is too large is not read. */
static GBytes *read_file(const ik_workspace *workspace, const char *file, const char *shown,
                         GError **error)
{
    g_autofree char *path = g_build_filename(workspace->folder, FOLDER, file, NULL);
    g_autoptr(GError) cause = NULL;
    struct stat status;
    char *bytes;
    gsize size;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "%s: there is no such file", shown);
    else if (status.st_size > (off_t)IK_ICON_MAX_BYTES)
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: more than %u bytes, the most of an icon",
                    shown, IK_ICON_MAX_BYTES);
    else if (g_file_get_contents(path, &bytes, &size, &cause))
        return g_bytes_new_take(bytes, size);
    else
        g_set_error(error, IK_ERROR, IK_ERROR_IO, "%s: %s", shown, cause->message);
    return NULL;
}

static bool take_file(const ik_workspace *workspace, ik_records *records, const char *theme,
                      const char *file, GError **error)
{
    const gsize length = strlen(file) - strlen(SUFFIX);
    if (!is_plain_name(file, length))
        return ik_settings_fail(
            workspace->settings, GROUP, theme, error,
            "a file in the folder icons is named with a-z, 0-9, _ and -, for example bike.svg");
    g_autofree char *name = g_strndup(file, length);
    g_autofree char *shown = g_strconcat(FOLDER "/", file, NULL);
    if (!g_hash_table_contains(records->icons, name)) {
        g_autoptr(GBytes) svg = read_file(workspace, file, shown, error);
        g_autoptr(ik_icon) icon = svg != NULL ? ik_icon_parse(svg, shown, error) : NULL;
        if (icon == NULL)
            return false;
        g_hash_table_insert(records->icons, g_strdup(name), g_steal_pointer(&svg));
    }
    g_hash_table_replace(records->theme_icons, g_strdup(theme), g_steal_pointer(&name));
    return true;
}

/* ---- the group of the settings ---- */

static bool take_name(const ik_workspace *workspace, ik_records *records, const char *theme,
                      const char *name, GError **error)
{
    g_auto(GStrv) known = ik_icon_builtin_names();
    if (g_strv_contains((const char *const *)known, name)) {
        g_hash_table_replace(records->theme_icons, g_strdup(theme), g_strdup(name));
        return true;
    }
    g_autofree char *hint = ik_near_word_hint(name, (const char *const *)known);
    g_autofree char *reason = g_strdup_printf(
        "there is no icon \"%s\"%s; a file of your own ends with " SUFFIX, name, hint);
    return ik_settings_fail(workspace->settings, GROUP, theme, error, reason);
}

static bool take_entry(const ik_workspace *workspace, ik_records *records, const char *key,
                       GError **error)
{
    const ik_settings *settings = workspace->settings;
    g_autofree char *value = ik_settings_get(settings, GROUP, key);
    g_autofree char *theme = ik_themes_first(key);
    if (value == NULL || theme == NULL)
        return ik_settings_fail(settings, GROUP, key, error,
                                "expected a file or the name of an icon");
    if (!g_hash_table_contains(records->theme_icons, theme))
        g_ptr_array_add(
            records->notes,
            g_strdup_printf("%s: [" GROUP "] %s: no project has this theme", settings->path, key));
    return g_str_has_suffix(value, SUFFIX) ? take_file(workspace, records, theme, value, error)
                                           : take_name(workspace, records, theme, value, error);
}

static void take_meanings(ik_records *records)
{
    for (guint i = 0; i < records->projects->len; i++) {
        const ik_project *project = records->projects->pdata[i];
        for (char **theme = project->themes; *theme != NULL; theme++)
            if (!g_hash_table_contains(records->theme_icons, *theme))
                g_hash_table_insert(records->theme_icons, g_strdup(*theme),
                                    g_strdup(meaning_of(*theme)));
    }
}

static void free_bytes(gpointer bytes)
{
    g_bytes_unref(bytes);
}

bool ik_theme_icons_read(const ik_workspace *workspace, ik_records *records, GError **error)
{
    g_auto(GStrv) keys = g_key_file_get_keys(workspace->settings->file, GROUP, NULL, NULL);
    records->theme_icons = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    records->icons = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_bytes);
    take_meanings(records);
    for (char **key = keys; keys != NULL && *key != NULL; key++)
        if (!take_entry(workspace, records, *key, error)) {
            ik_error_make_printable(error);
            return false;
        }
    return true;
}

/* ---- icons by their names ---- */

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The keys of a set of text as copies, sorted. */
static char **sorted_keys(GHashTable *set)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    GHashTableIter all;
    gpointer name;
    g_hash_table_iter_init(&all, set);
    while (g_hash_table_iter_next(&all, &name, NULL))
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_texts);
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_steal(names, NULL);
}

char **ik_theme_icons_used(const ik_records *records)
{
    g_autoptr(GHashTable) set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(set, g_strdup(IK_ICON_OTHER));
    for (guint i = 0; i < records->projects->len; i++) {
        const ik_project *project = records->projects->pdata[i];
        for (char **theme = project->themes; *theme != NULL; theme++)
            g_hash_table_add(set, g_strdup(ik_records_icon(records, *theme)));
    }
    return sorted_keys(set);
}

void ik_theme_icons_add_files(const ik_records *records, GPtrArray *names)
{
    if (records->icons == NULL)
        return;
    g_auto(GStrv) icons = sorted_keys(records->icons);
    for (char **icon = icons; *icon != NULL; icon++)
        g_ptr_array_add(names, g_strconcat(FOLDER "/", *icon, SUFFIX, NULL));
}

ik_icon *ik_theme_icon(const ik_records *records, const char *name)
{
    GBytes *svg = NULL;
    if (records != NULL && records->icons != NULL)
        svg = g_hash_table_lookup(records->icons, name);
    return svg != NULL ? ik_icon_parse(svg, name, NULL) : ik_icon_builtin(name);
}

bool ik_theme_images_add(ik_sprite *sprite, const ik_records *records, double pixel_ratio,
                         GError **error)
{
    if (records != NULL && records->icons != NULL) {
        g_auto(GStrv) names = sorted_keys(records->icons);
        for (char **name = names; *name != NULL; name++) {
            g_autoptr(ik_icon) icon = ik_theme_icon(records, *name);
            if (!ik_sprite_add_icon(sprite, *name, icon, pixel_ratio, error))
                return false;
        }
    }
    return ik_sprite_add_builtin(sprite, pixel_ratio, error);
}

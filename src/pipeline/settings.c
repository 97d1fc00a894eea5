/* settings.c — reading ideenkarte.conf.   [pipeline]
 *
 * One table lists what may stand in the file; the checks walk over the file and look each word up there.
 */
#include "settings_parts.h"

#include <ideenkarte/error.h>
#include <ideenkarte/text.h>

#include <string.h>

#include "near_word.h"
#include "printable.h"

#define EVENTS_NAME "events.csv"
#define ANY_STYLE   IK_STYLE_GROUP "STYLE"

typedef struct {
    const char *group;
    const char *keys; /* separated by blanks; "*": any, checked elsewhere */
} ik_group_rule;

static const ik_group_rule group_rules[] = {
    {"map", "title title_de title_en title_ar title_leicht "
            "subtitle subtitle_de subtitle_en subtitle_ar subtitle_leicht "
            "notice notice_de notice_en notice_ar notice_leicht "
            "operator operator_de operator_en operator_ar operator_leicht languages portal_url"},
    {"tiles", "zoom styles vector_zoom archives tile_size scales format palette"},
    {ANY_STYLE,
     "zoom archives tile_size scales format palette"}, /* the styles' names are checked when they are known */
    {"output", "write"},
    {"projects", "file separator encoding epsg"},
    {"projects.columns", "*"},
    {"events", "file separator encoding epsg"},
    {"events.columns", "*"},
    {"places", "gazetteer postcode_points"},
    {"icons", "*"},
};

static const struct {
    const char *name;
    guint flag;
} output_names[] = {
    {"tiles", IK_OUTPUT_TILES},
    {"geojson", IK_OUTPUT_GEOJSON},
    {"catalogue", IK_OUTPUT_CATALOGUE},
    {"page", IK_OUTPUT_PAGE},
    {"project_pages", IK_OUTPUT_PROJECT_PAGES},
};

bool ik_settings_fail(const ik_settings *settings, const char *group, const char *key,
                      GError **error, const char *reason)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: [%s] %s: %s", settings->path, group, key,
                reason);
    return false;
}

static const ik_group_rule *find_group(const char *group)
{
    const char *name = g_str_has_prefix(group, IK_STYLE_GROUP) ? ANY_STYLE : group;
    for (gsize i = 0; i < G_N_ELEMENTS(group_rules); i++)
        if (g_str_equal(group_rules[i].group, name))
            return &group_rules[i];
    return NULL;
}

static bool check_group_name(const ik_settings *settings, const char *group, GError **error)
{
    if (find_group(group))
        return true;
    const char *names[G_N_ELEMENTS(group_rules) + 1] = {NULL};
    for (gsize i = 0; i < G_N_ELEMENTS(group_rules); i++)
        names[i] = group_rules[i].group;
    g_autofree char *hint = ik_near_word_hint(group, names);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: unknown group [%s]%s", settings->path, group,
                hint);
    return false;
}

/* GKeyFile would take a value with a backslash that means nothing for one that is not there. */
static bool check_escapes(const ik_settings *settings, const char *group, const char *key,
                          GError **error)
{
    g_autofree char *value = g_key_file_get_value(settings->file, group, key, NULL);
    for (const char *at = strchr(value, '\\'); at != NULL; at = strchr(at + 2, '\\'))
        if (at[1] == '\0' || strchr("sntr\\", at[1]) == NULL)
            return ik_settings_fail(settings, group, key, error,
                                    "a backslash is written twice: \\\\");
    return true;
}

static bool check_key(const ik_settings *settings, const char *group, const char *key,
                      GError **error)
{
    const ik_group_rule *rule = find_group(group);
    g_auto(GStrv) known = g_strsplit(rule->keys, " ", -1);
    if (g_str_equal(rule->keys, "*") || g_strv_contains((const char *const *)known, key))
        return check_escapes(settings, group, key, error);
    g_autofree char *hint = ik_near_word_hint(key, (const char *const *)known);
    g_autofree char *reason = g_strconcat("unknown key", hint, NULL);
    return ik_settings_fail(settings, group, key, error, reason);
}

static bool check_keys(const ik_settings *settings, const char *group, GError **error)
{
    g_auto(GStrv) keys = g_key_file_get_keys(settings->file, group, NULL, NULL);
    for (char **key = keys; *key; key++)
        if (!check_key(settings, group, *key, error))
            return false;
    return true;
}

static bool check_names(const ik_settings *settings, GError **error)
{
    g_auto(GStrv) groups = g_key_file_get_groups(settings->file, NULL);
    for (char **group = groups; *group; group++)
        if (!check_group_name(settings, *group, error) || !check_keys(settings, *group, error))
            return false;
    return true;
}

char *ik_settings_get(const ik_settings *settings, const char *group, const char *key)
{
    char *value = g_key_file_get_string(settings->file, group, key, NULL);
    if (value && *g_strstrip(value) == '\0')
        g_clear_pointer(&value, g_free);
    return value;
}

char **ik_settings_get_list(const ik_settings *settings, const char *group, const char *key,
                            const char *otherwise)
{
    g_autofree char *value = ik_settings_get(settings, group, key);
    g_auto(GStrv) parts = g_strsplit_set(value ? value : otherwise, ";,", -1);
    GPtrArray *kept = g_ptr_array_new();
    for (char **part = parts; *part; part++)
        if (*g_strstrip(*part))
            g_ptr_array_add(kept, g_strdup(*part));
    g_ptr_array_add(kept, NULL);
    return (char **)g_ptr_array_free(kept, FALSE);
}

/* Whether the list from `first` up to `end` names it already. */
static bool is_among(const char *name, char *const *first, char *const *end)
{
    for (; first < end; first++)
        if (g_str_equal(*first, name))
            return true;
    return false;
}

static bool read_number(const char *text, guint max, guint *number)
{
    guint64 value;
    if (!g_ascii_string_to_unsigned(text, 10, 0, max, &value, NULL))
        return false;
    *number = (guint)value;
    return true;
}

static bool read_languages(ik_settings *settings, GError **error)
{
    settings->languages = ik_settings_get_list(settings, "map", "languages", "de;en");
    for (char **language = settings->languages; *language; language++) {
        bool is_known = ik_text_is_language(*language);
        g_autofree char *reason =
            g_strdup_printf(is_known ? "\"%s\" is named twice"
                                     : "unknown language \"%s\", expected de, en, ar, leicht",
                            *language);
        if (!is_known || is_among(*language, settings->languages, language))
            return ik_settings_fail(settings, "map", "languages", error, reason);
    }
    return *settings->languages ||
           ik_settings_fail(settings, "map", "languages", error, "empty, expected de;en");
}

static guint output_flag(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(output_names); i++)
        if (g_str_equal(output_names[i].name, name))
            return output_names[i].flag;
    return 0;
}

static bool read_outputs(ik_settings *settings, GError **error)
{
    g_auto(GStrv) names = ik_settings_get_list(settings, "output", "write",
                                               "tiles;geojson;catalogue;page;project_pages");
    for (char **name = names; *name; name++) {
        g_autofree char *reason = g_strdup_printf(
            "unknown output \"%s\", expected tiles, geojson, catalogue, page, project_pages",
            *name);
        if (!output_flag(*name))
            return ik_settings_fail(settings, "output", "write", error, reason);
        settings->outputs |= output_flag(*name);
    }
    return true;
}

static bool read_separator(ik_settings *settings, const char *group, char *separator,
                           GError **error)
{
    g_autofree char *value = g_key_file_get_string(settings->file, group, "separator", NULL);
    *separator = 0;
    if (!value || g_str_equal(value, "auto"))
        return true;
    if (g_str_equal(value, "tab") || g_str_equal(value, "\t"))
        *separator = '\t';
    else if (strlen(value) == 1 && strchr(",;|", *value))
        *separator = *value;
    return *separator || ik_settings_fail(settings, group, "separator", error,
                                          "expected auto, comma, semicolon, | or tab");
}

static bool read_encoding(ik_settings *settings, const char *group, char **encoding, GError **error)
{
    *encoding = ik_settings_get(settings, group, "encoding");
    if (*encoding && g_str_equal(*encoding, "auto"))
        g_clear_pointer(encoding, g_free);
    if (!*encoding || g_str_equal(*encoding, "utf-8") || g_str_equal(*encoding, "windows-1252"))
        return true;
    return ik_settings_fail(settings, group, "encoding", error,
                            "expected auto, utf-8 or windows-1252");
}

static char **read_columns(const ik_settings *settings, const char *group)
{
    g_autofree char *columns = g_strconcat(group, ".columns", NULL);
    g_auto(GStrv) keys = g_key_file_get_keys(settings->file, columns, NULL, NULL);
    GPtrArray *pairs = g_ptr_array_new();
    for (char **key = keys; key && *key; key++) {
        g_ptr_array_add(pairs, g_strdup(*key));
        g_ptr_array_add(pairs, g_key_file_get_string(settings->file, columns, *key, NULL));
    }
    g_ptr_array_add(pairs, NULL);
    return (char **)g_ptr_array_free(pairs, FALSE);
}

static bool read_table(ik_settings *settings, const char *group, ik_table_settings *table,
                       GError **error)
{
    table->file = ik_settings_get(settings, group, "file");
    table->columns = read_columns(settings, group);
    g_autofree char *epsg = ik_settings_get(settings, group, "epsg");
    if (epsg && !read_number(epsg, 999999, &table->epsg))
        return ik_settings_fail(settings, group, "epsg", error,
                                "expected an EPSG code, for example 25832");
    return read_separator(settings, group, &table->separator, error) &&
           read_encoding(settings, group, &table->encoding, error);
}

static bool read_portal_url(ik_settings *settings, GError **error)
{
    g_autofree char *url = ik_settings_get(settings, "map", "portal_url");
    if (!url)
        return true;
    if (!g_str_has_prefix(url, "https://") && !g_str_has_prefix(url, "http://"))
        return ik_settings_fail(settings, "map", "portal_url", error,
                                "expected an address that begins with https://");
    settings->portal_url =
        g_str_has_suffix(url, "/") ? g_steal_pointer(&url) : g_strconcat(url, "/", NULL);
    return true;
}

static bool read_values(ik_settings *settings, GError **error)
{
    settings->postcode_points = ik_settings_get(settings, "places", "postcode_points");
    settings->gazetteer = ik_settings_get(settings, "places", "gazetteer");
    if (!ik_settings_read_tiles(settings, error))
        return false;
    if (!read_table(settings, "projects", &settings->projects, error) ||
        !read_table(settings, "events", &settings->events, error))
        return false;
    if (!settings->projects.file)
        settings->projects.file = g_strdup("projects.csv");
    return read_languages(settings, error) && read_outputs(settings, error) &&
           read_portal_url(settings, error);
}

/* The line, from 1, that holds the byte at `offset`. */
static guint line_at(const char *text, gsize offset)
{
    guint line = 1;
    for (gsize i = 0; i < offset; i++)
        line += text[i] == '\n';
    return line;
}

/* GKeyFile would take a value with broken text for one that is not there. */
static bool check_encoding(const ik_settings *settings, const char *text, gsize size,
                           GError **error)
{
    const char *valid_end;
    if (g_utf8_validate_len(text, size, &valid_end))
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "%s: line %u is no valid UTF-8: save the file as UTF-8", settings->path,
                line_at(text, (gsize)(valid_end - text)));
    return false;
}

static bool load_file(ik_settings *settings, const char *path, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autofree char *text = NULL;
    gsize size;
    if (!g_file_get_contents(path, &text, &size, &cause)) {
        bool missing = g_error_matches(cause, G_FILE_ERROR, G_FILE_ERROR_NOENT);
        g_set_error(
            error, IK_ERROR, missing ? IK_ERROR_NOT_FOUND : IK_ERROR_IO, "%s: %s", settings->path,
            missing ? "not in this folder; a workspace needs it, it may be empty" : cause->message);
        return false;
    }
    if (!check_encoding(settings, text, size, error))
        return false;
    gsize mark = g_str_has_prefix(text, "\xEF\xBB\xBF") ? 3 : 0;
    if (size == mark || g_key_file_load_from_data(settings->file, text + mark, size - mark,
                                                  G_KEY_FILE_NONE, &cause))
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: %s", settings->path, cause->message);
    return false;
}

/* A list of events in its usual place needs no line in the file; "file =" leaves it out. */
static void find_events(ik_settings *settings, const char *path)
{
    if (settings->events.file || g_key_file_has_key(settings->file, "events", "file", NULL))
        return;
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *events = g_build_filename(folder, EVENTS_NAME, NULL);
    if (g_file_test(events, G_FILE_TEST_EXISTS))
        settings->events.file = g_strdup(EVENTS_NAME);
}

ik_settings *ik_settings_load(const char *path, GError **error)
{
    g_autoptr(ik_settings) settings = g_new0(ik_settings, 1);
    settings->path = g_path_get_basename(path);
    settings->file = g_key_file_new();
    if (!load_file(settings, path, error) || !check_names(settings, error) ||
        !read_values(settings, error)) {
        ik_error_make_printable(error);
        return NULL;
    }
    find_events(settings, path);
    return g_steal_pointer(&settings);
}

static void table_clear(ik_table_settings *table)
{
    g_free(table->file);
    g_free(table->encoding);
    g_strfreev(table->columns);
}

void ik_settings_free(ik_settings *settings)
{
    if (!settings)
        return;
    table_clear(&settings->projects);
    table_clear(&settings->events);
    g_free(settings->path);
    g_strfreev(settings->languages);
    g_strfreev(settings->styles);
    g_strfreev(settings->tilesets);
    g_free(settings->style_tiles);
    g_free(settings->portal_url);
    g_free(settings->postcode_points);
    g_free(settings->gazetteer);
    g_key_file_unref(settings->file);
    g_free(settings);
}

char *ik_settings_text(const ik_settings *settings, const char *key, const char *language)
{
    g_autofree char *localised = g_strconcat(key, "_", language, NULL);
    g_autofree char *fallback = g_strconcat(key, "_", ik_text_fallback(language), NULL);
    const char *const keys[] = {localised, fallback, key};
    char *text = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(keys) && !text; i++)
        text = ik_settings_get(settings, "map", keys[i]);
    return text;
}

/* fuzz_settings.c — any ideenkarte.conf: one error with file, group and key, or settings within their bounds.   [tests] */
#include "fuzz_support.h"

#include <ideenkarte/build.h>
#include <ideenkarte/text.h>
#include <string.h>

#include "settings.h"

static void check_names(char **names)
{
    g_assert(names != NULL && names[0] != NULL);
    for (; *names != NULL; names++) {
        fuzz_require_utf8(*names);
        g_assert(**names != '\0');
    }
}

static void check_table(const ik_table_settings *table)
{
    g_assert(table->separator == 0 || strchr(",;|\t", table->separator) != NULL);
    g_assert(table->encoding == NULL || g_str_equal(table->encoding, "utf-8") ||
             g_str_equal(table->encoding, "windows-1252"));
    g_assert(table->epsg <= 999999);
    g_assert(table->columns != NULL && g_strv_length(table->columns) % 2 == 0);
    for (char **column = table->columns; *column != NULL; column++)
        fuzz_require_utf8(*column);
    if (table->file != NULL)
        fuzz_require_utf8(table->file);
}

static void check_text(const ik_settings *settings, const char *language)
{
    g_autofree char *title = ik_settings_text(settings, "title", language);
    if (title == NULL)
        return;
    fuzz_require_utf8(title);
    g_assert(*title != '\0' && !g_ascii_isspace(*title));
}

static void check_settings(const ik_settings *settings)
{
    for (guint i = 0; settings->tilesets[i] != NULL; i++) {
        const ik_style_tiles *tiles = &settings->style_tiles[i];
        g_assert(tiles->min_zoom <= tiles->max_zoom && tiles->max_zoom <= 18);
        g_assert(tiles->archives <= (IK_WRITE_PMTILES | IK_WRITE_MBTILES));
    }
    check_names(settings->languages);
    for (char **language = settings->languages; *language != NULL; language++) {
        g_assert(ik_text_is_language(*language));
        check_text(settings, *language);
    }
    check_names(settings->styles);
    g_assert(settings->outputs <= (IK_OUTPUT_TILES | IK_OUTPUT_GEOJSON | IK_OUTPUT_CATALOGUE |
                                   IK_OUTPUT_PAGE | IK_OUTPUT_PROJECT_PAGES));
    g_assert(settings->portal_url == NULL || (g_str_has_prefix(settings->portal_url, "http") &&
                                              g_str_has_suffix(settings->portal_url, "/")));
    g_assert(settings->projects.file != NULL);
    check_table(&settings->projects);
    check_table(&settings->events);
}

static void check_zoom_range(const uint8_t *data, size_t size)
{
    guint min_zoom = 99, max_zoom = 99;
    g_autofree char *text = fuzz_text(data, size);
    if (ik_zoom_range_parse(text, &min_zoom, &max_zoom))
        g_assert(min_zoom <= max_zoom && max_zoom <= 18);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_zoom_range(data, size);
    g_autoptr(GError) error = NULL;
    const char *path = fuzz_file("ideenkarte.conf", data, size);
    g_autoptr(ik_settings) settings = ik_settings_load(path, &error);
    if (settings != NULL) {
        g_assert(error == NULL);
        check_settings(settings);
        return 0;
    }
    fuzz_require_failure(error);
    g_assert(g_str_has_prefix(error->message, "ideenkarte.conf: "));
    return 0;
}

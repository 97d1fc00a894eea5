/* settings_tiles.c — the group of the tiles, and those of single styles that go before it.   [pipeline] */
#include "settings_parts.h"

#include <ideenkarte/build.h>
#include <ideenkarte/error.h>

#include <string.h>

#include "mercator.h"
#include "near_word.h"
#include "tileset_names.h"

/* An absent value leaves the range as it is. */
static bool read_zoom(const ik_settings *settings, const char *group, const char *key, guint *min,
                      guint *max, GError **error)
{
    g_autofree char *zoom = ik_settings_get(settings, group, key);
    if (zoom == NULL || ik_zoom_range_parse(zoom, min, max))
        return true;
    g_autofree char *reason = g_strdup_printf(
        "\"%s\" is no zoom range, expected for example 5-12 (0 to %d)", zoom, IK_MAX_ZOOM);
    return ik_settings_fail(settings, group, key, error, reason);
}

/* An absent value leaves the flags as they are. The folder is always there: the page and TileJSON name its tiles. */
static bool read_archives(const ik_settings *settings, const char *group, guint *archives,
                          GError **error)
{
    g_auto(GStrv) names = ik_settings_get_list(settings, group, "archives", "");
    if (*names != NULL)
        *archives = 0;
    for (char **name = names; *name; name++) {
        g_autofree char *reason =
            g_strdup_printf("unknown archive \"%s\", expected folder, pmtiles, mbtiles", *name);
        if (g_str_equal(*name, "pmtiles"))
            *archives |= IK_WRITE_PMTILES;
        else if (g_str_equal(*name, "mbtiles"))
            *archives |= IK_WRITE_MBTILES;
        else if (!g_str_equal(*name, "folder"))
            return ik_settings_fail(settings, group, "archives", error, reason);
    }
    return true;
}

/* An absent value leaves the size as it is. */
static bool read_tile_size(const ik_settings *settings, const char *group, guint *tile_size,
                           GError **error)
{
    g_autofree char *size = ik_settings_get(settings, group, "tile_size");
    if (size == NULL)
        return true;
    *tile_size = g_str_equal(size, "512") ? 512 : 256;
    if (*tile_size == 512 || g_str_equal(size, "256"))
        return true;
    g_autofree char *reason = g_strdup_printf("\"%s\", expected 256 or 512", size);
    return ik_settings_fail(settings, group, "tile_size", error, reason);
}

/* An absent value leaves the scales as they are. The page and TileJSON name the tiles of scale 1 first. */
static bool read_scales(const ik_settings *settings, const char *group, guint *scales,
                        GError **error)
{
    g_auto(GStrv) names = ik_settings_get_list(settings, group, "scales", "");
    guint read = 0;
    for (char **name = names; *name; name++) {
        g_autofree char *reason =
            g_strdup_printf("unknown scale \"%s\", expected 1, 2 or 3", *name);
        if (strlen(*name) != 1 || **name < '1' || **name > '3')
            return ik_settings_fail(settings, group, "scales", error, reason);
        read |= 1u << (**name - '0');
    }
    if (read != 0 && (read & 2) == 0)
        return ik_settings_fail(settings, group, "scales", error,
                                "1 is missing: the page shows tiles of scale 1");
    *scales = read != 0 ? read : *scales;
    return true;
}

static bool read_format(const ik_settings *settings, const char *group, bool *is_webp,
                        GError **error)
{
    g_autofree char *format = ik_settings_get(settings, group, "format");
    if (format == NULL)
        return true;
    *is_webp = g_str_equal(format, "webp");
    if (*is_webp || g_str_equal(format, "png"))
        return true;
    g_autofree char *reason =
        g_strdup_printf("unknown format \"%s\", expected png or webp", format);
    return ik_settings_fail(settings, group, "format", error, reason);
}

/* An absent value leaves it as it is. WebP without loss has no palette that could be shared. */
static bool read_palette(const ik_settings *settings, const char *group, ik_style_tiles *tiles,
                         GError **error)
{
    g_autofree char *palette = ik_settings_get(settings, group, "palette");
    g_autofree char *reason =
        g_strdup_printf("\"%s\", expected tile or style", palette != NULL ? palette : "");
    if (palette != NULL && !g_str_equal(palette, "tile") && !g_str_equal(palette, "style"))
        return ik_settings_fail(settings, group, "palette", error, reason);
    if (palette != NULL)
        tiles->has_palette = g_str_equal(palette, "style");
    return !tiles->has_palette || !tiles->is_webp ||
           ik_settings_fail(settings, group, "palette", error,
                            "a palette of the style needs format = png");
}

/* What a style may have of its own. */
static bool read_group(const ik_settings *settings, const char *group, ik_style_tiles *tiles,
                       GError **error)
{
    return read_archives(settings, group, &tiles->archives, error) &&
           read_zoom(settings, group, "zoom", &tiles->min_zoom, &tiles->max_zoom, error) &&
           read_tile_size(settings, group, &tiles->tile_size, error) &&
           read_scales(settings, group, &tiles->scales, error) &&
           read_format(settings, group, &tiles->is_webp, error) &&
           read_palette(settings, group, tiles, error);
}

static bool read_styles(ik_settings *settings, GError **error)
{
    settings->styles = ik_settings_get_list(settings, "tiles", "styles", "regions");
    if (!*settings->styles)
        return ik_settings_fail(settings, "tiles", "styles", error,
                                "empty, expected for example regions");
    g_autofree char *reason = NULL;
    settings->tilesets = ik_tileset_names(settings->styles, &reason);
    return settings->tilesets != NULL ||
           ik_settings_fail(settings, "tiles", "styles", error, reason);
}

/* A group for a style that is not drawn would change nothing, and nobody would notice. */
static bool check_style_groups(const ik_settings *settings, GError **error)
{
    const char *const *known = (const char *const *)settings->tilesets;
    g_auto(GStrv) groups = g_key_file_get_groups(settings->file, NULL);
    for (char **group = groups; *group; group++) {
        const char *name = *group + strlen(IK_STYLE_GROUP);
        if (!g_str_has_prefix(*group, IK_STYLE_GROUP) || g_strv_contains(known, name))
            continue;
        g_autofree char *hint = ik_near_word_hint(name, known);
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: [%s]: unknown style \"%s\"%s",
                    settings->path, *group, name, hint);
        return false;
    }
    return true;
}

static bool read_style_groups(ik_settings *settings, GError **error)
{
    settings->style_tiles = g_new(ik_style_tiles, g_strv_length(settings->tilesets));
    for (guint i = 0; settings->tilesets[i]; i++) {
        g_autofree char *group = g_strconcat(IK_STYLE_GROUP, settings->tilesets[i], NULL);
        ik_style_tiles *tiles = &settings->style_tiles[i];
        *tiles = settings->tiles;
        if (!read_group(settings, group, tiles, error))
            return false;
    }
    return true;
}

bool ik_settings_read_tiles(ik_settings *settings, GError **error)
{
    ik_style_tiles *tiles = &settings->tiles;
    *tiles = (ik_style_tiles){.min_zoom = 5, .max_zoom = 12, .tile_size = 256, .scales = 1u << 1};
    settings->vector_min_zoom = 0;
    settings->vector_max_zoom = 14;
    return read_styles(settings, error) && read_group(settings, "tiles", tiles, error) &&
           read_zoom(settings, "tiles", "vector_zoom", &settings->vector_min_zoom,
                     &settings->vector_max_zoom, error) &&
           check_style_groups(settings, error) && read_style_groups(settings, error);
}

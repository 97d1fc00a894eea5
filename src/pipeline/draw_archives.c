/* draw_archives.c — a folder for the page, archives for those who want one file.   [pipeline] */
#include "draw_archives.h"

#include "attribution.h"
#include "json_writer.h"

static void put_text(ik_json_writer *writer, const char *key, const char *text)
{
    ik_json_key(writer, key);
    ik_json_put_string(writer, text);
}

/* What the archives say about themselves; in the first language of the map. */
static char *metadata_of(const ik_build_run *run, const char *tileset)
{
    const ik_settings *settings = run->workspace->settings;
    const char *language = settings->languages[0];
    g_autofree char *title = ik_settings_text(settings, "title", language);
    g_autofree char *subtitle = ik_settings_text(settings, "subtitle", language);
    g_autoptr(GString) attribution = g_string_new(NULL);
    ik_attribution_append_line(attribution, run->territory, language);
    GString *out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 0);
    ik_json_begin_object(&writer);
    put_text(&writer, "name", title != NULL ? title : tileset);
    if (subtitle != NULL)
        put_text(&writer, "description", subtitle);
    put_text(&writer, "attribution", attribution->str);
    put_text(&writer, "version", "1.0.0");
    put_text(&writer, "type", "baselayer");
    ik_json_end_object(&writer);
    return g_string_free(out, FALSE);
}

bool ik_draw_archives_open(ik_draw_archives *archives, const ik_build_run *run, guint style,
                           guint scale, GError **error)
{
    static const struct {
        guint flag;
        const char *ending;
    } kinds[] = {{IK_WRITE_PMTILES, ".pmtiles"}, {IK_WRITE_MBTILES, ".mbtiles"}};
    const ik_settings *settings = run->workspace->settings;
    const char *tileset = settings->tilesets[style];
    const ik_style_tiles *tiles = &settings->style_tiles[style];
    const ik_tile_type type = tiles->is_webp ? IK_TILE_WEBP : IK_TILE_PNG;
    g_autofree char *at = scale > 1 ? g_strdup_printf("@%ux", scale) : g_strdup("");
    g_autofree char *extension =
        g_strconcat(at, scale > 1 ? "." : "", ik_tile_type_name(type), NULL);
    *archives = (ik_draw_archives){0};
    g_autofree char *folder = g_build_filename(run->folder, "tiles", tileset, NULL);
    archives->writers[0] = ik_archive_writer_new_folder(folder, extension, error);
    if (archives->writers[0] == NULL)
        return false;
    g_autofree char *metadata = metadata_of(run, tileset);
    const ik_archive_description description = {
        .type = type, .compression = IK_COMPRESSION_NONE, .metadata = metadata};
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (!(tiles->archives & kinds[i].flag))
            continue;
        g_autofree char *path = g_strconcat(folder, at, kinds[i].ending, NULL);
        archives->writers[i + 1] = ik_archive_writer_new(path, &description, error);
        if (archives->writers[i + 1] == NULL)
            return false;
    }
    return true;
}

bool ik_draw_archives_put(ik_draw_archives *archives, ik_tile tile, const void *bytes, gsize size,
                          GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(archives->writers); i++)
        if (archives->writers[i] != NULL &&
            !ik_archive_writer_put(archives->writers[i], tile, bytes, size, error))
            return false;
    return true;
}

bool ik_draw_archives_finish(ik_draw_archives *archives, ik_archive_counts *counts, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(archives->writers); i++)
        if (archives->writers[i] != NULL &&
            !ik_archive_writer_finish(archives->writers[i], counts, error))
            return false;
    return true;
}

void ik_draw_archives_clear(ik_draw_archives *archives)
{
    for (gsize i = 0; i < G_N_ELEMENTS(archives->writers); i++)
        g_clear_pointer(&archives->writers[i], ik_archive_writer_free);
}

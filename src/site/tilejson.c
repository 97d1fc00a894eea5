/* tilejson.c — the description of the raster tiles (TileJSON 3.0.0).   [site] */
#include "tilejson.h"

#include "attribution.h"
#include "clean_text.h"

#define TILES_VERSION "1.0.0"

/* Where most of the map is seen at once on a desktop. */
enum { WANTED_ZOOM = 8 };

static void put_text(ik_json_writer *writer, const char *key, const char *text)
{
    g_autofree char *clean = ik_text_clean(text);
    ik_json_key(writer, key);
    ik_json_put_string(writer, clean);
}

static void put_numbers(ik_json_writer *writer, const char *key, const double *numbers, guint n)
{
    ik_json_key(writer, key);
    ik_json_begin_array(writer);
    for (guint i = 0; i < n; i++)
        ik_json_put_rounded(writer, numbers[i], 6);
    ik_json_end_array(writer);
}

const char *ik_tile_ending(const ik_site_tileset *tileset, guint scale)
{
    static const char *const ENDINGS[3][2] = {
        {".png", ".webp"}, {"@2x.png", "@2x.webp"}, {"@3x.png", "@3x.webp"}};
    g_assert(scale >= 1 && scale <= 3);
    return ENDINGS[scale - 1][tileset->is_webp];
}

static void put_tiles(ik_json_writer *writer, const char *portal_url,
                      const ik_site_tileset *tileset, guint scale)
{
    g_autofree char *address =
        g_strconcat(portal_url != NULL ? portal_url : "../", "tiles/", tileset->name,
                    "/{z}/{x}/{y}", ik_tile_ending(tileset, scale), NULL);
    ik_json_key(writer, "tiles");
    ik_json_begin_array(writer);
    ik_json_put_string(writer, address);
    ik_json_end_array(writer);
}

static void put_extent(ik_json_writer *writer, const ik_lonlat_box *box,
                       const ik_site_tileset *tileset)
{
    const double bounds[] = {box->west, box->south, box->east, box->north};
    const double center[] = {(box->west + box->east) / 2, (box->south + box->north) / 2,
                             CLAMP(WANTED_ZOOM, tileset->min_zoom, tileset->max_zoom)};
    ik_json_key(writer, "minzoom");
    ik_json_put_integer(writer, tileset->min_zoom);
    ik_json_key(writer, "maxzoom");
    ik_json_put_integer(writer, tileset->max_zoom);
    put_numbers(writer, "bounds", bounds, G_N_ELEMENTS(bounds));
    put_numbers(writer, "center", center, G_N_ELEMENTS(center));
}

char *ik_tilejson(const ik_site_input *input, const ik_site_tileset *tileset, guint scale)
{
    const ik_site_words *words = &input->words[0];
    g_autoptr(GString) attribution = g_string_new(NULL);
    ik_attribution_append_line(attribution, input->territory, words->language);

    GString *out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 2);
    ik_json_begin_object(&writer);
    put_text(&writer, "tilejson", "3.0.0");
    put_text(&writer, "name", words->title);
    if (words->subtitle != NULL)
        put_text(&writer, "description", words->subtitle);
    put_text(&writer, "version", TILES_VERSION);
    put_text(&writer, "attribution", attribution->str);
    put_text(&writer, "scheme", "xyz");
    put_tiles(&writer, input->portal_url, tileset, scale);
    if (tileset->tile_size == 512) { /* as MapLibre reads it */
        ik_json_key(&writer, "tileSize");
        ik_json_put_integer(&writer, tileset->tile_size);
    }
    put_extent(&writer, &input->box, tileset);
    ik_json_end_object(&writer);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

/* tile_store.c — where a source of a style keeps its tiles.   [pipeline] */
#include "tile_store.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#include "archive_reader.h"
#include "files.h"
#include "gzip.h"

#define MAX_TILE_BYTES ((gsize)64 << 20)

struct ik_tile_store {
    char *name;
    ik_archive_reader *reader; /* NULL: `pattern` */
    char *pattern;             /* path with {z}, {x}, {y} */
    bool is_tms;
    ik_gzip_codec *codec;
    guint min_zoom, max_zoom;
    bool has_bounds;
    double bounds[4]; /* west, south, east, north */
    bool lists_layers;
    GPtrArray *layers; /* char * */
};

/* ---- paths ---- */

char *ik_local_path(const char *folder, const char *url, GError **error)
{
    static const char *const schemes[] = {"pmtiles://", "mbtiles://", "file://"};
    const char *path = url;
    for (gsize i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (g_str_has_prefix(url, schemes[i]))
            path = url + strlen(schemes[i]);
    if (strstr(path, "://") == NULL)
        return g_path_is_absolute(path) || strcmp(folder, ".") == 0
                   ? g_strdup(path)
                   : g_build_filename(folder, path, NULL);
    g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                "%s lies in a network; only files of this machine are read", url);
    return NULL;
}

/* ---- descriptions ---- */

/* The layers that a TileJSON or the metadata of an archive list in "vector_layers". */
static void note_layers(ik_tile_store *store, ik_json_value object)
{
    const ik_json_value list = ik_json_member(object, "vector_layers");
    if (!ik_json_exists(list) || ik_json_type_of(list) != IK_JSON_ARRAY)
        return;
    store->lists_layers = true;
    for (guint i = 0; i < ik_json_length(list); i++) {
        const ik_json_value layer = ik_json_item(list, i);
        const ik_json_value id = ik_json_type_of(layer) == IK_JSON_OBJECT
                                     ? ik_json_member(layer, "id")
                                     : (ik_json_value){NULL};
        if (ik_json_exists(id) && ik_json_type_of(id) == IK_JSON_STRING)
            g_ptr_array_add(store->layers, g_strdup(ik_json_string(id)));
    }
}

static void note_zoom(ik_json_value object, const char *key, guint *zoom)
{
    const ik_json_value value = ik_json_member(object, key);
    if (ik_json_exists(value) && ik_json_type_of(value) == IK_JSON_NUMBER)
        *zoom = (guint)CLAMP(ik_json_number(value), 0, IK_MAX_TILE_ZOOM);
}

static bool open_archive(ik_tile_store *store, const char *path, GError **error)
{
    store->reader = ik_archive_reader_open(path, error);
    if (store->reader == NULL)
        return false;
    const ik_archive_info *info = ik_archive_reader_info(store->reader);
    g_autoptr(ik_json) json = ik_json_parse(info->metadata, strlen(info->metadata), path, error);
    if (json == NULL)
        return false;
    note_layers(store, ik_json_root(json));
    if (info->says.min_zoom)
        store->min_zoom = MAX(store->min_zoom, info->extent.min_zoom);
    if (info->says.max_zoom)
        store->max_zoom = MIN(store->max_zoom, info->extent.max_zoom);
    return true;
}

static bool open_pattern(ik_tile_store *store, const char *folder, const char *pattern,
                         GError **error)
{
    store->pattern = ik_local_path(folder, pattern, error);
    if (store->pattern == NULL)
        return false;
    const char *variable = strchr(store->pattern, '{');
    g_autofree char *fixed =
        g_strndup(store->pattern, variable != NULL ? (gsize)(variable - store->pattern) : 0);
    g_autofree char *parent = g_path_get_dirname(fixed);
    if (variable != NULL && strstr(variable, "{z}") != NULL &&
        g_file_test(parent, G_FILE_TEST_IS_DIR))
        return true;
    if (variable == NULL)
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: expected {z}, {x} and {y} in \"tiles\"",
                    pattern);
    else
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "%s: no such folder", parent);
    return false;
}

/* Four numbers of a description, where the style says nothing else. */
static void note_bounds(ik_tile_store *store, ik_json_value root)
{
    const ik_json_value list = ik_json_member(root, "bounds");
    if (store->has_bounds || !ik_json_exists(list) || ik_json_type_of(list) != IK_JSON_ARRAY ||
        ik_json_length(list) != 4)
        return;
    for (guint i = 0; i < 4; i++) {
        if (ik_json_type_of(ik_json_item(list, i)) != IK_JSON_NUMBER)
            return;
        store->bounds[i] = ik_json_number(ik_json_item(list, i));
    }
    store->has_bounds = true;
}

/* An item of "tiles": a template; we name an archive there, too. */
static bool open_tiles(ik_tile_store *store, const char *folder, const char *tiles, GError **error)
{
    if (strchr(tiles, '{') != NULL)
        return open_pattern(store, folder, tiles, error);
    g_autofree char *path = ik_local_path(folder, tiles, error);
    return path != NULL && open_archive(store, path, error);
}

static bool open_tilejson(ik_tile_store *store, const char *path, GError **error)
{
    g_autoptr(ik_json) json = ik_json_load(path, error);
    if (json == NULL)
        return false;
    const ik_json_value root = ik_json_root(json);
    const bool is_object = ik_json_type_of(root) == IK_JSON_OBJECT;
    const ik_json_value tiles = is_object ? ik_json_member(root, "tiles") : (ik_json_value){NULL};
    if (!ik_json_exists(tiles) || ik_json_type_of(tiles) != IK_JSON_ARRAY ||
        ik_json_length(tiles) == 0 || ik_json_type_of(ik_json_item(tiles, 0)) != IK_JSON_STRING) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: expected TileJSON with \"tiles\"", path);
        return false;
    }
    guint min_zoom = 0, max_zoom = IK_MAX_TILE_ZOOM;
    note_layers(store, root);
    note_zoom(root, "minzoom", &min_zoom);
    note_zoom(root, "maxzoom", &max_zoom);
    store->min_zoom = MAX(store->min_zoom, min_zoom);
    store->max_zoom = MIN(store->max_zoom, max_zoom);
    note_bounds(store, root);
    const ik_json_value scheme = ik_json_member(root, "scheme");
    if (ik_json_exists(scheme) && ik_json_type_of(scheme) == IK_JSON_STRING)
        store->is_tms = strcmp(ik_json_string(scheme), "tms") == 0;
    g_autofree char *parent = g_path_get_dirname(path);
    return open_tiles(store, parent, ik_json_string(ik_json_item(tiles, 0)), error);
}

static bool open_url(ik_tile_store *store, const char *folder, const char *url, GError **error)
{
    g_autofree char *path = ik_local_path(folder, url, error);
    if (path == NULL)
        return false;
    if (g_str_has_suffix(path, ".json"))
        return open_tilejson(store, path, error);
    return open_archive(store, path, error);
}

static bool open_store(ik_tile_store *store, const ik_style_source *source, const char *folder,
                       GError **error)
{
    if (source->url != NULL)
        return open_url(store, folder, source->url, error);
    if (source->n_tiles > 0)
        return open_tiles(store, folder, source->tiles[0], error);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "it has neither \"url\" nor \"tiles\"");
    return false;
}

ik_tile_store *ik_tile_store_open(const ik_style_source *source, const char *folder, GError **error)
{
    g_autoptr(ik_tile_store) store = g_new0(ik_tile_store, 1);
    store->layers = g_ptr_array_new_with_free_func(g_free);
    store->codec = ik_gzip_codec_new(1);
    store->is_tms = source->is_tms;
    store->has_bounds = source->has_bounds;
    memcpy(store->bounds, source->bounds, sizeof store->bounds);
    store->min_zoom = (guint)CLAMP(ceil(source->min_zoom), 0, IK_MAX_TILE_ZOOM);
    store->max_zoom = (guint)CLAMP(floor(source->max_zoom), 0, IK_MAX_TILE_ZOOM);
    if (!open_store(store, source, folder, error)) {
        g_prefix_error(error, "source \"%s\": ", source->id);
        return NULL;
    }
    store->name = g_strdup(source->id);
    return g_steal_pointer(&store);
}

void ik_tile_store_close(ik_tile_store *store)
{
    if (store == NULL)
        return;
    ik_archive_reader_close(store->reader);
    ik_gzip_codec_free(store->codec);
    g_ptr_array_unref(store->layers);
    g_free(store->pattern);
    g_free(store->name);
    g_free(store);
}

const char *ik_tile_store_name(const ik_tile_store *store)
{
    return store->name;
}

guint ik_tile_store_min_zoom(const ik_tile_store *store)
{
    return store->min_zoom;
}

guint ik_tile_store_max_zoom(const ik_tile_store *store)
{
    return store->max_zoom;
}

bool ik_tile_store_lists_layers(const ik_tile_store *store)
{
    return store->lists_layers;
}

guint ik_tile_store_n_layers(const ik_tile_store *store)
{
    return store->layers->len;
}

const char *ik_tile_store_layer(const ik_tile_store *store, guint index)
{
    return g_ptr_array_index(store->layers, index);
}

/* ---- tiles ---- */

static GBytes *get_archived(ik_tile_store *store, ik_tile tile, GError **error)
{
    ik_archive_entry entry;
    bool found = false;
    if (!ik_archive_reader_find(store->reader, tile, &entry, &found, error) || !found)
        return NULL;
    g_autoptr(GBytes) stored = ik_archive_reader_read(store->reader, &entry, error);
    return stored != NULL ? ik_archive_reader_expand(store->reader, stored, error) : NULL;
}

static char *tile_path(const ik_tile_store *store, ik_tile tile)
{
    const struct {
        const char *variable;
        guint value;
    } variables[] = {{"{z}", tile.zoom},
                     {"{x}", tile.x},
                     {"{y}", store->is_tms ? (1u << tile.zoom) - 1 - tile.y : tile.y},
                     {"{-y}", (1u << tile.zoom) - 1 - tile.y}};
    GString *path = g_string_new(store->pattern);
    for (gsize i = 0; i < G_N_ELEMENTS(variables); i++) {
        char digits[16];
        g_snprintf(digits, sizeof digits, "%u", variables[i].value);
        g_string_replace(path, variables[i].variable, digits, 0);
    }
    return g_string_free(path, FALSE);
}

/* A tile that no file holds is empty; one that cannot be read is an error. */
static GBytes *get_file(ik_tile_store *store, ik_tile tile, GError **error)
{
    g_autofree char *path = tile_path(store, tile);
    GError *reason = NULL;
    char *bytes = NULL;
    gsize size = 0;
    if (!g_file_get_contents(path, &bytes, &size, &reason)) {
        if (!g_error_matches(reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            g_set_error(error, IK_ERROR, IK_ERROR_IO, "%s", reason->message);
        g_error_free(reason);
        return NULL;
    }
    const bool is_gzip = size > 2 && (guint8)bytes[0] == 0x1f && (guint8)bytes[1] == 0x8b;
    if (!is_gzip)
        return g_bytes_new_take(bytes, size);
    GBytes *expanded = ik_gzip_expand(store->codec, bytes, size, MAX_TILE_BYTES, error);
    g_free(bytes);
    return expanded;
}

/* Source: MapLibre's TileBounds. */
static bool is_within(const ik_tile_store *store, ik_tile tile)
{
    const double *b = store->bounds, n = exp2(tile.zoom);
    const double side_m = 2 * ik_mercator_from_lonlat((ik_lonlat){180, 0}).x;
    const ik_mercator northwest =
        ik_mercator_from_lonlat((ik_lonlat){MAX(b[0], -180), MIN(b[3], 90)});
    const ik_mercator southeast =
        ik_mercator_from_lonlat((ik_lonlat){MIN(b[2], 180), MAX(b[1], -90)});
    return !store->has_bounds || (tile.x >= floor((0.5 + northwest.x / side_m) * n) &&
                                  tile.y >= floor((0.5 - northwest.y / side_m) * n) &&
                                  tile.x < ceil((0.5 + southeast.x / side_m) * n) &&
                                  tile.y < ceil((0.5 - southeast.y / side_m) * n));
}

GBytes *ik_tile_store_get(ik_tile_store *store, ik_tile tile, GError **error)
{
    GError *reason = NULL;
    if (!is_within(store, tile))
        return NULL;
    GBytes *bytes =
        store->reader != NULL ? get_archived(store, tile, &reason) : get_file(store, tile, &reason);
    if (reason != NULL)
        g_propagate_prefixed_error(error, reason, "source \"%s\": tile %u/%u/%u: ", store->name,
                                   tile.zoom, tile.x, tile.y);
    return bytes;
}

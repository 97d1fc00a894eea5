/* style_sources.c — all that the layers of a style draw in one picture.   [pipeline] */
#include "style_sources.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "geojson_source.h"
#include "layer_sets.h"
#include "own_source.h"
#include "picture_source.h"
#include "source_layer.h"
#include "style_images.h"
#include "vector_source.h"

/* What one source gave. */
typedef struct {
    ik_layer_sets *sets;
    ik_source_pictures pictures;
} source_content;

struct ik_style_sources {
    const ik_style_sources_request *request; /* while reading */
    GPtrArray *warnings;                     /* while reading */
    GPtrArray *contents;                     /* source_content */
    GArray *features;                        /* ik_layer_features */
    GArray *pictures;                        /* ik_layer_pictures */
    GPtrArray *ids;                          /* const char *, NULL at the end */
    ik_style_images *images;
    ik_map_sources map;
};

static void free_content(gpointer data)
{
    source_content *content = data;
    ik_layer_sets_free(content->sets);
    ik_source_pictures_clear(&content->pictures);
    g_free(content);
}

void ik_style_sources_free(ik_style_sources *sources)
{
    if (sources == NULL)
        return;
    g_ptr_array_unref(sources->contents);
    g_array_unref(sources->features);
    g_array_unref(sources->pictures);
    g_ptr_array_unref(sources->ids);
    ik_style_images_free(sources->images);
    g_free(sources);
}

const ik_map_sources *ik_style_sources_map(const ik_style_sources *sources)
{
    return &sources->map;
}

const ik_image_table *ik_style_sources_images(const ik_style_sources *sources)
{
    return ik_style_images_table(sources->images);
}

static void warn(const ik_style_sources *sources, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void warn(const ik_style_sources *sources, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_ptr_array_add(sources->warnings, g_strconcat(sources->request->name, ": ", text, NULL));
}

/* ---- what the style asks for ---- */

static bool is_own(const char *id)
{
    return strcmp(id, IK_OWN_SOURCE_ID) == 0;
}

bool ik_style_uses_own(const ik_style *style)
{
    for (guint i = 0; i < ik_style_n_layers(style); i++) {
        const ik_style_layer *layer = ik_style_layer_at(style, i);
        if (layer->source != NULL && is_own(layer->source))
            return true;
    }
    return false;
}

static bool is_drawn(const ik_style_sources *sources, const ik_style_layer *layer, const char *id)
{
    const double zoom = sources->request->grid.zoom - IK_GRID_ZOOM_AHEAD;
    return layer->source != NULL && strcmp(layer->source, id) == 0 &&
           ik_style_layer_is_drawn(layer, zoom);
}

/* The source layers that the style draws of a source, each once; NULL at the end. */
static GPtrArray *wanted_layers(const ik_style_sources *sources, const char *id)
{
    const ik_style *style = sources->request->style;
    GPtrArray *wanted = g_ptr_array_new();
    for (guint i = 0; i < ik_style_n_layers(style); i++) {
        const ik_style_layer *layer = ik_style_layer_at(style, i);
        if (!is_drawn(sources, layer, id))
            continue;
        const char *name = layer->source_layer != NULL ? layer->source_layer : "";
        if (!g_ptr_array_find_with_equal_func(wanted, name, g_str_equal, NULL))
            g_ptr_array_add(wanted, (gpointer)(guintptr)name);
    }
    g_ptr_array_add(wanted, NULL);
    return wanted;
}

/* ---- sources ---- */

static void append_names(GString *list, const char *name)
{
    g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", name);
}

/* Layers that the description lists, or those of the tiles that were read. */
static void check_layers(const ik_style_sources *sources, const char *id, const GPtrArray *wanted,
                         const ik_tile_store *store, const ik_layer_sets *sets)
{
    g_autoptr(GString) list = g_string_new(NULL);
    g_autoptr(GPtrArray) there = g_ptr_array_new();
    for (guint i = 0; i < ik_tile_store_n_layers(store); i++)
        g_ptr_array_add(there, (gpointer)(guintptr)ik_tile_store_layer(store, i));
    for (guint i = 0; !ik_tile_store_lists_layers(store) && i < sets->seen->len; i++)
        g_ptr_array_add(there, g_ptr_array_index(sets->seen, i));
    for (guint i = 0; i < there->len; i++)
        append_names(list, g_ptr_array_index(there, i));
    for (guint i = 0; i + 1 < wanted->len; i++) {
        const char *name = g_ptr_array_index(wanted, i);
        if (there->len > 0 && !g_ptr_array_find_with_equal_func(there, name, g_str_equal, NULL) &&
            !g_ptr_array_find_with_equal_func(sets->seen, name, g_str_equal, NULL))
            warn(sources, "source \"%s\" has no layer \"%s\"; it has %s", id, name, list->str);
    }
}

static void warn_of_losses(const ik_style_sources *sources, const char *id, guint n_lost)
{
    if (n_lost > 0)
        warn(sources, "source \"%s\": %u geometr%s cannot be read and %s left out", id, n_lost,
             n_lost == 1 ? "y" : "ies", n_lost == 1 ? "is" : "are");
}

static bool read_vector(const ik_style_sources *sources, const ik_style_source *source,
                        source_content *content, GError **error)
{
    const ik_style_sources_request *request = sources->request;
    guint n_lost = 0;
    g_autoptr(GPtrArray) wanted = wanted_layers(sources, source->id);
    g_autoptr(ik_tile_store) store =
        ik_tile_store_open(source, ik_style_folder(request->style), error);
    if (store == NULL)
        return false;
    const ik_vector_source vector = {source, store, &request->grid,
                                     (const char *const *)wanted->pdata};
    if (!ik_vector_source_read(&vector, content->sets, &n_lost, error))
        return false;
    check_layers(sources, source->id, wanted, store, content->sets);
    warn_of_losses(sources, source->id, n_lost);
    return true;
}

/* Whether every layer that draws the source wants its pixels as squares. */
static bool is_nearest(const ik_style_sources *sources, const char *id)
{
    const ik_style *style = sources->request->style;
    ik_arena *arena = ik_arena_new();
    ik_evaluation evaluation = {.zoom = sources->request->grid.zoom - IK_GRID_ZOOM_AHEAD,
                                .arena = arena};
    bool all = true;
    for (guint i = 0; i < ik_style_n_layers(style); i++) {
        const ik_style_layer *layer = ik_style_layer_at(style, i);
        if (!is_drawn(sources, layer, id) || layer->type != IK_LAYER_RASTER)
            continue;
        const ik_property resampling =
            ik_style_is_set(layer, IK_RESAMPLING) ? IK_RESAMPLING : IK_RASTER_RESAMPLING;
        all = all && ik_style_choice(layer, resampling, &evaluation) == IK_RESAMPLING_NEAREST;
    }
    ik_arena_free(arena);
    return all;
}

static ik_pictures_request pictures_of(const ik_style_sources *sources,
                                       const ik_style_source *source)
{
    return (ik_pictures_request){&sources->request->grid, sources->request->pixel_ratio,
                                 is_nearest(sources, source->id)};
}

static bool read_raster(const ik_style_sources *sources, const ik_style_source *source,
                        source_content *content, GError **error)
{
    const ik_style_sources_request *request = sources->request;
    const ik_pictures_request pictures = pictures_of(sources, source);
    g_autoptr(ik_tile_store) store =
        ik_tile_store_open(source, ik_style_folder(request->style), error);
    return store != NULL &&
           ik_picture_source_read_tiles(source, store, &pictures, &content->pictures, error);
}

static bool read_geojson(const ik_style_sources *sources, const ik_style_source *source,
                         source_content *content, GError **error)
{
    const ik_style_sources_request *request = sources->request;
    g_autoptr(ik_json) file = NULL;
    ik_json_value document = source->data;
    ik_geojson_losses losses = {0};
    g_autofree char *path = NULL;
    if (source->data_url != NULL) {
        path = ik_local_path(ik_style_folder(request->style), source->data_url, error);
        file = path != NULL ? ik_json_load(path, error) : NULL;
        if (file == NULL) {
            g_prefix_error(error, "source \"%s\": ", source->id);
            return false;
        }
        document = ik_json_root(file);
    }
    g_autofree char *name = g_strdup_printf("source \"%s\"", source->id);
    ik_feature_set *set = ik_geojson_source_read(source, document, path != NULL ? path : name,
                                                 &request->grid, &losses, error);
    if (set == NULL)
        return false;
    ik_layer_sets_add(content->sets, NULL, set);
    warn_of_losses(sources, source->id, losses.unread);
    if (losses.not_joined > 0)
        warn(sources,
             "source \"%s\": of a source with clusters only points are shown; %u other geometr%s "
             "left out",
             source->id, losses.not_joined, losses.not_joined == 1 ? "y is" : "ies are");
    return true;
}

/* Our own layers where no tiling reaches them. */
static void read_own(const ik_style_sources *sources, source_content *content)
{
    const ik_style_sources_request *request = sources->request;
    g_autoptr(GPtrArray) wanted = wanted_layers(sources, IK_OWN_SOURCE_ID);
    for (guint i = 0; i + 1 < wanted->len; i++)
        ik_own_source_add(request->map, g_ptr_array_index(wanted, i), &request->grid,
                          content->sets);
}

static bool read_image(const ik_style_sources *sources, const ik_style_source *source,
                       source_content *content, GError **error)
{
    const ik_style_sources_request *request = sources->request;
    const ik_pictures_request pictures = pictures_of(sources, source);
    return ik_picture_source_read_image(source, ik_style_folder(request->style), &pictures,
                                        &content->pictures, error);
}

static bool read_content(const ik_style_sources *sources, const ik_style_source *source,
                         source_content *content, GError **error)
{
    switch (source->type) {
    case IK_SOURCE_VECTOR: return read_vector(sources, source, content, error);
    case IK_SOURCE_RASTER: return read_raster(sources, source, content, error);
    case IK_SOURCE_GEOJSON: return read_geojson(sources, source, content, error);
    case IK_SOURCE_IMAGE: return read_image(sources, source, content, error);
    default:
        warn(sources, "source \"%s\": the type \"%s\" is not drawn", source->id,
             ik_style_source_type_name(source->type));
        return true;
    }
}

static void list_content(ik_style_sources *sources, const char *id, const source_content *content)
{
    for (guint i = 0; i < content->sets->layers->len; i++) {
        const ik_layer_sets_entry *entry =
            &g_array_index(content->sets->layers, ik_layer_sets_entry, i);
        const ik_layer_features features = {
            id, entry->name, (const ik_feature_set *const *)entry->sets->pdata, entry->sets->len};
        g_array_append_val(sources->features, features);
    }
    const ik_layer_pictures pictures = {
        id, (const ik_source_picture *)(gpointer)content->pictures.pictures->data,
        content->pictures.pictures->len};
    if (pictures.n_pictures > 0)
        g_array_append_val(sources->pictures, pictures);
    g_ptr_array_add(sources->ids, (gpointer)(guintptr)id);
}

static bool read_source(ik_style_sources *sources, const char *id, GError **error)
{
    const ik_style_source *source = ik_style_find_source(sources->request->style, id);
    source_content *content = g_new0(source_content, 1);
    content->sets = ik_layer_sets_new();
    ik_source_pictures_init(&content->pictures);
    g_ptr_array_add(sources->contents, content);
    if (is_own(id)) {
        read_own(sources, content);
    } else if (source == NULL) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "there is no source \"%s\"", id);
        return false;
    } else if (!read_content(sources, source, content, error)) {
        return false;
    }
    list_content(sources, id, content);
    return true;
}

/* ---- the whole ---- */

/* Each source once, in the order in which layers use them. Our own is the tiling's where that reaches. */
static bool read_sources(ik_style_sources *sources, GError **error)
{
    const ik_style_sources_request *request = sources->request;
    for (guint i = 0; i < ik_style_n_layers(request->style); i++) {
        const char *id = ik_style_layer_at(request->style, i)->source;
        if (id == NULL || (is_own(id) && !request->is_deep) ||
            g_ptr_array_find_with_equal_func(sources->ids, id, g_str_equal, NULL) ||
            !is_drawn(sources, ik_style_layer_at(request->style, i), id))
            continue;
        if (!read_source(sources, id, error)) {
            g_prefix_error(error, "%s: ", request->name);
            return false;
        }
    }
    return true;
}

ik_style_sources *ik_style_sources_read(const ik_style_sources_request *request,
                                        GPtrArray *warnings, GError **error)
{
    g_autoptr(ik_style_sources) sources = g_new0(ik_style_sources, 1);
    sources->request = request;
    sources->warnings = warnings;
    sources->contents = g_ptr_array_new_with_free_func(free_content);
    sources->features = g_array_new(FALSE, FALSE, sizeof(ik_layer_features));
    sources->pictures = g_array_new(FALSE, FALSE, sizeof(ik_layer_pictures));
    sources->ids = g_ptr_array_new();
    sources->images =
        ik_style_images_read(request->style, request->pixel_ratio,
                             request->map != NULL ? request->map->records : NULL, error);
    if (sources->images == NULL || !read_sources(sources, error))
        return NULL;
    g_ptr_array_add(sources->ids, NULL);
    sources->map = (ik_map_sources){
        (const ik_layer_features *)(gpointer)sources->features->data, sources->features->len,
        (const ik_layer_pictures *)(gpointer)sources->pictures->data, sources->pictures->len,
        (const char *const *)sources->ids->pdata};
    return g_steal_pointer(&sources);
}

/* style_source_reader.c — reading the sources of a style.   [style] */
#include "expression_node.h"
#include "style_filter.h"
#include "style_record.h"

#include <string.h>

#define MAX_SOURCES 1000u

static const char *const TYPES[] = {"vector", "raster", "raster-dem", "geojson", "image", "video"};

/* Only features and pictures from a server may say things of their own beside these. */
static const char *const GEOJSON_KEYS[] = {"type",
                                           "data",
                                           "maxzoom",
                                           "attribution",
                                           "buffer",
                                           "filter",
                                           "tolerance",
                                           "cluster",
                                           "clusterRadius",
                                           "clusterMaxZoom",
                                           "lineMetrics",
                                           "clusterMinPoints",
                                           "clusterProperties",
                                           "generateId",
                                           "promoteId"};
static const char *const IMAGE_KEYS[] = {"type", "url", "coordinates"};
static const char *const VIDEO_KEYS[] = {"type", "urls", "coordinates"};

const char *ik_style_source_type_name(ik_style_source_type type)
{
    return TYPES[type];
}

const char *ik_style_source_promoted(const ik_style_source *source, const char *layer)
{
    for (guint i = 0; layer != NULL && i < source->n_promote_ids; i++)
        if (strcmp(source->promote_ids[i].layer, layer) == 0)
            return source->promote_ids[i].attribute;
    return source->promote_id;
}

/* ---- vector, raster ---- */

static bool read_tiles(ik_compiler *compiler, ik_json_value json, ik_style_source *source)
{
    ik_json_value tiles;
    if (!ik_compiler_get(compiler, json, "tiles", IK_JSON_ARRAY, &tiles))
        return false;
    if (!ik_json_exists(tiles))
        return true;
    gsize length = ik_compiler_enter_key(compiler, "tiles");
    const char **templates =
        ik_arena_alloc(compiler->arena, ik_json_length(tiles), sizeof *templates);
    for (guint i = 0; i < ik_json_length(tiles); i++) {
        ik_json_value item = ik_json_item(tiles, i);
        gsize before = ik_compiler_enter(compiler, i);
        if (!ik_compiler_check_type(compiler, item, IK_JSON_STRING))
            return false;
        templates[i] = ik_arena_copy(compiler->arena, ik_json_string(item));
        ik_compiler_leave(compiler, before);
    }
    ik_compiler_leave(compiler, length);
    source->tiles = templates;
    source->n_tiles = ik_json_length(tiles);
    return true;
}

static bool read_scheme(ik_compiler *compiler, ik_json_value json, ik_style_source *source)
{
    static const char *const SCHEMES[] = {"xyz", "tms"};
    const char *scheme = "xyz";
    if (!ik_compiler_get_text(compiler, json, "scheme", &scheme))
        return false;
    source->is_tms = strcmp(scheme, "tms") == 0;
    if (source->is_tms || strcmp(scheme, "xyz") == 0)
        return true;
    ik_compiler_enter_key(compiler, "scheme");
    return ik_compiler_fail_choice(compiler, "scheme", scheme, SCHEMES, G_N_ELEMENTS(SCHEMES));
}

static bool read_tile_size(ik_compiler *compiler, ik_json_value json, ik_style_source *source)
{
    double size = source->tile_size;
    if (!ik_compiler_get_number(compiler, json, "tileSize", &size))
        return false;
    source->tile_size = (guint)CLAMP(size, 0, 65536);
    if (size >= 1 && size <= 65536)
        return true;
    ik_compiler_enter_key(compiler, "tileSize");
    return ik_compiler_fail(compiler, "expected 1 to 65536 pixels");
}

static bool read_tiled(ik_style_reader *reader, ik_json_value json, ik_style_source *source)
{
    ik_compiler *compiler = &reader->compiler;
    if (source->type == IK_SOURCE_RASTER_DEM)
        ik_style_warn(reader, "raster-dem", "sources of type \"raster-dem\" are not supported");
    return read_tiles(compiler, json, source) && read_scheme(compiler, json, source) &&
           read_tile_size(compiler, json, source) &&
           ik_compiler_get_text(compiler, json, "url", &source->url) &&
           ik_compiler_get_number(compiler, json, "minzoom", &source->min_zoom) &&
           ik_compiler_get_number(compiler, json, "maxzoom", &source->max_zoom) &&
           ik_compiler_get_numbers(compiler, json, "bounds", source->bounds, 4,
                                   &source->has_bounds);
}

/* ---- geojson ---- */

static bool read_data(ik_compiler *compiler, ik_json_value json, ik_style_source *source)
{
    ik_json_value data = ik_json_member(json, "data");
    if (!ik_json_exists(data))
        return ik_compiler_fail(compiler, "missing property \"data\"");
    if (ik_json_type_of(data) == IK_JSON_STRING) {
        source->data_url = ik_arena_copy(compiler->arena, ik_json_string(data));
        return true;
    }
    source->data = data;
    ik_compiler_enter_key(compiler, "data");
    if (ik_json_type_of(data) != IK_JSON_OBJECT)
        return ik_compiler_fail(compiler, "expected a GeoJSON object or its address but found %s",
                                ik_json_type_name(ik_json_type_of(data)));
    return true;
}

static bool read_geojson(ik_style_reader *reader, ik_json_value json, ik_style_source *source)
{
    ik_compiler *compiler = &reader->compiler;
    gsize length = compiler->path->len;
    source->max_zoom = 18;
    if (!ik_compiler_check_keys(compiler, json, GEOJSON_KEYS, G_N_ELEMENTS(GEOJSON_KEYS)) ||
        !read_data(compiler, json, source))
        return false;
    ik_compiler_leave(compiler, length);
    if (!ik_compiler_get_number(compiler, json, "maxzoom", &source->max_zoom) ||
        !ik_compiler_get_number(compiler, json, "buffer", &source->buffer) ||
        !ik_compiler_get_number(compiler, json, "tolerance", &source->tolerance) ||
        !ik_compiler_get_flag(compiler, json, "lineMetrics", &source->line_metrics) ||
        !ik_compiler_get_flag(compiler, json, "generateId", &source->generate_id) ||
        !ik_style_read_cluster(reader, json, source))
        return false;
    ik_json_value filter = ik_json_member(json, "filter");
    if (!ik_json_exists(filter))
        return true;
    ik_compiler_enter_key(compiler, "filter");
    source->filter = ik_style_filter_compile(compiler, filter);
    return source->filter != NULL;
}

/* ---- image, video ---- */

static bool read_corners(ik_compiler *compiler, ik_json_value json, ik_style_source *source)
{
    ik_json_value corners;
    if (!ik_compiler_get(compiler, json, "coordinates", IK_JSON_ARRAY, &corners))
        return false;
    if (!ik_json_exists(corners) || ik_json_length(corners) != 4)
        return ik_compiler_fail(compiler, "expected four \"coordinates\"");
    ik_compiler_enter_key(compiler, "coordinates");
    for (guint i = 0; i < 4; i++) {
        ik_json_value corner = ik_json_item(corners, i);
        ik_compiler_enter(compiler, i);
        if (!ik_compiler_check_type(compiler, corner, IK_JSON_ARRAY))
            return false;
        if (ik_json_length(corner) != 2)
            return ik_compiler_fail(compiler, "expected longitude and latitude");
        for (guint k = 0; k < 2; k++) {
            if (!ik_compiler_check_type(compiler, ik_json_item(corner, k), IK_JSON_NUMBER))
                return false;
            source->coordinates[i][k] = ik_json_number(ik_json_item(corner, k));
        }
    }
    return true;
}

static bool read_image(ik_style_reader *reader, ik_json_value json, ik_style_source *source)
{
    ik_compiler *compiler = &reader->compiler;
    bool is_video = source->type == IK_SOURCE_VIDEO;
    if (is_video)
        ik_style_warn(reader, "video", "sources of type \"video\" are not supported");
    return ik_compiler_check_keys(compiler, json, is_video ? VIDEO_KEYS : IMAGE_KEYS, 3) &&
           ik_compiler_get_text(compiler, json, "url", &source->url) &&
           read_corners(compiler, json, source);
}

/* ---- all ---- */

static bool read_type(ik_compiler *compiler, ik_json_value json, ik_style_source_type *type)
{
    const char *name = NULL;
    if (!ik_compiler_get_text(compiler, json, "type", &name))
        return false;
    if (name == NULL)
        return ik_compiler_fail(compiler, "missing property \"type\"");
    for (guint i = 0; i < G_N_ELEMENTS(TYPES); i++)
        if (strcmp(TYPES[i], name) == 0) {
            *type = (ik_style_source_type)i;
            return true;
        }
    ik_compiler_enter_key(compiler, "type");
    return ik_compiler_fail_choice(compiler, "source type", name, TYPES, G_N_ELEMENTS(TYPES));
}

static bool read_promotion_by_layer(ik_compiler *compiler, ik_json_value members,
                                    ik_style_source *source)
{
    const guint n = ik_json_length(members);
    ik_promoted_id *ids = ik_arena_alloc(compiler->arena, n, sizeof *ids);
    const gsize length = ik_compiler_enter_key(compiler, "promoteId");
    for (guint i = 0; i < n; i++) {
        ids[i].layer = ik_arena_copy(compiler->arena, ik_json_member_key(members, i));
        if (!ik_compiler_get_text(compiler, members, ids[i].layer, &ids[i].attribute))
            return false;
    }
    ik_compiler_leave(compiler, length);
    source->promote_ids = ids;
    source->n_promote_ids = n;
    return true;
}

/* One attribute for all layers, or one a layer. */
static bool read_promotion(ik_compiler *compiler, ik_json_value json, ik_style_source *source)
{
    const ik_json_value member = ik_json_member(json, "promoteId");
    return ik_json_exists(member) && ik_json_type_of(member) == IK_JSON_OBJECT
               ? read_promotion_by_layer(compiler, member, source)
               : ik_compiler_get_text(compiler, json, "promoteId", &source->promote_id);
}

static bool read_source(ik_style_reader *reader, ik_json_value json, ik_style_source *source)
{
    ik_compiler *compiler = &reader->compiler;
    if (!ik_compiler_check_type(compiler, json, IK_JSON_OBJECT) ||
        !read_type(compiler, json, &source->type) ||
        !ik_compiler_get_text(compiler, json, "attribution", &source->attribution) ||
        !read_promotion(compiler, json, source))
        return false;
    switch (source->type) {
    case IK_SOURCE_GEOJSON: return read_geojson(reader, json, source);
    case IK_SOURCE_IMAGE:
    case IK_SOURCE_VIDEO: return read_image(reader, json, source);
    default: return read_tiled(reader, json, source);
    }
}

bool ik_style_read_sources(ik_style_reader *reader, ik_json_value sources)
{
    ik_style *style = reader->style;
    guint n = ik_json_length(sources);
    if (n > MAX_SOURCES)
        return ik_compiler_fail(&reader->compiler, "%u sources are more than the %u allowed", n,
                                MAX_SOURCES);
    style->sources = ik_arena_alloc(style->arena, n, sizeof *style->sources);
    for (guint i = 0; i < n; i++) {
        const char *id = ik_json_member_key(sources, i);
        gsize length = ik_compiler_enter_key(&reader->compiler, id);
        ik_style_source *source = &style->sources[style->n_sources++];
        *source = (ik_style_source){.id = id,
                                    .max_zoom = 22,
                                    .bounds = {-180, -85.051129, 180, 85.051129},
                                    .tile_size = 512,
                                    .buffer = 128,
                                    .tolerance = 0.375,
                                    .cluster_radius = 50};
        if (!read_source(reader, ik_json_member_at(sources, i), source) &&
            !ik_style_note_fault(reader, length))
            return false;
        ik_compiler_leave(&reader->compiler, length);
    }
    return true;
}

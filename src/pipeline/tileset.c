/* tileset.c — one archive: described, verified, one tile of it.   [pipeline] */
#include <ideenkarte/tileset.h>

#include <ideenkarte/error.h>
#include <string.h>

#include "archive_verify.h"
#include "json_writer.h"
#include "mvt_check.h"
#include "printable.h"
#include "workspace_parts.h"

/* --- describing ------------------------------------------------------------------------------- */

static const char *format_name(ik_archive_format format)
{
    switch (format) {
    case IK_ARCHIVE_PMTILES: return "PMTiles 3";
    case IK_ARCHIVE_MBTILES: return "MBTiles";
    case IK_ARCHIVE_FOLDER: break;
    }
    return "folder";
}

static void put_text(ik_json_writer *writer, const char *key, const char *text)
{
    ik_json_key(writer, key);
    ik_json_put_string(writer, text);
}

static void put_number(ik_json_writer *writer, const char *key, guint64 number)
{
    ik_json_key(writer, key);
    ik_json_put_integer(writer, (gint64)MIN(number, G_MAXINT64));
}

static void put_numbers(ik_json_writer *writer, const char *key, const double *numbers, guint n)
{
    ik_json_key(writer, key);
    ik_json_begin_array(writer);
    for (guint i = 0; i < n; i++)
        ik_json_put_rounded(writer, numbers[i], 7);
    ik_json_end_array(writer);
}

static void put_extent(ik_json_writer *writer, const ik_archive_info *info)
{
    const ik_archive_extent *extent = &info->extent;
    const double bounds[] = {extent->bounds.west, extent->bounds.south, extent->bounds.east,
                             extent->bounds.north};
    const double center[] = {extent->center.lon, extent->center.lat, extent->center_zoom};
    if (info->says.min_zoom)
        put_number(writer, "minzoom", extent->min_zoom);
    if (info->says.max_zoom)
        put_number(writer, "maxzoom", extent->max_zoom);
    if (info->says.bounds)
        put_numbers(writer, "bounds", bounds, G_N_ELEMENTS(bounds));
    if (info->says.center)
        put_numbers(writer, "center", center, G_N_ELEMENTS(center));
}

static void put_metadata(ik_json_writer *writer, ik_json_value metadata,
                         const char *const *left_out)
{
    for (guint i = 0; i < ik_json_length(metadata); i++) {
        const char *key = ik_json_member_key(metadata, i);
        if (ik_archive_metadata_is_extent(key) ||
            (left_out != NULL && g_strv_contains(left_out, key)))
            continue;
        ik_json_key(writer, key);
        ik_archive_metadata_copy(writer, ik_json_member_at(metadata, i));
    }
}

static void put_json(ik_json_writer *writer, const ik_archive_info *info, ik_json_value metadata)
{
    put_text(writer, "format", format_name(info->format));
    put_text(writer, "tile_type", ik_tile_type_name(info->type));
    put_text(writer, "tile_compression", ik_compression_name(info->compression));
    put_extent(writer, info);
    if (info->format == IK_ARCHIVE_PMTILES) {
        put_number(writer, "addressed_tiles", info->addressed);
        put_number(writer, "tile_entries", info->entries);
        put_number(writer, "tile_contents", info->contents);
        ik_json_key(writer, "clustered");
        ik_json_put_bool(writer, info->is_clustered);
    }
    put_number(writer, "bytes", info->file_bytes);
    ik_json_key(writer, "metadata");
    ik_json_begin_object(writer);
    put_metadata(writer, metadata, NULL);
    ik_json_end_object(writer);
}

static void put_tilejson(ik_json_writer *writer, const ik_archive_info *info,
                         ik_json_value metadata, const char *tile_url)
{
    static const char *const ours[] = {"tilejson", "tiles",       "scheme",  "format",
                                       "type",     "compression", "version", NULL};
    g_autofree char *relative = g_strdup_printf("{z}/{x}/{y}.%s", ik_tile_type_name(info->type));
    ik_json_value version = ik_json_member(metadata, "version");
    bool has_version = ik_json_exists(version) && ik_json_type_of(version) == IK_JSON_STRING &&
                       strchr(ik_json_string(version), '.') != NULL;
    put_text(writer, "tilejson", "3.0.0");
    ik_json_key(writer, "tiles");
    ik_json_begin_array(writer);
    ik_json_put_string(writer, tile_url != NULL ? tile_url : relative);
    ik_json_end_array(writer);
    put_text(writer, "scheme", "xyz");
    put_text(writer, "version", has_version ? ik_json_string(version) : "1.0.0");
    put_extent(writer, info);
    put_metadata(writer, metadata, ours);
}

static void append_text(GString *out, const ik_archive_info *info)
{
    const ik_archive_extent *extent = &info->extent;
    g_string_append_printf(out, "format        %s\ntiles         %s, compression %s\n",
                           format_name(info->format), ik_tile_type_name(info->type),
                           ik_compression_name(info->compression));
    if (info->says.min_zoom && info->says.max_zoom)
        g_string_append_printf(out, "zooms         %u to %u\n", extent->min_zoom, extent->max_zoom);
    const double box[] = {extent->bounds.west, extent->bounds.south, extent->bounds.east,
                          extent->bounds.north};
    for (guint i = 0; info->says.bounds && i < G_N_ELEMENTS(box); i++) {
        g_string_append(out, i == 0 ? "bounds        " : ", ");
        ik_append_rounded(out, box[i], 7);
    }
    g_string_append(out, info->says.bounds ? "\n" : "");
    if (info->format == IK_ARCHIVE_PMTILES)
        g_string_append_printf(
            out,
            "addressed     %" G_GUINT64_FORMAT "\nentries       %" G_GUINT64_FORMAT
            "\ncontents      %" G_GUINT64_FORMAT "\nclustered     %s\n",
            info->addressed, info->entries, info->contents, info->is_clustered ? "yes" : "no");
    if (info->file_bytes > 0)
        g_string_append_printf(out, "bytes         %" G_GUINT64_FORMAT "\n", info->file_bytes);
}

/* Plain values a line each; lists and objects are for JSON. */
static void append_metadata(GString *out, ik_json_value metadata)
{
    for (guint i = 0; i < ik_json_length(metadata); i++) {
        const char *key = ik_json_member_key(metadata, i);
        ik_json_value value = ik_json_member_at(metadata, i);
        if (ik_archive_metadata_is_extent(key) || ik_json_type_of(value) != IK_JSON_STRING)
            continue;
        g_autofree char *name = ik_printable(key), *text = ik_printable(ik_json_string(value));
        g_string_append_printf(out, "%-13s %s\n", name, text);
    }
}

char *ik_tileset_describe(const char *path, ik_tileset_form form, const char *tile_url,
                          GError **error)
{
    g_autoptr(ik_archive_reader) reader = ik_archive_reader_open(path, error);
    if (reader == NULL)
        return NULL;
    const ik_archive_info *info = ik_archive_reader_info(reader);
    g_autoptr(ik_json) parsed =
        ik_json_parse(info->metadata, strlen(info->metadata), "metadata", error);
    if (parsed == NULL)
        return NULL;
    GString *out = g_string_new(NULL);
    if (form == IK_TILESET_TEXT) {
        append_text(out, info);
        append_metadata(out, ik_json_root(parsed));
        return g_string_free(out, FALSE);
    }
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 2);
    ik_json_begin_object(&writer);
    if (form == IK_TILESET_JSON)
        put_json(&writer, info, ik_json_root(parsed));
    else
        put_tilejson(&writer, info, ik_json_root(parsed), tile_url);
    ik_json_end_object(&writer);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

/* --- verifying -------------------------------------------------------------------------------- */

static bool tell(guint64 done, guint64 total, gpointer data, GError **error)
{
    return ik_tell_progress(data, "stage.verify", done, total, error);
}

static bool check_tile(ik_tile_type type, const void *bytes, gsize size, gpointer data,
                       GError **error)
{
    (void)data;
    return type != IK_TILE_MVT || ik_mvt_check(bytes, size, error);
}

bool ik_tileset_verify(const char *path, ik_progress_fn progress, gpointer data,
                       ik_tileset_counts *counts, GError **error)
{
    ik_progress_reporter reporter = {progress, data};
    const ik_verify_options options = {.check = check_tile, .progress = tell, .data = &reporter};
    ik_verify_result result;
    if (!ik_archive_verify(path, &options, &result, error)) {
        ik_error_make_printable(error);
        return false;
    }
    if (counts != NULL)
        *counts = (ik_tileset_counts){.tiles = result.tiles,
                                      .entries = result.entries,
                                      .contents = result.contents,
                                      .bytes = result.bytes,
                                      .min_zoom = result.min_zoom,
                                      .max_zoom = result.max_zoom,
                                      .bounds = result.bounds};
    return true;
}

/* --- one tile --------------------------------------------------------------------------------- */

GBytes *ik_tileset_tile(const char *path, guint zoom, guint x, guint y, bool expand, GError **error)
{
    if (zoom > IK_MAX_TILE_ZOOM || x >> zoom != 0 || y >> zoom != 0) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%u/%u/%u: there is no such tile", zoom, x, y);
        return NULL;
    }
    g_autoptr(ik_archive_reader) reader = ik_archive_reader_open(path, error);
    ik_archive_entry entry;
    bool found;
    if (reader == NULL ||
        !ik_archive_reader_find(reader, (ik_tile){zoom, x, y}, &entry, &found, error))
        return NULL;
    if (!found) {
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "%s: has no tile %u/%u/%u", path, zoom, x,
                    y);
        return NULL;
    }
    g_autoptr(GBytes) stored = ik_archive_reader_read(reader, &entry, error);
    if (stored == NULL || !expand)
        return g_steal_pointer(&stored);
    GBytes *plain = ik_archive_reader_expand(reader, stored, error);
    if (plain == NULL)
        g_prefix_error(error, "%s: tile %u/%u/%u: ", path, zoom, x, y);
    return plain;
}

/* archive_verify.c — the rules that all kinds of archive share, and those of MBTiles.   [archive] */
#include "archive_verify.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "digest.h"
#include "sqlite.h"
#include "tile_check.h"
#include "verify_parts.h"

/* A bound may be rounded to 10^-6 degrees, as some writers do. */
#define BOUNDS_SLACK_DEG 1e-6

bool ik_verify_fail(const ik_verification *run, GError **error, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *what = g_strdup_vprintf(format, values);
    va_end(values);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: %s", ik_archive_reader_path(run->reader),
                what);
    return false;
}

static bool tell(ik_verification *run, guint64 total, GError **error)
{
    run->done++;
    return run->options->progress == NULL || run->done % 4096 != 0 ||
           run->options->progress(run->done, total, run->options->data, error);
}

/* A directory says which contents are one; elsewhere the bytes do, so that each content is checked once. */
static bool is_known(ik_verification *run, GBytes *stored)
{
    gsize size;
    const void *bytes = g_bytes_get_data(stored, &size);
    if (run->seen == NULL)
        return false;
    ik_hash128 hash = ik_hash128_of(bytes, size);
    return !g_hash_table_add(run->seen, g_memdup2(&hash, sizeof hash));
}

bool ik_verify_content(ik_verification *run, const ik_archive_entry *entry, guint64 total,
                       GError **error)
{
    if (run->options->structure_only) {
        run->result->contents++;
        return true;
    }
    g_autoptr(GBytes) stored = ik_archive_reader_read(run->reader, entry, error);
    if (stored == NULL)
        return false;
    if (is_known(run, stored))
        return tell(run, total, error);
    run->result->contents++;
    run->result->bytes += g_bytes_get_size(stored);
    if (ik_tile_check(run->reader, stored, run->options, error))
        return tell(run, total, error);
    ik_tile tile = ik_tile_from_id(entry->id);
    g_autofree char *place = NULL;
    if (run->data_offset > 0)
        place = g_strdup_printf("offset %" G_GUINT64_FORMAT ": ", run->data_offset + entry->offset);
    g_prefix_error(error, "%s: %stile %u/%u/%u: ", ik_archive_reader_path(run->reader),
                   place != NULL ? place : "", tile.zoom, tile.x, tile.y);
    return false;
}

void ik_verify_count(ik_verification *run, const ik_archive_entry *entry)
{
    run->result->entries++;
    run->result->tiles += entry->run;
    ik_tile_extent_add(&run->extent, entry->id, entry->run);
}

/* --- zooms, bounds, centre --------------------------------------------------------------------- */

static bool is_number_within(double value, double low, double high)
{
    return value >= low && value <= high; /* false for NaN */
}

static char *box_text(const ik_lonlat_box *box)
{
    const double sides[] = {box->west, box->south, box->east, box->north};
    GString *text = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
        g_string_append(text, i > 0 ? "," : "");
        ik_append_rounded(text, sides[i], 7);
    }
    return g_string_free(text, FALSE);
}

static bool fail_place(const ik_verification *run, const ik_lonlat_box *box, const char *why,
                       GError **error)
{
    g_autofree char *said = box_text(box), *covered = box_text(&run->result->bounds);
    return ik_verify_fail(run, error, "%sthe bounds %s %s, which cover %s", run->bounds_place, said,
                          why, covered);
}

/* PMTiles do not say how close bounds are, and many writers put those of the project in: they share an area with the
 * tiles. */
static bool check_place(const ik_verification *run, const ik_lonlat_box *box, GError **error)
{
    const ik_lonlat_box *tiles = &run->result->bounds;
    return (box->west < tiles->east && box->east > tiles->west && box->south < tiles->north &&
            box->north > tiles->south) ||
           fail_place(run, box, "lie beside the tiles", error);
}

static bool check_box(const ik_verification *run, const ik_lonlat_box *box, GError **error)
{
    if (!is_number_within(box->west, -180, 180) || !is_number_within(box->east, -180, 180) ||
        !is_number_within(box->south, -90, 90) || !is_number_within(box->north, -90, 90) ||
        box->west > box->east || box->south > box->north)
        return ik_verify_fail(run, error, "%sthe bounds are no box on the earth",
                              run->bounds_place);
    const ik_lonlat_box *tiles = &run->result->bounds;
    if (!run->are_bounds_covered)
        return check_place(run, box, error);
    if (box->west >= tiles->west - BOUNDS_SLACK_DEG &&
        box->south >= tiles->south - BOUNDS_SLACK_DEG &&
        box->east <= tiles->east + BOUNDS_SLACK_DEG &&
        box->north <= tiles->north + BOUNDS_SLACK_DEG)
        return true;
    return fail_place(run, box, "reach beyond the tiles", error);
}

static bool check_center(const ik_verification *run, const ik_archive_info *info, GError **error)
{
    const ik_archive_extent *extent = &info->extent;
    if (info->says.bounds &&
        (!is_number_within(extent->center.lon, extent->bounds.west - BOUNDS_SLACK_DEG,
                           extent->bounds.east + BOUNDS_SLACK_DEG) ||
         !is_number_within(extent->center.lat, extent->bounds.south - BOUNDS_SLACK_DEG,
                           extent->bounds.north + BOUNDS_SLACK_DEG)))
        return ik_verify_fail(run, error, "%sthe centre lies outside the bounds",
                              run->center_place);
    if (extent->center_zoom < run->result->min_zoom || extent->center_zoom > run->result->max_zoom)
        return ik_verify_fail(run, error, "%sthe zoom of the centre is %u, the tiles have %u to %u",
                              run->center_place, extent->center_zoom, run->result->min_zoom,
                              run->result->max_zoom);
    return true;
}

bool ik_verify_extent(ik_verification *run, GError **error)
{
    const ik_archive_info *info = ik_archive_reader_info(run->reader);
    ik_verify_result *result = run->result;
    if (result->tiles == 0)
        return ik_verify_fail(run, error, "there is no tile");
    result->min_zoom = ik_tile_extent_min_zoom(&run->extent);
    result->max_zoom = ik_tile_extent_max_zoom(&run->extent);
    result->bounds = ik_tile_extent_bounds(&run->extent);
    if ((info->says.min_zoom && info->extent.min_zoom != result->min_zoom) ||
        (info->says.max_zoom && info->extent.max_zoom != result->max_zoom))
        return ik_verify_fail(run, error,
                              "%sthe zooms are said to be %u to %u, the tiles have %u to %u",
                              run->zoom_place, info->extent.min_zoom, info->extent.max_zoom,
                              result->min_zoom, result->max_zoom);
    return (!info->says.bounds || check_box(run, &info->extent.bounds, error)) &&
           (!info->says.center || check_center(run, info, error));
}

bool ik_verify_layers(const ik_verification *run, ik_json_value metadata, GError **error)
{
    if (ik_archive_reader_info(run->reader)->type != IK_TILE_MVT)
        return true;
    ik_json_value layers = ik_json_member(metadata, "vector_layers");
    return (ik_json_exists(layers) && ik_json_type_of(layers) == IK_JSON_ARRAY) ||
           ik_verify_fail(run, error,
                          "%sthe metadata of vector tiles have no list \"vector_layers\"",
                          run->metadata_place);
}

/* --- folder and MBTiles ------------------------------------------------------------------------ */

static bool check_tiles(ik_verification *run, GError **error)
{
    ik_archive_entry entry;
    for (bool more = true; more;) {
        if (!ik_archive_reader_next(run->reader, &entry, &more, error))
            return false;
        if (more)
            ik_verify_count(run, &entry);
    }
    guint64 total = run->result->tiles;
    ik_archive_reader_rewind(run->reader);
    for (bool more = true; more;) {
        if (!ik_archive_reader_next(run->reader, &entry, &more, error))
            return false;
        if (more && !ik_verify_content(run, &entry, total, error))
            return false;
    }
    return true;
}

/* MBTiles 1.3, "Metadata": "pbf as a format refers to gzip-compressed vector tile data". */
static bool check_packing(const ik_verification *run, GError **error)
{
    const ik_archive_info *info = ik_archive_reader_info(run->reader);
    return info->type != IK_TILE_MVT || info->compression == IK_COMPRESSION_GZIP ||
           ik_verify_fail(run, error,
                          "metadata: format: pbf means tiles compressed by gzip, these "
                          "are not compressed");
}

static bool check_database(const ik_verification *run, ik_json_value metadata, GError **error)
{
    static const char *const required[] = {"name", "format"};
    g_autoptr(ik_db) db = ik_db_open(ik_archive_reader_path(run->reader), error);
    if (db == NULL)
        return false;
    for (gsize i = 0; i < G_N_ELEMENTS(required); i++)
        if (!ik_json_exists(ik_json_member(metadata, required[i])))
            return ik_verify_fail(run, error, "metadata: \"%s\" is missing", required[i]);
    return check_packing(run, error) && ik_verify_layers(run, metadata, error);
}

static guint hash_of(gconstpointer key)
{
    return (guint)((const ik_hash128 *)key)->low;
}

static gboolean are_equal(gconstpointer a, gconstpointer b)
{
    return ik_hash128_equal(*(const ik_hash128 *)a, *(const ik_hash128 *)b);
}

static bool check_plain(ik_verification *run, GError **error)
{
    const ik_archive_info *info = ik_archive_reader_info(run->reader);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(hash_of, are_equal, g_free, NULL);
    g_autoptr(ik_json) metadata =
        ik_json_parse(info->metadata, strlen(info->metadata), "metadata", error);
    ik_archive_extent said;
    ik_archive_extent_flags flags;
    run->seen = seen;
    if (metadata != NULL &&
        !ik_archive_metadata_extent(ik_json_root(metadata), &said, &flags, error)) {
        g_prefix_error(error, "%s: ", ik_archive_reader_path(run->reader));
        return false;
    }
    return metadata != NULL &&
           (info->format != IK_ARCHIVE_MBTILES ||
            check_database(run, ik_json_root(metadata), error)) &&
           check_tiles(run, error) && ik_verify_extent(run, error);
}

bool ik_archive_verify(const char *path, const ik_verify_options *options, ik_verify_result *result,
                       GError **error)
{
    ik_verify_result ignored;
    g_autoptr(ik_archive_reader) reader = ik_archive_reader_open(path, error);
    if (reader == NULL)
        return false;
    ik_verification run = {.reader = reader,
                           .options = options,
                           .are_bounds_covered =
                               ik_archive_reader_info(reader)->format != IK_ARCHIVE_PMTILES,
                           .result = result != NULL ? result : &ignored,
                           .zoom_place = "",
                           .bounds_place = "",
                           .center_place = "",
                           .metadata_place = ""};
    *run.result = (ik_verify_result){0};
    ik_tile_extent_init(&run.extent);
    return ik_archive_reader_info(reader)->format == IK_ARCHIVE_PMTILES
               ? ik_verify_pmtiles(&run, error)
               : check_plain(&run, error);
}

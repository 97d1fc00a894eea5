/* pmtiles_verify.c — the rules of PMTiles v3.   [archive] */
#include <ideenkarte/error.h>
#include <stdlib.h>
#include <string.h>

#include "reader_kind.h"
#include "verify_parts.h"

/* The root may be padded so that what follows starts here. */
enum { FRONT_BYTES = 16384 };

typedef struct {
    guint64 offset, id;
    guint32 length;
} content;

/* --- header ----------------------------------------------------------------------------------- */

static int compare_sections(const void *a, const void *b)
{
    const ik_pmtiles_section *first = a, *second = b;
    if (first->offset != second->offset)
        return first->offset < second->offset ? -1 : 1;
    return (first->length > second->length) - (first->length < second->length);
}

/* One behind the other from the end of the header to the end of the file, in any order. */
static bool check_sections(const ik_verification *run, const ik_pmtiles_header *header,
                           GError **error)
{
    ik_pmtiles_section sections[] = {header->root, header->metadata, header->leaves, header->data};
    guint64 end = IK_PMTILES_HEADER_BYTES;
    qsort(sections, G_N_ELEMENTS(sections), sizeof *sections, compare_sections);
    for (gsize i = 0; i < G_N_ELEMENTS(sections); i++) {
        bool is_padded = end < FRONT_BYTES && sections[i].offset == FRONT_BYTES;
        if (sections[i].offset != end && !is_padded)
            return ik_verify_fail(run, error,
                                  "offset %" G_GUINT64_FORMAT ": a section begins here, the one "
                                  "before ends at %" G_GUINT64_FORMAT,
                                  sections[i].offset, end);
        end = sections[i].offset + sections[i].length;
    }
    guint64 size = ik_archive_reader_info(run->reader)->file_bytes;
    if (end != size)
        return ik_verify_fail(run, error,
                              "offset %" G_GUINT64_FORMAT ": the last section ends here, the file "
                              "at %" G_GUINT64_FORMAT,
                              end, size);
    return header->root.offset + header->root.length <= FRONT_BYTES ||
           ik_verify_fail(run, error,
                          "offset 8: the root directory does not lie within the first 16 KiB");
}

static bool check_header(const ik_verification *run, const ik_pmtiles_header *header,
                         GError **error)
{
    if (header->clustered > 1)
        return ik_verify_fail(run, error, "offset 96: clustered is %u, expected 0 or 1",
                              header->clustered);
    if (header->tile_compression > IK_COMPRESSION_ZSTD)
        return ik_verify_fail(run, error, "offset 98: tile compression %u is unknown",
                              header->tile_compression);
    if (header->tile_type > IK_TILE_AVIF)
        return ik_verify_fail(run, error, "offset 99: tile type %u is unknown", header->tile_type);
    return check_sections(run, header, error);
}

/* --- metadata --------------------------------------------------------------------------------- */

static bool agree(double a, double b)
{
    return a - b < 1.5e-7 && b - a < 1.5e-7;
}

/* Where the metadata repeat what the header says they say the same. */
static bool check_metadata(const ik_verification *run, GError **error)
{
    const ik_archive_info *info = ik_archive_reader_info(run->reader);
    g_autoptr(ik_json) parsed =
        ik_json_parse(info->metadata, strlen(info->metadata), "metadata", error);
    ik_archive_extent said = info->extent;
    ik_archive_extent_flags flags;
    if (parsed == NULL)
        return false;
    if (!ik_archive_metadata_extent(ik_json_root(parsed), &said, &flags, error)) {
        g_prefix_error(error, "%s: %s", ik_archive_reader_path(run->reader), run->metadata_place);
        return false;
    }
    const ik_archive_extent *header = &info->extent;
    const char *what = NULL;
    if (said.min_zoom != header->min_zoom || said.max_zoom != header->max_zoom)
        what = "zooms";
    else if (!agree(said.bounds.west, header->bounds.west) ||
             !agree(said.bounds.south, header->bounds.south) ||
             !agree(said.bounds.east, header->bounds.east) ||
             !agree(said.bounds.north, header->bounds.north))
        what = "bounds";
    else if (!agree(said.center.lon, header->center.lon) ||
             !agree(said.center.lat, header->center.lat) || said.center_zoom != header->center_zoom)
        what = "centre";
    if (what != NULL)
        return ik_verify_fail(run, error, "%sheader and metadata say different %s",
                              run->metadata_place, what);
    return ik_verify_layers(run, ik_json_root(parsed), error);
}

/* --- entries and contents --------------------------------------------------------------------- */

static int compare_contents(const void *a, const void *b)
{
    const content *first = a, *second = b;
    if (first->offset != second->offset)
        return first->offset < second->offset ? -1 : 1;
    return (first->length > second->length) - (first->length < second->length);
}

static bool fail_at(const ik_verification *run, guint64 offset, guint64 id, const char *why,
                    GError **error)
{
    ik_tile tile = ik_tile_from_id(id);
    return ik_verify_fail(run, error, "offset %" G_GUINT64_FORMAT ": tile %u/%u/%u: %s",
                          run->data_offset + offset, tile.zoom, tile.x, tile.y, why);
}

/* Collects contents; of a clustered archive each new one follows the last, so that they are sorted and there once. */
static bool take_entry(const ik_verification *run, const ik_archive_entry *entry, GArray *contents,
                       guint64 *end, GError **error)
{
    const content found = {entry->offset, entry->id, entry->length};
    bool is_clustered = ik_archive_reader_info(run->reader)->is_clustered;
    if (is_clustered && entry->offset > *end)
        return fail_at(run, entry->offset, entry->id,
                       "the archive is said to be clustered, but this tile does not follow the "
                       "one before",
                       error);
    if (!is_clustered || entry->offset == *end)
        g_array_append_val(contents, found);
    else if (!g_array_binary_search(contents, &found, compare_contents, NULL))
        return fail_at(run, entry->offset, entry->id, "overlaps another content in part", error);
    *end = MAX(*end, entry->offset + entry->length);
    return true;
}

static bool take_entries(ik_verification *run, GArray *contents, guint64 *end, GError **error)
{
    ik_archive_entry entry;
    for (bool more = true; more;) {
        if (!ik_archive_reader_next(run->reader, &entry, &more, error))
            return false;
        if (!more)
            break;
        ik_verify_count(run, &entry);
        if (!take_entry(run, &entry, contents, end, error))
            return false;
    }
    return true;
}

/* Sorts the contents of an archive that is not clustered, drops repeated ones. */
static bool order_contents(const ik_verification *run, GArray *contents, GError **error)
{
    guint kept = 0;
    g_array_sort(contents, compare_contents);
    for (guint i = 1; i < contents->len; i++) {
        const content *last = &g_array_index(contents, content, kept);
        content next = g_array_index(contents, content, i);
        if (compare_contents(last, &next) == 0)
            continue;
        if (next.offset < last->offset + last->length)
            return fail_at(run, next.offset, next.id, "overlaps another content in part", error);
        g_array_index(contents, content, ++kept) = next;
    }
    if (contents->len > 0)
        g_array_set_size(contents, kept + 1);
    return true;
}

static bool check_counter(const ik_verification *run, guint offset, guint64 said, guint64 counted,
                          GError **error)
{
    static const char *const names[] = {"addressed tiles", "tile entries", "tile contents"};
    if (said == 0 || said == counted)
        return true;
    return ik_verify_fail(
        run, error, "offset %u: %" G_GUINT64_FORMAT " %s are said, %" G_GUINT64_FORMAT " counted",
        offset, said, names[(offset - 72) / 8], counted);
}

static bool check_contents(ik_verification *run, const GArray *contents, GError **error)
{
    for (guint i = 0; i < contents->len; i++) {
        const content *at = &g_array_index(contents, content, i);
        const ik_archive_entry entry = {at->id, 1, at->length, at->offset};
        if (!ik_verify_content(run, &entry, contents->len, error))
            return false;
    }
    return true;
}

static bool check_data(ik_verification *run, const ik_pmtiles_header *header, GError **error)
{
    g_autoptr(GArray) contents = g_array_new(FALSE, FALSE, sizeof(content));
    guint64 end = 0;
    if (!take_entries(run, contents, &end, error))
        return false;
    if (header->clustered == 0 && !order_contents(run, contents, error))
        return false;
    if (end != header->data.length)
        return ik_verify_fail(run, error,
                              "offset %" G_GUINT64_FORMAT
                              ": no tile has the last %" G_GUINT64_FORMAT " bytes of the tile data",
                              header->data.offset + end, header->data.length - end);
    return check_counter(run, 72, header->addressed, run->result->tiles, error) &&
           check_counter(run, 80, header->entries, run->result->entries, error) &&
           check_counter(run, 88, header->contents, contents->len, error) &&
           ik_verify_extent(run, error) && check_contents(run, contents, error);
}

bool ik_verify_pmtiles(ik_verification *run, GError **error)
{
    const ik_pmtiles_header *header = ik_pmtiles_reader_header(run->reader);
    g_autofree char *metadata_place =
        g_strdup_printf("offset %" G_GUINT64_FORMAT ": ", header->metadata.offset);
    run->data_offset = header->data.offset;
    run->zoom_place = "offset 100: ";
    run->bounds_place = "offset 102: ";
    run->center_place = "offset 118: ";
    run->metadata_place = metadata_place;
    return check_header(run, header, error) && check_data(run, header, error) &&
           (run->options->structure_only || check_metadata(run, error));
}

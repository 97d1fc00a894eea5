/* archive_writer.c — what all kinds of archive have in common: equal contents, order, counting.   [archive] */
#include "archive_writer.h"

#include <ideenkarte/error.h>

#include "archive_kind.h"
#include "archive_metadata.h"

ik_archive_format ik_archive_format_of(const char *path)
{
    if (g_str_has_suffix(path, ".pmtiles"))
        return IK_ARCHIVE_PMTILES;
    return g_str_has_suffix(path, ".mbtiles") ? IK_ARCHIVE_MBTILES : IK_ARCHIVE_FOLDER;
}

ik_archive_writer *ik_archive_writer_new(const char *path,
                                         const ik_archive_description *description, GError **error)
{
    if (description->metadata != NULL && !ik_archive_metadata_check(description->metadata, error))
        return NULL;
    switch (ik_archive_format_of(path)) {
    case IK_ARCHIVE_PMTILES: return ik_pmtiles_writer_new(path, description, error);
    case IK_ARCHIVE_MBTILES: return ik_mbtiles_writer_new(path, description, error);
    case IK_ARCHIVE_FOLDER: break;
    }
    return ik_folder_writer_new(path, description, error);
}

void ik_archive_writer_init(ik_archive_writer *writer, const ik_archive_kind *kind,
                            const char *path, const ik_archive_description *description)
{
    static const ik_archive_description unknown = {0};
    *writer = (ik_archive_writer){.kind = kind, .path = g_strdup(path), .spool = {.file = -1}};
    writer->description = description != NULL ? *description : unknown;
    writer->metadata =
        g_strdup(writer->description.metadata != NULL ? writer->description.metadata : "{}");
    writer->description.metadata = writer->metadata;
    g_mutex_init(&writer->mutex);
    ik_tile_index_init(&writer->index);
    ik_tile_extent_init(&writer->extent);
}

bool ik_archive_writer_stage(ik_archive_writer *writer, GError **error)
{
    writer->stage = ik_file_stage_open(writer->path, error);
    if (writer->stage == NULL)
        return false;
    g_autofree char *spool = g_strconcat(ik_file_stage_path(writer->stage), ".spool", NULL);
    return ik_tile_spool_init(&writer->spool, spool, error);
}

/* --- putting ---------------------------------------------------------------------------------- */

/* Looks for the content, adds it if it is new. */
static bool find_content(ik_archive_writer *writer, ik_hash128 hash, const void *bytes, gsize size,
                         guint32 *content, GError **error)
{
    ik_tile_index *index = &writer->index;
    for (gsize probe = 0; ik_tile_index_match(index, hash, &probe, content);) {
        const ik_tile_content *known = &index->contents[*content];
        bool same = ik_tile_content_size(known) == size;
        if (same && writer->spool.file >= 0 &&
            !ik_tile_spool_compare(&writer->spool, ik_tile_content_offset(known), bytes, size,
                                   &same, error))
            return false;
        if (same)
            return true;
    }
    guint64 offset = 0;
    if (writer->spool.file >= 0 &&
        !ik_tile_spool_append(&writer->spool, bytes, size, &offset, error))
        return false;
    *content = ik_tile_index_add_content(index, hash, offset, (guint32)size);
    return true;
}

static bool check_size(guint64 id, gsize size, GError **error)
{
    if (size > 0 && size <= IK_TILE_MAX_BYTES)
        return true;
    ik_tile tile = ik_tile_from_id(id);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "tile %u/%u/%u has %" G_GSIZE_FORMAT " bytes, expected 1 to 64 MiB", tile.zoom,
                tile.x, tile.y, size);
    return false;
}

bool ik_archive_writer_put_run(ik_archive_writer *writer, guint64 id, guint32 run,
                               const void *bytes, gsize size, GError **error)
{
    g_assert(!writer->is_finished && run > 0);
    g_assert(id + run <= ik_tile_id_first(IK_MAX_TILE_ZOOM + 1));
    ik_tile_run entry = {.id = id, .run = run};
    if (!check_size(id, size, error) ||
        (writer->kind->put != NULL && !writer->kind->put(writer, &entry, bytes, size, error)))
        return false;
    ik_hash128 hash = ik_hash128_of(bytes, size);
    g_mutex_lock(&writer->mutex);
    bool found = find_content(writer, hash, bytes, size, &entry.content, error);
    if (found)
        ik_tile_index_add_run(&writer->index, entry);
    g_mutex_unlock(&writer->mutex);
    return found;
}

bool ik_archive_writer_put(ik_archive_writer *writer, ik_tile tile, const void *bytes, gsize size,
                           GError **error)
{
    return ik_archive_writer_put_run(writer, ik_tile_id(tile), 1, bytes, size, error);
}

/* --- finishing -------------------------------------------------------------------------------- */

static void take_stock(ik_archive_writer *writer)
{
    for (gsize i = 0; i < writer->index.n_runs; i++) {
        const ik_tile_run *run = &writer->index.runs[i];
        writer->bytes +=
            (guint64)run->run * ik_tile_content_size(&writer->index.contents[run->content]);
        ik_tile_extent_add(&writer->extent, run->id, run->run);
    }
}

bool ik_archive_writer_finish(ik_archive_writer *writer, ik_archive_counts *counts, GError **error)
{
    g_assert(!writer->is_finished);
    writer->is_finished = true;
    if (!ik_tile_index_sort(&writer->index, error))
        return false;
    take_stock(writer);
    const ik_archive_counts result = {.tiles = ik_tile_index_addressed(&writer->index),
                                      .distinct = writer->index.n_contents,
                                      .bytes = writer->bytes};
    if (writer->stage != NULL && result.tiles == 0) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: there is no tile to write", writer->path);
        return false;
    }
    if (writer->kind->finish != NULL && !writer->kind->finish(writer, error))
        return false;
    if (counts != NULL)
        *counts = result;
    return true;
}

ik_lonlat ik_archive_writer_center(const ik_archive_writer *writer, guint *zoom)
{
    const ik_archive_description *description = &writer->description;
    const ik_lonlat_box box = ik_tile_extent_bounds(&writer->extent);
    *zoom = ik_tile_extent_min_zoom(&writer->extent);
    if (!description->has_center)
        return (ik_lonlat){(box.west + box.east) / 2, (box.south + box.north) / 2};
    *zoom = CLAMP(description->center_zoom, *zoom, ik_tile_extent_max_zoom(&writer->extent));
    return (ik_lonlat){CLAMP(description->center.lon, box.west, box.east),
                       CLAMP(description->center.lat, box.south, box.north)};
}

char *ik_archive_writer_metadata(const ik_archive_writer *writer, GError **error)
{
    ik_archive_extent extent = {.min_zoom = ik_tile_extent_min_zoom(&writer->extent),
                                .max_zoom = ik_tile_extent_max_zoom(&writer->extent),
                                .bounds = ik_tile_extent_bounds(&writer->extent)};
    extent.center = ik_archive_writer_center(writer, &extent.center_zoom);
    return ik_archive_metadata_complete(writer->description.metadata, &extent, error);
}

void ik_archive_writer_free(ik_archive_writer *writer)
{
    if (writer == NULL)
        return;
    if (writer->kind->free != NULL)
        writer->kind->free(writer);
    ik_tile_index_clear(&writer->index);
    ik_tile_spool_clear(&writer->spool);
    ik_file_stage_free(writer->stage);
    g_mutex_clear(&writer->mutex);
    g_free(writer->metadata);
    g_free(writer->path);
    g_free(writer);
}

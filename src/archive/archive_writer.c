/* archive_writer.c — what all kinds of archive have in common: repeated tiles and counting.   [archive] */
#include <ideenkarte/error.h>

#include "archive_kind.h"
#include "digest.h"

typedef struct {
    guint64 id;
    ik_hash128 hash;
} stored_tile;

static guint hash_id(gconstpointer tile)
{
    return g_int64_hash(&((const stored_tile *)tile)->id);
}

static gboolean equal_id(gconstpointer a, gconstpointer b)
{
    return ((const stored_tile *)a)->id == ((const stored_tile *)b)->id;
}

static guint hash_content(gconstpointer tile)
{
    return (guint)((const stored_tile *)tile)->hash.low;
}

static gboolean equal_content(gconstpointer a, gconstpointer b)
{
    return ik_hash128_equal(((const stored_tile *)a)->hash, ((const stored_tile *)b)->hash);
}

void ik_archive_writer_init(ik_archive_writer *writer, const ik_archive_kind *kind)
{
    *writer = (ik_archive_writer){
        .kind = kind,
        .tiles = g_hash_table_new_full(hash_id, equal_id, g_free, NULL),
        .contents = g_hash_table_new(hash_content, equal_content),
    };
}

static bool is_repeated(const ik_archive_writer *writer, const stored_tile *tile)
{
    return g_hash_table_contains(writer->tiles, tile);
}

/* True when the tile stored under this id has the same bytes. */
static bool check_repeated(const ik_archive_writer *writer, const stored_tile *again, ik_tile tile,
                           GError **error)
{
    const stored_tile *stored = g_hash_table_lookup(writer->tiles, again);
    if (ik_hash128_equal(stored->hash, again->hash))
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "tile %u/%u/%u was put before with other bytes",
                tile.zoom, tile.x, tile.y);
    return false;
}

bool ik_archive_writer_put(ik_archive_writer *writer, ik_tile tile, const void *bytes, gsize size,
                           GError **error)
{
    g_assert(!writer->is_finished && tile.zoom <= IK_MAX_ZOOM);
    g_assert(tile.x >> tile.zoom == 0 && tile.y >> tile.zoom == 0);
    const stored_tile stored = {.id = ik_tile_id(tile), .hash = ik_hash128_of(bytes, size)};
    if (is_repeated(writer, &stored))
        return check_repeated(writer, &stored, tile, error);
    if (!writer->kind->put(writer, tile, bytes, size, error))
        return false;
    stored_tile *kept = g_memdup2(&stored, sizeof stored);
    g_hash_table_add(writer->tiles, kept);
    if (!g_hash_table_contains(writer->contents, kept))
        g_hash_table_add(writer->contents, kept);
    writer->bytes += size;
    return true;
}

bool ik_archive_writer_finish(ik_archive_writer *writer, ik_archive_counts *counts, GError **error)
{
    g_assert(!writer->is_finished);
    writer->is_finished = true;
    if (writer->kind->finish != NULL && !writer->kind->finish(writer, error))
        return false;
    if (counts != NULL) {
        *counts = (ik_archive_counts){.tiles = g_hash_table_size(writer->tiles),
                                      .distinct = g_hash_table_size(writer->contents),
                                      .bytes = writer->bytes};
    }
    return true;
}

void ik_archive_writer_free(ik_archive_writer *writer)
{
    if (writer == NULL)
        return;
    writer->kind->free(writer);
    g_hash_table_unref(writer->contents);
    g_hash_table_unref(writer->tiles);
    g_free(writer);
}

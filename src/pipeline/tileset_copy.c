/* tileset_copy.c — tiles of one or more archives into another: convert, merge, extract.   [pipeline]
 *
 * The inputs are walked side by side in the order of tile ids. A run is cut where an input that goes before has a tile,
 * so that runs stay runs.
 */
#include <ideenkarte/tileset.h>

#include <ideenkarte/error.h>
#include <string.h>

#include "archive_reader.h"
#include "gzip.h"
#include "printable.h"
#include "publish.h"
#include "tileset_area.h"
#include "workspace_parts.h"

enum { LEVEL = 9 };

/* In a folder: a whole zoom 12, more than file systems like. */
enum { MOST_FILES = 1 << 24 };

typedef struct {
    ik_archive_reader *reader;
    ik_archive_entry entry; /* the rest of it that is not copied yet */
    bool more;
} source;

typedef struct {
    const ik_tileset_copy *copy;
    ik_progress_reporter reporter;
    ik_tileset_area area;
    source *sources;
    guint n_sources;
    ik_archive_writer *writer;
    ik_gzip_codec *codec;
    ik_compression compression; /* of the output */
    GBytes *bytes;              /* of the entry that is copied, ready to be put */
    guint64 overlaps, empty, done;
} copying;

/* --- inputs ----------------------------------------------------------------------------------- */

static bool check_alike(const copying *run, const ik_archive_info *first,
                        const ik_archive_info *other, GError **error)
{
    if (first->type == other->type &&
        (first->compression == other->compression || run->copy->compression != NULL))
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "%s has %s tiles (compression %s), %s has %s (%s): expected the same",
                run->copy->inputs[0], ik_tile_type_name(first->type),
                ik_compression_name(first->compression), run->copy->inputs[run->n_sources - 1],
                ik_tile_type_name(other->type), ik_compression_name(other->compression));
    return false;
}

static bool advance(source *from, GError **error)
{
    return ik_archive_reader_next(from->reader, &from->entry, &from->more, error);
}

static bool open_sources(copying *run, GError **error)
{
    gsize n = 0;
    while (run->copy->inputs[n] != NULL)
        n++;
    run->sources = g_new0(source, n);
    for (const char *const *input = run->copy->inputs; *input != NULL; input++) {
        source *from = &run->sources[run->n_sources];
        from->reader = ik_archive_reader_open(*input, error);
        if (from->reader == NULL)
            return false;
        run->n_sources++;
        ik_archive_reader_rewind(from->reader);
        if (!check_alike(run, ik_archive_reader_info(run->sources[0].reader),
                         ik_archive_reader_info(from->reader), error) ||
            !advance(from, error))
            return false;
    }
    return true;
}

/* --- metadata --------------------------------------------------------------------------------- */

static bool is_list_of_objects(ik_json_value value)
{
    if (!ik_json_exists(value) || ik_json_type_of(value) != IK_JSON_ARRAY)
        return false;
    for (guint i = 0; i < ik_json_length(value); i++)
        if (ik_json_type_of(ik_json_item(value, i)) != IK_JSON_OBJECT)
            return false;
    return true;
}

static const char *id_of(ik_json_value layer)
{
    ik_json_value id = ik_json_member(layer, "id");
    bool is_text = ik_json_exists(id) && ik_json_type_of(id) == IK_JSON_STRING;
    return is_text ? ik_json_string(id) : NULL;
}

/* The layers of all inputs; of two inputs with one id those of the first. */
static void put_layers(ik_json_writer *writer, GPtrArray *documents)
{
    g_autoptr(GHashTable) owners = /* id → document */
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ik_json_begin_array(writer);
    for (guint i = 0; i < documents->len; i++) {
        ik_json_value layers = ik_json_member(ik_json_root(documents->pdata[i]), "vector_layers");
        guint n = is_list_of_objects(layers) ? ik_json_length(layers) : 0;
        for (guint j = 0; j < n; j++) {
            const char *id = id_of(ik_json_item(layers, j));
            gpointer owner;
            if (id != NULL && g_hash_table_lookup_extended(owners, id, NULL, &owner) &&
                owner != documents->pdata[i])
                continue;
            if (id != NULL)
                g_hash_table_insert(owners, g_strdup(id), documents->pdata[i]);
            ik_archive_metadata_copy(writer, ik_json_item(layers, j));
        }
    }
    ik_json_end_array(writer);
}

static char *merge_metadata(const copying *run, GError **error)
{
    g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func((GDestroyNotify)ik_json_free);
    for (guint i = 0; i < run->n_sources; i++) {
        const char *text = ik_archive_reader_info(run->sources[i].reader)->metadata;
        ik_json *parsed = ik_json_parse(text, strlen(text), "metadata", error);
        if (parsed == NULL)
            return NULL;
        g_ptr_array_add(documents, parsed);
    }
    GString *out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 0);
    ik_json_begin_object(&writer);
    ik_json_value first = ik_json_root(documents->pdata[0]);
    for (guint i = 0; i < ik_json_length(first); i++) {
        if (strcmp(ik_json_member_key(first, i), "vector_layers") == 0)
            continue;
        ik_json_key(&writer, ik_json_member_key(first, i));
        ik_archive_metadata_copy(&writer, ik_json_member_at(first, i));
    }
    if (ik_archive_reader_info(run->sources[0].reader)->type == IK_TILE_MVT) {
        ik_json_key(&writer, "vector_layers");
        put_layers(&writer, documents);
    }
    ik_json_end_object(&writer);
    return g_string_free(out, FALSE);
}

/* --- tiles ------------------------------------------------------------------------------------ */

static bool fail_tile(const source *from, GError **error)
{
    ik_tile tile = ik_tile_from_id(from->entry.id);
    g_prefix_error(error, "%s: tile %u/%u/%u: ", ik_archive_reader_path(from->reader), tile.zoom,
                   tile.x, tile.y);
    return false;
}

static bool load(copying *run, source *from, GError **error)
{
    g_clear_pointer(&run->bytes, g_bytes_unref);
    g_autoptr(GBytes) stored = ik_archive_reader_read(from->reader, &from->entry, error);
    if (stored == NULL)
        return false;
    if (ik_archive_reader_packing(from->reader, stored) == run->compression ||
        g_bytes_get_size(stored) == 0) {
        run->bytes = g_steal_pointer(&stored);
        return true;
    }
    g_autoptr(GBytes) plain = ik_archive_reader_expand(from->reader, stored, error);
    if (plain == NULL)
        return fail_tile(from, error);
    gsize size;
    const void *bytes = g_bytes_get_data(plain, &size);
    run->bytes = run->compression == IK_COMPRESSION_GZIP ? ik_gzip_compress(run->codec, bytes, size)
                                                         : g_bytes_ref(plain);
    return true;
}

typedef struct {
    copying *run;
    source *from;
} piece_sink;

static bool take_piece(guint64 id, guint32 length, gpointer data, GError **error)
{
    const piece_sink *sink = data;
    copying *run = sink->run;
    if (run->bytes == NULL && !load(run, sink->from, error))
        return false;
    gsize size;
    const void *bytes = g_bytes_get_data(run->bytes, &size);
    if (size == 0) {
        run->empty += length;
        return true;
    }
    return ik_archive_writer_put_run(run->writer, id, length, bytes, size, error);
}

/* The source whose entry comes first; of equal ones the one that goes before. NULL: all are through. */
static source *first_source(const copying *run)
{
    source *first = NULL;
    for (guint i = 0; i < run->n_sources; i++) {
        source *from = &run->sources[i];
        if (from->more && (first == NULL || from->entry.id < first->entry.id))
            first = from;
    }
    return first;
}

/* Drops the first `length` tiles of what is left of an entry. */
static bool drop(source *from, guint64 length, GError **error)
{
    if (length >= from->entry.run)
        return advance(from, error);
    from->entry.id += length;
    from->entry.run -= (guint32)length;
    return true;
}

/* What the sources behind have between `id` and `end` is covered. */
static bool cover(copying *run, const source *by, guint64 end, GError **error)
{
    for (source *from = run->sources; from < run->sources + run->n_sources; from++) {
        while (from != by && from->more && from->entry.id < end) {
            guint64 length = MIN(end - from->entry.id, from->entry.run);
            run->overlaps += length;
            if (!drop(from, length, error))
                return false;
        }
    }
    return true;
}

static bool copy_next(copying *run, source *from, GError **error)
{
    guint64 end = from->entry.id + from->entry.run;
    for (const source *before = run->sources; before < from; before++)
        if (before->more)
            end = MIN(end, before->entry.id);
    guint32 length = (guint32)(end - from->entry.id);
    piece_sink sink = {run, from};
    g_clear_pointer(&run->bytes, g_bytes_unref);
    /* As a whole where nothing is cut, so that one too long for the output is refused before its first tile. */
    bool is_whole =
        !run->area.has_box && run->area.min_zoom == 0 && run->area.max_zoom >= IK_MAX_TILE_ZOOM;
    bool taken = is_whole ? take_piece(from->entry.id, length, &sink, error)
                          : ik_tileset_area_cut(&run->area, from->entry.id, length, take_piece,
                                                &sink, error);
    if (!taken || !cover(run, from, end, error) || !drop(from, length, error))
        return false;
    run->done++;
    return run->done % 1024 != 0 ||
           ik_tell_progress(&run->reporter, "stage.copy", run->done, 0, error);
}

/* --- the whole -------------------------------------------------------------------------------- */

static bool read_compression(copying *run, GError **error)
{
    const char *name = run->copy->compression;
    const ik_archive_info *first = ik_archive_reader_info(run->sources[0].reader);
    /* MBTiles 1.3: vector tiles are compressed by gzip. */
    bool is_gzip_alone =
        first->type == IK_TILE_MVT && ik_archive_format_of(run->copy->output) == IK_ARCHIVE_MBTILES;
    run->compression = is_gzip_alone ? IK_COMPRESSION_GZIP : first->compression;
    if (name == NULL)
        return true;
    if (is_gzip_alone && strcmp(name, "none") == 0) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "compression \"none\": vector tiles in MBTiles are compressed by gzip");
        return false;
    }
    run->compression = strcmp(name, "gzip") == 0 ? IK_COMPRESSION_GZIP : IK_COMPRESSION_NONE;
    if (strcmp(name, "gzip") == 0 || strcmp(name, "none") == 0)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "compression \"%s\": expected gzip or none", name);
    return false;
}

static bool write_tiles(copying *run, const char *path, ik_archive_counts *counts, GError **error)
{
    g_autofree char *metadata = merge_metadata(run, error);
    if (metadata == NULL)
        return false;
    const ik_archive_info *info = ik_archive_reader_info(run->sources[0].reader);
    const bool is_single = run->n_sources == 1;
    const ik_archive_description description = {.type = info->type,
                                                .compression = run->compression,
                                                .metadata = metadata,
                                                .has_center = is_single && info->says.center,
                                                .center = info->extent.center,
                                                .center_zoom = info->extent.center_zoom};
    run->writer = ik_archive_writer_new(path, &description, error);
    if (run->writer == NULL)
        return false;
    for (source *from; (from = first_source(run)) != NULL;)
        if (!copy_next(run, from, error))
            return false;
    return ik_archive_writer_finish(run->writer, counts, error);
}

/* --- into a folder ---------------------------------------------------------------------------- */

static bool count_piece(guint64 id, guint32 length, gpointer data, GError **error)
{
    (void)id, (void)error;
    *(guint64 *)data += length;
    return true;
}

/* A run of a directory is a few bytes, in a folder it is as many files as it has tiles. */
static bool check_files(copying *run, GError **error)
{
    guint64 files = 0;
    for (source *from = run->sources; from < run->sources + run->n_sources; from++) {
        while (from->more && files <= MOST_FILES)
            if (!ik_tileset_area_cut(&run->area, from->entry.id, from->entry.run, count_piece,
                                     &files, error) ||
                !advance(from, error))
                return false;
        ik_archive_reader_rewind(from->reader);
        if (!advance(from, error))
            return false;
    }
    if (files <= MOST_FILES)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                "%s: more than %d tiles are too many for a folder of files; an archive .pmtiles or "
                ".mbtiles holds them",
                run->copy->output, MOST_FILES);
    return false;
}

/* A folder is published as a whole, with its metadata as the mark of what may be replaced. */
static bool write_output(copying *run, ik_archive_counts *counts, GError **error)
{
    const char *output = run->copy->output;
    if (ik_archive_format_of(output) != IK_ARCHIVE_FOLDER)
        return write_tiles(run, output, counts, error);
    if (!check_files(run, error))
        return false;
    g_autoptr(ik_stage) stage = ik_stage_open(output, "metadata.json", error);
    return stage != NULL && write_tiles(run, ik_stage_folder(stage), counts, error) &&
           ik_stage_commit(stage, error);
}

static void clear(copying *run)
{
    for (guint i = 0; i < run->n_sources; i++)
        ik_archive_reader_close(run->sources[i].reader);
    g_free(run->sources);
    ik_archive_writer_free(run->writer);
    ik_gzip_codec_free(run->codec);
    g_clear_pointer(&run->bytes, g_bytes_unref);
    ik_tileset_area_clear(&run->area);
}

bool ik_tileset_copy_run(const ik_tileset_copy *copy, ik_tileset_copied *copied, GError **error)
{
    g_assert(copy->inputs[0] != NULL);
    copying run = {.copy = copy,
                   .reporter = {copy->progress, copy->progress_data},
                   .codec = ik_gzip_codec_new(LEVEL)};
    ik_archive_counts counts = {0};
    bool done = ik_tileset_area_init(&run.area, copy->box, copy->region, error);
    run.area.min_zoom = copy->min_zoom;
    run.area.max_zoom = copy->max_zoom;
    done = done && open_sources(&run, error) && read_compression(&run, error) &&
           write_output(&run, &counts, error);
    if (done && copied != NULL)
        *copied = (ik_tileset_copied){counts.tiles, counts.distinct, run.overlaps, run.empty};
    clear(&run);
    if (!done)
        ik_error_make_printable(error);
    return done;
}

/* pmtiles_writer.c — PMTiles v3: header, root, metadata, leaves, tile data.   [archive]
 *
 * The sorted index is the list of directory entries. Contents get their offsets in the order in which the ids name them
 * first, so that the data are clustered and depend on nothing but the tiles. Directories are made before any data are
 * copied, because they stand in front of them.
 */
#include <errno.h>
#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <stdio.h>
#include <string.h>

#include "archive_kind.h"
#include "archive_verify.h"
#include "gzip.h"
#include "io_error.h"
#include "pmtiles_format.h"

#define BUFFER_BYTES ((gsize)1 << 20)

/* Entries that a directory may have before it is worth asking for leaves, and entries of a leaf at first. */
enum { MOST_ROOT_ENTRIES = 16384, LEAF_ENTRIES = 4096 };
enum { DIRECTORY_LEVEL = 9 };

typedef struct {
    ik_archive_writer *writer;
    ik_gzip_codec *codec;
    ik_pmtiles_header header;
    GBytes *root, *metadata;
    GByteArray *leaves; /* compressed, one behind the other */
    FILE *file;
} pmtiles_output;

/* --- offsets and entries ---------------------------------------------------------------------- */

#define NOT_PLACED G_MAXUINT64

/* From here on the place of the hash holds the offset in the archive. */
static void place_contents(pmtiles_output *out)
{
    ik_tile_index *index = &out->writer->index;
    guint64 offset = 0;
    for (guint32 i = 0; i < index->n_contents; i++)
        index->contents[i].hash.low = NOT_PLACED;
    for (gsize i = 0; i < index->n_runs; i++) {
        ik_tile_content *content = &index->contents[index->runs[i].content];
        if (content->hash.low != NOT_PLACED)
            continue;
        content->hash.low = offset;
        offset += ik_tile_content_size(content);
    }
    out->header.data.length = offset;
}

static ik_pmtiles_entry entry_of(const ik_tile_index *index, gsize run)
{
    const ik_tile_content *content = &index->contents[index->runs[run].content];
    return (ik_pmtiles_entry){.id = index->runs[run].id,
                              .run = index->runs[run].run,
                              .offset = content->hash.low,
                              .length = ik_tile_content_size(content)};
}

static GBytes *compress_directory(pmtiles_output *out, const ik_pmtiles_entry *entries, gsize n)
{
    g_autoptr(GByteArray) plain = g_byte_array_new();
    ik_pmtiles_directory_write(plain, entries, n);
    return ik_gzip_compress(out->codec, plain->data, plain->len);
}

static GBytes *compress_runs(pmtiles_output *out, gsize first, gsize n)
{
    g_autofree ik_pmtiles_entry *entries = g_new(ik_pmtiles_entry, n);
    for (gsize i = 0; i < n; i++)
        entries[i] = entry_of(&out->writer->index, first + i);
    return compress_directory(out, entries, n);
}

/* Leaves of so many entries each, and a root that points to them. */
static void make_leaves(pmtiles_output *out, gsize leaf_entries)
{
    const ik_tile_index *index = &out->writer->index;
    g_autoptr(GArray) pointers = g_array_new(FALSE, FALSE, sizeof(ik_pmtiles_entry));
    g_byte_array_set_size(out->leaves, 0);
    for (gsize first = 0; first < index->n_runs; first += leaf_entries) {
        gsize n = MIN(leaf_entries, index->n_runs - first), size;
        g_autoptr(GBytes) leaf = compress_runs(out, first, n);
        const void *bytes = g_bytes_get_data(leaf, &size);
        const ik_pmtiles_entry pointer = {
            .id = index->runs[first].id, .offset = out->leaves->len, .length = (guint32)size};
        g_array_append_val(pointers, pointer);
        g_byte_array_append(out->leaves, bytes, (guint)size);
    }
    out->root =
        compress_directory(out, (const ik_pmtiles_entry *)(void *)pointers->data, pointers->len);
}

static void make_directories(pmtiles_output *out)
{
    const ik_tile_index *index = &out->writer->index;
    if (index->n_runs <= MOST_ROOT_ENTRIES)
        out->root = compress_runs(out, 0, index->n_runs);
    for (gsize leaf_entries = LEAF_ENTRIES;
         out->root == NULL || g_bytes_get_size(out->root) > IK_PMTILES_ROOT_MAX_BYTES;
         leaf_entries *= 2) {
        g_clear_pointer(&out->root, g_bytes_unref);
        make_leaves(out, leaf_entries);
    }
}

/* --- header and file -------------------------------------------------------------------------- */

static bool make_metadata(pmtiles_output *out, GError **error)
{
    g_autofree char *json = ik_archive_writer_metadata(out->writer, error);
    if (json != NULL)
        out->metadata = ik_gzip_compress(out->codec, json, strlen(json));
    return json != NULL;
}

static void fill_header(pmtiles_output *out)
{
    const ik_archive_writer *writer = out->writer;
    ik_pmtiles_header *header = &out->header;
    header->root = (ik_pmtiles_section){IK_PMTILES_HEADER_BYTES, g_bytes_get_size(out->root)};
    header->metadata = (ik_pmtiles_section){header->root.offset + header->root.length,
                                            g_bytes_get_size(out->metadata)};
    header->leaves =
        (ik_pmtiles_section){header->metadata.offset + header->metadata.length, out->leaves->len};
    header->data.offset = header->leaves.offset + header->leaves.length;
    header->addressed = ik_tile_index_addressed(&writer->index);
    header->entries = writer->index.n_runs;
    header->contents = writer->index.n_contents;
    header->clustered = 1;
    header->internal_compression = IK_COMPRESSION_GZIP;
    header->tile_compression = (guint8)writer->description.compression;
    header->tile_type = (guint8)writer->description.type;
    header->min_zoom = (guint8)ik_tile_extent_min_zoom(&writer->extent);
    header->max_zoom = (guint8)ik_tile_extent_max_zoom(&writer->extent);
    const ik_lonlat_box box = ik_tile_extent_bounds(&writer->extent);
    const double bounds[] = {box.west, box.south, box.east, box.north};
    for (gsize i = 0; i < G_N_ELEMENTS(bounds); i++)
        header->bounds[i] = ik_pmtiles_degrees(bounds[i]);
    guint zoom;
    ik_lonlat center = ik_archive_writer_center(writer, &zoom);
    header->center_zoom = (guint8)zoom;
    header->center[0] = ik_pmtiles_degrees(center.lon);
    header->center[1] = ik_pmtiles_degrees(center.lat);
}

static bool put(const pmtiles_output *out, const void *bytes, gsize size, GError **error)
{
    return size == 0 || fwrite(bytes, 1, size, out->file) == size ||
           ik_io_error_set(error, errno, out->writer->path, "write");
}

static bool put_bytes(const pmtiles_output *out, GBytes *bytes, GError **error)
{
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    return put(out, data, size, error);
}

static bool put_front(const pmtiles_output *out, GError **error)
{
    guint8 header[IK_PMTILES_HEADER_BYTES];
    ik_pmtiles_header_write(&out->header, header);
    return put(out, header, sizeof header, error) && put_bytes(out, out->root, error) &&
           put_bytes(out, out->metadata, error) &&
           put(out, out->leaves->data, out->leaves->len, error);
}

static bool put_contents(const pmtiles_output *out, GError **error)
{
    const ik_tile_index *index = &out->writer->index;
    guint64 written = 0;
    for (gsize i = 0; i < index->n_runs; i++) {
        const ik_tile_content *content = &index->contents[index->runs[i].content];
        if (content->hash.low != written)
            continue; /* stands there already */
        gsize size = ik_tile_content_size(content);
        const void *bytes =
            ik_tile_spool_read(&out->writer->spool, ik_tile_content_offset(content), size, error);
        if (bytes == NULL || !put(out, bytes, size, error))
            return false;
        written += size;
    }
    g_assert(written == out->header.data.length);
    return true;
}

static bool write_file(pmtiles_output *out, GError **error)
{
    const char *path = ik_file_stage_path(out->writer->stage);
    out->file = g_fopen(path, "wbe");
    if (out->file == NULL)
        return ik_io_error_set(error, errno, path, "create");
    g_autofree char *buffer =
        g_malloc(BUFFER_BYTES); /* glibc makes a small one, whatever it is told */
    setvbuf(out->file, buffer, _IOFBF, BUFFER_BYTES);
    bool written = put_front(out, error) && put_contents(out, error);
    if (fclose(out->file) != 0 && written)
        written = ik_io_error_set(error, errno, out->writer->path, "write");
    return written;
}

static bool finish(ik_archive_writer *writer, GError **error)
{
    pmtiles_output out = {.writer = writer,
                          .codec = ik_gzip_codec_new(DIRECTORY_LEVEL),
                          .leaves = g_byte_array_new()};
    place_contents(&out);
    make_directories(&out);
    bool written = ik_tile_spool_seal(&writer->spool, error) && make_metadata(&out, error);
    if (written) {
        fill_header(&out);
        written = write_file(&out, error);
    }
    g_clear_pointer(&out.root, g_bytes_unref);
    g_clear_pointer(&out.metadata, g_bytes_unref);
    g_byte_array_unref(out.leaves);
    ik_gzip_codec_free(out.codec);
    /* What the index takes is free for the check. */
    ik_tile_index_clear(&writer->index);
    ik_tile_spool_clear(&writer->spool);
    static const ik_verify_options structure = {.structure_only = true};
    return written &&
           ik_archive_verify(ik_file_stage_path(writer->stage), &structure, NULL, error) &&
           ik_file_stage_commit(writer->stage, error);
}

static const ik_archive_kind pmtiles_kind = {.finish = finish};

ik_archive_writer *ik_pmtiles_writer_new(const char *path,
                                         const ik_archive_description *description, GError **error)
{
    g_autoptr(ik_archive_writer) writer = g_new0(ik_archive_writer, 1);
    ik_archive_writer_init(writer, &pmtiles_kind, path, description);
    return ik_archive_writer_stage(writer, error) ? g_steal_pointer(&writer) : NULL;
}

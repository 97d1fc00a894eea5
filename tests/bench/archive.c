/* archive.c — 10 million tile ids into PMTiles and through verify: seconds and memory.   [tests]
 *
 * bench_archive FOLDER [TILES [DISTINCT]]: the tiles of zoom 12 and those that follow, compressed, in an order that is
 * none; of every DISTINCT in 100 the content is their own, the others share 1,000.
 */
#include <ideenkarte/error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "archive_verify.h"
#include "gzip.h"

static double peak_mb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

/* A permutation of 0..n-1 for n that 1,000,003 does not divide. */
static guint64 place(guint64 i, guint64 n)
{
    return i * 1000003 % n;
}

static bool put_tiles(ik_archive_writer *writer, guint64 n, guint own, GError **error)
{
    g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(1);
    for (guint64 i = 0; i < n; i++) {
        guint64 at = place(i, n);
        guint64 content[6] = {0};
        content[0] = at * 2654435761u % 100 < own ? at : at % 1000;
        content[5] = content[0] * 11400714819323198485u;
        g_autoptr(GBytes) bytes = ik_gzip_compress(codec, content, sizeof content);
        gsize size;
        const void *data = g_bytes_get_data(bytes, &size);
        if (!ik_archive_writer_put_run(writer, ik_tile_id_first(12) + at, 1, data, size, error))
            return false;
    }
    return true;
}

static bool run(const char *path, guint64 n, guint own, GError **error)
{
    const ik_archive_description description = {.type = IK_TILE_MVT,
                                                .compression = IK_COMPRESSION_GZIP,
                                                .metadata =
                                                    "{\"name\":\"bench\",\"vector_layers\":[]}"};
    gint64 began = g_get_monotonic_time();
    g_autoptr(ik_archive_writer) writer = ik_archive_writer_new(path, &description, error);
    ik_archive_counts counts;
    if (writer == NULL || !put_tiles(writer, n, own, error))
        return false;
    gint64 put = g_get_monotonic_time();
    if (!ik_archive_writer_finish(writer, &counts, error))
        return false;
    gint64 written = g_get_monotonic_time();
    double write_mb = peak_mb();
    if (!ik_archive_verify(path, &(ik_verify_options){0}, NULL, error))
        return false;
    gint64 verified = g_get_monotonic_time();
    printf(
        "%" G_GUINT64_FORMAT " tiles, %" G_GUINT64_FORMAT
        " different: put %.1f s, finish %.1f s, verify %.1f s, together %.1f s; peak %.0f MB, with "
        "verify %.0f MB\n",
        counts.tiles, counts.distinct, (double)(put - began) / 1e6, (double)(written - put) / 1e6,
        (double)(verified - written) / 1e6, (double)(verified - began) / 1e6, write_mb, peak_mb());
    return true;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc < 2)
        return 2;
    guint64 n = argc > 2 ? g_ascii_strtoull(argv[2], NULL, 10) : 10000000;
    guint own = argc > 3 ? (guint)g_ascii_strtoull(argv[3], NULL, 10) : 30;
    g_autofree char *path = g_build_filename(argv[1], "bench.pmtiles", NULL);
    if (run(path, n, own, &error))
        return 0;
    fprintf(stderr, "%s\n", error->message);
    return 1;
}

/* archive_fixture.h — small archives of made-up tiles.   [tests] */
#ifndef IK_ARCHIVE_FIXTURE_H
#define IK_ARCHIVE_FIXTURE_H

#include "archive_reader.h"
#include "gzip.h"
#include "test_support.h"

#include <stdio.h>

/* Metadata that vector tiles must have (PMTiles v3, chapter 5). */
#define VECTOR_METADATA "{\"name\":\"test\",\"vector_layers\":[{\"id\":\"a\",\"fields\":{}}]}"

static inline ik_archive_description vector_description(void)
{
    return (ik_archive_description){
        .type = IK_TILE_MVT, .compression = IK_COMPRESSION_GZIP, .metadata = VECTOR_METADATA};
}

/* Compressed content number `n`; the caller's. */
static inline GBytes *content_number(ik_gzip_codec *codec, guint n)
{
    char text[64];
    int length = snprintf(text, sizeof text, "content %u of a tile, %u", n, n * 2654435761u);
    return ik_gzip_compress(codec, text, (gsize)length);
}

static inline void put_bytes(ik_archive_writer *writer, guint64 id, GBytes *bytes)
{
    GError *error = NULL;
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    ik_archive_writer_put_run(writer, id, 1, data, size, &error);
    ik_assert_no_error(error);
}

#endif

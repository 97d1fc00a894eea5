/* tile_check.c — compression, signature, content of one tile.   [archive] */
#include "tile_check.h"

#include <ideenkarte/error.h>

#include "png_check.h"

static bool fail(const char *before, const char *what, const char *behind, GError **error)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s%s%s", before, what, behind);
    return false;
}

static bool check_type(ik_tile_type type, const void *bytes, gsize size, GError **error)
{
    ik_tile_type seen = ik_tile_type_sniff(bytes, size);
    bool has_signature = type != IK_TILE_MVT && type != IK_TILE_UNKNOWN;
    if (has_signature && seen != type)
        return fail("is no ", ik_tile_type_name(type), ", as the archive says", error);
    if (!has_signature && seen != IK_TILE_UNKNOWN)
        return fail("is ", ik_tile_type_name(seen), ", which the archive does not say", error);
    return type != IK_TILE_PNG || ik_png_check(bytes, size, error);
}

bool ik_tile_check(ik_archive_reader *reader, GBytes *stored, const ik_verify_options *options,
                   GError **error)
{
    const ik_archive_info *info = ik_archive_reader_info(reader);
    gsize size;
    const void *bytes = g_bytes_get_data(stored, &size);
    /* No layer is a vector tile, too; in a database it is to be gzip data. */
    if (size == 0 && (info->type != IK_TILE_MVT || info->format != IK_ARCHIVE_FOLDER))
        return fail("has no bytes", "", "", error);
    if (info->compression != IK_COMPRESSION_GZIP && ik_is_gzip(bytes, size))
        return fail("is compressed by gzip, the archive says ",
                    ik_compression_name(info->compression), "", error);
    if (info->compression == IK_COMPRESSION_GZIP && !ik_is_gzip(bytes, size))
        return fail("is not compressed by gzip, as the archive says", "", "", error);
    g_autoptr(GBytes) plain = ik_archive_reader_expand(reader, stored, error);
    if (plain == NULL)
        return false;
    bytes = g_bytes_get_data(plain, &size);
    return check_type(info->type, bytes, size, error) &&
           (options->check == NULL ||
            options->check(info->type, bytes, size, options->data, error));
}

/* tile_format.c — names and signatures of tiles.   [archive] */
#include "tile_format.h"

#include <string.h>

static const struct {
    const char *name, *format, *alias;
} types[] = {
    [IK_TILE_UNKNOWN] = {"unknown", "unknown", NULL},
    [IK_TILE_MVT] = {"mvt", "pbf", "pbf"},
    [IK_TILE_PNG] = {"png", "png", NULL},
    [IK_TILE_JPEG] = {"jpg", "jpg", "jpeg"},
    [IK_TILE_WEBP] = {"webp", "webp", NULL},
    [IK_TILE_AVIF] = {"avif", "avif", NULL},
};

static const char *const compressions[] = {"unknown", "none", "gzip", "brotli", "zstd"};

const char *ik_tile_type_name(ik_tile_type type)
{
    return types[(gsize)type < G_N_ELEMENTS(types) ? type : IK_TILE_UNKNOWN].name;
}

const char *ik_tile_type_format(ik_tile_type type)
{
    return types[(gsize)type < G_N_ELEMENTS(types) ? type : IK_TILE_UNKNOWN].format;
}

ik_tile_type ik_tile_type_parse(const char *name)
{
    for (gsize i = 1; name != NULL && i < G_N_ELEMENTS(types); i++)
        if (g_ascii_strcasecmp(name, types[i].name) == 0 ||
            (types[i].alias != NULL && g_ascii_strcasecmp(name, types[i].alias) == 0))
            return (ik_tile_type)i;
    return IK_TILE_UNKNOWN;
}

const char *ik_compression_name(ik_compression compression)
{
    return compressions[(gsize)compression < G_N_ELEMENTS(compressions) ? compression : 0];
}

static bool has_at(const void *bytes, gsize size, gsize offset, const char *text)
{
    gsize length = strlen(text);
    return size >= offset + length && memcmp((const char *)bytes + offset, text, length) == 0;
}

ik_tile_type ik_tile_type_sniff(const void *bytes, gsize size)
{
    if (has_at(bytes, size, 0, "\x89PNG\r\n\x1a\n"))
        return IK_TILE_PNG;
    if (has_at(bytes, size, 0, "\xff\xd8\xff"))
        return IK_TILE_JPEG;
    if (has_at(bytes, size, 0, "RIFF") && has_at(bytes, size, 8, "WEBP"))
        return IK_TILE_WEBP;
    return has_at(bytes, size, 4, "ftypavif") ? IK_TILE_AVIF : IK_TILE_UNKNOWN;
}

bool ik_is_gzip(const void *bytes, gsize size)
{
    return has_at(bytes, size, 0, "\x1f\x8b");
}

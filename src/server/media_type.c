/* media_type.c — what a file is, by the ending of its name.   [server]
 *
 * Names as IANA has them; PMTiles, PBF and web manifests have none there and use what their makers name.
 */
#include "media_type.h"

#include <glib.h>
#include <string.h>

static const ik_media_type types[] = {
    {"html", "text/html; charset=utf-8", true},
    {"js", "text/javascript; charset=utf-8", true},
    {"mjs", "text/javascript; charset=utf-8", true},
    {"css", "text/css; charset=utf-8", true},
    {"json", "application/json", true},
    {"map", "application/json", true},
    {"geojson", "application/geo+json", true},
    {"webmanifest", "application/manifest+json", true},
    {"xml", "application/xml", true},
    {"svg", "image/svg+xml", true},
    {"txt", "text/plain; charset=utf-8", true},
    {"csv", "text/csv; charset=utf-8", true},
    {"md", "text/markdown; charset=utf-8", true},
    {"pbf", "application/x-protobuf", true},
    {"mvt", "application/vnd.mapbox-vector-tile", true},
    {"wasm", "application/wasm", true},
    {"ico", "image/vnd.microsoft.icon", true},
    {"pmtiles", "application/vnd.pmtiles", false},
    {"mbtiles", "application/vnd.sqlite3", false},
    {"sqlite", "application/vnd.sqlite3", false},
    {"gpkg", "application/geopackage+sqlite3", false},
    {"png", "image/png", false},
    {"webp", "image/webp", false},
    {"jpg", "image/jpeg", false},
    {"jpeg", "image/jpeg", false},
    {"avif", "image/avif", false},
    {"gif", "image/gif", false},
    {"pdf", "application/pdf", false},
    {"woff2", "font/woff2", false},
    {"gz", "application/gzip", false},
    {"zip", "application/zip", false},
};
static const ik_media_type unknown = {"", "application/octet-stream", false};

const ik_media_type *ik_media_type_of(const char *name)
{
    const char *dot = strrchr(name, '.'), *slash = strrchr(name, '/');
    if (dot == NULL || (slash != NULL && slash > dot))
        return &unknown;
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
        if (g_ascii_strcasecmp(dot + 1, types[i].ending) == 0)
            return &types[i];
    return &unknown;
}

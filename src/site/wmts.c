/* wmts.c — the capabilities document of a static Web Map Tile Service.   [site]
 *
 * One layer, one style, the well-known scale set GoogleMapsCompatible (annex E.4): zoom 0 is one tile of 256 pixels of
 * 0.28 mm, each zoom halves the scale. Limits say which tiles there are.
 */
#include "wmts.h"

#include "tilejson.h"

#include "html.h"
#include "json_writer.h"
#include "mercator.h"

#define ZOOM_0_SCALE 559082264.0287178
#define HALF_WORLD_M "20037508.3427892"
#define HALF_WORLD   20037508.342789244

static void put_corner(GString *out, const char *element, double east, double north)
{
    g_string_append_printf(out, "<ows:%s>", element);
    ik_append_rounded(out, east, 6);
    g_string_append_c(out, ' ');
    ik_append_rounded(out, north, 6);
    g_string_append_printf(out, "</ows:%s>\n", element);
}

/* The tiles of the highest zoom, in metres: whoever draws from this corner on meets our pixels at every zoom. */
static void put_tile_box(GString *out, const ik_lonlat_box *box, const ik_site_tileset *tileset)
{
    ik_tile first, last;
    ik_tile_range(box, tileset->max_zoom, &first, &last);
    const double side = 2 * HALF_WORLD / (double)(1u << tileset->max_zoom);
    g_string_append(out, "<ows:BoundingBox crs=\"urn:ogc:def:crs:EPSG::3857\">\n");
    put_corner(out, "LowerCorner", first.x * side - HALF_WORLD, HALF_WORLD - (last.y + 1) * side);
    put_corner(out, "UpperCorner", (last.x + 1) * side - HALF_WORLD, HALF_WORLD - first.y * side);
    g_string_append(out, "</ows:BoundingBox>\n");
}

static void put_limits(GString *out, const ik_lonlat_box *box, const ik_site_tileset *tileset)
{
    g_string_append(out, "<TileMatrixSetLimits>\n");
    for (guint zoom = tileset->min_zoom; zoom <= tileset->max_zoom; zoom++) {
        ik_tile first, last;
        ik_tile_range(box, zoom, &first, &last);
        g_string_append_printf(
            out,
            "<TileMatrixLimits><TileMatrix>%u</TileMatrix><MinTileRow>%u</MinTileRow>"
            "<MaxTileRow>%u</MaxTileRow><MinTileCol>%u</MinTileCol><MaxTileCol>%u</MaxTileCol>"
            "</TileMatrixLimits>\n",
            zoom, first.y, last.y, first.x, last.x);
    }
    g_string_append(out, "</TileMatrixSetLimits>\n");
}

static void put_layer(GString *out, const ik_site_input *input, const ik_site_tileset *tileset)
{
    g_autofree char *address =
        g_strconcat(input->portal_url, "tiles/", tileset->name, "/{TileMatrix}/{TileCol}/{TileRow}",
                    ik_tile_ending(tileset, 1), NULL);
    const char *mime = tileset->is_webp ? "image/webp" : "image/png";
    g_string_append(out, "<Layer>\n");
    ik_html_element(out, "ows:Title", NULL, input->words[0].title);
    g_string_append(out, "<ows:WGS84BoundingBox>\n");
    put_corner(out, "LowerCorner", input->box.west, input->box.south);
    put_corner(out, "UpperCorner", input->box.east, input->box.north);
    g_string_append(out, "</ows:WGS84BoundingBox>\n");
    ik_html_element(out, "ows:Identifier", NULL, tileset->name);
    put_tile_box(out, &input->box, tileset);
    g_string_append(out,
                    "<Style isDefault=\"true\"><ows:Identifier>default</ows:Identifier></Style>\n");
    ik_html_element(out, "Format", NULL, mime);
    g_string_append(out,
                    "<TileMatrixSetLink>\n<TileMatrixSet>GoogleMapsCompatible</TileMatrixSet>\n");
    put_limits(out, &input->box, tileset);
    g_string_append(out, "</TileMatrixSetLink>\n<ResourceURL");
    ik_html_attribute(out, "format", mime);
    g_string_append(out, " resourceType=\"tile\"");
    ik_html_attribute(out, "template", address);
    g_string_append(out, "/>\n</Layer>\n");
}

/* Tiles twice as large show a zoom at half its scale: a set of their own, without a well-known name. */
static void put_matrices(GString *out, guint max_zoom, guint tile_size)
{
    g_string_append(out, "<TileMatrixSet>\n<ows:Identifier>GoogleMapsCompatible</ows:Identifier>\n"
                         "<ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>\n");
    if (tile_size == 256)
        g_string_append(out, "<WellKnownScaleSet>urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible"
                             "</WellKnownScaleSet>\n");
    for (guint zoom = 0; zoom <= max_zoom; zoom++) {
        char scale[G_ASCII_DTOSTR_BUF_SIZE];
        guint side = 1u << zoom;
        g_ascii_formatd(scale, sizeof scale, "%.10f", ZOOM_0_SCALE / side * 256 / tile_size);
        g_string_append_printf(out,
                               "<TileMatrix><ows:Identifier>%u</ows:Identifier>"
                               "<ScaleDenominator>%s</ScaleDenominator>"
                               "<TopLeftCorner>-" HALF_WORLD_M " " HALF_WORLD_M "</TopLeftCorner>"
                               "<TileWidth>%u</TileWidth><TileHeight>%u</TileHeight>"
                               "<MatrixWidth>%u</MatrixWidth><MatrixHeight>%u</MatrixHeight>"
                               "</TileMatrix>\n",
                               zoom, scale, tile_size, tile_size, side, side);
    }
    g_string_append(out, "</TileMatrixSet>\n");
}

char *ik_wmts_capabilities(const ik_site_input *input, const ik_site_tileset *tileset)
{
    g_assert(input->portal_url != NULL);
    g_autofree char *own =
        g_strconcat(input->portal_url, "tiles/", tileset->name, "/WMTSCapabilities.xml", NULL);
    GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<Capabilities xmlns=\"http://www.opengis.net/wmts/1.0\" "
                                "xmlns:ows=\"http://www.opengis.net/ows/1.1\" "
                                "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.0.0\">\n"
                                "<ows:ServiceIdentification>\n");
    ik_html_element(out, "ows:Title", NULL, input->words[0].title);
    ik_html_element(out, "ows:Abstract", NULL, input->words[0].subtitle);
    g_string_append(out, "<ows:ServiceType>OGC WMTS</ows:ServiceType>\n"
                         "<ows:ServiceTypeVersion>1.0.0</ows:ServiceTypeVersion>\n"
                         "</ows:ServiceIdentification>\n<Contents>\n");
    put_layer(out, input, tileset);
    put_matrices(out, tileset->max_zoom, MAX(tileset->tile_size, 256));
    g_string_append(out, "</Contents>\n<ServiceMetadataURL");
    ik_html_attribute(out, "xlink:href", own);
    g_string_append(out, "/>\n</Capabilities>\n");
    return g_string_free(out, FALSE);
}

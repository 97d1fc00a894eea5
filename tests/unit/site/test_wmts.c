/* test_wmts.c — the capabilities against OGC 07-057r7 (WMTS 1.0.0) and its annex E.4.   [tests] */
#include "site_fixture.h"

#include "wmts.h"

/* What a document says: each element's text and attributes, by path. */
typedef struct {
    GPtrArray *path;  /* element names */
    GPtrArray *lines; /* "Capabilities/Contents/...=text", "...@attribute=value" */
} reading;

static char *join_path(const reading *r)
{
    g_ptr_array_add(r->path, NULL);
    char *joined = g_strjoinv("/", (char **)r->path->pdata);
    g_ptr_array_remove_index(r->path, r->path->len - 1);
    return joined;
}

static void start(GMarkupParseContext *context, const char *name, const char **names,
                  const char **values, gpointer data, GError **error)
{
    reading *r = data;
    (void)context, (void)error;
    g_ptr_array_add(r->path, g_strdup(name));
    g_autofree char *path = join_path(r);
    for (guint i = 0; names[i] != NULL; i++)
        g_ptr_array_add(r->lines, g_strdup_printf("%s@%s=%s", path, names[i], values[i]));
}

static void end(GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
    reading *r = data;
    (void)context, (void)name, (void)error;
    g_free(g_ptr_array_remove_index(r->path, r->path->len - 1));
}

static void text(GMarkupParseContext *context, const char *words, gsize size, gpointer data,
                 GError **error)
{
    reading *r = data;
    (void)context, (void)error;
    g_autofree char *plain = g_strstrip(g_strndup(words, size));
    g_autofree char *path = join_path(r);
    if (plain[0] != '\0')
        g_ptr_array_add(r->lines, g_strdup_printf("%s=%s", path, plain));
}

/* The lines of a document, which must be well-formed XML; the caller's. */
static GPtrArray *read_xml(const char *xml)
{
    static const GMarkupParser parser = {start, end, text, NULL, NULL};
    GError *error = NULL;
    reading r = {g_ptr_array_new(), g_ptr_array_new_with_free_func(g_free)};
    GMarkupParseContext *context =
        g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &r, NULL);
    g_markup_parse_context_parse(context, xml, -1, &error);
    ik_assert_no_error(error);
    g_markup_parse_context_end_parse(context, &error);
    ik_assert_no_error(error);
    g_markup_parse_context_free(context);
    g_ptr_array_unref(r.path);
    return r.lines;
}

static GPtrArray *capabilities(const toy_site *toy, const ik_site_tileset *tileset)
{
    g_autofree char *xml = ik_wmts_capabilities(&toy->input, tileset);
    assert_true(g_str_has_prefix(xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    return read_xml(xml);
}

/* The n-th value of a path, from 0; NULL: there are not so many. Borrowed. */
static const char *value_at(GPtrArray *lines, const char *path, guint n)
{
    for (guint i = 0; i < lines->len; i++) {
        const char *line = lines->pdata[i];
        if (g_str_has_prefix(line, path) && line[strlen(path)] == '=' && n-- == 0)
            return line + strlen(path) + 1;
    }
    return NULL;
}

static void assert_value(GPtrArray *lines, const char *path, const char *expected)
{
    const char *value = value_at(lines, path, 0);
    if (value == NULL)
        fail_msg("no %s", path);
    assert_string_equal(value, expected);
}

static const ik_site_tileset tileset = {.name = "regions", .min_zoom = 5, .max_zoom = 7};

static void it_says_what_the_standard_wants(void **state)
{
    toy_site *toy = *state;
    toy->input.portal_url = "https://www.example.org/karte/";
    g_autoptr(GPtrArray) lines = capabilities(toy, &tileset);
    assert_value(lines, "Capabilities@version", "1.0.0");
    assert_value(lines, "Capabilities@xmlns", "http://www.opengis.net/wmts/1.0");
    assert_value(lines, "Capabilities@xmlns:ows", "http://www.opengis.net/ows/1.1");
    assert_value(lines, "Capabilities/ows:ServiceIdentification/ows:ServiceType", "OGC WMTS");
    assert_value(lines, "Capabilities/ows:ServiceIdentification/ows:ServiceTypeVersion", "1.0.0");
    assert_value(lines, "Capabilities/Contents/Layer/ows:Identifier", "regions");
    assert_value(lines, "Capabilities/Contents/Layer/Style@isDefault", "true");
    assert_value(lines, "Capabilities/Contents/Layer/Format", "image/png");
    /* the layer's set of matrices is the one that is defined */
    assert_value(lines, "Capabilities/Contents/Layer/TileMatrixSetLink/TileMatrixSet",
                 "GoogleMapsCompatible");
    assert_value(lines, "Capabilities/Contents/TileMatrixSet/ows:Identifier",
                 "GoogleMapsCompatible");
    assert_value(lines, "Capabilities/Contents/TileMatrixSet/WellKnownScaleSet",
                 "urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible");
    assert_value(lines, "Capabilities/Contents/TileMatrixSet/ows:SupportedCRS",
                 "urn:ogc:def:crs:EPSG::3857");
}

static void addresses_are_whole(void **state)
{
    toy_site *toy = *state;
    toy->input.portal_url = "https://www.example.org/karte/";
    g_autoptr(GPtrArray) lines = capabilities(toy, &tileset);
    assert_value(
        lines, "Capabilities/Contents/Layer/ResourceURL@template",
        "https://www.example.org/karte/tiles/regions/{TileMatrix}/{TileCol}/{TileRow}.png");
    assert_value(lines, "Capabilities/Contents/Layer/ResourceURL@resourceType", "tile");
    assert_value(lines, "Capabilities/Contents/Layer/ResourceURL@format", "image/png");
    assert_value(lines, "Capabilities/ServiceMetadataURL@xlink:href",
                 "https://www.example.org/karte/tiles/regions/WMTSCapabilities.xml");
}

/* Annex E.4, "Scale Denominator" of zooms 0 to 7. */
static void scales_are_those_of_the_standard(void **state)
{
    static const double scales[] = {559082264.0287178, 279541132.0143589, 139770566.0071794,
                                    69885283.00358972, 34942641.50179486, 17471320.75089743,
                                    8735660.375448715, 4367830.187724357};
    toy_site *toy = *state;
    toy->input.portal_url = "https://www.example.org/";
    g_autoptr(GPtrArray) lines = capabilities(toy, &tileset);
    for (guint zoom = 0; zoom <= 7; zoom++) {
        const char *matrix = "Capabilities/Contents/TileMatrixSet/TileMatrix/";
        g_autofree char *scale = g_strconcat(matrix, "ScaleDenominator", NULL);
        g_autofree char *name = g_strconcat(matrix, "ows:Identifier", NULL);
        g_autofree char *width = g_strconcat(matrix, "MatrixWidth", NULL);
        g_autofree char *corner = g_strconcat(matrix, "TopLeftCorner", NULL);
        assert_int_equal(g_ascii_strtoull(value_at(lines, name, zoom), NULL, 10), zoom);
        ik_assert_near(g_ascii_strtod(value_at(lines, scale, zoom), NULL), scales[zoom], 1e-6);
        assert_int_equal(g_ascii_strtoull(value_at(lines, width, zoom), NULL, 10), 1u << zoom);
        assert_string_equal(value_at(lines, corner, zoom), "-20037508.3427892 20037508.3427892");
    }
    assert_null(
        value_at(lines, "Capabilities/Contents/TileMatrixSet/TileMatrix/ScaleDenominator", 8));
}

/* The box 7..8.3 E, 51..51.3 N. At zoom 5 a tile is 11.25 degrees wide: column 16. At zoom 7, 2.8125 degrees: columns 66
 * (5.625 to 8.4375); row (0.5 - ln(tan(45 + lat / 2)) / 2 pi) * 128: 42.78 for 51.3, 42.95 for 51, so 42; at zoom 5 it is 10. */
static void limits_are_the_tiles_of_the_box(void **state)
{
    toy_site *toy = *state;
    const char *limits =
        "Capabilities/Contents/Layer/TileMatrixSetLink/TileMatrixSetLimits/TileMatrixLimits/";
    static const struct {
        const char *name, *five, *seven;
    } expected[] = {{"TileMatrix", "5", "7"},
                    {"MinTileRow", "10", "42"},
                    {"MaxTileRow", "10", "42"},
                    {"MinTileCol", "16", "66"},
                    {"MaxTileCol", "16", "66"}};
    toy->input.portal_url = "https://www.example.org/";
    g_autoptr(GPtrArray) lines = capabilities(toy, &tileset);
    for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
        g_autofree char *path = g_strconcat(limits, expected[i].name, NULL);
        assert_string_equal(value_at(lines, path, 0), expected[i].five);
        assert_string_equal(value_at(lines, path, 2), expected[i].seven);
        assert_null(value_at(lines, path, 3)); /* zooms 5 to 7 */
    }
}

static void what_strangers_write_stays_text(void **state)
{
    toy_site *toy = *state;
    toy->input.portal_url = "https://www.example.org/?a=1&b=\"2\"/";
    for (gsize i = 0; i < G_N_ELEMENTS(toy_attacks); i++) {
        toy->words[0].title = toy_attacks[i];
        g_autoptr(GPtrArray) lines = capabilities(toy, &tileset);
        assert_value(lines, "Capabilities@version", "1.0.0");
        assert_value(lines, "Capabilities/Contents/Layer/ows:Identifier", "regions");
        assert_value(lines, "Capabilities/ServiceMetadataURL@xlink:href",
                     "https://www.example.org/?a=1&b=\"2\"/tiles/regions/WMTSCapabilities.xml");
    }
    toy->words[0].title = "Karte & Plan <1>";
    g_autoptr(GPtrArray) lines = capabilities(toy, &tileset);
    assert_value(lines, "Capabilities/ows:ServiceIdentification/ows:Title", "Karte & Plan <1>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(it_says_what_the_standard_wants),  WITH_TOY(addresses_are_whole),
        WITH_TOY(scales_are_those_of_the_standard), WITH_TOY(limits_are_the_tiles_of_the_box),
        WITH_TOY(what_strangers_write_stays_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

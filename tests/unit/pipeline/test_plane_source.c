/* test_plane_source.c — sources in Web Mercator on a page in UTM.   [tests]
 *
 * The same shapes come in vector tiles and as GeoJSON, whose places on such a page test_poster_plane.c holds against
 * cs2cs: both pages must look alike, with no trace of the tiles' borders. The page shows about 130 metres a pixel,
 * so that tiles of zoom 8 are drawn.
 */
#include "test_support.h"

#include <ideenkarte/build.h>
#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#include "archive_writer.h"
#include "files.h"
#include "mercator.h"
#include "mvt_writer.h"
#include "png_encoder.h"
#include "png_reader.h"

#define ZOOM        8
#define TILE_PIXELS ((gsize)256 * 256)

/* Units of the tiles around the corner of tile 133, 85, at 7.03° E 51.62° N. */
static const ik_tile_point AREA[] = {{-3000, -2500}, {3500, -1000}, {500, 4000}};
static const ik_tile_point LINE[] = {{-3500, 3000}, {-100, 700}, {300, -600}, {3800, -2900}};
static const ik_tile_point POINTS[] = {{0, 0}, {-2000, 1500}, {2500, 2500}};

typedef struct {
    char *folder;
    GPtrArray *notes;
} page_test;

/* ---- the shapes in tiles and as GeoJSON ---- */

static void put_part(ik_mvt_writer *writer, const ik_tile_point *points, guint n, gint32 dx,
                     gint32 dy)
{
    ik_tile_point moved[8];
    for (guint i = 0; i < n; i++)
        moved[i] = (ik_tile_point){points[i].x - dx, points[i].y - dy};
    ik_mvt_writer_part(writer, moved, n);
}

/* All of the shapes, far beyond the tile. */
static GByteArray *make_tile(gint32 dx, gint32 dy)
{
    g_autoptr(ik_mvt_writer) writer = ik_mvt_writer_new();
    ik_mvt_writer_layer(writer, "l");
    ik_mvt_writer_feature(writer, 1, IK_MVT_POLYGON);
    put_part(writer, AREA, G_N_ELEMENTS(AREA), dx, dy);
    ik_mvt_writer_feature(writer, 2, IK_MVT_LINE);
    put_part(writer, LINE, G_N_ELEMENTS(LINE), dx, dy);
    for (guint i = 0; i < G_N_ELEMENTS(POINTS); i++) {
        ik_mvt_writer_feature(writer, 3 + i, IK_MVT_POINT);
        put_part(writer, &POINTS[i], 1, dx, dy);
    }
    return ik_mvt_writer_finish(writer);
}

static void write_archive(const page_test *test)
{
    const ik_archive_description description = {
        .type = IK_TILE_MVT, .compression = IK_COMPRESSION_NONE, .metadata = "{}"};
    GError *error = NULL;
    ik_archive_counts counts;
    g_autofree char *path = g_build_filename(test->folder, "t.pmtiles", NULL);
    g_autoptr(ik_archive_writer) writer = ik_archive_writer_new(path, &description, &error);
    ik_assert_no_error(error);
    for (gint32 y = -3; y < 3; y++)
        for (gint32 x = -3; x < 3; x++) {
            g_autoptr(GByteArray) tile = make_tile(x * 4096, y * 4096);
            const ik_tile at = {ZOOM, (guint32)(133 + x), (guint32)(85 + y)};
            assert_true(ik_archive_writer_put(writer, at, tile->data, tile->len, &error));
        }
    assert_true(ik_archive_writer_finish(writer, &counts, &error));
}

static void put_position(GString *out, double x_units, double y_units)
{
    const double world = 4096 * exp2(ZOOM);
    const double x = (133 * 4096 + x_units) / world, y = (85 * 4096 + y_units) / world;
    g_string_append_printf(out, "%s[%.12f, %.12f]", g_str_has_suffix(out->str, "]") ? ", " : "",
                           360 * x - 180, atan(sinh(G_PI * (1 - 2 * y))) * 180 / G_PI);
}

/* With many positions, since a straight line of a tile bends on the plane. */
/* With many positions, since a straight line of a tile bends on the plane. */
static void put_segment(GString *out, ik_tile_point a, ik_tile_point b)
{
    const double dx = (double)b.x - a.x, dy = (double)b.y - a.y;
    for (guint k = 0; k < 100; k++)
        put_position(out, a.x + dx * k / 100, a.y + dy * k / 100);
}

static char *make_geojson(void)
{
    GString *out = g_string_new("{\"type\": \"geojson\", \"data\": {\"type\": "
                                "\"GeometryCollection\", \"geometries\": [{\"type\": \"Polygon\", "
                                "\"coordinates\": [[");
    for (guint i = 0; i < G_N_ELEMENTS(AREA); i++)
        put_segment(out, AREA[i], AREA[(i + 1) % G_N_ELEMENTS(AREA)]);
    g_string_append(out, "]]}, {\"type\": \"LineString\", \"coordinates\": [");
    for (guint i = 1; i < G_N_ELEMENTS(LINE); i++)
        put_segment(out, LINE[i - 1], LINE[i]);
    put_position(out, 3800, -2900);
    g_string_append(out, "]}, {\"type\": \"MultiPoint\", \"coordinates\": [");
    for (guint i = 0; i < G_N_ELEMENTS(POINTS); i++)
        put_position(out, POINTS[i].x, POINTS[i].y);
    g_string_append(out, "]}]}}");
    return g_string_free(out, FALSE);
}

/* ---- pages ---- */

static void take_note(const char *note, gpointer data)
{
    g_ptr_array_add(data, g_strdup(note));
}

static void draw(const page_test *test, const char *source, const char *layers, ik_png_image *image)
{
    GError *error = NULL;
    g_autofree char *text = g_strdup_printf(
        "{\"version\": 8, \"sources\": {\"s\": %s}, \"layers\": [%s]}", source, layers);
    g_autofree char *style = ik_test_file_write(test->folder, "s.json", text, -1);
    g_autofree char *path = g_build_filename(test->folder, "page.png", NULL);
    const ik_poster_options options = {.style = style,
                                       .box = {6.3, 50.8, 8, 52},
                                       .width_px = 900,
                                       .crs = IK_POSTER_UTM32,
                                       .pixel_ratio = 1,
                                       .note = take_note,
                                       .note_data = test->notes};
    gsize size;
    ik_render_poster(&options, NULL, path, &error);
    ik_assert_no_error(error);
    char *bytes = ik_test_file_read(path, &size);
    g_autoptr(GBytes) png = g_bytes_new_take(bytes, size);
    assert_true(ik_png_read(png, 10000000, "page.png", image, &error));
}

/* Pixels that are not white. */
static guint count_drawn(const ik_png_image *image)
{
    guint n = 0;
    for (gsize i = 0; i < (gsize)image->width * image->height; i++)
        n += image->pixels[i] != 0xffffffffu;
    return n;
}

static guint count_different(const ik_png_image *a, const ik_png_image *b, int tolerance)
{
    guint n = 0;
    assert_int_equal(a->width, b->width);
    assert_int_equal(a->height, b->height);
    for (gsize i = 0; i < (gsize)a->width * a->height; i++) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8)
            most = MAX(most, ABS((int)(a->pixels[i] >> shift & 0xff) -
                                 (int)(b->pixels[i] >> shift & 0xff)));
        n += most > tolerance;
    }
    return n;
}

#define VECTOR "{\"type\": \"vector\", \"url\": \"t.pmtiles\"}"
#define LAYER(id, type, geometry, paint)                                                        \
    "{\"id\": \"" id "\", \"type\": \"" type "\", \"source\": \"s\", \"source-layer\": \"l\", " \
    "\"filter\": [\"==\", [\"geometry-type\"], \"" geometry "\"], \"paint\": {" paint "}}"

/* A unit of a tile is 0.19 of a pixel: edges differ by a twentieth of the grey between them, and the ends of places that
 * are rounded twice. Everything is half transparent, so that what is drawn twice or not at all shows. */
static void tiles_on_a_plane_look_like_what_they_were_cut_from(void **state)
{
    static const char layers[] =
        LAYER("f", "fill", "Polygon", "\"fill-color\": \"#f00\", \"fill-opacity\": 0.5") ", " LAYER(
            "l", "line", "LineString",
            "\"line-width\": 7, \"line-color\": \"#00f\", \"line-opacity\": 0.5");
    page_test *test = *state;
    g_autofree char *geojson = make_geojson();
    ik_png_image ours, expected;
    write_archive(test);
    draw(test, VECTOR, layers, &ours);
    draw(test, geojson, layers, &expected);
    assert_true(count_drawn(&expected) > 50000);
    assert_int_equal(count_different(&ours, &expected, 24), 0);
    assert_int_equal(test->notes->len, 0);
    ik_png_image_clear(&ours);
    ik_png_image_clear(&expected);
}

static void points_on_a_plane_come_once(void **state)
{
    static const char layers[] =
        LAYER("c", "circle", "Point", "\"circle-radius\": 9, \"circle-opacity\": 0.5");
    page_test *test = *state;
    g_autofree char *geojson = make_geojson();
    ik_png_image ours, expected;
    write_archive(test);
    draw(test, VECTOR, layers, &ours);
    draw(test, geojson, layers, &expected);
    assert_int_equal(count_different(&ours, &expected, 24), 0);
    ik_png_image_clear(&ours);
    ik_png_image_clear(&expected);
}

/* ---- pictures ---- */

/* All of a tile in its vector form, and the neighbours' buffers without it. */
static void write_square(const page_test *test)
{
    const ik_archive_description description = {
        .type = IK_TILE_MVT, .compression = IK_COMPRESSION_NONE, .metadata = "{}"};
    static const ik_tile_point square[] = {{0, 0}, {4096, 0}, {4096, 4096}, {0, 4096}};
    GError *error = NULL;
    ik_archive_counts counts;
    g_autofree char *path = g_build_filename(test->folder, "t.pmtiles", NULL);
    g_autoptr(ik_archive_writer) writer = ik_archive_writer_new(path, &description, &error);
    g_autoptr(ik_mvt_writer) tile = ik_mvt_writer_new();
    ik_mvt_writer_layer(tile, "l");
    ik_mvt_writer_feature(tile, 1, IK_MVT_POLYGON);
    ik_mvt_writer_part(tile, square, 4);
    g_autoptr(GByteArray) bytes = ik_mvt_writer_finish(tile);
    assert_true(
        ik_archive_writer_put(writer, (ik_tile){ZOOM, 133, 85}, bytes->data, bytes->len, &error));
    assert_true(ik_archive_writer_finish(writer, &counts, &error));
}

static void write_red_tile(const page_test *test)
{
    GError *error = NULL;
    gsize size;
    g_autoptr(ik_png_encoder) encoder = ik_png_encoder_new();
    g_autofree uint32_t *pixels = g_new(uint32_t, TILE_PIXELS);
    for (gsize i = 0; i < TILE_PIXELS; i++)
        pixels[i] = 0xffff0000u;
    g_autoptr(GBytes) png = ik_png_encode(encoder, pixels, 256, 256, &error);
    ik_assert_no_error(error);
    const void *bytes = g_bytes_get_data(png, &size);
    assert_true(ik_write_file(test->folder, "r/8/133/85.png", bytes, size, &error));
}

/* The corners of the tile 8/133/85: x 133 and 134 of 256, y 85 and 86. */
#define TILE_CORNERS                                                                             \
    "[[7.03125, 51.61801654873869], [8.4375, 51.61801654873869], [8.4375, 50.736455137010665], " \
    "[7.03125, 50.736455137010665]]"

/* The same square as a polygon, as a picture tile and as a picture between four corners: only pixels along its edge,
 * of which the page has 4 * 600 or so, may differ. */
static void pictures_on_a_plane_lie_where_polygons_do(void **state)
{
    static const char *const sources[] = {
        "{\"type\": \"raster\", \"tiles\": [\"r/{z}/{x}/{y}.png\"], \"maxzoom\": 8}",
        "{\"type\": \"image\", \"url\": \"r/8/133/85.png\", \"coordinates\": " TILE_CORNERS "}"};
    page_test *test = *state;
    ik_png_image expected;
    write_square(test);
    write_red_tile(test);
    draw(test, VECTOR, LAYER("f", "fill", "Polygon", "\"fill-color\": \"#f00\""), &expected);
    assert_true(count_drawn(&expected) > 100000);
    for (gsize i = 0; i < G_N_ELEMENTS(sources); i++) {
        ik_png_image ours;
        draw(test, sources[i], "{\"id\": \"r\", \"type\": \"raster\", \"source\": \"s\"}", &ours);
        assert_true(count_different(&ours, &expected, 8) < 4 * 600);
        ik_png_image_clear(&ours);
    }
    ik_png_image_clear(&expected);
}

static int set_up(void **state)
{
    page_test *test = g_new0(page_test, 1);
    test->folder = ik_test_folder_new();
    test->notes = g_ptr_array_new_with_free_func(g_free);
    *state = test;
    return 0;
}

static int tear_down(void **state)
{
    page_test *test = *state;
    ik_test_folder_remove(test->folder);
    g_ptr_array_unref(test->notes);
    g_free(test);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(tiles_on_a_plane_look_like_what_they_were_cut_from),
        TEST(points_on_a_plane_come_once),
        TEST(pictures_on_a_plane_lie_where_polygons_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_style_picture.c — style sheets with sources of every kind as pictures.   [tests]
 *
 * Of pictures and picture tiles: test_picture_source.c.
 */
#include "style_picture_fixture.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "archive_writer.h"
#include "files.h"
#include "mvt_writer.h"

/* ---- vector tiles ---- */

/* West of the corner a rectangle that goes on in the buffer and in the tile east of it; a line at 12
 * pixels above their south edge; a point on the edge, which is the eastern tile's.
 */
static GByteArray *make_tile(bool is_east)
{
    static const ik_tile_point areas[2][4] = {
        {{3072, 3584}, {4160, 3584}, {4160, 4160}, {3072, 4160}},
        {{-64, 3584}, {1024, 3584}, {1024, 4160}, {-64, 4160}}};
    static const ik_tile_point lines[2][2] = {{{2048, 4000}, {4160, 4000}},
                                              {{-64, 4000}, {2048, 4000}}};
    const ik_tile_point point = {is_east ? 0 : 4096, 3840};
    g_autoptr(ik_mvt_writer) writer = ik_mvt_writer_new();
    ik_mvt_writer_layer(writer, "areas");
    ik_mvt_writer_feature(writer, 1, IK_MVT_POLYGON);
    ik_mvt_writer_part(writer, areas[is_east], 4);
    ik_mvt_writer_layer(writer, "lines");
    ik_mvt_writer_feature(writer, 2, IK_MVT_LINE);
    ik_mvt_writer_text(writer, "kind", "road");
    ik_mvt_writer_uint(writer, "width", 4);
    ik_mvt_writer_part(writer, lines[is_east], 2);
    ik_mvt_writer_layer(writer, "points");
    ik_mvt_writer_feature(writer, 3, IK_MVT_POINT);
    ik_mvt_writer_part(writer, &point, 1);
    return ik_mvt_writer_finish(writer);
}

static void write_archive(const picture_test *test, const char *name)
{
    const ik_archive_description description = {
        .type = IK_TILE_MVT,
        .compression = IK_COMPRESSION_NONE,
        .metadata = "{\"vector_layers\": [{\"id\": \"areas\", \"fields\": {}}, {\"id\": \"lines\", "
                    "\"fields\": {}}, {\"id\": \"points\", \"fields\": {}}]}"};
    GError *error = NULL;
    ik_archive_counts counts;
    g_autofree char *path = g_build_filename(test->folder, name, NULL);
    g_autoptr(ik_archive_writer) writer = ik_archive_writer_new(path, &description, &error);
    ik_assert_no_error(error);
    for (guint east = 0; east < 2; east++) {
        g_autoptr(GByteArray) tile = make_tile(east == 1);
        assert_true(ik_archive_writer_put(writer, (ik_tile){2, 1 + east, 1}, tile->data, tile->len,
                                          &error));
    }
    assert_true(ik_archive_writer_finish(writer, &counts, &error));
}

#define AREAS                                                                              \
    "{\"id\": \"a\", \"type\": \"fill\", \"source\": \"s\", \"source-layer\": \"areas\", " \
    "\"paint\": {\"fill-color\": \"#f00\", \"fill-opacity\": 0.6}}"
#define LINES                                                                                     \
    "{\"id\": \"l\", \"type\": \"line\", \"source\": \"s\", \"source-layer\": \"lines\", "        \
    "\"filter\": [\"==\", [\"get\", \"kind\"], \"road\"], \"paint\": {\"line-width\": [\"get\", " \
    "\"width\"], \"line-opacity\": 0.6}}"
#define POINTS                                                                                \
    "{\"id\": \"c\", \"type\": \"circle\", \"source\": \"s\", \"source-layer\": \"points\", " \
    "\"paint\": {\"circle-radius\": 6, \"circle-opacity\": 0.5}}"

static void vector_tiles_meet_without_a_seam(void **state)
{
    static const char *const sources[] = {
        "{\"type\": \"vector\", \"url\": \"pmtiles://t.pmtiles\"}",
        "{\"type\": \"vector\", \"url\": \"mbtiles://t.mbtiles\"}",
        "{\"type\": \"vector\", \"url\": \"t\"}", "{\"type\": \"vector\", \"url\": \"t.json\"}",
        "{\"type\": \"vector\", \"tiles\": [\"t/{z}/{x}/{y}.mvt\"], \"maxzoom\": 2}"};
    picture_test *test = *state;
    write_archive(test, "t.pmtiles");
    write_archive(test, "t.mbtiles");
    write_archive(test, "t");
    g_free(ik_test_file_write(test->folder, "t.json",
                              "{\"tilejson\": \"3.0.0\", \"tiles\": [\"t/{z}/{x}/{y}.mvt\"], "
                              "\"minzoom\": 2, \"maxzoom\": 2}",
                              -1));
    for (gsize i = 0; i < G_N_ELEMENTS(sources); i++) {
        GError *error = NULL;
        ik_png_image image = {0};
        render(test, sources[i], AREAS, 2, &image, &error);
        ik_assert_no_error(error);
        for (guint y = 0; y < 100; y++)
            for (guint x = 0; x < 600; x++)
                assert_pixel(&image, x, y,
                             y < 50 && x >= 172 && x < 428 ? 0xffff6666u : 0xffffffffu);
        assert_int_equal(test->notes->len, 0);
        ik_png_image_clear(&image);
    }
}

/* The bounds hold what the eastern tile shows alone, of which each lies in part. */
static void tiles_outside_of_the_bounds_are_not_drawn(void **state)
{
    static const char *const sources[] = {
        "{\"type\": \"vector\", \"url\": \"t.pmtiles\", \"bounds\": [10, 10, 20, 20]}",
        "{\"type\": \"vector\", \"url\": \"b.json\"}"};
    picture_test *test = *state;
    write_archive(test, "t.pmtiles");
    g_free(ik_test_file_write(test->folder, "b.json",
                              "{\"tilejson\": \"3.0.0\", \"tiles\": [\"t.pmtiles\"], "
                              "\"bounds\": [10, 10, 20, 20]}",
                              -1));
    for (gsize i = 0; i < G_N_ELEMENTS(sources); i++) {
        GError *error = NULL;
        ik_png_image image = {0};
        render(test, sources[i], AREAS, 2, &image, &error);
        ik_assert_no_error(error);
        for (guint x = 0; x < 600; x++)
            assert_pixel(&image, x, 20, x >= 300 && x < 428 ? 0xffff6666u : 0xffffffffu);
        ik_png_image_clear(&image);
    }
}

static void lines_and_points_at_an_edge_come_once(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    write_archive(test, "t.pmtiles");
    render(test, "{\"type\": \"vector\", \"url\": \"t.pmtiles\"}", LINES ", " POINTS, 2, &image,
           &error);
    ik_assert_no_error(error);
    for (guint x = 100; x < 500; x++) {
        assert_pixel(&image, x, 37, 0xff666666u);
        assert_pixel(&image, x, 35, 0xffffffffu);
    }
    assert_pixel(&image, 298, 18, 0xff808080u);
    assert_pixel(&image, 301, 18, 0xff808080u);
    ik_png_image_clear(&image);
}

/* The line's own id is 2. */
static void an_attribute_may_be_the_id(void **state)
{
    static const struct {
        const char *promotion, *id;
    } cases[] = {{"", "2"},
                 {", \"promoteId\": \"kind\"", "\"road\""},
                 {", \"promoteId\": {\"lines\": \"width\"}", "4"},
                 {", \"promoteId\": {\"areas\": \"width\"}", "2"}};
    picture_test *test = *state;
    write_archive(test, "t.pmtiles");
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        GError *error = NULL;
        ik_png_image image = {0};
        g_autofree char *source =
            g_strdup_printf("{\"type\": \"vector\", \"url\": \"t.pmtiles\"%s}", cases[i].promotion);
        g_autofree char *layer = g_strdup_printf(
            "{\"id\": \"l\", \"type\": \"line\", \"source\": \"s\", \"source-layer\": \"lines\", "
            "\"filter\": [\"==\", [\"id\"], %s], \"paint\": {\"line-width\": 4}}",
            cases[i].id);
        render(test, source, layer, 2, &image, &error);
        ik_assert_no_error(error);
        assert_pixel(&image, 200, 37, 0xff000000u);
        ik_png_image_clear(&image);
    }
}

static guint count_ink(const ik_png_image *image, guint left, guint right)
{
    guint n = 0;
    for (guint y = 0; y < image->height; y++)
        for (guint x = left; x < right; x++)
            n += image->pixels[(gsize)y * image->width + x] != 0xffffffffu;
    return n;
}

/* The line has 256 pixels in each of the two tiles. A text of about 300 has room on the whole of it, in its middle. */
static void a_text_stands_on_a_line_of_two_tiles(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    write_archive(test, "t.pmtiles");
    render(test, "{\"type\": \"vector\", \"url\": \"t.pmtiles\"}",
           "{\"id\": \"t\", \"type\": \"symbol\", \"source\": \"s\", \"source-layer\": \"lines\", "
           "\"layout\": {\"symbol-placement\": \"line\", \"text-field\": \"MMMMMMMMMMMMMMM\", "
           "\"text-size\": 22, \"text-font\": [\"Noto Sans Regular\"]}}",
           2, &image, &error);
    ik_assert_no_error(error);
    assert_true(count_ink(&image, 290, 310) > 20);
    assert_true(count_ink(&image, 170, 190) > 20);
    assert_true(count_ink(&image, 410, 430) > 20);
    assert_int_equal(count_ink(&image, 0, 100), 0);
    assert_int_equal(count_ink(&image, 500, 600), 0);
    ik_png_image_clear(&image);
}

/* At 3.3 the edge of the tiles lies anywhere in a pixel. */
static void tiles_are_enlarged_beyond_their_zoom(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    write_archive(test, "t.pmtiles");
    render(test, "{\"type\": \"vector\", \"url\": \"t.pmtiles\"}", AREAS, 3.3, &image, &error);
    ik_assert_no_error(error);
    /* half the width: 128 * 2^1.3 = 315.2 pixels to both sides; all of the picture's */
    for (guint x = 0; x < 600; x++) {
        assert_pixel(&image, x, 20, 0xffff6666u);
        assert_pixel(&image, x, 51, 0xffffffffu);
    }
    ik_png_image_clear(&image);
}

static void below_its_zoom_a_source_shows_nothing_and_says_so(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    write_archive(test, "t.pmtiles");
    render(test, "{\"type\": \"vector\", \"url\": \"t.pmtiles\"}", AREAS, 1, &image, &error);
    ik_assert_no_error(error);
    assert_int_equal(test->notes->len, 1);
    assert_non_null(strstr(g_ptr_array_index(test->notes, 0), "nothing of the style's layers"));
    ik_png_image_clear(&image);
}

static void a_layer_that_is_not_there_is_named_with_those_that_are(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    write_archive(test, "t.pmtiles");
    render(test, "{\"type\": \"vector\", \"url\": \"t.pmtiles\"}",
           AREAS
           ", {\"id\": \"x\", \"type\": \"line\", \"source\": \"s\", \"source-layer\": \"roads\"}",
           2, &image, &error);
    ik_assert_no_error(error);
    assert_int_equal(test->notes->len, 1);
    assert_non_null(strstr(g_ptr_array_index(test->notes, 0),
                           "source \"s\" has no layer \"roads\"; it has areas, lines, points"));
    ik_png_image_clear(&image);
}

static void a_broken_tile_is_an_error(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    assert_true(ik_write_file(test->folder, "b/2/1/1.mvt", "\x1a\x7fnonsense", 10, &error));
    assert_false(render(test, "{\"type\": \"vector\", \"tiles\": [\"b/{z}/{x}/{y}.mvt\"]}", AREAS,
                        2, &image, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "tile 2/1/1");
    g_error_free(error);
}

/* ---- no source ---- */

static void a_background_alone_is_a_picture(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    render(test, "{\"type\": \"geojson\", \"data\": {\"type\": \"Point\"}}",
           "{\"id\": \"h\", \"type\": \"background\", \"paint\": {\"background-color\": \"#00f\", "
           "\"background-opacity\": 0.5}}",
           2, &image, &error);
    ik_assert_no_error(error);
    for (guint x = 0; x < 600; x++)
        assert_pixel(&image, x, x / 6, 0xff8080ffu);
    assert_int_equal(test->notes->len, 0);
    ik_png_image_clear(&image);
}

/* ---- our own map ---- */

static void the_source_ideenkarte_is_our_own_map(void **state)
{
    picture_test *test = *state;
    static const double zooms[] = {9, 16.8, 17.2, 21.9};
    for (gsize i = 0; i < G_N_ELEMENTS(zooms); i++) {
        GError *error = NULL;
        gsize size;
        g_autofree char *text = g_strdup(
            "{\"version\": 8, \"sources\": {\"ideenkarte\": {\"type\": \"vector\", \"url\": "
            "\"x\"}}, \"layers\": [{\"id\": \"f\", \"type\": \"fill\", \"source\": \"ideenkarte\", "
            "\"source-layer\": \"municipalities\", \"paint\": {\"fill-color\": [\"match\", "
            "[\"get\", \"name\"], \"Dortmund\", \"#f00\", \"#00f\"]}}]}");
        g_autofree char *style = ik_test_file_write(test->folder, "own.json", text, -1);
        g_autofree char *path = g_build_filename(test->folder, "own.png", NULL);
        const ik_style_picture picture = {.style = style,
                                          .has_center = true,
                                          .has_zoom = true,
                                          .center = {7.4653, 51.5136},
                                          .zoom = zooms[i],
                                          .width_px = 3,
                                          .height_px = 3,
                                          .pixel_ratio = 1};
        ik_png_image image = {0};
        assert_true(ik_render_style(&picture, NULL, path, &error));
        char *bytes = ik_test_file_read(path, &size);
        g_autoptr(GBytes) png = g_bytes_new_take(bytes, size);
        assert_true(ik_png_read(png, 1000, "own.png", &image, &error));
        assert_pixel(&image, 1, 1, 0xffff0000u);
        ik_png_image_clear(&image);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(vector_tiles_meet_without_a_seam),
        TEST(tiles_outside_of_the_bounds_are_not_drawn),
        TEST(lines_and_points_at_an_edge_come_once),
        TEST(an_attribute_may_be_the_id),
        TEST(a_text_stands_on_a_line_of_two_tiles),
        TEST(tiles_are_enlarged_beyond_their_zoom),
        TEST(below_its_zoom_a_source_shows_nothing_and_says_so),
        TEST(a_layer_that_is_not_there_is_named_with_those_that_are),
        TEST(a_broken_tile_is_an_error),
        TEST(a_background_alone_is_a_picture),
        TEST(the_source_ideenkarte_is_our_own_map),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

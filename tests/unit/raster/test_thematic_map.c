/* test_thematic_map.c — areas have the tint of their class where they lie.   [tests]
 *
 * Two squares of 1000 tile units side by side: the left one of the only class, the right one empty.
 */
#include "thematic_map.h"

#include "sheet.h"
#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

static const ik_tile_point points[] = {
    {0, 0},       {1000, 0},    {1000, 1000}, {0, 1000}, {1000, 0},    {2000, 0},
    {2000, 1000}, {1000, 1000}, {0, 0},       {2000, 0}, {2000, 1000}, {0, 1000},
};
static const guint ring_ends[] = {4, 8, 12};

static GBytes *draw(ik_sheet_format format, double units_per_km)
{
    static const ik_map_area areas[] = {{0, 1, 0}, {1, 1, IK_AREA_EMPTY}};
    static const ik_map_area ground = {2, 1, IK_AREA_BESIDE};
    static const char *const notes[] = {NULL}, *const names[] = {"1 bis 2"};
    const ik_thematic_map map = {.words = {"Titel", NULL, notes},
                                 .points = points,
                                 .ring_ends = ring_ends,
                                 .areas = areas,
                                 .n_areas = 2,
                                 .ground = &ground,
                                 .n_ground = 1,
                                 .legend_title = "Zahl",
                                 .class_names = names,
                                 .n_classes = 1,
                                 .empty_name = "nichts",
                                 .units_per_km = units_per_km};
    GError *error = NULL;
    GBytes *bytes = ik_thematic_map_draw(&map, format, &error);
    if (g_error_matches(error, IK_ERROR, IK_ERROR_NOT_FOUND)) {
        print_message("skipped: %s\n", error->message);
        g_error_free(error);
        skip();
    }
    ik_assert_no_error(error);
    return bytes;
}

/* What follows `mark` up to the next quote. */
static char *path_after(const char *svg, const char *mark)
{
    const char *at = strstr(svg, mark);
    assert_non_null(at);
    const char *d = strstr(at, " d=\"");
    assert_non_null(d);
    return g_strndup(d + 4, strcspn(d + 4, "\""));
}

static void an_area_is_filled_where_it_lies(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = draw(IK_SHEET_SVG, 10);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autofree char *svg = g_strndup(data, size);
    /* the field is 612 units wide from 26 on: the left square takes half of it */
    g_autofree char *path = path_after(svg, "fill-rule:evenodd");
    assert_non_null(strstr(path, "m26 "));
    assert_non_null(strstr(path, " 306 0 0 306-306 0z"));
    /* what is empty is hatched inside the outline of both, not tinted */
    const char *first_fill = strstr(svg, "fill-rule:evenodd"), *clip = strstr(svg, "<clipPath ");
    assert_non_null(clip);
    assert_null(strstr(first_fill + 1, "fill-rule:evenodd"));
    g_autofree char *hatched = path_after(svg, "<clipPath ");
    assert_non_null(strstr(hatched, "m26 "));
    assert_non_null(strstr(hatched, " 612 0 0 306-612 0z"));
}

static void every_scale_has_an_end(void **state)
{
    (void)state;
    double units_per_km = 0.7;
    for (guint i = 0; i < 32; i++) {
        g_autoptr(GBytes) bytes = draw(IK_SHEET_PDF, units_per_km);
        assert_non_null(bytes);
        units_per_km *= 1.3;
    }
}

static void the_same_map_has_the_same_bytes(void **state)
{
    (void)state;
    static const ik_sheet_format formats[] = {IK_SHEET_SVG, IK_SHEET_PDF, IK_SHEET_PNG};
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_autoptr(GBytes) first = draw(formats[i], 10), second = draw(formats[i], 10);
        assert_true(g_bytes_equal(first, second));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_area_is_filled_where_it_lies),
        cmocka_unit_test(every_scale_has_an_end),
        cmocka_unit_test(the_same_map_has_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

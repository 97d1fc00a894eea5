/* test_territory_layers.c — two halves of a land in one tile, every word and coordinate by hand.   [tests] */
#include "two_halves.h"

#include "territory_layers.h"
#include "tile_words.h"

#define ZOOM 8

typedef struct {
    two_halves land;
    ik_tiling *tiling;
    GByteArray *bytes;
    GPtrArray *layers;
} written;

static void write_tile(written *w, const ik_territory_figures *figures, guint32 x)
{
    GError *error = NULL;
    two_halves_init(&w->land, 0.703125);
    w->tiling = ik_tiling_new(w->land.division, ZOOM);
    g_autoptr(ik_mvt_writer) writer = ik_mvt_writer_new();
    ik_territory_layers_write(writer, w->tiling, figures, (ik_tile){ZOOM, x, 127});
    w->bytes = ik_mvt_writer_finish(writer);
    w->layers = w->bytes != NULL ? ik_mvt_read(w->bytes->data, w->bytes->len, &error) : NULL;
    ik_assert_no_error(error);
}

static void clear(written *w)
{
    g_clear_pointer(&w->layers, g_ptr_array_unref);
    g_clear_pointer(&w->bytes, g_byte_array_unref);
    ik_tiling_free(w->tiling);
    two_halves_clear(&w->land);
}

static const guint8 tints[] = {3, 0};
static const guint32 region_projects[] = {12, 7}, municipality_projects[] = {12, 7};
static const ik_territory_figures all_figures = {tints, region_projects, municipality_projects};
static const ik_territory_figures no_figures = {0};

/* Rings run with the clock on screen (Vector Tile Specification 4.3.3.3); where one begins is free, so that corners are
 * looked for one by one. */
static void assert_ring(const ik_mvt_layer *layer, guint index, gint32 west, gint32 east)
{
    GError *error = NULL;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
    ik_mvt_feature_points(&g_array_index(layer->features, ik_mvt_feature, index), points, ends,
                          &error);
    ik_assert_no_error(error);
    assert_int_equal(points->len, 4);
    assert_int_equal(ends->len, 1);
    gint64 area2 = 0;
    for (guint i = 0; i < 4; i++) {
        ik_tile_point p = g_array_index(points, ik_tile_point, i),
                      q = g_array_index(points, ik_tile_point, (i + 1) % 4);
        assert_true(p.x == west || p.x == east);
        assert_true(p.y == -64 || p.y == 4160);
        area2 += (gint64)p.x * q.y - (gint64)q.x * p.y;
    }
    assert_int_equal(area2, 2 * (gint64)(east - west) * 4224);
}

static char *attributes(const ik_mvt_layer *layer, guint index)
{
    g_autofree char *words = feature_words(layer, index);
    *strchr(words, '|') = '\0';
    return g_strdup(words);
}

static void assert_attributes(const ik_mvt_layer *layer, guint index, const char *expected)
{
    g_autofree char *words = attributes(layer, index);
    assert_string_equal(words, expected);
}

static void areas_have_their_attributes_and_halves(void **state)
{
    written w;
    (void)state;
    write_tile(&w, &all_figures, 128);
    const ik_mvt_layer *regions = layer_named(w.layers, "regions"),
                       *districts = layer_named(w.layers, "districts"),
                       *towns = layer_named(w.layers, "municipalities");
    assert_attributes(regions, 0,
                      "1 id=west name=Westen number=1 agency=Agentur West tint=3 projects=12 ");
    assert_attributes(regions, 1,
                      "2 id=east name=Osten number=2 agency=Agentur Ost tint=0 projects=7 ");
    assert_attributes(districts, 0, "5001 id=05001 name=Westkreis kind=Kreis ");
    assert_attributes(districts, 1, "5002 id=05002 name=Ostkreis kind=Kreis ");
    assert_attributes(towns, 0,
                      "5001000 ags=05001000 name=Westheim kind=Stadt population=600000 "
                      "district=05001 region=west projects=12 ");
    assert_attributes(towns, 1,
                      "5002000 ags=05002000 name=Ostheim kind=Gemeinde population=900 "
                      "district=05002 region=east projects=7 ");
    const ik_mvt_layer *const areas[] = {regions, districts, towns};
    for (gsize i = 0; i < G_N_ELEMENTS(areas); i++) {
        assert_int_equal(areas[i]->features->len, 2);
        assert_ring(areas[i], 0, -64, 2048);
        assert_ring(areas[i], 1, 2048, 4160);
    }
    clear(&w);
}

static void what_is_not_known_is_left_out(void **state)
{
    written w;
    (void)state;
    write_tile(&w, &no_figures, 128);
    assert_attributes(layer_named(w.layers, "regions"), 0,
                      "1 id=west name=Westen number=1 agency=Agentur West ");
    assert_attributes(layer_named(w.layers, "municipalities"), 1,
                      "5002000 ags=05002000 name=Ostheim kind=Gemeinde population=900 "
                      "district=05002 region=east ");
    clear(&w);
}

/* The strongest rank alone: what divides regions divides districts and municipalities, too. */
static void a_border_is_there_once(void **state)
{
    written w;
    (void)state;
    write_tile(&w, &all_figures, 128);
    const ik_mvt_layer *borders = layer_named(w.layers, "borders");
    assert_int_equal(borders->features->len, 1);
    g_autofree char *words = feature_words(borders, 0);
    if (strcmp(words, "2 rank=1 | 2048,-64 2048,4160") != 0)
        assert_string_equal(words, "2 rank=1 | 2048,4160 2048,-64");
    clear(&w);
}

/* 0.3515625 degrees east is a quarter of tile 128; 0.703125 north lies 127.499987 tiles from the north: at unit 2047.95,
 * 0.5 - ln(tan(45 + 0.3515625)) / 2 pi of the world. */
static void a_place_stands_at_its_label_point(void **state)
{
    written w;
    (void)state;
    write_tile(&w, &all_figures, 128);
    const ik_mvt_layer *places = layer_named(w.layers, "places");
    assert_int_equal(places->features->len, 1);
    assert_feature_words(places, 0,
                         "5001000 ags=05001000 name=Westheim kind=Stadt population=600000 "
                         "district=05001 region=west "
                         "projects=12 rank=1 | 1024,2048");
    clear(&w);
}

static void a_tile_inside_one_municipality_is_a_square(void **state)
{
    written w;
    (void)state;
    write_tile(&w, &all_figures, 126);
    assert_int_equal(w.layers->len, 3);
    assert_feature_words(
        layer_named(w.layers, "districts"), 0,
        "5001 id=05001 name=Westkreis kind=Kreis | -64,-64 4160,-64 4160,4160 -64,4160");
    clear(&w);
}

static void there_is_no_tile_outside(void **state)
{
    written w;
    (void)state;
    write_tile(&w, &all_figures, 140);
    assert_null(w.bytes);
    clear(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(areas_have_their_attributes_and_halves),
        cmocka_unit_test(what_is_not_known_is_left_out),
        cmocka_unit_test(a_border_is_there_once),
        cmocka_unit_test(a_place_stands_at_its_label_point),
        cmocka_unit_test(a_tile_inside_one_municipality_is_a_square),
        cmocka_unit_test(there_is_no_tile_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

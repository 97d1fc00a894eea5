/* test_point_layers.c — projects and events in tiles: words, places and sums by hand.   [tests]
 *
 * At zoom 1 the world is two tiles wide, the radius of a cluster 50/512 of a tile: 17.6 degrees of longitude.
 */
#include "test_support.h"

#include "point_layers.h"
#include "tile_words.h"

static const char *const work[] = {"work", NULL}, *const both[] = {"training", "work", NULL};

/* By id. The first two lie 8 degrees apart, the third far from them. */
static const ik_map_point projects[] = {
    {.id = "a",
     .title = "Alpha",
     .region = "west",
     .themes = both,
     .status = "auto",
     .match = "house",
     .position = {90, 0}},
    {.id = "b",
     .title = "Beta",
     .region = "east",
     .themes = work,
     .status = "check",
     .match = "street",
     .position = {98, 0}},
    {.id = "c", .title = "Gamma", .position = {-90, 45}},
};
static const ik_map_point events[] = {{.id = "e", .title = "Auftakt", .position = {90, -45}}};

static GPtrArray *tile_of(const ik_point_layers *layers, ik_tile tile, GByteArray **bytes)
{
    GError *error = NULL;
    g_autoptr(ik_mvt_writer) writer = ik_mvt_writer_new();
    ik_point_layers_write(writer, layers, tile);
    *bytes = ik_mvt_writer_finish(writer);
    GPtrArray *read = *bytes != NULL ? ik_mvt_read((*bytes)->data, (*bytes)->len, &error) : NULL;
    ik_assert_no_error(error);
    return read;
}

static guint64 id_of(const ik_mvt_layer *layer, guint index)
{
    return g_array_index(layer->features, ik_mvt_feature, index).id;
}

static void assert_words(const ik_mvt_layer *layer, guint index, const char *expected)
{
    g_autofree char *words = feature_words(layer, index);
    assert_string_equal(strchr(words, ' '), expected); /* the id is a hash */
}

static void at_the_largest_zoom_every_project_stands_alone(void **state)
{
    GByteArray *bytes;
    (void)state;
    g_autoptr(ik_point_layers) layers = ik_point_layers_new(projects, 3, events, 1, 0, 1);
    /* the equator is the northern edge of the southern tiles; 90 degrees is half, 98 is 98/180 of a tile's width */
    g_autoptr(GPtrArray) tile = tile_of(layers, (ik_tile){1, 1, 1}, &bytes);
    const ik_mvt_layer *layer = layer_named(tile, "projects");
    assert_int_equal(layer->features->len, 2);
    assert_words(
        layer, 0,
        " id=a title=Alpha themes=training;work region=west status=auto match=house | 2048,0");
    assert_words(layer, 1,
                 " id=b title=Beta themes=work region=east status=check match=street | 2230,0");
    g_byte_array_unref(bytes);
}

/* (0.75 + 98/360 + 0.5) / 2 of the world: unit 4096 * (0.5 + 94/360) = 3117.5. */
static void below_it_neighbours_are_one_with_their_sums(void **state)
{
    GByteArray *bytes;
    (void)state;
    g_autoptr(ik_point_layers) layers = ik_point_layers_new(projects, 3, events, 1, 0, 1);
    g_autoptr(GPtrArray) tile = tile_of(layers, (ik_tile){0, 0, 0}, &bytes);
    const ik_mvt_layer *layer = layer_named(tile, "projects");
    assert_int_equal(layer->features->len, 2);
    assert_words(
        layer, 0,
        " point_count=2 region_east=1 region_west=1 theme_training=1 theme_work=2 | 3117,2048");
    /* 45 north: 0.5 - ln(tan(67.5)) / 2 pi = 0.359725 of the world, unit 1473 */
    assert_words(layer, 1, " id=c title=Gamma | 1024,1473");
    g_byte_array_unref(bytes);
}

static void an_event_stands_in_its_tile_alone_at_every_zoom(void **state)
{
    static const ik_tile with[] = {{0, 0, 0}, {1, 1, 1}},
                         without[] = {{1, 0, 0}, {1, 1, 0}, {1, 0, 1}};
    (void)state;
    g_autoptr(ik_point_layers) layers = ik_point_layers_new(projects, 3, events, 1, 0, 1);
    for (gsize i = 0; i < G_N_ELEMENTS(with); i++) {
        GByteArray *bytes;
        g_autoptr(GPtrArray) tile = tile_of(layers, with[i], &bytes);
        const ik_mvt_layer *layer = layer_named(tile, "events");
        assert_int_equal(layer->features->len, 1);
        g_autofree char *words = feature_words(layer, 0);
        assert_non_null(strstr(words, " id=e title=Auftakt | "));
        g_byte_array_unref(bytes);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(without); i++) {
        GByteArray *bytes;
        g_autoptr(GPtrArray) tile = tile_of(layers, without[i], &bytes);
        assert_true(tile == NULL || layer_named(tile, "events") == NULL);
        if (bytes != NULL)
            g_byte_array_unref(bytes);
    }
}

/* Numeric ids depend on the record alone, fit a double of JavaScript, and are odd for clusters. */
static void ids_outlast_changes_elsewhere(void **state)
{
    GByteArray *bytes, *fewer_bytes, *zoomed_out;
    (void)state;
    g_autoptr(ik_point_layers) layers = ik_point_layers_new(projects, 3, events, 1, 0, 1);
    g_autoptr(ik_point_layers) fewer = ik_point_layers_new(projects + 1, 1, NULL, 0, 1, 1);
    g_autoptr(GPtrArray) tile = tile_of(layers, (ik_tile){1, 1, 1}, &bytes);
    g_autoptr(GPtrArray) other = tile_of(fewer, (ik_tile){1, 1, 1}, &fewer_bytes);
    g_autoptr(GPtrArray) world = tile_of(layers, (ik_tile){0, 0, 0}, &zoomed_out);
    const ik_mvt_layer *all = layer_named(tile, "projects"),
                       *clusters = layer_named(world, "projects");
    assert_int_equal(id_of(all, 1), id_of(layer_named(other, "projects"), 0));
    assert_int_not_equal(id_of(all, 0), id_of(all, 1));
    assert_true(id_of(all, 0) % 2 == 0 && id_of(all, 0) <= (G_GUINT64_CONSTANT(1) << 53));
    assert_int_equal(id_of(clusters, 0), id_of(all, 0) + 1); /* of its first member */
    g_byte_array_unref(bytes);
    g_byte_array_unref(fewer_bytes);
    g_byte_array_unref(zoomed_out);
}

static void nothing_is_no_layer(void **state)
{
    GByteArray *bytes;
    (void)state;
    g_autoptr(ik_point_layers) layers = ik_point_layers_new(NULL, 0, NULL, 0, 0, 3);
    assert_null(tile_of(layers, (ik_tile){2, 1, 1}, &bytes));
    assert_null(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_the_largest_zoom_every_project_stands_alone),
        cmocka_unit_test(below_it_neighbours_are_one_with_their_sums),
        cmocka_unit_test(an_event_stands_in_its_tile_alone_at_every_zoom),
        cmocka_unit_test(ids_outlast_changes_elsewhere),
        cmocka_unit_test(nothing_is_no_layer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

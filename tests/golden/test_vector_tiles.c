/* test_vector_tiles.c — every tile of NRW keeps the rules and parts the plane.   [tests]
 *
 * Decoded tiles: each polygon valid (ik_mvt_check, which knows nothing of how tiles are made), and the
 * municipalities, districts and regions of a tile enclose the same area: together with valid polygons whose
 * edges coincide or do not meet, that leaves no gap and no overlap.
 */
#include "test_support.h"

#include "mvt_check.h"
#include "territory_layers.h"

static gint64 area2_of_layer(const ik_mvt_layer *layer)
{
    gint64 sum = 0;
    for (guint i = 0; i < layer->features->len; i++) {
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
        g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
        GError *error = NULL;
        ik_mvt_feature_points(&g_array_index(layer->features, ik_mvt_feature, i), points, ends,
                              &error);
        ik_assert_no_error(error);
        for (guint r = 0, first = 0; r < ends->len; first = g_array_index(ends, guint, r++))
            sum += ik_mvt_ring_area2(&g_array_index(points, ik_tile_point, first),
                                     g_array_index(ends, guint, r) - first);
    }
    return sum;
}

static void check_tile(const GByteArray *bytes)
{
    GError *error = NULL;
    ik_mvt_check(bytes->data, bytes->len, &error);
    ik_assert_no_error(error);
    assert_true(bytes->len < 500000);
    g_autoptr(GPtrArray) layers = ik_mvt_read(bytes->data, bytes->len, &error);
    ik_assert_no_error(error);
    gint64 areas[3] = {0, 0, 0};
    for (guint i = 0; i < MIN(layers->len, 3u); i++)
        areas[i] = area2_of_layer(layers->pdata[i]);
    assert_int_equal(areas[0], areas[1]);
    assert_int_equal(areas[0], areas[2]);
}

static void check_zoom(const ik_division *division, guint zoom)
{
    const ik_lonlat_box box = ik_territory_box(ik_division_territory(division));
    g_autoptr(ik_tiling) tiling = ik_tiling_new(division, zoom);
    g_autoptr(ik_mvt_writer) writer = ik_mvt_writer_new();
    ik_tile first, last;
    guint tiles = 0;
    ik_tile_range(&box, zoom, &first, &last);
    for (guint32 x = first.x; x <= last.x; x++) {
        for (guint32 y = first.y; y <= last.y; y++) {
            ik_territory_layers_write(writer, tiling, (ik_tile){zoom, x, y});
            GByteArray *bytes = ik_mvt_writer_finish(writer);
            if (bytes == NULL)
                continue;
            tiles++;
            check_tile(bytes);
            g_byte_array_unref(bytes);
        }
    }
    assert_true(tiles > 0);
}

static void every_tile_keeps_the_rules(void **state)
{
    g_autoptr(ik_division) division = ik_division_new(ik_territory_builtin());
    (void)state;
    for (guint zoom = 0; zoom <= 14; zoom++)
        check_zoom(division, zoom);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_tile_keeps_the_rules)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

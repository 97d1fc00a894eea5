/* test_vector_geometry.c — every tile of NRW keeps the rules and parts the plane.   [tests]
 *
 * Decoded tiles: ik_mvt_check finds no offence, GEOS finds every polygon valid, the areas of a layer add up to
 * the area of its union (no overlap), and municipalities, districts and regions enclose the same area (no gap
 * that the others do not have).
 */
#include "test_support.h"

#include "geos.h"
#include "mvt_check.h"
#include "territory_layers.h"

/* A layer of polygons as a topology, so that GEOS can be asked: each ring an arc, north up. */
typedef struct {
    ik_topology view;
    GArray *points, *arcs, *refs, *rings, *faces;
} decoded;

static void add_ring(decoded *d, const ik_tile_point *points, guint n)
{
    ik_arc arc = {d->points->len, n + 1, 0, IK_NONE};
    ik_arc_ref ref = (ik_arc_ref)d->arcs->len;
    ik_ring ring = {d->refs->len, 1, ik_mvt_ring_area2(points, n) < 0};
    for (guint i = 0; i <= n; i++) {
        ik_fixed_lonlat p = {points[i % n].x, -points[i % n].y};
        g_array_append_val(d->points, p);
    }
    g_array_append_val(d->arcs, arc);
    g_array_append_val(d->refs, ref);
    g_array_append_val(d->rings, ring);
}

static void add_face(decoded *d, const GArray *points, const GArray *ends)
{
    ik_face face = {d->rings->len, ends->len};
    for (guint r = 0, first = 0; r < ends->len; first = g_array_index(ends, guint, r++))
        add_ring(d, &g_array_index(points, ik_tile_point, first),
                 g_array_index(ends, guint, r) - first);
    g_array_append_val(d->faces, face);
}

static void init(decoded *d)
{
    d->points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    d->arcs = g_array_new(FALSE, FALSE, sizeof(ik_arc));
    d->refs = g_array_new(FALSE, FALSE, sizeof(ik_arc_ref));
    d->rings = g_array_new(FALSE, TRUE, sizeof(ik_ring));
    d->faces = g_array_new(FALSE, FALSE, sizeof(ik_face));
}

static void clear(decoded *d)
{
    GArray *all[] = {d->points, d->arcs, d->refs, d->rings, d->faces};
    for (guint i = 0; i < G_N_ELEMENTS(all); i++)
        g_array_unref(all[i]);
}

/* `area2` in tile units; GEOS sees millionths of them. */
static void ask_geos(decoded *d, gint64 area2)
{
    d->view = (ik_topology){.points = (const ik_fixed_lonlat *)(gconstpointer)d->points->data,
                            .arcs = (const ik_arc *)(gconstpointer)d->arcs->data,
                            .refs = (const ik_arc_ref *)(gconstpointer)d->refs->data,
                            .rings = (const ik_ring *)(gconstpointer)d->rings->data,
                            .faces = (const ik_face *)(gconstpointer)d->faces->data,
                            .n_faces = d->faces->len};
    g_autofree guint32 *faces = g_new(guint32, d->faces->len + 1);
    for (guint i = 0; i < d->faces->len; i++) {
        char *reason = NULL;
        if (!ik_geos_face_is_valid(&d->view, i, &reason))
            fail_msg("%s", reason);
        faces[i] = i;
    }
    double area = (double)area2 / 2e12;
    ik_assert_near(ik_geos_union_area(&d->view, faces, d->faces->len), area, area * 1e-9);
}

static gint64 area2_of_layer(const ik_mvt_layer *layer)
{
    gint64 sum = 0;
    decoded d;
    init(&d);
    for (guint i = 0; i < layer->features->len; i++) {
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
        g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
        GError *error = NULL;
        ik_mvt_feature_points(&g_array_index(layer->features, ik_mvt_feature, i), points, ends,
                              &error);
        ik_assert_no_error(error);
        add_face(&d, points, ends);
        for (guint r = 0, first = 0; r < ends->len; first = g_array_index(ends, guint, r++))
            sum += ik_mvt_ring_area2(&g_array_index(points, ik_tile_point, first),
                                     g_array_index(ends, guint, r) - first);
    }
    ask_geos(&d, sum);
    clear(&d);
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

static const ik_territory_figures no_figures = {0};

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
            ik_territory_layers_write(writer, tiling, &no_figures, (ik_tile){zoom, x, y});
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

/* 394 of the 396 municipalities can be seen at zoom 0 (counted by tests/npm/check-vector-tiles.mjs). */
static void what_a_zoom_loses_is_counted(void **state)
{
    g_autoptr(ik_division) division = ik_division_new(ik_territory_builtin());
    (void)state;
    for (guint zoom = 0; zoom <= 14; zoom += 2) {
        g_autoptr(ik_tiling) tiling = ik_tiling_new(division, zoom);
        guint lost = ik_tiling_lost_polygons(tiling);
        print_message("zoom %u: %u polygons lost, %u exclaves dropped\n", zoom, lost,
                      ik_tiling_dropped_arcs(tiling));
        assert_true(zoom > 0 || lost >= 2);
        assert_true(zoom < 14 || lost == 0);
        assert_true(lost >= ik_tiling_dropped_arcs(tiling));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_tile_keeps_the_rules),
                                       cmocka_unit_test(what_a_zoom_loses_is_counted)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

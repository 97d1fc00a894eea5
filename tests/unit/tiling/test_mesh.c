/* test_mesh.c — outlines that overlap or gape become a part of the plane; sums by hand.   [tests] */
#include "test_support.h"

#include "mesh.h"

/* The outline of a rectangle, its face on the left (north up). */
static void add_rectangle(GArray *edges, guint32 face, gint32 west, gint32 north, gint32 east,
                          gint32 south)
{
    const ik_tile_point corners[] = {{west, north}, {west, south}, {east, south}, {east, north}};
    for (guint i = 0; i < 4; i++) {
        ik_mesh_edge edge = {corners[i], corners[(i + 1) % 4], face, IK_NONE};
        g_array_append_val(edges, edge);
    }
}

/* Twice the area of a face: what lies on the left of its edges less what lies on the right. */
static gint64 area2(const GArray *edges, guint32 face)
{
    gint64 sum = 0;
    for (guint i = 0; i < edges->len; i++) {
        const ik_mesh_edge *e = &g_array_index(edges, ik_mesh_edge, i);
        gint64 part = (gint64)e->b.x * e->a.y - (gint64)e->a.x * e->b.y;
        sum += e->left == face ? part : 0;
        sum -= e->right == face ? part : 0;
    }
    return sum;
}

static void assert_no_conflict(const GArray *edges)
{
    for (guint i = 0; i < edges->len; i++) {
        const ik_mesh_edge *e = &g_array_index(edges, ik_mesh_edge, i);
        assert_true(e->left != e->right);
        for (guint k = 0; k < i; k++) {
            const ik_mesh_edge *f = &g_array_index(edges, ik_mesh_edge, k);
            assert_false(ik_segments_conflict((ik_segment){e->a, e->b}, (ik_segment){f->a, f->b}));
        }
    }
}

static void an_overlap_goes_to_the_smaller_number(void **state)
{
    g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(ik_mesh_edge));
    (void)state;
    add_rectangle(edges, 1, 8, 2, 18, 6);
    add_rectangle(edges, 0, 0, 0, 10, 10);
    ik_mesh_untangle(edges);
    assert_no_conflict(edges);
    assert_int_equal(area2(edges, 0), 2 * 100);
    assert_int_equal(area2(edges, 1), 2 * 8 * 4);
}

static void land_without_width_leaves_its_neighbours_border(void **state)
{
    g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(ik_mesh_edge));
    (void)state;
    add_rectangle(edges, 0, 0, 0, 10, 10);
    add_rectangle(edges, 1, 10, 0, 10, 10);
    add_rectangle(edges, 2, 10, 0, 20, 10);
    for (guint i = edges->len; i-- > 0;)
        if (ik_tile_point_equal(g_array_index(edges, ik_mesh_edge, i).a,
                                g_array_index(edges, ik_mesh_edge, i).b))
            g_array_remove_index(edges, i);
    ik_mesh_untangle(edges);
    assert_no_conflict(edges);
    assert_int_equal(area2(edges, 0), 200);
    assert_int_equal(area2(edges, 1), 0);
    assert_int_equal(area2(edges, 2), 200);
    assert_int_equal(edges->len, 7); /* three sides each, and the border between them */
}

static void edges_join_between_junctions(void **state)
{
    g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(ik_mesh_edge));
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    g_autoptr(GArray) arcs = g_array_new(FALSE, FALSE, sizeof(ik_arc));
    (void)state;
    add_rectangle(edges, 0, 0, 0, 10, 10);
    add_rectangle(edges, 1, 10, 0, 20, 10);
    add_rectangle(edges, 2, 50, 0, 60, 10); /* an island */
    ik_mesh_untangle(edges);
    ik_mesh_join(edges, points, arcs);
    assert_int_equal(arcs->len, 4);
    guint closed = 0;
    for (guint i = 0; i < 4; i++) {
        const ik_arc *arc = &g_array_index(arcs, ik_arc, i);
        closed += arc->count == 5;
        assert_true(arc->count == 5 || arc->count == 4 || arc->count == 2);
    }
    assert_int_equal(closed, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_overlap_goes_to_the_smaller_number),
        cmocka_unit_test(land_without_width_leaves_its_neighbours_border),
        cmocka_unit_test(edges_join_between_junctions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

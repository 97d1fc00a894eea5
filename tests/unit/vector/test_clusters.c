/* test_clusters.c — what joins, what stays apart, and that nobody is lost.   [tests] */
#include "test_support.h"

#include "clusters.h"

static const ik_cluster_rule RULE = {50.0 / 512.0, 2};

static guint32 total(const ik_cluster_level *level)
{
    guint32 sum = 0;
    for (guint i = 0; i < level->clusters->len; i++)
        sum += g_array_index(level->clusters, ik_cluster, i).count;
    return sum;
}

/* The radius is 360 * 50/512 = 35.16 degrees of longitude at zoom 0, half of it at zoom 1. */
static void points_within_the_radius_become_one(void **state)
{
    const ik_lonlat points[] = {{0, 0}, {35.1, 0}, {-35.3, 0}};
    (void)state;
    g_autoptr(ik_cluster_level) alone = ik_cluster_level_new(points, 3);
    g_autoptr(ik_cluster_level) one = ik_cluster_level_join(alone, 1, &RULE);
    g_autoptr(ik_cluster_level) zero = ik_cluster_level_join(alone, 0, &RULE);
    assert_int_equal(one->clusters->len, 3);
    assert_int_equal(zero->clusters->len, 2);
    const ik_cluster *c = &g_array_index(zero->clusters, ik_cluster, 0);
    assert_int_equal(c->count, 2);
    ik_assert_near(c->x, 0.5 + 17.55 / 360, 1e-12); /* in the middle */
    assert_int_equal(zero->members[c->first], 0);
    assert_int_equal(zero->members[c->first + 1], 1);
    assert_int_equal(g_array_index(zero->clusters, ik_cluster, 1).count, 1);
}

static void the_middle_is_weighted_by_counts(void **state)
{
    const ik_lonlat points[] = {{0, 0}, {0, 0}, {0, 0}, {30, 0}};
    (void)state;
    g_autoptr(ik_cluster_level) alone = ik_cluster_level_new(points, 4);
    g_autoptr(ik_cluster_level) five = ik_cluster_level_join(alone, 5, &RULE);
    g_autoptr(ik_cluster_level) zero = ik_cluster_level_join(five, 0, &RULE);
    assert_int_equal(five->clusters->len, 2);
    assert_int_equal(zero->clusters->len, 1);
    ik_assert_near(g_array_index(zero->clusters, ik_cluster, 0).x, 0.5 + 7.5 / 360, 1e-12);
}

static void counts_add_up_at_every_zoom(void **state)
{
    ik_lonlat points[500];
    guint32 seed = 1;
    (void)state;
    for (guint i = 0; i < 500; i++) {
        seed = seed * 1664525u + 1013904223u;
        points[i].lon = 6 + 3 * (seed >> 8) / 16777216.0;
        seed = seed * 1664525u + 1013904223u;
        points[i].lat = 50.5 + 2 * (seed >> 8) / 16777216.0;
    }
    ik_cluster_level *level = ik_cluster_level_new(points, 500);
    guint before = 500;
    for (guint zoom = 14; zoom-- > 0;) {
        ik_cluster_level *next = ik_cluster_level_join(level, zoom, &RULE);
        assert_int_equal(total(next), 500);
        assert_true(next->clusters->len <= before);
        before = next->clusters->len;
        ik_cluster_level_free(level);
        level = next;
    }
    assert_int_equal(before, 1);
    ik_cluster_level_free(level);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_within_the_radius_become_one),
        cmocka_unit_test(the_middle_is_weighted_by_counts),
        cmocka_unit_test(counts_add_up_at_every_zoom),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

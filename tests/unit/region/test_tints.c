/* test_tints.c — neighbours in different tints.   [tests] */
#include "land.h"
#include "region_set.h"

/* Squares in rows from the south; letters are regions, each square a municipality. */
typedef struct {
    ik_topology *borders;
    ik_municipality municipalities[64];
    ik_region regions[26];
    ik_territory territory;
} map;

static map *map_new(int width, const char *letters)
{
    map *m = g_new0(map, 1);
    int n = (int)strlen(letters);
    m->borders = land_of_squares(width, n / width, (ik_fixed_lonlat){7000000, 51000000}, 10000, 0);
    for (int i = 0; i < n; i++) {
        m->municipalities[i].region = (guint32)(letters[i] - 'A');
        m->territory.n_regions = MAX(m->territory.n_regions, m->municipalities[i].region + 1);
    }
    m->territory.municipalities = m->municipalities;
    m->territory.n_municipalities = (guint32)n;
    m->territory.regions = m->regions;
    m->territory.borders = m->borders;
    return m;
}

/* Colours the map and expects these tints, region 'A' first. */
static void expect_tints(int width, const char *letters, const char *expected)
{
    map *m = map_new(width, letters);
    g_autoptr(ik_region_set) set = ik_region_set_new(&m->territory);
    guint8 tints[26];
    guint used = ik_region_set_tints(set, tints), most = 0;
    for (guint32 i = 0; i < m->territory.n_regions; i++) {
        assert_int_equal(tints[i], expected[i] - '0');
        most = MAX(most, tints[i] + 1u);
    }
    assert_int_equal(used, most);
    ik_topology_free(m->borders);
    g_free(m);
}

static void neighbours_differ_and_others_share(void **state)
{
    (void)state;
    expect_tints(3, "ABC", "101"); /* B has two neighbours and chooses first */
    expect_tints(1, "A", "0");
}

static void regions_that_meet_in_a_point_are_no_neighbours(void **state)
{
    (void)state;
    expect_tints(2,
                 "AB"
                 "CD",
                 "0110");
}

static void an_exclave_makes_neighbours(void **state)
{
    (void)state;
    expect_tints(5, "ABCDA", "0101"); /* a ring of four, for D touches A by the exclave */
}

/* A and D have three neighbours each, B and C two. */
static void of_equal_rank_the_first_region_chooses_first(void **state)
{
    (void)state;
    expect_tints(3,
                 "AAB"
                 "CDB",
                 "0221");
}

/* The committed regions of North Rhine-Westphalia: no two that share a border may share a tint. */
static void six_tints_suffice_for_nrw(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) ags = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(ik_topology) nrw = land_of_nrw(ags);
    ik_municipality municipalities[396] = {0};
    for (guint i = 0; i < ags->len; i++) { /* districts are finer than regions and harder */
        const char *key = g_ptr_array_index(ags, i);
        municipalities[i].region =
            (guint32)(key[2] - '0') * 100 + (guint32)(key[3] - '0') * 10 + (guint32)(key[4] - '0');
    }
    const ik_territory territory = {
        .municipalities = municipalities,
        .n_municipalities = ags->len,
        .n_regions = 1000,
        .borders = nrw,
    };
    g_autoptr(ik_region_set) set = ik_region_set_new(&territory);
    g_autofree guint8 *tints = g_new(guint8, territory.n_regions);
    assert_true(ik_region_set_tints(set, tints) <= 6);
    for (uint32_t i = 0; i < nrw->n_arcs; i++) {
        const ik_arc *arc = &nrw->arcs[i];
        if (MAX(arc->left, arc->right) == IK_NONE) {
            continue;
        }
        guint32 left = municipalities[arc->left].region, right = municipalities[arc->right].region;
        assert_true(left == right || tints[left] != tints[right]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_differ_and_others_share),
        cmocka_unit_test(regions_that_meet_in_a_point_are_no_neighbours),
        cmocka_unit_test(an_exclave_makes_neighbours),
        cmocka_unit_test(of_equal_rank_the_first_region_chooses_first),
        cmocka_unit_test(six_tints_suffice_for_nrw),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

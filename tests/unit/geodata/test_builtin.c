/* test_builtin.c — North Rhine-Westphalia as compiled in, against what is known of it.   [tests] */
#include <string.h>

#include "geos.h"
#include "territory_data.h"
#include "test_support.h"
#include "topology.h"

static const ik_territory *nrw(void)
{
    return ik_territory_builtin();
}

/* Landesdatenbank NRW: 396 municipalities, 53 districts; the postcodes of the postal service. */
static void the_land_has_396_municipalities_in_53_districts(void **state)
{
    (void)state;
    assert_int_equal(nrw()->n_municipalities, 396);
    assert_int_equal(nrw()->n_districts, 53);
    assert_int_equal(nrw()->n_regions, 16);
    assert_int_equal(nrw()->n_postcodes, 865);
    assert_int_equal(nrw()->borders->n_faces, 396);
    assert_true(nrw()->n_attributions >= 3);
}

static void every_region_has_its_number_of_municipalities(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        guint n;
    } expected[] = {
        {"ostwestfalen-lippe", 70},
        {"muensterland", 66},
        {"region-aachen", 46},
        {"region-koeln", 33},
        {"niederrhein", 30},
        {"hellweg-hochsauerland", 26},
        {"maerkische-region", 23},
        {"bonn-rhein-sieg", 20},
        {"mittlerer-niederrhein", 19},
        {"siegen-wittgenstein-olpe", 18},
        {"westfaelisches-ruhrgebiet", 12},
        {"emscher-lippe", 12},
        {"duesseldorf-kreis-mettmann", 11},
        {"mittleres-ruhrgebiet", 4},
        {"bergisches-staedtedreieck", 3},
        {"meo", 3},
    };
    assert_int_equal(G_N_ELEMENTS(expected), 16);
    for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
        guint32 region = ik_territory_find_region(nrw(), expected[i].id);
        guint n = 0;
        assert_int_not_equal(region, IK_NONE);
        for (guint32 k = 0; k < nrw()->n_municipalities; k++) {
            n += nrw()->municipalities[k].region == region;
        }
        assert_int_equal(n, expected[i].n);
    }
}

static const ik_municipality *municipality(const char *ags)
{
    guint32 index = ik_territory_find_municipality(nrw(), ags);
    assert_int_not_equal(index, IK_NONE);
    return &nrw()->municipalities[index];
}

static void the_ennepe_ruhr_kreis_is_split_between_two_regions(void **state)
{
    (void)state;
    guint32 district = municipality("05954036")->district; /* Witten */
    assert_string_equal(nrw()->districts[district].name, "Ennepe-Ruhr-Kreis");
    guint n_west = 0, n_east = 0;
    for (guint32 i = 0; i < nrw()->n_municipalities; i++) {
        const ik_municipality *m = &nrw()->municipalities[i];
        bool is_west = strcmp(m->name, "Witten") == 0 || strcmp(m->name, "Hattingen") == 0;
        if (m->district == district) {
            assert_string_equal(nrw()->regions[m->region].id,
                                is_west ? "mittleres-ruhrgebiet" : "maerkische-region");
            n_west += is_west;
            n_east += !is_west;
        }
    }
    assert_int_equal(n_west, 2);
    assert_int_equal(n_east, 7);
}

static void keys_are_sorted_and_districts_are_their_first_digits(void **state)
{
    (void)state;
    for (guint32 i = 0; i < nrw()->n_municipalities; i++) {
        const ik_municipality *m = &nrw()->municipalities[i];
        assert_int_equal(strlen(m->ags), 8);
        assert_memory_equal(m->ags, nrw()->districts[m->district].code, 5);
        assert_true(i == 0 || strcmp(m[-1].ags, m->ags) < 0);
        assert_true(m->population > 0);
    }
    for (guint32 i = 1; i < nrw()->n_postcodes; i++) {
        assert_true(strcmp(nrw()->postcodes[i - 1].code, nrw()->postcodes[i].code) < 0);
    }
}

/* Names by VG250, with umlauts and additions. */
static void names_are_the_official_ones(void **state)
{
    (void)state;
    assert_string_equal(municipality("05117000")->name, "Mülheim an der Ruhr");
    assert_string_equal(municipality("05758012")->name, "Herford");
    assert_string_equal(municipality("05913000")->name, "Dortmund");
    assert_int_equal(municipality("05358016")->population, 8640); /* Hürtgenwald, Destatis 2011 */
}

static void postcodes_lead_to_municipalities(void **state)
{
    (void)state;
    guint32 index = ik_territory_find_postcode(nrw(), "44137");
    assert_int_not_equal(index, IK_NONE);
    const ik_postcode *postcode = &nrw()->postcodes[index];
    assert_int_equal(postcode->count, 1);
    guint32 town = nrw()->postcode_municipalities[postcode->first];
    assert_string_equal(nrw()->municipalities[town].name, "Dortmund");
    for (guint32 i = 0; i < nrw()->n_postcodes; i++) {
        assert_true(nrw()->postcodes[i].count >= 1);
    }
    assert_int_equal(ik_territory_find_postcode(nrw(), "10115"), IK_NONE); /* Berlin */
}

/* The tables as written in C are those of the folder: nothing is lost or changed on the way. */
static void the_compiled_tables_equal_the_committed_files(void **state)
{
    (void)state;
    g_autofree char *folder = ik_test_source_path("geodata");
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_territory_data) data = ik_territory_data_load(folder, &error);
    ik_assert_no_error(error);
    const ik_territory *read = ik_territory_data_get(data);
    for (guint32 i = 0; i < read->n_municipalities; i++) {
        const ik_municipality *a = &read->municipalities[i], *b = &nrw()->municipalities[i];
        assert_string_equal(a->ags, b->ags);
        assert_string_equal(a->name, b->name);
        assert_string_equal(a->kind, b->kind);
        assert_string_equal(a->population_source, b->population_source);
        assert_int_equal(a->population, b->population);
        assert_int_equal(a->region, b->region);
        assert_memory_equal(&a->label, &b->label, sizeof a->label);
    }
    for (guint32 i = 0; i < read->n_attributions; i++) {
        assert_string_equal(read->attributions[i].text_de, nrw()->attributions[i].text_de);
        assert_string_equal(read->attributions[i].url, nrw()->attributions[i].url);
    }
    const ik_topology *a = read->borders, *b = nrw()->borders;
    assert_int_equal(a->n_points, b->n_points);
    assert_int_equal(a->n_arcs, b->n_arcs);
    assert_int_equal(a->n_refs, b->n_refs);
    assert_memory_equal(a->points, b->points, a->n_points * sizeof *a->points);
    assert_memory_equal(a->arcs, b->arcs, a->n_arcs * sizeof *a->arcs);
    assert_memory_equal(a->refs, b->refs, a->n_refs * sizeof *a->refs);
    assert_memory_equal(a->faces, b->faces, a->n_faces * sizeof *a->faces);
}

static void every_polygon_is_valid_and_holds_its_label(void **state)
{
    (void)state;
    for (guint32 i = 0; i < nrw()->n_municipalities; i++) {
        assert_true(ik_geos_face_is_valid(nrw()->borders, i, NULL));
        assert_true(ik_topology_face_contains(nrw()->borders, i, nrw()->municipalities[i].label));
    }
}

/* Sum of the areas of a face's rings, holes negative, in square millionths of a degree. */
static double face_area(const ik_topology *topology, uint32_t face)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    const ik_face *f = &topology->faces[face];
    double area2 = 0.0;
    for (uint32_t i = f->first; i < f->first + f->count; i++) {
        g_array_set_size(points, 0);
        ik_topology_ring_points(topology, &topology->rings[i], false, points);
        area2 += ik_fixed_ring_area2((const void *)points->data, points->len);
    }
    return area2 / 2.0;
}

static void regions_are_the_exact_unions_of_their_municipalities(void **state)
{
    (void)state;
    const ik_territory *t = nrw();
    g_autofree uint32_t *groups = g_new(uint32_t, t->n_municipalities);
    for (guint32 i = 0; i < t->n_municipalities; i++) {
        groups[i] = t->municipalities[i].region;
    }
    g_autoptr(ik_topology) regions = ik_topology_dissolve(t->borders, groups, t->n_regions);
    for (guint32 region = 0; region < t->n_regions; region++) {
        guint32 members[396];
        guint n = 0;
        double area = 0.0;
        for (guint32 i = 0; i < t->n_municipalities; i++) {
            if (groups[i] == region) {
                members[n++] = i;
                area += face_area(t->borders, i);
            }
        }
        ik_assert_near(face_area(regions, region), area, 0.0); /* whole numbers: exact */
        assert_true(ik_geos_face_is_valid(regions, region, NULL));
        ik_assert_near(ik_geos_union_difference(t->borders, members, n, regions, region), 0.0,
                       1e-12);
    }
}

/* Aachen, Monschau, Roetgen and Simmerath have parts beyond the trackbed of the Vennbahn, which is
 * Belgian: four pieces apart from the rest. No region has a hole. */
static void the_region_of_aachen_has_its_exclaves(void **state)
{
    (void)state;
    g_autofree uint32_t *groups = g_new(uint32_t, nrw()->n_municipalities);
    for (guint32 i = 0; i < nrw()->n_municipalities; i++) {
        groups[i] = nrw()->municipalities[i].region;
    }
    g_autoptr(ik_topology) regions = ik_topology_dissolve(nrw()->borders, groups, nrw()->n_regions);
    guint32 aachen = ik_territory_find_region(nrw(), "region-aachen");
    assert_int_equal(regions->faces[aachen].count, 5);
    for (uint32_t i = 0; i < regions->n_rings; i++) {
        assert_false(regions->rings[i].is_hole);
    }
    assert_int_equal(regions->n_rings, 15 + 5);
}

static void the_box_is_that_of_the_land(void **state)
{
    (void)state;
    ik_lonlat_box box = ik_territory_box(nrw());
    ik_assert_near(box.west, 5.8663, 0.001);
    ik_assert_near(box.south, 50.3226, 0.001);
    ik_assert_near(box.east, 9.4617, 0.001);
    ik_assert_near(box.north, 52.5315, 0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_land_has_396_municipalities_in_53_districts),
        cmocka_unit_test(every_region_has_its_number_of_municipalities),
        cmocka_unit_test(the_ennepe_ruhr_kreis_is_split_between_two_regions),
        cmocka_unit_test(keys_are_sorted_and_districts_are_their_first_digits),
        cmocka_unit_test(names_are_the_official_ones),
        cmocka_unit_test(postcodes_lead_to_municipalities),
        cmocka_unit_test(the_compiled_tables_equal_the_committed_files),
        cmocka_unit_test(every_polygon_is_valid_and_holds_its_label),
        cmocka_unit_test(regions_are_the_exact_unions_of_their_municipalities),
        cmocka_unit_test(the_region_of_aachen_has_its_exclaves),
        cmocka_unit_test(the_box_is_that_of_the_land),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

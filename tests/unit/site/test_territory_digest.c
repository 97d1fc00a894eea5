/* test_territory_digest.c — one checksum over a territory.   [tests] */
#include "site_fixture.h"

#include "manifest.h"

static void every_table_takes_part(void **state)
{
    toy_site *toy = *state;
    ik_territory *territory = &toy->territory;
    g_autofree char *before = ik_territory_digest(territory);
    g_autofree char *again = ik_territory_digest(territory);
    assert_int_equal(strlen(before), 64);
    assert_string_equal(before, again);

    ik_municipality towns[N_TOWNS];
    memcpy(towns, toy_towns, sizeof towns);
    towns[3].population++;
    territory->municipalities = towns;
    g_autofree char *populated = ik_territory_digest(territory);
    assert_string_not_equal(before, populated);
    territory->municipalities = toy_towns;

    const ik_region regions[] = {toy_regions[0], {"beta", 2, "Beta & Co", "another agency"}};
    territory->regions = regions;
    g_autofree char *looked_after = ik_territory_digest(territory);
    assert_string_not_equal(before, looked_after);
    territory->regions = toy_regions;

    const guint32 postcode_towns[] = {0, 3};
    territory->postcode_municipalities = postcode_towns;
    g_autofree char *posted = ik_territory_digest(territory);
    assert_string_not_equal(before, posted);
    territory->postcode_municipalities = toy_postcode_towns;

    ik_topology borders = *toy->borders;
    g_autofree ik_fixed_lonlat *points =
        g_memdup2(borders.points, borders.n_points * sizeof *points);
    points[borders.n_points - 1].lat_e6++;
    borders.points = points;
    territory->borders = &borders;
    g_autofree char *bordered = ik_territory_digest(territory);
    assert_string_not_equal(before, bordered);
}

int main(void)
{
    const struct CMUnitTest tests[] = {WITH_TOY(every_table_takes_part)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

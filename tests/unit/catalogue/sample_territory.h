/* sample_territory.h — four square municipalities, two districts, two regions.   [tests]
 *
 *     51.2 +--------+--------+
 *          | 3 Cdorf| 4 Ddorf|   region "nordland" (2), district 05002
 *     51.1 +--------+--------+        +----+
 *          | 1 Astadt|2 Bstadt|       | 4  |  exclave of Ddorf, 7.4 to 7.5
 *     51.0 +--------+--------+        +----+  region "suedland" (1), district 05001
 *         7.0      7.1      7.2
 *
 * Populations 100,000, 50,000, 25,000 and 0. Suedland is a rectangle of four corners once it is joined (and the two
 * points where the inner border ends).
 */
#ifndef IK_SAMPLE_TERRITORY_H
#define IK_SAMPLE_TERRITORY_H

#include "test_support.h"
#include "topology.h"

enum { ASTADT, BSTADT, CDORF, DDORF };
enum { SUEDLAND, NORDLAND };

static const ik_municipality sample_municipalities[] = {
    {"05001001", "Astadt", "Stadt", 0, SUEDLAND, 100000, "test", {7.05, 51.05}},
    {"05001002", "Bstadt", "Stadt", 0, SUEDLAND, 50000, "test", {7.15, 51.05}},
    {"05002003", "Cdorf", "Gemeinde", 1, NORDLAND, 25000, "test", {7.05, 51.15}},
    {"05002004", "Ddorf", "Gemeinde", 1, NORDLAND, 0, "test", {7.15, 51.15}},
};
static const ik_district sample_districts[] = {{"05001", "Südkreis", "Kreis"},
                                               {"05002", "Nordkreis", "Kreis"}};
static const ik_region sample_regions[] = {
    {"suedland", 1, "Südland", "Regionalagentur Südland"},
    {"nordland", 2, "Nordland/Höhe", "Regionalagentur Nordland"},
};
static const ik_postcode sample_postcodes[] = {{"50001", 0, 1}};
static const guint32 sample_postcode_municipalities[] = {ASTADT};
static const ik_attribution sample_attributions[] = {
    {"test", "© Test, Deutsch", "© Test, English", "none", "https://example.org/"}};

/* The borders are the caller's: free territory.borders with ik_topology_free (cast). */
static inline ik_topology *sample_borders(void)
{
    static const ik_fixed_lonlat points[] = {
        {7000000, 51000000}, {7100000, 51000000}, {7100000, 51100000}, {7000000, 51100000},
        {7100000, 51000000}, {7200000, 51000000}, {7200000, 51100000}, {7100000, 51100000},
        {7000000, 51100000}, {7100000, 51100000}, {7100000, 51200000}, {7000000, 51200000},
        {7100000, 51100000}, {7200000, 51100000}, {7200000, 51200000}, {7100000, 51200000},
        {7400000, 51000000}, {7500000, 51000000}, {7500000, 51050000}, {7400000, 51050000},
    };
    static const guint32 ring_points[] = {4, 4, 4, 4, 4};
    static const guint32 ring_faces[] = {ASTADT, BSTADT, CDORF, DDORF, DDORF};
    const ik_coverage_rings rings = {points, ring_points, ring_faces, 5, 4};
    GError *error = NULL;
    ik_topology *borders = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    return borders;
}

static inline ik_territory sample_territory(const ik_topology *borders)
{
    return (ik_territory){
        .municipalities = sample_municipalities,
        .districts = sample_districts,
        .regions = sample_regions,
        .postcodes = sample_postcodes,
        .postcode_municipalities = sample_postcode_municipalities,
        .attributions = sample_attributions,
        .borders = borders,
        .n_municipalities = 4,
        .n_districts = 2,
        .n_regions = 2,
        .n_postcodes = 1,
        .n_attributions = 1,
    };
}

#endif

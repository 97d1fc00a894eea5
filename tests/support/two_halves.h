/* two_halves.h — a land of two municipalities at the equator, one on each side of a straight border.   [tests]
 *
 *   0 "05001000" Westheim, district 05001, region west   -10 to `border` degrees east, 10 south to 10 north
 *   1 "05002000" Ostheim, district 05002, region east    `border` to 10 degrees east, likewise
 *
 * A tile of zoom 8 is 1.40625 degrees wide: a border at 0.703125 lies in the middle of tile 8/128/127, at unit 2048.
 * For tests that link the layer tiling.
 */
#ifndef TWO_HALVES_H
#define TWO_HALVES_H

#include "test_support.h"

#include <math.h>

#include "division.h"

typedef struct {
    ik_territory territory;
    ik_topology *topology;
    ik_division *division;
} two_halves;

static inline void two_halves_init(two_halves *halves, double border)
{
    static const ik_municipality towns[] = {
        {"05001000", "Westheim", "Stadt", 0, 0, 600000, "geonames", {0.3515625, 0.703125}},
        {"05002000", "Ostheim", "Gemeinde", 1, 1, 900, "geonames", {5, 5}}};
    static const ik_district districts[] = {{"05001", "Westkreis", "Kreis"},
                                            {"05002", "Ostkreis", "Kreis"}};
    static const ik_region regions[] = {{"west", 1, "Westen", "Agentur West"},
                                        {"east", 2, "Osten", "Agentur Ost"}};
    static const uint32_t counts[] = {4, 4}, faces[] = {0, 1};
    const int32_t middle = (int32_t)lround(border * 1e6), far = 10000000;
    const ik_fixed_lonlat points[] = {{-far, -far},   {middle, -far}, {middle, far}, {-far, far},
                                      {middle, -far}, {far, -far},    {far, far},    {middle, far}};
    const ik_coverage_rings rings = {points, counts, faces, 2, 2};
    GError *error = NULL;
    halves->topology = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    halves->territory = (ik_territory){.municipalities = towns,
                                       .districts = districts,
                                       .regions = regions,
                                       .borders = halves->topology,
                                       .n_municipalities = 2,
                                       .n_districts = 2,
                                       .n_regions = 2};
    halves->division = ik_division_new(&halves->territory);
}

static inline void two_halves_clear(two_halves *halves)
{
    ik_division_free(halves->division);
    ik_topology_free(halves->topology);
}

#endif

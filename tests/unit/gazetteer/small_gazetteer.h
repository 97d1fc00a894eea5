/* small_gazetteer.h — a few streets in two towns, for the tests of the gazetteer.   [tests]
 *
 * One ten-thousandth of a degree of latitude is 11.1 m.
 */
#ifndef SMALL_GAZETTEER_H
#define SMALL_GAZETTEER_H

#include "gazetteer_builder.h"
#include "test_support.h"

#include <ideenkarte/error.h>

#define DORTMUND "05913000"
#define ESSEN    "05113000"

#define HOUSE(ags_, street_, number_, lon_, lat_)                                         \
    {                                                                                     \
        .kind = IK_REGISTER_OSM, .ags = (ags_), .street = (street_), .number = (number_), \
        .has_position = true, .position = {                                               \
            (lon_),                                                                       \
            (lat_)                                                                        \
        }                                                                                 \
    }

static const ik_address_record SMALL[] = {
    HOUSE(DORTMUND, "Ottostraße", "1", 7.4700, 51.5200),
    HOUSE(DORTMUND, "Ottostr.", "3", 7.4702, 51.5204),
    HOUSE(DORTMUND, "Ottostraße", "2", 7.4701, 51.5202),
    HOUSE(DORTMUND, "Ottostraße", "3a", 7.4703, 51.5205),
    HOUSE(DORTMUND, "Ottostraße", "14-22", 7.4710, 51.5212),
    HOUSE(DORTMUND, "Am Markt", "5;7", 7.4600, 51.5100),
    HOUSE(ESSEN, "Am Markt", "7 1/2", 7.0100, 51.4500),
    {.kind = IK_REGISTER_GEBREF,
     .ags = ESSEN,
     .street = "Dahlhauser Str.",
     .street_key = "00595",
     .number = "12",
     .suffix = "B",
     .postcode = "45279",
     .locality = "Horst",
     .has_position = true,
     .position = {7.1000, 51.4300}},
    {.kind = IK_REGISTER_STREETS,
     .ags = ESSEN,
     .street = "Dahlhauser Straße",
     .street_key = "00595",
     .has_position = true,
     .position = {7.2, 51.4}},
    {.kind = IK_REGISTER_STREETS,
     .ags = ESSEN,
     .street = "Zeche",
     .street_key = "00700",
     .has_position = true,
     .position = {7.0500, 51.4600}},
    {.kind = IK_REGISTER_STREETS, .ags = ESSEN, .street = "Namenlos", .street_key = "00701"},
    {.kind = IK_REGISTER_OSM,
     .ags = ESSEN,
     .locality = "Horst",
     .has_position = true,
     .position = {7.1100, 51.4310}},
    {.kind = IK_REGISTER_STREETS, .ags = "05915000", .locality = "Bockum-Hövel"},
};

static const ik_gazetteer_source SMALL_SOURCE = {"a.osm.pbf",       "2026-01-02",    "ODbL 1.0",
                                                 "© OpenStreetMap", IK_REGISTER_OSM, 8};

/* Builds a file of `n` records in `folder` and opens it; `path` (may be NULL) receives its path, the caller's. */
static inline ik_gazetteer *build(const char *folder, const ik_address_record *records, gsize n,
                                  ik_gazetteer_counts *counts, char **path)
{
    GError *error = NULL;
    g_autoptr(ik_gazetteer_builder) builder = ik_gazetteer_builder_new();
    g_autofree char *file = g_build_filename(folder, "small.gaz", NULL);
    ik_gazetteer_builder_add_source(builder, &SMALL_SOURCE);
    ik_gazetteer_builder_add_source(builder, &SMALL_SOURCE);
    for (gsize i = 0; i < n; i++)
        assert_null(ik_gazetteer_builder_add(builder, &records[i]));
    ik_gazetteer_builder_write(builder, file, counts, &error);
    ik_assert_no_error(error);
    ik_gazetteer *gazetteer = ik_gazetteer_open(file, &error);
    ik_assert_no_error(error);
    if (path != NULL)
        *path = g_steal_pointer(&file);
    return gazetteer;
}

#endif

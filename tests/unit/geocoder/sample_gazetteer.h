/* sample_gazetteer.h — a few streets of made-up houses in real towns.   [tests]
 *
 * Houses stand on a line to the east, one number every 0.0001 degrees (7 m), so that every expected position can be
 * worked out by hand: longitude of number n is the street's longitude + n * 0.0001.
 */
#ifndef IK_SAMPLE_GAZETTEER_H
#define IK_SAMPLE_GAZETTEER_H

#include "gazetteer_builder.h"
#include "test_support.h"

#include <stdlib.h>

typedef struct {
    const char *ags, *street, *key, *postcode, *locality;
    double lon, lat;
    const char *numbers; /* blank between them */
} sample_street;

#define ESSEN    "05113000"
#define MUELHEIM "05117000"
#define DORTMUND "05913000"

static const sample_street SAMPLE_STREETS[] = {
    {ESSEN, "Dahlhauser Str.", "00595", "45279", "Horst", 7.10, 51.43,
     "1 3 5 7 9 11 12a 12b 14-22 30 40"},
    {ESSEN, "Bergstr.", "00001", "45219", "Kettwig", 6.90, 51.36, "1 2 3 4 5"},
    {ESSEN, "Bergstr.", "00002", "45277", "Ueberruhr", 7.08, 51.42, "5 6 7"},
    {ESSEN, "Straße des 17. Juni", "00003", "", "", 7.00, 51.45, "17 135"},
    {ESSEN, "Am 30 Morgen", "00004", "", "", 7.01, 51.45, "4"},
    {ESSEN, "Friedrich-Ebert-Straße", "00005", "", "", 7.02, 51.45, "1 2 3"},
    {ESSEN, "Kein Haus", "00006", "", "", 7.03, 51.45, ""},
    {ESSEN, "Forster Straße", "", "45127", "", 7.04, 51.46, "2 4"},
    {ESSEN, "Försterstraße", "", "45138", "", 7.05, 51.44, "2 3"},
    {MUELHEIM, "Bergstr.", "00007", "45468", "", 6.88, 51.43, "5 90"},
    {MUELHEIM, "Aktienstraße", "00008", "", "", 6.89, 51.44, "10 12"},
    {DORTMUND, "Ottostr.", "00009", "44145", "", 7.47, 51.53, "3 5 5a"},
    {DORTMUND, "Einzigweg", "00010", "", "", 7.48, 51.53, "1"},
};

static inline void sample_add(ik_gazetteer_builder *builder, const sample_street *street,
                              const char *number)
{
    ik_address_record record = {
        .kind = IK_REGISTER_GEBREF,
        .ags = street->ags,
        .street = street->street,
        .street_key = street->key,
        .number = number,
        .postcode = street->postcode,
        .locality = street->locality,
        .has_position = true,
        .position = {street->lon + 0.0001 * (number != NULL ? (double)strtol(number, NULL, 10) : 0),
                     street->lat}};
    assert_null(ik_gazetteer_builder_add(builder, &record));
}

/* Writes the sample into `folder`; the path is the caller's. */
static inline char *sample_gazetteer_write(const char *folder)
{
    g_autoptr(ik_gazetteer_builder) builder = ik_gazetteer_builder_new();
    const ik_gazetteer_source source = {"sample.txt",   "2026-01-01",       "dl-de/zero-2-0",
                                        "Geobasis NRW", IK_REGISTER_GEBREF, 1};
    ik_gazetteer_builder_add_source(builder, &source);
    for (gsize i = 0; i < G_N_ELEMENTS(SAMPLE_STREETS); i++) {
        const sample_street *street = &SAMPLE_STREETS[i];
        g_auto(GStrv) numbers = g_strsplit(street->numbers, " ", -1);
        for (char **number = numbers; *number != NULL; number++)
            sample_add(builder, street, *number);
        if (numbers[0] == NULL)
            sample_add(builder, street, NULL);
    }
    const ik_address_record locality = {.kind = IK_REGISTER_OSM,
                                        .ags = DORTMUND,
                                        .locality = "Mengede",
                                        .has_position = true,
                                        .position = {7.38, 51.57}};
    assert_null(ik_gazetteer_builder_add(builder, &locality));
    char *path = g_build_filename(folder, "sample.gaz", NULL);
    GError *error = NULL;
    assert_true(ik_gazetteer_builder_write(builder, path, NULL, &error));
    ik_assert_no_error(error);
    return path;
}

#endif

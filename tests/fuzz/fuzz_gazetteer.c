/* fuzz_gazetteer.c — a gazetteer of which any bytes were changed is refused, or read within its bounds.   [tests]
 *
 * The input is a list of changes to a small gazetteer: two bytes say where, one what then stands there. What is left
 * over at its end cuts the file: one byte off for each.
 */
#include "fuzz_support.h"

#include <string.h>

#include "gazetteer_builder.h"

static guint8 *intact;
static gsize intact_size;

static void add(ik_gazetteer_builder *builder, guint i)
{
    static const char *const streets[] = {"Ottostraße", "Am Markt", "Bergstr.", "Weg 7"};
    static const char *const keys[] = {NULL, "00001", "00002", NULL};
    g_autofree char *number = g_strdup_printf("%u%s", i / 8 + 1,
                                              i % 3 == 0   ? "a"
                                              : i % 3 == 1 ? "-90"
                                                           : "");
    ik_address_record record = {
        .kind = (ik_register_kind)(i % IK_N_REGISTER_KINDS),
        .ags = i % 8 < 4 ? "05113000" : "05913000",
        .street = streets[i % 4],
        .street_key = keys[i % 4],
        .number = number,
        .postcode = "45127",
        .locality = "Horst",
        .has_position = true,
        .position = {7 + i * 0.001, 51 + i % 7 * 0.001},
    };
    g_assert(ik_gazetteer_builder_add(builder, &record) == NULL);
    record.street = record.number = NULL;
    g_assert(ik_gazetteer_builder_add(builder, &record) == NULL);
}

static void make_intact(void)
{
    const char *path = fuzz_file("intact.gaz", "", 0);
    g_autoptr(ik_gazetteer_builder) builder = ik_gazetteer_builder_new();
    const ik_gazetteer_source source = {"a", "b", "c", "d", IK_REGISTER_OSM, 1};
    ik_gazetteer_builder_add_source(builder, &source);
    for (guint i = 0; i < 80; i++)
        add(builder, i);
    g_assert(ik_gazetteer_builder_write(builder, path, NULL, NULL));
    g_assert(g_file_get_contents(path, (char **)(void *)&intact, &intact_size, NULL));
}

static void ask_street(const ik_gazetteer *gazetteer, guint32 number)
{
    ik_gazetteer_street street = ik_gazetteer_street_get(gazetteer, number);
    fuzz_require_utf8(street.name);
    fuzz_require_utf8(street.key);
    fuzz_require_utf8(street.official_key);
    fuzz_require_utf8(street.locality);
    fuzz_require_utf8(ik_gazetteer_ags(gazetteer, street.municipality));
    g_assert((guint64)street.first_house + street.n_houses <= ik_gazetteer_houses(gazetteer));
    ik_gazetteer_signature(gazetteer, number);
    for (guint i = 0; i < MIN(street.n_houses, 20); i++) {
        ik_gazetteer_house house = ik_gazetteer_house_get(gazetteer, street.first_house + i);
        fuzz_require_utf8(house.suffix);
        fuzz_require_utf8(house.postcode);
        ik_gazetteer_range found = ik_gazetteer_find_number(gazetteer, number, house.number);
        g_assert((guint64)found.first + found.count <= ik_gazetteer_houses(gazetteer));
    }
    ik_gazetteer_find_streets(gazetteer, street.municipality, street.key);
    ik_gazetteer_find_anywhere(gazetteer, street.key, &number, 1);
}

static void ask_municipality(const ik_gazetteer *gazetteer, guint32 number)
{
    ik_gazetteer_range of = ik_gazetteer_streets_of(gazetteer, number);
    g_assert((guint64)of.first + of.count <= ik_gazetteer_streets(gazetteer));
    of = ik_gazetteer_find_localities(gazetteer, number, "horst");
    g_assert((guint64)of.first + of.count <= ik_gazetteer_localities(gazetteer));
    ik_gazetteer_find_municipality(gazetteer, ik_gazetteer_ags(gazetteer, number));
    fuzz_require_utf8(ik_gazetteer_locality_get(gazetteer, number).name);
    fuzz_require_utf8(ik_gazetteer_source_get(gazetteer, number).name);
}

static void ask_nearest(const ik_gazetteer *gazetteer, double lon, double limit_m)
{
    guint32 street, house;
    double distance;
    if (!ik_gazetteer_nearest(gazetteer, (ik_lonlat){lon, 51}, limit_m, &street, &house, &distance))
        return;
    g_assert(street < ik_gazetteer_streets(gazetteer) && distance >= 0 && distance <= limit_m);
    g_assert(house == G_MAXUINT32 || house < ik_gazetteer_houses(gazetteer));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (intact == NULL)
        make_intact();
    g_autofree guint8 *changed = g_memdup2(intact, intact_size);
    for (size_t i = 0; i + 3 <= size; i += 3)
        changed[((gsize)data[i] << 8 | data[i + 1]) % intact_size] = data[i + 2];
    g_autoptr(GError) error = NULL;
    const char *path = fuzz_file("input.gaz", changed, intact_size - size % 3);
    g_autoptr(ik_gazetteer) gazetteer = ik_gazetteer_open(path, &error);
    if (gazetteer == NULL) {
        fuzz_require_failure(error);
        return 0;
    }
    g_assert(memcmp(changed, intact, intact_size) != 0 || ik_gazetteer_verify(gazetteer, NULL));
    for (guint32 i = 0; i < MIN(ik_gazetteer_streets(gazetteer), 20) + 1; i++)
        ask_street(gazetteer, i);
    for (guint32 i = 0; i < 4; i++)
        ask_municipality(gazetteer, i);
    ask_nearest(gazetteer, 7.01, 1000);
    ask_nearest(gazetteer, 7.05, 1e7);
    return 0;
}

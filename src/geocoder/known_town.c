/* known_town.c — postcodes with a town as it is officially written: decided beforehand.   [geocoder] */
#include "known_town.h"

#include "decision.h"

#include <string.h>

struct ik_known_towns {
    ik_known_town *slots; /* a hash table; postcode NULL: free */
    guint32 mask;
};

static guint32 hash(const char *postcode, const char *city)
{
    guint32 h = 2166136261u;
    for (; *postcode != '\0'; postcode++)
        h = (h ^ (guchar)*postcode) * 16777619u;
    for (; *city != '\0'; city++)
        h = (h ^ (guchar)*city) * 16777619u;
    return h ^ h >> 15;
}

static ik_known_town *slot_of(const ik_known_towns *towns, const char *postcode, const char *city)
{
    for (guint32 at = hash(postcode, city);; at++) {
        ik_known_town *slot = &towns->slots[at & towns->mask];
        if (slot->postcode == NULL ||
            (strcmp(slot->postcode, postcode) == 0 && strcmp(slot->city, city) == 0))
            return slot;
    }
}

static bool is_plain(const ik_address_parts *parts, const ik_address *address,
                     const ik_match *match)
{
    return g_strcmp0(parts->postcode, address->postcode) == 0 &&
           g_strcmp0(parts->city, address->city) == 0 && parts->bad_postcode == NULL &&
           parts->other_postcode == NULL && parts->street == NULL && parts->house_number == NULL &&
           parts->postbox == NULL && parts->cut_field == NULL && parts->bad_field == NULL &&
           match->municipality != IK_NONE && match->locality == NULL &&
           ik_faults_count(&match->faults) == 0;
}

static void keep(const ik_known_towns *towns, const ik_address *address, const ik_match *match)
{
    ik_known_town *slot = slot_of(towns, address->postcode, address->city);
    *slot = (ik_known_town){.postcode = address->postcode,
                            .city = address->city,
                            .municipality = match->municipality,
                            .n_candidates = match->n_candidates};
    for (guint i = 0; i < match->n_candidates; i++)
        slot->candidates[i] = match->candidates[i].municipality;
}

static void try_pair(const ik_known_towns *towns, const ik_place_index *index,
                     const ik_address *address)
{
    ik_match match = {.municipality = IK_NONE};
    ik_address_parts parts;
    ik_town town;
    ik_address_parts_read(index, address, &parts);
    ik_town_read(index, parts.city, &town);
    ik_decide(index, &parts, &town, &match);
    if (is_plain(&parts, address, &match))
        keep(towns, address, &match);
    ik_town_clear(&town);
    ik_address_parts_clear(&parts);
    ik_match_clear(&match);
}

ik_known_towns *ik_known_towns_new(const ik_place_index *index)
{
    const ik_territory *territory = ik_place_index_territory(index);
    guint32 n_pairs = 0, size = 16;
    for (guint32 i = 0; i < territory->n_postcodes; i++)
        n_pairs += territory->postcodes[i].count;
    while (size < 2 * n_pairs)
        size *= 2;
    ik_known_towns *towns = g_new0(ik_known_towns, 1);
    towns->slots = g_new0(ik_known_town, size);
    towns->mask = size - 1;
    for (guint32 i = 0; i < territory->n_postcodes; i++) {
        const ik_postcode *postcode = &territory->postcodes[i];
        for (guint32 k = 0; k < postcode->count; k++) {
            guint32 town = territory->postcode_municipalities[postcode->first + k];
            const ik_address address = {.postcode = postcode->code,
                                        .city = territory->municipalities[town].name};
            try_pair(towns, index, &address);
        }
    }
    return towns;
}

void ik_known_towns_free(ik_known_towns *towns)
{
    if (towns == NULL)
        return;
    g_free(towns->slots);
    g_free(towns);
}

const ik_known_town *ik_known_towns_find(const ik_known_towns *towns, const char *postcode,
                                         const char *city)
{
    if (towns == NULL || postcode == NULL || city == NULL)
        return NULL;
    const ik_known_town *found = slot_of(towns, postcode, city);
    return found->postcode != NULL ? found : NULL;
}

/* gazetteer_streets.c — telling the streets of one key apart, and each of their houses once.   [gazetteer]
 *
 * Two official keys are two streets, though they are called alike. Where no register knows one, an umlaut tells two names
 * apart. Everything is decided by a total order over the
 * fields of the records.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gazetteer_arrange.h"
#include "street_key.h"

/* Two positions of one house: nearer than this they mean the same building. */
#define HOUSE_APART_M 100.0

typedef struct {
    ik_arrangement *arrangement;
    ik_house_entry *entries; /* of the key */
    guint32 n_entries;
    GArray *official_keys; /* of guint32, rising; "" for each street where no register knows one */
    guint32 n_houses;      /* where the next house goes */
} street_group;

/* Text, and how well it is backed. */
typedef struct {
    guint32 text, count;
    guint8 kind;
} vote;

static const ik_spelling *spelling_of(const ik_arrangement *arrangement,
                                      const ik_house_entry *entry)
{
    return &arrangement->spellings[entry->spelling];
}

static ik_lonlat position_of(const ik_house_entry *entry)
{
    return ik_e7_position(entry->lon_e7, entry->lat_e7);
}

static double apart_m(const ik_house_entry *a, const ik_house_entry *b)
{
    return ik_lonlat_distance_m(position_of(a), position_of(b));
}

static int compare_ranks(const void *a, const void *b)
{
    return ik_order(*(const guint32 *)a, *(const guint32 *)b);
}

/* Where a key stands among the group's; G_MAXUINT32 if it does not. */
static guint32 find_key(const street_group *group, guint32 official_key)
{
    const GArray *keys = group->official_keys;
    if (keys->len == 0) /* then there is no array to search in, either */
        return G_MAXUINT32;
    const guint32 *found =
        bsearch(&official_key, keys->data, keys->len, sizeof(guint32), compare_ranks);
    return found != NULL ? (guint32)(found - (const guint32 *)(const void *)keys->data)
                         : G_MAXUINT32;
}

/* Notes the official keys, and with each entry which of them it has. */
static void note_official_keys(street_group *group)
{
    guint32 *former = NULL, official, n = 0;
    for (guint32 i = 0; i < group->n_entries; i++) {
        official = spelling_of(group->arrangement, &group->entries[i])->official_key;
        if (official != 0 && (former == NULL || *former != official)) {
            g_array_append_val(group->official_keys, official);
            former = &g_array_index(group->official_keys, guint32, group->official_keys->len - 1);
        }
    }
    g_array_sort(group->official_keys, compare_ranks);
    guint32 *keys = (guint32 *)(void *)group->official_keys->data;
    for (guint32 i = 0; i < group->official_keys->len; i++)
        if (n == 0 || keys[n - 1] != keys[i])
            keys[n++] = keys[i];
    g_array_set_size(group->official_keys, n);
    for (guint32 i = 0; i < group->n_entries; i++)
        group->entries[i].street =
            find_key(group, spelling_of(group->arrangement, &group->entries[i])->official_key);
}

static int compare_strings(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Without an official key, names that differ in umlauts are streets of their own: "Forster Straße", "Försterstraße". The
 * spellings of a group stand behind each other. */
static void note_umlauts(street_group *group)
{
    const ik_arrangement *arrangement = group->arrangement;
    guint32 first = G_MAXUINT32, last = 0, none = 0;
    for (guint32 i = 0; i < group->n_entries; i++) {
        first = MIN(first, group->entries[i].spelling);
        last = MAX(last, group->entries[i].spelling);
    }
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    for (guint32 i = first; i <= last; i++)
        g_ptr_array_add(
            keys, ik_street_key_with_umlauts(arrangement->texts[arrangement->spellings[i].name]));
    g_autoptr(GPtrArray) sorted = g_ptr_array_copy(keys, NULL, NULL);
    g_ptr_array_set_free_func(sorted, NULL);
    g_ptr_array_sort(sorted, compare_strings);
    g_autofree guint32 *streets = g_new0(guint32, keys->len);
    for (guint32 i = 0; i < keys->len; i++) {
        const char *key = g_ptr_array_index(keys, i);
        for (guint32 k = 1; k < sorted->len && strcmp(sorted->pdata[k - 1], key) < 0; k++)
            streets[i] += strcmp(sorted->pdata[k - 1], sorted->pdata[k]) != 0;
    }
    for (guint32 i = 0; i < keys->len; i++)
        if (i == 0 || strcmp(sorted->pdata[i - 1], sorted->pdata[i]) != 0)
            g_array_append_val(group->official_keys, none);
    for (guint32 i = 0; i < group->n_entries; i++)
        group->entries[i].street = streets[group->entries[i].spelling - first];
}

/* The street that has a record nearest to `entry`; of two equally near the one with the smaller key. */
static guint32 nearest_street(const street_group *group, const ik_house_entry *entry)
{
    guint32 nearest = 0;
    double least = INFINITY;
    for (guint32 i = 0; entry->has_position && i < group->n_entries; i++) {
        const ik_house_entry *other = &group->entries[i];
        if (!other->has_position || spelling_of(group->arrangement, other)->official_key == 0)
            continue;
        double distance = apart_m(entry, other);
        if (distance < least || (distance <= least && other->street < nearest)) {
            nearest = other->street;
            least = distance;
        }
    }
    return nearest;
}

/* Gives the entries without an official key to the only street, or to the nearest one. */
static void share_out(street_group *group)
{
    for (guint32 i = 0; i < group->n_entries; i++) {
        ik_house_entry *entry = &group->entries[i];
        if (entry->street == G_MAXUINT32)
            entry->street = group->official_keys->len == 1 ? 0 : nearest_street(group, entry);
    }
}

static int compare_houses(const ik_house_entry *a, const ik_house_entry *b)
{
    int order = ik_order(a->street, b->street);
    if (order == 0)
        order = ik_order(a->number, b->number);
    if (order == 0)
        order = ik_order(a->suffix, b->suffix);
    return order != 0 ? order : ik_order(a->last, b->last);
}

static int compare_positions(const void *a, const void *b)
{
    const ik_house_entry *left = a, *right = b;
    int order = ik_order(left->lon_e7, right->lon_e7);
    if (order == 0)
        order = ik_order(left->lat_e7, right->lat_e7);
    return order != 0 ? order : ik_order(left->kind, right->kind);
}

/* Over all fields. The one that is believed first in front, those without a position behind. */
static int compare_entries(const void *a, const void *b)
{
    const ik_house_entry *left = a, *right = b;
    int order = compare_houses(left, right);
    if (order == 0)
        order = ik_order(left->kind, right->kind);
    if (order == 0)
        order = ik_order(right->has_position, left->has_position);
    if (order == 0)
        order = compare_positions(left, right);
    if (order == 0)
        order = ik_order(left->postcode, right->postcode);
    if (order == 0)
        order = ik_order(left->locality, right->locality);
    return order != 0 ? order : ik_order(left->spelling, right->spelling);
}

/* Adds a vote; those of a register that is believed less do not count beside others. */
static void add_vote(GArray *votes, guint32 text, guint8 kind)
{
    for (guint i = 0; i < votes->len; i++) {
        vote *v = &g_array_index(votes, vote, i);
        if (v->text != text)
            continue;
        if (kind < v->kind)
            *v = (vote){.text = text, .kind = kind};
        v->count += kind == v->kind;
        return;
    }
    vote added = {.text = text, .kind = kind, .count = 1};
    g_array_append_val(votes, added);
}

static bool is_better(const vote *a, const vote *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind;
    return a->count != b->count ? a->count > b->count : a->text < b->text;
}

static vote best_vote(const GArray *votes)
{
    vote best = {.kind = G_MAXUINT8};
    for (guint i = 0; i < votes->len; i++)
        if (is_better(&g_array_index(votes, vote, i), &best))
            best = g_array_index(votes, vote, i);
    return best;
}

/* Chooses name and locality among those of the street's records. */
static void name_street(const ik_arrangement *arrangement, const ik_house_entry *entries, guint32 n,
                        ik_street_row *row)
{
    g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(vote));
    g_autoptr(GArray) localities = g_array_new(FALSE, FALSE, sizeof(vote));
    for (guint32 i = 0; i < n; i++) {
        add_vote(names, spelling_of(arrangement, &entries[i])->name, entries[i].kind);
        if (entries[i].locality != 0)
            add_vote(localities, entries[i].locality, entries[i].kind);
    }
    vote name = best_vote(names);
    row->name = name.text;
    row->kind = name.kind;
    row->locality = best_vote(localities).text;
}

/* Whether the house stands among those kept from `first` on, one of which then learns its postcode. */
static bool is_kept(street_group *group, guint32 first, const ik_house_entry *house)
{
    for (guint32 i = first; i < group->n_houses; i++) {
        ik_house_entry *kept = &group->arrangement->entries[i];
        if (apart_m(kept, house) > HOUSE_APART_M)
            continue;
        if (kept->postcode == 0)
            kept->postcode = house->postcode;
        return true;
    }
    return false;
}

/* Keeps the records of one house, which stand behind each other, once for every place; returns where they end. */
static guint32 keep_house(street_group *group, guint32 i, guint32 end)
{
    ik_gazetteer_counts *counts = &group->arrangement->counts;
    guint32 first = group->n_houses;
    ik_house_entry house = group->entries[i];
    for (; i < end && compare_houses(&group->entries[i], &house) == 0; i++) {
        ik_house_entry entry = group->entries[i];
        if (is_kept(group, first, &entry)) {
            counts->duplicates++;
            continue;
        }
        counts->far_duplicates += group->n_houses > first;
        group->arrangement->entries[group->n_houses++] = entry;
    }
    qsort(&group->arrangement->entries[first], group->n_houses - first, sizeof house,
          compare_positions);
    return i;
}

/* The house that is nearest to the mean of all stands for the street. */
static void place_among_houses(const ik_house_entry *houses, guint32 n, ik_street_row *row)
{
    gint64 lon = 0, lat = 0;
    double least = INFINITY, farthest = 0.0;
    const ik_house_entry *middle = houses;
    for (guint32 i = 0; i < n; i++) {
        lon += houses[i].lon_e7;
        lat += houses[i].lat_e7;
    }
    ik_house_entry mean = {.lon_e7 = (gint32)(lon / n), .lat_e7 = (gint32)(lat / n)};
    for (guint32 i = 0; i < n; i++) {
        double distance = apart_m(&mean, &houses[i]);
        if (distance < least) {
            least = distance;
            middle = &houses[i];
        }
    }
    for (guint32 i = 0; i < n; i++)
        farthest = fmax(farthest, apart_m(middle, &houses[i]));
    row->lon_e7 = middle->lon_e7;
    row->lat_e7 = middle->lat_e7;
    row->radius_m = (float)farthest;
    row->has_position = true;
}

/* `alone` is the first record of the street without a house. */
static void place_street(const ik_house_entry *houses, const ik_house_entry *alone,
                         ik_street_row *row)
{
    if (row->n_houses > 0) {
        place_among_houses(houses, row->n_houses, row);
    } else if (alone->has_position) {
        row->lon_e7 = alone->lon_e7;
        row->lat_e7 = alone->lat_e7;
        row->has_position = true;
    }
}

/* The first record of the street alone that has a position; the first of all where none has. */
static ik_house_entry find_alone(const ik_house_entry *entries, guint32 n)
{
    for (guint32 i = 0; i < n && entries[i].number == 0; i++)
        if (entries[i].has_position)
            return entries[i];
    return entries[0];
}

/* Makes a street of the entries first..end-1 of the group. */
static void make_street(street_group *group, guint32 first, guint32 end)
{
    ik_arrangement *arrangement = group->arrangement;
    const ik_spelling *spelling = spelling_of(arrangement, &group->entries[first]);
    ik_street_row row = {
        .ags = spelling->ags, .key = spelling->key, .first_house = group->n_houses};
    row.official_key = g_array_index(group->official_keys, guint32, group->entries[first].street);
    name_street(arrangement, group->entries + first, end - first, &row);
    ik_house_entry alone = find_alone(group->entries + first, end - first);
    while (first < end && group->entries[first].number == 0)
        first++;
    while (first < end)
        first = keep_house(group, first, end);
    row.n_houses = group->n_houses - row.first_house;
    place_street(&arrangement->entries[row.first_house], &alone, &row);
    arrangement->counts.without_position += !row.has_position;
    g_array_append_val(arrangement->streets, row);
}

guint32 ik_arrange_streets(ik_arrangement *arrangement, guint32 first, guint32 end,
                           guint32 n_houses)
{
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(guint32));
    street_group group = {
        .arrangement = arrangement,
        .entries = arrangement->entries + first,
        .n_entries = end - first,
        .official_keys = keys,
        .n_houses = n_houses,
    };
    note_official_keys(&group);
    if (keys->len == 0)
        note_umlauts(&group);
    share_out(&group);
    qsort(group.entries, group.n_entries, sizeof(ik_house_entry), compare_entries);
    guint32 n_streets = arrangement->streets->len;
    for (guint32 i = 0, next; i < group.n_entries; i = next) {
        next = i + 1;
        while (next < group.n_entries && group.entries[next].street == group.entries[i].street)
            next++;
        make_street(&group, i, next);
    }
    n_streets = arrangement->streets->len - n_streets;
    arrangement->counts.shared_keys += n_streets > 1 ? n_streets : 0;
    return group.n_houses;
}

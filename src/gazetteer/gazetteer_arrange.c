/* gazetteer_arrange.c — records in the order in which the file has them, whatever order they came in.   [gazetteer]
 *
 * Texts are exchanged for their ranks, so that all comparing is of numbers. Entries are brought together by street with
 * one pass of counting; sorting is left to the few of each street.
 */
#include "gazetteer_arrange.h"

#include <stdlib.h>
#include <string.h>

/* The same locality in two registers; farther apart they are two of one name. */
#define LOCALITY_APART_M 2000.0

typedef struct {
    const char *text;
    guint32 number;
} ranked_text;

static int compare_texts(const void *a, const void *b)
{
    const ranked_text *left = a, *right = b;
    return strcmp(left->text, right->text);
}

/* Returns the rank of each number; the caller's. */
static guint32 *rank_texts(ik_arrangement *arrangement, const ik_text_pool *pool)
{
    guint32 n = pool->texts->len;
    g_autofree ranked_text *sorted = g_new(ranked_text, n);
    for (guint32 i = 0; i < n; i++)
        sorted[i] = (ranked_text){g_ptr_array_index(pool->texts, i), i};
    qsort(sorted, n, sizeof *sorted, compare_texts);
    arrangement->n_texts = n;
    arrangement->texts = g_new(const char *, n);
    guint32 *ranks = g_new(guint32, n);
    for (guint32 i = 0; i < n; i++) {
        arrangement->texts[i] = sorted[i].text;
        ranks[sorted[i].number] = i;
    }
    return ranks;
}

typedef struct {
    ik_spelling spelling; /* of ranks */
    guint32 number;
} ranked_spelling;

static int compare_groups(const ik_spelling *a, const ik_spelling *b)
{
    int order = ik_order(a->ags, b->ags);
    return order != 0 ? order : ik_order(a->key, b->key);
}

static int compare_spellings(const void *a, const void *b)
{
    const ik_spelling *left = &((const ranked_spelling *)a)->spelling;
    const ik_spelling *right = &((const ranked_spelling *)b)->spelling;
    int order = compare_groups(left, right);
    if (order == 0)
        order = ik_order(left->official_key, right->official_key);
    return order != 0 ? order : ik_order(left->name, right->name);
}

/* Returns the rank of each spelling that an entry has; the caller's. */
static guint32 *rank_spellings(ik_arrangement *arrangement, const ik_gazetteer_builder *builder,
                               const guint32 *ranks)
{
    guint32 n = 0;
    g_autofree bool *is_used = g_new0(bool, builder->spellings->len + 1);
    for (guint32 i = 0; i < builder->entries->len; i++)
        is_used[g_array_index(builder->entries, ik_house_entry, i).spelling] = true;
    g_autofree ranked_spelling *sorted = g_new(ranked_spelling, builder->spellings->len + 1);
    for (guint32 i = 0; i < builder->spellings->len; i++) {
        const ik_spelling *s = &g_array_index(builder->spellings, ik_spelling, i);
        if (is_used[i])
            sorted[n++] = (ranked_spelling){
                {ranks[s->ags], ranks[s->key], ranks[s->official_key], ranks[s->name]}, i};
    }
    qsort(sorted, n, sizeof *sorted, compare_spellings);
    arrangement->n_spellings = n;
    arrangement->spellings = g_new(ik_spelling, n + 1);
    guint32 *order = g_new0(guint32, builder->spellings->len + 1);
    for (guint32 i = 0; i < n; i++) {
        arrangement->spellings[i] = sorted[i].spelling;
        order[sorted[i].number] = i;
    }
    return order;
}

/* The number of the group of each spelling: those of one municipality and key. `n` receives how many there are. */
static guint32 *number_groups(const ik_arrangement *arrangement, guint32 *n)
{
    const ik_spelling *spellings = arrangement->spellings;
    guint32 *groups = g_new0(guint32, arrangement->n_spellings + 1);
    *n = arrangement->n_spellings > 0 ? 1 : 0;
    for (guint32 i = 1; i < arrangement->n_spellings; i++) {
        if (compare_groups(&spellings[i - 1], &spellings[i]) != 0)
            ++*n;
        groups[i] = *n - 1;
    }
    return groups;
}

/* Copies the entries, of ranks, group by group; `starts` says where each group begins. */
static void place_entries(ik_arrangement *arrangement, const ik_gazetteer_builder *builder,
                          const guint32 *ranks, const guint32 *order, GArray *starts)
{
    guint32 n_groups;
    const ik_house_entry *entries = (const ik_house_entry *)(const void *)builder->entries->data;
    g_autofree guint32 *groups = number_groups(arrangement, &n_groups);
    g_array_set_size(starts, n_groups + 2);
    guint32 *start = (guint32 *)(void *)starts->data;
    arrangement->n_entries = builder->entries->len;
    arrangement->entries = g_new(ik_house_entry, arrangement->n_entries + 1);
    for (guint32 i = 0; i < arrangement->n_entries; i++)
        start[groups[order[entries[i].spelling]] + 2]++;
    for (guint32 group = 2; group < n_groups + 2; group++)
        start[group] += start[group - 1];
    for (guint32 i = 0; i < arrangement->n_entries; i++) {
        ik_house_entry entry = entries[i];
        entry.spelling = order[entry.spelling];
        entry.suffix = ranks[entry.suffix];
        entry.postcode = ranks[entry.postcode];
        entry.locality = ranks[entry.locality];
        arrangement->entries[start[groups[entry.spelling] + 1]++] = entry;
    }
}

static void arrange_entries(ik_arrangement *arrangement, const ik_gazetteer_builder *builder,
                            const guint32 *ranks)
{
    g_autofree guint32 *order = rank_spellings(arrangement, builder, ranks);
    g_autoptr(GArray) starts = g_array_new(FALSE, TRUE, sizeof(guint32));
    place_entries(arrangement, builder, ranks, order, starts);
    guint32 n_houses = 0;
    for (guint i = 0; i + 2 < starts->len; i++)
        n_houses = ik_arrange_streets(arrangement, g_array_index(starts, guint32, i),
                                      g_array_index(starts, guint32, i + 1), n_houses);
    arrangement->n_entries = n_houses;
}

static int compare_locality_keys(const ik_locality_entry *a, const ik_locality_entry *b)
{
    int order = ik_order(a->ags, b->ags);
    return order != 0 ? order : ik_order(a->key, b->key);
}

static int compare_locality_places(const ik_locality_entry *a, const ik_locality_entry *b)
{
    int order = ik_order(a->name, b->name);
    if (order == 0)
        order = ik_order(a->lon_e7, b->lon_e7);
    return order != 0 ? order : ik_order(a->lat_e7, b->lat_e7);
}

/* The one that is believed first in front, and of one register the one with a position. */
static int compare_localities(const void *a, const void *b)
{
    const ik_locality_entry *left = a, *right = b;
    int order = compare_locality_keys(left, right);
    if (order == 0)
        order = ik_order(left->kind, right->kind);
    if (order == 0)
        order = ik_order(right->has_position, left->has_position);
    return order != 0 ? order : compare_locality_places(left, right);
}

static int compare_kept_localities(const void *a, const void *b)
{
    const ik_locality_entry *left = a, *right = b;
    int order = compare_locality_keys(left, right);
    return order != 0 ? order : compare_locality_places(left, right);
}

/* Whether `entry` is `kept`, which takes over a position that it lacks. */
static bool is_same_locality(ik_locality_entry *kept, const ik_locality_entry *entry)
{
    if (compare_locality_keys(kept, entry) != 0)
        return false;
    if (!kept->has_position && entry->has_position) {
        kept->lon_e7 = entry->lon_e7;
        kept->lat_e7 = entry->lat_e7;
        kept->has_position = true;
    }
    return !entry->has_position ||
           ik_lonlat_distance_m(ik_e7_position(kept->lon_e7, kept->lat_e7),
                                ik_e7_position(entry->lon_e7, entry->lat_e7)) <= LOCALITY_APART_M;
}

static void arrange_localities(ik_arrangement *arrangement, const ik_gazetteer_builder *builder,
                               const guint32 *ranks)
{
    GArray *all = g_array_copy(builder->localities);
    ik_locality_entry *entries = (ik_locality_entry *)(void *)all->data;
    guint32 n = 0;
    for (guint32 i = 0; i < all->len; i++) {
        entries[i].ags = ranks[entries[i].ags];
        entries[i].key = ranks[entries[i].key];
        entries[i].name = ranks[entries[i].name];
    }
    g_array_sort(all, compare_localities);
    for (guint32 i = 0; i < all->len; i++) {
        bool is_known = false;
        for (guint32 k = n; k > 0 && !is_known && entries[k - 1].ags == entries[i].ags &&
                            entries[k - 1].key == entries[i].key;
             k--)
            is_known = is_same_locality(&entries[k - 1], &entries[i]);
        if (!is_known)
            entries[n++] = entries[i];
    }
    g_array_set_size(all, n);
    g_array_sort(all, compare_kept_localities);
    arrangement->localities = all;
}

static int compare_sources(const void *a, const void *b)
{
    const ik_source_entry *left = a, *right = b;
    const gint64 pairs[][2] = {
        {left->name, right->name},
        {left->kind, right->kind},
        {left->date, right->date},
        {left->licence, right->licence},
        {left->attribution, right->attribution},
        {(gint64)left->records, (gint64)right->records},
    };
    int order = 0;
    for (guint i = 0; i < G_N_ELEMENTS(pairs) && order == 0; i++)
        order = ik_order(pairs[i][0], pairs[i][1]);
    return order;
}

static void arrange_sources(ik_arrangement *arrangement, const ik_gazetteer_builder *builder,
                            const guint32 *ranks)
{
    GArray *all = g_array_copy(builder->sources);
    ik_source_entry *entries = (ik_source_entry *)(void *)all->data;
    guint32 n = 0;
    for (guint32 i = 0; i < all->len; i++) {
        entries[i].name = ranks[entries[i].name];
        entries[i].date = ranks[entries[i].date];
        entries[i].licence = ranks[entries[i].licence];
        entries[i].attribution = ranks[entries[i].attribution];
    }
    g_array_sort(all, compare_sources);
    for (guint32 i = 0; i < all->len; i++)
        if (n == 0 || compare_sources(&entries[n - 1], &entries[i]) != 0)
            entries[n++] = entries[i];
    g_array_set_size(all, n);
    arrangement->sources = all;
}

void ik_arrangement_init(ik_arrangement *arrangement, const ik_gazetteer_builder *builder)
{
    *arrangement = (ik_arrangement){.streets = g_array_new(FALSE, FALSE, sizeof(ik_street_row))};
    g_autofree guint32 *ranks = rank_texts(arrangement, &builder->texts);
    arrange_entries(arrangement, builder, ranks);
    arrange_localities(arrangement, builder, ranks);
    arrange_sources(arrangement, builder, ranks);
    arrangement->counts.houses = arrangement->n_entries;
    arrangement->counts.streets = arrangement->streets->len;
    arrangement->counts.localities = arrangement->localities->len;
}

void ik_arrangement_clear(ik_arrangement *arrangement)
{
    if (arrangement->streets == NULL)
        return;
    g_free(arrangement->texts);
    g_free(arrangement->spellings);
    g_free(arrangement->entries);
    g_array_unref(arrangement->streets);
    g_array_unref(arrangement->localities);
    g_array_unref(arrangement->sources);
    *arrangement = (ik_arrangement){0};
}

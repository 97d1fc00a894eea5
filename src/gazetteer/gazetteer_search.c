/* gazetteer_search.c — by key, by number, by position.   [gazetteer]
 *
 * Every loop is bounded by a count of the file, so that a damaged one ends it as well.
 */
#include <math.h>

#include "gazetteer_map.h"

static guint32 count_of(const ik_gazetteer *gazetteer, ik_gazetteer_section section)
{
    return gazetteer->section[section].count;
}

/* A string that a record names at its byte `at`; "" where there is no such record. */
static const char *text_of(const ik_gazetteer *gazetteer, ik_gazetteer_section section,
                           guint32 number, guint at)
{
    const guint8 *record = ik_gazetteer_record(gazetteer, section, number);
    return record != NULL ? ik_gazetteer_string(gazetteer, ik_read_u32(record + at)) : "";
}

static guint32 number_in(const ik_gazetteer *gazetteer, ik_gazetteer_section section,
                         guint32 number)
{
    const guint8 *record = ik_gazetteer_record(gazetteer, section, number);
    return record != NULL ? ik_read_u32(record) : IK_GAZETTEER_FREE;
}

static bool has_key(const ik_gazetteer *gazetteer, guint32 street, const char *key)
{
    return strcmp(text_of(gazetteer, IK_GAZETTEER_STREETS, street, 4), key) == 0;
}

/* The length first: it stands in the record, the key somewhere else in memory. */
static bool is_street_of(const ik_gazetteer *gazetteer, guint32 street, guint32 municipality,
                         const char *key, gsize length)
{
    const guint8 *record = ik_gazetteer_record(gazetteer, IK_GAZETTEER_STREETS, street);
    return record != NULL && ik_read_u32(record + 16) == municipality &&
           ik_read_u16(record + 44) == length && has_key(gazetteer, street, key);
}

guint32 ik_gazetteer_find_municipality(const ik_gazetteer *gazetteer, const char *ags)
{
    guint32 low = 0, high = ik_gazetteer_municipalities(gazetteer);
    while (low < high) {
        guint32 middle = low + (high - low) / 2;
        int order = strcmp(text_of(gazetteer, IK_GAZETTEER_MUNICIPALITIES, middle, 0), ags);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return G_MAXUINT32;
}

static ik_gazetteer_range houses_of(const ik_gazetteer *gazetteer, guint32 street)
{
    const guint8 *record = ik_gazetteer_record(gazetteer, IK_GAZETTEER_STREETS, street);
    if (record == NULL)
        return (ik_gazetteer_range){0, 0};
    return ik_gazetteer_clip(ik_read_u32(record + 20), ik_read_u32(record + 24),
                             ik_gazetteer_houses(gazetteer));
}

/* Whoever finds a street mostly asks for one of its houses next: they are on their way while its name is read. */
static void prefetch_houses(const ik_gazetteer *gazetteer, guint32 street)
{
    enum { CACHE_LINE = 64, MOST_LINES = 8 };
    const ik_gazetteer_range houses = houses_of(gazetteer, street);
    const gsize size = ik_gazetteer_record_size[IK_GAZETTEER_HOUSES];
    const guint8 *first = gazetteer->section[IK_GAZETTEER_HOUSES].data + houses.first * size;
    const gsize bytes = MIN(houses.count * size, (gsize)CACHE_LINE * MOST_LINES);
    for (gsize at = 0; at < bytes; at += CACHE_LINE)
        __builtin_prefetch(first + at);
}

ik_gazetteer_range ik_gazetteer_find_streets(const ik_gazetteer *gazetteer, guint32 municipality,
                                             const char *key)
{
    ik_gazetteer_range found = {0, 0};
    guint32 size = count_of(gazetteer, IK_GAZETTEER_STREET_TABLE);
    guint32 place = ik_gazetteer_hash(municipality + 1, key);
    const gsize length = strlen(key);
    for (guint32 tries = 0; tries < size; tries++, place++) {
        guint32 street = number_in(gazetteer, IK_GAZETTEER_STREET_TABLE, place & (size - 1));
        if (street == IK_GAZETTEER_FREE)
            return found;
        if (!is_street_of(gazetteer, street, municipality, key, length))
            continue;
        found.first = street;
        prefetch_houses(gazetteer, street);
        do
            found.count++;
        while (is_street_of(gazetteer, street + found.count, municipality, key, length));
        return found;
    }
    return found;
}

/* Notes the streets from `place` of BY_KEY on that have the key. */
static guint collect(const ik_gazetteer *gazetteer, guint32 place, const char *key,
                     guint32 *streets, guint room)
{
    guint n = 0;
    for (; place < count_of(gazetteer, IK_GAZETTEER_BY_KEY); place++, n++) {
        guint32 street = number_in(gazetteer, IK_GAZETTEER_BY_KEY, place);
        if (street >= ik_gazetteer_streets(gazetteer) || !has_key(gazetteer, street, key))
            break;
        if (n < room)
            streets[n] = street;
    }
    return n;
}

guint ik_gazetteer_find_anywhere(const ik_gazetteer *gazetteer, const char *key, guint32 *streets,
                                 guint room)
{
    guint32 size = count_of(gazetteer, IK_GAZETTEER_KEY_TABLE);
    guint32 slot = ik_gazetteer_hash(0, key);
    for (guint32 tries = 0; tries < size; tries++, slot++) {
        guint32 place = number_in(gazetteer, IK_GAZETTEER_KEY_TABLE, slot & (size - 1));
        if (place == IK_GAZETTEER_FREE)
            return 0;
        guint n = collect(gazetteer, place, key, streets, room);
        if (n > 0)
            return n;
    }
    return 0;
}

/* The first house of first..end whose number is not below `number`. */
static guint32 first_not_below(const ik_gazetteer *gazetteer, guint32 first, guint32 end,
                               guint32 number)
{
    const guint8 *houses = gazetteer->section[IK_GAZETTEER_HOUSES].data;
    const gsize size = ik_gazetteer_record_size[IK_GAZETTEER_HOUSES];
    while (first < end) {
        guint32 middle = first + (end - first) / 2;
        if (ik_read_u16(houses + middle * size) < number)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

ik_gazetteer_range ik_gazetteer_find_number(const ik_gazetteer *gazetteer, guint32 street,
                                            guint16 number)
{
    ik_gazetteer_range houses = houses_of(gazetteer, street);
    guint32 end = houses.first + houses.count;
    guint32 first = first_not_below(gazetteer, houses.first, end, number), behind = first;
    while (behind < end &&
           ik_read_u16(ik_gazetteer_record(gazetteer, IK_GAZETTEER_HOUSES, behind)) == number)
        behind++;
    return (ik_gazetteer_range){first, behind - first};
}

/* The first locality of first..end whose key is not below `key`, or not below or equal to it. */
static guint32 first_locality(const ik_gazetteer *gazetteer, ik_gazetteer_range range,
                              const char *key, bool behind)
{
    guint32 first = range.first, end = range.first + range.count;
    while (first < end) {
        guint32 middle = first + (end - first) / 2;
        int order = strcmp(text_of(gazetteer, IK_GAZETTEER_LOCALITIES, middle, 4), key);
        if (order < 0 || (behind && order == 0))
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

ik_gazetteer_range ik_gazetteer_find_localities(const ik_gazetteer *gazetteer, guint32 municipality,
                                                const char *key)
{
    const guint8 *at = ik_gazetteer_record(gazetteer, IK_GAZETTEER_MUNICIPALITIES, municipality);
    if (at == NULL)
        return (ik_gazetteer_range){0, 0};
    ik_gazetteer_range range = ik_gazetteer_clip(ik_read_u32(at + 12), ik_read_u32(at + 16),
                                                 ik_gazetteer_localities(gazetteer));
    guint32 first = first_locality(gazetteer, range, key, false);
    guint32 end = first_locality(gazetteer, range, key, true);
    return (ik_gazetteer_range){first, end > first ? end - first : 0};
}

/* The search by position: nodes wait in a heap, nearest first, until none can hold anything nearer than what was
 * found. The distance to a node is never more than to what lies in it, but for rounding. */

#define ROUNDING_M 1e-6
#define RADIANS    (G_PI / 180.0)
#define DIAMETER_M (2.0 * 6371008.8) /* of the sphere of ik_lonlat_distance_m */

typedef struct {
    double distance_m;
    guint32 node;
} waiting_node;

typedef struct {
    const ik_gazetteer *gazetteer;
    ik_lonlat position;
    double limit_m; /* of what may still be found */
    bool is_found;
    guint32 street, house;
    guint32 houses_left; /* each house is looked at once, each node too */
    guint32 nodes_left;
    GArray *heap; /* of waiting_node, the root nearest */
} search;

/* Of the haversine each term is the least that a position in the box can give. */
static double distance_to_box(ik_lonlat from, const guint8 *node)
{
    ik_lonlat low = ik_gazetteer_position(node), high = ik_gazetteer_position(node + 8);
    double lon = fmax(0.0, fmax(low.lon - from.lon, from.lon - high.lon));
    double lat = fmax(0.0, fmax(low.lat - from.lat, from.lat - high.lat));
    double half_lon = sin(lon * RADIANS / 2.0), half_lat = sin(lat * RADIANS / 2.0);
    double parallel = fmin(cos(low.lat * RADIANS), cos(high.lat * RADIANS));
    double h = half_lat * half_lat + cos(from.lat * RADIANS) * parallel * half_lon * half_lon;
    return DIAMETER_M * asin(sqrt(fmin(h, 1.0)));
}

static waiting_node *waiting(const search *s, guint i)
{
    return &g_array_index(s->heap, waiting_node, i);
}

static void swap(waiting_node *a, waiting_node *b)
{
    waiting_node kept = *a;
    *a = *b;
    *b = kept;
}

static void push(search *s, guint32 number)
{
    const guint8 *node = ik_gazetteer_record(s->gazetteer, IK_GAZETTEER_NODES, number);
    waiting_node added = {.node = number};
    added.distance_m = node != NULL ? distance_to_box(s->position, node) : INFINITY;
    if (!(added.distance_m <= s->limit_m + ROUNDING_M))
        return;
    g_array_append_val(s->heap, added);
    for (guint i = s->heap->len - 1; i > 0; i = (i - 1) / 2) {
        if (waiting(s, (i - 1) / 2)->distance_m <= waiting(s, i)->distance_m)
            break;
        swap(waiting(s, (i - 1) / 2), waiting(s, i));
    }
}

static waiting_node pop(search *s)
{
    waiting_node nearest = *waiting(s, 0);
    *waiting(s, 0) = *waiting(s, s->heap->len - 1);
    g_array_set_size(s->heap, s->heap->len - 1);
    for (guint i = 0, child; (child = 2 * i + 1) < s->heap->len; i = child) {
        if (child + 1 < s->heap->len &&
            waiting(s, child + 1)->distance_m < waiting(s, child)->distance_m)
            child++;
        if (waiting(s, i)->distance_m <= waiting(s, child)->distance_m)
            break;
        swap(waiting(s, i), waiting(s, child));
    }
    return nearest;
}

static void offer(search *s, guint32 street, guint32 house, const guint8 *position)
{
    double distance = ik_lonlat_distance_m(s->position, ik_gazetteer_position(position));
    bool is_before =
        !s->is_found || street < s->street || (street == s->street && house < s->house);
    if (!(distance < s->limit_m || (distance <= s->limit_m && is_before)))
        return;
    s->limit_m = distance;
    s->is_found = true;
    s->street = street;
    s->house = house;
}

static void look_at_street(search *s, guint32 street)
{
    const guint8 *record = ik_gazetteer_record(s->gazetteer, IK_GAZETTEER_STREETS, street);
    ik_gazetteer_range houses = houses_of(s->gazetteer, street);
    if (record == NULL)
        return;
    if (houses.count == 0)
        offer(s, street, G_MAXUINT32, record + 28);
    for (guint32 i = 0; i < houses.count && s->houses_left > 0; i++, s->houses_left--) {
        guint32 house = houses.first + i;
        offer(s, street, house, ik_gazetteer_record(s->gazetteer, IK_GAZETTEER_HOUSES, house) + 4);
    }
}

/* A parent's children stand in front of it: so no way leads in a circle. */
static void look_at_node(search *s, guint32 number)
{
    const guint8 *node = ik_gazetteer_record(s->gazetteer, IK_GAZETTEER_NODES, number);
    guint32 child = ik_read_u32(node + 16), n = ik_read_u32(node + 20);
    if (n == 0)
        look_at_street(s, child);
    else if (child < number)
        for (guint32 i = 0; i < MIN(n, number - child) && i < IK_GAZETTEER_FANOUT; i++)
            push(s, child + i);
}

bool ik_gazetteer_nearest(const ik_gazetteer *gazetteer, ik_lonlat position, double limit_m,
                          guint32 *street, guint32 *house, double *distance_m)
{
    guint32 n_nodes = count_of(gazetteer, IK_GAZETTEER_NODES);
    if (n_nodes == 0 || !isfinite(position.lon) || !isfinite(position.lat))
        return false;
    g_autoptr(GArray) heap = g_array_new(FALSE, FALSE, sizeof(waiting_node));
    search s = {.gazetteer = gazetteer, .position = position, .limit_m = limit_m, .heap = heap};
    s.houses_left = ik_gazetteer_houses(gazetteer);
    s.nodes_left = n_nodes;
    push(&s, n_nodes - 1);
    while (heap->len > 0 && s.nodes_left-- > 0) {
        waiting_node next = pop(&s);
        if (next.distance_m > s.limit_m + ROUNDING_M)
            break;
        look_at_node(&s, next.node);
    }
    *street = s.street;
    *house = s.house;
    *distance_m = s.limit_m;
    return s.is_found;
}

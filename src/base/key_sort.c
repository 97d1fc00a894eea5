/* key_sort.c — sorting by whole numbers.   [base] */
#include "key_sort.h"

#include <string.h>

#define DIGIT_BITS 11
#define DIGITS     (1u << DIGIT_BITS)
#define FEW        32u

static void sort_few(ik_keyed *items, gsize n)
{
    for (gsize i = 1; i < n; i++) {
        ik_keyed moved = items[i];
        gsize at = i;
        for (; at > 0 && items[at - 1].key > moved.key; at--)
            items[at] = items[at - 1];
        items[at] = moved;
    }
}

/* The bits in which not all keys agree. */
static uint64_t find_varying(const ik_keyed *items, gsize n)
{
    uint64_t varying = 0;
    for (gsize i = 1; i < n; i++)
        varying |= items[i].key ^ items[0].key;
    return varying;
}

static void sort_by_digit(const ik_keyed *from, ik_keyed *to, gsize n, guint shift)
{
    gsize starts[DIGITS] = {0}, sum = 0;
    for (gsize i = 0; i < n; i++)
        starts[from[i].key >> shift & (DIGITS - 1)]++;
    for (gsize d = 0; d < DIGITS; d++) {
        gsize count = starts[d];
        starts[d] = sum;
        sum += count;
    }
    for (gsize i = 0; i < n; i++)
        to[starts[from[i].key >> shift & (DIGITS - 1)]++] = from[i];
}

void ik_keyed_sort(ik_keyed *items, gsize n)
{
    if (n <= FEW) {
        sort_few(items, n);
        return;
    }
    uint64_t varying = find_varying(items, n);
    g_autofree ik_keyed *other = g_new(ik_keyed, n);
    ik_keyed *from = items, *to = other;
    for (guint shift = 0; shift < 64 && varying >> shift != 0; shift += DIGIT_BITS) {
        if ((varying >> shift & (DIGITS - 1)) == 0)
            continue;
        sort_by_digit(from, to, n, shift);
        ik_keyed *sorted = to;
        to = from;
        from = sorted;
    }
    if (from != items)
        memcpy(items, from, n * sizeof *items);
}

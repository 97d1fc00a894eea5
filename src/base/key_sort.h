/* key_sort.h — sorting by whole numbers.   [base]
 *
 * By the digits of the key, lowest first (radix sort): linear in the number of items, and stable. For the many
 * thousand points and segments of a map it takes a small part of the time of qsort.
 */
#ifndef IK_KEY_SORT_H
#define IK_KEY_SORT_H

#include <glib.h>
#include <stdint.h>

typedef struct {
    uint64_t key;
    uint32_t value;
} ik_keyed;

/* Puts items in ascending order of their keys; of equal keys, that which came first stays first. */
void ik_keyed_sort(ik_keyed *items, gsize n);

/* A signed number as one that has the same order among keys. */
static inline uint32_t ik_key_of(int32_t number)
{
    return (uint32_t)number ^ 0x80000000u;
}

#endif

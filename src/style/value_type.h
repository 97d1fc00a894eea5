/* value_type.h — the types that expressions are checked by.   [style]
 *
 * A kind of value; for arrays also what the items are and how many. Source: MapLibre Style
 * Specification v8, "Types"; names as its messages write them.
 */
#ifndef IK_VALUE_TYPE_H
#define IK_VALUE_TYPE_H

#include "value.h"

typedef struct {
    ik_value_type kind;
    ik_value_type item; /* of an ARRAY; ANY: whatever */
    int length;         /* of an ARRAY; IK_ANY_LENGTH: whatever */
} ik_type;

#define IK_ANY_LENGTH               (-1)
#define IK_TYPE(kind)               ((ik_type){(kind), IK_VALUE_ANY, IK_ANY_LENGTH})
#define IK_ARRAY_TYPE(item, length) ((ik_type){IK_VALUE_ARRAY, (item), (length)})

/* The type of a value; an array's items have a type in common or are ANY. O(items). */
ik_type ik_type_of(const ik_value *value);

/* Whether a value of type `found` may stand where `expected` is asked for. */
bool ik_type_fits(ik_type expected, ik_type found);

/* "number", "array", "array<string>", "array<number, 2>"; borrowed from the arena or static. */
const char *ik_type_text(ik_type type, ik_arena *arena);

#endif

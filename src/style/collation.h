/* collation.h — the order of text, the same in every place.   [style] */
#ifndef IK_COLLATION_H
#define IK_COLLATION_H

#include "value.h"

/* Less than, equal to or greater than 0 as `a` stands before, with or after `b`. First the letters
 * decide, punctuation before digits before letters; then, if the collator minds them, accents and
 * last case, small before capital. The locale is not looked at. O(length).
 */
int ik_collate(const char *a, const char *b, const ik_collator *collator);

#endif

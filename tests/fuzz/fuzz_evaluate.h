/* fuzz_evaluate.h — a feature to try styles on, and what must hold of every value.   [tests] */
#ifndef IK_FUZZ_EVALUATE_H
#define IK_FUZZ_EVALUATE_H

#include "expression.h"
#include "fuzz_support.h"

/* A feature with attributes of every type, hostile text among them. Static. */
const ik_feature *fuzz_feature(void);

/* Ends the process unless the value is whole: text valid, colour within bounds, items too. */
void fuzz_require_value(const ik_value *value, ik_arena *arena);

#endif

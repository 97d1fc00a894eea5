/* fuzz_match.h — what must hold of every answer, whatever was asked.   [tests] */
#ifndef IK_FUZZ_MATCH_H
#define IK_FUZZ_MATCH_H

#include <ideenkarte/match.h>

#include "fuzz_support.h"

void fuzz_require_match(const ik_territory *territory, const ik_match *match);

#endif

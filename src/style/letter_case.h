/* letter_case.h — upper and lower case that no locale changes.   [style] */
#ifndef IK_LETTER_CASE_H
#define IK_LETTER_CASE_H

#include "arena.h"

/* UTF-8 `text` with every letter in that case, "ß" becoming "SS"; borrowed from the arena. */
const char *ik_text_upper(const char *text, ik_arena *arena);
const char *ik_text_lower(const char *text, ik_arena *arena);

#endif

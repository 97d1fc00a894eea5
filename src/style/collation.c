/* collation.c — the order of text, the same in every place.   [style]
 *
 * Three levels as in the Unicode Collation Algorithm (UTS #10), letters, accents, case, but with
 * the order of code points among letters of a script: that needs no table and no locale.
 */
#include "collation.h"

#include <string.h>

typedef enum { LEVEL_LETTERS, LEVEL_ACCENTS, LEVEL_CASE } level;

static bool is_accent(gunichar letter)
{
    return g_unichar_combining_class(letter) != 0;
}

/* What `letter` weighs on a level; 0: nothing. */
static gunichar weight(gunichar letter, level at)
{
    switch (at) {
    case LEVEL_LETTERS: break;
    case LEVEL_ACCENTS: return is_accent(letter) ? letter + 2 : 1;
    case LEVEL_CASE: return is_accent(letter) ? 0 : g_unichar_isupper(letter) ? 2 : 1;
    }
    if (is_accent(letter))
        return 0;
    gunichar kind = g_unichar_isalpha(letter) ? 2 : g_unichar_isdigit(letter) ? 1 : 0;
    return (kind << 24) + g_unichar_tolower(letter) + 1;
}

/* The weight of the next letter that has one; 0 at the end. */
static gunichar next_weight(const char **text, level at)
{
    gunichar found = 0;
    while (found == 0 && **text != '\0') {
        found = weight(g_utf8_get_char(*text), at);
        *text = g_utf8_next_char(*text);
    }
    return found;
}

static int compare_level(const char *a, const char *b, level at)
{
    for (;;) {
        gunichar x = next_weight(&a, at), y = next_weight(&b, at);
        if (x != y)
            return x < y ? -1 : 1;
        if (x == 0)
            return 0;
    }
}

int ik_collate(const char *a, const char *b, const ik_collator *collator)
{
    if (strcmp(a, b) == 0)
        return 0;
    g_autofree char *x = g_utf8_normalize(a, -1, G_NORMALIZE_NFKD);
    g_autofree char *y = g_utf8_normalize(b, -1, G_NORMALIZE_NFKD);
    if (x == NULL || y == NULL) /* no valid UTF-8; styles and features hold none */
        return strcmp(a, b);
    int order = compare_level(x, y, LEVEL_LETTERS);
    if (order == 0 && collator->minds_accents)
        order = compare_level(x, y, LEVEL_ACCENTS);
    if (order == 0 && collator->minds_case)
        order = compare_level(x, y, LEVEL_CASE);
    return order;
}

/* place_words.c — the table of small words in names of towns.   [geocoder] */
#include "place_words.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *fold, *full; /* full NULL: the word is its own full form */
    ik_word_role role;
} place_word;

/* Sorted by fold, for bsearch; a unit test looks every one up. */
static const place_word WORDS[] = {
    {"a", NULL, IK_WORD_LINK},
    {"allgau", NULL, IK_WORD_ELSEWHERE},
    {"am", NULL, IK_WORD_LINK},
    {"an", NULL, IK_WORD_LINK},
    {"auf", NULL, IK_WORD_LINK},
    {"b", "bei", IK_WORD_NEAR},
    {"baden", NULL, IK_WORD_ELSEWHERE},
    {"bayern", NULL, IK_WORD_ELSEWHERE},
    {"bei", NULL, IK_WORD_NEAR},
    {"berlin", NULL, IK_WORD_ELSEWHERE},
    {"bezirk", NULL, IK_WORD_PART},
    {"brandenburg", NULL, IK_WORD_ELSEWHERE},
    {"brd", NULL, IK_WORD_COUNTRY},
    {"bremen", NULL, IK_WORD_ELSEWHERE},
    {"bundesstadt", NULL, IK_WORD_TITLE},
    {"d", NULL, IK_WORD_LINK},
    {"dem", NULL, IK_WORD_LINK},
    {"der", NULL, IK_WORD_LINK},
    {"deutschland", NULL, IK_WORD_COUNTRY},
    {"donau", NULL, IK_WORD_ELSEWHERE},
    {"eifel", NULL, IK_WORD_LANDSCAPE},
    {"elbe", NULL, IK_WORD_ELSEWHERE},
    {"ems", NULL, IK_WORD_WATER},
    {"emsland", NULL, IK_WORD_ELSEWHERE},
    {"erft", NULL, IK_WORD_WATER},
    {"frankfurt", NULL, IK_WORD_ELSEWHERE},
    {"gem", "gemeinde", IK_WORD_TITLE},
    {"gemeinde", NULL, IK_WORD_TITLE},
    {"gemeindeverwaltung", NULL, IK_WORD_TITLE},
    {"germany", NULL, IK_WORD_COUNTRY},
    {"hamburg", NULL, IK_WORD_ELSEWHERE},
    {"hannover", NULL, IK_WORD_ELSEWHERE},
    {"hansestadt", NULL, IK_WORD_TITLE},
    {"harz", NULL, IK_WORD_ELSEWHERE},
    {"hellweg", NULL, IK_WORD_LANDSCAPE},
    {"hessen", NULL, IK_WORD_ELSEWHERE},
    {"holstein", NULL, IK_WORD_ELSEWHERE},
    {"hunsruck", NULL, IK_WORD_ELSEWHERE},
    {"i", NULL, IK_WORD_LINK},
    {"im", NULL, IK_WORD_LINK},
    {"in", NULL, IK_WORD_LINK},
    {"isar", NULL, IK_WORD_ELSEWHERE},
    {"kassel", NULL, IK_WORD_ELSEWHERE},
    {"klingenstadt", NULL, IK_WORD_TITLE},
    {"kolpingstadt", NULL, IK_WORD_TITLE},
    {"kr", "kreis", IK_WORD_DISTRICT},
    {"kreis", NULL, IK_WORD_DISTRICT},
    {"kreisfreie", NULL, IK_WORD_TITLE},
    {"kreisstadt", NULL, IK_WORD_TITLE},
    {"krs", "kreis", IK_WORD_DISTRICT},
    {"lahn", NULL, IK_WORD_WATER},
    {"landeshauptstadt", NULL, IK_WORD_TITLE},
    {"landkreis", "kreis", IK_WORD_DISTRICT},
    {"lausitz", NULL, IK_WORD_ELSEWHERE},
    {"leipzig", NULL, IK_WORD_ELSEWHERE},
    {"lenne", NULL, IK_WORD_WATER},
    {"lk", "kreis", IK_WORD_DISTRICT},
    {"lkr", "kreis", IK_WORD_DISTRICT},
    {"main", NULL, IK_WORD_ELSEWHERE},
    {"mainz", NULL, IK_WORD_ELSEWHERE},
    {"mecklenburg", NULL, IK_WORD_ELSEWHERE},
    {"mosel", NULL, IK_WORD_ELSEWHERE},
    {"munchen", NULL, IK_WORD_ELSEWHERE},
    {"munsterland", NULL, IK_WORD_LANDSCAPE},
    {"nahe", "bei", IK_WORD_NEAR},
    {"ndrrh", "niederrhein", IK_WORD_LANDSCAPE},
    {"neckar", NULL, IK_WORD_ELSEWHERE},
    {"niederrh", "niederrhein", IK_WORD_LANDSCAPE},
    {"niederrhein", NULL, IK_WORD_LANDSCAPE},
    {"niedersachsen", NULL, IK_WORD_ELSEWHERE},
    {"nordrhein", NULL, IK_WORD_COUNTRY},
    {"nrh", "niederrhein", IK_WORD_LANDSCAPE},
    {"nrw", NULL, IK_WORD_COUNTRY},
    {"nw", NULL, IK_WORD_COUNTRY},
    {"oberpfalz", NULL, IK_WORD_ELSEWHERE},
    {"odenwald", NULL, IK_WORD_ELSEWHERE},
    {"oder", NULL, IK_WORD_ELSEWHERE},
    {"oldenburg", NULL, IK_WORD_ELSEWHERE},
    {"oldenburger", NULL, IK_WORD_ELSEWHERE},
    {"ortschaft", NULL, IK_WORD_PART},
    {"ortsteil", NULL, IK_WORD_PART},
    {"osnabruck", NULL, IK_WORD_ELSEWHERE},
    {"ostwestfalen", NULL, IK_WORD_LANDSCAPE},
    {"ot", "ortsteil", IK_WORD_PART},
    {"pfalz", NULL, IK_WORD_ELSEWHERE},
    {"pr", "preussisch", IK_WORD_PLAIN},
    {"preuss", "preussisch", IK_WORD_PLAIN},
    {"rhein", NULL, IK_WORD_WATER},
    {"rheinl", "rhld", IK_WORD_LANDSCAPE},
    {"rheinland", "rhld", IK_WORD_LANDSCAPE},
    {"rhl", "rhld", IK_WORD_LANDSCAPE},
    {"rhld", NULL, IK_WORD_LANDSCAPE},
    {"ruhr", NULL, IK_WORD_WATER},
    {"ruhrgebiet", NULL, IK_WORD_LANDSCAPE},
    {"saale", NULL, IK_WORD_ELSEWHERE},
    {"saar", NULL, IK_WORD_ELSEWHERE},
    {"saarland", NULL, IK_WORD_ELSEWHERE},
    {"sachsen", NULL, IK_WORD_ELSEWHERE},
    {"sauerl", "sauerland", IK_WORD_LANDSCAPE},
    {"sauerland", NULL, IK_WORD_LANDSCAPE},
    {"schlosstadt", NULL, IK_WORD_TITLE},
    {"schwarzwald", NULL, IK_WORD_ELSEWHERE},
    {"see", NULL, IK_WORD_WATER},
    {"sieg", NULL, IK_WORD_WATER},
    {"siegerland", NULL, IK_WORD_LANDSCAPE},
    {"spree", NULL, IK_WORD_ELSEWHERE},
    {"st", "sankt", IK_WORD_PLAIN},
    {"stadt", NULL, IK_WORD_TITLE},
    {"stadtbezirk", NULL, IK_WORD_PART},
    {"stadtteil", NULL, IK_WORD_PART},
    {"stadtverwaltung", NULL, IK_WORD_TITLE},
    {"stuttgart", NULL, IK_WORD_ELSEWHERE},
    {"taunus", NULL, IK_WORD_ELSEWHERE},
    {"thuringen", NULL, IK_WORD_ELSEWHERE},
    {"universitatsstadt", NULL, IK_WORD_TITLE},
    {"unstrut", NULL, IK_WORD_ELSEWHERE},
    {"weser", NULL, IK_WORD_WATER},
    {"westerwald", NULL, IK_WORD_ELSEWHERE},
    {"westf", NULL, IK_WORD_LANDSCAPE},
    {"westfal", "westf", IK_WORD_LANDSCAPE},
    {"westfalen", "westf", IK_WORD_LANDSCAPE},
    {"westfl", "westf", IK_WORD_LANDSCAPE},
    {"wupper", NULL, IK_WORD_WATER},
    {"wurtt", NULL, IK_WORD_ELSEWHERE},
    {"wurttemberg", NULL, IK_WORD_ELSEWHERE},
};

static int compare(const void *fold, const void *word)
{
    return strcmp(fold, ((const place_word *)word)->fold);
}

ik_word_role ik_place_word(const char *fold, const char **full)
{
    const place_word *word = bsearch(fold, WORDS, G_N_ELEMENTS(WORDS), sizeof *WORDS, compare);
    if (full != NULL)
        *full = word != NULL && word->full != NULL ? word->full : fold;
    return word != NULL ? word->role : IK_WORD_PLAIN;
}

void ik_place_key(const ik_words *words, guint from, guint to, GString *key)
{
    for (guint i = from; i < to; i++) {
        const char *full;
        ik_word_role role = ik_place_word(ik_words_fold(words, i), &full);
        bool skipped = ik_words_get(words, i)->is_number || (role == IK_WORD_LINK && i > from);
        if (!skipped)
            g_string_append(key, full);
    }
}

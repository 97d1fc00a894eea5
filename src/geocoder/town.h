/* town.h — which towns a written town may mean.   [geocoder]
 *
 * "Dortmund-Mengede", "Mengede (Dortmund)", "Köln-Mülheim", "Neuss am Rhein", "Kreis Unna", "Dortmnud":
 * read into municipalities, best first, each with how it was found and with what is left over as a
 * locality. Postcodes are not looked at here: the geocoder weighs both.
 */
#ifndef IK_TOWN_H
#define IK_TOWN_H

#include "place_index.h"

typedef enum {
    IK_TOWN_NAMED, /* its name or a customary form stands there */
    IK_TOWN_PART,  /* one half of its double name stands there */
    IK_TOWN_ALSO, /* named beside another town that is the better reading: "Mülheim" in "Köln-Mülheim" */
    IK_TOWN_WEAK, /* stands last in a compound ("Alt-Marl"): means nothing unless the postcode agrees */
    IK_TOWN_EDIT1, /* one slip of the pen away */
    IK_TOWN_EDIT2  /* two, in a long name: means nothing unless the postcode agrees */
} ik_town_how;

typedef struct {
    guint32 municipality;
    ik_town_how how;
    guint from, to; /* words of the locality; empty when from == to */
} ik_town_reading;

#define IK_TOWN_READINGS 8

typedef struct {
    ik_words words;
    ik_town_reading readings[IK_TOWN_READINGS]; /* best first */
    guint n_readings;
    guint32 district;  /* named in place of a town, or IK_NONE */
    bool is_written;   /* there is a word that may be a town */
    bool is_ambiguous; /* several towns are named, or several bear the name */
} ik_town;

/* Reads `text` (borrowed, any bytes). Release with ik_town_clear. Cost: a look-up a word; only an unknown
 * name is compared with all. */
void ik_town_read(const ik_place_index *index, const char *text, ik_town *town);
void ik_town_clear(ik_town *town);

/* The locality of a reading as written ("Mengede"), NULL for none. Caller frees. */
char *ik_town_locality(const ik_town *town, const ik_town_reading *reading);

/* The word behind the longest run of words from `from` that is the name of a municipality or district
 * (titles in front and additions behind included); `from` itself when there is none. */
guint ik_town_prefix(const ik_place_index *index, const ik_words *words, guint from, guint to);

#endif

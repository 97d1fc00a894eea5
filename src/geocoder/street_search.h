/* street_search.h — the streets of a municipality that written words may mean.   [geocoder]
 *
 * Words are looked for as they are, then with an abbreviation written out, then with one slip of the pen, then with
 * two; the first that finds something ends the search. Digits never change.
 */
#ifndef IK_STREET_SEARCH_H
#define IK_STREET_SEARCH_H

#include "gazetteer.h"
#include "normalise.h"

typedef enum {
    IK_STREET_EXACT,
    IK_STREET_ABBREVIATED, /* "Fr.-Ebert-Str.": words that begin those of one street */
    IK_STREET_EDIT1,
    IK_STREET_EDIT2 /* long names only */
} ik_street_how;

#define IK_STREET_HITS 8

typedef struct {
    guint32 street;
    ik_street_how how;
    guint from, to; /* words of the street */
} ik_street_hit;

typedef struct {
    ik_street_hit items[IK_STREET_HITS];
    guint n;
} ik_street_hits;

/* Finds the streets of a municipality that bear the words from..to as their name. Where several differ in umlauts only
 * ("Forster Straße", "Försterstraße"), those that are as written. `hits` is empty before. */
void ik_street_search_exact(const ik_gazetteer *gazetteer, guint32 municipality,
                            const ik_words *words, guint from, guint to, ik_street_hits *hits);

/* The same for what is not written exactly: abbreviations, then slips. A linear look at the municipality's streets:
 * some microseconds. */
void ik_street_search_near(const ik_gazetteer *gazetteer, guint32 municipality,
                           const ik_words *words, guint from, guint to, ik_street_hits *hits);

#endif

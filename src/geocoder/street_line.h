/* street_line.h — a street and its house number in a row of words.   [geocoder]
 *
 * "Ottostr. 5a", "Am Aubach11", "Straße des 17. Juni 135", "Am Markt 3-5 Hinterhaus", "1 Grolmanstraße".
 */
#ifndef IK_STREET_LINE_H
#define IK_STREET_LINE_H

#include "normalise.h"

typedef struct {
    guint street_from, street_to; /* words of the street; empty when there is none */
    guint number_from, number_to; /* words of the house number; empty when there is none */
    guint rest; /* words from here to the end are neither: locality, floor, town */
} ik_street_line;

/* Reads the words from..to. Care-of names, floors, flats and telephone numbers are left out. */
ik_street_line ik_street_line_read(const ik_words *words, guint from, guint to);

/* Where the house number starts of which the words from..to consist, with nothing else but "Nr."; `to` when they do not. */
guint ik_street_line_number(const ik_words *words, guint from, guint to);

/* Whether the words look like a street by its last word or its first ("…weg", "Am …"). */
bool ik_street_line_is_street(const ik_words *words, guint from, guint to);

/* Whether word `i` starts something that is no part of an address on the map: c/o, z. Hd., a floor, a
 * telephone number, an e-mail address. */
bool ik_street_line_is_aside(const ik_words *words, guint i, guint to);

#endif

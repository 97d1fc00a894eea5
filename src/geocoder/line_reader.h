/* line_reader.h — an address in one line, its parts in any sensible order, taken apart.   [geocoder]
 *
 * "Ottostr. 5, 44145 Dortmund", "DORTMUND44145 Ottostr. 5", "Königsallee Düsseldorf". The line is cut into
 * pieces at commas and line ends; the postcode is found first, the town beside it or by its name, and
 * of what is left the piece that looks most like a street is the street.
 */
#ifndef IK_LINE_READER_H
#define IK_LINE_READER_H

#include "address_parser.h"

typedef enum {
    IK_LINE_STREET, /* the column of the street: what is left is the street, whatever it looks like */
    IK_LINE_ADDRESS /* anything may stand in it */
} ik_line_kind;

/* Reads `words` and fills those members of `parts` that are NULL. Postcode and town are looked for unless
 * both are known. */
void ik_line_read(const ik_place_index *index, const ik_words *words, ik_line_kind kind,
                  ik_address_parts *parts);

/* The word that is the postcode: five digits, the likeliest if there are several; the number of words
 * when there is none. */
guint ik_line_postcode(const ik_place_index *index, const ik_words *words);

/* Whether word `i` is the country in front of the number behind it: "D-44145". */
bool ik_line_is_country(const ik_words *words, guint i);

#endif

/* readings.h — the ways in which a row of words can be a street with a number.   [geocoder]
 *
 * "Straße des 17. Juni 135" is a street and a number in three ways, "AWO Haus Ottostraße 5" in more. The index
 * decides which of them is meant: they come in the order in which they are tried.
 */
#ifndef IK_READINGS_H
#define IK_READINGS_H

#include "address_parser.h"
#include "house_number.h"

typedef struct {
    const ik_words *words; /* owned by ik_readings */
    guint from, to;        /* of the street */
    ik_house_number number;
    bool is_partial; /* words in front of the street are passed over */
} ik_reading;

typedef struct {
    ik_words street;        /* what the parser took for the street */
    bool is_borrowed;       /* `street` is the parser's */
    ik_words whole;         /* the same with the number that it took off */
    ik_words line;          /* all that was written as street or as line */
    GArray *items;          /* of ik_reading */
    ik_house_number column; /* a number in a column of its own; NONE: it stands with the street */
} ik_readings;

/* Starts with one reading, the parser's own, or none where no street is written. `parts` must outlive it. Release with ik_readings_clear. */
void ik_readings_init(ik_readings *readings, const ik_address_parts *parts,
                      const ik_address *address);
/* Appends the other ways of parting the same words into street and number. Once. */
void ik_readings_add_splits(ik_readings *readings, const ik_address_parts *parts,
                            const ik_address *address);
/* Appends what is left when words in front or behind are passed over. Once. */
void ik_readings_add_spans(ik_readings *readings, const ik_address *address);
void ik_readings_clear(ik_readings *readings);

#endif

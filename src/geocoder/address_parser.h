/* address_parser.h — an address in columns or in one line, taken apart.   [geocoder]
 *
 * Columns win over the line. A column may hold more than its name says: "44145 Dortmund" as city or as
 * postcode, the whole address as street. In a line the parts may stand in any sensible order.
 */
#ifndef IK_ADDRESS_PARSER_H
#define IK_ADDRESS_PARSER_H

#include "place_index.h"

#include <ideenkarte/geocoder.h>

/* Every string is owned, trimmed, and NULL where the address does not say it. */
typedef struct {
    char *street, *house_number;
    char *postcode;       /* five digits */
    char *bad_postcode;   /* what stands where a postcode should, but is none: "4414" */
    char *other_postcode; /* a second one that says something else */
    char *city;           /* as written, for town.h */
    char *postbox;        /* "Postfach 10 12 13" */
    bool is_known;        /* postcode and city are borrowed from the address */
    ik_words
        street_words; /* of `street`, where its column holds nothing else; without items otherwise */
    const char *cut_field; /* the field that was too long to be read whole, or NULL; static */
    const char *bad_field; /* the field that was no valid UTF-8, or NULL; static */
} ik_address_parts;

/* Takes `address` apart. Release with ik_address_parts_clear. Never fails. */
void ik_address_parts_read(const ik_place_index *index, const ik_address *address,
                           ik_address_parts *parts);
/* The same where postcode and city are columns that need no reading (known_town.h): they are borrowed as they are. */
void ik_address_parts_read_known(const ik_place_index *index, const ik_address *address,
                                 ik_address_parts *parts);
void ik_address_parts_clear(ik_address_parts *parts);

#endif

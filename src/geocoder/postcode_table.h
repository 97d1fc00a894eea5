/* postcode_table.h — what the table of postcodes says about a code.   [geocoder] */
#ifndef IK_POSTCODE_TABLE_H
#define IK_POSTCODE_TABLE_H

#include <ideenkarte/territory.h>

/* Index of the code (NULL allowed); IK_NONE when the territory does not have it. */
guint32 ik_postcode_find(const ik_territory *territory, const char *code);

/* Whether the postcode (index, may be IK_NONE) is one of the municipality. */
bool ik_postcode_covers(const ik_territory *territory, guint32 postcode, guint32 municipality);

/* The municipality of the postcode with most inhabitants; the smallest AGS among equals. */
guint32 ik_postcode_largest(const ik_territory *territory, guint32 postcode);

/* Whether a code, known or not, shares its leading region (two digits) with a code of the municipality.
 * Large recipients and postboxes of a town have such codes of their own. */
bool ik_postcode_is_near(const ik_territory *territory, const char *code, guint32 municipality);

/* Whether a code that is not in the table could be one of the territory: it shares three digits with one. */
bool ik_postcode_is_plausible(const ik_territory *territory, const char *code);

#endif

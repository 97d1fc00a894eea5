/* expectation.h — the second half of a fault: what was expected instead, ready to be shown.   [geocoder]
 *
 * Names and postcodes only, no words, so that one text serves every language.
 */
#ifndef IK_EXPECTATION_H
#define IK_EXPECTATION_H

#include <ideenkarte/territory.h>

/* "Dortmund", "Düren / Jülich", "Ahaus / Ahlen / Alfter / …": at most five names; NULL for none.
 * Caller frees. */
char *ik_expected_names(const ik_territory *territory, const guint32 *municipalities, guint count);

/* The postcodes of a municipality: "59423, 59425, 59427", or "44135–44388" when there are more than
 * three. IK_NONE asks for the range of the whole territory. NULL for none. Caller frees. */
char *ik_expected_postcodes(const ik_territory *territory, guint32 municipality);

#endif

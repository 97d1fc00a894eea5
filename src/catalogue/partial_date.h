/* partial_date.h — dates as people write them, as exact as they are known.   [catalogue]
 *
 * Read are "2016", "2016-09", "2016-09-05", "5.9.2016", "05.09.2016", "9.2016", "9/2016", "September 2016" and
 * "5. September 2016" with German or English names of months. Years 1900 to 2199.
 */
#ifndef IK_PARTIAL_DATE_H
#define IK_PARTIAL_DATE_H

#include <glib.h>

/* "YYYY", "YYYY-MM" or "YYYY-MM-DD"; NULL when `text` is no date or names a day that does not exist. Caller frees. */
char *ik_date_normalise(const char *text);

#endif

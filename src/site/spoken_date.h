/* spoken_date.h — dates as people read them.   [site] */
#ifndef IK_SPOKEN_DATE_H
#define IK_SPOKEN_DATE_H

/* "2016-10-20" as "20. Oktober 2016" or "20 October 2016", "2016-10" as "Oktober 2016"; anything else comes back
 * as it is. Caller frees. */
char *ik_date_spoken(const char *date, const char *language);

#endif

/* number_format.h — numbers as people write them.   [style]
 *
 * What ECMA-402's Intl.NumberFormat makes of a number in German and English, the same on every
 * machine. Other languages are written as English, which the reference does when it has no data.
 */
#ifndef IK_NUMBER_FORMAT_H
#define IK_NUMBER_FORMAT_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    const char *locale;   /* BCP 47: "de", "de-AT", "en-GB"; NULL: English */
    const char *currency; /* ISO 4217; NULL: none */
    const char *unit;     /* "kilometer"; NULL: none */
    double min_digits;    /* of the fraction; NaN: not given */
    double max_digits;
} ik_number_format;

/* Rounds half away from zero, groups by thousands. NULL when the digits lie outside 0..100 or are
 * fewer at most than at least, or when currency or unit are no such thing. Caller frees.
 */
char *ik_format_number(double number, const ik_number_format *format);

#endif

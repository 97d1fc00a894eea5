/* house_number.h — a house number as it is written, taken apart.   [gazetteer]
 *
 *   "12"  12          "12a" "12 A" "12/a"  12 + "a"       "7 1/2"  7 + "1/2"
 *   "12-14" "12 – 14" range 12..14         "12/14" "12+14" "3;5;7" "3, 5" list     "12a-c"  12a..12c
 *   "14/2"  14 + "/2", since the smaller number is no further house
 *
 * One reader for register and query: what is written alike is read alike.
 */
#ifndef IK_HOUSE_NUMBER_H
#define IK_HOUSE_NUMBER_H

#include <glib.h>
#include <stdbool.h>

#define IK_HOUSE_SUFFIX_BYTES 8
#define IK_HOUSE_PARTS        8

typedef struct {
    guint16 number;                     /* 1..9999 */
    char suffix[IK_HOUSE_SUFFIX_BYTES]; /* folded, "" for none: "a", "1/2" */
} ik_house_part;

typedef enum {
    IK_HOUSE_NONE,   /* no house number in the text */
    IK_HOUSE_SINGLE, /* one part */
    IK_HOUSE_RANGE,  /* two parts, from and to */
    IK_HOUSE_LIST    /* two parts and more */
} ik_house_form;

typedef struct {
    ik_house_form form;
    guint n_parts;
    ik_house_part parts[IK_HOUSE_PARTS];
} ik_house_number;

/* Reads a written number; any bytes. NONE for NULL, "" and what does not begin with a number ("Nr." in front is
 * passed over). What stands behind the number and is no part of one is left out. Never allocates. */
ik_house_number ik_house_number_read(const char *text);

/* The same; `is_whole` tells whether nothing but full stops was left out. */
ik_house_number ik_house_number_read_whole(const char *text, bool *is_whole);

/* By number, then suffix. */
int ik_house_part_compare(const ik_house_part *a, const ik_house_part *b);

#endif

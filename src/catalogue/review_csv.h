/* review_csv.h — what was not placed and what a person should look at, for a spreadsheet.   [catalogue]
 *
 * CSV as German Excel opens it: `;`, UTF-8 with byte order mark, CRLF, cells that would run defused. The reasons stand
 * there as sentences in German and English.
 */
#ifndef IK_REVIEW_CSV_H
#define IK_REVIEW_CSV_H

#include <ideenkarte/catalogue.h>

/* rejects.csv: file line id column code read expected reason_de reason_en record. Caller frees. */
char *ik_rejects_to_csv(const ik_records *records);

/* review.csv: every project with status CHECK and every event with a fault; file line id title status score match
 * municipality region faults reason_de reason_en address. Caller frees. */
char *ik_review_to_csv(const ik_records *records, const ik_territory *territory);

#endif

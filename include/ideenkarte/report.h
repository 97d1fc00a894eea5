/* report.h — coverage figures as files and tables.   [site]
 *
 * Every form says what the figures stand on: inhabitants with source and date, records to check, records rejected.
 */
#ifndef IDEENKARTE_REPORT_H
#define IDEENKARTE_REPORT_H

#include <ideenkarte/coverage.h>

G_BEGIN_DECLS

typedef enum {
    IK_REPORT_TABLE, /* aligned columns for a terminal */
    IK_REPORT_CSV,
    IK_REPORT_JSON,
    IK_REPORT_MARKDOWN,
    IK_REPORT_HTML, /* one page, complete in itself */
    IK_N_REPORT_FORMATS
} ik_report_format;

/* Reads "table", "csv", "json", "md" or "html". False when it is none of them. */
bool ik_report_format_parse(const char *name, ik_report_format *format);

/* Figures in a format and language; CSV and JSON are the same in every language. Caller frees. */
char *ik_coverage_format(const ik_coverage *coverage, const ik_territory *territory,
                         ik_report_format format, const char *language);

/* White spots, the first `limit` of them, and gains. `coverage` says what was counted. Caller frees. */
char *ik_white_spots_format(const ik_white_spots *spots, const ik_coverage *coverage,
                            const ik_territory *territory, ik_report_format format,
                            const char *language, guint limit);

/* CSV for Excel: UTF-8 with BOM, `;`, decimal comma, a row for each row of the coverage and a total, with the sources
 * of the inhabitants of each and, in the total, the records that were rejected. Caller frees. */
char *ik_coverage_to_csv(const ik_coverage *coverage, const ik_territory *territory);
/* JSON with the base of the figures (population source, records to check, rejected, attribution). Caller frees. */
char *ik_coverage_to_json(const ik_coverage *coverage, const ik_territory *territory);

G_END_DECLS

#endif

/* report.h — coverage figures as files and tables.   [site] */
#ifndef IDEENKARTE_REPORT_H
#define IDEENKARTE_REPORT_H

#include <ideenkarte/coverage.h>

G_BEGIN_DECLS

/* CSV for Excel: UTF-8 with BOM, `;`, a row for each row of the coverage and a total. Caller frees. */
char *ik_coverage_to_csv(const ik_coverage *coverage);
/* JSON with the base of the figures (population source, records to check, rejected, attribution). Caller frees. */
char *ik_coverage_to_json(const ik_coverage *coverage, const ik_territory *territory);
/* Aligned columns for a terminal, headings and numbers in `language`. Caller frees. */
char *ik_coverage_to_table(const ik_coverage *coverage, const char *language);

G_END_DECLS

#endif

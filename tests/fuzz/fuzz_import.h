/* fuzz_import.h — what must hold of records, whatever the file they were read from.   [tests] */
#ifndef IK_FUZZ_IMPORT_H
#define IK_FUZZ_IMPORT_H

#include <ideenkarte/catalogue.h>

#include "fuzz_support.h"

/* Text fit to publish, or NULL. */
void fuzz_require_clean(const char *text);

/* Every fault has a code with texts in both languages, and each sentence can be shown. */
void fuzz_require_faults(const ik_faults *faults);

/* All of what import promises of projects, events and rejects. */
void fuzz_require_projects(const ik_records *records);
void fuzz_require_events(const ik_records *records, guint n_regions);
void fuzz_require_rejects(const ik_records *records);

/* Records of the file, without the header; what was read and what was turned away must add up to it. */
guint fuzz_count_records(const void *data, size_t size);

#endif

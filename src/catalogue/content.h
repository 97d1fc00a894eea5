/* content.h — what makes up the content of a record, for telling whether it changed.   [catalogue] */
#ifndef IK_CONTENT_H
#define IK_CONTENT_H

#include "history.h"

/* XXH3 over everything of a record but where it stands in its file and where its marker was moved, 32 hex digits.
 * Caller frees. */
char *ik_project_content_hash(const ik_project *project, const ik_territory *territory);
char *ik_event_content_hash(const ik_event *event, const ik_territory *territory);

/* Reads fields of stored records: two prepared statements. */
typedef struct {
    ik_statement *fields; /* one row, a column a field */
    ik_statement *extra;  /* a row a further column of the list; NULL: there are none */
} ik_content_reader;

bool ik_content_reader_init(ik_content_reader *reader, ik_db *db, ik_past_kind kind,
                            GError **error);
void ik_content_reader_clear(ik_content_reader *reader);

/* The fields of a record that hold something: NULL-terminated pairs of name and text, none when there is no such record.
 * Caller frees; NULL on errors. */
char **ik_content_read(const ik_content_reader *reader, const char *id, GError **error);

#endif

/* history.h — what a catalogue was before, and what an import changes.   [catalogue]
 *
 * Every id that ever was keeps its number. A record is compared with the one of the same id in the former catalogue:
 * equal hashes of the content mean unchanged; otherwise the fields as the tables hold them decide, so that a new way to
 * hash makes nothing look changed. Where a record stands in its file, and where its marker was moved to make room for
 * others, is no content.
 */
#ifndef IK_HISTORY_H
#define IK_HISTORY_H

#include "store.h"

typedef enum { IK_PAST_PROJECTS, IK_PAST_EVENTS, IK_N_PASTS } ik_past_kind;

typedef struct ik_history ik_history;

/* Reads the past of `former` (borrowed; NULL: none). */
ik_history *ik_history_new(ik_db *former, GError **error);
void ik_history_free(ik_history *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_history, ik_history_free)

/* The number of an id: that which it always had, or the next free one. */
gint64 ik_history_number(ik_history *history, ik_past_kind kind, const char *id);

/* Stores the former history and the new import; `db` holds all records of `input`, with their numbers. */
bool ik_history_store(ik_history *history, ik_db *db, const ik_store_input *input,
                      ik_import_summary *summary, GError **error);

#endif

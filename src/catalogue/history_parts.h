/* history_parts.h — what the past of a catalogue is made of.   [catalogue] */
#ifndef IK_HISTORY_PARTS_H
#define IK_HISTORY_PARTS_H

#include "history.h"

/* One id that is or once was. */
typedef struct {
    gint64 fid;
    char *hash;    /* of the content when it last changed; NULL: not known */
    char *title;   /* then */
    guint run;     /* of that change */
    bool was_gone; /* that change took it away; also: there was none */
    bool is_seen;  /* the new import has it */
} ik_past_record;

typedef struct {
    GHashTable *by_id; /* id, owned -> ik_past_record, owned */
    gint64 highest;    /* number given so far */
} ik_past_records;

struct ik_history {
    ik_db *former; /* borrowed; NULL: none */
    guint run;     /* of the new import */
    ik_past_records pasts[IK_N_PASTS];
};

/* "project", "event": what the tables say for a kind. */
const char *ik_past_name(ik_past_kind kind);

/* Compares the records of one kind with their past, and stores what is new, changed and gone; counts them. */
bool ik_history_compare(const ik_history *history, ik_past_kind kind, ik_db *db,
                        const ik_store_input *input, ik_change_counts *counts, GError **error);

#endif

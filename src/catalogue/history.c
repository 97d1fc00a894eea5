/* history.c — what a catalogue was before, and what an import changes.   [catalogue] */
#include "history_parts.h"
#include "rows.h"

const char *ik_past_name(ik_past_kind kind)
{
    return kind == IK_PAST_PROJECTS ? "project" : "event";
}

/* --- the past --------------------------------------------------------------------------------- */

static void past_record_free(gpointer data)
{
    ik_past_record *record = data;
    g_free(record->hash);
    g_free(record->title);
    g_free(record);
}

static ik_past_record *past_record_of(ik_past_records *past, const char *id)
{
    ik_past_record *record = g_hash_table_lookup(past->by_id, id);
    if (record == NULL) {
        record = g_new0(ik_past_record, 1);
        record->was_gone = true;
        g_hash_table_insert(past->by_id, g_strdup(id), record);
    }
    return record;
}

/* Later changes of an id replace earlier ones. */
static void read_change(ik_past_records *past, ik_statement *query)
{
    const char *id = ik_column_text(query, 0);
    ik_past_record *record = past_record_of(past, id == NULL ? "" : id);
    record->fid = ik_column_integer(query, 1);
    record->was_gone = g_strcmp0(ik_column_text(query, 2), "gone") == 0;
    g_free(record->title);
    record->title = g_strdup(ik_column_text(query, 3));
    g_free(record->hash);
    record->hash = g_strdup(ik_column_text(query, 4));
    record->run = (guint)ik_column_integer(query, 5);
    past->highest = MAX(past->highest, record->fid);
}

static bool read_past(ik_history *history, ik_past_kind kind, GError **error)
{
    g_autoptr(ik_statement) query =
        ik_statement_new(history->former,
                         "SELECT id, fid, change, title, content_hash, run FROM changes"
                         " WHERE record = ? ORDER BY run, fid",
                         error);
    if (query == NULL)
        return false;
    ik_bind_text(query, 1, ik_past_name(kind));
    for (bool row = true; row;) {
        if (!ik_statement_step(query, &row, error))
            return false;
        if (row)
            read_change(&history->pasts[kind], query);
    }
    return true;
}

static bool read_run(ik_history *history, GError **error)
{
    g_autoptr(ik_statement) query =
        ik_statement_new(history->former, "SELECT coalesce(max(run), 0) FROM imports", error);
    bool row;
    if (query == NULL || !ik_statement_step(query, &row, error))
        return false;
    history->run = (guint)ik_column_integer(query, 0) + 1;
    return true;
}

ik_history *ik_history_new(ik_db *former, GError **error)
{
    g_autoptr(ik_history) history = g_new0(ik_history, 1);
    history->former = former;
    history->run = 1;
    for (guint kind = 0; kind < IK_N_PASTS; kind++)
        history->pasts[kind].by_id =
            g_hash_table_new_full(g_str_hash, g_str_equal, g_free, past_record_free);
    if (former != NULL && !read_run(history, error))
        return NULL;
    for (guint kind = 0; former != NULL && kind < IK_N_PASTS; kind++)
        if (!read_past(history, (ik_past_kind)kind, error))
            return NULL;
    return g_steal_pointer(&history);
}

void ik_history_free(ik_history *history)
{
    if (history == NULL)
        return;
    for (guint kind = 0; kind < IK_N_PASTS; kind++)
        g_hash_table_unref(history->pasts[kind].by_id);
    g_free(history);
}

gint64 ik_history_number(ik_history *history, ik_past_kind kind, const char *id)
{
    ik_past_records *past = &history->pasts[kind];
    ik_past_record *record = past_record_of(past, id);
    if (record->fid == 0)
        record->fid = ++past->highest;
    return record->fid;
}

/* --- storing ---------------------------------------------------------------------------------- */

static bool copy_former(const ik_history *history, ik_db *db, GError **error)
{
    static const char *const tables[] = {"imports", "changes", "change_fields"};
    for (guint i = 0; history->former != NULL && i < G_N_ELEMENTS(tables); i++) {
        g_autofree char *select = g_strdup_printf("SELECT * FROM %s", tables[i]);
        if (!ik_rows_copy(history->former, select, db, tables[i], error))
            return false;
    }
    return true;
}

/* Foreign keys are not looked at meanwhile: the run's own row is stored last, when its counts are known. */
static bool store_run(ik_db *db, const char *label, const ik_import_summary *summary,
                      GError **error)
{
    const ik_change_counts *counts[] = {&summary->projects, &summary->events};
    g_autoptr(ik_statement) insert =
        ik_statement_new(db, "INSERT INTO imports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
    if (insert == NULL)
        return false;
    ik_bind_integer(insert, 1, summary->run);
    ik_bind_text(insert, 2, label);
    for (int i = 0; i < 2; i++) {
        ik_bind_integer(insert, 3 + 4 * i, counts[i]->created);
        ik_bind_integer(insert, 4 + 4 * i, counts[i]->changed);
        ik_bind_integer(insert, 5 + 4 * i, counts[i]->gone);
        ik_bind_integer(insert, 6 + 4 * i, counts[i]->unchanged);
    }
    ik_bind_integer(insert, 11, summary->rejects);
    return ik_statement_run(insert, error);
}

bool ik_history_store(ik_history *history, ik_db *db, const ik_store_input *input,
                      ik_import_summary *summary, GError **error)
{
    *summary = (ik_import_summary){.run = history->run, .rejects = input->records->rejects->len};
    return copy_former(history, db, error) &&
           ik_history_compare(history, IK_PAST_PROJECTS, db, input, &summary->projects, error) &&
           ik_history_compare(history, IK_PAST_EVENTS, db, input, &summary->events, error) &&
           store_run(db, input->label, summary, error);
}

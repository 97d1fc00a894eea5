/* history_compare.c — records of an import against the past of the catalogue.   [catalogue] */
#include "content.h"
#include "history_parts.h"

#include <string.h>

/* What compares the records of one kind and stores the changes; borrows everything. */
typedef struct {
    const ik_history *history;
    ik_past_kind kind;
    const ik_territory *territory;
    ik_statement *change, *field, *rehash, *reject;
    ik_content_reader before, after; /* before: zero when there is no former catalogue */
    ik_change_counts *counts;
} comparison;

/* --- comparing -------------------------------------------------------------------------------- */

static bool store_change(const comparison *with, const char *id, const ik_past_record *record,
                         const char *const what[3], GError **error)
{
    ik_bind_integer(with->change, 1, with->history->run);
    ik_bind_text(with->change, 2, ik_past_name(with->kind));
    ik_bind_integer(with->change, 3, record->fid);
    ik_bind_text(with->change, 4, id);
    for (int i = 0; i < 3; i++)
        ik_bind_text(with->change, 5 + i, what[i]);
    return ik_statement_run(with->change, error);
}

static bool store_field(const comparison *with, gint64 fid, const char *const what[3],
                        GError **error)
{
    ik_bind_integer(with->field, 1, with->history->run);
    ik_bind_text(with->field, 2, ik_past_name(with->kind));
    ik_bind_integer(with->field, 3, fid);
    for (int i = 0; i < 3; i++)
        ik_bind_text(with->field, 4 + i, what[i]);
    return ik_statement_run(with->field, error);
}

static const char *value_of(char *const *pairs, const char *name)
{
    for (; *pairs != NULL; pairs += 2)
        if (strcmp(pairs[0], name) == 0)
            return pairs[1];
    return NULL;
}

/* Stores the fields that differ and counts them; G_MAXUINT on errors. */
static guint compare_fields(const comparison *with, gint64 fid, char *const *before,
                            char *const *after, GError **error)
{
    guint n = 0;
    for (char *const *pair = before; *pair != NULL; pair += 2) {
        const char *const what[] = {pair[0], pair[1], value_of(after, pair[0])};
        if (g_strcmp0(what[1], what[2]) == 0)
            continue;
        n++;
        if (!store_field(with, fid, what, error))
            return G_MAXUINT;
    }
    for (char *const *pair = after; *pair != NULL; pair += 2) {
        const char *const what[] = {pair[0], NULL, pair[1]};
        if (value_of(before, pair[0]) != NULL)
            continue;
        n++;
        if (!store_field(with, fid, what, error))
            return G_MAXUINT;
    }
    return n;
}

/* The hash of the change that made the record what it is still. */
static bool replace_hash(const comparison *with, const ik_past_record *record, const char *hash,
                         GError **error)
{
    ik_bind_text(with->rehash, 1, hash);
    ik_bind_integer(with->rehash, 2, record->run);
    ik_bind_text(with->rehash, 3, ik_past_name(with->kind));
    ik_bind_integer(with->rehash, 4, record->fid);
    return ik_statement_run(with->rehash, error);
}

static bool compare_contents(const comparison *with, const char *id, const ik_past_record *record,
                             const char *const what[3], GError **error)
{
    g_auto(GStrv) before = ik_content_read(&with->before, id, error);
    g_auto(GStrv) after = before == NULL ? NULL : ik_content_read(&with->after, id, error);
    if (after == NULL)
        return false;
    const guint n = compare_fields(with, record->fid, before, after, error);
    if (n == G_MAXUINT)
        return false;
    if (n == 0) {
        with->counts->unchanged++;
        return replace_hash(with, record, what[2], error);
    }
    with->counts->changed++;
    return store_change(with, id, record, what, error);
}

static bool compare_record(const comparison *with, const char *id, const char *title,
                           const char *hash, GError **error)
{
    ik_past_record *record = g_hash_table_lookup(with->history->pasts[with->kind].by_id, id);
    record->is_seen = true;
    if (record->was_gone) {
        const char *const what[] = {"new", title, hash};
        with->counts->created++;
        return store_change(with, id, record, what, error);
    }
    if (record->hash != NULL && strcmp(record->hash, hash) == 0) {
        with->counts->unchanged++;
        return true;
    }
    const char *const what[] = {"changed", title, hash};
    return compare_contents(with, id, record, what, error);
}

static bool compare_projects(const comparison *with, const ik_records *records, GError **error)
{
    for (guint i = 0; i < records->projects->len; i++) {
        const ik_project *project = g_ptr_array_index(records->projects, i);
        g_autofree char *hash = ik_project_content_hash(project, with->territory);
        if (!compare_record(with, project->id, project->title, hash, error))
            return false;
    }
    return true;
}

static bool compare_events(const comparison *with, const ik_records *records, GError **error)
{
    for (guint i = 0; i < records->events->len; i++) {
        const ik_event *event = g_ptr_array_index(records->events, i);
        g_autofree char *hash = ik_event_content_hash(event, with->territory);
        if (!compare_record(with, event->id, event->title, hash, error))
            return false;
    }
    return true;
}

/* --- what is gone ----------------------------------------------------------------------------- */

/* A record that is among the rejects now went for that reason. */
static bool store_reject(const comparison *with, const char *id, gint64 fid, GError **error)
{
    bool row;
    ik_bind_text(with->reject, 1, id);
    if (!ik_statement_step(with->reject, &row, error))
        return false;
    if (!row)
        return true;
    const char *const what[] = {"reject", NULL, ik_column_text(with->reject, 0)};
    bool stored = store_field(with, fid, what, error);
    while (stored && row)
        stored = ik_statement_step(with->reject, &row, error);
    return stored;
}

static bool store_gone(const comparison *with, const char *id, const ik_past_record *record,
                       GError **error)
{
    char *const none[] = {NULL};
    const char *const what[] = {"gone", record->title, NULL};
    g_auto(GStrv) before = ik_content_read(&with->before, id, error);
    with->counts->gone++;
    return before != NULL && store_change(with, id, record, what, error) &&
           compare_fields(with, record->fid, before, none, error) != G_MAXUINT &&
           store_reject(with, id, record->fid, error);
}

static gint compare_ids_by_number(gconstpointer a, gconstpointer b, gpointer by_id)
{
    const ik_past_record *left = g_hash_table_lookup(by_id, *(const char *const *)a);
    const ik_past_record *right = g_hash_table_lookup(by_id, *(const char *const *)b);
    return (left->fid > right->fid) - (left->fid < right->fid);
}

static bool store_all_gone(const comparison *with, GError **error)
{
    GHashTable *by_id = with->history->pasts[with->kind].by_id;
    g_autoptr(GPtrArray) gone = g_ptr_array_new();
    GHashTableIter iterator;
    gpointer id, record;
    g_hash_table_iter_init(&iterator, by_id);
    while (g_hash_table_iter_next(&iterator, &id, &record))
        if (!((ik_past_record *)record)->is_seen && !((ik_past_record *)record)->was_gone)
            g_ptr_array_add(gone, id);
    g_ptr_array_sort_with_data(gone, compare_ids_by_number, by_id);
    for (guint i = 0; i < gone->len; i++) {
        const char *of = g_ptr_array_index(gone, i);
        if (!store_gone(with, of, g_hash_table_lookup(by_id, of), error))
            return false;
    }
    return true;
}

/* --- one kind ---------------------------------------------------------------------------------- */

static bool open_comparison(comparison *with, ik_db *db, GError **error)
{
    with->change = ik_statement_new(db, "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?)", error);
    with->field =
        with->change == NULL
            ? NULL
            : ik_statement_new(db, "INSERT INTO change_fields VALUES (?, ?, ?, ?, ?, ?)", error);
    with->rehash = with->field == NULL
                       ? NULL
                       : ik_statement_new(db,
                                          "UPDATE changes SET content_hash = ? WHERE run = ? AND "
                                          "record = ? AND fid = ?",
                                          error);
    with->reject = with->rehash == NULL
                       ? NULL
                       : ik_statement_new(db,
                                          "SELECT file || ':' || line || ': ' || code FROM rejects "
                                          "WHERE record_id = ? ORDER BY fid LIMIT 1",
                                          error);
    return with->reject != NULL && ik_content_reader_init(&with->after, db, with->kind, error) &&
           (with->history->former == NULL ||
            ik_content_reader_init(&with->before, with->history->former, with->kind, error));
}

static void close_comparison(comparison *with)
{
    ik_statement_free(with->change);
    ik_statement_free(with->field);
    ik_statement_free(with->rehash);
    ik_statement_free(with->reject);
    ik_content_reader_clear(&with->before);
    ik_content_reader_clear(&with->after);
}

bool ik_history_compare(const ik_history *history, ik_past_kind kind, ik_db *db,
                        const ik_store_input *input, ik_change_counts *counts, GError **error)
{
    comparison with = {
        .history = history, .kind = kind, .territory = input->territory, .counts = counts};
    const bool done = open_comparison(&with, db, error) &&
                      (kind == IK_PAST_PROJECTS ? compare_projects(&with, input->records, error)
                                                : compare_events(&with, input->records, error)) &&
                      store_all_gone(&with, error);
    close_comparison(&with);
    return done;
}

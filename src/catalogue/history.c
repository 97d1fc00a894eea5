/* history.c — what a catalogue was before, and what an import changes.   [catalogue] */
#include "content.h"
#include "rows.h"

#include <string.h>

/* One id that is or once was. */
typedef struct {
    gint64 fid;
    char *hash;    /* of the content when it last changed; NULL: not known */
    char *title;   /* then */
    guint run;     /* of that change */
    bool was_gone; /* that change took it away; also: there was none */
    bool is_seen;  /* the new import has it */
} past_record;

typedef struct {
    GHashTable *by_id; /* id, owned -> past_record, owned */
    gint64 highest;    /* number given so far */
} past_records;

struct ik_history {
    ik_db *former; /* borrowed; NULL: none */
    guint run;     /* of the new import */
    past_records pasts[IK_N_PASTS];
};

/* What compares the records of one kind and stores the changes; borrows everything. */
typedef struct {
    const ik_history *history;
    ik_past_kind kind;
    const ik_territory *territory;
    ik_statement *change, *field, *rehash, *reject;
    ik_content_reader before, after; /* before: zero when there is no former catalogue */
    ik_change_counts *counts;
} comparison;

static const char *const record_names[IK_N_PASTS] = {"project", "event"};

/* --- the past --------------------------------------------------------------------------------- */

static void past_record_free(gpointer data)
{
    past_record *record = data;
    g_free(record->hash);
    g_free(record->title);
    g_free(record);
}

static past_record *past_record_of(past_records *past, const char *id)
{
    past_record *record = g_hash_table_lookup(past->by_id, id);
    if (record == NULL) {
        record = g_new0(past_record, 1);
        record->was_gone = true;
        g_hash_table_insert(past->by_id, g_strdup(id), record);
    }
    return record;
}

/* Later changes of an id replace earlier ones. */
static void read_change(past_records *past, ik_statement *query)
{
    const char *id = ik_column_text(query, 0);
    past_record *record = past_record_of(past, id == NULL ? "" : id);
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
    ik_bind_text(query, 1, record_names[kind]);
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
    past_records *past = &history->pasts[kind];
    past_record *record = past_record_of(past, id);
    if (record->fid == 0)
        record->fid = ++past->highest;
    return record->fid;
}

/* --- comparing -------------------------------------------------------------------------------- */

static bool store_change(const comparison *with, const char *id, const past_record *record,
                         const char *const what[3], GError **error)
{
    ik_bind_integer(with->change, 1, with->history->run);
    ik_bind_text(with->change, 2, record_names[with->kind]);
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
    ik_bind_text(with->field, 2, record_names[with->kind]);
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
static bool replace_hash(const comparison *with, const past_record *record, const char *hash,
                         GError **error)
{
    ik_bind_text(with->rehash, 1, hash);
    ik_bind_integer(with->rehash, 2, record->run);
    ik_bind_text(with->rehash, 3, record_names[with->kind]);
    ik_bind_integer(with->rehash, 4, record->fid);
    return ik_statement_run(with->rehash, error);
}

static bool compare_contents(const comparison *with, const char *id, const past_record *record,
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
    past_record *record = g_hash_table_lookup(with->history->pasts[with->kind].by_id, id);
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

static bool store_gone(const comparison *with, const char *id, const past_record *record,
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
    const past_record *left = g_hash_table_lookup(by_id, *(const char *const *)a);
    const past_record *right = g_hash_table_lookup(by_id, *(const char *const *)b);
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
        if (!((past_record *)record)->is_seen && !((past_record *)record)->was_gone)
            g_ptr_array_add(gone, id);
    g_ptr_array_sort_with_data(gone, compare_ids_by_number, by_id);
    for (guint i = 0; i < gone->len; i++) {
        const char *of = g_ptr_array_index(gone, i);
        if (!store_gone(with, of, g_hash_table_lookup(by_id, of), error))
            return false;
    }
    return true;
}

/* --- storing ---------------------------------------------------------------------------------- */

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

static bool compare_kind(const ik_history *history, ik_past_kind kind, ik_db *db,
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
           compare_kind(history, IK_PAST_PROJECTS, db, input, &summary->projects, error) &&
           compare_kind(history, IK_PAST_EVENTS, db, input, &summary->events, error) &&
           store_run(db, input->label, summary, error);
}

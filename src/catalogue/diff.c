/* diff.c — what an import of a catalogue brought against the one before.   [catalogue] */
#include "answer_rows.h"
#include "catalogue_database.h"
#include "json_writer.h"
#include "printable.h"

#include <ideenkarte/error.h>
#include <ideenkarte/text.h>

#include <string.h>

/* A row for each field of a change; new records have none. */
#define CHANGES                                                                                   \
    "SELECT c.run AS run, c.change AS change, c.record AS record, c.id AS id, c.title AS title, " \
    "f.field AS field, f.before AS before, f.after AS after FROM changes c"                       \
    " LEFT JOIN change_fields f ON f.run = c.run AND f.record = c.record AND f.fid = c.fid"       \
    " WHERE c.run = ? ORDER BY c.record DESC, c.fid, f.field"
enum { RUN, CHANGE, RECORD, ID, TITLE, FIELD, BEFORE, AFTER };

enum { MAX_SHOWN_CHARACTERS = 60 };

typedef struct {
    ik_import_summary counts;
    char *label, *former_label; /* owned; NULL: none */
} import_run;

static void import_run_clear(import_run *run)
{
    g_free(run->label);
    g_free(run->former_label);
}

/* --- the run ---------------------------------------------------------------------------------- */

static void read_counts(ik_statement *query, int first, ik_change_counts *counts)
{
    counts->created = (guint)ik_column_integer(query, first);
    counts->changed = (guint)ik_column_integer(query, first + 1);
    counts->gone = (guint)ik_column_integer(query, first + 2);
    counts->unchanged = (guint)ik_column_integer(query, first + 3);
}

static bool fail_run(ik_db *db, guint number, GError **error)
{
    g_autoptr(ik_statement) query =
        ik_statement_new(db, "SELECT coalesce(max(run), 0) FROM imports", error);
    bool row;
    if (query == NULL || !ik_statement_step(query, &row, error))
        return false;
    g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND,
                "the catalogue has no import %u; the last is %" G_GINT64_FORMAT, number,
                ik_column_integer(query, 0));
    return false;
}

static bool read_run(ik_db *db, guint number, import_run *run, GError **error)
{
    g_autoptr(ik_statement) query = ik_statement_new(
        db,
        "SELECT run, label, (SELECT label FROM imports b WHERE b.run = a.run - 1), projects_new,"
        " projects_changed, projects_gone, projects_unchanged, events_new, events_changed,"
        " events_gone, events_unchanged, rejects FROM imports a"
        " WHERE run = coalesce(nullif(?, 0), (SELECT max(run) FROM imports))",
        error);
    if (query == NULL)
        return false;
    bool row;
    ik_bind_integer(query, 1, number);
    if (!ik_statement_step(query, &row, error))
        return false;
    if (!row)
        return fail_run(db, number, error);
    run->counts.run = (guint)ik_column_integer(query, 0);
    char *unused;
    run->label = g_strdup(ik_answer_text(query, 1, &unused));
    g_free(unused);
    run->former_label = g_strdup(ik_answer_text(query, 2, &unused));
    g_free(unused);
    read_counts(query, 3, &run->counts.projects);
    read_counts(query, 7, &run->counts.events);
    run->counts.rejects = (guint)ik_column_integer(query, 11);
    return true;
}

/* --- text ------------------------------------------------------------------------------------- */

static char *printable_text(ik_statement *query, int column)
{
    char *owned;
    const char *text = ik_answer_text(query, column, &owned);
    char *shown = ik_printable(text == NULL ? "" : text);
    g_free(owned);
    if (g_utf8_strlen(shown, -1) <= MAX_SHOWN_CHARACTERS)
        return shown;
    *g_utf8_offset_to_pointer(shown, MAX_SHOWN_CHARACTERS - 1) = '\0';
    char *cut = g_strconcat(shown, "…", NULL);
    g_free(shown);
    return cut;
}

static char *run_name(guint number, const char *label)
{
    g_autofree char *shown = label == NULL ? NULL : ik_printable(label);
    return shown == NULL ? g_strdup_printf("%u", number)
                         : g_strdup_printf("%u (%s)", number, shown);
}

static void append_counts(GString *out, const char *language, const char *key,
                          const ik_change_counts *counts)
{
    g_autofree char *created = ik_text_integer(language, counts->created);
    g_autofree char *changed = ik_text_integer(language, counts->changed);
    g_autofree char *gone = ik_text_integer(language, counts->gone);
    g_autofree char *unchanged = ik_text_integer(language, counts->unchanged);
    g_autofree char *line = ik_text_format(language, key, "new", created, "changed", changed,
                                           "gone", gone, "unchanged", unchanged, NULL);
    g_string_append_printf(out, "%s\n", line);
}

static void append_head(GString *out, const char *language, const import_run *run)
{
    g_autofree char *name = run_name(run->counts.run, run->label);
    g_autofree char *former = run_name(run->counts.run - 1, run->former_label);
    g_autofree char *line =
        run->counts.run > 1
            ? ik_text_format(language, "diff.run_against", "run", name, "former", former, NULL)
            : ik_text_format(language, "diff.first_run", "run", name, NULL);
    g_string_append_printf(out, "%s\n", line);
    append_counts(out, language, "diff.projects", &run->counts.projects);
    append_counts(out, language, "diff.events", &run->counts.events);
}

static const char *sign_of(const char *change)
{
    if (g_strcmp0(change, "new") == 0)
        return "+";
    return g_strcmp0(change, "gone") == 0 ? "-" : "~";
}

/* Fields of a gone record stand in the other formats; here its reason is enough. */
static void append_field(GString *out, ik_statement *query)
{
    const bool is_gone = g_strcmp0(ik_column_text(query, CHANGE), "gone") == 0;
    if (ik_column_is_null(query, FIELD) || (is_gone && ik_column_is_null(query, AFTER)))
        return;
    g_autofree char *field = printable_text(query, FIELD);
    g_autofree char *before = printable_text(query, BEFORE);
    g_autofree char *after = printable_text(query, AFTER);
    g_string_append_printf(out, "    %s: \"%s\" → \"%s\"\n", field, before, after);
}

static void append_change(GString *out, ik_statement *query)
{
    const bool is_event = g_strcmp0(ik_column_text(query, RECORD), "event") == 0;
    g_autofree char *id = printable_text(query, ID);
    g_autofree char *title = printable_text(query, TITLE);
    g_string_append_printf(out, "%s %s%s  %s\n", sign_of(ik_column_text(query, CHANGE)),
                           is_event ? "event " : "", id, title);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void put_text(ik_json_writer *writer, const char *key, ik_statement *query, int column)
{
    char *owned;
    ik_json_key(writer, key);
    ik_json_put_string(writer, ik_answer_text(query, column, &owned));
    g_free(owned);
}

static void put_counts(ik_json_writer *writer, const char *key, const ik_change_counts *counts)
{
    const struct {
        const char *key;
        guint value;
    } members[] = {{"new", counts->created},
                   {"changed", counts->changed},
                   {"gone", counts->gone},
                   {"unchanged", counts->unchanged}};
    ik_json_key(writer, key);
    ik_json_begin_object(writer);
    for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
        ik_json_key(writer, members[i].key);
        ik_json_put_integer(writer, members[i].value);
    }
    ik_json_end_object(writer);
}

static void begin_json(ik_json_writer *writer, const import_run *run)
{
    ik_json_begin_object(writer);
    ik_json_key(writer, "run");
    ik_json_put_integer(writer, run->counts.run);
    ik_json_key(writer, "label");
    ik_json_put_string(writer, run->label);
    put_counts(writer, "projects", &run->counts.projects);
    put_counts(writer, "events", &run->counts.events);
    ik_json_key(writer, "rejects");
    ik_json_put_integer(writer, run->counts.rejects);
    ik_json_key(writer, "changes");
    ik_json_begin_array(writer);
}

static void begin_json_change(ik_json_writer *writer, ik_statement *query)
{
    ik_json_begin_object(writer);
    put_text(writer, "record", query, RECORD);
    put_text(writer, "id", query, ID);
    put_text(writer, "change", query, CHANGE);
    put_text(writer, "title", query, TITLE);
    ik_json_key(writer, "fields");
    ik_json_begin_array(writer);
}

static void end_json_change(ik_json_writer *writer)
{
    ik_json_end_array(writer);
    ik_json_end_object(writer);
}

static void put_json_field(ik_json_writer *writer, ik_statement *query)
{
    if (ik_column_is_null(query, FIELD))
        return;
    ik_json_begin_object(writer);
    put_text(writer, "field", query, FIELD);
    put_text(writer, "before", query, BEFORE);
    put_text(writer, "after", query, AFTER);
    ik_json_end_object(writer);
}

/* --- rows ------------------------------------------------------------------------------------- */

typedef struct {
    ik_answer_buffer buffer;
    ik_json_writer writer;
    char *open; /* record and id of the change being written; owned, NULL: none */
} diff_writer;

static void write_change(diff_writer *to, ik_statement *query)
{
    const bool is_json = to->buffer.answer->format == IK_ANSWER_JSON;
    const char *id = ik_column_text(query, ID);
    char *key = g_strdup_printf("%s %s", ik_column_text(query, RECORD), id == NULL ? "" : id);
    const bool is_new = g_strcmp0(key, to->open) != 0;
    if (is_new && is_json && to->open != NULL)
        end_json_change(&to->writer);
    if (is_new && is_json)
        begin_json_change(&to->writer, query);
    else if (is_new)
        append_change(to->buffer.text, query);
    if (is_json)
        put_json_field(&to->writer, query);
    else
        append_field(to->buffer.text, query);
    g_free(to->open);
    to->open = key;
}

static bool write_changes(diff_writer *to, ik_statement *query, GError **error)
{
    for (bool row = true; row;) {
        if (!ik_statement_step(query, &row, error))
            return false;
        if (row)
            write_change(to, query);
        if (!ik_answer_buffer_flush(&to->buffer, false, error))
            return false;
    }
    return true;
}

static bool write_diff(diff_writer *to, const import_run *run, ik_statement *query, GError **error)
{
    const ik_answer *answer = to->buffer.answer;
    const bool is_json = answer->format == IK_ANSWER_JSON;
    ik_json_writer_init(&to->writer, to->buffer.text, 0);
    if (is_json)
        begin_json(&to->writer, run);
    else
        append_head(to->buffer.text, answer->language != NULL ? answer->language : "de", run);
    if (!write_changes(to, query, error))
        return false;
    if (is_json && to->open != NULL)
        end_json_change(&to->writer);
    if (is_json) {
        ik_json_end_array(&to->writer);
        ik_json_end_object(&to->writer);
        g_string_append_c(to->buffer.text, '\n');
    }
    return ik_answer_buffer_flush(&to->buffer, true, error);
}

static bool write_run(ik_db *db, const import_run *run, const ik_answer *answer, GError **error)
{
    g_autoptr(ik_statement) query = ik_statement_new(db, CHANGES, error);
    if (query == NULL)
        return false;
    ik_bind_integer(query, 1, run->counts.run);
    if (answer->format == IK_ANSWER_CSV)
        return ik_answer_write(answer, query, error);
    diff_writer to = {.open = NULL};
    ik_answer_buffer_init(&to.buffer, answer);
    const bool written = write_diff(&to, run, query, error);
    ik_answer_buffer_clear(&to.buffer);
    g_free(to.open);
    return written;
}

bool ik_catalogue_diff(const ik_catalogue *catalogue, guint run, const ik_answer *answer,
                       GError **error)
{
    import_run read = {0};
    const bool done = read_run(catalogue->db, run, &read, error) &&
                      write_run(catalogue->db, &read, answer, error);
    import_run_clear(&read);
    return done;
}

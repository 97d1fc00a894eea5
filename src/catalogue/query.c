/* query.c — projects of a catalogue by area, theme and status, and what a person asks in SQL.   [catalogue] */
#include "query.h"

#include "answer_rows.h"
#include "catalogue_database.h"

#include <ideenkarte/error.h>

/* What a filter may say: a condition on project_list and a question whether there is such a thing. */
typedef struct {
    const char *what;      /* for messages */
    const char *condition; /* with one parameter */
    const char *exists;    /* the key for what was written, with one parameter; NULL: as written */
    const char *known;     /* what there is, in one line; NULL: too much to say */
} criterion;

/* Areas give a set of numbers: through an index, and in the order in which they are listed. */
static const criterion criteria[] = {
    {"region",
     "fid IN (SELECT p.fid FROM municipalities m JOIN projects p ON p.municipality = m.ags"
     " WHERE m.region = ?)",
     "SELECT id FROM regions WHERE id = ?1 OR name = ?1",
     "SELECT group_concat(id, ', ') FROM (SELECT id FROM regions ORDER BY fid)"},
    {"district",
     "fid IN (SELECT p.fid FROM municipalities m JOIN projects p ON p.municipality = m.ags"
     " WHERE m.district = ?)",
     "SELECT code FROM districts WHERE code = ?1 OR name = ?1", NULL},
    {"municipality", "fid IN (SELECT p.fid FROM projects p WHERE p.municipality = ?)",
     "SELECT ags FROM municipalities WHERE ags = ?", NULL},
    {"theme",
     "EXISTS (SELECT 1 FROM project_themes t WHERE t.project = project_list.id AND t.theme = ?)",
     "SELECT key FROM themes WHERE key = ?",
     "SELECT group_concat(key, ', ') FROM (SELECT key FROM themes ORDER BY key LIMIT 30)"},
    {"status", "status = ?",
     "SELECT s FROM (SELECT 'auto' AS s UNION SELECT 'check' UNION SELECT 'reject') WHERE s = ?",
     "SELECT 'auto, check, reject'"},
};
enum { N_CRITERIA = G_N_ELEMENTS(criteria) };

/* The first column of the first row; NULL when there is none or on errors, which set `error`. Caller frees. */
static char *ask(ik_db *db, const char *sql, const char *parameter, GError **error)
{
    g_autoptr(ik_statement) query = ik_statement_new(db, sql, error);
    bool row = false;
    if (query == NULL)
        return NULL;
    if (parameter != NULL)
        ik_bind_text(query, 1, parameter);
    return ik_statement_step(query, &row, error) && row ? g_strdup(ik_column_text(query, 0)) : NULL;
}

static bool refuse(ik_db *db, const criterion *of, const char *written, GError **error)
{
    g_autofree char *known = of->known == NULL ? NULL : ask(db, of->known, NULL, NULL);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "the catalogue has no %s \"%s\"%s%s", of->what,
                written, known == NULL ? "" : "; there are ", known == NULL ? "" : known);
    return false;
}

/* Keys for what was written. */
static bool resolve(ik_db *db, const char *const written[N_CRITERIA], char *keys[N_CRITERIA],
                    GError **error)
{
    for (gsize i = 0; i < N_CRITERIA; i++) {
        GError *failure = NULL;
        if (written[i] == NULL)
            continue;
        keys[i] = ask(db, criteria[i].exists, written[i], &failure);
        if (failure != NULL)
            g_propagate_error(error, failure);
        else if (keys[i] == NULL)
            refuse(db, &criteria[i], written[i], error);
        if (keys[i] == NULL)
            return false;
    }
    return true;
}

static ik_statement *prepare(ik_db *db, const char *columns, char *const keys[N_CRITERIA],
                             GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    g_string_append_printf(sql, "SELECT %s FROM project_list", columns);
    const char *word = " WHERE ";
    for (gsize i = 0; i < N_CRITERIA; i++) {
        if (keys[i] == NULL)
            continue;
        g_string_append_printf(sql, "%s%s", word, criteria[i].condition);
        word = " AND ";
    }
    g_string_append(sql, " ORDER BY fid");
    ik_statement *query = ik_statement_new(db, sql->str, error);
    int parameter = 0;
    for (gsize i = 0; query != NULL && i < N_CRITERIA; i++)
        if (keys[i] != NULL)
            ik_bind_text(query, ++parameter, keys[i]);
    return query;
}

ik_statement *ik_project_query(ik_db *db, const char *columns, const ik_catalogue_filter *filter,
                               GError **error)
{
    static const ik_catalogue_filter none = {0};
    if (filter == NULL)
        filter = &none;
    const char *const written[N_CRITERIA] = {filter->region, filter->district, filter->municipality,
                                             filter->theme, filter->status};
    char *keys[N_CRITERIA] = {0};
    ik_statement *query =
        resolve(db, written, keys, error) ? prepare(db, columns, keys, error) : NULL;
    for (gsize i = 0; i < N_CRITERIA; i++)
        g_free(keys[i]);
    return query;
}

bool ik_catalogue_query(const ik_catalogue *catalogue, const ik_catalogue_filter *filter,
                        const ik_answer *answer, GError **error)
{
    const char *columns =
        answer->format == IK_ANSWER_TABLE ? IK_PROJECT_COLUMNS_SHOWN : IK_PROJECT_COLUMNS;
    g_autoptr(ik_statement) query = ik_project_query(catalogue->db, columns, filter, error);
    return query != NULL && ik_answer_write(answer, query, error);
}

bool ik_catalogue_query_sql(ik_catalogue *catalogue, const char *sql, const ik_answer *answer,
                            GError **error)
{
    g_autoptr(ik_statement) query = ik_statement_new_untrusted(catalogue->db, sql, error);
    return query != NULL && ik_answer_write(answer, query, error);
}

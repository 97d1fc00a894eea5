/* coverage.c — what stands where, counted by SQL on the catalogue.   [catalogue] */
#include "coverage.h"

#include <ideenkarte/error.h>

#define COLUMNS                                                                     \
    "id, name, municipalities, municipalities_with_project, population, projects, " \
    "projects_check, "                                                              \
    "organisations, events, projects_per_100k, themes"

/* As a row of the same columns; what is counted once over all areas is filled in. */
#define TOTAL                                                                                      \
    "SELECT count(DISTINCT organisation), (SELECT group_concat(theme, '|') FROM (SELECT DISTINCT " \
    "t.theme AS theme FROM assignments a JOIN project_themes t ON t.project = a.project "          \
    "ORDER BY t.theme)) FROM placed_projects"

static const char *view_of(ik_coverage_by by)
{
    switch (by) {
    case IK_COVERAGE_REGION: return "coverage_by_region";
    case IK_COVERAGE_DISTRICT: return "coverage_by_district";
    case IK_COVERAGE_MUNICIPALITY: break;
    }
    return "coverage_by_municipality";
}

static guint32 rows_expected(const ik_territory *territory, ik_coverage_by by)
{
    switch (by) {
    case IK_COVERAGE_REGION: return territory->n_regions;
    case IK_COVERAGE_DISTRICT: return territory->n_districts;
    case IK_COVERAGE_MUNICIPALITY: break;
    }
    return territory->n_municipalities;
}

static void row_free(gpointer data)
{
    ik_coverage_row *row = data;
    if (row == NULL)
        return;
    g_free(row->id);
    g_free(row->name);
    g_strfreev(row->themes);
    g_free(row);
}

void ik_coverage_free(ik_coverage *coverage)
{
    if (coverage == NULL)
        return;
    g_ptr_array_unref(coverage->rows);
    row_free(coverage->total);
    g_free(coverage);
}

static char **split_themes(const char *joined)
{
    return joined == NULL ? g_new0(char *, 1) : g_strsplit(joined, "|", -1);
}

static ik_coverage_row *read_row(ik_statement *query)
{
    ik_coverage_row *row = g_new0(ik_coverage_row, 1);
    row->id = g_strdup(ik_column_text(query, 0));
    row->name = g_strdup(ik_column_text(query, 1));
    row->municipalities = (guint32)ik_column_integer(query, 2);
    row->municipalities_with_project = (guint32)ik_column_integer(query, 3);
    row->population = (guint64)ik_column_integer(query, 4);
    row->projects = (guint32)ik_column_integer(query, 5);
    row->projects_check = (guint32)ik_column_integer(query, 6);
    row->organisations = (guint32)ik_column_integer(query, 7);
    row->events = (guint32)ik_column_integer(query, 8);
    row->projects_per_100k = ik_column_real(query, 9);
    row->themes = split_themes(ik_column_text(query, 10));
    return row;
}

static bool read_rows(ik_db *db, ik_coverage *coverage, GError **error)
{
    g_autofree char *sql =
        g_strdup_printf("SELECT " COLUMNS " FROM %s ORDER BY fid", view_of(coverage->by));
    g_autoptr(ik_statement) query = ik_statement_new(db, sql, error);
    bool row = query != NULL;
    while (row) {
        if (!ik_statement_step(query, &row, error))
            return false;
        if (row)
            g_ptr_array_add(coverage->rows, read_row(query));
    }
    return query != NULL;
}

static void add_rows(const GPtrArray *rows, ik_coverage_row *total)
{
    for (guint i = 0; i < rows->len; i++) {
        const ik_coverage_row *row = g_ptr_array_index(rows, i);
        total->municipalities += row->municipalities;
        total->municipalities_with_project += row->municipalities_with_project;
        total->population += row->population;
        total->projects += row->projects;
        total->projects_check += row->projects_check;
        total->events += row->events;
    }
    if (total->population > 0)
        total->projects_per_100k = total->projects * 100000.0 / (double)total->population;
}

static bool read_total(ik_db *db, ik_coverage *coverage, GError **error)
{
    g_autoptr(ik_statement) query = ik_statement_new(db, TOTAL, error);
    bool row = false;
    if (query == NULL || !ik_statement_step(query, &row, error))
        return false;
    ik_coverage_row *total = g_new0(ik_coverage_row, 1);
    total->id = g_strdup("total");
    total->name = g_strdup("");
    total->organisations = (guint32)ik_column_integer(query, 0);
    total->themes = split_themes(ik_column_text(query, 1));
    add_rows(coverage->rows, total);
    coverage->total = total;
    return true;
}

static bool read_base(ik_db *db, ik_coverage *coverage, GError **error)
{
    g_autoptr(ik_statement) query = ik_statement_new(
        db, "SELECT (SELECT count(*) FROM rejects), (SELECT count(*) FROM events)", error);
    bool row = false;
    if (query == NULL || !ik_statement_step(query, &row, error))
        return false;
    coverage->rejected = (guint32)ik_column_integer(query, 0);
    coverage->events_elsewhere = (guint32)ik_column_integer(query, 1) - coverage->total->events;
    return true;
}

static bool check_territory(const ik_coverage *coverage, const ik_territory *territory,
                            GError **error)
{
    const guint32 expected = rows_expected(territory, coverage->by);
    if (coverage->rows->len == expected)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "catalogue holds another territory: %s has %u rows, expected %u",
                view_of(coverage->by), coverage->rows->len, expected);
    return false;
}

ik_coverage *ik_coverage_compute(ik_db *db, const ik_territory *territory, ik_coverage_by by,
                                 GError **error)
{
    g_autoptr(ik_coverage) coverage = g_new0(ik_coverage, 1);
    coverage->by = by;
    coverage->rows = g_ptr_array_new_with_free_func(row_free);
    if (!read_rows(db, coverage, error) || !check_territory(coverage, territory, error) ||
        !read_total(db, coverage, error) || !read_base(db, coverage, error))
        return NULL;
    return g_steal_pointer(&coverage);
}

/* survey.c — what a catalogue says about placed projects and events, as plain arrays.   [catalogue] */
#include "survey.h"

#include "catalogue_database.h"

#include <ideenkarte/error.h>
#include <string.h>

static const char projects_sql[] =
    "SELECT p.municipality, p.organisation, p.status, q.match, q.start_date, q.end_date,"
    " q.position_lon, q.position_lat, p.fid"
    " FROM placed_projects p JOIN projects q ON q.fid = p.fid ORDER BY p.fid";
static const char themes_sql[] =
    "SELECT p.fid, t.theme FROM placed_projects p JOIN project_themes t ON t.project = p.project"
    " ORDER BY p.fid, t.theme";
static const char events_sql[] =
    "SELECT title, date, date_note, place, region, municipality FROM events ORDER BY fid";

static void clear_event(gpointer data)
{
    ik_survey_event *event = data;
    g_free(event->title);
    g_free(event->date);
    g_free(event->date_note);
    g_free(event->place);
}

static ik_survey *survey_new(const ik_territory *territory)
{
    ik_survey *survey = g_new0(ik_survey, 1);
    survey->territory = territory;
    survey->projects = g_array_new(FALSE, FALSE, sizeof(ik_survey_project));
    survey->project_themes = g_array_new(FALSE, FALSE, sizeof(guint32));
    survey->themes = g_ptr_array_new_with_free_func(g_free);
    survey->events = g_array_new(FALSE, FALSE, sizeof(ik_survey_event));
    g_array_set_clear_func(survey->events, clear_event);
    return survey;
}

void ik_survey_free(ik_survey *survey)
{
    if (survey == NULL)
        return;
    g_free(survey->title);
    g_free(survey->notice);
    g_array_unref(survey->projects);
    g_array_unref(survey->project_themes);
    g_ptr_array_unref(survey->themes);
    g_array_unref(survey->events);
    g_free(survey);
}

/* --- reading rows ------------------------------------------------------------------------------ */

typedef bool (*take_row_fn)(ik_survey *survey, ik_statement *row, gpointer data, GError **error);

static bool read_rows(ik_db *db, const char *sql, ik_survey *survey, take_row_fn take,
                      gpointer data, GError **error)
{
    g_autoptr(ik_statement) query = ik_statement_new(db, sql, error);
    bool row = query != NULL;
    while (row) {
        if (!ik_statement_step(query, &row, error) || (row && !take(survey, query, data, error)))
            return false;
    }
    return query != NULL;
}

static bool find_municipality(const ik_survey *survey, const char *ags, guint32 *municipality,
                              GError **error)
{
    *municipality = ags == NULL ? IK_NONE : ik_territory_find_municipality(survey->territory, ags);
    if (ags == NULL || *municipality != IK_NONE)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "the catalogue holds another territory: municipality %s is not known here", ags);
    return false;
}

/* "2016" → "2016-01-01" or "2016-12-31"; the last day of a month is not computed: 31 sorts behind it. */
static void fill_date(char *day, const char *date, const char *rest)
{
    const gsize known = date == NULL ? 0 : strlen(date);
    day[0] = '\0';
    if (known < 4 || known >= IK_DATE_SIZE)
        return;
    g_strlcpy(day, date, IK_DATE_SIZE);
    g_strlcat(day, rest + known, IK_DATE_SIZE);
}

static ik_period period_of(const char *start, const char *end)
{
    ik_period period;
    fill_date(period.first, start, "0000-01-01");
    fill_date(period.last, end, "0000-12-31");
    return period;
}

static bool is_rough(const char *match)
{
    return g_strcmp0(match, "postcode") == 0 || g_strcmp0(match, "locality") == 0 ||
           g_strcmp0(match, "municipality") == 0;
}

static bool take_project(ik_survey *survey, ik_statement *row, gpointer data, GError **error)
{
    GArray *fids = data;
    ik_survey_project project = {.organisation = (guint32)ik_column_integer(row, 1)};
    if (!find_municipality(survey, ik_column_text(row, 0), &project.municipality, error))
        return false;
    project.is_to_check = g_strcmp0(ik_column_text(row, 2), "check") == 0;
    project.is_rough = is_rough(ik_column_text(row, 3));
    project.period = period_of(ik_column_text(row, 4), ik_column_text(row, 5));
    project.position = (ik_lonlat){ik_column_real(row, 6), ik_column_real(row, 7)};
    const gint64 fid = ik_column_integer(row, 8);
    g_array_append_val(fids, fid);
    g_array_append_val(survey->projects, project);
    return true;
}

static bool take_theme(ik_survey *survey, ik_statement *row, gpointer data, GError **error)
{
    (void)data;
    (void)error;
    g_ptr_array_add(survey->themes, g_strdup(ik_column_text(row, 0)));
    return true;
}

static gint compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Projects and their themes come in the same order. */
typedef struct {
    const GArray *fids;
    guint project;
} theme_cursor;

static bool take_project_theme(ik_survey *survey, ik_statement *row, gpointer data, GError **error)
{
    (void)error;
    theme_cursor *cursor = data;
    const gint64 fid = ik_column_integer(row, 0);
    const char *theme = ik_column_text(row, 1);
    const char **found = NULL;
    /* A damaged file may have themes of projects without a list of themes. */
    if (survey->themes->len > 0)
        found = bsearch(&theme, survey->themes->pdata, survey->themes->len, sizeof(gpointer),
                        compare_texts);
    while (cursor->project < cursor->fids->len &&
           g_array_index(cursor->fids, gint64, cursor->project) < fid)
        cursor->project++;
    if (found == NULL || cursor->project == cursor->fids->len)
        return true;
    const guint32 index = (guint32)((gpointer *)(gpointer)found - survey->themes->pdata);
    ik_survey_project *project =
        &g_array_index(survey->projects, ik_survey_project, cursor->project);
    if (project->n_themes++ == 0)
        project->first_theme = survey->project_themes->len;
    g_array_append_val(survey->project_themes, index);
    return true;
}

static bool take_event(ik_survey *survey, ik_statement *row, gpointer data, GError **error)
{
    (void)data;
    const char *region = ik_column_text(row, 4), *date = ik_column_text(row, 1);
    ik_survey_event event = {0};
    if (!find_municipality(survey, ik_column_text(row, 5), &event.municipality, error))
        return false;
    event.region = region == NULL ? IK_NONE : ik_territory_find_region(survey->territory, region);
    event.title = g_strdup(ik_column_text(row, 0));
    event.date = g_strdup(date);
    event.date_note = g_strdup(ik_column_text(row, 2));
    event.place = g_strdup(ik_column_text(row, 3));
    event.period = period_of(date, date);
    g_array_append_val(survey->events, event);
    return true;
}

static bool take_about(ik_survey *survey, ik_statement *row, gpointer data, GError **error)
{
    (void)data;
    (void)error;
    const char *key = ik_column_text(row, 0);
    if (g_strcmp0(key, "title") == 0)
        survey->title = g_strdup(ik_column_text(row, 1));
    else if (g_strcmp0(key, "notice") == 0)
        survey->notice = g_strdup(ik_column_text(row, 1));
    return true;
}

static bool take_rejects(ik_survey *survey, ik_statement *row, gpointer data, GError **error)
{
    (void)data;
    (void)error;
    survey->rejected = (guint32)ik_column_integer(row, 0);
    return true;
}

static bool take_size(ik_survey *survey, ik_statement *row, gpointer data, GError **error)
{
    (void)data;
    const guint32 held = (guint32)ik_column_integer(row, 0);
    if (held == survey->territory->n_municipalities)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "the catalogue holds another territory: %u municipalities, expected %u", held,
                survey->territory->n_municipalities);
    return false;
}

ik_survey *ik_survey_read(ik_db *db, const ik_territory *territory, GError **error)
{
    g_autoptr(ik_survey) survey = survey_new(territory);
    g_autoptr(GArray) fids = g_array_new(FALSE, FALSE, sizeof(gint64));
    theme_cursor cursor = {fids, 0};
    if (!read_rows(db, "SELECT count(*) FROM municipalities", survey, take_size, NULL, error) ||
        !read_rows(db, projects_sql, survey, take_project, fids, error) ||
        !read_rows(db, "SELECT key FROM themes ORDER BY key", survey, take_theme, NULL, error) ||
        !read_rows(db, themes_sql, survey, take_project_theme, &cursor, error) ||
        !read_rows(db, events_sql, survey, take_event, NULL, error) ||
        !read_rows(db, "SELECT key, value FROM about", survey, take_about, NULL, error) ||
        !read_rows(db, "SELECT count(*) FROM rejects", survey, take_rejects, NULL, error))
        return NULL;
    return g_steal_pointer(&survey);
}

/* --- a file of somebody's ---------------------------------------------------------------------- */

ik_survey *ik_survey_open(const char *path, const ik_territory *territory, GError **error)
{
    g_autoptr(ik_db) db = ik_catalogue_database_open(path, true, error);
    ik_survey *survey = db == NULL ? NULL : ik_survey_read(db, territory, error);
    if (db != NULL && survey == NULL)
        g_prefix_error(error, "%s: ", path);
    return survey;
}

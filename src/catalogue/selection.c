/* selection.c — which projects and events of a survey a filter lets through.   [catalogue] */
#include "selection.h"

#include "nearest.h"
#include "partial_date.h"

#include <ideenkarte/error.h>
#include <string.h>

static bool read_day(char *day, const char *name, const char *text, const char *rest,
                     GError **error)
{
    g_autofree char *date = text == NULL ? NULL : ik_date_normalise(text);
    day[0] = '\0';
    if (text == NULL)
        return true;
    if (date == NULL) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s \"%s\" is no date, expected 2016, 2016-09 or 2016-09-05", name, text);
        return false;
    }
    g_strlcpy(day, date, IK_DATE_SIZE);
    g_strlcat(day, rest + strlen(date), IK_DATE_SIZE);
    return true;
}

static bool read_period(ik_period *period, const ik_coverage_filter *filter, GError **error)
{
    if (!read_day(period->first, "since", filter->since, "0000-01-01", error) ||
        !read_day(period->last, "until", filter->until, "0000-12-31", error))
        return false;
    if (*period->first == '\0' || *period->last == '\0' || strcmp(period->first, period->last) <= 0)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "the period ends (%s) before it begins (%s)",
                period->last, period->first);
    return false;
}

static bool find_theme(const ik_survey *survey, const char *theme, guint32 *index, GError **error)
{
    *index = IK_NONE;
    for (guint i = 0; i < survey->themes->len && theme != NULL; i++)
        if (strcmp(survey->themes->pdata[i], theme) == 0)
            *index = i;
    if (theme == NULL || *index != IK_NONE)
        return true;
    g_autoptr(GString) known = g_string_new(NULL);
    for (guint i = 0; i < survey->themes->len; i++)
        g_string_append_printf(known, "%s%s", i > 0 ? ", " : "",
                               (const char *)survey->themes->pdata[i]);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "theme \"%s\" is not in the catalogue; known: %s",
                theme, known->str);
    return false;
}

static bool has_theme(const ik_survey *survey, const ik_survey_project *project, guint32 theme)
{
    if (theme == IK_NONE)
        return true;
    for (guint32 i = 0; i < project->n_themes; i++)
        if (g_array_index(survey->project_themes, guint32, project->first_theme + i) == theme)
            return true;
    return false;
}

static bool is_open(const ik_period *period)
{
    return *period->first == '\0' && *period->last == '\0';
}

static bool overlaps(const ik_period *period, const ik_period *wanted)
{
    if (*wanted->first != '\0' && *period->last != '\0' && strcmp(period->last, wanted->first) < 0)
        return false;
    return *wanted->last == '\0' || *period->first == '\0' ||
           strcmp(period->first, wanted->last) <= 0;
}

static void select_projects(ik_selection *selection, const ik_survey *survey, guint32 theme)
{
    const bool is_any_time = is_open(&selection->period);
    for (guint i = 0; i < survey->projects->len; i++) {
        const ik_survey_project *project = &g_array_index(survey->projects, ik_survey_project, i);
        const bool is_undated = !is_any_time && is_open(&project->period);
        selection->projects[i] = has_theme(survey, project, theme) && !is_undated &&
                                 overlaps(&project->period, &selection->period);
        selection->left_out += !selection->projects[i];
        selection->undated += is_undated;
    }
}

static void select_events(ik_selection *selection, const ik_survey *survey)
{
    const bool is_any_time = is_open(&selection->period);
    for (guint i = 0; i < survey->events->len; i++) {
        const ik_survey_event *event = &g_array_index(survey->events, ik_survey_event, i);
        selection->events[i] = is_any_time || (!is_open(&event->period) &&
                                               overlaps(&event->period, &selection->period));
        selection->events_left_out += !selection->events[i];
    }
}

bool ik_selection_init(ik_selection *selection, const ik_survey *survey,
                       const ik_coverage_filter *filter, GError **error)
{
    static const ik_coverage_filter all = {0};
    guint32 theme;
    *selection = (ik_selection){0};
    filter = filter == NULL ? &all : filter;
    if (!read_period(&selection->period, filter, error) ||
        !find_theme(survey, filter->theme, &theme, error))
        return false;
    selection->projects = g_new0(guint8, survey->projects->len);
    selection->events = g_new0(guint8, survey->events->len);
    select_projects(selection, survey, theme);
    select_events(selection, survey);
    return true;
}

void ik_selection_clear(ik_selection *selection)
{
    g_clear_pointer(&selection->projects, g_free);
    g_clear_pointer(&selection->events, g_free);
}

double *ik_selection_distances(const ik_selection *selection, const ik_survey *survey)
{
    g_autoptr(GArray) positions = g_array_new(FALSE, FALSE, sizeof(ik_lonlat));
    for (guint i = 0; i < survey->projects->len; i++)
        if (selection->projects[i])
            g_array_append_val(positions,
                               g_array_index(survey->projects, ik_survey_project, i).position);
    const guint32 n = survey->territory->n_municipalities;
    g_autofree ik_lonlat *centres = g_new(ik_lonlat, n);
    for (guint32 i = 0; i < n; i++)
        centres[i] = survey->territory->municipalities[i].label;
    double *distances = g_new(double, n);
    ik_nearest_distances(centres, n, (const ik_lonlat *)(gpointer)positions->data, positions->len,
                         distances);
    return distances;
}

/* coverage.c — what stands where, counted from a survey.   [catalogue]
 *
 * Everything is counted by municipality first; the rows of larger areas are sums over theirs. What counts once an area
 * (organisations, themes, municipalities with a project) is a sorted set of pairs (area, thing).
 */
#include <ideenkarte/coverage.h>

#include "selection.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What all steps work on; rows are followed by the total. */
typedef struct {
    const ik_survey *survey;
    const ik_selection *selection;
    const ik_territory *territory;
    ik_coverage *coverage;
    guint32 *area_of; /* of each municipality */
    guint32 n_areas;
} count;

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
    g_free(coverage->title);
    g_free(coverage->notice);
    g_free(coverage->theme);
    g_free(coverage->since);
    g_free(coverage->until);
    g_free(coverage);
}

/* --- areas ------------------------------------------------------------------------------------- */

static void add_row(ik_coverage *coverage, const char *id, const char *name)
{
    ik_coverage_row *row = g_new0(ik_coverage_row, 1);
    row->id = g_strdup(id);
    row->name = g_strdup(name);
    g_ptr_array_add(coverage->rows, row);
}

static void add_rows(const ik_territory *territory, ik_coverage *coverage)
{
    switch (coverage->by) {
    case IK_COVERAGE_REGION:
        for (guint32 i = 0; i < territory->n_regions; i++)
            add_row(coverage, territory->regions[i].id, territory->regions[i].name);
        break;
    case IK_COVERAGE_DISTRICT:
        for (guint32 i = 0; i < territory->n_districts; i++)
            add_row(coverage, territory->districts[i].code, territory->districts[i].name);
        break;
    case IK_COVERAGE_MUNICIPALITY:
        for (guint32 i = 0; i < territory->n_municipalities; i++)
            add_row(coverage, territory->municipalities[i].ags, territory->municipalities[i].name);
        break;
    }
}

static guint32 area_of(const ik_territory *territory, ik_coverage_by by, guint32 municipality)
{
    switch (by) {
    case IK_COVERAGE_REGION: return territory->municipalities[municipality].region;
    case IK_COVERAGE_DISTRICT: return territory->municipalities[municipality].district;
    case IK_COVERAGE_MUNICIPALITY: break;
    }
    return municipality;
}

static ik_coverage_row *row_at(const count *c, guint32 area)
{
    return area == c->n_areas ? c->coverage->total : g_ptr_array_index(c->coverage->rows, area);
}

/* --- sums -------------------------------------------------------------------------------------- */

static void count_municipalities(const count *c)
{
    for (guint32 i = 0; i < c->territory->n_municipalities; i++) {
        const guint32 areas[] = {c->area_of[i], c->n_areas};
        for (guint k = 0; k < G_N_ELEMENTS(areas); k++) {
            row_at(c, areas[k])->municipalities++;
            row_at(c, areas[k])->population += c->territory->municipalities[i].population;
        }
    }
}

static void count_projects(const count *c)
{
    for (guint i = 0; i < c->survey->projects->len; i++) {
        const ik_survey_project *project =
            &g_array_index(c->survey->projects, ik_survey_project, i);
        if (!c->selection->projects[i])
            continue;
        const guint32 areas[] = {c->area_of[project->municipality], c->n_areas};
        for (guint k = 0; k < G_N_ELEMENTS(areas); k++) {
            row_at(c, areas[k])->projects++;
            row_at(c, areas[k])->projects_check += project->is_to_check;
        }
        c->coverage->rough += project->is_rough;
    }
}

/* An event counts for the region it was held for, and for the district and town it was held in. */
static guint32 area_of_event(const count *c, const ik_survey_event *event)
{
    if (c->coverage->by == IK_COVERAGE_REGION)
        return event->region;
    return event->municipality == IK_NONE ? IK_NONE : c->area_of[event->municipality];
}

static void count_events(const count *c)
{
    for (guint i = 0; i < c->survey->events->len; i++) {
        if (!c->selection->events[i])
            continue;
        const guint32 area =
            area_of_event(c, &g_array_index(c->survey->events, ik_survey_event, i));
        if (area == IK_NONE) {
            c->coverage->events_elsewhere++;
            continue;
        }
        row_at(c, area)->events++;
        c->coverage->total->events++;
    }
}

static void divide(const count *c)
{
    for (guint32 area = 0; area <= c->n_areas; area++) {
        ik_coverage_row *row = row_at(c, area);
        if (row->population > 0)
            row->projects_per_100k = row->projects * 100000.0 / (double)row->population;
    }
}

/* --- what counts once -------------------------------------------------------------------------- */

static gint compare_pairs(gconstpointer a, gconstpointer b)
{
    const guint64 first = *(const guint64 *)a, second = *(const guint64 *)b;
    return (first > second) - (first < second);
}

static void add_pair(GArray *pairs, guint32 area, guint32 thing)
{
    const guint64 pair = (guint64)area << 32 | thing;
    g_array_append_val(pairs, pair);
}

/* Sorts and removes what occurs twice. */
static void make_set(GArray *pairs)
{
    guint kept = 0;
    g_array_sort(pairs, compare_pairs);
    for (guint i = 0; i < pairs->len; i++) {
        const guint64 pair = g_array_index(pairs, guint64, i);
        if (kept == 0 || g_array_index(pairs, guint64, kept - 1) != pair)
            g_array_index(pairs, guint64, kept++) = pair;
    }
    g_array_set_size(pairs, kept);
}

static void count_pairs(const count *c, GArray *pairs, gsize offset)
{
    make_set(pairs);
    for (guint i = 0; i < pairs->len; i++) {
        const guint32 area = (guint32)(g_array_index(pairs, guint64, i) >> 32);
        (*(guint32 *)(gpointer)((char *)row_at(c, area) + offset))++;
    }
}

static void count_once(const count *c)
{
    g_autoptr(GArray) organisations = g_array_new(FALSE, FALSE, sizeof(guint64));
    g_autoptr(GArray) towns = g_array_new(FALSE, FALSE, sizeof(guint64));
    for (guint i = 0; i < c->survey->projects->len; i++) {
        const ik_survey_project *project =
            &g_array_index(c->survey->projects, ik_survey_project, i);
        const guint32 areas[] = {c->area_of[project->municipality], c->n_areas};
        for (guint k = 0; k < G_N_ELEMENTS(areas) && c->selection->projects[i]; k++) {
            add_pair(towns, areas[k], project->municipality);
            if (project->organisation != 0)
                add_pair(organisations, areas[k], project->organisation);
        }
    }
    count_pairs(c, towns, offsetof(ik_coverage_row, municipalities_with_project));
    count_pairs(c, organisations, offsetof(ik_coverage_row, organisations));
}

static GArray *theme_pairs(const count *c)
{
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(guint64));
    for (guint i = 0; i < c->survey->projects->len; i++) {
        const ik_survey_project *project =
            &g_array_index(c->survey->projects, ik_survey_project, i);
        for (guint32 t = 0; t < project->n_themes && c->selection->projects[i]; t++) {
            const guint32 theme =
                g_array_index(c->survey->project_themes, guint32, project->first_theme + t);
            add_pair(pairs, c->area_of[project->municipality], theme);
            add_pair(pairs, c->n_areas, theme);
        }
    }
    make_set(pairs);
    return pairs;
}

static void name_themes(const count *c)
{
    g_autoptr(GArray) pairs = theme_pairs(c);
    guint at = 0;
    for (guint32 area = 0; area <= c->n_areas; area++) {
        g_autoptr(GPtrArray) names = g_ptr_array_new();
        for (; at < pairs->len && g_array_index(pairs, guint64, at) >> 32 == area; at++) {
            const guint32 theme = (guint32)(g_array_index(pairs, guint64, at) & G_MAXUINT32);
            g_ptr_array_add(names, g_strdup(c->survey->themes->pdata[theme]));
        }
        g_ptr_array_add(names, NULL);
        row_at(c, area)->themes = (char **)g_ptr_array_steal(names, NULL);
    }
}

/* --- distances --------------------------------------------------------------------------------- */

static gint compare_distances(gconstpointer a, gconstpointer b)
{
    const double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

/* The middle one, or the mean of the two in the middle. */
static double median(GArray *values)
{
    const guint n = values->len;
    if (n == 0)
        return NAN;
    g_array_sort(values, compare_distances);
    const double upper = g_array_index(values, double, n / 2);
    return n % 2 == 1 ? upper : (g_array_index(values, double, n / 2 - 1) + upper) / 2;
}

static void measure_row(const count *c, guint32 area, const GArray *towns, const double *distances)
{
    ik_coverage_row *row = row_at(c, area);
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    row->farthest = IK_NONE;
    row->distance_max_m = NAN;
    for (guint i = 0; i < towns->len; i++) {
        const guint32 town = g_array_index(towns, guint32, i);
        if (isnan(distances[town]))
            continue;
        g_array_append_val(values, distances[town]);
        if (row->farthest == IK_NONE || distances[town] > row->distance_max_m) {
            row->farthest = town;
            row->distance_max_m = distances[town];
        }
    }
    row->distance_median_m = median(values);
}

static void measure(const count *c)
{
    g_autofree double *distances = ik_selection_distances(c->selection, c->survey);
    g_autoptr(GPtrArray) towns = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    for (guint32 area = 0; area <= c->n_areas; area++)
        g_ptr_array_add(towns, g_array_new(FALSE, FALSE, sizeof(guint32)));
    for (guint32 i = 0; i < c->territory->n_municipalities; i++) {
        g_array_append_val((GArray *)towns->pdata[c->area_of[i]], i);
        g_array_append_val((GArray *)towns->pdata[c->n_areas], i);
    }
    for (guint32 area = 0; area <= c->n_areas; area++)
        measure_row(c, area, towns->pdata[area], distances);
}

/* --- the whole --------------------------------------------------------------------------------- */

static char *known(const char *day)
{
    return *day == '\0' ? NULL : g_strdup(day);
}

static ik_coverage *coverage_new(const ik_survey *survey, ik_coverage_by by,
                                 const ik_selection *selection)
{
    ik_coverage *coverage = g_new0(ik_coverage, 1);
    coverage->by = by;
    coverage->rows = g_ptr_array_new_with_free_func(row_free);
    coverage->total = g_new0(ik_coverage_row, 1);
    coverage->total->id = g_strdup("total");
    coverage->total->name = g_strdup("");
    coverage->title = g_strdup(survey->title);
    coverage->notice = g_strdup(survey->notice);
    coverage->rejected = survey->rejected;
    coverage->left_out = selection->left_out;
    coverage->undated = selection->undated;
    coverage->events_left_out = selection->events_left_out;
    coverage->since = known(selection->period.first);
    coverage->until = known(selection->period.last);
    add_rows(survey->territory, coverage);
    return coverage;
}

static void count_all(const count *c)
{
    count_municipalities(c);
    count_projects(c);
    count_events(c);
    count_once(c);
    name_themes(c);
    divide(c);
    measure(c);
}

ik_coverage *ik_survey_coverage(const ik_survey *survey, ik_coverage_by by,
                                const ik_coverage_filter *filter, GError **error)
{
    const ik_territory *territory = survey->territory;
    ik_selection selection;
    if (!ik_selection_init(&selection, survey, filter, error))
        return NULL;
    ik_coverage *coverage = coverage_new(survey, by, &selection);
    coverage->theme = filter == NULL ? NULL : g_strdup(filter->theme);
    g_autofree guint32 *areas = g_new(guint32, territory->n_municipalities);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        areas[i] = area_of(territory, by, i);
    const count c = {survey, &selection, territory, coverage, areas, coverage->rows->len};
    count_all(&c);
    ik_selection_clear(&selection);
    return coverage;
}

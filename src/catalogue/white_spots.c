/* white_spots.c — where nothing stands, and where one more project would reach most people.   [catalogue]
 *
 * Between municipalities nothing but distances of centres matters: 396² of them are cheap enough to be measured anew
 * for each step.
 */
#include <ideenkarte/coverage.h>

#include "selection.h"

#include <math.h>

typedef struct {
    const ik_territory *territory;
    const ik_white_spot_options *options;
    ik_white_spots *found;
    bool *is_reached; /* each municipality */
} search;

static bool is_looked_at(const search *s, guint32 municipality)
{
    return s->options->region == IK_NONE ||
           s->territory->municipalities[municipality].region == s->options->region;
}

/* --- white spots ------------------------------------------------------------------------------- */

static gint compare_spots(gconstpointer a, gconstpointer b, gpointer data)
{
    const ik_territory *territory = *(const ik_territory *const *)data;
    const ik_white_spot *first = a, *second = b;
    const guint32 people = territory->municipalities[first->municipality].population;
    const guint32 others = territory->municipalities[second->municipality].population;
    if (people != others)
        return people > others ? -1 : 1;
    if (first->distance_m > second->distance_m || first->distance_m < second->distance_m)
        return first->distance_m > second->distance_m ? -1 : 1;
    return (first->municipality > second->municipality) -
           (first->municipality < second->municipality);
}

static void find_spots(const search *s, const ik_survey *survey, const ik_selection *selection,
                       const double *distances)
{
    g_autofree bool *has_project = g_new0(bool, s->territory->n_municipalities);
    for (guint i = 0; i < survey->projects->len; i++)
        if (selection->projects[i])
            has_project[g_array_index(survey->projects, ik_survey_project, i).municipality] = true;
    for (guint32 i = 0; i < s->territory->n_municipalities; i++) {
        const ik_white_spot spot = {i, distances[i]};
        if (!has_project[i] && is_looked_at(s, i))
            g_array_append_val(s->found->spots, spot);
    }
    const ik_territory *territory = s->territory;
    g_array_sort_with_data(s->found->spots, compare_spots, &territory);
}

/* --- reach ------------------------------------------------------------------------------------- */

static void count_reached(const search *s, const double *distances)
{
    for (guint32 i = 0; i < s->territory->n_municipalities; i++) {
        s->is_reached[i] = distances[i] <= s->options->radius_m; /* NaN is not */
        if (!is_looked_at(s, i))
            continue;
        s->found->municipalities++;
        s->found->population += s->territory->municipalities[i].population;
        if (s->is_reached[i])
            s->found->reached += s->territory->municipalities[i].population;
    }
}

static bool would_reach(const search *s, guint32 from, guint32 to)
{
    return !s->is_reached[to] && is_looked_at(s, to) &&
           ik_lonlat_distance_m(s->territory->municipalities[from].label,
                                s->territory->municipalities[to].label) <= s->options->radius_m;
}

static guint64 people_gained(const search *s, guint32 from)
{
    guint64 people = 0;
    for (guint32 to = 0; to < s->territory->n_municipalities; to++)
        if (would_reach(s, from, to))
            people += s->territory->municipalities[to].population;
    return people;
}

static ik_gain best_gain(const search *s)
{
    ik_gain best = {.municipality = IK_NONE};
    for (guint32 from = 0; from < s->territory->n_municipalities; from++) {
        const guint64 people = is_looked_at(s, from) ? people_gained(s, from) : 0;
        if (people > best.people)
            best = (ik_gain){.municipality = from, .people = people};
    }
    return best;
}

static void find_gains(const search *s)
{
    guint64 reached = s->found->reached;
    while (s->found->gains->len < s->options->max_gains) {
        ik_gain gain = best_gain(s);
        if (gain.municipality == IK_NONE)
            return;
        for (guint32 to = 0; to < s->territory->n_municipalities; to++)
            if (would_reach(s, gain.municipality, to))
                s->is_reached[to] = true;
        reached += gain.people;
        gain.reached = reached;
        g_array_append_val(s->found->gains, gain);
    }
}

/* --- the whole --------------------------------------------------------------------------------- */

static ik_white_spots *spots_new(double radius_m)
{
    ik_white_spots *found = g_new0(ik_white_spots, 1);
    found->spots = g_array_new(FALSE, FALSE, sizeof(ik_white_spot));
    found->gains = g_array_new(FALSE, FALSE, sizeof(ik_gain));
    found->radius_m = radius_m;
    return found;
}

ik_white_spots *ik_survey_white_spots(const ik_survey *survey, const ik_coverage_filter *filter,
                                      const ik_white_spot_options *options, GError **error)
{
    ik_selection selection;
    if (!ik_selection_init(&selection, survey, filter, error))
        return NULL;
    g_autofree double *distances = ik_selection_distances(&selection, survey);
    g_autofree bool *is_reached = g_new0(bool, survey->territory->n_municipalities);
    const search s = {survey->territory, options, spots_new(options->radius_m), is_reached};
    find_spots(&s, survey, &selection, distances);
    count_reached(&s, distances);
    find_gains(&s);
    ik_selection_clear(&selection);
    return s.found;
}

void ik_white_spots_free(ik_white_spots *spots)
{
    if (spots == NULL)
        return;
    g_array_unref(spots->spots);
    g_array_unref(spots->gains);
    g_free(spots);
}

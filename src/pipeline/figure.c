/* figure.c — charts and maps of coverage as pictures.   [pipeline] */
#include "figure_parts.h"

#include <ideenkarte/error.h>
#include <ideenkarte/text.h>
#include <math.h>
#include <string.h>

#include "attribution.h"
#include "coverage_base.h"
#include "files.h"
#include "page_format.h"

static const guint decimals[IK_N_MEASURES] = {[IK_MEASURE_PER_100K] = 2,
                                              [IK_MEASURE_PROJECTS] = 0,
                                              [IK_MEASURE_SHARE] = 1,
                                              [IK_MEASURE_DISTANCE] = 1,
                                              [IK_MEASURE_EVENTS] = 0};
static const char *const unit_names[] = {"region", "district", "municipality"};

/* --- measures ---------------------------------------------------------------------------------- */

bool ik_measure_parse(const char *name, ik_measure *measure)
{
    static const char *const names[IK_N_MEASURES] = {"per-100k", "projects", "share", "distance",
                                                     "events"};
    for (guint i = 0; i < IK_N_MEASURES; i++) {
        if (strcmp(name, names[i]) == 0) {
            *measure = (ik_measure)i;
            return true;
        }
    }
    return false;
}

bool ik_class_method_parse(const char *name, ik_class_method *method)
{
    static const char *const names[] = {"quantiles", "equal", "jenks"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(name, names[i]) == 0) {
            *method = (ik_class_method)i;
            return true;
        }
    }
    return false;
}

static double raw_value(const ik_coverage_row *row, ik_measure measure)
{
    switch (measure) {
    case IK_MEASURE_PER_100K: return row->population == 0 ? NAN : row->projects_per_100k;
    case IK_MEASURE_PROJECTS: return row->projects;
    case IK_MEASURE_SHARE:
        return row->municipalities == 0
                   ? NAN
                   : 100.0 * row->municipalities_with_project / row->municipalities;
    case IK_MEASURE_DISTANCE: return row->distance_median_m / 1000;
    case IK_MEASURE_EVENTS: return row->events;
    case IK_N_MEASURES: break;
    }
    g_assert_not_reached();
}

/* Rounded first, so that classes never contradict the figures that are read beside them. */
double ik_measure_value(const ik_coverage_row *row, ik_measure measure)
{
    const double value = raw_value(row, measure), factor = pow(10, decimals[measure]);
    return isnan(value) ? NAN : floor(value * factor + 0.5) / factor;
}

bool ik_measure_is_empty(const ik_coverage_row *row, ik_measure measure)
{
    switch (measure) {
    case IK_MEASURE_PER_100K:
    case IK_MEASURE_PROJECTS:
    case IK_MEASURE_SHARE: return row->projects == 0;
    case IK_MEASURE_EVENTS: return row->events == 0;
    case IK_MEASURE_DISTANCE:
    case IK_N_MEASURES: break;
    }
    return false;
}

char *ik_measure_spell(double value, ik_measure measure, const char *language)
{
    return isnan(value) ? g_strdup(ik_text(language, "coverage.unknown"))
                        : ik_text_decimal(language, value, decimals[measure]);
}

/* --- words ------------------------------------------------------------------------------------- */

bool ik_figure_shows(const ik_figure *figure, guint32 index)
{
    const ik_territory *territory = ik_division_territory(figure->division);
    return figure->region == IK_NONE || territory->municipalities[index].region == figure->region;
}

static const char *measure_name(const ik_figure *figure)
{
    static const char *const keys[IK_N_MEASURES] = {"measure.per_100k", "measure.projects",
                                                    "measure.share", "measure.distance",
                                                    "measure.events"};
    const bool is_one = figure->options.measure == IK_MEASURE_DISTANCE &&
                        figure->coverage->by == IK_COVERAGE_MUNICIPALITY;
    return ik_text(figure->options.language,
                   is_one ? "measure.distance_one" : keys[figure->options.measure]);
}

char *ik_figure_title(const ik_figure *figure)
{
    const char *language = figure->options.language;
    const ik_territory *territory = ik_division_territory(figure->division);
    if (figure->region != IK_NONE)
        return ik_text_format(language, "map.title_in", "measure", measure_name(figure), "region",
                              territory->regions[figure->region].name, NULL);
    g_autofree char *key = g_strconcat("map.title.", unit_names[figure->coverage->by], NULL);
    return ik_text_format(language, key, "measure", measure_name(figure), NULL);
}

char *ik_figure_legend(const ik_figure *figure)
{
    g_autofree char *key = g_strconcat("map.legend.", unit_names[figure->coverage->by], NULL);
    return ik_text_format(figure->options.language, key, "measure", measure_name(figure), NULL);
}

char **ik_figure_notes(const ik_figure *figure, const char *first)
{
    const ik_territory *territory = ik_division_territory(figure->division);
    const char *language = figure->options.language;
    GPtrArray *notes = g_ptr_array_new();
    guint parts = IK_COVERAGE_BASE_COUNTS;
    if (figure->options.measure == IK_MEASURE_PER_100K)
        parts |= IK_COVERAGE_BASE_POPULATION;
    if (figure->options.measure == IK_MEASURE_DISTANCE)
        parts |= IK_COVERAGE_BASE_DISTANCE;
    if (figure->options.measure == IK_MEASURE_EVENTS)
        parts |= IK_COVERAGE_BASE_EVENTS;
    g_autoptr(GPtrArray) base = ik_coverage_base(figure->coverage, territory, language, parts);
    if (first != NULL)
        g_ptr_array_add(notes, g_strdup(first));
    for (guint i = 0; i < base->len; i++)
        g_ptr_array_add(notes, g_strdup(base->pdata[i]));
    g_ptr_array_add(notes, ik_attribution_sentence(territory, language));
    g_ptr_array_add(notes, NULL);
    return (char **)g_ptr_array_free(notes, FALSE);
}

/* --- files ------------------------------------------------------------------------------------- */

typedef GBytes *(*draw_fn)(const ik_figure *figure, ik_sheet_format format, GError **error);

static bool draw_file(draw_fn draw, const ik_figure *figure, const char *path, GError **error)
{
    ik_sheet_format format;
    if (!ik_page_format_of(path, &format, error))
        return false;
    g_autoptr(GBytes) bytes = draw(figure, format, error);
    gsize size;
    const void *data = bytes == NULL ? NULL : g_bytes_get_data(bytes, &size);
    return bytes != NULL && ik_replace_file(path, data, size, error);
}

bool ik_chart_file(const ik_coverage *coverage, const ik_territory *territory,
                   const ik_figure_options *options, const char *path, GError **error)
{
    g_autoptr(ik_division) division = ik_division_new(territory);
    const ik_figure figure = {coverage, division, IK_NONE, *options};
    return draw_file(ik_figure_chart, &figure, path, error);
}

bool ik_map_file(const ik_coverage *coverage, const ik_territory *territory,
                 const ik_figure_options *options, const char *path, GError **error)
{
    g_autoptr(ik_division) division = ik_division_new(territory);
    const ik_figure figure = {coverage, division, IK_NONE, *options};
    return draw_file(ik_figure_map, &figure, path, error);
}

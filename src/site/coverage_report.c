/* coverage_report.c — coverage figures as CSV for Excel and as JSON.   [site]
 *
 * Column names are the same in both, in English as in the GeoJSON. The CSV is for German spreadsheets: byte order
 * mark, semicolons, decimal comma (with a point, Excel takes 1.5 for the first of May).
 */
#include <ideenkarte/report.h>

#include <math.h>
#include <string.h>

#include <ideenkarte/text.h>

#include "attribution.h"
#include "csv_append.h"
#include "population_sources.h"

static const char *const by_names[] = {
    [IK_COVERAGE_REGION] = "region",
    [IK_COVERAGE_DISTRICT] = "district",
    [IK_COVERAGE_MUNICIPALITY] = "municipality",
};

/* --- CSV -------------------------------------------------------------------------------------- */

static const char *const csv_head[] = {"id",
                                       "name",
                                       "municipalities",
                                       "municipalities_with_project",
                                       "population",
                                       "projects",
                                       "projects_to_check",
                                       "organisations",
                                       "events",
                                       "projects_per_100k",
                                       "themes",
                                       "share_with_project_percent",
                                       "distance_median_km",
                                       "distance_max_km",
                                       "population_source",
                                       "selection",
                                       "records_rejected"};

static char *csv_decimal(double value, guint decimals)
{
    GString *text = g_string_new(NULL);
    if (!isnan(value))
        ik_append_rounded(text, value, decimals);
    g_strdelimit(text->str, ".", ',');
    return g_string_free(text, FALSE);
}

static char *csv_integer(guint64 value)
{
    return g_strdup_printf("%" G_GUINT64_FORMAT, value);
}

static double share_percent(const ik_coverage_row *row)
{
    return row->municipalities == 0
               ? NAN
               : 100.0 * row->municipalities_with_project / row->municipalities;
}

/* "theme=work since=2016-01-01 until=2016-12-31", as far as it is limited. */
static char *spell_selection(const ik_coverage *coverage)
{
    GString *text = g_string_new(NULL);
    if (coverage->theme != NULL)
        g_string_append_printf(text, "theme=%s ", coverage->theme);
    if (coverage->since != NULL)
        g_string_append_printf(text, "since=%s ", coverage->since);
    if (coverage->until != NULL)
        g_string_append_printf(text, "until=%s ", coverage->until);
    g_string_truncate(text, text->len > 0 ? text->len - 1 : 0);
    return g_string_free(text, FALSE);
}

static bool lies_in(const ik_coverage *coverage, const ik_municipality *town, guint32 index,
                    guint32 area)
{
    switch (coverage->by) {
    case IK_COVERAGE_REGION: return town->region == area;
    case IK_COVERAGE_DISTRICT: return town->district == area;
    case IK_COVERAGE_MUNICIPALITY: break;
    }
    return index == area;
}

/* "destatis-2011 2011-12-31|geonames": where the inhabitants of an area come from (IK_NONE: of all). */
static char *spell_sources(const ik_coverage *coverage, const ik_territory *territory, guint32 area)
{
    g_autoptr(GArray) sources = ik_population_sources(territory);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < sources->len; i++) {
        const ik_population_source *source = &g_array_index(sources, ik_population_source, i);
        bool occurs = area == IK_NONE;
        for (guint32 k = 0; k < territory->n_municipalities && !occurs; k++) {
            const ik_municipality *town = &territory->municipalities[k];
            occurs = strcmp(town->population_source, source->name) == 0 &&
                     lies_in(coverage, town, k, area);
        }
        if (occurs)
            g_string_append_printf(text, "%s%s%s%s", text->len > 0 ? "|" : "", source->name,
                                   source->date != NULL ? " " : "",
                                   source->date != NULL ? source->date : "");
    }
    return g_string_free(text, FALSE);
}

static void append_csv_row(GString *out, const ik_coverage *coverage, const ik_coverage_row *row,
                           const char *name, const char *sources)
{
    const bool is_total = row == coverage->total;
    char *fields[] = {
        g_strdup(is_total ? "total" : row->id),
        g_strdup(name),
        csv_integer(row->municipalities),
        csv_integer(row->municipalities_with_project),
        csv_integer(row->population),
        csv_integer(row->projects),
        csv_integer(row->projects_check),
        csv_integer(row->organisations),
        csv_integer(row->events),
        csv_decimal(row->projects_per_100k, 2),
        g_strjoinv("|", row->themes),
        csv_decimal(share_percent(row), 1),
        csv_decimal(row->distance_median_m / 1000, 1),
        csv_decimal(row->distance_max_m / 1000, 1),
        g_strdup(sources),
        spell_selection(coverage),
        is_total ? csv_integer(coverage->rejected) : g_strdup(""),
    };
    ik_csv_append(out, ';', true, (const char *const *)fields, G_N_ELEMENTS(fields));
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
        g_free(fields[i]);
}

char *ik_coverage_to_csv(const ik_coverage *coverage, const ik_territory *territory)
{
    GString *out = g_string_new("\xEF\xBB\xBF");
    ik_csv_append(out, ';', false, csv_head, G_N_ELEMENTS(csv_head));
    for (guint i = 0; i < coverage->rows->len; i++) {
        const ik_coverage_row *row = g_ptr_array_index(coverage->rows, i);
        g_autofree char *sources = spell_sources(coverage, territory, i);
        append_csv_row(out, coverage, row, row->name, sources);
    }
    g_autofree char *sources = spell_sources(coverage, territory, IK_NONE);
    append_csv_row(out, coverage, coverage->total, ik_text("de", "coverage.total"), sources);
    return g_string_free(out, FALSE);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void put_count(ik_json_writer *writer, const char *key, guint64 value)
{
    ik_json_key(writer, key);
    ik_json_put_integer(writer, (gint64)value);
}

static void put_text(ik_json_writer *writer, const char *key, const char *text)
{
    ik_json_key(writer, key);
    ik_json_put_string(writer, text);
}

/* NaN: null. */
static void put_decimal(ik_json_writer *writer, const char *key, double value, guint decimals)
{
    ik_json_key(writer, key);
    if (isnan(value))
        ik_json_put_null(writer);
    else
        ik_json_put_rounded(writer, value, decimals);
}

static void put_figures(ik_json_writer *writer, const ik_coverage_row *row)
{
    put_count(writer, "municipalities", row->municipalities);
    put_count(writer, "municipalities_with_project", row->municipalities_with_project);
    put_count(writer, "population", row->population);
    put_count(writer, "projects", row->projects);
    put_count(writer, "projects_to_check", row->projects_check);
    put_count(writer, "organisations", row->organisations);
    put_count(writer, "events", row->events);
    put_decimal(writer, "projects_per_100k", row->projects_per_100k, 2);
    put_decimal(writer, "share_with_project_percent", share_percent(row), 1);
    put_decimal(writer, "distance_median_km", row->distance_median_m / 1000, 1);
    put_decimal(writer, "distance_max_km", row->distance_max_m / 1000, 1);
    ik_json_key(writer, "themes");
    ik_json_put_strings(writer, (const char *const *)row->themes);
}

static void put_rows(ik_json_writer *writer, const ik_coverage *coverage)
{
    ik_json_key(writer, "rows");
    ik_json_begin_array(writer);
    for (guint i = 0; i < coverage->rows->len; i++) {
        const ik_coverage_row *row = g_ptr_array_index(coverage->rows, i);
        ik_json_begin_object(writer);
        put_text(writer, "id", row->id);
        put_text(writer, "name", row->name);
        put_figures(writer, row);
        ik_json_end_object(writer);
    }
    ik_json_end_array(writer);
    ik_json_key(writer, "total");
    ik_json_begin_object(writer);
    put_figures(writer, coverage->total);
    ik_json_end_object(writer);
}

static void put_population(ik_json_writer *writer, const ik_territory *territory)
{
    g_autoptr(GArray) sources = ik_population_sources(territory);
    ik_json_key(writer, "population_sources");
    ik_json_begin_array(writer);
    for (guint i = 0; i < sources->len; i++) {
        const ik_population_source *source = &g_array_index(sources, ik_population_source, i);
        ik_json_begin_object(writer);
        put_text(writer, "source", source->name);
        put_text(writer, "date", source->date);
        put_count(writer, "municipalities", source->municipalities);
        put_count(writer, "population", source->population);
        ik_json_end_object(writer);
    }
    ik_json_end_array(writer);
}

static void put_records(ik_json_writer *writer, const ik_coverage *coverage)
{
    ik_json_key(writer, "records");
    ik_json_begin_object(writer);
    put_count(writer, "published", coverage->total->projects);
    put_count(writer, "to_check", coverage->total->projects_check);
    put_count(writer, "rejected", coverage->rejected);
    put_count(writer, "rough_position", coverage->rough);
    put_count(writer, "left_out_by_selection", coverage->left_out);
    put_count(writer, "left_out_without_date", coverage->undated);
    put_count(writer, "events_elsewhere", coverage->events_elsewhere);
    put_count(writer, "events_left_out_by_selection", coverage->events_left_out);
    ik_json_end_object(writer);
}

static void put_selection(ik_json_writer *writer, const ik_coverage *coverage)
{
    ik_json_key(writer, "selection");
    ik_json_begin_object(writer);
    put_text(writer, "theme", coverage->theme);
    put_text(writer, "since", coverage->since);
    put_text(writer, "until", coverage->until);
    ik_json_end_object(writer);
}

static void put_without_event(ik_json_writer *writer, const ik_coverage *coverage)
{
    ik_json_key(writer, "without_event");
    ik_json_begin_array(writer);
    for (guint i = 0; i < coverage->rows->len; i++) {
        const ik_coverage_row *row = g_ptr_array_index(coverage->rows, i);
        if (row->events == 0)
            ik_json_put_string(writer, row->id);
    }
    ik_json_end_array(writer);
}

char *ik_coverage_to_json(const ik_coverage *coverage, const ik_territory *territory)
{
    GString *out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 2);
    ik_json_begin_object(&writer);
    put_text(&writer, "by", by_names[coverage->by]);
    put_text(&writer, "notice", coverage->notice);
    put_selection(&writer, coverage);
    put_records(&writer, coverage);
    put_text(&writer, "distance", ik_text("en", "coverage.base_distance"));
    put_without_event(&writer, coverage);
    put_population(&writer, territory);
    ik_json_key(&writer, "attribution");
    ik_attribution_put_json(&writer, territory);
    put_rows(&writer, coverage);
    ik_json_end_object(&writer);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

/* coverage_report.c — coverage figures as CSV for Excel and as JSON.   [site]
 *
 * Column names are the same in both, in English as in the GeoJSON. The CSV is for German spreadsheets: byte order
 * mark, semicolons, decimal comma (with a point, Excel takes 1.5 for the first of May).
 */
#include <ideenkarte/report.h>

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

static void append_csv_row(GString *out, const char *id, const char *name,
                           const ik_coverage_row *row)
{
    g_autofree char *themes = g_strjoinv("|", row->themes);
    g_autoptr(GString) density = g_string_new(NULL);
    ik_append_rounded(density, row->projects_per_100k, 2);
    g_strdelimit(density->str, ".", ',');
    const guint64 counts[] = {row->municipalities, row->municipalities_with_project,
                              row->population,     row->projects,
                              row->projects_check, row->organisations,
                              row->events};
    char digits[G_N_ELEMENTS(counts)][24];
    for (guint i = 0; i < G_N_ELEMENTS(counts); i++)
        g_snprintf(digits[i], sizeof digits[i], "%" G_GUINT64_FORMAT, counts[i]);
    const char *const fields[] = {id,        name,         digits[0], digits[1],
                                  digits[2], digits[3],    digits[4], digits[5],
                                  digits[6], density->str, themes};
    ik_csv_append(out, ';', true, fields, G_N_ELEMENTS(fields));
}

char *ik_coverage_to_csv(const ik_coverage *coverage)
{
    static const char *const head[] = {"id",
                                       "name",
                                       "municipalities",
                                       "municipalities_with_project",
                                       "population",
                                       "projects",
                                       "projects_to_check",
                                       "organisations",
                                       "events",
                                       "projects_per_100k",
                                       "themes"};
    GString *out = g_string_new("\xEF\xBB\xBF");
    ik_csv_append(out, ';', false, head, G_N_ELEMENTS(head));
    for (guint i = 0; i < coverage->rows->len; i++) {
        const ik_coverage_row *row = g_ptr_array_index(coverage->rows, i);
        append_csv_row(out, row->id, row->name, row);
    }
    append_csv_row(out, "total", ik_text("de", "coverage.total"), coverage->total);
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

static void put_figures(ik_json_writer *writer, const ik_coverage_row *row)
{
    put_count(writer, "municipalities", row->municipalities);
    put_count(writer, "municipalities_with_project", row->municipalities_with_project);
    put_count(writer, "population", row->population);
    put_count(writer, "projects", row->projects);
    put_count(writer, "projects_to_check", row->projects_check);
    put_count(writer, "organisations", row->organisations);
    put_count(writer, "events", row->events);
    ik_json_key(writer, "projects_per_100k");
    ik_json_put_rounded(writer, row->projects_per_100k, 2);
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
    put_count(writer, "events_elsewhere", coverage->events_elsewhere);
    ik_json_end_object(writer);
}

char *ik_coverage_to_json(const ik_coverage *coverage, const ik_territory *territory)
{
    GString *out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 2);
    ik_json_begin_object(&writer);
    put_text(&writer, "by", by_names[coverage->by]);
    put_records(&writer, coverage);
    put_population(&writer, territory);
    ik_json_key(&writer, "attribution");
    ik_attribution_put_json(&writer, territory);
    put_rows(&writer, coverage);
    ik_json_end_object(&writer);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

/* white_spot_report.c — white spots and gains as CSV for Excel and as JSON.   [site] */
#include "white_spot_report.h"

#include <math.h>

#include "attribution.h"
#include "coverage_base.h"
#include "csv_append.h"

/* --- CSV --------------------------------------------------------------------------------------- */

static char *csv_decimal(double value)
{
    GString *text = g_string_new(NULL);
    if (!isnan(value))
        ik_append_rounded(text, value, 1);
    g_strdelimit(text->str, ".", ',');
    return g_string_free(text, FALSE);
}

static char *csv_integer(guint64 value)
{
    return g_strdup_printf("%" G_GUINT64_FORMAT, value);
}

/* What both kinds of rows share; the last four are the caller's texts, freed here. */
typedef struct {
    const char *kind;
    guint rank;
    const ik_municipality *town;
    char *distance, *people, *reached;
} csv_row;

static void append_row(GString *out, const ik_territory *territory, const ik_white_spots *spots,
                       const ik_coverage *coverage, const csv_row *row)
{
    char *fields[] = {
        g_strdup(row->kind),
        csv_integer(row->rank),
        g_strdup(row->town->ags),
        g_strdup(row->town->name),
        g_strdup(territory->regions[row->town->region].id),
        csv_integer(row->town->population),
        g_strdup(row->town->population_source),
        row->distance,
        row->people,
        row->reached,
        csv_decimal(spots->radius_m / 1000),
        csv_integer(coverage->total->projects_check),
        csv_integer(coverage->rejected),
    };
    ik_csv_append(out, ';', true, (const char *const *)fields, G_N_ELEMENTS(fields));
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
        g_free(fields[i]);
}

char *ik_white_spots_to_csv(const ik_white_spots *spots, const ik_coverage *coverage,
                            const ik_territory *territory, guint limit)
{
    static const char *const head[] = {"kind",
                                       "rank",
                                       "ags",
                                       "municipality",
                                       "region",
                                       "population",
                                       "population_source",
                                       "distance_km",
                                       "people_gained",
                                       "people_reached",
                                       "radius_km",
                                       "projects_to_check",
                                       "records_rejected"};
    GString *out = g_string_new("\xEF\xBB\xBF");
    ik_csv_append(out, ';', false, head, G_N_ELEMENTS(head));
    for (guint i = 0; i < spots->spots->len && i < limit; i++) {
        const ik_white_spot *spot = &g_array_index(spots->spots, ik_white_spot, i);
        const csv_row row = {"white_spot",
                             i + 1,
                             &territory->municipalities[spot->municipality],
                             csv_decimal(spot->distance_m / 1000),
                             g_strdup(""),
                             g_strdup("")};
        append_row(out, territory, spots, coverage, &row);
    }
    for (guint i = 0; i < spots->gains->len; i++) {
        const ik_gain *gain = &g_array_index(spots->gains, ik_gain, i);
        const csv_row row = {"further_project",
                             i + 1,
                             &territory->municipalities[gain->municipality],
                             g_strdup(""),
                             csv_integer(gain->people),
                             csv_integer(gain->reached)};
        append_row(out, territory, spots, coverage, &row);
    }
    return g_string_free(out, FALSE);
}

/* --- JSON -------------------------------------------------------------------------------------- */

static void put_text(ik_json_writer *writer, const char *key, const char *text)
{
    ik_json_key(writer, key);
    ik_json_put_string(writer, text);
}

static void put_count(ik_json_writer *writer, const char *key, guint64 value)
{
    ik_json_key(writer, key);
    ik_json_put_integer(writer, (gint64)value);
}

static void put_kilometres(ik_json_writer *writer, const char *key, double metres)
{
    ik_json_key(writer, key);
    if (isnan(metres))
        ik_json_put_null(writer);
    else
        ik_json_put_rounded(writer, metres / 1000, 1);
}

static void put_town(ik_json_writer *writer, const ik_territory *territory, guint32 municipality)
{
    const ik_municipality *town = &territory->municipalities[municipality];
    put_text(writer, "ags", town->ags);
    put_text(writer, "municipality", town->name);
    put_text(writer, "region", territory->regions[town->region].id);
    put_count(writer, "population", town->population);
    put_text(writer, "population_source", town->population_source);
}

static void put_spots(ik_json_writer *writer, const ik_white_spots *spots,
                      const ik_territory *territory, guint limit)
{
    ik_json_key(writer, "white_spots");
    ik_json_begin_array(writer);
    for (guint i = 0; i < spots->spots->len && i < limit; i++) {
        const ik_white_spot *spot = &g_array_index(spots->spots, ik_white_spot, i);
        ik_json_begin_object(writer);
        put_town(writer, territory, spot->municipality);
        put_kilometres(writer, "distance_km", spot->distance_m);
        ik_json_end_object(writer);
    }
    ik_json_end_array(writer);
}

static void put_gains(ik_json_writer *writer, const ik_white_spots *spots,
                      const ik_territory *territory)
{
    ik_json_key(writer, "further_projects");
    ik_json_begin_array(writer);
    for (guint i = 0; i < spots->gains->len; i++) {
        const ik_gain *gain = &g_array_index(spots->gains, ik_gain, i);
        ik_json_begin_object(writer);
        put_town(writer, territory, gain->municipality);
        put_count(writer, "people_gained", gain->people);
        put_count(writer, "people_reached", gain->reached);
        ik_json_end_object(writer);
    }
    ik_json_end_array(writer);
}

/* As sentences: what the figures mean and what they stand on. */
static void put_base(ik_json_writer *writer, const ik_white_spots *spots,
                     const ik_coverage *coverage, const ik_territory *territory)
{
    g_autoptr(GPtrArray) method = ik_white_spots_explained(spots, "en");
    g_autoptr(GPtrArray) base = ik_coverage_base(coverage, territory, "en", IK_COVERAGE_BASE_ALL);
    g_ptr_array_add(method, NULL);
    g_ptr_array_add(base, NULL);
    ik_json_key(writer, "method");
    ik_json_put_strings(writer, (const char *const *)method->pdata);
    ik_json_key(writer, "base");
    ik_json_put_strings(writer, (const char *const *)base->pdata);
    ik_json_key(writer, "attribution");
    ik_attribution_put_json(writer, territory);
}

char *ik_white_spots_to_json(const ik_white_spots *spots, const ik_coverage *coverage,
                             const ik_territory *territory, guint limit)
{
    GString *out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 2);
    ik_json_begin_object(&writer);
    put_count(&writer, "municipalities", spots->municipalities);
    put_count(&writer, "municipalities_without_project", spots->spots->len);
    put_count(&writer, "population", spots->population);
    put_count(&writer, "people_reached", spots->reached);
    put_kilometres(&writer, "radius_km", spots->radius_m);
    put_count(&writer, "projects_to_check", coverage->total->projects_check);
    put_count(&writer, "records_rejected", coverage->rejected);
    put_base(&writer, spots, coverage, territory);
    put_spots(&writer, spots, territory, limit);
    put_gains(&writer, spots, territory);
    ik_json_end_object(&writer);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

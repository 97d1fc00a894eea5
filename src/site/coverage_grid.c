/* coverage_grid.c — figures, white spots and gains as rows and columns in a language.   [site]
 *
 * A column is a heading and a function that spells one figure of a row.
 */
#include "coverage_grid.h"

#include <ideenkarte/text.h>
#include <math.h>

typedef char *(*spell_fn)(const ik_coverage_row *row, const char *language);

typedef struct {
    const char *key; /* of the heading; NULL ends a list */
    spell_fn spell;  /* NULL: the name */
} column;

char *ik_kilometres(double metres, const char *language)
{
    return isnan(metres) ? g_strdup(ik_text(language, "coverage.unknown"))
                         : ik_text_decimal(language, metres / 1000, 1);
}

/* --- coverage ---------------------------------------------------------------------------------- */

static char *spell_projects(const ik_coverage_row *row, const char *language)
{
    return ik_text_integer(language, row->projects);
}

static char *spell_density(const ik_coverage_row *row, const char *language)
{
    return row->population == 0 ? g_strdup(ik_text(language, "coverage.unknown"))
                                : ik_text_decimal(language, row->projects_per_100k, 2);
}

static char *spell_share(const ik_coverage_row *row, const char *language)
{
    g_autofree char *part = ik_text_integer(language, row->municipalities_with_project);
    g_autofree char *whole = ik_text_integer(language, row->municipalities);
    return g_strdup_printf("%s/%s", part, whole);
}

static char *spell_percent(const ik_coverage_row *row, const char *language)
{
    if (row->municipalities == 0)
        return g_strdup(ik_text(language, "coverage.unknown"));
    return ik_text_decimal(language, 100.0 * row->municipalities_with_project / row->municipalities,
                           1);
}

static char *spell_organisations(const ik_coverage_row *row, const char *language)
{
    return ik_text_integer(language, row->organisations);
}

static char *spell_themes(const ik_coverage_row *row, const char *language)
{
    return ik_text_integer(language, g_strv_length(row->themes));
}

static char *spell_median(const ik_coverage_row *row, const char *language)
{
    return ik_kilometres(row->distance_median_m, language);
}

static char *spell_maximum(const ik_coverage_row *row, const char *language)
{
    return ik_kilometres(row->distance_max_m, language);
}

static char *spell_events(const ik_coverage_row *row, const char *language)
{
    return ik_text_integer(language, row->events);
}

static char *spell_population(const ik_coverage_row *row, const char *language)
{
    return ik_text_integer(language, (gint64)row->population);
}

static char *spell_to_check(const ik_coverage_row *row, const char *language)
{
    return ik_text_integer(language, row->projects_check);
}

static const column area_columns[] = {
    {"coverage.name", NULL},
    {"coverage.population", spell_population},
    {"coverage.projects", spell_projects},
    {"coverage.per_100k", spell_density},
    {"coverage.organisations", spell_organisations},
    {"coverage.themes", spell_themes},
    {"coverage.with_project", spell_share},
    {"gains.share", spell_percent},
    {"coverage.median", spell_median},
    {"coverage.maximum", spell_maximum},
    {"coverage.events", spell_events},
    {"coverage.to_check", spell_to_check},
    {NULL, NULL},
};

/* One municipality has no share of municipalities, and one distance. */
static const column municipality_columns[] = {
    {"coverage.municipality", NULL},
    {"coverage.population", spell_population},
    {"coverage.projects", spell_projects},
    {"coverage.per_100k", spell_density},
    {"coverage.organisations", spell_organisations},
    {"coverage.themes", spell_themes},
    {"coverage.distance", spell_median},
    {"coverage.events", spell_events},
    {"coverage.to_check", spell_to_check},
    {NULL, NULL},
};

static guint count_columns(const column *columns)
{
    guint n = 0;
    while (columns[n].key != NULL)
        n++;
    return n;
}

static ik_grid *start_grid(const column *columns, const char *language)
{
    const guint n = count_columns(columns);
    ik_grid *grid = ik_grid_new(n, 1);
    char **cells = g_new0(char *, n + 1);
    for (guint i = 0; i < n; i++)
        cells[i] = g_strdup(ik_text(language, columns[i].key));
    ik_grid_add(grid, cells);
    return grid;
}

static void add_row(ik_grid *grid, const column *columns, const char *name,
                    const ik_coverage_row *row, const char *language)
{
    char **cells = g_new0(char *, grid->columns + 1);
    for (guint i = 0; i < grid->columns; i++)
        cells[i] = columns[i].spell == NULL ? g_strdup(name) : columns[i].spell(row, language);
    ik_grid_add(grid, cells);
}

ik_grid *ik_coverage_grid(const ik_coverage *coverage, const char *language)
{
    const column *columns =
        coverage->by == IK_COVERAGE_MUNICIPALITY ? municipality_columns : area_columns;
    ik_grid *grid = start_grid(columns, language);
    for (guint i = 0; i < coverage->rows->len; i++) {
        const ik_coverage_row *row = g_ptr_array_index(coverage->rows, i);
        add_row(grid, columns, row->name, row, language);
    }
    add_row(grid, columns, ik_text(language, "coverage.total"), coverage->total, language);
    grid->has_total = true;
    return grid;
}

ik_grid *ik_coverage_grid_of_region(const ik_coverage *coverage, const ik_territory *territory,
                                    guint32 region, const char *language)
{
    ik_grid *grid = start_grid(municipality_columns, language);
    for (guint i = 0; i < coverage->rows->len; i++) {
        const ik_coverage_row *row = g_ptr_array_index(coverage->rows, i);
        if (territory->municipalities[i].region == region)
            add_row(grid, municipality_columns, row->name, row, language);
    }
    return grid;
}

/* --- white spots ------------------------------------------------------------------------------- */

static void add_headings(ik_grid *grid, const char *const *keys, const char *language)
{
    char **cells = g_new0(char *, grid->columns + 1);
    for (guint i = 0; i < grid->columns; i++)
        cells[i] = g_strdup(ik_text(language, keys[i]));
    ik_grid_add(grid, cells);
}

ik_grid *ik_white_spot_grid(const ik_white_spots *spots, const ik_territory *territory,
                            const char *language, guint limit)
{
    static const char *const keys[] = {"coverage.municipality", "coverage.region",
                                       "coverage.population", "spots.distance", NULL};
    ik_grid *grid = ik_grid_new(G_N_ELEMENTS(keys) - 1, 2);
    add_headings(grid, keys, language);
    for (guint i = 0; i < spots->spots->len && i < limit; i++) {
        const ik_white_spot *spot = &g_array_index(spots->spots, ik_white_spot, i);
        const ik_municipality *town = &territory->municipalities[spot->municipality];
        char **cells = g_new0(char *, grid->columns + 1);
        cells[0] = g_strdup(town->name);
        cells[1] = g_strdup(territory->regions[town->region].name);
        cells[2] = ik_text_integer(language, town->population);
        cells[3] = ik_kilometres(spot->distance_m, language);
        ik_grid_add(grid, cells);
    }
    return grid;
}

ik_grid *ik_gain_grid(const ik_white_spots *spots, const ik_territory *territory,
                      const char *language)
{
    static const char *const keys[] = {"coverage.municipality", "coverage.region", "gains.people",
                                       "gains.reached",         "gains.share",     NULL};
    ik_grid *grid = ik_grid_new(G_N_ELEMENTS(keys) - 1, 2);
    add_headings(grid, keys, language);
    for (guint i = 0; i < spots->gains->len; i++) {
        const ik_gain *gain = &g_array_index(spots->gains, ik_gain, i);
        const ik_municipality *town = &territory->municipalities[gain->municipality];
        char **cells = g_new0(char *, grid->columns + 1);
        cells[0] = g_strdup(town->name);
        cells[1] = g_strdup(territory->regions[town->region].name);
        cells[2] = ik_text_integer(language, (gint64)gain->people);
        cells[3] = ik_text_integer(language, (gint64)gain->reached);
        cells[4] =
            ik_text_decimal(language, 100.0 * (double)gain->reached / (double)spots->population, 1);
        ik_grid_add(grid, cells);
    }
    return grid;
}

/* coverage_command.c — ideenkarte coverage.   [cli] */
#include <string.h>

#include "command.h"
#include "terminal.h"

#define DEFAULT_SPOTS     20
#define DEFAULT_GAINS     10
#define DEFAULT_RADIUS_KM 10

typedef struct {
    char *by, *format, *theme, *since, *until, *radius;
    int white_spots;                      /* how many; -1: not asked for */
    char *chart, *map, *measure, *method; /* pictures */
    char *report;
    int classes;
    /* what they mean */
    ik_coverage_by unit;
    ik_report_format form;
    double radius_km;
    ik_figure_options figure;
} coverage_arguments;

static const char coverage_examples[] =
    "Regions and districts come with the share of their municipalities that have a project, and "
    "with the\n"
    "median and the largest distance from a municipality's centre to the nearest project.\n"
    "\n"
    "Examples:\n"
    "  ideenkarte coverage examples/das-machen-wir\n"
    "  ideenkarte coverage examples/das-machen-wir --by district --format csv\n"
    "  ideenkarte coverage out/demo/data/catalogue.sqlite --theme training --since 2016\n"
    "  ideenkarte coverage examples/das-machen-wir --white-spots 10 --radius 15\n"
    "  ideenkarte coverage examples/das-machen-wir --map map.pdf --by district --classes "
    "quantiles\n"
    "  ideenkarte coverage examples/das-machen-wir --report out/report\n";

static bool parse_by(const char *text, ik_coverage_by *by)
{
    static const char *const names[] = {"region", "district", "municipality", NULL};
    for (guint i = 0; names[i]; i++) {
        if (g_str_equal(text, names[i])) {
            *by = (ik_coverage_by)i;
            return true;
        }
    }
    return false;
}

/* --- what is counted --------------------------------------------------------------------------- */

static ik_survey *survey_workspace(const ik_cli *cli, GError **error)
{
    ik_terminal terminal;
    ik_terminal_init(&terminal, cli->language, cli->quiet);
    g_autoptr(ik_workspace) workspace = ik_workspace_open(cli->arguments[0], error);
    g_autoptr(ik_records) records =
        workspace ? ik_workspace_check(workspace, ik_terminal_progress, &terminal, error) : NULL;
    ik_survey *survey = records ? ik_workspace_survey(workspace, records, error) : NULL;
    ik_terminal_finish(&terminal);
    return survey;
}

/* A folder is a workspace, a file a catalogue. */
static ik_survey *survey(const ik_cli *cli, GError **error)
{
    if (g_file_test(cli->arguments[0], G_FILE_TEST_IS_REGULAR))
        return ik_survey_open(cli->arguments[0], ik_territory_builtin(), error);
    return survey_workspace(cli, error);
}

/* --- what is shown ----------------------------------------------------------------------------- */

static char *white_spots_text(const coverage_arguments *arguments, const ik_survey *survey,
                              const ik_coverage_filter *filter, const char *language,
                              GError **error)
{
    const ik_white_spot_options options = {arguments->radius_km * 1000, IK_NONE, DEFAULT_GAINS};
    g_autoptr(ik_coverage) coverage = ik_survey_coverage(survey, arguments->unit, filter, error);
    g_autoptr(ik_white_spots) spots =
        coverage ? ik_survey_white_spots(survey, filter, &options, error) : NULL;
    return spots ? ik_white_spots_format(spots, coverage, ik_territory_builtin(), arguments->form,
                                         language, (guint)arguments->white_spots)
                 : NULL;
}

static char *coverage_text(const coverage_arguments *arguments, const ik_survey *survey,
                           const ik_coverage_filter *filter, const char *language, GError **error)
{
    g_autoptr(ik_coverage) coverage = ik_survey_coverage(survey, arguments->unit, filter, error);
    return coverage
               ? ik_coverage_format(coverage, ik_territory_builtin(), arguments->form, language)
               : NULL;
}

/* --- pictures ---------------------------------------------------------------------------------- */

static bool draw_pictures(const coverage_arguments *arguments, const ik_survey *survey,
                          const ik_coverage_filter *filter, GError **error)
{
    const ik_territory *territory = ik_territory_builtin();
    g_autoptr(ik_coverage) coverage = ik_survey_coverage(survey, arguments->unit, filter, error);
    if (!coverage)
        return false;
    if (arguments->chart &&
        !ik_chart_file(coverage, territory, &arguments->figure, arguments->chart, error))
        return false;
    return !arguments->map ||
           ik_map_file(coverage, territory, &arguments->figure, arguments->map, error);
}

static int report(const coverage_arguments *arguments, const ik_cli *cli)
{
    GError *error = NULL;
    const ik_coverage_filter filter = {arguments->theme, arguments->since, arguments->until};
    g_autoptr(ik_survey) counted = survey(cli, &error);
    if (!counted)
        return ik_cli_fail(error);
    if (arguments->report)
        return ik_report_publish(counted, &filter, arguments->radius_km * 1000, arguments->report,
                                 &error)
                   ? IK_EXIT_DONE
                   : ik_cli_fail(error);
    if (arguments->chart || arguments->map)
        return draw_pictures(arguments, counted, &filter, &error) ? IK_EXIT_DONE
                                                                  : ik_cli_fail(error);
    g_autofree char *text =
        arguments->white_spots >= 0
            ? white_spots_text(arguments, counted, &filter, cli->language, &error)
            : coverage_text(arguments, counted, &filter, cli->language, &error);
    if (!text)
        return ik_cli_fail(error);
    return ik_cli_print(text) ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

/* --- options ----------------------------------------------------------------------------------- */

static int check_and_report(coverage_arguments *arguments, const ik_cli *cli)
{
    if (arguments->by && !parse_by(arguments->by, &arguments->unit))
        return ik_cli_misuse("--by %s: expected region, district or municipality", arguments->by);
    if (arguments->format && !ik_report_format_parse(arguments->format, &arguments->form))
        return ik_cli_misuse("--format %s: expected table, csv, json, md or html",
                             arguments->format);
    if (arguments->radius && !(ik_cli_parse_number(arguments->radius, &arguments->radius_km) &&
                               arguments->radius_km > 0 && arguments->radius_km <= 1000))
        return ik_cli_misuse("--radius %s: expected kilometres above 0 and up to 1000",
                             arguments->radius);
    if (arguments->measure && !ik_measure_parse(arguments->measure, &arguments->figure.measure))
        return ik_cli_misuse("--measure %s: expected per-100k, projects, share, distance or events",
                             arguments->measure);
    if (arguments->method && !ik_class_method_parse(arguments->method, &arguments->figure.method))
        return ik_cli_misuse("--classes %s: expected quantiles, equal or jenks", arguments->method);
    if (arguments->classes < 2 || arguments->classes > IK_MAX_CLASSES)
        return ik_cli_misuse("--class-count %d: expected 2 to %d", arguments->classes,
                             IK_MAX_CLASSES);
    arguments->figure.classes = (guint)arguments->classes;
    arguments->figure.language = cli->language;
    return report(arguments, cli);
}

static bool is_whole_number(const char *text)
{
    return *text != '\0' && strspn(text, "0123456789") == strlen(text);
}

/* `--white-spots` may stand alone, and a number may follow it. */
static char **join_white_spots(int argc, char **argv, int *n)
{
    char **joined = g_new0(char *, (gsize)argc + 1);
    *n = 0;
    for (int i = 0; i < argc; i++) {
        if (!g_str_equal(argv[i], "--white-spots"))
            joined[(*n)++] = g_strdup(argv[i]);
        else if (i + 1 < argc && is_whole_number(argv[i + 1]))
            joined[(*n)++] = g_strdup_printf("--white-spots=%s", argv[++i]);
        else
            joined[(*n)++] = g_strdup_printf("--white-spots=%d", DEFAULT_SPOTS);
    }
    return joined;
}

static void clear_arguments(coverage_arguments *arguments)
{
    g_free(arguments->by);
    g_free(arguments->format);
    g_free(arguments->theme);
    g_free(arguments->since);
    g_free(arguments->until);
    g_free(arguments->radius);
    g_free(arguments->report);
    g_free(arguments->chart);
    g_free(arguments->map);
    g_free(arguments->measure);
    g_free(arguments->method);
}

int ik_command_coverage(int argc, char **argv)
{
    coverage_arguments arguments = {.white_spots = -1,
                                    .radius_km = DEFAULT_RADIUS_KM,
                                    .classes = 5,
                                    .figure = {.method = IK_CLASSES_JENKS}};
    const GOptionEntry options[] = {
        {"by", 'b', 0, G_OPTION_ARG_STRING, &arguments.by,
         "region (default), district or municipality", "UNIT"},
        {"theme", 't', 0, G_OPTION_ARG_STRING, &arguments.theme, "only projects on this theme",
         "KEY"},
        {"since", 0, 0, G_OPTION_ARG_STRING, &arguments.since,
         "only what ran on this day or later: 2016, 2016-09 or 2016-09-05", "DATE"},
        {"until", 0, 0, G_OPTION_ARG_STRING, &arguments.until, "only what began by this day",
         "DATE"},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &arguments.format,
         "table (default), csv, json, md or html", "FORMAT"},
        {"white-spots", 'w', 0, G_OPTION_ARG_INT, &arguments.white_spots,
         "the N (default 20) largest municipalities without a project, and where one more would "
         "reach most people",
         "N"},
        {"radius", 0, 0, G_OPTION_ARG_STRING, &arguments.radius,
         "who lives that near to a project is reached (default 10)", "KM"},
        {"chart", 0, 0, G_OPTION_ARG_FILENAME, &arguments.chart,
         "draw a bar chart instead: .svg, .png or .pdf", "FILE"},
        {"map", 0, 0, G_OPTION_ARG_FILENAME, &arguments.map,
         "draw a map of the areas instead: .svg, .png or .pdf", "FILE"},
        {"report", 0, 0, G_OPTION_ARG_FILENAME, &arguments.report,
         "write the whole report instead: pages for the state and each region", "FOLDER"},
        {"measure", 0, 0, G_OPTION_ARG_STRING, &arguments.measure,
         "what they show: per-100k (default), projects, share, distance or events", "MEASURE"},
        {"classes", 0, 0, G_OPTION_ARG_STRING, &arguments.method,
         "classes of the map: jenks (default), quantiles or equal", "METHOD"},
        {"class-count", 0, 0, G_OPTION_ARG_INT, &arguments.classes, "how many at most (default 5)",
         "N"},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "WORKSPACE|CATALOGUE.sqlite",
        "Counts projects, organisations, themes and events and sets them against the population.",
        coverage_examples,
        options,
        1,
        1};
    ik_cli cli;
    int exit_code, n;
    g_auto(GStrv) joined = join_white_spots(argc, argv, &n);
    if (ik_cli_parse(&usage, &cli, n, joined, &exit_code))
        exit_code = check_and_report(&arguments, &cli);
    ik_cli_clear(&cli);
    clear_arguments(&arguments);
    return exit_code;
}

/* coverage_command.c — ideenkarte coverage.   [cli] */
#include "command.h"
#include "terminal.h"

typedef struct {
    char *by, *format;
} coverage_arguments;

static const char coverage_examples[] =
    "Examples:\n"
    "  ideenkarte coverage examples/das-machen-wir\n"
    "  ideenkarte coverage examples/das-machen-wir --by district --format csv\n";

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

static char *format_coverage(const ik_coverage *coverage, const char *format, const char *language)
{
    if (g_str_equal(format, "csv"))
        return ik_coverage_to_csv(coverage);
    if (g_str_equal(format, "json"))
        return ik_coverage_to_json(coverage, ik_territory_builtin());
    return ik_coverage_to_table(coverage, language);
}

static int report(const ik_cli *cli, ik_coverage_by by, const char *format)
{
    GError *error = NULL;
    ik_terminal terminal;
    ik_terminal_init(&terminal, cli->language, cli->quiet);
    g_autoptr(ik_workspace) workspace = ik_workspace_open(cli->arguments[0], &error);
    g_autoptr(ik_records) records =
        workspace ? ik_workspace_check(workspace, ik_terminal_progress, &terminal, &error) : NULL;
    g_autoptr(ik_survey) survey = records ? ik_workspace_survey(workspace, records, &error) : NULL;
    g_autoptr(ik_coverage) coverage = survey ? ik_survey_coverage(survey, by, NULL, &error) : NULL;
    ik_terminal_finish(&terminal);
    if (!coverage)
        return ik_cli_fail(error);
    g_autofree char *text = format_coverage(coverage, format, cli->language);
    return ik_cli_print(text) ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

static int check_and_report(const coverage_arguments *arguments, const ik_cli *cli)
{
    static const char *const formats[] = {"table", "csv", "json", NULL};
    const char *format = arguments->format ? arguments->format : "table";
    ik_coverage_by by = IK_COVERAGE_REGION;
    if (arguments->by && !parse_by(arguments->by, &by))
        return ik_cli_misuse("--by %s: expected region, district or municipality", arguments->by);
    if (!g_strv_contains(formats, format))
        return ik_cli_misuse("--format %s: expected table, csv or json", format);
    return report(cli, by, format);
}

int ik_command_coverage(int argc, char **argv)
{
    coverage_arguments arguments = {0};
    const GOptionEntry options[] = {{"by", 'b', 0, G_OPTION_ARG_STRING, &arguments.by,
                                     "region (default), district or municipality", "UNIT"},
                                    {"format", 'f', 0, G_OPTION_ARG_STRING, &arguments.format,
                                     "table (default), csv or json", "FORMAT"},
                                    G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "WORKSPACE",
        "Counts projects, organisations, themes and events and sets them against the population.",
        coverage_examples,
        options,
        1,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = check_and_report(&arguments, &cli);
    ik_cli_clear(&cli);
    g_free(arguments.by);
    g_free(arguments.format);
    return exit_code;
}

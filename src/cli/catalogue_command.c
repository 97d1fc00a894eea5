/* catalogue_command.c — ideenkarte catalogue import, diff, export, query, migrate.   [cli] */
#include <errno.h>
#include <stdio.h>

#include "command.h"
#include "terminal.h"

/* --- what they share -------------------------------------------------------------------------- */

static bool write_stdout(const char *bytes, gsize size, gpointer data, GError **error)
{
    (void)data;
    if (fwrite(bytes, 1, size, stdout) == size)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_IO, "cannot write to standard output: %s",
                g_strerror(errno));
    return false;
}

/* Ends a command that has written to stdout. */
static int finish(bool done, GError *error)
{
    if (!done)
        return ik_cli_fail(error);
    return ik_cli_print("") ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

static bool parse_format(const char *text, const char *table_name, ik_answer_format *format)
{
    *format = IK_ANSWER_TABLE;
    if (text == NULL || g_str_equal(text, table_name))
        return true;
    *format = g_str_equal(text, "csv") ? IK_ANSWER_CSV : IK_ANSWER_JSON;
    return g_str_equal(text, "csv") || g_str_equal(text, "json");
}

static void print_line(const ik_cli *cli, const char *key, const char *file, const char *run)
{
    if (cli->quiet)
        return;
    g_autofree char *line =
        ik_text_format(cli->language, key, "file", file, "run", run == NULL ? "" : run, NULL);
    fprintf(stderr, "%s\n", line);
}

/* --- import ----------------------------------------------------------------------------------- */

typedef struct {
    char *output, *label;
    gboolean allow_rejects;
} import_arguments;

static void append_count(GString *out, const char *language, const char *key,
                         const ik_change_counts *counts)
{
    g_autofree char *created = ik_text_integer(language, counts->created);
    g_autofree char *changed = ik_text_integer(language, counts->changed);
    g_autofree char *gone = ik_text_integer(language, counts->gone);
    g_autofree char *unchanged = ik_text_integer(language, counts->unchanged);
    g_autofree char *line = ik_text_format(language, key, "new", created, "changed", changed,
                                           "gone", gone, "unchanged", unchanged, NULL);
    g_string_append_printf(out, "%s\n", line);
}

static bool print_import(const ik_cli *cli, const char *output, const ik_import_summary *summary)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *rejects = ik_text_integer(cli->language, summary->rejects);
    g_autofree char *run = g_strdup_printf("%u", summary->run);
    g_autofree char *rejected =
        ik_text_format(cli->language, "diff.rejected", "count", rejects, NULL);
    g_autofree char *written =
        ik_text_format(cli->language, "diff.written", "file", output, "run", run, NULL);
    append_count(out, cli->language, "diff.projects", &summary->projects);
    append_count(out, cli->language, "diff.events", &summary->events);
    g_string_append_printf(out, "%s\n%s\n", rejected, written);
    return cli->quiet || ik_cli_print(out->str);
}

static int import_workspace(const import_arguments *arguments, const ik_cli *cli)
{
    GError *error = NULL;
    ik_terminal terminal;
    const ik_workspace_target target = {arguments->output, arguments->label};
    ik_import_summary summary;
    ik_terminal_init(&terminal, cli->language, cli->quiet);
    g_autoptr(ik_workspace) workspace = ik_workspace_open(cli->arguments[0], &error);
    g_autoptr(ik_records) records =
        workspace ? ik_workspace_check(workspace, ik_terminal_progress, &terminal, &error) : NULL;
    const bool is_checked =
        records &&
        ik_workspace_check_photos(workspace, records, ik_terminal_progress, &terminal, &error);
    const ik_progress storing = {"stage.catalogue", 0, 0};
    if (is_checked && !ik_terminal_progress(&storing, &terminal))
        g_set_error_literal(&error, IK_ERROR, IK_ERROR_CANCELLED, "stopped on request");
    bool stored =
        is_checked && !error && ik_workspace_store(workspace, records, &target, &summary, &error);
    ik_terminal_finish(&terminal);
    if (!stored)
        return ik_cli_fail(error);
    if (!print_import(cli, arguments->output, &summary))
        return IK_EXIT_FAILED;
    return summary.rejects && !arguments->allow_rejects ? IK_EXIT_REJECTS : IK_EXIT_DONE;
}

static int run_import(int argc, char **argv)
{
    import_arguments arguments = {0};
    const GOptionEntry options[] = {{"output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
                                     "Catalogue to continue, or to make (required)", "FILE"},
                                    {"label", 0, 0, G_OPTION_ARG_STRING, &arguments.label,
                                     "What this import is called, a date for example", "LABEL"},
                                    {"allow-rejects", 0, 0, G_OPTION_ARG_NONE,
                                     &arguments.allow_rejects,
                                     "Exit with 0 even if records were rejected", NULL},
                                    G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "WORKSPACE -o FILE.sqlite",
        "Reads and places every record of the workspace as build does and stores them as the next "
        "import of a\ncatalogue (SpatiaLite). Ids keep their numbers; the catalogue remembers what "
        "was new, changed and gone.",
        "Examples:\n"
        "  ideenkarte catalogue import examples/das-machen-wir -o katalog.sqlite --label "
        "2016-11-01\n",
        options,
        1,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = arguments.output ? import_workspace(&arguments, &cli)
                                     : ik_cli_misuse("missing -o FILE; see 'ideenkarte catalogue "
                                                     "import --help'");
    ik_cli_clear(&cli);
    g_free(arguments.output);
    g_free(arguments.label);
    return exit_code;
}

/* --- diff ------------------------------------------------------------------------------------- */

static int diff(const ik_cli *cli, const char *format)
{
    GError *error = NULL;
    guint64 run = 0;
    ik_answer answer = {.language = cli->language, .write = write_stdout};
    if (!parse_format(format, "text", &answer.format))
        return ik_cli_misuse("--format %s: expected text, csv or json", format);
    if (cli->arguments[1] &&
        !g_ascii_string_to_unsigned(cli->arguments[1], 10, 1, G_MAXINT, &run, NULL))
        return ik_cli_misuse("%s: expected the number of an import, 1 or more", cli->arguments[1]);
    g_autoptr(ik_catalogue) catalogue = ik_catalogue_open(cli->arguments[0], &error);
    bool done = catalogue && ik_catalogue_diff(catalogue, (guint)run, &answer, &error);
    return finish(done, error);
}

static int run_diff(int argc, char **argv)
{
    char *format = NULL;
    const GOptionEntry options[] = {
        {"format", 'f', 0, G_OPTION_ARG_STRING, &format, "text (default), csv or json", "FORMAT"},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "FILE [RUN]",
        "Says what an import of the catalogue (the last, or number RUN) brought against the one "
        "before:\nwhat is new, changed (each field before and after), gone, and how much stayed.",
        "Examples:\n"
        "  ideenkarte catalogue diff katalog.sqlite\n"
        "  ideenkarte catalogue diff katalog.sqlite 2 --format csv > aenderungen.csv\n",
        options,
        1,
        2};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = diff(&cli, format);
    ik_cli_clear(&cli);
    g_free(format);
    return exit_code;
}

/* --- export ----------------------------------------------------------------------------------- */

static int export_file(const ik_cli *cli, const char *output)
{
    GError *error = NULL;
    g_autoptr(ik_catalogue) catalogue = ik_catalogue_open(cli->arguments[0], &error);
    if (!catalogue || !ik_catalogue_export(catalogue, output, &error))
        return ik_cli_fail(error);
    print_line(cli, "export.written", output, NULL);
    return IK_EXIT_DONE;
}

static int run_export(int argc, char **argv)
{
    char *output = NULL;
    const GOptionEntry options[] = {{"output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
                                     "File to write; its ending says the format (required)",
                                     "FILE.gpkg|.geojson|.csv"},
                                    G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "FILE -o OUT.gpkg|OUT.geojson|OUT.csv",
        "Writes the catalogue for other programs: a GeoPackage with projects, events and areas, or "
        "the projects\nas GeoJSON or as CSV for Excel.",
        "Examples:\n"
        "  ideenkarte catalogue export katalog.sqlite -o katalog.gpkg\n"
        "  ideenkarte catalogue export katalog.sqlite -o projekte.csv\n",
        options,
        1,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = output ? export_file(&cli, output)
                           : ik_cli_misuse("missing -o FILE; see 'ideenkarte catalogue export "
                                           "--help'");
    ik_cli_clear(&cli);
    g_free(output);
    return exit_code;
}

/* --- query ------------------------------------------------------------------------------------ */

typedef struct {
    char *region, *district, *municipality, *theme, *status, *sql, *format;
    int limit;
} query_arguments;

/* What a terminal shows when nobody says how much. */
enum { TABLE_ROWS = 100 };

static void tell_cut(const ik_cli *cli, guint limit)
{
    g_autofree char *count = ik_text_integer(cli->language, limit);
    g_autofree char *line = ik_text_format(cli->language, "query.cut", "count", count, NULL);
    if (!cli->quiet)
        fprintf(stderr, "%s\n", line);
}

static bool answer_query(const query_arguments *arguments, const char *path,
                         const ik_catalogue_filter *filter, const ik_answer *answer, GError **error)
{
    g_autoptr(ik_catalogue) catalogue = ik_catalogue_open(path, error);
    if (!catalogue)
        return false;
    return arguments->sql ? ik_catalogue_query_sql(catalogue, arguments->sql, answer, error)
                          : ik_catalogue_query(catalogue, filter, answer, error);
}

static int ask(const query_arguments *arguments, const ik_cli *cli)
{
    GError *error = NULL;
    bool is_cut = false;
    ik_answer answer = {.language = cli->language, .write = write_stdout, .is_cut = &is_cut};
    const ik_catalogue_filter filter = {arguments->region, arguments->district,
                                        arguments->municipality, arguments->theme,
                                        arguments->status};
    const bool has_filter =
        filter.region || filter.district || filter.municipality || filter.theme || filter.status;
    if (!parse_format(arguments->format, "table", &answer.format))
        return ik_cli_misuse("--format %s: expected table, csv or json", arguments->format);
    if (arguments->sql && has_filter)
        return ik_cli_misuse("give either --sql or --region, --district, --municipality, --theme "
                             "and --status");
    if (arguments->limit < -1)
        return ik_cli_misuse("--limit %d: expected a number of rows, or 0 for all",
                             arguments->limit);
    if (arguments->limit >= 0)
        answer.limit = (guint)arguments->limit;
    else
        answer.limit = answer.format == IK_ANSWER_TABLE ? TABLE_ROWS : 0;
    bool done = answer_query(arguments, cli->arguments[0], &filter, &answer, &error);
    if (done && is_cut)
        tell_cut(cli, answer.limit);
    return finish(done, error);
}

static int run_query(int argc, char **argv)
{
    query_arguments arguments = {.limit = -1};
    const GOptionEntry options[] = {
        {"region", 'r', 0, G_OPTION_ARG_STRING, &arguments.region,
         "Labour-market region, id or name", "REGION"},
        {"district", 'd', 0, G_OPTION_ARG_STRING, &arguments.district,
         "District, first five digits of the AGS, or name", "DISTRICT"},
        {"municipality", 'm', 0, G_OPTION_ARG_STRING, &arguments.municipality,
         "Municipality, AGS of eight digits", "AGS"},
        {"theme", 't', 0, G_OPTION_ARG_STRING, &arguments.theme, "Theme, its key", "THEME"},
        {"status", 's', 0, G_OPTION_ARG_STRING, &arguments.status, "auto or check", "STATUS"},
        {"sql", 0, 0, G_OPTION_ARG_STRING, &arguments.sql, "One SELECT of your own instead",
         "SELECT"},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &arguments.format, "table (default), csv or json",
         "FORMAT"},
        {"limit", 'n', 0, G_OPTION_ARG_INT, &arguments.limit,
         "Rows at most, 0: all; a table shows 100 if not given", "N"},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "FILE",
        "Lists projects of the catalogue by area, theme and status, or answers a SELECT over its "
        "tables and views.\nThe file is only read.",
        "Examples:\n"
        "  ideenkarte catalogue query katalog.sqlite --region westfaelisches-ruhrgebiet --theme "
        "work\n"
        "  ideenkarte catalogue query katalog.sqlite --municipality 05913000 --format csv > "
        "dortmund.csv\n"
        "  ideenkarte catalogue query katalog.sqlite --sql \"SELECT name, projects FROM "
        "coverage_by_region\"\n",
        options,
        1,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = ask(&arguments, &cli);
    ik_cli_clear(&cli);
    char *const texts[] = {arguments.region, arguments.district, arguments.municipality,
                           arguments.theme,  arguments.status,   arguments.sql,
                           arguments.format};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
    return exit_code;
}

/* --- migrate ---------------------------------------------------------------------------------- */

static int run_migrate(int argc, char **argv)
{
    const ik_cli_usage usage = {
        "FILE",
        "Brings a catalogue that an earlier version of ideenkarte wrote to this version. Nothing "
        "is lost; on failure\nthe file is as before. import does the same on its way.",
        "Examples:\n"
        "  ideenkarte catalogue migrate katalog.sqlite\n",
        NULL,
        1,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code)) {
        GError *error = NULL;
        exit_code =
            ik_catalogue_migrate(cli.arguments[0], &error) ? IK_EXIT_DONE : ik_cli_fail(error);
    }
    ik_cli_clear(&cli);
    return exit_code;
}

/* --- the command ------------------------------------------------------------------------------ */

static const ik_command parts[] = {
    {"import", "a workspace into a catalogue, history goes on", run_import},
    {"diff", "what an import brought against the one before", run_diff},
    {"query", "projects by area, theme and status, or SQL", run_query},
    {"export", "as GeoPackage, GeoJSON or CSV for Excel", run_export},
    {"migrate", "bring an earlier version's file to this version", run_migrate},
};

static char *help_text(void)
{
    GString *out = g_string_new("Usage:\n  ideenkarte catalogue PART [OPTIONS]\n\nParts:\n");
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        g_string_append_printf(out, "  %-10s %s\n", parts[i].name, parts[i].summary);
    g_string_append(out, "\nEach explains itself: ideenkarte catalogue PART --help\n"
                         "\nExamples:\n"
                         "  ideenkarte catalogue import examples/das-machen-wir -o katalog.sqlite\n"
                         "  ideenkarte catalogue query katalog.sqlite --theme work\n"
                         "  ideenkarte catalogue export katalog.sqlite -o katalog.gpkg\n");
    return g_string_free(out, FALSE);
}

static int run_part(const ik_command *part, int argc, char **argv)
{
    g_autofree char *name = g_strconcat("catalogue ", part->name, NULL);
    g_autofree char **arguments = g_new0(char *, (gsize)argc + 1);
    arguments[0] = name;
    for (int i = 1; i < argc; i++)
        arguments[i] = argv[i];
    return part->run(argc, arguments);
}

int ik_command_catalogue(int argc, char **argv)
{
    g_autofree char *help = help_text();
    if (argc < 2)
        return ik_cli_misuse("missing part of the command; see 'ideenkarte catalogue --help'");
    if (g_str_equal(argv[1], "--help") || g_str_equal(argv[1], "-h"))
        return ik_cli_print(help) ? IK_EXIT_DONE : IK_EXIT_FAILED;
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (g_str_equal(argv[1], parts[i].name))
            return run_part(&parts[i], argc - 1, argv + 1);
    return ik_cli_misuse("unknown part \"%s\"; see 'ideenkarte catalogue --help'", argv[1]);
}

/* geocode_command.c — ideenkarte geocode.   [cli] */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "command.h"
#include "terminal.h"

typedef struct {
    char *query;
    char *output;
    char *format;
    char *review;
    char *gazetteer;
    int jobs;
    gboolean explain;
    gboolean allow_rejects;
} geocode_arguments;

static const char geocode_examples[] =
    "Examples:\n"
    "  ideenkarte geocode -q \"Ottostr. 5, 44145 Dortmund\"\n"
    "  ideenkarte geocode -q \"Köln-Mülheim\" --format json\n"
    "  ideenkarte geocode adressen.csv -o verortet.csv\n"
    "  ideenkarte geocode adressen.csv -o verortet.csv --review zu_pruefen.csv\n"
    "  ideenkarte geocode adressen.csv --gazetteer nrw.gaz -o verortet.csv\n"
    "  ideenkarte geocode -q \"Bergstr. 5, Essen\" --gazetteer nrw.gaz --explain\n"
    "  ideenkarte geocode - < adressen.ndjson > verortet.ndjson\n"
    "  ideenkarte geocode orte.geojson -o verortet.geojson\n";

/* Whom the streets and houses come from: "source: Geobasis NRW (dl-de/zero-2-0)", a line each. Caller frees. */
static char *source_lines(const ik_geocoder *geocoder, const char *language)
{
    guint n;
    const ik_attribution *credits = ik_geocoder_attributions(geocoder, &n);
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < n; i++)
        g_string_append_printf(lines, "%s: %s (%s)\n", ik_text(language, "answer.source"),
                               credits[i].text_de, credits[i].licence);
    return g_string_free(lines, FALSE);
}

static int print_answer(const geocode_arguments *arguments, const ik_cli *cli,
                        const ik_match *match, const char *explanation, const char *sources)
{
    const ik_territory *territory = ik_territory_builtin();
    bool json = arguments->format && g_str_equal(arguments->format, "json");
    g_autofree char *answer = json ? ik_match_to_json(territory, arguments->query, match)
                                   : ik_match_to_text(territory, match, cli->language);
    g_autofree char *text = g_strconcat(explanation, answer, json ? "\n" : sources, NULL);
    return ik_cli_print(text) ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

static int answer_query(const geocode_arguments *arguments, const ik_cli *cli)
{
    GError *error = NULL;
    g_autoptr(ik_geocoder) geocoder = ik_geocoder_new(ik_territory_builtin());
    if (arguments->gazetteer && !ik_geocoder_open_gazetteer(geocoder, arguments->gazetteer, &error))
        return ik_cli_fail(error);
    ik_address address = {.text = arguments->query};
    ik_match match = {0};
    g_autofree char *explanation = ik_geocoder_explain(geocoder, &address, &match);
    g_autofree char *sources = source_lines(geocoder, cli->language);
    int exit_code =
        print_answer(arguments, cli, &match, arguments->explain ? explanation : "", sources);
    bool rejected = match.status == IK_STATUS_REJECT && !arguments->allow_rejects;
    ik_match_clear(&match);
    return exit_code == IK_EXIT_DONE && rejected ? IK_EXIT_REJECTS : exit_code;
}

static bool write_stream(const char *bytes, gsize size, gpointer data, GError **error)
{
    if (fwrite(bytes, 1, size, data) == size)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_IO, "cannot write the result: %s", g_strerror(errno));
    return false;
}

/* `sources` receives whom the streets and houses come from; the caller's. */
static bool run_batch(const geocode_arguments *arguments, const char *path,
                      const ik_batch_options *options, ik_batch_summary *summary, char **sources,
                      GError **error)
{
    g_autoptr(ik_atlas) atlas = ik_atlas_new();
    if (arguments->gazetteer && !ik_atlas_open_gazetteer(atlas, arguments->gazetteer, error))
        return false;
    if (!ik_geocode_file(atlas, path, options, summary, error))
        return false;
    *sources = source_lines(ik_atlas_geocoder(atlas), options->language);
    if (options->output || fflush(stdout) == 0)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_IO, "cannot write the result: %s", g_strerror(errno));
    return false;
}

static void report(const ik_batch_summary *summary, const char *language)
{
    const struct {
        const char *key;
        guint64 value;
    } lines[] = {{"summary.placed", summary->placed},
                 {"count.to_check", summary->to_check},
                 {"count.rejected", summary->rejected}};
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autofree char *number = ik_text_integer(language, (gint64)lines[i].value);
        g_autofree char *line = ik_text_format(language, lines[i].key, "count", number, NULL);
        fprintf(stderr, "%s\n", line);
    }
}

static int answer_file(const geocode_arguments *arguments, const ik_cli *cli)
{
    GError *error = NULL;
    ik_terminal terminal;
    ik_batch_options options = {.language = cli->language,
                                .jobs = (guint)arguments->jobs,
                                .output = arguments->output,
                                .review = arguments->review,
                                .write = write_stream,
                                .write_data = stdout,
                                .progress = ik_terminal_progress,
                                .progress_data = &terminal};
    ik_batch_summary summary = {0};
    if (arguments->format && !ik_file_format_find(arguments->format, &options.format))
        return ik_cli_misuse("--format %s: expected csv, ndjson or geojson for a file",
                             arguments->format);
    ik_terminal_init(&terminal, cli->language, cli->quiet);
    g_autofree char *sources = NULL;
    bool done = run_batch(arguments, cli->arguments[0], &options, &summary, &sources, &error);
    ik_terminal_finish(&terminal);
    if (!done)
        return ik_cli_fail(error);
    if (!cli->quiet) {
        report(&summary, cli->language);
        fputs(sources, stderr);
    }
    return summary.rejected && !arguments->allow_rejects ? IK_EXIT_REJECTS : IK_EXIT_DONE;
}

/* Whether both names lead to one file. */
static bool is_same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

/* `option` names a file to write, `path` (NULL: none), which must not be the list. */
static int check_target(const char *option, const char *path, const char *list)
{
    if (!path)
        return IK_EXIT_DONE;
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        return ik_cli_misuse("%s %s: is a folder, expected a file to write", option, path);
    if (is_same_file(list, path))
        return ik_cli_misuse("%s %s: the result would replace the list; name another file", option,
                             path);
    return IK_EXIT_DONE;
}

static int check_files(const geocode_arguments *arguments, const char *file)
{
    if (!g_str_equal(file, "-") && !g_file_test(file, G_FILE_TEST_EXISTS))
        return ik_cli_fail(g_error_new(IK_ERROR, IK_ERROR_NOT_FOUND,
                                       "%s: no such file; one address is given as --query "
                                       "\"ADDRESS\"",
                                       file));
    int exit_code = check_target("-o", arguments->output, file);
    if (exit_code == IK_EXIT_DONE)
        exit_code = check_target("--review", arguments->review, file);
    if (exit_code == IK_EXIT_DONE && arguments->output && arguments->review &&
        (g_str_equal(arguments->output, arguments->review) ||
         is_same_file(arguments->output, arguments->review)))
        return ik_cli_misuse("--review %s: is the file of the result; name another file",
                             arguments->review);
    return exit_code;
}

static int check_query(const geocode_arguments *arguments)
{
    if (arguments->format && !g_str_equal(arguments->format, "json") &&
        !g_str_equal(arguments->format, "text"))
        return ik_cli_misuse("--format %s: expected text or json", arguments->format);
    if (arguments->output)
        return ik_cli_misuse("--output goes with a FILE; the answer to --query is printed");
    if (arguments->review)
        return ik_cli_misuse("--review goes with a FILE");
    return IK_EXIT_DONE;
}

static int check_and_answer(const geocode_arguments *arguments, const ik_cli *cli)
{
    if ((arguments->query != NULL) == (cli->arguments != NULL))
        return ik_cli_misuse(
            "give either a FILE or --query ADDRESS; see 'ideenkarte geocode --help'");
    if (arguments->jobs < 0 || arguments->jobs > 256)
        return ik_cli_misuse("--jobs %d: expected 1 to 256, or 0 for one a core", arguments->jobs);
    int exit_code =
        arguments->query ? check_query(arguments) : check_files(arguments, cli->arguments[0]);
    if (exit_code != IK_EXIT_DONE)
        return exit_code;
    return arguments->query ? answer_query(arguments, cli) : answer_file(arguments, cli);
}

int ik_command_geocode(int argc, char **argv)
{
    geocode_arguments arguments = {0};
    const GOptionEntry options[] = {
        {"query", 'q', 0, G_OPTION_ARG_FILENAME, &arguments.query, "One address instead of a file",
         "ADDRESS"},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &arguments.format,
         "Of the answer to --query: text (default) or json; of a file: csv, "
         "ndjson or geojson, where that is not seen",
         "FORMAT"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
         "File to write instead of standard output", "FILE"},
        {"review", 0, 0, G_OPTION_ARG_FILENAME, &arguments.review,
         "CSV file for the records that a person should look at", "FILE"},
        {"jobs", 'j', 0, G_OPTION_ARG_INT, &arguments.jobs, "Threads; 0, the default: one a core",
         "N"},
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME, &arguments.gazetteer,
         "Streets and houses, made by 'ideenkarte gazetteer build'", "FILE"},
        {"explain", 0, 0, G_OPTION_ARG_NONE, &arguments.explain,
         "With --query: also what was read, weighed and deducted", NULL},
        {"allow-rejects", 0, 0, G_OPTION_ARG_NONE, &arguments.allow_rejects,
         "Exit with 0 even if an address could not be placed", NULL},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "FILE|-",
        "Places the addresses of a file: CSV, NDJSON or GeoJSON. Columns are recognised as in "
        "projects.csv, members\n"
        "of JSON by the same names; all is kept as it is written, and in its order. The answer "
        "follows (match, score,\n"
        "status, faults, ags, region, lon, lat, accuracy_m, ...); a name that is there already "
        "becomes\n"
        "matched_street and so on. A feature without geometry gets the point that was found. In "
        "CSV a field that a\n"
        "spreadsheet would take for a formula gets an apostrophe in front.",
        geocode_examples,
        options,
        0,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = check_and_answer(&arguments, &cli);
    ik_cli_clear(&cli);
    g_free(arguments.query);
    g_free(arguments.output);
    g_free(arguments.format);
    g_free(arguments.review);
    g_free(arguments.gazetteer);
    return exit_code;
}

/* build_command.c — ideenkarte build.   [cli] */
#include <stdio.h>

#include "command.h"
#include "terminal.h"

typedef struct {
    char *output;
    char *zoom;
    char *tile_url;
    int jobs;
    gboolean allow_rejects, allow_empty;
} build_arguments;

static const char build_examples[] =
    "Examples:\n"
    "  ideenkarte build examples/das-machen-wir -o out/demo\n"
    "  ideenkarte build kampagne -o /srv/www/ideenkarte --zoom 5-13 --jobs 2 --quiet\n"
    "\nThe folder is written beside its place and moved there by one rename: a failed build leaves "
    "the\n"
    "former output untouched. Look at it with: ideenkarte serve out/demo\n";

static void append_line(GString *out, const char *language, const char *key, guint64 value)
{
    g_autofree char *number = ik_text_integer(language, (gint64)value);
    g_autofree char *line = ik_text_format(language, key, "count", number, NULL);
    g_string_append_printf(out, "%s\n", line);
}

static int print_summary(const ik_build_summary *summary, const char *output, const char *language,
                         gint64 elapsed_us)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *seconds = ik_text_decimal(language, (double)elapsed_us / 1e6, 1);
    append_line(out, language, "summary.placed", summary->placed);
    append_line(out, language, "summary.to_check", summary->to_check);
    if (summary->omissions > 0)
        append_line(out, language, "summary.omissions", summary->omissions);
    append_line(out, language, "summary.rejected", summary->rejected);
    append_line(out, language, "summary.events", summary->events);
    append_line(out, language, "summary.tiles", summary->tiles);
    append_line(out, language, "summary.files", summary->files);
    g_autofree char *published =
        ik_text_format(language, "summary.published", "folder", output, "seconds", seconds, NULL);
    g_string_append_printf(out, "%s\n", published);
    return ik_cli_print(out->str) ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

static int build(const build_arguments *arguments, const ik_cli *cli, const ik_build_options *given)
{
    g_autoptr(GError) error = NULL;
    ik_terminal terminal;
    ik_terminal_init(&terminal, cli->language, cli->quiet);
    ik_build_options options = *given;
    options.progress = ik_terminal_progress;
    options.progress_data = &terminal;
    options.note = ik_terminal_note;
    options.note_data = &terminal;
    gint64 began = g_get_monotonic_time();
    ik_build_summary summary;
    g_autoptr(ik_workspace) workspace = ik_workspace_open(cli->arguments[0], &error);
    bool built = workspace && ik_build(workspace, &options, &summary, &error);
    ik_terminal_finish(&terminal);
    if (!built)
        return ik_cli_fail(g_steal_pointer(&error));
    if (!cli->quiet && print_summary(&summary, options.output, cli->language,
                                     g_get_monotonic_time() - began) != IK_EXIT_DONE)
        return IK_EXIT_FAILED;
    return summary.rejected && !arguments->allow_rejects ? IK_EXIT_REJECTS : IK_EXIT_DONE;
}

static int check_and_build(const build_arguments *arguments, const ik_cli *cli)
{
    ik_build_options options = {.output = arguments->output,
                                .min_zoom = -1,
                                .max_zoom = -1,
                                .allow_empty = arguments->allow_empty,
                                .portal_url = arguments->tile_url};
    guint min_zoom, max_zoom;
    if (!arguments->output || !*arguments->output)
        return ik_cli_misuse("missing -o FOLDER; see 'ideenkarte build --help'");
    if (arguments->jobs < 0 || arguments->jobs > 256)
        return ik_cli_misuse("--jobs %d: expected 1 to 256, or 0 for one a core", arguments->jobs);
    options.jobs = (guint)arguments->jobs;
    if (arguments->zoom) {
        if (!ik_zoom_range_parse(arguments->zoom, &min_zoom, &max_zoom))
            return ik_cli_misuse("--zoom %s: expected for example 5-12 (0 to 18)", arguments->zoom);
        options.min_zoom = (int)min_zoom;
        options.max_zoom = (int)max_zoom;
    }
    return build(arguments, cli, &options);
}

int ik_command_build(int argc, char **argv)
{
    build_arguments arguments = {0};
    const GOptionEntry options[] = {{"output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
                                     "Folder to publish (required)", "FOLDER"},
                                    {"zoom", 'z', 0, G_OPTION_ARG_STRING, &arguments.zoom,
                                     "Zooms of the tiles, instead of the workspace's", "A-B"},
                                    {"tile-url", 0, 0, G_OPTION_ARG_STRING, &arguments.tile_url,
                                     "Address of the published folder, for TileJSON and WMTS, "
                                     "instead of the workspace's portal_url",
                                     "URL/"},
                                    {"jobs", 'j', 0, G_OPTION_ARG_INT, &arguments.jobs,
                                     "Threads; one a core if not given", "N"},
                                    {"allow-rejects", 0, 0, G_OPTION_ARG_NONE,
                                     &arguments.allow_rejects,
                                     "Exit with 0 even if records were rejected", NULL},
                                    {"allow-empty", 0, 0, G_OPTION_ARG_NONE, &arguments.allow_empty,
                                     "Publish even if no project could be placed", NULL},
                                    G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {"WORKSPACE -o FOLDER",
                                "Reads the workspace, checks and places every record, assigns it "
                                "to its labour-market region and writes\n"
                                "tiles, data and pages as one consistent folder.",
                                build_examples,
                                options,
                                1,
                                1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = check_and_build(&arguments, &cli);
    ik_cli_clear(&cli);
    g_free(arguments.output);
    g_free(arguments.zoom);
    g_free(arguments.tile_url);
    return exit_code;
}

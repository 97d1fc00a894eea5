/* render_command.c — ideenkarte render.   [cli] */
#include "command.h"
#include "terminal.h"

typedef struct {
    char *output, *box, *style;
    int width_px;
    double pixel_ratio;
} render_arguments;

static const char render_examples[] =
    "Examples:\n"
    "  ideenkarte render examples/das-machen-wir -o karte.png\n"
    "  ideenkarte render examples/das-machen-wir -o ruhr.png --bbox 6.6,51.3,7.8,51.7 --width "
    "1600\n"
    "  ideenkarte render -o leer.png --width 800 --pixel-ratio 2\n";

static bool parse_box(const char *text, ik_lonlat_box *box)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", 5);
    if (g_strv_length(parts) != 4)
        return false;
    return ik_cli_parse_number(parts[0], &box->west) &&
           ik_cli_parse_number(parts[1], &box->south) &&
           ik_cli_parse_number(parts[2], &box->east) &&
           ik_cli_parse_number(parts[3], &box->north) && box->west < box->east &&
           box->south < box->north && box->west >= -180 && box->east <= 180 &&
           box->south >= -85.05 && box->north <= 85.05;
}

static ik_lonlat_box whole_territory(void)
{
    ik_lonlat_box box = ik_territory_box(ik_territory_builtin());
    const double margin = 0.04; /* of the width on either side */
    double dx = (box.east - box.west) * margin, dy = (box.north - box.south) * margin;
    return (ik_lonlat_box){box.west - dx, box.south - dy, box.east + dx, box.north + dy};
}

static bool shows_territory(const ik_lonlat_box *box)
{
    ik_lonlat_box territory = ik_territory_box(ik_territory_builtin());
    return box->west < territory.east && box->east > territory.west &&
           box->south < territory.north && box->north > territory.south;
}

static int render(const render_arguments *arguments, const ik_cli *cli,
                  const ik_render_options *options)
{
    GError *error = NULL;
    ik_terminal terminal;
    ik_terminal_init(&terminal, cli->language, cli->quiet);
    g_autoptr(ik_workspace) workspace = NULL;
    g_autoptr(ik_records) records = NULL;
    if (cli->arguments) {
        workspace = ik_workspace_open(cli->arguments[0], &error);
        if (workspace)
            records = ik_workspace_check(workspace, ik_terminal_progress, &terminal, &error);
        if (!records) {
            ik_terminal_finish(&terminal);
            return ik_cli_fail(error);
        }
    }
    bool done = ik_render_file(options, records, arguments->output, &error);
    ik_terminal_finish(&terminal);
    return done ? IK_EXIT_DONE : ik_cli_fail(error);
}

static int check_and_render(const render_arguments *arguments, const ik_cli *cli)
{
    ik_render_options options = {.style = arguments->style,
                                 .box = whole_territory(),
                                 .width_px = (guint)arguments->width_px,
                                 .pixel_ratio = arguments->pixel_ratio,
                                 .language = cli->language};
    if (!arguments->output)
        return ik_cli_misuse("missing -o FILE; see 'ideenkarte render --help'");
    if (!g_str_has_suffix(arguments->output, ".png"))
        return ik_cli_misuse("-o %s: expected a file name that ends with .png", arguments->output);
    if (arguments->width_px < 160 || arguments->width_px > 20000)
        return ik_cli_misuse("--width %d: expected 160 to 20000 pixels", arguments->width_px);
    if (arguments->pixel_ratio != 1 && arguments->pixel_ratio != 2 && arguments->pixel_ratio != 3)
        return ik_cli_misuse("--pixel-ratio: expected 1, 2 or 3");
    if (arguments->box && !parse_box(arguments->box, &options.box))
        return ik_cli_misuse("--bbox %s: expected WEST,SOUTH,EAST,NORTH in degrees, for example "
                             "6.6,51.3,7.8,51.7",
                             arguments->box);
    if (!shows_territory(&options.box))
        return ik_cli_misuse("--bbox %s: shows nothing of North Rhine-Westphalia; expected "
                             "WEST,SOUTH,EAST,NORTH, for example 6.6,51.3,7.8,51.7",
                             arguments->box);
    return render(arguments, cli, &options);
}

int ik_command_render(int argc, char **argv)
{
    render_arguments arguments = {.width_px = 1200, .pixel_ratio = 1};
    const GOptionEntry options[] = {{"output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
                                     "Picture to write (required)", "FILE.png"},
                                    {"bbox", 'b', 0, G_OPTION_ARG_STRING, &arguments.box,
                                     "What to show; all of NRW if not given", "W,S,E,N"},
                                    {"width", 'w', 0, G_OPTION_ARG_INT, &arguments.width_px,
                                     "Width in pixels (1200); the height follows", "PX"},
                                    {"pixel-ratio", 'r', 0, G_OPTION_ARG_DOUBLE,
                                     &arguments.pixel_ratio, "1 (default), 2 or 3 for fine screens",
                                     "R"},
                                    {"style", 's', 0, G_OPTION_ARG_FILENAME, &arguments.style,
                                     "regions (default), or a style sheet: FILE.json", "STYLE"},
                                    G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "[WORKSPACE] -o FILE.png",
        "Draws the map of a workspace (without one: the regions alone) as one picture.",
        render_examples,
        options,
        0,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = check_and_render(&arguments, &cli);
    ik_cli_clear(&cli);
    g_free(arguments.output);
    g_free(arguments.box);
    g_free(arguments.style);
    return exit_code;
}

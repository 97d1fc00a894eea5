/* render_command.c — ideenkarte render.   [cli] */
#include "render_arguments.h"
#include "terminal.h"

#include <string.h>

static const char render_examples[] =
    "Examples:\n"
    "  ideenkarte render examples/das-machen-wir -o karte.png\n"
    "  ideenkarte render examples/das-machen-wir -o ruhr.png --bbox 6.6,51.3,7.8,51.7 --width "
    "1600\n"
    "  ideenkarte render -o leer.png --width 800 --pixel-ratio 2\n"
    "  ideenkarte render --style stadt.json stadt.png\n"
    "  ideenkarte render --style light --center 7.01,51.45 --zoom 11.5 --size 800x600 "
    "essen.png\n"
    "  ideenkarte render examples/das-machen-wir --style regions --center 7.5,51.5 --zoom 8 "
    "ruhr.png\n"
    "\n"
    "  ideenkarte render examples/das-machen-wir --crs EPSG:25832 --width 3179 a1.pdf\n"
    "  ideenkarte render --bbox 6.6,51.3,7.8,51.7 --title \"Das Ruhrgebiet\" ruhr.svg\n"
    "\n"
    "A file that ends with .pdf or .svg is a page: title, map, legend, scale bar, sources. So is "
    "a\n"
    ".png with --crs, --title, --subtitle or --no-legend, or with --bbox and without -o. 96 "
    "pixels\n"
    "are an inch of paper.\n"
    "\n"
    "Else, with --center, --zoom or --size, or with the picture as last argument, it shows\n"
    "what the style sheet says, from its own sources: GeoJSON in it or in a file, vector or PNG\n"
    "tiles in a folder, PMTiles or MBTiles, sprites. Paths are relative to the style sheet; the\n"
    "network is never asked. The source \"ideenkarte\" is the map of the program itself.\n";

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

bool ik_render_box(const ik_render_arguments *arguments, ik_lonlat_box *box)
{
    *box = whole_territory();
    if (arguments->box && !parse_box(arguments->box, box)) {
        ik_cli_misuse("--bbox %s: expected WEST,SOUTH,EAST,NORTH in degrees, for example "
                      "6.6,51.3,7.8,51.7",
                      arguments->box);
        return false;
    }
    if (shows_territory(box))
        return true;
    ik_cli_misuse("--bbox %s: shows nothing of North Rhine-Westphalia; expected "
                  "WEST,SOUTH,EAST,NORTH, for example 6.6,51.3,7.8,51.7",
                  arguments->box);
    return false;
}

/* One of the two: a box of the map, or a view of a style sheet. */
typedef struct {
    const ik_render_options *options;
    const ik_style_picture *view;
} render_task;

bool ik_render_records(const ik_render_arguments *arguments, const ik_cli *cli,
                       ik_workspace **workspace, ik_records **records, int *exit_code)
{
    GError *error = NULL;
    ik_terminal terminal;
    *workspace = NULL;
    *records = NULL;
    if (!arguments->workspace)
        return true;
    ik_terminal_init(&terminal, cli->language, cli->quiet);
    *workspace = ik_workspace_open(arguments->workspace, &error);
    if (*workspace)
        *records = ik_workspace_check(*workspace, ik_terminal_progress, &terminal, &error);
    ik_terminal_finish(&terminal);
    if (!*records)
        *exit_code = ik_cli_fail(error);
    return *records != NULL;
}

static int render(const ik_render_arguments *arguments, const ik_cli *cli, const render_task *task)
{
    GError *error = NULL;
    g_autoptr(ik_workspace) workspace = NULL;
    g_autoptr(ik_records) records = NULL;
    int exit_code;
    if (!ik_render_records(arguments, cli, &workspace, &records, &exit_code))
        return exit_code;
    bool done = task->view ? ik_render_style(task->view, records, arguments->output, &error)
                           : ik_render_file(task->options, records, arguments->output, &error);
    return done ? IK_EXIT_DONE : ik_cli_fail(error);
}

/* ---- a view of a style sheet ---- */

static bool parse_center(const char *text, ik_lonlat *center)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", 3);
    return g_strv_length(parts) == 2 && ik_cli_parse_number(parts[0], &center->lon) &&
           ik_cli_parse_number(parts[1], &center->lat) && center->lon >= -180 &&
           center->lon <= 180 && center->lat >= -85.05 && center->lat <= 85.05;
}

static bool parse_size(const char *text, guint *width_px, guint *height_px)
{
    g_auto(GStrv) parts = g_strsplit(text, "x", 3);
    double sides[2];
    if (g_strv_length(parts) != 2)
        return false;
    for (guint i = 0; i < 2; i++)
        if (strspn(parts[i], "0123456789") != strlen(parts[i]) ||
            !ik_cli_parse_number(parts[i], &sides[i]) || sides[i] < 1 || sides[i] > 20000)
            return false;
    *width_px = (guint)sides[0];
    *height_px = (guint)sides[1];
    return true;
}

void ik_render_print_note(const char *note, gpointer data)
{
    const ik_cli *cli = data;
    if (!cli->quiet)
        g_printerr("ideenkarte: %s\n", note);
}

static int check_and_view(const ik_render_arguments *arguments, const ik_cli *cli)
{
    ik_style_picture view = {.style = arguments->style ? arguments->style : "regions",
                             .has_center = arguments->center != NULL,
                             .has_zoom = arguments->zoom != NULL,
                             .width_px = 1024,
                             .height_px = 768,
                             .pixel_ratio = arguments->pixel_ratio,
                             .note = ik_render_print_note,
                             .note_data = (gpointer)(guintptr)cli};
    if (arguments->box || arguments->width_px != 0)
        return ik_cli_misuse("--bbox and --width do not go with --center, --zoom, --size or a "
                             "picture without -o");
    if (arguments->center && !parse_center(arguments->center, &view.center))
        return ik_cli_misuse("--center %s: expected LON,LAT in degrees, for example 7.01,51.45",
                             arguments->center);
    if (arguments->zoom &&
        (!ik_cli_parse_number(arguments->zoom, &view.zoom) || view.zoom < 0 || view.zoom > 22))
        return ik_cli_misuse("--zoom %s: expected 0 to 22", arguments->zoom);
    if (arguments->size && !parse_size(arguments->size, &view.width_px, &view.height_px))
        return ik_cli_misuse("--size %s: expected WIDTHxHEIGHT, 1 to 20000 pixels each, for "
                             "example 800x600",
                             arguments->size);
    const render_task task = {NULL, &view};
    return render(arguments, cli, &task);
}

/* ---- a box of the map ---- */

static int check_and_render(const ik_render_arguments *arguments, const ik_cli *cli)
{
    const int width_px = arguments->width_px != 0 ? arguments->width_px : 1200;
    ik_render_options options = {.style = arguments->style,
                                 .width_px = (guint)width_px,
                                 .pixel_ratio = arguments->pixel_ratio,
                                 .language = cli->language};
    const render_task task = {&options, NULL};
    if (width_px < 160 || width_px > 20000)
        return ik_cli_misuse("--width %d: expected 160 to 20000 pixels", width_px);
    if (!ik_render_box(arguments, &options.box))
        return IK_EXIT_USAGE;
    return render(arguments, cli, &task);
}

/* ---- which of them ---- */

static bool is_picture(const char *path)
{
    return g_str_has_suffix(path, ".png") || g_str_has_suffix(path, ".pdf") ||
           g_str_has_suffix(path, ".svg");
}

/* What stands outside options: a workspace, a picture, or both. */
static int check_arguments(ik_render_arguments *arguments, const ik_cli *cli)
{
    guint n = cli->arguments ? g_strv_length(cli->arguments) : 0;
    bool has_picture = n > 0 && !arguments->output && is_picture(cli->arguments[n - 1]);
    if (has_picture)
        arguments->output = g_strdup(cli->arguments[--n]);
    if (n > 1)
        return ik_cli_misuse("%s: unexpected argument; see 'ideenkarte render --help'",
                             cli->arguments[1]);
    if (n > 0)
        arguments->workspace = cli->arguments[0];
    if (!arguments->output)
        return ik_cli_misuse("missing -o FILE; see 'ideenkarte render --help'");
    if (!is_picture(arguments->output))
        return ik_cli_misuse("-o %s: expected a file name that ends with .png, .pdf or .svg",
                             arguments->output);
    if (arguments->pixel_ratio != 1 && arguments->pixel_ratio != 2 && arguments->pixel_ratio != 3)
        return ik_cli_misuse("--pixel-ratio: expected 1, 2 or 3");
    if (ik_render_is_poster(arguments, has_picture))
        return ik_render_poster_command(arguments, cli);
    return has_picture || arguments->center || arguments->zoom || arguments->size
               ? check_and_view(arguments, cli)
               : check_and_render(arguments, cli);
}

static void clear_arguments(ik_render_arguments *arguments)
{
    g_free(arguments->output);
    g_free(arguments->box);
    g_free(arguments->style);
    g_free(arguments->center);
    g_free(arguments->zoom);
    g_free(arguments->size);
    g_free(arguments->crs);
    g_free(arguments->title);
    g_free(arguments->subtitle);
}

int ik_command_render(int argc, char **argv)
{
    ik_render_arguments arguments = {.pixel_ratio = 1};
    const GOptionEntry options[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
         "Picture to write, unless it is the last argument", "FILE"},
        {"bbox", 'b', 0, G_OPTION_ARG_STRING, &arguments.box,
         "What to show; all of NRW if not given", "W,S,E,N"},
        {"width", 'w', 0, G_OPTION_ARG_INT, &arguments.width_px,
         "Width in pixels (1200, a page 1588: A3); the height follows", "PX"},
        {"pixel-ratio", 'r', 0, G_OPTION_ARG_DOUBLE, &arguments.pixel_ratio,
         "1 (default), 2 or 3 for fine screens", "R"},
        {"style", 's', 0, G_OPTION_ARG_FILENAME, &arguments.style,
         "regions (default), light or print, or a style sheet: FILE.json", "STYLE"},
        {"center", 'c', 0, G_OPTION_ARG_STRING, &arguments.center,
         "Middle of the picture; the style's if not given", "LON,LAT"},
        {"zoom", 'z', 0, G_OPTION_ARG_STRING, &arguments.zoom,
         "Zoom as in MapLibre, 0 to 22; the style's if not given", "Z"},
        {"size", 0, 0, G_OPTION_ARG_STRING, &arguments.size,
         "Width and height in pixels (1024x768)", "WxH"},
        {"crs", 0, 0, G_OPTION_ARG_STRING, &arguments.crs,
         "Of a page: EPSG:3857 (default) or EPSG:25832", "CRS"},
        {"title", 0, 0, G_OPTION_ARG_STRING, &arguments.title,
         "Of a page; the workspace's if not given", "TEXT"},
        {"subtitle", 0, 0, G_OPTION_ARG_STRING, &arguments.subtitle, "Of a page", "TEXT"},
        {"no-legend", 0, 0, G_OPTION_ARG_NONE, &arguments.no_legend, "A page without legend", NULL},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "[WORKSPACE] [-o] FILE.png|.pdf|.svg",
        "Draws the map of a workspace (without one: the regions alone), or any MapLibre style "
        "sheet, as one picture, or as a page with title, legend and scale.",
        render_examples,
        options,
        0,
        2};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = check_arguments(&arguments, &cli);
    ik_cli_clear(&cli);
    clear_arguments(&arguments);
    return exit_code;
}

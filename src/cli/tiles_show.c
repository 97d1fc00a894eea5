/* tiles_show.c — ideenkarte tiles show.   [cli] */
#include "tiles_parts.h"

typedef struct {
    char *tile_url;
    gboolean json, tilejson;
} show_arguments;

static int show(const show_arguments *arguments, const char *path)
{
    GError *error = NULL;
    ik_tileset_form form = arguments->json ? IK_TILESET_JSON : IK_TILESET_TEXT;
    if (arguments->tilejson || arguments->tile_url != NULL)
        form = IK_TILESET_TILEJSON;
    g_autofree char *text = ik_tileset_describe(path, form, arguments->tile_url, &error);
    if (text == NULL)
        return ik_cli_fail(error);
    return ik_cli_print(text) ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

int ik_tiles_show(int argc, char **argv)
{
    show_arguments arguments = {0};
    const GOptionEntry options[] = {
        {"json", 0, 0, G_OPTION_ARG_NONE, &arguments.json, "As JSON, with all metadata", NULL},
        {"tilejson", 0, 0, G_OPTION_ARG_NONE, &arguments.tilejson, "As TileJSON 3.0.0", NULL},
        {"tile-url", 0, 0, G_OPTION_ARG_STRING, &arguments.tile_url,
         "As TileJSON with this address of the tiles, which has {z}, {x} and {y}", "URL"},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "ARCHIVE",
        "Shows format, zooms, bounds, counters and metadata of an archive, as it says them itself.",
        "Examples:\n"
        "  ideenkarte tiles show regions.pmtiles --json\n"
        "  ideenkarte tiles show regions.pmtiles --tile-url "
        "'https://www.example.org/tiles/{z}/{x}/{y}.png' > regions.json\n",
        options,
        1,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = show(&arguments, cli.arguments[0]);
    ik_cli_clear(&cli);
    g_free(arguments.tile_url);
    return exit_code;
}

/* tiles_extract.c — ideenkarte tiles extract.   [cli] */
#include "tiles_copy.h"

int ik_tiles_extract(int argc, char **argv)
{
    ik_tiles_copy_arguments arguments = {0};
    const GOptionEntry options[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
         "Archive to write; its ending says the kind (required)", "ARCHIVE"},
        {"bbox", 0, 0, G_OPTION_ARG_STRING, &arguments.box, "Box in degrees, WGS 84",
         "WEST,SOUTH,EAST,NORTH"},
        {"region", 0, 0, G_OPTION_ARG_STRING, &arguments.region, "Labour-market region, its id",
         "ID"},
        {"zoom", 0, 0, G_OPTION_ARG_STRING, &arguments.zoom, "Only these zooms", "MIN-MAX"},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {"ARCHIVE -o ARCHIVE",
                                "Cuts out the tiles that touch a box or a labour-market region. "
                                "Tiles are copied as they are.",
                                "Examples:\n"
                                "  ideenkarte tiles extract regions.pmtiles --region "
                                "westfaelisches-ruhrgebiet -o ruhr.pmtiles\n"
                                "  ideenkarte tiles extract regions.pmtiles --bbox "
                                "7.3,51.4,7.7,51.6 --zoom 8-12 -o dortmund.mbtiles\n",
                                options,
                                1,
                                1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code =
            (arguments.box != NULL) == (arguments.region != NULL)
                ? ik_cli_misuse(
                      "give either --bbox or --region; see 'ideenkarte tiles extract --help'")
                : ik_tiles_copy(&arguments, &cli, "extract");
    ik_cli_clear(&cli);
    ik_tiles_copy_arguments_clear(&arguments);
    return exit_code;
}

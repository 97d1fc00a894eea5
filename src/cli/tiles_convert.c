/* tiles_convert.c — ideenkarte tiles convert.   [cli] */
#include "tiles_copy.h"

int ik_tiles_convert(int argc, char **argv)
{
    ik_tiles_copy_arguments arguments = {0};
    const GOptionEntry options[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
         "Archive to write; its ending says the kind (required)", "ARCHIVE"},
        {"compression", 0, 0, G_OPTION_ARG_STRING, &arguments.compression,
         "Pack each tile anew: gzip or none", "NAME"},
        {"zoom", 0, 0, G_OPTION_ARG_STRING, &arguments.zoom, "Only these zooms", "MIN-MAX"},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "ARCHIVE -o ARCHIVE",
        "Writes the tiles of an archive into another kind of archive. They are copied as they are, "
        "unless\n--compression asks for another packing.",
        "Examples:\n"
        "  ideenkarte tiles convert regions.mbtiles -o regions.pmtiles\n"
        "  ideenkarte tiles convert map.pmtiles -o map --compression none\n",
        options,
        1,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = ik_tiles_copy(&arguments, &cli, "convert");
    ik_cli_clear(&cli);
    ik_tiles_copy_arguments_clear(&arguments);
    return exit_code;
}

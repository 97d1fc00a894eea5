/* tiles_merge.c — ideenkarte tiles merge.   [cli] */
#include "tiles_copy.h"

int ik_tiles_merge(int argc, char **argv)
{
    ik_tiles_copy_arguments arguments = {0};
    const GOptionEntry options[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
         "Archive to write; its ending says the kind (required)", "ARCHIVE"},
        {"zoom", 0, 0, G_OPTION_ARG_STRING, &arguments.zoom, "Only these zooms", "MIN-MAX"},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "ARCHIVE ARCHIVE... -o ARCHIVE",
        "Joins archives of other areas or other zooms. Tiles are copied as they are; where two "
        "archives have\nthe same tile, the one that is named first wins.",
        "Examples:\n"
        "  ideenkarte tiles merge ruhr.pmtiles eifel.pmtiles -o both.pmtiles\n",
        options,
        2,
        256};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = ik_tiles_copy(&arguments, &cli, "merge");
    ik_cli_clear(&cli);
    ik_tiles_copy_arguments_clear(&arguments);
    return exit_code;
}

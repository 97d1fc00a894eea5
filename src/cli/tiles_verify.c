/* tiles_verify.c — ideenkarte tiles verify.   [cli] */
#include "terminal.h"
#include "tiles_parts.h"

static char *sound_json(const ik_tileset_counts *counts)
{
    return g_strdup_printf("{\"sound\": true, \"tiles\": %" G_GUINT64_FORMAT
                           ", \"entries\": %" G_GUINT64_FORMAT ", \"contents\": %" G_GUINT64_FORMAT
                           ", \"bytes\": %" G_GUINT64_FORMAT
                           ", \"minzoom\": %u, \"maxzoom\": %u}\n",
                           counts->tiles, counts->entries, counts->contents, counts->bytes,
                           counts->min_zoom, counts->max_zoom);
}

static char *sound_line(const char *language, const char *path, const ik_tileset_counts *counts)
{
    g_autofree char *tiles = ik_text_integer(language, (gint64)counts->tiles);
    g_autofree char *distinct = ik_text_integer(language, (gint64)counts->contents);
    g_autofree char *line = ik_text_format(language, "tileset.sound", "file", path, "tiles", tiles,
                                           "distinct", distinct, NULL);
    return g_strconcat(line, "\n", NULL);
}

static int verify(const ik_cli *cli, bool json)
{
    GError *error = NULL;
    ik_terminal terminal;
    ik_tileset_counts counts;
    const char *path = cli->arguments[0];
    ik_terminal_init(&terminal, cli->language, cli->quiet);
    bool is_sound = ik_tileset_verify(path, ik_terminal_progress, &terminal, &counts, &error);
    ik_terminal_finish(&terminal);
    if (!is_sound)
        return ik_cli_fail(error);
    g_autofree char *text = json ? sound_json(&counts) : sound_line(cli->language, path, &counts);
    return (cli->quiet && !json) || ik_cli_print(text) ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

int ik_tiles_verify(int argc, char **argv)
{
    gboolean json = FALSE;
    const GOptionEntry options[] = {
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "Counts as JSON", NULL}, G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "ARCHIVE",
        "Checks every rule of PMTiles 3 or MBTiles 1.3 and that each tile decodes. Names the first "
        "offence with its\nplace in the file and ends with 1; ends with 0 if there is none.",
        "Examples:\n  ideenkarte tiles verify out/demo/tiles/regions.pmtiles\n",
        options,
        1,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = verify(&cli, json);
    ik_cli_clear(&cli);
    return exit_code;
}

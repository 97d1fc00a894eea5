/* tiles_command.c — ideenkarte tiles: the table of its parts.   [cli] */
#include "tiles_parts.h"

static const ik_command parts[] = {
    {"show", "what an archive says about itself", ik_tiles_show},
    {"verify", "check every rule of the specification and every tile", ik_tiles_verify},
    {"convert", "into another kind of archive", ik_tiles_convert},
    {"merge", "join archives of other areas or zooms", ik_tiles_merge},
    {"extract", "cut out a box or a labour-market region", ik_tiles_extract},
    {"diff", "which tiles differ", ik_tiles_diff},
    {"cat", "one tile to standard output", ik_tiles_cat},
};

static char *help_text(void)
{
    GString *out =
        g_string_new("Usage:\n  ideenkarte tiles PART [OPTIONS]\n\n"
                     "An archive is a folder z/x/y.png or .mvt, an MBTiles or a PMTiles file. What "
                     "is written is\n"
                     "chosen by its ending: .pmtiles, .mbtiles, otherwise a folder.\n\nParts:\n");
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        g_string_append_printf(out, "  %-8s %s\n", parts[i].name, parts[i].summary);
    g_string_append(out,
                    "\nEach explains itself: ideenkarte tiles PART --help\n"
                    "\nExamples:\n"
                    "  ideenkarte tiles verify out/demo/tiles/regions.pmtiles\n"
                    "  ideenkarte tiles convert out/demo/tiles/regions.pmtiles -o regions.mbtiles\n"
                    "  ideenkarte tiles extract regions.mbtiles --region "
                    "westfaelisches-ruhrgebiet -o ruhr.pmtiles\n");
    return g_string_free(out, FALSE);
}

static int run_part(const ik_command *part, int argc, char **argv)
{
    g_autofree char *name = g_strconcat("tiles ", part->name, NULL);
    g_autofree char **arguments = g_new0(char *, (gsize)argc + 1);
    arguments[0] = name;
    for (int i = 1; i < argc; i++)
        arguments[i] = argv[i];
    return part->run(argc, arguments);
}

int ik_command_tiles(int argc, char **argv)
{
    g_autofree char *help = help_text();
    if (argc < 2)
        return ik_cli_misuse("missing part of the command; see 'ideenkarte tiles --help'");
    if (g_str_equal(argv[1], "--help") || g_str_equal(argv[1], "-h"))
        return ik_cli_print(help) ? IK_EXIT_DONE : IK_EXIT_FAILED;
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (g_str_equal(argv[1], parts[i].name))
            return run_part(&parts[i], argc - 1, argv + 1);
    return ik_cli_misuse("unknown part \"%s\"; see 'ideenkarte tiles --help'", argv[1]);
}

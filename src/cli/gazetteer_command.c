/* gazetteer_command.c — ideenkarte gazetteer build, info.   [cli] */
#include <stdio.h>

#include "command.h"
#include "terminal.h"

/* --- build --------------------------------------------------------------------------------- */

typedef struct {
    char *output, *ags, *licence, *attribution;
    char **mapping;
} build_arguments;

static bool print_report(const ik_cli *cli, const ik_gazetteer_report *report)
{
    if (cli->quiet)
        return true;
    g_autofree char *text = ik_gazetteer_report_to_text(report, cli->language);
    return ik_cli_print(text);
}

static int build(const build_arguments *arguments, const ik_cli *cli)
{
    if (arguments->output == NULL)
        return ik_cli_misuse("-o FILE is missing; see 'ideenkarte gazetteer build --help'");
    if (g_file_test(arguments->output, G_FILE_TEST_IS_DIR))
        return ik_cli_misuse("-o %s: is a folder, expected a file to write", arguments->output);
    GError *error = NULL;
    ik_terminal terminal;
    ik_terminal_init(&terminal, cli->language, cli->quiet);
    const ik_gazetteer_options options = {.ags = arguments->ags,
                                          .mapping = (const char *const *)arguments->mapping,
                                          .licence = arguments->licence,
                                          .attribution = arguments->attribution,
                                          .progress = ik_terminal_progress,
                                          .progress_data = &terminal};
    ik_gazetteer_report report;
    bool done = ik_gazetteer_build((const char *const *)cli->arguments, arguments->output, &options,
                                   &report, &error);
    ik_terminal_finish(&terminal);
    int exit_code = IK_EXIT_FAILED;
    if (!done)
        ik_cli_fail(error);
    else if (print_report(cli, &report))
        exit_code = IK_EXIT_DONE;
    ik_gazetteer_report_clear(&report);
    return exit_code;
}

static int run_build(int argc, char **argv)
{
    build_arguments arguments = {0};
    const GOptionEntry options[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output, "File to write (required)",
         "FILE"},
        {"ags", 0, 0, G_OPTION_ARG_STRING, &arguments.ags,
         "Municipality of CSV records that name none", "AGS"},
        {"map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.mapping,
         "Column of a CSV file, or epsg=NUMBER; may be repeated", "KEY=COLUMN"},
        {"licence", 0, 0, G_OPTION_ARG_STRING, &arguments.licence,
         "Licence of CSV sources that are not known", "TEXT"},
        {"attribution", 0, 0, G_OPTION_ARG_STRING, &arguments.attribution,
         "Whom CSV sources that are not known come from", "TEXT"},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "-o FILE SOURCE...",
        "Makes the file from which house-accurate answers come. Sources, told apart by their "
        "content, in any order:\n"
        "building references of the state (gebref, .txt or the published .zip), house coordinates "
        "of Essen, any other\n"
        "CSV of addresses, CSV of localities with positions (a column locality, ortsteil, "
        "stadtteil, place or ort, none\n"
        "for a street), the street catalogue of North Rhine-Westphalia, OpenStreetMap (.osm, "
        ".osm.pbf). CSV may be packed\n"
        "(.gz, .zip); the keys of --map are ags, street, number, suffix, street_key, postcode, "
        "locality, lon, lat,\n"
        "easting, northing, epsg. Postcode centres are no source: ideenkarte.conf names them as "
        "postcode_points.",
        "Examples:\n"
        "  ideenkarte gazetteer build -o nrw.gaz gebref_EPSG25832_ASCII.zip\n"
        "  ideenkarte gazetteer build -o nrw.gaz strassen.csv.gz essen.csv.gz aachen.osm.pbf\n"
        "  ideenkarte gazetteer build -o hamm.gaz hamm.csv --ags 05915000 --map street=Strasse \\\n"
        "      --map number=Nr --map easting=X --map northing=Y --map epsg=25832 \\\n"
        "      --licence dl-de/zero-2-0 --attribution \"Stadt Hamm\"\n",
        options,
        1,
        G_MAXUINT};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = build(&arguments, &cli);
    ik_cli_clear(&cli);
    g_free(arguments.output);
    g_free(arguments.ags);
    g_free(arguments.licence);
    g_free(arguments.attribution);
    g_strfreev(arguments.mapping);
    return exit_code;
}

/* --- info ---------------------------------------------------------------------------------- */

static int run_info(int argc, char **argv)
{
    gboolean json = FALSE, verify = FALSE;
    const GOptionEntry options[] = {
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "JSON instead of text", NULL},
        {"verify", 0, 0, G_OPTION_ARG_NONE, &verify, "Read the whole file and compare its checksum",
         NULL},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "FILE",
        "Shows what is in a gazetteer: how many streets and houses, and the sources with their "
        "dates, licences and\n"
        "attributions.",
        "Examples:\n"
        "  ideenkarte gazetteer info nrw.gaz\n"
        "  ideenkarte gazetteer info nrw.gaz --json --verify\n",
        options,
        1,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code)) {
        GError *error = NULL;
        const ik_gazetteer_info_options info = {cli.language, json, verify};
        g_autofree char *text = ik_gazetteer_info(cli.arguments[0], &info, &error);
        if (text == NULL)
            exit_code = ik_cli_fail(error);
        else
            exit_code = ik_cli_print(text) ? IK_EXIT_DONE : IK_EXIT_FAILED;
    }
    ik_cli_clear(&cli);
    return exit_code;
}

/* --- the command --------------------------------------------------------------------------- */

static const char help[] = "Usage:\n  ideenkarte gazetteer PART [OPTIONS]\n\nParts:\n"
                           "  build      from address registers to one file\n"
                           "  info       what is in such a file\n"
                           "\nEach explains itself: ideenkarte gazetteer PART --help\n"
                           "\nExamples:\n"
                           "  ideenkarte gazetteer build -o nrw.gaz gebref_EPSG25832_ASCII.zip\n"
                           "  ideenkarte gazetteer info nrw.gaz\n";

static int run_part(const char *name, int (*run)(int, char **), int argc, char **argv)
{
    g_autofree char *full = g_strconcat("gazetteer ", name, NULL);
    g_autofree char **arguments = g_new0(char *, (gsize)argc + 1);
    arguments[0] = full;
    for (int i = 1; i < argc; i++)
        arguments[i] = argv[i];
    return run(argc, arguments);
}

int ik_command_gazetteer(int argc, char **argv)
{
    if (argc < 2)
        return ik_cli_misuse("missing part of the command; see 'ideenkarte gazetteer --help'");
    if (g_str_equal(argv[1], "--help") || g_str_equal(argv[1], "-h"))
        return ik_cli_print(help) ? IK_EXIT_DONE : IK_EXIT_FAILED;
    if (g_str_equal(argv[1], "build"))
        return run_part("build", run_build, argc - 1, argv + 1);
    if (g_str_equal(argv[1], "info"))
        return run_part("info", run_info, argc - 1, argv + 1);
    return ik_cli_misuse("unknown part \"%s\"; see 'ideenkarte gazetteer --help'", argv[1]);
}

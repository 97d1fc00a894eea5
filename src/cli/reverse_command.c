/* reverse_command.c — ideenkarte reverse.   [cli] */
#include <math.h>
#include <stdlib.h>

#include "command.h"

typedef struct {
    char *gazetteer;
    char *format;
    double limit_m;
} reverse_arguments;

static const char reverse_examples[] =
    "Examples:\n"
    "  ideenkarte reverse 7.4653 51.5136 --gazetteer nrw.gaz\n"
    "  ideenkarte reverse 7.4653 51.5136 --gazetteer nrw.gaz --limit 50 --format json\n";

static int answer_position(const reverse_arguments *arguments, const ik_cli *cli,
                           ik_lonlat position)
{
    GError *error = NULL;
    const ik_territory *territory = ik_territory_builtin();
    g_autoptr(ik_geocoder) geocoder = ik_geocoder_new(territory);
    if (!ik_geocoder_open_gazetteer(geocoder, arguments->gazetteer, &error))
        return ik_cli_fail(error);
    ik_match match;
    double distance_m = 0;
    bool found = ik_geocoder_nearest(geocoder, position, arguments->limit_m, &match, &distance_m);
    if (!found)
        return ik_cli_fail(
            g_error_new(IK_ERROR, IK_ERROR_NOT_FOUND,
                        "no house and no street of the gazetteer within %.0f m of %s %s",
                        arguments->limit_m, cli->arguments[0], cli->arguments[1]));
    bool json = arguments->format && g_str_equal(arguments->format, "json");
    g_autofree char *input = g_strdup_printf("%s %s", cli->arguments[0], cli->arguments[1]);
    g_autofree char *answer = json ? ik_match_to_json(territory, input, &match)
                                   : ik_match_to_text(territory, &match, cli->language);
    g_autofree char *line = g_strconcat(answer, json ? "\n" : "", NULL);
    ik_match_clear(&match);
    return ik_cli_print(line) ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

static int check_and_answer(const reverse_arguments *arguments, const ik_cli *cli)
{
    ik_lonlat position;
    if (!arguments->gazetteer)
        return ik_cli_misuse("--gazetteer FILE is missing; 'ideenkarte gazetteer build' makes one");
    if (arguments->format && !g_str_equal(arguments->format, "json") &&
        !g_str_equal(arguments->format, "text"))
        return ik_cli_misuse("--format %s: expected text or json", arguments->format);
    if (!(arguments->limit_m > 0 && arguments->limit_m <= 100000))
        return ik_cli_misuse("--limit: expected metres, 1 to 100000");
    if (!ik_cli_parse_number(cli->arguments[0], &position.lon) ||
        !ik_cli_parse_number(cli->arguments[1], &position.lat) || fabs(position.lon) > 180 ||
        fabs(position.lat) > 90)
        return ik_cli_misuse(
            "%s %s: expected longitude and latitude in degrees, as in 7.4653 51.5136",
            cli->arguments[0], cli->arguments[1]);
    return answer_position(arguments, cli, position);
}

int ik_command_reverse(int argc, char **argv)
{
    reverse_arguments arguments = {.limit_m = 500};
    const GOptionEntry options[] = {
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME, &arguments.gazetteer,
         "Streets and houses, made by 'ideenkarte gazetteer build'", "FILE"},
        {"limit", 0, 0, G_OPTION_ARG_DOUBLE, &arguments.limit_m,
         "How far away at most (default 500)", "METRES"},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &arguments.format, "text (default) or json",
         "FORMAT"},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "LON LAT --gazetteer FILE",
        "Names the official house or street nearest to a position, with the distance as\n"
        "accuracy.",
        reverse_examples,
        options,
        2,
        2};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = check_and_answer(&arguments, &cli);
    ik_cli_clear(&cli);
    g_free(arguments.gazetteer);
    g_free(arguments.format);
    return exit_code;
}

/* region_command.c — ideenkarte region.   [cli] */
#include <math.h>
#include <stdio.h>

#include "command.h"

static const char region_examples[] = "Examples:\n"
                                      "  ideenkarte region 7.4653 51.5136\n"
                                      "  ideenkarte region 7,4653 51,5136 --lang de\n"
                                      "  ideenkarte region --format json 7.4653 51.5136\n";

static bool parse_degrees(const char *text, double limit, double *degrees)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", 2);
    g_autofree char *pointed = g_strjoinv(".", parts);
    return ik_cli_parse_number(pointed, degrees) && fabs(*degrees) <= limit;
}

static char *inside_as_text(const ik_territory *territory, guint32 index, const char *language)
{
    const ik_municipality *municipality = &territory->municipalities[index];
    const ik_district *district = &territory->districts[municipality->district];
    const ik_region *region = &territory->regions[municipality->region];
    return ik_text_format(language, "region.inside", "municipality", municipality->name, "ags",
                          municipality->ags, "district", district->name, "region", region->name,
                          "id", region->id, "agency", region->agency, NULL);
}

static char *inside_as_json(const ik_territory *territory, guint32 index)
{
    const ik_municipality *municipality = &territory->municipalities[index];
    const ik_district *district = &territory->districts[municipality->district];
    const ik_region *region = &territory->regions[municipality->region];
    return g_strdup_printf(
        "{\"ags\":\"%s\",\"municipality\":\"%s\",\"district\":\"%s\",\"district_name\":\"%s\","
        "\"region\":\"%s\",\"region_name\":\"%s\"}\n",
        municipality->ags, municipality->name, district->code, district->name, region->id,
        region->name);
}

static char *outside(const ik_region_set *set, const ik_territory *territory, ik_lonlat position,
                     bool json, const char *language)
{
    double distance_m;
    guint32 nearest = ik_region_set_nearest(set, position, &distance_m);
    const ik_municipality *municipality = &territory->municipalities[nearest];
    g_autofree char *km = ik_text_decimal(json ? "en" : language, distance_m / 1000, 1);
    if (json)
        return g_strdup_printf(
            "{\"ags\":null,\"nearest\":\"%s\",\"nearest_name\":\"%s\",\"distance_m\":%.0f}\n",
            municipality->ags, municipality->name, round(distance_m));
    return ik_text_format(language, "region.outside", "municipality", municipality->name,
                          "distance", km, NULL);
}

/* A hint for those who write latitude first; NULL when the order is not the reason. */
static char *swapped(const ik_region_set *set, ik_lonlat position, const ik_cli *cli)
{
    const ik_lonlat turned = {position.lat, position.lon};
    return ik_region_set_locate(set, turned) == IK_NONE
               ? NULL
               : ik_text_format(cli->language, "region.swapped", "lon", cli->arguments[1], "lat",
                                cli->arguments[0], NULL);
}

static int locate(const ik_cli *cli, bool json)
{
    const ik_territory *territory = ik_territory_builtin();
    ik_lonlat position;
    if (!parse_degrees(cli->arguments[0], 180, &position.lon))
        return ik_cli_misuse("%s: expected a longitude in degrees, for example 7.4653",
                             cli->arguments[0]);
    if (!parse_degrees(cli->arguments[1], 85.05, &position.lat))
        return ik_cli_misuse("%s: expected a latitude in degrees, for example 51.5136",
                             cli->arguments[1]);
    g_autoptr(ik_region_set) set = ik_region_set_new(territory);
    guint32 index = ik_region_set_locate(set, position);
    g_autofree char *answer = index == IK_NONE
                                  ? outside(set, territory, position, json, cli->language)
                              : json ? inside_as_json(territory, index)
                                     : inside_as_text(territory, index, cli->language);
    g_autofree char *line =
        g_str_has_suffix(answer, "\n") ? g_strdup(answer) : g_strconcat(answer, "\n", NULL);
    g_autofree char *hint = index == IK_NONE ? swapped(set, position, cli) : NULL;
    if (hint && !cli->quiet)
        fprintf(stderr, "%s\n", hint);
    return ik_cli_print(line) ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

int ik_command_region(int argc, char **argv)
{
    char *format = NULL;
    const GOptionEntry options[] = {
        {"format", 'f', 0, G_OPTION_ARG_STRING, &format, "text (default) or json", "FORMAT"},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {"LON LAT",
                                "Says which municipality, district and labour-market region a "
                                "position (WGS 84 degrees) lies in.\n"
                                "Negative numbers stand behind --: ideenkarte region -- -0.1 51.5",
                                region_examples,
                                options,
                                2,
                                2};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code)) {
        if (format && !g_str_equal(format, "json") && !g_str_equal(format, "text"))
            exit_code = ik_cli_misuse("--format %s: expected text or json", format);
        else
            exit_code = locate(&cli, format && g_str_equal(format, "json"));
    }
    ik_cli_clear(&cli);
    g_free(format);
    return exit_code;
}

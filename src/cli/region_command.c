/* region_command.c — ideenkarte region.   [cli] */
#include <errno.h>
#include <math.h>
#include <stdio.h>

#include "command.h"
#include "terminal.h"

static const char region_examples[] =
    "Examples:\n"
    "  ideenkarte region 7.4653 51.5136\n"
    "  ideenkarte region 7,4653 51,5136 --lang de\n"
    "  ideenkarte region --format json 7.4653 51.5136\n"
    "  ideenkarte region projects.csv -o projects_by_region.csv\n"
    "  ideenkarte region - --format ndjson < positions.ndjson > answered.ndjson\n"
    "  ideenkarte region places.geojson --partition geodata/partitions/government_regions.csv\n";

typedef struct {
    char *format, *partition, *output;
    gboolean allow_rejects;
} region_arguments;

/* What is asked, and of what. */
typedef struct {
    const region_arguments *arguments;
    const ik_cli *cli;
    ik_region_set *set;
    ik_partition *partition; /* NULL: none */
} question;

/* --- one position ---------------------------------------------------------------------------- */

static bool parse_degrees(const char *text, double limit, double *degrees)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", 2);
    g_autofree char *pointed = g_strjoinv(".", parts);
    return ik_cli_parse_number(pointed, degrees) && fabs(*degrees) <= limit;
}

static void append_line(GString *out, char *line)
{
    g_string_append_printf(out, "%s\n", line);
    g_free(line);
}

static void append_inside(GString *out, const question *q, guint32 index)
{
    const ik_territory *territory = ik_region_set_territory(q->set);
    const ik_municipality *municipality = &territory->municipalities[index];
    const ik_district *district = &territory->districts[municipality->district];
    const ik_region *region = &territory->regions[municipality->region];
    append_line(out, ik_text_format(q->cli->language, "region.inside", "municipality",
                                    municipality->name, "ags", municipality->ags, "district",
                                    district->name, "region", region->name, "id", region->id,
                                    "agency", region->agency, NULL));
}

static void append_unit(GString *out, const question *q, guint32 index)
{
    guint32 n_units;
    const ik_partition_unit *unit =
        &ik_partition_units(q->partition, &n_units)[ik_partition_unit_of(q->partition, index)];
    append_line(out, ik_text_format(q->cli->language, "region.unit", "partition",
                                    ik_partition_name(q->partition), "name", unit->name, "id",
                                    unit->id, NULL));
}

static void append_outside(GString *out, const question *q, ik_lonlat position)
{
    double distance_m;
    guint32 nearest = ik_region_set_nearest(q->set, position, &distance_m);
    const ik_municipality *municipality = &ik_region_set_territory(q->set)->municipalities[nearest];
    g_autofree char *km = ik_text_decimal(q->cli->language, distance_m / 1000, 1);
    append_line(out, ik_text_format(q->cli->language, "region.outside", "municipality",
                                    municipality->name, "distance", km, NULL));
}

/* A hint for those who write latitude first. */
static void hint_at_swapping(const question *q, ik_lonlat position)
{
    const ik_lonlat turned = {position.lat, position.lon};
    if (q->cli->quiet || ik_region_set_locate(q->set, position) != IK_NONE ||
        ik_region_set_locate(q->set, turned) == IK_NONE)
        return;
    char **words = q->cli->arguments;
    g_autofree char *hint =
        ik_text_format(q->cli->language, "region.swapped", "lon", words[1], "lat", words[0], NULL);
    fprintf(stderr, "%s\n", hint);
}

static void append_answer(GString *out, const question *q, ik_lonlat position)
{
    guint32 index = ik_region_set_locate(q->set, position);
    if (index == IK_NONE) {
        append_outside(out, q, position);
        return;
    }
    append_inside(out, q, index);
    if (q->partition)
        append_unit(out, q, index);
}

static int answer_position(const question *q)
{
    const char *format = q->arguments->format;
    char **words = q->cli->arguments;
    ik_lonlat position;
    if (format && !g_str_equal(format, "json") && !g_str_equal(format, "text"))
        return ik_cli_misuse("--format %s: expected text or json", format);
    if (!parse_degrees(words[0], 180, &position.lon))
        return ik_cli_misuse("%s: expected a longitude in degrees, for example 7.4653", words[0]);
    if (!parse_degrees(words[1], 85.05, &position.lat))
        return ik_cli_misuse("%s: expected a latitude in degrees, for example 51.5136", words[1]);
    hint_at_swapping(q, position);
    g_autoptr(GString) out = g_string_new(NULL);
    if (format && g_str_equal(format, "json"))
        append_line(out, ik_region_to_json(q->set, q->partition, position));
    else
        append_answer(out, q, position);
    return ik_cli_print(out->str) ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

/* --- a file ---------------------------------------------------------------------------------- */

static bool write_stream(const char *bytes, gsize size, gpointer data, GError **error)
{
    if (fwrite(bytes, 1, size, data) == size && fflush(data) == 0)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_IO, "cannot write the result: %s", g_strerror(errno));
    return false;
}

static void report(const ik_region_file_summary *summary, const char *language)
{
    const struct {
        const char *key;
        guint64 value;
    } lines[] = {{"region.count_inside", summary->inside},
                 {"region.count_outside", summary->outside},
                 {"region.count_rejected", summary->rejected}};
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autofree char *number = ik_text_integer(language, (gint64)lines[i].value);
        g_autofree char *line = ik_text_format(language, lines[i].key, "count", number, NULL);
        fprintf(stderr, "%s\n", line);
    }
}

static int answer_file(const question *q)
{
    GError *error = NULL;
    ik_terminal terminal;
    ik_region_file_options options = {.partition = q->partition,
                                      .output = q->arguments->output,
                                      .write = write_stream,
                                      .write_data = stdout,
                                      .progress = ik_terminal_progress,
                                      .progress_data = &terminal};
    ik_region_file_summary summary = {0};
    if (q->arguments->format && !ik_file_format_find(q->arguments->format, &options.format))
        return ik_cli_misuse("--format %s: expected csv, ndjson or geojson for a file",
                             q->arguments->format);
    ik_terminal_init(&terminal, q->cli->language, q->cli->quiet);
    bool done = ik_region_file(q->set, q->cli->arguments[0], &options, &summary, &error);
    ik_terminal_finish(&terminal);
    if (!done)
        return ik_cli_fail(error);
    if (!q->cli->quiet)
        report(&summary, q->cli->language);
    return summary.rejected && !q->arguments->allow_rejects ? IK_EXIT_REJECTS : IK_EXIT_DONE;
}

/* --- the command ----------------------------------------------------------------------------- */

static int answer(const region_arguments *arguments, const ik_cli *cli)
{
    const ik_territory *territory = ik_territory_builtin();
    const bool is_file = cli->arguments[1] == NULL;
    GError *error = NULL;
    double number;
    if (is_file && parse_degrees(cli->arguments[0], 180, &number) &&
        !g_file_test(cli->arguments[0], G_FILE_TEST_EXISTS))
        return ik_cli_misuse("missing argument; see 'ideenkarte region --help'");
    if (!is_file && arguments->output)
        return ik_cli_misuse("--output goes with a FILE; see 'ideenkarte region --help'");
    g_autoptr(ik_partition) partition =
        arguments->partition ? ik_partition_load(territory, arguments->partition, &error) : NULL;
    if (error)
        return ik_cli_fail(error);
    g_autoptr(ik_region_set) set = ik_region_set_new(territory);
    const question q = {arguments, cli, set, partition};
    return is_file ? answer_file(&q) : answer_position(&q);
}

int ik_command_region(int argc, char **argv)
{
    region_arguments arguments = {0};
    const GOptionEntry options[] = {
        {"format", 'f', 0, G_OPTION_ARG_STRING, &arguments.format,
         "Of an answer: text (default) or json; of a file: csv, ndjson or geojson, where that is "
         "not seen",
         "FORMAT"},
        {"partition", 0, 0, G_OPTION_ARG_FILENAME, &arguments.partition,
         "Another division: a CSV file with the columns id, name and ags_prefix", "FILE"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
         "File to write instead of standard output", "FILE"},
        {"allow-rejects", 0, 0, G_OPTION_ARG_NONE, &arguments.allow_rejects,
         "Exit with 0 even if a record could not be read", NULL},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "LON LAT | FILE|-",
        "Says which municipality, district and labour-market region a position (WGS 84 degrees) "
        "lies in.\n"
        "Negative numbers stand behind --: ideenkarte region -- -0.1 51.5\n\n"
        "Of a file every position is answered: CSV, NDJSON or GeoJSON. Order, columns and members "
        "stay; added are\n"
        "ags, municipality, district, region, nearest and distance_m (outside), border_distance_m "
        "(less than 50 m), fault.",
        region_examples,
        options,
        1,
        2};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = answer(&arguments, &cli);
    ik_cli_clear(&cli);
    g_free(arguments.format);
    g_free(arguments.partition);
    g_free(arguments.output);
    return exit_code;
}

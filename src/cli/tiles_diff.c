/* tiles_diff.c — ideenkarte tiles diff.   [cli] */
#include <errno.h>
#include <stdio.h>

#include "tiles_parts.h"

typedef struct {
    bool json;
    guint64 counts[3]; /* by ik_tile_change */
} diff_output;

static bool take(guint zoom, guint x, guint y, ik_tile_change change, gpointer data, GError **error)
{
    static const char *const names[] = {"added", "removed", "changed"};
    diff_output *output = data;
    output->counts[change]++;
    int written = output->json ? printf("{\"tile\": \"%u/%u/%u\", \"change\": \"%s\"}\n", zoom, x,
                                        y, names[change])
                               : printf("%-8s %u/%u/%u\n", names[change], zoom, x, y);
    if (written > 0)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_IO, "cannot write to standard output: %s",
                g_strerror(errno));
    return false;
}

static void print_counts(const ik_cli *cli, const diff_output *output)
{
    if (cli->quiet)
        return;
    g_autofree char *created =
        ik_text_integer(cli->language, (gint64)output->counts[IK_TILE_ADDED]);
    g_autofree char *gone = ik_text_integer(cli->language, (gint64)output->counts[IK_TILE_REMOVED]);
    g_autofree char *changed =
        ik_text_integer(cli->language, (gint64)output->counts[IK_TILE_CHANGED]);
    g_autofree char *line = ik_text_format(cli->language, "tileset.differ", "changed", changed,
                                           "new", created, "gone", gone, NULL);
    fprintf(stderr, "%s\n", line);
}

static int diff(const ik_cli *cli, bool json)
{
    GError *error = NULL;
    diff_output output = {.json = json};
    if (!ik_tileset_diff(cli->arguments[0], cli->arguments[1], take, &output, &error))
        return ik_cli_fail(error);
    if (!ik_cli_print(""))
        return IK_EXIT_FAILED;
    print_counts(cli, &output);
    return IK_EXIT_DONE;
}

int ik_tiles_diff(int argc, char **argv)
{
    gboolean json = FALSE;
    const GOptionEntry options[] = {
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "A JSON object a line", NULL},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "BEFORE AFTER",
        "Lists the tiles that were added, removed or changed, in the order of tile ids. Contents "
        "are "
        "compared with\ntheir compression taken off; the kinds of archive may differ.",
        "Examples:\n  ideenkarte tiles diff old.pmtiles new.mbtiles\n",
        options,
        2,
        2};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = diff(&cli, json);
    ik_cli_clear(&cli);
    return exit_code;
}

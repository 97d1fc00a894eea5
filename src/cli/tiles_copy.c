/* tiles_copy.c — tiles from archives into another, for convert, merge and extract.   [cli] */
#include "tiles_copy.h"

#include <stdio.h>

#include "terminal.h"

static bool parse_box(const char *text, ik_lonlat_box *box)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);
    double *const sides[] = {&box->west, &box->south, &box->east, &box->north};
    if (g_strv_length(parts) != G_N_ELEMENTS(sides))
        return false;
    for (gsize i = 0; i < G_N_ELEMENTS(sides); i++)
        if (!ik_cli_parse_number(parts[i], sides[i]))
            return false;
    return box->west < box->east && box->south < box->north && box->west >= -180 &&
           box->east <= 180 && box->south >= -90 && box->north <= 90;
}

/* "5-12" or "9", up to 30: archives of others go deeper than ours. */
static bool parse_zoom(const char *text, guint *min_zoom, guint *max_zoom)
{
    g_auto(GStrv) parts = g_strsplit(text, "-", 2);
    const char *last = parts[0] != NULL && parts[1] != NULL ? parts[1] : parts[0];
    guint64 low, high;
    if (parts[0] == NULL || !g_ascii_string_to_unsigned(parts[0], 10, 0, 30, &low, NULL) ||
        !g_ascii_string_to_unsigned(last, 10, low, 30, &high, NULL))
        return false;
    *min_zoom = (guint)low;
    *max_zoom = (guint)high;
    return true;
}

static bool print_copied(const ik_cli *cli, const char *output, const ik_tileset_copied *copied)
{
    g_autofree char *tiles = ik_text_integer(cli->language, (gint64)copied->tiles);
    g_autofree char *distinct = ik_text_integer(cli->language, (gint64)copied->distinct);
    g_autofree char *overlaps = ik_text_integer(cli->language, (gint64)copied->overlaps);
    g_autofree char *line = ik_text_format(cli->language, "tileset.copied", "file", output, "tiles",
                                           tiles, "distinct", distinct, NULL);
    g_autofree char *more =
        ik_text_format(cli->language, "tileset.overlaps", "count", overlaps, NULL);
    g_autofree char *empty = ik_text_integer(cli->language, (gint64)copied->empty);
    g_autofree char *left_out =
        ik_text_format(cli->language, "tileset.empty", "count", empty, NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    if (copied->overlaps > 0)
        g_string_append_printf(text, "%s\n", more);
    if (copied->empty > 0)
        g_string_append_printf(text, "%s\n", left_out);
    g_string_append_printf(text, "%s\n", line);
    return cli->quiet || ik_cli_print(text->str);
}

static int copy(const ik_tileset_copy *task, const ik_cli *cli)
{
    GError *error = NULL;
    ik_terminal terminal;
    ik_tileset_copied copied;
    ik_terminal_init(&terminal, cli->language, cli->quiet);
    ik_tileset_copy shown = *task;
    shown.progress = ik_terminal_progress;
    shown.progress_data = &terminal;
    bool done = ik_tileset_copy_run(&shown, &copied, &error);
    ik_terminal_finish(&terminal);
    if (!done)
        return ik_cli_fail(error);
    return print_copied(cli, task->output, &copied) ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

int ik_tiles_copy(const ik_tiles_copy_arguments *arguments, const ik_cli *cli, const char *part)
{
    ik_lonlat_box box;
    ik_tileset_copy task = {.inputs = (const char *const *)cli->arguments,
                            .output = arguments->output,
                            .max_zoom = 30,
                            .region = arguments->region,
                            .compression = arguments->compression};
    if (arguments->output == NULL)
        return ik_cli_misuse("missing -o ARCHIVE; see 'ideenkarte tiles %s --help'", part);
    if (arguments->zoom != NULL && !parse_zoom(arguments->zoom, &task.min_zoom, &task.max_zoom))
        return ik_cli_misuse("--zoom %s: expected for example 5-12", arguments->zoom);
    if (arguments->box != NULL && !parse_box(arguments->box, &box))
        return ik_cli_misuse("--bbox %s: expected WEST,SOUTH,EAST,NORTH in degrees",
                             arguments->box);
    task.box = arguments->box != NULL ? &box : NULL;
    return copy(&task, cli);
}

void ik_tiles_copy_arguments_clear(ik_tiles_copy_arguments *arguments)
{
    g_free(arguments->output);
    g_free(arguments->zoom);
    g_free(arguments->compression);
    g_free(arguments->box);
    g_free(arguments->region);
}

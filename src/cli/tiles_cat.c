/* tiles_cat.c — ideenkarte tiles cat.   [cli] */
#include <errno.h>
#include <stdio.h>

#include "tiles_parts.h"

static bool parse_tile(const char *text, guint *tile)
{
    g_auto(GStrv) parts = g_strsplit(text, "/", -1);
    if (g_strv_length(parts) != 3)
        return false;
    for (guint i = 0; i < 3; i++) {
        guint64 number;
        if (!g_ascii_string_to_unsigned(parts[i], 10, 0, G_MAXINT32, &number, NULL))
            return false;
        tile[i] = (guint)number;
    }
    return true;
}

static int cat(const ik_cli *cli, bool expand)
{
    guint tile[3];
    GError *error = NULL;
    if (!parse_tile(cli->arguments[1], tile))
        return ik_cli_misuse("%s: expected a tile, for example 9/264/170", cli->arguments[1]);
    g_autoptr(GBytes) bytes =
        ik_tileset_tile(cli->arguments[0], tile[0], tile[1], tile[2], expand, &error);
    if (bytes == NULL)
        return ik_cli_fail(error);
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    if (fwrite(data, 1, size, stdout) == size && fflush(stdout) == 0)
        return IK_EXIT_DONE;
    fprintf(stderr, "ideenkarte: cannot write to standard output: %s\n", g_strerror(errno));
    return IK_EXIT_FAILED;
}

int ik_tiles_cat(int argc, char **argv)
{
    gboolean expand = FALSE;
    const GOptionEntry options[] = {
        {"decompress", 0, 0, G_OPTION_ARG_NONE, &expand, "Take the compression off", NULL},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "ARCHIVE Z/X/Y",
        "Writes one tile to standard output, as it is stored.",
        "Examples:\n  ideenkarte tiles cat regions.pmtiles 9/264/170 > tile.png\n",
        options,
        2,
        2};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = cat(&cli, expand);
    ik_cli_clear(&cli);
    return exit_code;
}

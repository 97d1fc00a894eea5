/* style_check.c — ideenkarte style check.   [cli] */
#include <stdio.h>

#include "style_parts.h"

static const char check_examples[] = "Examples:\n"
                                     "  ideenkarte style check styles/regions.json\n"
                                     "  ideenkarte style check kampagne/styles/*.json --quiet\n";

/* Faults go to standard error, warnings and sound files to standard output. */
static bool check_file(const char *path, bool quiet, GString *out)
{
    g_autoptr(ik_style_findings) findings = ik_style_check(path);
    for (guint i = 0; i < findings->faults->len; i++)
        fprintf(stderr, "%s\n", (const char *)g_ptr_array_index(findings->faults, i));
    for (guint i = 0; !quiet && i < findings->warnings->len; i++)
        g_string_append_printf(out, "%s (warning)\n",
                               (const char *)g_ptr_array_index(findings->warnings, i));
    if (!quiet && findings->faults->len == 0)
        g_string_append_printf(out, "%s: sound\n", path);
    return findings->faults->len == 0;
}

static int check(const ik_cli *cli)
{
    g_autoptr(GString) out = g_string_new(NULL);
    bool is_sound = true;
    for (char **path = cli->arguments; *path != NULL; path++)
        is_sound = check_file(*path, cli->quiet, out) && is_sound;
    if (!ik_cli_print(out->str))
        return IK_EXIT_FAILED;
    return is_sound ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

int ik_style_part_check(int argc, char **argv)
{
    const ik_cli_usage usage = {"FILE...",
                                "Reads MapLibre style sheets and reports everything that is wrong "
                                "with them, each with its\n"
                                "JSON path, and as warnings what the specification knows but this "
                                "program does not draw.\n"
                                "Ends with 0 when every file is sound, with 1 otherwise.",
                                check_examples,
                                NULL,
                                1,
                                G_MAXUINT};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = check(&cli);
    ik_cli_clear(&cli);
    return exit_code;
}

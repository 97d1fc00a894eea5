/* style_command.c — ideenkarte style: the table of its parts.   [cli] */
#include "style_parts.h"

static const ik_command parts[] = {
    {"check", "what is wrong with a style sheet, and what is not drawn", ik_style_part_check},
    {"eval", "what an expression gives for a zoom and a feature", ik_style_part_eval},
};

static char *help_text(void)
{
    GString *out = g_string_new("Usage:\n  ideenkarte style PART [OPTIONS]\n\n"
                                "For authors of MapLibre style sheets (specification v8).\n\n"
                                "Parts:\n");
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        g_string_append_printf(out, "  %-8s %s\n", parts[i].name, parts[i].summary);
    g_string_append(out, "\nEach explains itself: ideenkarte style PART --help\n"
                         "\nExamples:\n"
                         "  ideenkarte style check styles/regions.json\n"
                         "  ideenkarte style eval '[\"+\", [\"zoom\"], 1]' --zoom 7\n");
    return g_string_free(out, FALSE);
}

static int run_part(const ik_command *part, int argc, char **argv)
{
    g_autofree char *name = g_strconcat("style ", part->name, NULL);
    g_autofree char **arguments = g_new0(char *, (gsize)argc + 1);
    arguments[0] = name;
    for (int i = 1; i < argc; i++)
        arguments[i] = argv[i];
    return part->run(argc, arguments);
}

int ik_command_style(int argc, char **argv)
{
    g_autofree char *help = help_text();
    if (argc < 2)
        return ik_cli_misuse("missing part of the command; see 'ideenkarte style --help'");
    if (g_str_equal(argv[1], "--help") || g_str_equal(argv[1], "-h"))
        return ik_cli_print(help) ? IK_EXIT_DONE : IK_EXIT_FAILED;
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (g_str_equal(argv[1], parts[i].name))
            return run_part(&parts[i], argc - 1, argv + 1);
    return ik_cli_misuse("unknown part \"%s\"; see 'ideenkarte style --help'", argv[1]);
}

/* main.c — the program: picks a command from the table.   [cli] */
#include <locale.h>
#include <signal.h>
#include <stdio.h>

#include "command.h"

static const ik_command commands[] = {
    {"build", "from a workspace to a folder that can be published", ik_command_build},
    {"check", "read and place every record, report what is doubtful, write nothing",
     ik_command_check},
    {"geocode", "place one address or the addresses of a file", ik_command_geocode},
    {"reverse", "the official house nearest to a position", ik_command_reverse},
    {"gazetteer", "make the file of streets and houses from address registers",
     ik_command_gazetteer},
    {"region", "which municipality, district and labour-market region a point lies in",
     ik_command_region},
    {"render", "draw the map, or any style sheet, as a picture", ik_command_render},
    {"catalogue", "import, compare, ask and export the catalogue for analysts",
     ik_command_catalogue},
    {"tiles", "show, check, convert, join, cut out and compare archives of tiles",
     ik_command_tiles},
    {"serve", "look at a published folder in the browser", ik_command_serve},
    {"style", "check style sheets, try out their expressions", ik_command_style},
    {"coverage", "figures by region, district or municipality", ik_command_coverage},
};

static char *help_text(void)
{
    GString *out = g_string_new(
        "ideenkarte makes a published map of North Rhine-Westphalia from a list of projects.\n\n"
        "Usage:\n  ideenkarte COMMAND [OPTIONS]\n\nCommands:\n");
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
        g_string_append_printf(out, "  %-10s %s\n", commands[i].name, commands[i].summary);
    g_string_append(out, "\nEach command explains itself: ideenkarte COMMAND --help\n"
                         "\nExamples:\n"
                         "  ideenkarte build examples/das-machen-wir -o out/demo\n"
                         "  ideenkarte check examples/das-machen-wir\n"
                         "  ideenkarte geocode -q \"Ottostr. 5, 44145 Dortmund\"\n"
                         "  ideenkarte region 7.4653 51.5136\n"
                         "\nExit codes: 0 done, 1 failed and nothing published, 2 wrong usage,\n"
                         "3 done but some records were rejected (0 with --allow-rejects).\n");
    return g_string_free(out, FALSE);
}

static int print_help(void)
{
    g_autofree char *help = help_text();
    return ik_cli_print(help) ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

static int run_command(int argc, char **argv)
{
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
        if (g_str_equal(argv[0], commands[i].name))
            return commands[i].run(argc, argv);
    return ik_cli_misuse("unknown command \"%s\"; see 'ideenkarte --help'", argv[0]);
}

/* "ideenkarte help build" is "ideenkarte build --help". */
static int explain_command(char *name)
{
    char help[] = "--help";
    char *arguments[] = {name, help, NULL};
    return run_command(2, arguments);
}

int main(int argc, char **argv)
{
    /* Only how characters are encoded: numbers, dates and sorting stay the same everywhere. */
    setlocale(LC_CTYPE, "");
    /* A closed pipe and a file that may not grow are reported as write errors. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    g_set_prgname("ideenkarte");
    if (argc < 2) {
        g_autofree char *help = help_text();
        fputs(help, stderr);
        return IK_EXIT_USAGE;
    }
    if (g_str_equal(argv[1], "--version")) {
        return ik_cli_print("ideenkarte " IK_VERSION "\n") ? IK_EXIT_DONE : IK_EXIT_FAILED;
    }
    if (g_str_equal(argv[1], "--help") || g_str_equal(argv[1], "-h") ||
        g_str_equal(argv[1], "help"))
        return argc < 3 ? print_help() : explain_command(argv[2]);
    return run_command(argc - 1, argv + 1);
}

/* command_line.c — options, errors and output that all commands share.   [cli] */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "command.h"

/* Terminal language: LC_ALL, LC_MESSAGES, LANG in the usual order. It never reaches an output file. */
static const char *terminal_language(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (gsize i = 0; i < G_N_ELEMENTS(variables); i++) {
        const char *value = g_getenv(variables[i]);
        if (value && *value)
            return g_str_has_prefix(value, "de") ? "de" : "en";
    }
    return "en";
}

static GOptionContext *new_context(const ik_cli_usage *usage, ik_cli *cli)
{
    const GOptionEntry shared[] = {
        {"lang", 0, 0, G_OPTION_ARG_STRING, &cli->language, "Language of messages: de or en",
         "LANG"},
        {"quiet", 0, 0, G_OPTION_ARG_NONE, &cli->quiet, "Print nothing but errors", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cli->arguments, NULL, NULL},
        G_OPTION_ENTRY_NULL};
    GOptionContext *context = g_option_context_new(usage->usage);
    g_option_context_set_summary(context, usage->summary);
    g_option_context_set_description(context, usage->examples);
    if (usage->options)
        g_option_context_add_main_entries(context, usage->options, NULL);
    g_option_context_add_main_entries(context, shared, NULL);
    return context;
}

static bool check_parsed(const ik_cli_usage *usage, ik_cli *cli, const char *command)
{
    guint n = cli->arguments ? g_strv_length(cli->arguments) : 0;
    if (!cli->language)
        cli->language = g_strdup(terminal_language());
    if (!g_str_equal(cli->language, "de") && !g_str_equal(cli->language, "en")) {
        ik_cli_misuse("--lang %s: unknown language, expected de or en", cli->language);
        return false;
    }
    if (n >= usage->min_arguments && n <= usage->max_arguments)
        return true;
    ik_cli_misuse("%s; expected: ideenkarte %s %s; see 'ideenkarte %s --help'",
                  n < usage->min_arguments ? "missing argument" : "too many arguments", command,
                  usage->usage, command);
    return false;
}

bool ik_cli_parse(const ik_cli_usage *usage, ik_cli *cli, int argc, char **argv, int *exit_code)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *command = g_strdup(argv[0]);
    g_autofree char *program = g_strconcat("ideenkarte ", command, NULL);
    g_auto(GStrv) arguments = g_new0(char *, (gsize)argc + 1);
    for (int i = 0; i < argc; i++)
        arguments[i] = g_strdup(argv[i]);
    g_set_prgname(program);
    *cli = (ik_cli){0};
    *exit_code = IK_EXIT_USAGE;
    g_autoptr(GOptionContext) context = new_context(usage, cli);
    g_option_context_set_help_enabled(context, FALSE);
    if (g_strv_contains((const char *const *)arguments, "--help") ||
        g_strv_contains((const char *const *)arguments, "-h")) {
        g_autofree char *help = g_option_context_get_help(context, TRUE, NULL);
        *exit_code = ik_cli_print(help) ? IK_EXIT_DONE : IK_EXIT_FAILED;
        return false;
    }
    if (!g_option_context_parse_strv(context, &arguments, &error)) {
        ik_cli_misuse("%s; see 'ideenkarte %s --help'", error->message, command);
        return false;
    }
    return check_parsed(usage, cli, command);
}

void ik_cli_clear(ik_cli *cli)
{
    g_clear_pointer(&cli->language, g_free);
    g_clear_pointer(&cli->arguments, g_strfreev);
}

int ik_cli_fail(GError *error)
{
    fprintf(stderr, "ideenkarte: %s\n", error->message);
    g_error_free(error);
    return IK_EXIT_FAILED;
}

int ik_cli_misuse(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *message = g_strdup_vprintf(format, values);
    va_end(values);
    fprintf(stderr, "ideenkarte: %s\n", message);
    return IK_EXIT_USAGE;
}

bool ik_cli_print(const char *text)
{
    if (fputs(text, stdout) >= 0 && fflush(stdout) == 0)
        return true;
    fprintf(stderr, "ideenkarte: cannot write to standard output: %s\n", g_strerror(errno));
    return false;
}

bool ik_cli_parse_number(const char *text, double *number)
{
    char *end;
    *number = g_ascii_strtod(text, &end);
    return end != text && *end == '\0' && *number - *number == 0;
}

/* check_command.c — ideenkarte check.   [cli] */
#include "command.h"
#include "terminal.h"

static const char check_examples[] =
    "Examples:\n"
    "  ideenkarte check examples/das-machen-wir\n"
    "  ideenkarte check kampagne --lang de | grep 'projects.csv:'\n";

static void append_origin(GString *out, const ik_origin *origin, const char *column)
{
    g_string_append_printf(out, "%s:%u: ", origin->file, origin->line);
    if (column)
        g_string_append_printf(out, "%s: ", column);
}

static void append_reject(GString *out, const ik_reject *reject, const char *language)
{
    const ik_fault fault = {.code = reject->code,
                            .field = reject->column,
                            .read = reject->read,
                            .expected = reject->expected};
    g_autofree char *sentence = ik_fault_sentence(&fault, language);
    append_origin(out, &reject->origin, reject->column);
    g_string_append_printf(out, "%s (%s)\n", sentence, ik_text(language, "status.reject"));
}

/* The field is named as the file's own column. */
static void append_doubts(GString *out, const ik_records *records, const ik_origin *origin,
                          const ik_faults *faults, const char *language)
{
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        const ik_fault *fault = ik_faults_get(faults, i);
        g_autofree char *sentence = ik_fault_sentence(fault, language);
        append_origin(out, origin,
                      fault->field ? ik_records_column(records, origin->file, fault->field) : NULL);
        g_string_append_printf(
            out, "%s (%s)\n", sentence,
            ik_text(language, ik_fault_is_omission(fault) ? "status.omission" : "status.check"));
    }
}

static void append_line(GString *out, const char *language, const char *key, guint value)
{
    g_autofree char *number = ik_text_integer(language, value);
    g_autofree char *line = ik_text_format(language, key, "count", number, NULL);
    g_string_append_printf(out, "%s\n", line);
}

/* What rejects.csv and review.csv of a build say. */
static void append_report(GString *out, const ik_records *records, const char *language)
{
    for (guint i = 0; i < records->notes->len; i++)
        g_string_append_printf(out, "%s\n", (const char *)records->notes->pdata[i]);
    for (guint i = 0; i < records->rejects->len; i++)
        append_reject(out, records->rejects->pdata[i], language);
    for (guint i = 0; i < records->projects->len; i++) {
        const ik_project *project = records->projects->pdata[i];
        ik_faults doubts = {0};
        ik_project_append_doubts(project, &doubts);
        append_doubts(out, records, &project->origin, &doubts, language);
        ik_faults_clear(&doubts);
    }
    for (guint i = 0; i < records->events->len; i++) {
        const ik_event *event = records->events->pdata[i];
        append_doubts(out, records, &event->origin, &event->faults, language);
    }
}

static void append_counts(GString *out, const ik_records *records, const char *language)
{
    guint to_check = 0, omissions = 0;
    for (guint i = 0; i < records->projects->len; i++) {
        const ik_project *project = records->projects->pdata[i];
        to_check += project->match.status == IK_STATUS_CHECK;
        omissions += ik_project_has_omission(project);
    }
    append_line(out, language, "summary.placed", records->projects->len);
    append_line(out, language, "count.to_check", to_check);
    if (omissions > 0)
        append_line(out, language, "count.omissions", omissions);
    append_line(out, language, "count.rejected", records->rejects->len);
    append_line(out, language, "summary.events", records->events->len);
}

static int report(const ik_records *records, const ik_cli *cli, bool allow_rejects)
{
    g_autoptr(GString) out = g_string_new(NULL);
    append_report(out, records, cli->language);
    append_counts(out, records, cli->language);
    if (!cli->quiet && !ik_cli_print(out->str))
        return IK_EXIT_FAILED;
    return records->rejects->len && !allow_rejects ? IK_EXIT_REJECTS : IK_EXIT_DONE;
}

static int check(const ik_cli *cli, bool allow_rejects)
{
    GError *error = NULL;
    ik_terminal terminal;
    ik_terminal_init(&terminal, cli->language, cli->quiet);
    g_autoptr(ik_workspace) workspace = ik_workspace_open(cli->arguments[0], &error);
    g_autoptr(ik_records) records =
        workspace ? ik_workspace_check(workspace, ik_terminal_progress, &terminal, &error) : NULL;
    const bool is_checked =
        records &&
        ik_workspace_check_photos(workspace, records, ik_terminal_progress, &terminal, &error);
    ik_terminal_finish(&terminal);
    return is_checked ? report(records, cli, allow_rejects) : ik_cli_fail(error);
}

int ik_command_check(int argc, char **argv)
{
    gboolean allow_rejects = FALSE;
    const GOptionEntry options[] = {{"allow-rejects", 0, 0, G_OPTION_ARG_NONE, &allow_rejects,
                                     "Exit with 0 even if records were rejected", NULL},
                                    G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {
        "WORKSPACE",
        "Reads and places every record and looks at every photo as build does, and "
        "reports what is\n"
        "rejected, doubtful or left out, with file, line, column and reason. "
        "Writes nothing.",
        check_examples,
        options,
        1,
        1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = check(&cli, allow_rejects);
    ik_cli_clear(&cli);
    return exit_code;
}

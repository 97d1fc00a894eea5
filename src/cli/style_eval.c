/* style_eval.c — ideenkarte style eval.   [cli] */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "style_parts.h"

typedef struct {
    char *zoom, *feature, *expect, *batch;
} eval_arguments;

static const char eval_examples[] =
    "Examples:\n"
    "  ideenkarte style eval '[\"interpolate\", [\"linear\"], [\"zoom\"], 5, 1, 10, 4]' --zoom 7\n"
    "  ideenkarte style eval '[\"get\", \"name\"]' --feature ort.geojson --expect text-field\n"
    "  ideenkarte style eval '[\"==\", \"kind\", \"Stadt\"]' --expect filter --feature "
    "'{\"type\": \"Feature\", \"properties\": {\"kind\": \"Stadt\"}, \"geometry\": null}'\n"
    "  echo '{\"expression\": [\"zoom\"], \"zoom\": 3}' | ideenkarte style eval --batch -\n";

static int print_answer(char *line, ik_style_outcome outcome, GError *error)
{
    g_autofree char *text = line != NULL ? g_strconcat(line, "\n", NULL) : NULL;
    g_free(line);
    if (text == NULL)
        return ik_cli_fail(error);
    if (!ik_cli_print(text))
        return IK_EXIT_FAILED;
    return outcome == IK_STYLE_VALUE ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

/* ---- one expression ---- */

/* JSON as it stands, or the file of that name. */
static char *read_feature(const char *argument, GError **error)
{
    char *text = NULL;
    if (argument[strspn(argument, " \t\r\n")] == '{')
        return g_strdup(argument);
    g_file_get_contents(argument, &text, NULL, error);
    return text;
}

static int evaluate(const eval_arguments *arguments, const char *expression)
{
    GError *error = NULL;
    g_autofree char *feature = NULL;
    ik_style_outcome outcome = IK_STYLE_WRONG;
    ik_style_question question = {.expression = expression, .expect = arguments->expect};
    if (arguments->zoom != NULL && !ik_cli_parse_number(arguments->zoom, &question.zoom))
        return ik_cli_misuse("--zoom %s: expected a number", arguments->zoom);
    if (arguments->feature != NULL) {
        feature = read_feature(arguments->feature, &error);
        if (feature == NULL)
            return ik_cli_fail(error);
        question.feature = feature;
    }
    char *line = ik_style_evaluate(&question, &outcome, &error);
    return print_answer(line, outcome, error);
}

/* ---- many ---- */

static int answer_lines(FILE *file, const char *name)
{
    char *line = NULL;
    gsize size = 0;
    for (guint number = 1; getline(&line, &size, file) >= 0; number++) {
        GError *error = NULL;
        ik_style_outcome outcome;
        g_autofree char *place = g_strdup_printf("%s:%u", name, number);
        char *answer = ik_style_evaluate_json(line, place, &outcome, &error);
        if (answer == NULL || !ik_cli_print(answer) || !ik_cli_print("\n")) {
            g_free(answer);
            free(line);
            return error != NULL ? ik_cli_fail(error) : IK_EXIT_FAILED;
        }
        g_free(answer);
    }
    free(line);
    return IK_EXIT_DONE;
}

static int evaluate_batch(const char *path)
{
    bool is_stdin = strcmp(path, "-") == 0;
    FILE *file = is_stdin ? stdin : fopen(path, "r");
    if (file == NULL)
        return ik_cli_fail(g_error_new(IK_ERROR, IK_ERROR_IO, "%s: %s", path, g_strerror(errno)));
    int exit_code = answer_lines(file, is_stdin ? "stdin" : path);
    if (!is_stdin)
        fclose(file);
    return exit_code;
}

static int check_and_evaluate(const eval_arguments *arguments, const ik_cli *cli)
{
    bool has_expression = cli->arguments != NULL && cli->arguments[0] != NULL;
    if (has_expression == (arguments->batch != NULL))
        return ik_cli_misuse("expected an expression or --batch FILE; see 'ideenkarte style eval "
                             "--help'");
    return has_expression ? evaluate(arguments, cli->arguments[0])
                          : evaluate_batch(arguments->batch);
}

int ik_style_part_eval(int argc, char **argv)
{
    eval_arguments arguments = {0};
    const GOptionEntry options[] = {
        {"zoom", 0, 0, G_OPTION_ARG_STRING, &arguments.zoom, "Zoom of the map (0)", "Z"},
        {"feature", 0, 0, G_OPTION_ARG_STRING, &arguments.feature,
         "A GeoJSON feature, as it is or in a file", "FILE|JSON"},
        {"expect", 0, 0, G_OPTION_ARG_STRING, &arguments.expect,
         "What it is for: number, color, array<number, 2>; line-width; filter", "TYPE"},
        {"batch", 0, 0, G_OPTION_ARG_STRING, &arguments.batch,
         "Questions, one a line: {\"expression\": …, \"expect\": …, \"zoom\": …, \"feature\": …}",
         "FILE|-"},
        G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {"[EXPRESSION]",
                                "Prints what an expression of a style gives, as one line of JSON: "
                                "{\"type\": …, \"value\": …},\n"
                                "{\"error\": …, \"path\": …} when it does not compile, {\"fault\": "
                                "…} when it has no value here.\n"
                                "Ends with 0 for a value, otherwise with 1.",
                                eval_examples,
                                options,
                                0,
                                1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = check_and_evaluate(&arguments, &cli);
    ik_cli_clear(&cli);
    g_free(arguments.zoom);
    g_free(arguments.feature);
    g_free(arguments.expect);
    g_free(arguments.batch);
    return exit_code;
}

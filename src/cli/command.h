/* command.h — what a command of the program is.   [cli]
 *
 * One file a command, one table in main.c. A command parses its own options, does its work through the public
 * library and returns an exit code.
 */
#ifndef IK_COMMAND_H
#define IK_COMMAND_H

#include <glib.h>
#include <ideenkarte.h>

typedef enum {
    IK_EXIT_DONE = 0,
    IK_EXIT_FAILED = 1, /* nothing was published */
    IK_EXIT_USAGE = 2,
    IK_EXIT_REJECTS = 3 /* done, but some records were rejected */
} ik_exit;

typedef struct {
    const char *name;
    const char *summary;
    int (*run)(int argc, char **argv);
} ik_command;

int ik_command_build(int argc, char **argv);
int ik_command_check(int argc, char **argv);
int ik_command_gazetteer(int argc, char **argv);
int ik_command_geocode(int argc, char **argv);
int ik_command_reverse(int argc, char **argv);
int ik_command_region(int argc, char **argv);
int ik_command_render(int argc, char **argv);
int ik_command_coverage(int argc, char **argv);
int ik_command_catalogue(int argc, char **argv);
int ik_command_style(int argc, char **argv);
int ik_command_tiles(int argc, char **argv);
int ik_command_serve(int argc, char **argv);

/* What the commands share. */
typedef struct {
    char *language; /* "de" or "en" */
    gboolean quiet;
    char **arguments; /* what stands outside options, NULL-terminated */
} ik_cli;

typedef struct {
    const char *usage;           /* "WORKSPACE -o FOLDER" */
    const char *summary;         /* a sentence or two above the options */
    const char *examples;        /* below them */
    const GOptionEntry *options; /* of this command; NULL: none beyond the shared ones */
    guint min_arguments, max_arguments;
} ik_cli_usage;

/* Parses the options into their variables and `cli`. True: go on; false: `*exit_code` says how to end (help was
 * printed, or a usage error was reported). Release with ik_cli_clear in either case. */
bool ik_cli_parse(const ik_cli_usage *usage, ik_cli *cli, int argc, char **argv, int *exit_code);
void ik_cli_clear(ik_cli *cli);

/* Reports an error on stderr, frees it and returns the exit code for it. */
int ik_cli_fail(GError *error);
/* Reports a usage error on stderr and returns IK_EXIT_USAGE. */
int ik_cli_misuse(const char *format, ...) G_GNUC_PRINTF(1, 2);
/* Prints to stdout; false (reported) when that fails, for example on a full disk. */
bool ik_cli_print(const char *text);

/* A number in decimal notation with a point, whatever the locale; false if it is none. */
bool ik_cli_parse_number(const char *text, double *number);

#endif

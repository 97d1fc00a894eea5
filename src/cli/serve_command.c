/* serve_command.c — ideenkarte serve.   [cli] */
#include <signal.h>
#include <stdio.h>

#include "command.h"
#include "server.h"

#define PATIENCE_MS 5000

typedef struct {
    char *address;
    int port;
    gboolean network;
} serve_arguments;

static const char serve_examples[] =
    "Examples:\n"
    "  ideenkarte serve out/demo\n"
    "  ideenkarte serve out/demo --port 0 --quiet\n"
    "\nThe address is printed on standard output. Only this machine is let in; --bind with "
    "--network "
    "opens the\n"
    "preview to others. A build may replace the folder meanwhile. Ctrl+C ends it.\n";

/* Blocked before the threads start, so that the signals come here and nowhere else. */
static sigset_t take_signals(void)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, NULL);
    return signals;
}

static void tell(const ik_cli *cli, const char *key, const char *folder)
{
    if (cli->quiet)
        return;
    g_autofree char *text = ik_text_format(cli->language, key, "folder", folder, NULL);
    fprintf(stderr, "%s\n", text);
}

/* Whoever asks twice does not want to wait for the answers that are under way. */
static void stop(ik_server *server, const sigset_t *signals)
{
    pthread_sigmask(SIG_UNBLOCK, signals, NULL);
    ik_server_stop(server, PATIENCE_MS);
}

static int serve(const serve_arguments *arguments, const ik_cli *cli)
{
    g_autoptr(GError) error = NULL;
    int signal_number;
    sigset_t signals = take_signals();
    const char *folder = cli->arguments[0];
    const ik_server_options options = {
        folder, arguments->address ? arguments->address : "127.0.0.1", (guint16)arguments->port};
    ik_server *server = ik_server_start(&options, &error);
    if (!server)
        return ik_cli_fail(g_steal_pointer(&error));
    g_autofree char *line = g_strconcat(ik_server_url(server), "\n", NULL);
    bool is_printed = ik_cli_print(line);
    tell(cli, "serve.ready", folder);
    if (arguments->network)
        tell(cli, "serve.network", folder);
    if (is_printed)
        sigwait(&signals, &signal_number);
    stop(server, &signals);
    tell(cli, "serve.stopped", folder);
    return is_printed ? IK_EXIT_DONE : IK_EXIT_FAILED;
}

static int check_and_serve(const serve_arguments *arguments, const ik_cli *cli)
{
    const char *address = arguments->address;
    if (arguments->port < 0 || arguments->port > 65535)
        return ik_cli_misuse("--port %d: expected 1 to 65535, or 0 for any that is free",
                             arguments->port);
    if (address && !arguments->network && !ik_server_is_private(address))
        return ik_cli_misuse("--bind %s: others could read the preview; --network allows it",
                             address);
    return serve(arguments, cli);
}

int ik_command_serve(int argc, char **argv)
{
    serve_arguments arguments = {.port = 8080};
    const GOptionEntry options[] = {{"port", 'p', 0, G_OPTION_ARG_INT, &arguments.port,
                                     "Port; 8080 if not given, 0 for any that is free", "N"},
                                    {"bind", 0, 0, G_OPTION_ARG_STRING, &arguments.address,
                                     "Address of this machine to listen on; 127.0.0.1 if not given",
                                     "ADDRESS"},
                                    {"network", 0, 0, G_OPTION_ARG_NONE, &arguments.network,
                                     "Allow an address that others can reach", NULL},
                                    G_OPTION_ENTRY_NULL};
    const ik_cli_usage usage = {"FOLDER",
                                "Serves a published folder over HTTP, to look at it before it is "
                                "published.",
                                serve_examples,
                                options,
                                1,
                                1};
    ik_cli cli;
    int exit_code;
    if (ik_cli_parse(&usage, &cli, argc, argv, &exit_code))
        exit_code = check_and_serve(&arguments, &cli);
    ik_cli_clear(&cli);
    g_free(arguments.address);
    return exit_code;
}

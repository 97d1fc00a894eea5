/* terminal.c — a bar, or plain lines.   [cli] */
#include "terminal.h"

#include <ideenkarte/text.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define BAR_CELLS 24

static volatile sig_atomic_t was_interrupted;

static void note_interrupt(int signal_number)
{
    (void)signal_number;
    was_interrupted = 1;
}

static void catch_interrupts(void)
{
    struct sigaction action = {0};
    action.sa_handler = note_interrupt;
    action.sa_flags = (int)SA_RESETHAND; /* a second one ends the program at once */
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

void ik_terminal_init(ik_terminal *terminal, const char *language, bool quiet)
{
    *terminal =
        (ik_terminal){.language = language, .quiet = quiet, .is_terminal = isatty(STDERR_FILENO)};
    catch_interrupts();
}

static void draw_bar(const ik_terminal *terminal, const ik_progress *progress)
{
    guint filled = progress->total ? (guint)(progress->done * BAR_CELLS / progress->total) : 0;
    char cells[BAR_CELLS + 1];
    for (guint i = 0; i < BAR_CELLS; i++)
        cells[i] = i < filled ? '#' : '.';
    cells[BAR_CELLS] = '\0';
    g_autofree char *count = progress->total
                                 ? g_strdup_printf(" %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT,
                                                   progress->done, progress->total)
                                 : g_strdup("");
    fprintf(stderr, "\r\033[K[%s] %s%s", cells, ik_text(terminal->language, progress->stage),
            count);
    fflush(stderr);
}

bool ik_terminal_progress(const ik_progress *progress, gpointer data)
{
    ik_terminal *terminal = data;
    bool is_new = terminal->stage != progress->stage;
    terminal->stage = progress->stage;
    if (terminal->quiet)
        return !was_interrupted;
    if (terminal->is_terminal)
        draw_bar(terminal, progress);
    else if (is_new)
        fprintf(stderr, "%s\n", ik_text(terminal->language, progress->stage));
    return !was_interrupted;
}

static void clear_bar(const ik_terminal *terminal)
{
    if (terminal->stage && terminal->is_terminal && !terminal->quiet)
        fputs("\r\033[K", stderr);
}

void ik_terminal_note(const char *note, gpointer data)
{
    const ik_terminal *terminal = data;
    clear_bar(terminal);
    if (!terminal->quiet)
        fprintf(stderr, "%s\n", note);
}

void ik_terminal_finish(ik_terminal *terminal)
{
    clear_bar(terminal);
    terminal->stage = NULL;
}

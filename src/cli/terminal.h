/* terminal.h — progress on a terminal and in a log.   [cli]
 *
 * A bar on one line where stderr is a terminal, a plain line a stage otherwise, nothing with --quiet.
 */
#ifndef IK_TERMINAL_H
#define IK_TERMINAL_H

#include <ideenkarte/progress.h>

typedef struct {
    const char *language; /* borrowed */
    bool quiet, is_terminal;
    const char *stage; /* last one shown */
} ik_terminal;

void ik_terminal_init(ik_terminal *terminal, const char *language, bool quiet);
/* An ik_progress_fn; `data` is the ik_terminal. Asks to stop after Ctrl-C or SIGTERM. */
bool ik_terminal_progress(const ik_progress *progress, gpointer data);
/* An ik_note_fn; `data` is the ik_terminal. The bar comes back with the next progress. */
void ik_terminal_note(const char *note, gpointer data);
/* Clears a bar that is still shown. */
void ik_terminal_finish(ik_terminal *terminal);

#endif

/* render_arguments.h — what `ideenkarte render` is asked for.   [cli] */
#ifndef IK_RENDER_ARGUMENTS_H
#define IK_RENDER_ARGUMENTS_H

#include "command.h"

typedef struct {
    char *output, *box, *style, *center, *zoom, *size;
    char *crs, *title, *subtitle; /* of a page */
    gboolean no_legend;
    int width_px; /* 0: not given */
    double pixel_ratio;
    const char *workspace; /* NULL: none */
} ik_render_arguments;

/* The box asked for, or the whole territory. False, reported, when it is no box or lies elsewhere. */
bool ik_render_box(const ik_render_arguments *arguments, ik_lonlat_box *box);

/* Reads the workspace, if there is one. False: reported, and `*exit_code` says how to end. The caller frees both. */
bool ik_render_records(const ik_render_arguments *arguments, const ik_cli *cli,
                       ik_workspace **workspace, ik_records **records, int *exit_code);

/* An ik_note_fn on standard error; `data` is the ik_cli. */
void ik_render_print_note(const char *note, gpointer data);

/* Whether a page is wanted: by the ending of the file, or because only pages have such options. */
bool ik_render_is_poster(const ik_render_arguments *arguments, bool is_last_argument);

/* Draws a page; the exit code. */
int ik_render_poster_command(const ik_render_arguments *arguments, const ik_cli *cli);

#endif

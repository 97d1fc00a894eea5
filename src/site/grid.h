/* grid.h — figures as rows and columns of text, and how they are written down.   [site] */
#ifndef IK_GRID_H
#define IK_GRID_H

#include <glib.h>
#include <stdbool.h>

/* Rows of `columns` texts each; the first row holds the headings. */
typedef struct {
    guint columns;
    guint n_text;    /* leading columns that are text and stand to the left */
    bool has_total;  /* the last row is a total */
    GPtrArray *rows; /* of char **, NULL-terminated, owned */
    GPtrArray *
        links; /* of char *, owned: where the first text of each row leads in HTML, or NULL; NULL: nowhere */
} ik_grid;

ik_grid *ik_grid_new(guint columns, guint n_text);
void ik_grid_free(ik_grid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_grid, ik_grid_free)

/* Takes over `cells` (columns texts and NULL) as the next row. */
void ik_grid_add(ik_grid *grid, char **cells);

/* Aligned columns for a terminal, a rule below the headings and above the total. Widths are counted in characters;
 * wide ones (East Asian) count two, combining ones none. Appends. */
void ik_grid_append_table(GString *out, const ik_grid *grid);

/* A table of GitHub Flavored Markdown. Appends. */
void ik_grid_append_markdown(GString *out, const ik_grid *grid);

/* `<table>` with caption, scopes and a foot for the total, in a box that scrolls by itself. Appends. */
void ik_grid_append_html(GString *out, const ik_grid *grid, const char *caption);

/* `text` with what Markdown would take for markup escaped. Appends. */
void ik_markdown_append(GString *out, const char *text);

#endif

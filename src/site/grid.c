/* grid.c — figures as rows and columns of text, and how they are written down.   [site] */
#include "grid.h"

#include <string.h>

#include "html.h"

static void free_cells(gpointer data)
{
    g_strfreev(data);
}

ik_grid *ik_grid_new(guint columns, guint n_text)
{
    ik_grid *grid = g_new0(ik_grid, 1);
    grid->columns = columns;
    grid->n_text = n_text;
    grid->rows = g_ptr_array_new_with_free_func(free_cells);
    return grid;
}

void ik_grid_free(ik_grid *grid)
{
    if (grid == NULL)
        return;
    g_ptr_array_unref(grid->rows);
    if (grid->links != NULL)
        g_ptr_array_unref(grid->links);
    g_free(grid);
}

void ik_grid_add(ik_grid *grid, char **cells)
{
    g_assert(g_strv_length(cells) == grid->columns);
    g_ptr_array_add(grid->rows, cells);
}

static const char *cell(const ik_grid *grid, guint row, guint column)
{
    return ((char **)grid->rows->pdata[row])[column];
}

static bool is_total(const ik_grid *grid, guint row)
{
    return grid->has_total && row + 1 == grid->rows->len;
}

/* --- terminal ---------------------------------------------------------------------------------- */

static glong width_of(const char *text)
{
    glong width = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        width += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
    return width;
}

static void append_repeated(GString *out, const char *text, glong n)
{
    for (glong i = 0; i < n; i++)
        g_string_append(out, text);
}

static void append_row(GString *out, const ik_grid *grid, guint row, const glong *widths)
{
    for (guint i = 0; i < grid->columns; i++) {
        const glong blanks = widths[i] - width_of(cell(grid, row, i));
        const bool is_text = i < grid->n_text;
        append_repeated(out, " ", (i > 0 ? 2 : 0) + (is_text ? 0 : blanks));
        g_string_append(out, cell(grid, row, i));
        append_repeated(out, " ", is_text ? blanks : 0);
    }
    g_string_append_c(out, '\n');
}

void ik_grid_append_table(GString *out, const ik_grid *grid)
{
    g_autofree glong *widths = g_new0(glong, grid->columns);
    glong whole = -2;
    for (guint i = 0; i < grid->columns; i++) {
        for (guint row = 0; row < grid->rows->len; row++)
            widths[i] = MAX(widths[i], width_of(cell(grid, row, i)));
        whole += widths[i] + 2;
    }
    for (guint row = 0; row < grid->rows->len; row++) {
        if (row == 1 || is_total(grid, row)) {
            append_repeated(out, "─", whole);
            g_string_append_c(out, '\n');
        }
        append_row(out, grid, row, widths);
    }
}

/* --- Markdown ---------------------------------------------------------------------------------- */

void ik_markdown_append(GString *out, const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        if (strchr("\\`*_[]<>|#&~", *at) != NULL)
            g_string_append_c(out, '\\');
        g_string_append_c(out, *at == '\n' || *at == '\r' ? ' ' : *at);
    }
}

void ik_grid_append_markdown(GString *out, const ik_grid *grid)
{
    for (guint row = 0; row < grid->rows->len; row++) {
        for (guint i = 0; i < grid->columns; i++) {
            const char *mark = is_total(grid, row) ? "**" : "";
            g_string_append_printf(out, "| %s", mark);
            ik_markdown_append(out, cell(grid, row, i));
            g_string_append_printf(out, "%s ", mark);
        }
        g_string_append(out, "|\n");
        for (guint i = 0; i < grid->columns && row == 0; i++)
            g_string_append(out, i < grid->n_text ? "|:---" : "|---:");
        g_string_append(out, row == 0 ? "|\n" : "");
    }
}

/* --- HTML -------------------------------------------------------------------------------------- */

static void append_html_text(GString *out, const ik_grid *grid, guint row, guint column)
{
    const char *link =
        column > 0 || grid->links == NULL ? NULL : g_ptr_array_index(grid->links, row);
    g_string_append(out, link != NULL ? "<a" : "");
    ik_html_attribute(out, "href", link);
    g_string_append(out, link != NULL ? ">" : "");
    ik_html_text(out, cell(grid, row, column));
    g_string_append(out, link != NULL ? "</a>" : "");
}

static void append_html_row(GString *out, const ik_grid *grid, guint row)
{
    g_string_append(out, "<tr>");
    for (guint i = 0; i < grid->columns; i++) {
        const bool is_heading = row == 0, is_name = i == 0;
        g_string_append(out, is_heading ? "<th scope=\"col\""
                             : is_name  ? "<th scope=\"row\""
                                        : "<td");
        ik_html_attribute(out, "class", i > 0 && i < grid->n_text ? "text" : NULL);
        g_string_append_c(out, '>');
        append_html_text(out, grid, row, i);
        g_string_append(out, is_heading || is_name ? "</th>" : "</td>");
    }
    g_string_append(out, "</tr>\n");
}

void ik_grid_append_html(GString *out, const ik_grid *grid, const char *caption)
{
    const guint n = grid->rows->len, end = n - (grid->has_total ? 1 : 0);
    g_string_append(out, "<div class=\"scroll\" tabindex=\"0\" role=\"group\"");
    ik_html_attribute(out, "aria-label", caption);
    g_string_append(out, ">\n<table>\n");
    ik_html_element(out, "caption", "visually-hidden", caption);
    g_string_append(out, "<thead>\n");
    append_html_row(out, grid, 0);
    g_string_append(out, "</thead>\n<tbody>\n");
    for (guint row = 1; row < end; row++)
        append_html_row(out, grid, row);
    g_string_append(out, "</tbody>\n");
    if (grid->has_total) {
        g_string_append(out, "<tfoot>\n");
        append_html_row(out, grid, end);
        g_string_append(out, "</tfoot>\n");
    }
    g_string_append(out, "</table>\n</div>\n");
}

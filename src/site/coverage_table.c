/* coverage_table.c — coverage figures as aligned columns for a terminal.   [site]
 *
 * Widths are counted in characters; wide ones (East Asian) count two, combining ones none.
 */
#include <ideenkarte/report.h>

#include <ideenkarte/text.h>

enum { COLUMNS = 7 };

static const char *const heading_keys[COLUMNS] = {
    "coverage.name",         "coverage.population", "coverage.projects", "coverage.per_100k",
    "coverage.with_project", "coverage.to_check",   "coverage.events",
};

typedef struct {
    char *cells[COLUMNS];
} table_row;

static void clear_row(gpointer data)
{
    table_row *row = data;
    for (guint i = 0; i < COLUMNS; i++)
        g_free(row->cells[i]);
}

static glong width_of(const char *text)
{
    glong width = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        width += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
    return width;
}

static void add_headings(GArray *rows, const char *language)
{
    table_row row;
    for (guint i = 0; i < COLUMNS; i++)
        row.cells[i] = g_strdup(ik_text(language, heading_keys[i]));
    g_array_append_val(rows, row);
}

static char *share(const char *language, guint32 part, guint32 whole)
{
    g_autofree char *first = ik_text_integer(language, part);
    g_autofree char *second = ik_text_integer(language, whole);
    return g_strdup_printf("%s/%s", first, second);
}

static void add_figures(GArray *rows, const char *name, const ik_coverage_row *figures,
                        const char *language)
{
    const table_row row = {{
        g_strdup(name),
        ik_text_integer(language, (gint64)figures->population),
        ik_text_integer(language, figures->projects),
        ik_text_decimal(language, figures->projects_per_100k, 2),
        share(language, figures->municipalities_with_project, figures->municipalities),
        ik_text_integer(language, figures->projects_check),
        ik_text_integer(language, figures->events),
    }};
    g_array_append_val(rows, row);
}

static void append_blanks(GString *out, glong n)
{
    for (glong i = 0; i < n; i++)
        g_string_append_c(out, ' ');
}

/* The first column to the left, figures to the right. */
static void append_row(GString *out, const table_row *row, const glong *widths)
{
    for (guint i = 0; i < COLUMNS; i++) {
        const glong blanks = widths[i] - width_of(row->cells[i]);
        if (i > 0)
            append_blanks(out, 2 + blanks);
        g_string_append(out, row->cells[i]);
        if (i == 0)
            append_blanks(out, blanks);
    }
    g_string_append_c(out, '\n');
}

static void append_rule(GString *out, const glong *widths)
{
    glong width = -2;
    for (guint i = 0; i < COLUMNS; i++)
        width += widths[i] + 2;
    for (glong i = 0; i < width; i++)
        g_string_append(out, "─");
    g_string_append_c(out, '\n');
}

static char *format_rows(const GArray *rows)
{
    glong widths[COLUMNS] = {0};
    for (guint r = 0; r < rows->len; r++)
        for (guint i = 0; i < COLUMNS; i++)
            widths[i] = MAX(widths[i], width_of(g_array_index(rows, table_row, r).cells[i]));
    GString *out = g_string_new(NULL);
    for (guint r = 0; r < rows->len; r++) {
        if (r == 1 || r + 1 == rows->len)
            append_rule(out, widths);
        append_row(out, &g_array_index(rows, table_row, r), widths);
    }
    return g_string_free(out, FALSE);
}

char *ik_coverage_to_table(const ik_coverage *coverage, const char *language)
{
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(table_row));
    g_array_set_clear_func(rows, clear_row);
    add_headings(rows, language);
    for (guint i = 0; i < coverage->rows->len; i++) {
        const ik_coverage_row *row = g_ptr_array_index(coverage->rows, i);
        add_figures(rows, row->name, row, language);
    }
    add_figures(rows, ik_text(language, "coverage.total"), coverage->total, language);
    return format_rows(rows);
}

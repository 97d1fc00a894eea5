/* answer_table.c — rows of a query in aligned columns for a terminal.   [catalogue]
 *
 * Widths are counted in characters; wide ones (East Asian) count two, combining ones none. A column of numbers is
 * aligned to the right.
 */
#include "answer_table.h"

#include "printable.h"

enum { MAX_CHARACTERS = 40 };

typedef struct {
    guint columns;
    GPtrArray *cells; /* of char *, row by row, the headings first; owned */
    glong *widths;
    bool *is_text; /* a column with anything but numbers */
} answer_table;

static glong width_of(const char *text)
{
    glong width = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        width += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
    return width;
}

/* Takes `text` over. */
static char *shortened(char *text)
{
    if (g_utf8_strlen(text, -1) <= MAX_CHARACTERS)
        return text;
    *g_utf8_offset_to_pointer(text, MAX_CHARACTERS - 1) = '\0';
    char *cut = g_strconcat(text, "…", NULL);
    g_free(text);
    return cut;
}

static void add_cell(answer_table *table, guint column, const char *text)
{
    char *cell = shortened(ik_printable(text));
    table->widths[column] = MAX(table->widths[column], width_of(cell));
    g_ptr_array_add(table->cells, cell);
}

static void add_row(answer_table *table, ik_statement *query)
{
    for (guint i = 0; i < table->columns; i++) {
        char *owned;
        const char *text = ik_answer_text(query, (int)i, &owned);
        const ik_column_kind kind = ik_column_kind_of(query, (int)i);
        table->is_text[i] |= kind == IK_COLUMN_TEXT || kind == IK_COLUMN_BLOB;
        add_cell(table, i, text == NULL ? "" : text);
        g_free(owned);
    }
}

static bool read_rows(answer_table *table, const ik_answer *answer, ik_statement *query,
                      GError **error)
{
    guint64 n = 0;
    for (guint i = 0; i < table->columns; i++)
        add_cell(table, i, ik_column_name(query, (int)i));
    for (bool row = true; row; n++) {
        if (!ik_answer_step(answer, query, n, &row, error))
            return false;
        if (row)
            add_row(table, query);
    }
    return true;
}

static void append_blanks(GString *out, glong n)
{
    for (glong i = 0; i < n; i++)
        g_string_append_c(out, ' ');
}

static void append_line(GString *out, const answer_table *table, guint row)
{
    for (guint i = 0; i < table->columns; i++) {
        const char *cell = g_ptr_array_index(table->cells, row * table->columns + i);
        const glong blanks = table->widths[i] - width_of(cell);
        append_blanks(out, i > 0 ? 2 : 0);
        if (!table->is_text[i])
            append_blanks(out, blanks);
        g_string_append(out, cell);
        if (table->is_text[i] && i + 1 < table->columns)
            append_blanks(out, blanks);
    }
    while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    g_string_append_c(out, '\n');
}

static bool write_lines(const answer_table *table, ik_answer_buffer *buffer, GError **error)
{
    const guint rows = table->columns == 0 ? 0 : table->cells->len / table->columns;
    for (guint row = 0; row < rows; row++) {
        append_line(buffer->text, table, row);
        if (!ik_answer_buffer_flush(buffer, false, error))
            return false;
    }
    return ik_answer_buffer_flush(buffer, true, error);
}

bool ik_answer_table(ik_answer_buffer *buffer, ik_statement *query, GError **error)
{
    answer_table table = {.columns = (guint)ik_column_count(query),
                          .cells = g_ptr_array_new_with_free_func(g_free)};
    table.widths = g_new0(glong, table.columns);
    table.is_text = g_new0(bool, table.columns);
    const bool written =
        read_rows(&table, buffer->answer, query, error) && write_lines(&table, buffer, error);
    g_ptr_array_unref(table.cells);
    g_free(table.widths);
    g_free(table.is_text);
    return written;
}

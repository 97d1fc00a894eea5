/* answer_rows.c — rows of a query as a table, CSV or JSON, piece by piece.   [catalogue] */
#include "answer_rows.h"

#include "answer_table.h"
#include "csv_append.h"
#include "json_writer.h"

#include <math.h>

enum { FLUSH_BYTES = 1 << 16 };

void ik_answer_buffer_init(ik_answer_buffer *buffer, const ik_answer *answer)
{
    *buffer = (ik_answer_buffer){g_string_sized_new(FLUSH_BYTES + 4096), answer};
}

bool ik_answer_buffer_flush(ik_answer_buffer *buffer, bool all, GError **error)
{
    if (buffer->text->len == 0 || (!all && buffer->text->len < FLUSH_BYTES))
        return true;
    const bool taken =
        buffer->answer->write(buffer->text->str, buffer->text->len, buffer->answer->data, error);
    g_string_truncate(buffer->text, 0);
    return taken;
}

void ik_answer_buffer_clear(ik_answer_buffer *buffer)
{
    g_string_free(buffer->text, TRUE);
}

bool ik_answer_step(const ik_answer *answer, ik_statement *query, guint64 n, bool *row,
                    GError **error)
{
    if (!ik_statement_step(query, row, error))
        return false;
    if (!*row || answer->limit == 0 || n < answer->limit)
        return true;
    *row = false;
    if (answer->is_cut != NULL)
        *answer->is_cut = true;
    return true;
}

static char *hex_of(ik_statement *query, int column)
{
    gsize size = 0;
    const guint8 *bytes = ik_column_blob(query, column, &size);
    GString *out = g_string_sized_new(2 * size);
    for (gsize i = 0; i < size; i++)
        g_string_append_printf(out, "%02x", bytes[i]);
    return g_string_free(out, FALSE);
}

const char *ik_answer_text(ik_statement *query, int column, char **owned)
{
    *owned = NULL;
    switch (ik_column_kind_of(query, column)) {
    case IK_COLUMN_NULL: return NULL;
    case IK_COLUMN_BLOB: return *owned = hex_of(query, column);
    case IK_COLUMN_REAL:
        *owned = g_malloc(G_ASCII_DTOSTR_BUF_SIZE);
        return g_ascii_dtostr(*owned, G_ASCII_DTOSTR_BUF_SIZE, ik_column_real(query, column));
    case IK_COLUMN_INTEGER:
    case IK_COLUMN_TEXT: break;
    }
    const char *text = ik_column_text(query, column);
    if (text == NULL || g_utf8_validate(text, -1, NULL))
        return text;
    return *owned = g_utf8_make_valid(text, -1);
}

/* --- CSV -------------------------------------------------------------------------------------- */

static void append_csv_head(GString *out, ik_statement *query)
{
    const int n = ik_column_count(query);
    g_autofree const char **names = g_new(const char *, (guint)n);
    for (int i = 0; i < n; i++)
        names[i] = ik_column_name(query, i);
    g_string_append(out, "\xEF\xBB\xBF");
    ik_csv_append(out, ';', true, names, (guint)n);
}

/* Excel takes 1.5 for the first of May. */
static const char *csv_text(ik_statement *query, int column, char **owned)
{
    const bool is_real = ik_column_kind_of(query, column) == IK_COLUMN_REAL;
    if (!is_real)
        return ik_answer_text(query, column, owned);
    g_autoptr(GString) number = g_string_new(NULL);
    const double value = ik_column_real(query, column);
    if (isfinite(value) && fabs(value) < 1e15)
        ik_append_rounded(number, value, 9);
    g_strdelimit(number->str, ".", ',');
    return *owned = g_strdup(number->str);
}

static void append_csv_row(GString *out, ik_statement *query)
{
    const int n = ik_column_count(query);
    g_autofree const char **fields = g_new(const char *, (guint)n);
    g_autofree char **owned = g_new0(char *, (guint)n);
    for (int i = 0; i < n; i++)
        fields[i] = csv_text(query, i, &owned[i]);
    ik_csv_append(out, ';', true, fields, (guint)n);
    for (int i = 0; i < n; i++)
        g_free(owned[i]);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void put_json_value(ik_json_writer *writer, ik_statement *query, int column)
{
    char *owned = NULL;
    const ik_column_kind kind = ik_column_kind_of(query, column);
    if (kind == IK_COLUMN_INTEGER)
        ik_json_put_integer(writer, ik_column_integer(query, column));
    else if (kind == IK_COLUMN_REAL && isfinite(ik_column_real(query, column)))
        ik_json_put_number(writer, ik_column_real(query, column));
    else if (kind == IK_COLUMN_REAL)
        ik_json_put_null(writer);
    else
        ik_json_put_string(writer, ik_answer_text(query, column, &owned));
    g_free(owned);
}

static void append_json_row(GString *out, ik_statement *query)
{
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 0);
    ik_json_begin_object(&writer);
    for (int i = 0; i < ik_column_count(query); i++) {
        ik_json_key(&writer, ik_column_name(query, i));
        put_json_value(&writer, query, i);
    }
    ik_json_end_object(&writer);
}

/* --- rows ------------------------------------------------------------------------------------- */

static void append_row(ik_answer_buffer *buffer, ik_statement *query, bool is_first)
{
    if (buffer->answer->format == IK_ANSWER_CSV) {
        append_csv_row(buffer->text, query);
        return;
    }
    g_string_append(buffer->text, is_first ? "\n" : ",\n");
    append_json_row(buffer->text, query);
}

static bool write_rows(ik_answer_buffer *buffer, ik_statement *query, GError **error)
{
    const bool is_json = buffer->answer->format == IK_ANSWER_JSON;
    guint64 n = 0;
    if (is_json)
        g_string_append_c(buffer->text, '[');
    else
        append_csv_head(buffer->text, query);
    for (bool row = true; row; n++) {
        if (!ik_answer_step(buffer->answer, query, n, &row, error))
            return false;
        if (row)
            append_row(buffer, query, n == 0);
        if (!ik_answer_buffer_flush(buffer, false, error))
            return false;
    }
    if (is_json)
        g_string_append(buffer->text, "\n]\n");
    return ik_answer_buffer_flush(buffer, true, error);
}

bool ik_answer_write(const ik_answer *answer, ik_statement *query, GError **error)
{
    ik_answer_buffer buffer;
    ik_answer_buffer_init(&buffer, answer);
    const bool written = answer->format == IK_ANSWER_TABLE ? ik_answer_table(&buffer, query, error)
                                                           : write_rows(&buffer, query, error);
    ik_answer_buffer_clear(&buffer);
    return written;
}

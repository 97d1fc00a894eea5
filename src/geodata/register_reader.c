/* register_reader.c — counting, dates and numbers of registers.   [geodata] */
#include "register_reader.h"

#include <ideenkarte/error.h>
#include <string.h>

#define PROGRESS_ROWS  32768
/* A double holds 15 digits without loss. */
#define DECIMAL_DIGITS 15

void ik_skips_add(ik_skips *skips, const char *reason, guint64 line)
{
    for (guint i = 0; i < skips->n; i++) {
        if (skips->items[i].reason == reason || strcmp(skips->items[i].reason, reason) == 0) {
            skips->items[i].count++;
            return;
        }
    }
    g_assert(skips->n < IK_SKIP_REASONS);
    skips->items[skips->n++] = (ik_skip){reason, 1, line};
}

guint64 ik_skips_total(const ik_skips *skips)
{
    guint64 total = 0;
    for (guint i = 0; i < skips->n; i++)
        total += skips->items[i].count;
    return total;
}

bool ik_register_count_row(const ik_register_request *request, ik_register_summary *summary,
                           GError **error)
{
    const ik_progress progress = {"stage.register", summary->rows, 0};
    if (summary->rows++ % PROGRESS_ROWS != 0 || request->progress == NULL ||
        request->progress(&progress, request->progress_data))
        return true;
    g_set_error_literal(error, IK_ERROR, IK_ERROR_CANCELLED, "stopped");
    return false;
}

bool ik_register_is_date(const char *text)
{
    static const char form[] = "dddd-dd-dd";
    for (guint i = 0; i < IK_REGISTER_DATE_LEN; i++)
        if (form[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != form[i])
            return false;
    return true;
}

void ik_register_note_date(ik_register_summary *summary, const char *text)
{
    if (text == NULL || strncmp(text, summary->date, IK_REGISTER_DATE_LEN) <= 0 ||
        !ik_register_is_date(text))
        return;
    memcpy(summary->date, text, IK_REGISTER_DATE_LEN);
}

bool ik_register_parse_decimal(const char *text, double *number)
{
    static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    bool negative = *text == '-';
    guint64 digits = 0;
    guint n = 0, decimals = 0;
    bool has_sign = false;
    for (text += negative; *text != '\0'; text++) {
        if (!has_sign && (*text == '.' || *text == ',')) {
            has_sign = true;
            continue;
        }
        if (!g_ascii_isdigit(*text))
            return false;
        /* Digits that a double cannot hold are read and passed over behind the sign alone. */
        if (n == DECIMAL_DIGITS && !has_sign)
            return false;
        if (n == DECIMAL_DIGITS)
            continue;
        digits = digits * 10 + (guint64)(*text - '0');
        n++;
        decimals += has_sign;
    }
    /* Both numbers are exact, so that the quotient is the double nearest to what is written. */
    *number = (double)digits / powers[decimals] * (negative ? -1.0 : 1.0);
    return n > 0;
}

const char *ik_register_name(const char *path)
{
    const char *slash = strrchr(path, G_DIR_SEPARATOR);
    return slash != NULL ? slash + 1 : path;
}

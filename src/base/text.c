/* text.c — the table of texts, read once from the embedded texts.csv.   [base]
 *
 * The file is checked by a unit test; here a flaw in it is a bug.
 */
#include <ideenkarte/text.h>

#include <math.h>
#include <string.h>

#include "base_resources.h"
#include "csv_reader.h"

enum { GERMAN, ENGLISH, LANGUAGES };

typedef struct {
    char *in[LANGUAGES];
} text_row;

static GHashTable *read_table(void)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GBytes) bytes = g_resource_lookup_data(
        ik_base_get_resource(), "/ideenkarte/base/texts.csv", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    const ik_csv_options options = {.separator = ',', .encoding = "utf-8"};
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_new(bytes, "texts.csv", &options, NULL);
    g_assert(reader != NULL);

    ik_csv_reader_next(reader); /* the header */
    for (const ik_csv_record *record; (record = ik_csv_reader_next(reader)) != NULL;) {
        g_assert(record->flaw == IK_CSV_FLAWLESS && record->n_fields == 1 + LANGUAGES);
        text_row *row = g_new(text_row, 1);
        for (guint language = 0; language < LANGUAGES; language++)
            row->in[language] = g_strdup(record->fields[1 + language]);
        bool is_new = g_hash_table_insert(table, g_strdup(record->fields[0]), row);
        g_assert(is_new);
    }
    return table;
}

static const text_row *lookup(const char *key)
{
    static GHashTable *table = NULL; /* kept for the life of the process */
    if (g_once_init_enter(&table))
        g_once_init_leave(&table, read_table());
    return g_hash_table_lookup(g_atomic_pointer_get(&table), key);
}

/* LANGUAGES if it is none. */
static guint language_index(const char *language)
{
    if (strcmp(language, "de") == 0)
        return GERMAN;
    return strcmp(language, "en") == 0 ? ENGLISH : LANGUAGES;
}

bool ik_text_is_language(const char *language)
{
    return language != NULL && language_index(language) < LANGUAGES;
}

bool ik_text_has(const char *key)
{
    return lookup(key) != NULL;
}

const char *ik_text(const char *language, const char *key)
{
    guint index = language_index(language);
    const text_row *row = lookup(key);
    if (index == LANGUAGES || row == NULL)
        g_error("no text \"%s\" in language \"%s\"", key, language);
    return row->in[index];
}

/* The value of the placeholder that `text` starts with, in pairs of name and value; or NULL. */
static const char *value_of(const char *text, gsize *length, const GPtrArray *pairs)
{
    const char *end = *text == '{' ? strchr(text, '}') : NULL;
    if (end == NULL)
        return NULL;
    gsize name_length = (gsize)(end - text) - 1;
    for (guint i = 0; i < pairs->len; i += 2) {
        const char *name = g_ptr_array_index(pairs, i);
        if (strlen(name) == name_length && strncmp(text + 1, name, name_length) == 0) {
            *length = name_length + 2;
            return g_ptr_array_index(pairs, i + 1);
        }
    }
    return NULL;
}

char *ik_text_format(const char *language, const char *key, ...)
{
    g_autoptr(GPtrArray) pairs = g_ptr_array_new();
    va_list arguments;
    va_start(arguments, key);
    for (char *name; (name = va_arg(arguments, char *)) != NULL;) {
        g_ptr_array_add(pairs, name);
        g_ptr_array_add(pairs, va_arg(arguments, char *));
    }
    va_end(arguments);

    GString *out = g_string_new(NULL);
    for (const char *text = ik_text(language, key); *text != '\0';) {
        gsize length = 1;
        const char *value = value_of(text, &length, pairs);
        if (value != NULL)
            g_string_append(out, value);
        else
            g_string_append_c(out, *text);
        text += length;
    }
    return g_string_free(out, FALSE);
}

/* Appends digits in groups of three. */
static void append_grouped(GString *out, const char *digits, gsize length, char separator)
{
    for (gsize i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            g_string_append_c(out, separator);
        g_string_append_c(out, digits[i]);
    }
}

char *ik_text_integer(const char *language, gint64 value)
{
    char digits[32];
    g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, value);
    bool negative = digits[0] == '-';
    GString *out = g_string_new(negative ? "-" : NULL);
    append_grouped(out, digits + negative, strlen(digits + negative),
                   language_index(language) == GERMAN ? '.' : ',');
    return g_string_free(out, FALSE);
}

char *ik_text_decimal(const char *language, double value, guint decimals)
{
    g_assert(isfinite(value) && decimals <= 9);
    char format[8], digits[G_ASCII_DTOSTR_BUF_SIZE + 320];
    g_snprintf(format, sizeof format, "%%.%uf", decimals);
    g_ascii_formatd(digits, sizeof digits, format, fabs(value));
    bool is_zero = strspn(digits, "0.") == strlen(digits);
    bool german = language_index(language) == GERMAN;
    gsize whole = strcspn(digits, ".");

    GString *out = g_string_new(value < 0 && !is_zero ? "-" : NULL);
    append_grouped(out, digits, whole, german ? '.' : ',');
    if (digits[whole] == '.') {
        g_string_append_c(out, german ? ',' : '.');
        g_string_append(out, digits + whole + 1);
    }
    return g_string_free(out, FALSE);
}

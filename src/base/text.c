/* text.c — the table of texts, read once from the embedded texts.csv.   [base]
 *
 * The file is checked by a unit test; here a flaw in it is a bug.
 */
#include <ideenkarte/text.h>

#include <math.h>
#include <string.h>

#include "base_resources.h"
#include "csv_reader.h"

enum { GERMAN, ENGLISH, ARABIC, EASY, LANGUAGES };

static const struct {
    const char *name, *tag, *direction;
    guint fallback; /* language of what is left out */
} languages[LANGUAGES] = {[GERMAN] = {"de", "de", "ltr", GERMAN},
                          [ENGLISH] = {"en", "en", "ltr", ENGLISH},
                          [ARABIC] = {"ar", "ar", "rtl", ENGLISH},
                          [EASY] = {"leicht", "de-simple", "ltr", GERMAN}};

typedef struct {
    char *in[LANGUAGES];
} text_row;

/* Columns at the end of a row may be left out: texts for clerks have two. */
static text_row *read_row(const ik_csv_record *record)
{
    g_assert(record->flaw == IK_CSV_FLAWLESS && record->n_fields > 1 + ENGLISH &&
             record->n_fields <= 1 + LANGUAGES);
    text_row *row = g_new(text_row, 1);
    for (guint language = 0; language < LANGUAGES; language++) {
        const bool is_there =
            1 + language < record->n_fields && *record->fields[1 + language] != '\0';
        const guint from = is_there ? language : languages[language].fallback;
        row->in[language] = g_strdup(record->fields[1 + from]);
    }
    return row;
}

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
        bool is_new = g_hash_table_insert(table, g_strdup(record->fields[0]), read_row(record));
        g_assert(is_new);
    }
    return table;
}

static GHashTable *the_table(void)
{
    static GHashTable *table = NULL; /* kept for the life of the process */
    if (g_once_init_enter(&table))
        g_once_init_leave(&table, read_table());
    return g_atomic_pointer_get(&table);
}

static const text_row *lookup(const char *key)
{
    return g_hash_table_lookup(the_table(), key);
}

/* LANGUAGES if it is none. */
static guint language_index(const char *language)
{
    guint index = 0;
    while (index < LANGUAGES && strcmp(language, languages[index].name) != 0)
        index++;
    return index;
}

static guint known_index(const char *language)
{
    const guint index = language_index(language);
    if (index == LANGUAGES)
        g_error("no language \"%s\"", language);
    return index;
}

bool ik_text_is_language(const char *language)
{
    return language != NULL && language_index(language) < LANGUAGES;
}

const char *ik_text_tag(const char *language)
{
    return languages[known_index(language)].tag;
}

const char *ik_text_direction(const char *language)
{
    return languages[known_index(language)].direction;
}

const char *ik_text_fallback(const char *language)
{
    return languages[languages[known_index(language)].fallback].name;
}

static gint compare_keys(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **ik_text_keys(const char *prefix)
{
    GPtrArray *keys = g_ptr_array_new();
    GHashTableIter row;
    gpointer key;
    g_hash_table_iter_init(&row, the_table());
    while (g_hash_table_iter_next(&row, &key, NULL))
        if (g_str_has_prefix(key, prefix))
            g_ptr_array_add(keys, key);
    g_ptr_array_sort(keys, compare_keys);
    g_ptr_array_add(keys, NULL);
    return (const char **)g_ptr_array_free(keys, FALSE);
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

/* The text for exactly one, where `count` is "1" and the table has one. Static. */
static const char *text_for_count(const char *language, const char *key, const GPtrArray *pairs)
{
    for (guint i = 0; i < pairs->len; i += 2) {
        if (!g_str_equal(pairs->pdata[i], "count") || !g_str_equal(pairs->pdata[i + 1], "1"))
            continue;
        g_autofree char *one = g_strconcat(key, "_one", NULL);
        if (ik_text_has(one))
            return ik_text(language, one);
    }
    return ik_text(language, key);
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
    for (const char *text = text_for_count(language, key, pairs); *text != '\0';) {
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

static bool has_german_figures(const char *language)
{
    const guint index = language_index(language);
    return index < LANGUAGES && languages[index].fallback == GERMAN;
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
                   has_german_figures(language) ? '.' : ',');
    return g_string_free(out, FALSE);
}

char *ik_text_decimal(const char *language, double value, guint decimals)
{
    g_assert(isfinite(value) && decimals <= 9);
    char format[8], digits[G_ASCII_DTOSTR_BUF_SIZE + 320];
    g_snprintf(format, sizeof format, "%%.%uf", decimals);
    g_ascii_formatd(digits, sizeof digits, format, fabs(value));
    bool is_zero = strspn(digits, "0.") == strlen(digits);
    bool german = has_german_figures(language);
    gsize whole = strcspn(digits, ".");

    GString *out = g_string_new(value < 0 && !is_zero ? "-" : NULL);
    append_grouped(out, digits, whole, german ? '.' : ',');
    if (digits[whole] == '.') {
        g_string_append_c(out, german ? ',' : '.');
        g_string_append(out, digits + whole + 1);
    }
    return g_string_free(out, FALSE);
}

/* partial_date.c — dates as people write them, as exact as they are known.   [catalogue]
 *
 * Words are separated at the one separator a form allows, then read from the largest unit down. A month
 * before a day (American order) is refused: it cannot be told from the German order.
 */
#include "partial_date.h"

#include "clean_text.h"

#include <stdbool.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR  2199

/* In folded form (clean_text.h). */
static const char *const month_names[12][5] = {
    {"januar", "january", "jan"},
    {"februar", "february", "feb"},
    {"marz", "march", "mar", "mrz"},
    {"april", "apr"},
    {"mai", "may"},
    {"juni", "june", "jun"},
    {"juli", "july", "jul"},
    {"august", "aug"},
    {"september", "sept", "sep"},
    {"oktober", "october", "okt", "oct"},
    {"november", "nov"},
    {"dezember", "december", "dez", "dec"},
};

/* A number of `min` to `max` digits and nothing else; -1 otherwise. */
static int read_number(const char *word, gsize min, gsize max)
{
    const gsize length = strlen(word);
    if (length < min || length > max || strspn(word, "0123456789") != length)
        return -1;
    return (int)g_ascii_strtoll(word, NULL, 10);
}

static int read_month(const char *word)
{
    const int number = read_number(word, 1, 2);
    if (number >= 0)
        return number;
    g_autofree char *folded = ik_text_fold(word);
    for (guint month = 0; month < G_N_ELEMENTS(month_names); month++)
        if (g_strv_contains(month_names[month], folded))
            return (int)month + 1;
    return -1;
}

/* month and day are 0 where they are not known. */
static char *write_date(int year, int month, int day)
{
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return NULL;
    if (month == 0)
        return g_strdup_printf("%04d", year);
    if (month < 1 || month > 12)
        return NULL;
    if (day == 0)
        return g_strdup_printf("%04d-%02d", year, month);
    if (day < 1 || !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return NULL;
    return g_strdup_printf("%04d-%02d-%02d", year, month, day);
}

static char *read_iso(char **words, guint n)
{
    if (n > 3)
        return NULL;
    const int year = read_number(words[0], 4, 4);
    const int month = n > 1 ? read_number(words[1], 2, 2) : 0;
    const int day = n > 2 ? read_number(words[2], 2, 2) : 0;
    if ((n > 1 && month < 1) || (n > 2 && day < 1))
        return NULL;
    return write_date(year, month, day);
}

/* Year last: "9 2016", "5 9 2016", "5 September 2016". */
static char *read_german(char **words, guint n)
{
    if (n < 2 || n > 3)
        return NULL;
    const int year = read_number(words[n - 1], 4, 4);
    const int month = read_month(words[n - 2]);
    const int day = n == 3 ? read_number(words[0], 1, 2) : 0;
    if (month < 1 || (n == 3 && day < 1))
        return NULL;
    return write_date(year, month, day);
}

/* The words between the separators; neighbouring separators count once. */
static GPtrArray *split(char **pieces)
{
    GPtrArray *words = g_ptr_array_new();
    for (char **piece = pieces; *piece != NULL; piece++)
        if (**piece != '\0')
            g_ptr_array_add(words, *piece);
    return words;
}

char *ik_date_normalise(const char *text)
{
    const bool slashed = strchr(text, '/') != NULL;
    const bool iso = !slashed && g_ascii_isdigit(text[0]) && strpbrk(text, ". ") == NULL;
    const char *separators = slashed ? "/" : (iso ? "-" : ". ");
    g_auto(GStrv) pieces = g_strsplit_set(text, separators, 8);
    g_autoptr(GPtrArray) words = iso ? NULL : split(pieces);
    if (iso)
        return read_iso(pieces, g_strv_length(pieces));
    if (slashed && words->len != 2)
        return NULL;
    return read_german((char **)words->pdata, words->len);
}

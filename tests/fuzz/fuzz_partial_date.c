/* fuzz_partial_date.c — any text is no date, or one that the calendar has.   [tests] */
#include "fuzz_support.h"

#include <string.h>

#include "partial_date.h"

static int digits(const char *text, gsize n)
{
    int value = 0;
    for (gsize i = 0; i < n; i++) {
        g_assert(g_ascii_isdigit(text[i]));
        value = 10 * value + g_ascii_digit_value(text[i]);
    }
    return value;
}

static int days_in(int month, int year)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && is_leap);
}

static void check_calendar(const char *date)
{
    gsize length = strlen(date);
    g_assert(length == 4 || length == 7 || length == 10);
    int year = digits(date, 4);
    g_assert(year >= 1900 && year <= 2199);
    if (length == 4)
        return;
    int month = digits(date + 5, 2);
    g_assert(date[4] == '-' && month >= 1 && month <= 12);
    if (length == 7)
        return;
    int day = digits(date + 8, 2);
    g_assert(date[7] == '-' && day >= 1 && day <= days_in(month, year));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    g_autofree char *date = ik_date_normalise(text);
    if (date == NULL)
        return 0;
    check_calendar(date);
    /* The year was not made up. */
    g_autofree char *year = g_strndup(date, 4);
    g_assert(strstr(text, year) != NULL);
    g_autofree char *again = ik_date_normalise(date);
    g_assert_cmpstr(again, ==, date);
    return 0;
}

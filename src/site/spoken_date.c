/* spoken_date.c — dates as people read them.   [site] */
#include "spoken_date.h"

#include <stdio.h>
#include <string.h>

#include <ideenkarte/text.h>

/* Which of "YYYY-MM" and "YYYY-MM-DD" it is, by its length; 0 for neither. */
static gsize form_of(const char *date)
{
    static const char pattern[] = "dddd-dd-dd";
    gsize length = strlen(date);
    if (length != 7 && length != 10)
        return 0;
    for (gsize i = 0; i < length; i++)
        if (pattern[i] == 'd' ? !g_ascii_isdigit(date[i]) : date[i] != pattern[i])
            return 0;
    return length;
}

static const char *month_name(const char *date, const char *language)
{
    g_autofree char *key = g_strdup_printf("date.month_%.2s", date + 5);
    return ik_text_has(key) ? ik_text(language, key) : NULL;
}

char *ik_date_spoken(const char *date, const char *language)
{
    gsize form = form_of(date);
    const char *month = form > 0 ? month_name(date, language) : NULL;
    if (month == NULL)
        return g_strdup(date);
    g_autofree char *year = g_strndup(date, 4);
    if (form == 7)
        return ik_text_format(language, "date.month_year", "month", month, "year", year, NULL);
    const char *day = date[8] == '0' ? date + 9 : date + 8;
    return ik_text_format(language, "date.day_month_year", "day", day, "month", month, "year", year,
                          NULL);
}

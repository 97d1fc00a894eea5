/* validator.c — entity tags and dates: whether what a client has is still what the file holds.   [server] */
#include "validator.h"

#include <string.h>

static const char *const day_names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
static const char *const month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* ---- tags ---- */

char *ik_etag_new(const struct stat *status, bool is_compressed)
{
    guint64 changed =
        (guint64)status->st_ctim.tv_sec * 1000000000u + (guint64)status->st_ctim.tv_nsec;
    return g_strdup_printf("\"%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER
                           "x-%" G_GINT64_MODIFIER "x%s\"",
                           (guint64)status->st_dev, (guint64)status->st_ino,
                           (guint64)status->st_size, changed, is_compressed ? "-gzip" : "");
}

static const char *skip_separators(const char *at)
{
    return at + strspn(at, " \t,");
}

bool ik_etag_list_has(const char *list, const char *tag, bool is_weak)
{
    gsize length = strlen(tag);
    const char *at = skip_separators(list);
    if (*at == '*')
        return true;
    while (*at != '\0') {
        bool has_mark = g_str_has_prefix(at, "W/");
        at += has_mark ? 2 : 0;
        const char *end = *at == '"' ? strchr(at + 1, '"') : NULL;
        if (end == NULL)
            return false;
        bool is_same = (gsize)(end + 1 - at) == length && strncmp(at, tag, length) == 0;
        if (is_same && (is_weak || !has_mark))
            return true;
        at = skip_separators(end + 1);
    }
    return false;
}

/* ---- dates ---- */

char *ik_http_date_new(gint64 unix_seconds)
{
    g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc(unix_seconds);
    if (date == NULL)
        return g_strdup("Thu, 01 Jan 1970 00:00:00 GMT");
    return g_strdup_printf(
        "%s, %02d %s %04d %02d:%02d:%02d GMT", day_names[g_date_time_get_day_of_week(date) - 1],
        g_date_time_get_day_of_month(date), month_names[g_date_time_get_month(date) - 1],
        g_date_time_get_year(date), g_date_time_get_hour(date), g_date_time_get_minute(date),
        g_date_time_get_second(date));
}

/* `n` digits at a place; -1 when they are none. */
static int digits(const char *at, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++) {
        if (!g_ascii_isdigit(at[i]))
            return -1;
        value = value * 10 + (at[i] - '0');
    }
    return value;
}

static int month_at(const char *at)
{
    for (int month = 1; month <= 12; month++)
        if (strncmp(at, month_names[month - 1], 3) == 0)
            return month;
    return -1;
}

/* What is not a date that exists is refused by GDateTime; writing it again shows all that was not looked at. */
bool ik_http_date_read(const char *text, gint64 *unix_seconds)
{
    if (strlen(text) != strlen("Wed, 25 Nov 2026 14:19:25 GMT"))
        return false;
    int day = digits(text + 5, 2), month = month_at(text + 8), year = digits(text + 12, 4);
    int hour = digits(text + 17, 2), minute = digits(text + 20, 2), second = digits(text + 23, 2);
    if (day < 1 || month < 1 || year < 1 || hour < 0 || minute < 0 || second < 0)
        return false;
    g_autoptr(GDateTime) date = g_date_time_new_utc(year, month, day, hour, minute, second);
    if (date == NULL)
        return false;
    *unix_seconds = g_date_time_to_unix(date);
    g_autofree char *again = ik_http_date_new(*unix_seconds);
    return g_str_equal(again, text);
}

/* ---- conditions ---- */

static bool is_later(gint64 modified, const char *header)
{
    gint64 date;
    return ik_http_date_read(header, &date) && modified > date;
}

static bool is_refused(const ik_conditions *conditions, const char *tag, gint64 modified)
{
    if (conditions->if_match != NULL)
        return !ik_etag_list_has(conditions->if_match, tag, false);
    return conditions->if_unmodified_since != NULL &&
           is_later(modified, conditions->if_unmodified_since);
}

static bool is_same(const ik_conditions *conditions, const char *tag, gint64 modified)
{
    gint64 date;
    if (conditions->if_none_match != NULL)
        return ik_etag_list_has(conditions->if_none_match, tag, true);
    return conditions->if_modified_since != NULL &&
           ik_http_date_read(conditions->if_modified_since, &date) && modified <= date;
}

ik_state ik_conditions_judge(const ik_conditions *conditions, const char *tag, gint64 modified)
{
    if (is_refused(conditions, tag, modified))
        return IK_STATE_REFUSED;
    return is_same(conditions, tag, modified) ? IK_STATE_SAME : IK_STATE_SEND;
}

bool ik_conditions_allow_range(const ik_conditions *conditions, const char *tag, gint64 modified)
{
    gint64 date;
    if (conditions->if_range == NULL)
        return true;
    if (*conditions->if_range == '"')
        return g_str_equal(conditions->if_range, tag);
    return ik_http_date_read(conditions->if_range, &date) && date == modified;
}

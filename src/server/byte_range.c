/* byte_range.c — which bytes of a file a Range header asks for.   [server] */
#include "byte_range.h"

#include <string.h>

#define UNIT "bytes="

/* Digits up to anything else; a number beyond 64 bits is as good as the greatest. False without a digit. */
static bool read_number(const char **at, guint64 *number)
{
    const char *start = *at;
    *number = 0;
    for (; g_ascii_isdigit(**at); (*at)++) {
        guint64 digit = (guint64)(**at - '0');
        *number = *number > (G_MAXUINT64 - digit) / 10 ? G_MAXUINT64 : *number * 10 + digit;
    }
    return *at > start;
}

static void skip_blanks(const char **at)
{
    while (**at == ' ' || **at == '\t')
        (*at)++;
}

static bool is_at_end(const char **at)
{
    skip_blanks(at);
    return **at == '\0';
}

static ik_range_kind read_suffix(const char *at, guint64 size, ik_byte_range *range)
{
    guint64 length;
    if (!read_number(&at, &length) || !is_at_end(&at))
        return IK_RANGE_WHOLE;
    if (length == 0)
        return IK_RANGE_OUTSIDE;
    if (size == 0)
        return IK_RANGE_WHOLE;
    *range = (ik_byte_range){length < size ? size - length : 0, size - 1};
    return IK_RANGE_PART;
}

ik_range_kind ik_byte_range_read(const char *header, guint64 size, ik_byte_range *range)
{
    if (header == NULL || g_ascii_strncasecmp(header, UNIT, strlen(UNIT)) != 0)
        return IK_RANGE_WHOLE;
    const char *at = header + strlen(UNIT);
    guint64 first, last = G_MAXUINT64;
    skip_blanks(&at);
    if (*at == '-')
        return read_suffix(at + 1, size, range);
    if (!read_number(&at, &first) || *at++ != '-')
        return IK_RANGE_WHOLE;
    bool has_last = read_number(&at, &last);
    if (!is_at_end(&at) || (has_last && last < first))
        return IK_RANGE_WHOLE;
    if (first >= size)
        return IK_RANGE_OUTSIDE;
    *range = (ik_byte_range){first, has_last ? MIN(last, size - 1) : size - 1};
    return IK_RANGE_PART;
}

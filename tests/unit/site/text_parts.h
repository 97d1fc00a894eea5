/* text_parts.h — what a page, a feed or a sitemap holds, and how often.   [tests] */
#ifndef IK_TEXT_PARTS_H
#define IK_TEXT_PARTS_H

#include "test_support.h"

#include <string.h>

/* How often `part` stands in `text`, without overlaps. */
static inline guint occurrences(const char *text, const char *part)
{
    const char *end = text + strlen(text);
    guint count = 0;
    for (const char *at = text; (at = g_strstr_len(at, end - at, part)) != NULL; at += strlen(part))
        count++;
    return count;
}

static inline void assert_holds(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("%s does not hold: %s", text, part);
}

#endif

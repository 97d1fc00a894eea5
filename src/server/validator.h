/* validator.h — entity tags and dates: whether what a client has is still what the file holds.   [server]
 *
 * A tag is made of device, inode, size and the time of the last change of contents or attributes (ctime, nanoseconds):
 * strong, because a build writes every file anew and ctime cannot be set back. Two changes in place, of equal size and
 * within one tick of the kernel's clock (4 ms), would be taken for one. A compressed form has a tag of its own.
 * Source: RFC 9110, sections 8.8 and 13.
 */
#ifndef IK_VALIDATOR_H
#define IK_VALIDATOR_H

#include <glib.h>
#include <stdbool.h>
#include <sys/stat.h>

/* The tag with its quotes; the caller's. */
char *ik_etag_new(const struct stat *status, bool is_compressed);

/* Whether a list of tags (If-Match, If-None-Match) holds `tag` or is "*". Weak comparison takes W/"a" for "a". */
bool ik_etag_list_has(const char *list, const char *tag, bool is_weak);

/* "Wed, 25 Nov 2026 14:19:25 GMT", whatever the locale. */
char *ik_http_date_new(gint64 unix_seconds);
/* Reads that form alone; false for the two that RFC 9110 calls obsolete. */
bool ik_http_date_read(const char *text, gint64 *unix_seconds);

/* The headers of one request that ask about the state of a file; each may be NULL. */
typedef struct {
    const char *if_match, *if_none_match, *if_modified_since, *if_unmodified_since, *if_range;
} ik_conditions;

typedef enum {
    IK_STATE_SEND,   /* 200 or 206 */
    IK_STATE_SAME,   /* 304 */
    IK_STATE_REFUSED /* 412 */
} ik_state;

/* What the conditions come to for a file with that tag and time, in the order of section 13.2.2. */
ik_state ik_conditions_judge(const ik_conditions *conditions, const char *tag, gint64 modified);

/* Whether a range may be taken from the file: without If-Range, or when its tag or date is that of the file. */
bool ik_conditions_allow_range(const ik_conditions *conditions, const char *tag, gint64 modified);

#endif

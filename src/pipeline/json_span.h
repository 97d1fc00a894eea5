/* json_span.h — where the parts of a JSON text begin and end, so that they can be copied as they were written. [pipeline]
 *
 * Only brackets, strings and commas are looked at: whether the text is JSON at all, json.h says.
 */
#ifndef IK_JSON_SPAN_H
#define IK_JSON_SPAN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *start, *end; /* borrowed */
} ik_json_span;

/* A place behind blanks, at most `end`. */
const char *ik_json_skip_blanks(const char *at, const char *end);

/* Behind the value that starts at `at`; NULL when it is not closed before `end` or there is none. Linear. */
const char *ik_json_skip_value(const char *at, const char *end);

/* One member of an object. */
typedef struct {
    ik_json_span key; /* with its quotes */
    ik_json_span value;
} ik_json_member_span;

/* The first or next member of an object, as far as the start of its value.
 *
 *   at      behind the object's '{' or the last member's value
 *   member  receives it, `value.end` NULL
 *   return  false at the closing bracket, and where no member follows
 */
bool ik_json_next_key(const char *at, const char *end, ik_json_member_span *member);

/* The same with the whole value; false also when that is not closed before `end`. */
bool ik_json_next_member(const char *at, const char *end, ik_json_member_span *member);

/* Whether the key is this name, written without escapes. */
bool ik_json_key_is(const ik_json_member_span *member, const char *name);

#endif

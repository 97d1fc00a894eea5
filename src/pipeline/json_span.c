/* json_span.c — skipping JSON values without reading them.   [pipeline] */
#include "json_span.h"

#include <string.h>

const char *ik_json_skip_blanks(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r'))
        at++;
    return at;
}

static const char *skip_string(const char *at, const char *end)
{
    for (at++; at < end; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '"')
            return at + 1;
    }
    return NULL;
}

/* Strings hold brackets that count for nothing; everything else is told by its brackets. */
static const char *skip_container(const char *at, const char *end)
{
    size_t depth = 0;
    while (at && at < end) {
        if (*at == '"') {
            at = skip_string(at, end);
            continue;
        }
        depth += *at == '{' || *at == '[';
        depth -= *at == '}' || *at == ']';
        at++;
        if (depth == 0)
            return at;
    }
    return NULL;
}

static const char *skip_scalar(const char *at, const char *end)
{
    const char *start = at;
    while (at < end && !strchr(" \t\r\n,:\"[]{}", *at))
        at++;
    return at > start ? at : NULL;
}

const char *ik_json_skip_value(const char *at, const char *end)
{
    if (at >= end)
        return NULL;
    if (*at == '"')
        return skip_string(at, end);
    if (*at == '{' || *at == '[')
        return skip_container(at, end);
    return skip_scalar(at, end);
}

bool ik_json_next_key(const char *at, const char *end, ik_json_member_span *member)
{
    at = ik_json_skip_blanks(at, end);
    if (at < end && *at == ',')
        at = ik_json_skip_blanks(at + 1, end);
    if (at >= end || *at != '"')
        return false;
    const ik_json_span key = {at, skip_string(at, end)};
    if (!key.end)
        return false;
    at = ik_json_skip_blanks(key.end, end);
    if (at >= end || *at != ':')
        return false;
    *member = (ik_json_member_span){key, {ik_json_skip_blanks(at + 1, end), NULL}};
    return true;
}

bool ik_json_next_member(const char *at, const char *end, ik_json_member_span *member)
{
    if (!ik_json_next_key(at, end, member))
        return false;
    member->value.end = ik_json_skip_value(member->value.start, end);
    return member->value.end != NULL;
}

bool ik_json_key_is(const ik_json_member_span *member, const char *name)
{
    const size_t length = strlen(name);
    return (size_t)(member->key.end - member->key.start) == length + 2 &&
           memcmp(member->key.start + 1, name, length) == 0;
}

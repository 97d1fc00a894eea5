/* request_path.c — which file below the folder the target of a request names.   [server] */
#include "request_path.h"

#include <string.h>

/* The path of "http://host/path"; the target itself when it begins with '/'; NULL otherwise. */
static const char *find_path(const char *target)
{
    if (*target == '/')
        return target;
    const char *host = strstr(target, "://");
    if (host == NULL)
        return NULL;
    const char *path = host + strlen("://") + strcspn(host + strlen("://"), "/?#");
    return *path == '/' ? path : NULL;
}

/* One byte of a segment; -1 for an escape that is none. */
static int decode_byte(const char **at, const char *end)
{
    if (**at != '%')
        return (guchar) * (*at)++;
    if (end - *at < 3)
        return -1;
    int high = g_ascii_xdigit_value((*at)[1]), low = g_ascii_xdigit_value((*at)[2]);
    *at += 3;
    return high < 0 || low < 0 ? -1 : high << 4 | low;
}

static bool is_allowed(int byte)
{
    return byte >= 0x20 && byte != 0x7f && byte != '\\' && byte != '/';
}

static ik_path_kind judge(const char *segment)
{
    if (g_str_equal(segment, ".") || g_str_equal(segment, "..") ||
        !g_utf8_validate(segment, -1, NULL))
        return IK_PATH_BAD;
    return *segment == '\0' || *segment == '.' ? IK_PATH_NOWHERE : IK_PATH_GOOD;
}

/* Appends a segment. A bad one is said to be so even behind one that leads nowhere. */
static ik_path_kind add_segment(GString *path, const char *at, const char *end)
{
    g_autoptr(GString) segment = g_string_new(NULL);
    while (at < end) {
        int byte = decode_byte(&at, end);
        if (!is_allowed(byte))
            return IK_PATH_BAD;
        g_string_append_c(segment, (char)byte);
    }
    if (path->len > 0)
        g_string_append_c(path, '/');
    g_string_append(path, segment->str);
    return judge(segment->str);
}

static ik_path_kind add_segments(GString *path, const char *at, const char *end)
{
    ik_path_kind worst = IK_PATH_GOOD;
    while (at < end) {
        const char *slash = memchr(at, '/', (gsize)(end - at));
        const char *stop = slash != NULL ? slash : end;
        ik_path_kind kind = add_segment(path, at, stop);
        if (kind == IK_PATH_BAD)
            return kind;
        worst = MAX(worst, kind);
        at = stop < end ? stop + 1 : end;
    }
    return worst;
}

ik_path_kind ik_request_path_read(const char *target, ik_request_path *path)
{
    const char *start = find_path(target);
    if (start == NULL)
        return IK_PATH_BAD;
    const char *end = start + strcspn(start, "?#");
    GString *text = g_string_new(NULL);
    ik_path_kind kind = add_segments(text, start + 1, end);
    char *found = g_string_free(text, FALSE);
    if (kind == IK_PATH_GOOD)
        *path = (ik_request_path){found, end[-1] == '/'};
    else
        g_free(found);
    return kind;
}

void ik_request_path_clear(ik_request_path *path)
{
    g_clear_pointer(&path->path, g_free);
}

char *ik_folder_address(const ik_request_path *path, const char *target)
{
    const char *query = target + strcspn(target, "?#");
    g_autofree char *encoded = g_uri_escape_string(path->path, "/", FALSE);
    gsize length = *query == '?' ? strcspn(query, "#") : 0;
    return g_strdup_printf("/%s%s%.*s", encoded, *encoded != '\0' ? "/" : "", (int)length, query);
}

/* web_address.c — links of strangers that may be published.   [catalogue]
 *
 * RFC 3986 is followed as far as it protects: characters it excludes are refused, letters beyond ASCII are let
 * through because browsers encode them.
 */
#include "web_address.h"

#include <stdbool.h>
#include <string.h>

/* 0 to 65535. */
static bool is_port(const char *text)
{
    guint64 port;
    return g_ascii_string_to_unsigned(text, 10, 0, 65535, &port, NULL);
}

/* A name with a dot, letters or digits around it, an optional port: "www.example.org:8080". */
static bool is_host(const char *host, gsize length)
{
    g_autofree char *copy = g_strndup(host, length);
    char *port = strrchr(copy, ':');
    if (port != NULL) {
        if (!is_port(port + 1))
            return false;
        *port = '\0';
    }
    if (copy[0] == '.' || copy[0] == '-' || strchr(copy, '.') == NULL || strstr(copy, "..") != NULL)
        return false;
    for (const char *at = copy; *at != '\0'; at++)
        if ((guchar)*at < 0x80 && !g_ascii_isalnum(*at) && *at != '.' && *at != '-' && *at != '_')
            return false;
    return true;
}

static bool has_excluded(const char *text)
{
    for (const char *at = text; *at != '\0'; at++)
        if ((guchar)*at <= 0x20 || *at == 0x7F)
            return true;
    return strpbrk(text, "\"<>\\^`{}|'") != NULL;
}

char *ik_web_address(const char *text)
{
    const char *rest = text;
    const char *scheme = "http://";
    if (g_ascii_strncasecmp(text, "https://", 8) == 0) {
        scheme = "https://";
        rest = text + 8;
    } else if (g_ascii_strncasecmp(text, "http://", 7) == 0) {
        rest = text + 7;
    }
    if (has_excluded(rest) || !is_host(rest, strcspn(rest, "/?#")))
        return NULL;
    return g_strconcat(scheme, rest, NULL);
}

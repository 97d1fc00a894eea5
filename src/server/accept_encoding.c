/* accept_encoding.c — whether a client takes gzip.   [server] */
#include "accept_encoding.h"

#include <glib.h>
#include <string.h>

/* A weight of zero forbids: "q=0", "q=0.000". */
static bool is_forbidden(char *const *parameters)
{
    for (; *parameters != NULL; parameters++) {
        const char *text = g_strstrip(*parameters);
        if (g_ascii_strncasecmp(text, "q=", 2) == 0)
            return text[2] == '0' && strspn(text + 2, "0.") == strlen(text + 2);
    }
    return false;
}

bool ik_accepts_gzip(const char *header)
{
    bool any = false, named = false, accepted = false;
    g_auto(GStrv) items = g_strsplit(header != NULL ? header : "", ",", -1);
    for (char **item = items; *item != NULL; item++) {
        g_auto(GStrv) parts = g_strsplit(*item, ";", -1);
        const char *name = parts[0] != NULL ? g_strstrip(parts[0]) : "";
        bool is_gzip =
            g_ascii_strcasecmp(name, "gzip") == 0 || g_ascii_strcasecmp(name, "x-gzip") == 0;
        if (is_gzip) {
            named = true;
            accepted = !is_forbidden(parts + 1);
        } else if (g_str_equal(name, "*")) {
            any = !is_forbidden(parts + 1);
        }
    }
    return named ? accepted : any;
}

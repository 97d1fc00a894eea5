/* fuzz_web_address.c — links of strangers: http or https with a host, and nothing that breaks out of a page.   [tests]
 *
 * GLib's own reader of URIs is the second opinion.
 */
#include "fuzz_support.h"

#include <string.h>

#include "clean_text.h"
#include "web_address.h"

static void check_link(const char *link)
{
    fuzz_require_printable(link);
    g_assert(g_str_has_prefix(link, "http://") || g_str_has_prefix(link, "https://"));
    g_assert(strpbrk(link, " \"'<>\\`{}|^") == NULL);

    g_autofree char *scheme = NULL, *userinfo = NULL, *host = NULL;
    int port = -1;
    g_autoptr(GError) error = NULL;
    if (!g_uri_split(link, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED | G_URI_FLAGS_NON_DNS,
                     &scheme, &userinfo, &host, &port, NULL, NULL, NULL, &error))
        g_error("%s: %s", link, error->message);
    g_assert(g_str_equal(scheme, "http") || g_str_equal(scheme, "https"));
    g_assert(userinfo == NULL);
    g_assert(host != NULL && strchr(host, '.') != NULL && *host != '.');
    g_assert(port >= -1 && port <= 65535);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    g_autofree char *clean = ik_text_clean(text);
    g_autofree char *link = ik_web_address(clean);
    if (link == NULL)
        return 0;
    check_link(link);
    g_autofree char *again = ik_web_address(link);
    g_assert_cmpstr(again, ==, link);
    return 0;
}

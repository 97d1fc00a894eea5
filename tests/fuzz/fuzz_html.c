/* fuzz_html.c — text of strangers in a page stays text: a strict reader of markup finds what was put in.   [tests]
 *
 * GLib's markup parser reads the result. It must find the caller's elements and no others.
 */
#include "fuzz_support.h"

#include <string.h>

#include "clean_text.h"
#include "html.h"
#include "web_address.h"

typedef struct {
    GString *text, *title, *href; /* of the elements that hold them */
    guint elements;
} page;

static void start_element(GMarkupParseContext *context, const char *element, const char **names,
                          const char **values, gpointer data, GError **error)
{
    (void)context;
    (void)error;
    page *found = data;
    found->elements++;
    g_assert(strcmp(element, "div") == 0 || strcmp(element, "p") == 0 || strcmp(element, "a") == 0);
    for (guint i = 0; names[i] != NULL; i++) {
        GString *value = strcmp(names[i], "title") == 0  ? found->title
                         : strcmp(names[i], "href") == 0 ? found->href
                                                         : NULL;
        bool is_ours = value != NULL || strcmp(names[i], "class") == 0 ||
                       strcmp(names[i], "dir") == 0 || strcmp(names[i], "lang") == 0 ||
                       strcmp(names[i], "rel") == 0;
        g_assert(is_ours);
        if (value != NULL)
            g_string_append(value, values[i]);
    }
}

static void take_text(GMarkupParseContext *context, const char *text, gsize length, gpointer data,
                      GError **error)
{
    (void)context;
    (void)error;
    page *found = data;
    g_string_append_len(found->text, text, (gssize)length);
}

static void read_page(const GString *html, page *found)
{
    static const GMarkupParser parser = {.start_element = start_element, .text = take_text};
    g_autoptr(GError) error = NULL;
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, found, NULL);
    if (!g_markup_parse_context_parse(context, html->str, (gssize)html->len, &error) ||
        !g_markup_parse_context_end_parse(context, &error))
        g_error("%s in %s", error->message, html->str);
}

static void check_page(const char *text, const char *clean)
{
    g_autoptr(GString) html = g_string_new("<div");
    ik_html_attribute(html, "title", text);
    g_string_append_c(html, '>');
    ik_html_foreign_element(html, "p", "name", "de", text);
    ik_html_link(html, text, "nofollow", text);
    g_string_append(html, "</div>");

    g_autoptr(GString) shown = g_string_new(NULL), title = g_string_new(NULL);
    g_autoptr(GString) href = g_string_new(NULL);
    page found = {shown, title, href, 0};
    read_page(html, &found);
    g_autofree char *twice = g_strconcat(clean, "\n", clean, NULL);
    g_assert_cmpstr(title->str, ==, clean);
    g_assert_cmpstr(shown->str, ==, twice);
    g_assert(found.elements == (href->len > 0 ? 3 : 2));
    g_assert(href->len == 0 || g_str_has_prefix(href->str, "http"));
}

static void check_anchor(const char *id)
{
    g_autofree char *anchor = ik_html_anchor("p-", id);
    fuzz_require_printable(anchor);
    g_assert(g_str_has_prefix(anchor, "p-"));
    g_assert(strpbrk(anchor, " \t\"'<>&") == NULL);
    g_autofree char *back = g_uri_unescape_string(anchor + 2, NULL);
    g_assert_cmpstr(back, ==, id);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    g_autofree char *clean = ik_text_clean(text);
    check_page(text, clean);
    check_anchor(clean);
    return 0;
}

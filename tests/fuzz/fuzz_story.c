/* fuzz_story.c — the Markdown of strangers: only the elements agreed reach a page, closed in order.   [tests]
 *
 * GLib's markup parser reads the result; void elements are closed for it.
 */
#include "fuzz_support.h"

#include <string.h>

#include "clean_text.h"
#include "story.h"

static void start_element(GMarkupParseContext *context, const char *element, const char **names,
                          const char **values, gpointer data, GError **error)
{
    (void)context, (void)data, (void)error;
    static const char *const known[] = {"div", "p",  "br", "em", "strong",
                                        "ul",  "ol", "li", "a",  NULL};
    g_assert(g_strv_contains(known, element));
    const bool is_link = strcmp(element, "a") == 0;
    g_assert(is_link == (names[0] != NULL));
    for (guint i = 0; names[i] != NULL; i++) {
        g_assert(strcmp(names[i], "href") == 0 || strcmp(names[i], "rel") == 0);
        g_assert(strcmp(names[i], "rel") == 0 || g_str_has_prefix(values[i], "https://"));
    }
}

static void check_html(const char *text)
{
    static const GMarkupParser parser = {.start_element = start_element};
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) html = g_string_new("<div>");
    ik_story_append(html, text);
    g_string_append(html, "</div>");
    g_string_replace(html, "<br>", "<br/>", 0);
    fuzz_require_utf8(html->str);
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, NULL, NULL);
    if (!g_markup_parse_context_parse(context, html->str, (gssize)html->len, &error) ||
        !g_markup_parse_context_end_parse(context, &error))
        g_error("%s in %s", error->message, html->str);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    g_autofree char *lines = ik_text_clean_lines(text);
    g_autofree char *again = ik_text_clean_lines(lines);
    g_assert_cmpstr(lines, ==, again);
    check_html(lines);
    check_html(text);
    g_autofree char *plain = ik_story_plain(lines, IK_DESCRIPTION_LENGTH);
    fuzz_require_printable(plain);
    g_assert(g_utf8_strlen(plain, -1) <= IK_DESCRIPTION_LENGTH);
    return 0;
}

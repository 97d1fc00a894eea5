/* page_head.c — head and choice of languages of every page.   [site] */
#include "page_head.h"

#include <ideenkarte/text.h>
#include <string.h>

#include "html.h"

/* Pictures and the stylesheet of this site, nothing else from anywhere. */
#define POLICY \
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"

static void append_meta(GString *out, const char *name, const char *content)
{
    g_string_append_printf(out, "<meta name=\"%s\"", name);
    ik_html_attribute(out, "content", content);
    g_string_append(out, ">\n");
}

static void append_file_link(GString *out, const char *root, const char *rel, const char *type,
                             const char *path)
{
    g_autofree char *address = g_strconcat(root, path, NULL);
    g_string_append_printf(out, "<link rel=\"%s\"", rel);
    ik_html_attribute(out, "type", type);
    ik_html_attribute(out, "href", address);
    g_string_append(out, ">\n");
}

static void append_alternates(GString *out, const ik_page_head *head)
{
    for (guint i = 0; i < head->n_versions && head->n_versions > 1; i++) {
        g_string_append(out, "<link rel=\"alternate\"");
        ik_html_attribute(out, "hreflang", head->versions[i].language);
        ik_html_attribute(out, "href", head->versions[i].address);
        g_string_append(out, ">\n");
    }
}

void ik_page_head_append(GString *out, const ik_page_head *head)
{
    g_string_append(out, "<!DOCTYPE html>\n<html");
    ik_html_attribute(out, "lang", head->language);
    g_string_append(out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n");
    append_meta(out, "viewport", "width=device-width, initial-scale=1");
    append_meta(out, "color-scheme", "light dark");
    append_meta(out, "referrer", "no-referrer");
    ik_html_element(out, "title", NULL, head->title);
    if (head->description != NULL)
        append_meta(out, "description", head->description);
    append_file_link(out, head->root, "stylesheet", NULL, "assets/page.css");
    append_file_link(out, head->root, "icon", "image/svg+xml", "assets/icon.svg");
    append_alternates(out, head);
    g_string_append(out, "</head>\n");
}

void ik_page_languages_append(GString *out, const ik_page_head *head)
{
    if (head->n_versions < 2)
        return;
    g_string_append(out, "<nav class=\"languages\"");
    ik_html_attribute(out, "aria-label", ik_text(head->language, "page.languages"));
    g_string_append(out, "><ul>\n");
    for (guint i = 0; i < head->n_versions; i++) {
        const char *language = head->versions[i].language;
        g_string_append(out, "<li><a");
        ik_html_attribute(out, "href", head->versions[i].address);
        ik_html_attribute(out, "lang", language);
        ik_html_attribute(out, "hreflang", language);
        if (strcmp(language, head->language) == 0)
            ik_html_attribute(out, "aria-current", "page");
        g_string_append_c(out, '>');
        ik_html_text(out, ik_text(language, "page.language"));
        g_string_append(out, "</a></li>\n");
    }
    g_string_append(out, "</ul></nav>\n");
}

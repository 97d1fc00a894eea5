/* html.c — appending HTML in which foreign text stays text.   [site] */
#include "html.h"

#include <string.h>

#include "clean_text.h"
#include "web_address.h"

static const char *entity(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: g_assert_not_reached();
    }
}

static void append_escaped(GString *out, const char *text)
{
    for (const char *at = text; *at != '\0';) {
        const gsize plain = strcspn(at, "&<>\"'");
        g_string_append_len(out, at, (gssize)plain);
        at += plain;
        if (*at != '\0')
            g_string_append(out, entity(*at++));
    }
}

void ik_html_text(GString *out, const char *text)
{
    if (text == NULL)
        return;
    g_autofree char *clean = ik_text_is_clean(text) ? NULL : ik_text_clean(text);
    append_escaped(out, clean != NULL ? clean : text);
}

void ik_html_attribute(GString *out, const char *name, const char *value)
{
    if (value == NULL)
        return;
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    ik_html_text(out, value);
    g_string_append_c(out, '"');
}

/* A start tag but for its end. */
static void open_tag(GString *out, const char *name, const char *css_class)
{
    g_string_append_c(out, '<');
    g_string_append(out, name);
    ik_html_attribute(out, "class", css_class);
}

static void fill_and_close(GString *out, const char *name, const char *text)
{
    g_string_append_c(out, '>');
    ik_html_text(out, text);
    g_string_append(out, "</");
    g_string_append(out, name);
    g_string_append(out, ">\n");
}

void ik_html_element(GString *out, const char *name, const char *css_class, const char *text)
{
    if (text == NULL)
        return;
    open_tag(out, name, css_class);
    fill_and_close(out, name, text);
}

void ik_html_foreign_element(GString *out, const char *name, const char *css_class,
                             const char *language, const char *text)
{
    if (text == NULL)
        return;
    open_tag(out, name, css_class);
    ik_html_attribute(out, "lang", language);
    ik_html_attribute(out, "dir", "auto");
    fill_and_close(out, name, text);
}

void ik_html_link(GString *out, const char *address, const char *rel, const char *text)
{
    g_autofree char *safe = address != NULL ? ik_web_address(address) : NULL;
    if (safe == NULL) {
        ik_html_text(out, text);
        return;
    }
    g_string_append(out, "<a");
    ik_html_attribute(out, "href", safe);
    ik_html_attribute(out, "rel", rel);
    g_string_append_c(out, '>');
    ik_html_text(out, text);
    g_string_append(out, "</a>");
}

char *ik_html_anchor(const char *prefix, const char *id)
{
    g_autofree char *escaped = g_uri_escape_string(id, NULL, TRUE);
    return g_strconcat(prefix, escaped, NULL);
}

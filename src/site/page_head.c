/* page_head.c — head and choice of languages of every page.   [site] */
#include "page_head.h"

#include <ideenkarte/text.h>
#include <string.h>

#include "html.h"

/* Pictures and the stylesheet of this site, nothing else from anywhere. JSON-LD is data, which no policy needs to let in. */
#define PLAIN_POLICY \
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"
/* Besides, the script of this site, what it fetches here, and pictures it makes itself. */
#define APP_POLICY                                                                              \
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "     \
    "connect-src 'self'; worker-src 'self' blob:; font-src 'self'; frame-src 'none'; base-uri " \
    "'none'; "                                                                                  \
    "form-action 'none'"

static void append_meta(GString *out, const char *kind, const char *name, const char *content)
{
    if (content == NULL)
        return;
    g_string_append_printf(out, "<meta %s=\"%s\"", kind, name);
    ik_html_attribute(out, "content", content);
    g_string_append(out, ">\n");
}

static void append_link(GString *out, const char *rel, const char *type, const char *address)
{
    g_string_append_printf(out, "<link rel=\"%s\"", rel);
    ik_html_attribute(out, "type", type);
    ik_html_attribute(out, "href", address);
    g_string_append(out, ">\n");
}

static void append_file_link(GString *out, const char *root, const char *rel, const char *type,
                             const char *path)
{
    g_autofree char *address = g_strconcat(root, path, NULL);
    append_link(out, rel, type, address);
}

static void append_alternate(GString *out, const char *language, const char *address)
{
    g_string_append(out, "<link rel=\"alternate\"");
    ik_html_attribute(out, "hreflang", language);
    ik_html_attribute(out, "href", address);
    g_string_append(out, ">\n");
}

/* The first language is for whoever reads none of them. */
static void append_alternates(GString *out, const ik_page_head *head)
{
    if (head->n_versions < 2)
        return;
    for (guint i = 0; i < head->n_versions; i++)
        append_alternate(out, ik_text_tag(head->versions[i].language), head->versions[i].address);
    append_alternate(out, "x-default", head->versions[0].address);
}

static void append_number(GString *out, const char *name, guint value)
{
    char digits[16];
    g_snprintf(digits, sizeof digits, "%u", value);
    append_meta(out, "property", name, value > 0 ? digits : NULL);
}

static void append_card(GString *out, const ik_page_head *head)
{
    const ik_page_card *card = &head->card;
    if (card->site_name == NULL)
        return;
    append_meta(out, "property", "og:type", "website");
    append_meta(out, "property", "og:site_name", card->site_name);
    append_meta(out, "property", "og:title", head->title);
    append_meta(out, "property", "og:description", head->description);
    append_meta(out, "property", "og:url", card->address);
    if (card->picture == NULL)
        return;
    append_meta(out, "property", "og:image", card->picture);
    append_number(out, "og:image:width", card->width);
    append_number(out, "og:image:height", card->height);
    append_meta(out, "name", "twitter:card", "summary_large_image");
}

/* What app.js would ask for only when it runs. The map's script, the largest of all, may come last. */
static void append_preloads(GString *out, const ik_page_head *head)
{
    for (const char *const *path = head->fetches; path != NULL && *path != NULL; path++) {
        g_autofree char *address = g_strconcat(head->root, *path, NULL);
        g_string_append(out, "<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\"");
        ik_html_attribute(out, "href", address);
        g_string_append(out, ">\n");
    }
    for (char **path = head->preloads; path != NULL && *path != NULL; path++) {
        g_autofree char *address = g_strconcat(head->root, *path, NULL);
        g_string_append(out, "<link rel=\"modulepreload\" fetchpriority=\"low\"");
        ik_html_attribute(out, "href", address);
        g_string_append(out, ">\n");
    }
}

static void append_files(GString *out, const ik_page_head *head)
{
    append_file_link(out, head->root, "stylesheet", NULL, "assets/page.css");
    if (head->has_app) {
        g_autofree char *script = g_strconcat(head->root, "assets/app.js", NULL);
        append_file_link(out, head->root, "stylesheet", NULL, "assets/app.css");
        g_string_append(out, "<script type=\"module\"");
        ik_html_attribute(out, "src", script);
        g_string_append(out, "></script>\n");
        append_preloads(out, head);
    }
    append_file_link(out, head->root, "icon", "image/svg+xml", "assets/icon.svg");
    if (head->card.address != NULL)
        append_link(out, "canonical", NULL, head->card.address);
    if (head->previous != NULL)
        append_link(out, "prev", NULL, head->previous);
    if (head->next != NULL)
        append_link(out, "next", NULL, head->next);
    append_alternates(out, head);
    if (head->feed != NULL)
        append_link(out, "alternate", "application/atom+xml", head->feed);
}

void ik_page_head_append(GString *out, const ik_page_head *head)
{
    g_string_append(out, "<!DOCTYPE html>\n<html");
    ik_html_attribute(out, "lang", ik_text_tag(head->language));
    ik_html_attribute(out, "dir", ik_text_direction(head->language));
    ik_html_attribute(out, "data-root", head->root);
    ik_html_attribute(out, "data-language", head->language);
    g_string_append(out, ">\n<head>\n<meta charset=\"utf-8\">\n");
    append_meta(out, "http-equiv", "Content-Security-Policy",
                head->has_app ? APP_POLICY : PLAIN_POLICY);
    append_meta(out, "name", "viewport", "width=device-width, initial-scale=1");
    append_meta(out, "name", "color-scheme", "light dark");
    append_meta(out, "name", "referrer", "no-referrer");
    if (head->is_not_listed)
        append_meta(out, "name", "robots", "noindex");
    ik_html_element(out, "title", NULL, head->title);
    append_meta(out, "name", "description", head->description);
    append_card(out, head);
    append_files(out, head);
    if (head->data != NULL)
        g_string_append_printf(out, "<script type=\"application/ld+json\">%s</script>\n",
                               head->data);
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
        ik_html_attribute(out, "lang", ik_text_tag(language));
        ik_html_attribute(out, "hreflang", ik_text_tag(language));
        if (strcmp(language, head->language) == 0)
            ik_html_attribute(out, "aria-current", "page");
        g_string_append_c(out, '>');
        ik_html_text(out, ik_text(language, "page.language"));
        g_string_append(out, "</a></li>\n");
    }
    g_string_append(out, "</ul></nav>\n");
}

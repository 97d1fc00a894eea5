/* page_not_found.c — what a web server shows in place of a page that is not there.   [site]
 *
 * One file for all addresses and languages, so its links do not depend on where it is shown.
 */
#include <ideenkarte/text.h>
#include <string.h>

#include "html.h"
#include "page.h"
#include "page_head.h"

/* "/karte/" of "https://www.example.org/karte/". Caller frees. */
static char *path_of_portal(const char *portal)
{
    const char *host = portal != NULL ? strstr(portal, "://") : NULL;
    const char *path = host != NULL ? strchr(host + 3, '/') : NULL;
    return g_strdup(path != NULL ? path : "/");
}

static void append_language(GString *out, const ik_site_plan *plan, guint language,
                            const char *root)
{
    const char *name = plan->input->words[language].language;
    g_autofree char *path = ik_site_plan_path(plan, (ik_page_id){IK_PAGE_INDEX, 0, 0}, language);
    g_autofree char *address = g_strconcat(root, path, NULL);
    g_string_append(out, "<section");
    ik_html_attribute(out, "lang", ik_text_tag(name));
    ik_html_attribute(out, "dir", ik_text_direction(name));
    g_string_append(out, ">\n");
    ik_html_element(out, language == 0 ? "h1" : "h2", NULL, ik_text(name, "page.not_found"));
    ik_html_element(out, "p", NULL, ik_text(name, "page.not_found_text"));
    g_string_append(out, "<p><a");
    ik_html_attribute(out, "href", address);
    g_string_append_c(out, '>');
    ik_html_text(out, ik_text(name, "page.home"));
    g_string_append(out, "</a></p>\n</section>\n");
}

char *ik_not_found_page(const ik_site_plan *plan)
{
    const char *first = plan->input->words[0].language;
    g_autofree char *root = path_of_portal(plan->input->portal_url);
    const ik_page_head head = {.language = first,
                               .title = ik_text(first, "page.not_found"),
                               .root = root,
                               .is_not_listed = true};
    GString *out = g_string_new(NULL);
    ik_page_head_append(out, &head);
    g_string_append(out, "<body>\n<main id=\"main\" class=\"not-found\">\n");
    for (guint i = 0; i < plan->input->n_words; i++)
        append_language(out, plan, i, root);
    g_string_append(out, "</main>\n</body>\n</html>\n");
    return g_string_free(out, FALSE);
}

/* page_frame.c — head, header, way to the page, footer.   [site] */
#include "page_frame.h"

#include <ideenkarte/text.h>
#include <ideenkarte/version.h>

#include "page_head.h"
#include "web_assets.h"

/* --- head ------------------------------------------------------------------------------------- */

/* The same page in each language; addresses are to be freed. */
static ik_page_version *versions_of(const ik_page_builder *page)
{
    ik_page_version *versions = g_new(ik_page_version, page->input->n_words);
    for (guint i = 0; i < page->input->n_words; i++) {
        g_autofree char *path = ik_site_plan_path(page->plan, page->id, i);
        versions[i] =
            (ik_page_version){page->input->words[i].language, g_strconcat(page->root, path, NULL)};
    }
    return versions;
}

/* "Aachen – Landkarte der guten Ideen". Caller frees. */
static char *document_title(const ik_page_builder *page, const ik_page_frame *frame)
{
    if (page->id.kind == IK_PAGE_INDEX)
        return g_strdup(frame->heading);
    return g_strconcat(frame->heading, " – ", page->words->title, NULL);
}

static void append_head(const ik_page_builder *page, const ik_page_frame *frame, ik_page_head *head)
{
    g_autofree char *title = document_title(page, frame);
    g_autofree char *address = ik_site_plan_address(page->plan, page->id, page->language);
    g_autofree char *picture =
        frame->picture == NULL ? NULL : ik_site_plan_file_address(page->plan, frame->picture);
    g_autofree char *feed = ik_page_link(page, (ik_page_id){IK_PAGE_FEED, 0, 0});
    head->title = title;
    head->description = frame->description;
    head->card = (ik_page_card){page->words->title, address, picture, frame->picture_size.width,
                                frame->picture_size.height};
    head->feed = page->input->portal_url != NULL ? feed : NULL;
    head->data = frame->data;
    g_autofree char *previous = ik_page_sheet_link(page, -1);
    g_autofree char *next = ik_page_sheet_link(page, 1);
    head->previous = previous;
    head->next = next;
    g_auto(GStrv) preloads = ik_web_assets_preloads();
    g_autofree char *texts = g_strdup_printf("assets/texts.%s.json", page->words->language);
    const char *const fetches[] = {texts, "data/projects.index.json", NULL};
    head->preloads = preloads;
    head->fetches = fetches;
    head->has_app = page->id.kind == IK_PAGE_INDEX && ik_web_assets_exist();
    ik_page_head_append(page->out, head);
}

/* --- header ----------------------------------------------------------------------------------- */

static void append_contents(const ik_page_builder *page, const char *const (*entries)[2])
{
    if (entries == NULL)
        return;
    g_string_append(page->out, "<nav class=\"contents\"");
    ik_html_attribute(page->out, "aria-label", ik_page_text(page, "page.contents"));
    g_string_append(page->out, "><ul>\n");
    for (; (*entries)[0] != NULL; entries++) {
        g_string_append(page->out, "<li><a");
        ik_html_attribute(page->out, "href", (*entries)[0]);
        g_string_append_c(page->out, '>');
        ik_html_text(page->out, ik_page_text(page, (*entries)[1]));
        g_string_append(page->out, "</a></li>\n");
    }
    g_string_append(page->out, "</ul></nav>\n");
}

static void append_crumb(const ik_page_builder *page, ik_page_id id, const char *text)
{
    g_string_append(page->out, "<li><a");
    ik_page_href(page, id);
    g_string_append(page->out, "><bdi>");
    ik_html_text(page->out, text);
    g_string_append(page->out, "</bdi></a></li>\n");
}

static void append_breadcrumbs(const ik_page_builder *page)
{
    if (page->id.kind == IK_PAGE_INDEX)
        return;
    g_string_append(page->out, "<nav class=\"breadcrumbs\"");
    ik_html_attribute(page->out, "aria-label", ik_page_text(page, "page.breadcrumbs"));
    g_string_append(page->out, "><ol>\n");
    append_crumb(page, (ik_page_id){IK_PAGE_INDEX, 0, 0}, ik_page_text(page, "page.home"));
    const bool is_project = page->id.kind == IK_PAGE_PROJECT;
    if (is_project || page->id.sheet > 0) {
        const guint32 region =
            is_project ? ik_site_plan_town(page->plan, page->id.index)->region : page->id.index;
        append_crumb(page, (ik_page_id){IK_PAGE_REGION, region, 0},
                     page->input->territory->regions[region].name);
    }
    g_string_append(page->out, "</ol></nav>\n");
}

/* The first page bears its title as its heading, the others lead to it. */
static void append_owner(const ik_page_builder *page)
{
    if (page->id.kind == IK_PAGE_INDEX) {
        ik_html_element(page->out, "p", "operator", page->words->operator_name);
        return;
    }
    g_string_append(page->out, "<p class=\"operator\"><a");
    ik_page_href(page, (ik_page_id){IK_PAGE_INDEX, 0, 0});
    g_string_append_c(page->out, '>');
    ik_html_text(page->out, page->words->title);
    g_string_append(page->out, "</a></p>\n");
}

static void append_header(const ik_page_builder *page, const ik_page_frame *frame,
                          const ik_page_head *head)
{
    g_string_append(page->out, "<body>\n<a class=\"skip\" href=\"#main\">");
    ik_html_text(page->out, ik_page_text(page, "page.skip"));
    g_string_append(page->out, "</a>\n<header class=\"site\">\n<div class=\"bar\">\n");
    append_owner(page);
    ik_page_languages_append(page->out, head);
    g_string_append(page->out, "</div>\n");
    append_breadcrumbs(page);
    if (frame->is_foreign)
        ik_page_foreign(page, "h1", NULL, frame->heading);
    else
        ik_html_element(page->out, "h1", NULL, frame->heading);
    ik_html_element(page->out, "p", "subtitle", frame->lead);
    append_contents(page, frame->contents);
    g_string_append(page->out, "</header>\n");
}

static void append_notice(const ik_page_builder *page)
{
    if (page->words->notice == NULL)
        return;
    g_string_append(page->out, "<aside class=\"notice\"");
    ik_html_attribute(page->out, "aria-label", ik_page_text(page, "page.notice"));
    g_string_append(page->out, ">\n");
    ik_html_element(page->out, "p", NULL, page->words->notice);
    g_string_append(page->out, "</aside>\n");
}

void ik_page_begin(const ik_page_builder *page, const ik_page_frame *frame)
{
    ik_page_version *versions = versions_of(page);
    ik_page_head head = {.language = page->words->language,
                         .root = page->root,
                         .versions = versions,
                         .n_versions = page->input->n_words};
    append_head(page, frame, &head);
    append_header(page, frame, &head);
    g_string_append(page->out, "<main id=\"main\" tabindex=\"-1\">\n");
    append_notice(page);
    for (guint i = 0; i < page->input->n_words; i++)
        g_free(versions[i].address);
    g_free(versions);
}

/* --- footer ----------------------------------------------------------------------------------- */

static void append_feed(const ik_page_builder *page)
{
    if (page->input->portal_url == NULL)
        return;
    g_string_append(page->out, "<p><a");
    ik_page_href(page, (ik_page_id){IK_PAGE_FEED, 0, 0});
    g_string_append(page->out, " type=\"application/atom+xml\">");
    ik_html_text(page->out, ik_page_text(page, "page.feed"));
    g_string_append(page->out, "</a></p>\n");
}

char *ik_page_end(const ik_page_builder *page)
{
    g_autofree char *made =
        ik_text_format(page->words->language, "page.made_with", "version", IK_VERSION, NULL);
    g_string_append(page->out, "</main>\n<footer class=\"site\">\n");
    ik_page_sources(page);
    append_feed(page);
    ik_html_element(page->out, "p", "made", made);
    g_string_append(page->out, "</footer>\n</body>\n</html>\n");
    return g_string_free(page->out, FALSE);
}

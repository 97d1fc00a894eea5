/* story.c — cmark reads, the elements allowed are written here.   [site]
 *
 * cmark's own HTML is not used: what is not in the table below cannot reach a page.
 */
#include "story.h"

#include <cmark.h>
#include <stdbool.h>
#include <string.h>

#include "clean_text.h"
#include "html.h"
#include "project_flags.h"

/* Lists in lists beyond this are not set in further: nobody reads that, and browsers give up at some depth. */
#define MAX_LIST_DEPTH 6

typedef struct {
    GString *out;
    guint lists; /* open lists, written or not */
} story_writer;

/* --- links ------------------------------------------------------------------------------------ */

/* Caller frees; NULL where only the text is shown. */
static char *safe_target(cmark_node *link)
{
    return ik_safe_address(cmark_node_get_url(link));
}

static void write_link(story_writer *writer, cmark_node *link, bool enters)
{
    g_autofree char *target = safe_target(link);
    if (target == NULL)
        return;
    if (!enters) {
        g_string_append(writer->out, "</a>");
        return;
    }
    g_string_append(writer->out, "<a");
    ik_html_attribute(writer->out, "href", target);
    g_string_append(writer->out, " rel=\"noopener nofollow ugc\">");
}

/* --- blocks ----------------------------------------------------------------------------------- */

static const char *list_tag(cmark_node *list)
{
    return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST ? "ol" : "ul";
}

static void write_list(story_writer *writer, cmark_node *list, bool enters)
{
    if (enters)
        writer->lists++;
    if (writer->lists <= MAX_LIST_DEPTH)
        g_string_append_printf(writer->out, "<%s%s>\n", enters ? "" : "/", list_tag(list));
    if (!enters)
        writer->lists--;
}

static void write_item(story_writer *writer, bool enters)
{
    if (writer->lists <= MAX_LIST_DEPTH)
        g_string_append(writer->out, enters ? "<li>" : "</li>\n");
    else if (enters)
        g_string_append(writer->out, "<br>\n");
}

/* In a tight list the text of an item is no paragraph. */
static bool is_in_tight_list(cmark_node *paragraph)
{
    cmark_node *item = cmark_node_parent(paragraph);
    cmark_node *list = item != NULL ? cmark_node_parent(item) : NULL;
    return list != NULL && cmark_node_get_type(list) == CMARK_NODE_LIST &&
           cmark_node_get_list_tight(list);
}

static void write_paragraph(story_writer *writer, cmark_node *paragraph, bool enters)
{
    if (is_in_tight_list(paragraph))
        return;
    g_string_append(writer->out, enters ? "<p>" : "</p>\n");
}

static void write_heading(story_writer *writer, bool enters)
{
    g_string_append(writer->out, enters ? "<p><strong>" : "</strong></p>\n");
}

static void write_code_block(story_writer *writer, cmark_node *block)
{
    g_string_append(writer->out, "<p>");
    ik_html_text(writer->out, cmark_node_get_literal(block));
    g_string_append(writer->out, "</p>\n");
}

/* --- text ------------------------------------------------------------------------------------- */

/* ik_html_text trims, but blanks between a word and an emphasised one stand at the end of a node. */
static void write_text(story_writer *writer, const char *text)
{
    if (*text == ' ')
        g_string_append_c(writer->out, ' ');
    ik_html_text(writer->out, text);
    const gsize length = strlen(text);
    if (length > 1 && text[length - 1] == ' ')
        g_string_append_c(writer->out, ' ');
}

static void write_inline(story_writer *writer, cmark_node *node, bool enters)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE: write_text(writer, cmark_node_get_literal(node)); break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: g_string_append(writer->out, "<br>\n"); break;
    case CMARK_NODE_EMPH: g_string_append(writer->out, enters ? "<em>" : "</em>"); break;
    case CMARK_NODE_STRONG: g_string_append(writer->out, enters ? "<strong>" : "</strong>"); break;
    case CMARK_NODE_LINK: write_link(writer, node, enters); break;
    default: break; /* raw HTML, pictures: nothing */
    }
}

static void write_node(story_writer *writer, cmark_node *node, bool enters)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_LIST: write_list(writer, node, enters); break;
    case CMARK_NODE_ITEM: write_item(writer, enters); break;
    case CMARK_NODE_PARAGRAPH: write_paragraph(writer, node, enters); break;
    case CMARK_NODE_HEADING: write_heading(writer, enters); break;
    case CMARK_NODE_CODE_BLOCK: write_code_block(writer, node); break;
    default: write_inline(writer, node, enters);
    }
}

/* What a picture says instead of itself would stand there as if it were the text. */
static bool is_left_out(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_IMAGE || type == CMARK_NODE_HTML_BLOCK ||
           type == CMARK_NODE_HTML_INLINE;
}

typedef void (*node_fn)(gpointer data, cmark_node *node, bool enters);

static void walk(const char *text, node_fn visit, gpointer data)
{
    cmark_node *document =
        cmark_parse_document(text, strlen(text), CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
    cmark_iter *iterator = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        const bool enters = event == CMARK_EVENT_ENTER;
        if (enters && is_left_out(node))
            cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
        else
            visit(data, node, enters);
    }
    cmark_iter_free(iterator);
    cmark_node_free(document);
}

static void visit_html(gpointer data, cmark_node *node, bool enters)
{
    write_node(data, node, enters);
}

void ik_story_append(GString *out, const char *text)
{
    story_writer writer = {.out = out};
    walk(text, visit_html, &writer);
}

/* --- words alone ------------------------------------------------------------------------------ */

static bool is_block(cmark_node *node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    return type >= CMARK_NODE_FIRST_BLOCK && type <= CMARK_NODE_LAST_BLOCK;
}

static void visit_plain(gpointer data, cmark_node *node, bool enters)
{
    GString *out = data;
    const char *literal = enters ? cmark_node_get_literal(node) : NULL;
    if (literal != NULL)
        g_string_append(out, literal);
    else if (is_block(node) || cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK ||
             cmark_node_get_type(node) == CMARK_NODE_LINEBREAK)
        g_string_append_c(out, ' ');
}

char *ik_story_plain(const char *text, guint length)
{
    g_autoptr(GString) out = g_string_new(NULL);
    walk(text, visit_plain, out);
    char *plain = ik_text_clean(out->str);
    if (g_utf8_strlen(plain, -1) <= (glong)length)
        return plain;
    *g_utf8_offset_to_pointer(plain, (glong)length - 1) = '\0';
    char *cut = g_strconcat(plain, "…", NULL);
    g_free(plain);
    return cut;
}

/* html.h — appending HTML in which foreign text stays text.   [site]
 *
 * Values are cleaned as ik_text_clean does (one line, no control and direction marks, valid UTF-8) and escaped.
 * Names of elements, classes and attributes are the caller's own literals and appended as they are.
 */
#ifndef IK_HTML_H
#define IK_HTML_H

#include <glib.h>
#include <stdbool.h>

/* `text` as character data. NULL: nothing. */
void ik_html_text(GString *out, const char *text);

/* ` name="value"`, blank in front. NULL: nothing. */
void ik_html_attribute(GString *out, const char *name, const char *value);

/* `<name class="css_class">text</name>` and a line end; `css_class` may be NULL. NULL text: nothing. */
void ik_html_element(GString *out, const char *name, const char *css_class, const char *text);

/* The same for text of strangers, whose direction is its own: with dir="auto", and with lang="language" unless
 * that is NULL. */
void ik_html_foreign_element(GString *out, const char *name, const char *css_class,
                             const char *language, const char *text);

/* A link when `address` is a web address (http or https) that may be published, else the text alone.
 * `rel` is a literal. */
void ik_html_link(GString *out, const char *address, const char *rel, const char *text);

/* What stands in an id attribute for `id`: unique for each, without white space. Caller frees. */
char *ik_html_anchor(const char *prefix, const char *id);

#endif

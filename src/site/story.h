/* story.h — the story of a project: a small part of CommonMark, written by strangers.   [site]
 *
 * Paragraphs, emphasis, strong emphasis, lists, links to https addresses, line breaks. Of everything else the words are
 * kept: headings become paragraphs in bold, code and quotes plain text, raw HTML and pictures are left out, links to
 * other addresses become their text. A line break in the source is one on the page.
 */
#ifndef IK_STORY_H
#define IK_STORY_H

#include <glib.h>

/* Characters that search engines and messengers show. */
#define IK_DESCRIPTION_LENGTH 300

/* Appends `text` as HTML; its elements are p, br, em, strong, ul, ol, li and a. Linear. */
void ik_story_append(GString *out, const char *text);

/* The words alone in one line, at most `length` characters with "…" where it was longer. Caller frees. */
char *ik_story_plain(const char *text, guint length);

#endif

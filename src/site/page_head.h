/* page_head.h — head and choice of languages of every page.   [site] */
#ifndef IK_PAGE_HEAD_H
#define IK_PAGE_HEAD_H

#include <glib.h>

/* The same page in a language. */
typedef struct {
    const char *language;
    char *address; /* seen from this page */
} ik_page_version;

/* All borrowed. */
typedef struct {
    const char *language, *title;
    const char *description; /* NULL: none */
    const char *root;        /* from this page to the folder's root: "" or "../" */
    const ik_page_version *versions;
    guint n_versions; /* this one included */
} ik_page_head;

/* `<!DOCTYPE html>` to `</head>`: stylesheet and icon in assets/, a policy that forbids all but pictures and styles of
 * this site. Appends. */
void ik_page_head_append(GString *out, const ik_page_head *head);

/* Links to the page in each language, the current one marked; nothing where there is only one. Appends. */
void ik_page_languages_append(GString *out, const ik_page_head *head);

#endif

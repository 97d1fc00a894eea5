/* page_head.h — head and choice of languages of every page.   [site] */
#ifndef IK_PAGE_HEAD_H
#define IK_PAGE_HEAD_H

#include <glib.h>
#include <stdbool.h>

/* The same page in a language. */
typedef struct {
    const char *language;
    char *address; /* seen from this page */
} ik_page_version;

/* What others show of a page beside a link to it (Open Graph). All borrowed, each may be NULL. */
typedef struct {
    const char *site_name;
    const char *address; /* of the page */
    const char *picture; /* address of a PNG or JPEG */
    guint width, height; /* of the picture, pixels; 0: not known */
} ik_page_card;

/* All borrowed. */
typedef struct {
    const char *language, *title;
    const char *description; /* NULL: none */
    const char *root;        /* from this page to the folder's root: "", "../", "../../" */
    const ik_page_version *versions;
    guint n_versions; /* this one included */
    ik_page_card card;
    const char *previous, *next; /* pages of the same list seen from this page; NULL: none */
    const char *feed;            /* address of the Atom feed seen from this page; NULL: none */
    const char *data;            /* JSON-LD, escaped for HTML by ik_json_writer; NULL: none */
    char **preloads;             /* scripts below the root that app.js will want; NULL: none */
    const char *const *fetches;  /* data below the root that it will read first; NULL: none */
    bool has_app;                /* loads assets/app.js and app.css; the policy lets it work */
    bool is_not_listed;          /* asks search engines to pass it over */
} ik_page_head;

/* `<!DOCTYPE html>` to `</head>`: stylesheet and icon in assets/, a policy that forbids all but pictures and styles of
 * this site, and where there is a script what it needs of this site. Appends. */
void ik_page_head_append(GString *out, const ik_page_head *head);

/* Links to the page in each language, the current one marked; nothing where there is only one. Appends. */
void ik_page_languages_append(GString *out, const ik_page_head *head);

#endif

/* html_check.h — a small independent reader of HTML, which accepts only what is well-formed.   [tests]
 *
 * Stricter than a browser: every element is closed in order but the void ones, attributes are in double quotes,
 * `<` and `&` in text are escaped. */
#ifndef IK_HTML_CHECK_H
#define IK_HTML_CHECK_H

#include "test_support.h"

#include <string.h>

#include "json.h"

/* A data block as it stands in a head: JSON without `<`, so that nothing in it can end it. Returns what follows. */
static inline const char *html_check_data(const char *at)
{
    static const char *const end = "</script>";
    const gsize length = strcspn(at, "<");
    assert_true(g_str_has_prefix(at + length, end));
    g_autoptr(ik_json) json = ik_json_parse(at, length, "JSON-LD", NULL);
    assert_non_null(json);
    return at + length;
}

/* Names and attribute names of all tags in order, "p class= dir=\n/p\n": what is left when text and values are taken
 * away. Fails the running test on flaws. Caller frees. */
static inline char *html_skeleton(const char *html);

static inline bool html_is_void(const char *name)
{
    static const char *const voids[] = {"meta", "link", "img", "source", "br", "hr", NULL};
    return g_strv_contains(voids, name);
}

static inline void html_check_text(const char *text, gsize length)
{
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (gsize i = 0; i < length; i++) {
        assert_true(text[i] != '<' && text[i] != '>' && text[i] != '"');
        bool known = text[i] != '&';
        for (guint e = 0; e < G_N_ELEMENTS(entities); e++)
            known = known || g_str_has_prefix(text + i, entities[e]);
        assert_true(known);
    }
}

/* Reads ` name="value"` pairs up to `>`; returns what follows it. */
static inline const char *html_check_attributes(const char *at, GString *skeleton)
{
    while (*at == ' ') {
        gsize length = strcspn(++at, "= >");
        assert_true(length > 0);
        g_string_append_c(skeleton, ' ');
        g_string_append_len(skeleton, at, (gssize)length);
        at += length;
        if (*at != '=')
            continue;
        g_string_append_c(skeleton, '=');
        assert_int_equal(at[1], '"');
        length = strcspn(at + 2, "\"");

        html_check_text(at + 2, length);
        at += length + 3;
    }
    assert_int_equal(*at, '>');
    return at + 1;
}

static inline const char *html_check_tag(const char *at, GString *skeleton, GPtrArray *open)
{
    bool closes = at[1] == '/';
    gsize length = strcspn(at + 1 + closes, " >");
    char *name = g_strndup(at + 1 + closes, length);
    g_string_append_printf(skeleton, "%s%s", closes ? "/" : "", name);
    at = html_check_attributes(at + 1 + closes + length, skeleton);
    g_string_append_c(skeleton, '\n');
    if (closes) {
        assert_true(open->len > 0);
        assert_string_equal(g_ptr_array_index(open, open->len - 1), name);
        g_ptr_array_set_size(open, (gint)open->len - 1);
        g_free(name);
    } else if (html_is_void(name)) {
        g_free(name);
    } else {
        g_ptr_array_add(open, name);
        if (g_str_equal(name, "script") && !g_str_has_prefix(at, "</script>"))
            at = html_check_data(at);
    }
    return at;
}

static inline char *html_skeleton(const char *html)
{
    GString *skeleton = g_string_new(NULL);
    g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);
    assert_true(g_utf8_validate(html, -1, NULL));
    assert_true(g_str_has_prefix(html, "<!DOCTYPE html>\n"));
    for (const char *at = html + strlen("<!DOCTYPE html>"); *at != '\0';) {
        gsize text = strcspn(at, "<");
        html_check_text(at, text);
        at += text;
        if (*at == '<')
            at = html_check_tag(at, skeleton, open);
    }
    assert_int_equal(open->len, 0);
    return g_string_free(skeleton, FALSE);
}

#endif

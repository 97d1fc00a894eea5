/* test_story.c — the Markdown that is allowed, and what becomes of the rest.   [tests] */
#include "site_fixture.h"

#include "html_check.h"
#include "story.h"

static void assert_story(const char *text, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ik_story_append(out, text);
    assert_string_equal(out->str, expected);
}

static void paragraphs_emphasis_and_lists_are_kept(void **state)
{
    (void)state;
    assert_story("Eins.\n\nZwei *drei* **vier**.",
                 "<p>Eins.</p>\n<p>Zwei <em>drei</em> <strong>vier</strong>.</p>\n");
    assert_story("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    assert_story("1. a\n\n2. b", "<ol>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n");
    assert_story("Zeile\nZeile", "<p>Zeile<br>\nZeile</p>\n");
}

static void links_lead_to_https_or_nowhere(void **state)
{
    (void)state;
    assert_story(
        "[a](https://x.example/?b=1&c=2)",
        "<p><a href=\"https://x.example/?b=1&amp;c=2\" rel=\"noopener nofollow ugc\">a</a></p>\n");
    static const char *const others[] = {
        "http://x.example/", "javascript:alert(1)", "//x.example/", "data:text/html,x", "/a",
        "mailto:a@b.de"};
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *text = g_strdup_printf("[a](%s)", others[i]);
        assert_story(text, "<p>a</p>\n");
    }
}

static void of_what_is_not_allowed_the_words_are_left(void **state)
{
    (void)state;
    assert_story("# Titel", "<p><strong>Titel</strong></p>\n");
    assert_story("> Zitat", "<p>Zitat</p>\n");
    assert_story("    a < b", "<p>a &lt; b</p>\n");
    assert_story("x `<b>` y", "<p>x &lt;b&gt; y</p>\n");
    assert_story("![Bild](https://x.example/i.png) da", "<p> da</p>\n");
    assert_story("---", "");
}

static void raw_html_is_left_out(void **state)
{
    (void)state;
    assert_story("<script>alert(1)</script>", "");
    assert_story("a <b onclick=x>b</b> c", "<p>a b c</p>\n");
    assert_story("<!-- x -->", "");
    assert_story("&lt;b&gt; &#60;i&#62;", "<p>&lt;b&gt; &lt;i&gt;</p>\n");
}

static void attacks_bring_no_other_element(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(toy_attacks); i++) {
        g_autoptr(GString) out = g_string_new("<!DOCTYPE html>\n<div>");
        ik_story_append(out, toy_attacks[i]);
        g_string_append(out, "</div>");
        g_autofree char *skeleton = html_skeleton(out->str);
        g_auto(GStrv) tags = g_strsplit(skeleton, "\n", -1);
        static const char *const known[] = {"div", "/div", "p",   "/p", "br", "ul",
                                            "/ul", "li",   "/li", "",   NULL};
        for (guint t = 0; tags[t] != NULL; t++)
            assert_true(g_strv_contains(known, tags[t]));
    }
}

static void lists_in_lists_end_somewhere(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 1000; i++)
        g_string_append(text, "- ");
    g_string_append(text, "x");
    g_autoptr(GString) out = g_string_new("<!DOCTYPE html>\n");
    ik_story_append(out, text->str);
    g_autofree char *skeleton = html_skeleton(out->str);
    guint depth = 0;
    for (const char *at = skeleton; (at = strstr(at, "ul\n")) != NULL; at += 3)
        depth += at == skeleton || at[-1] != '/';
    assert_int_equal(depth, 6);
}

static void the_words_alone_are_one_line(void **state)
{
    (void)state;
    g_autofree char *plain =
        ik_story_plain("# A\n\n- *b*\n- [c](https://d.example)\n\n<b>e</b>", 300);
    assert_string_equal(plain, "A b c e");
    g_autofree char *cut = ik_story_plain("äöüäöü", 4);
    assert_string_equal(cut, "äöü…");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_emphasis_and_lists_are_kept),
        cmocka_unit_test(links_lead_to_https_or_nowhere),
        cmocka_unit_test(of_what_is_not_allowed_the_words_are_left),
        cmocka_unit_test(raw_html_is_left_out),
        cmocka_unit_test(attacks_bring_no_other_element),
        cmocka_unit_test(lists_in_lists_end_somewhere),
        cmocka_unit_test(the_words_alone_are_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

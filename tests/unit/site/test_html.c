/* test_html.c — foreign text stays text.   [tests] */
#include "site_fixture.h"

#include "html.h"

static void assert_written(GString *out, const char *expected)
{
    assert_string_equal(out->str, expected);
    g_string_truncate(out, 0);
}

static void the_five_special_characters_are_escaped(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    ik_html_text(out, "a<b>&\"c'd");
    assert_written(out, "a&lt;b&gt;&amp;&quot;c&#39;d");
    ik_html_text(out, "&lt;b&gt;");
    assert_written(out, "&amp;lt;b&amp;gt;");
}

static void nothing_is_written_for_nothing(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    ik_html_text(out, NULL);
    ik_html_attribute(out, "title", NULL);
    ik_html_element(out, "p", "x", NULL);
    ik_html_foreign_element(out, "p", "x", "de", NULL);
    assert_written(out, "");
}

static void direction_marks_and_controls_are_left_out(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    ik_html_text(out, "a\xE2\x80\xAE"
                      "b\xE2\x81\xA6"
                      "c\x01"
                      "d\n e");
    assert_written(out, "abcd e");
    ik_html_text(out, "x\xFFy");
    assert_written(out, "x\xEF\xBF\xBDy");
}

static void elements_carry_class_and_direction(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    ik_html_element(out, "p", NULL, "1 < 2");
    assert_written(out, "<p>1 &lt; 2</p>\n");
    ik_html_foreign_element(out, "h4", "name", NULL, "سلام");
    assert_written(out, "<h4 class=\"name\" dir=\"auto\">سلام</h4>\n");
    ik_html_foreign_element(out, "p", NULL, "de", "Gruß");
    assert_written(out, "<p lang=\"de\" dir=\"auto\">Gruß</p>\n");
}

static void a_value_cannot_leave_its_attribute(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    ik_html_attribute(out, "title", "\" onfocus='x' >");
    assert_written(out, " title=\"&quot; onfocus=&#39;x&#39; &gt;\"");
}

static void only_http_and_https_become_links(void **state)
{
    static const char *const refused[] = {"javascript:alert(1)",
                                          "JaVaScRiPt:alert(1)",
                                          "data:text/html,x",
                                          "vbscript:x",
                                          "file:///etc/passwd",
                                          "//evil",
                                          "/local",
                                          "",
                                          "https://user:pass@example.org",
                                          "http://a b.example",
                                          "ftp://example.org"};
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    ik_html_link(out, "https://example.org/?a=1&b=2", "noopener", "A & B");
    assert_written(out,
                   "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener\">A &amp; B</a>");
    ik_html_link(out, "http://example.org", NULL, "x");
    assert_written(out, "<a href=\"http://example.org\">x</a>");
    for (guint i = 0; i < G_N_ELEMENTS(refused); i++) {
        ik_html_link(out, refused[i], "noopener", "x");
        assert_written(out, "x");
    }
    ik_html_link(out, NULL, "noopener", "x");
    assert_written(out, "x");
}

static void anchors_have_no_blanks_and_stay_different(void **state)
{
    (void)state;
    g_autofree char *blank = ik_html_anchor("project-", "a b");
    g_autofree char *dash = ik_html_anchor("project-", "a-b");
    g_autofree char *umlaut = ik_html_anchor("project-", "ä\"<");
    assert_string_equal(blank, "project-a%20b");
    assert_string_equal(dash, "project-a-b");
    assert_string_equal(umlaut, "project-ä%22%3C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_five_special_characters_are_escaped),
        cmocka_unit_test(nothing_is_written_for_nothing),
        cmocka_unit_test(direction_marks_and_controls_are_left_out),
        cmocka_unit_test(elements_carry_class_and_direction),
        cmocka_unit_test(a_value_cannot_leave_its_attribute),
        cmocka_unit_test(only_http_and_https_become_links),
        cmocka_unit_test(anchors_have_no_blanks_and_stay_different),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

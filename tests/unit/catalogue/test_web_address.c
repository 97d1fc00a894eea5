/* test_web_address.c — links that may be published.   [tests] */
#include "test_support.h"
#include "web_address.h"

static void assert_link(const char *text, const char *expected)
{
    g_autofree char *link = ik_web_address(text);
    if (expected == NULL)
        assert_null(link);
    else {
        assert_non_null(link);
        assert_string_equal(link, expected);
    }
}

static void http_and_https_are_let_through(void **state)
{
    (void)state;
    assert_link("https://www.example.org/a?b=c&d#e", "https://www.example.org/a?b=c&d#e");
    assert_link("HTTP://Example.org", "http://Example.org");
    assert_link("https://müller.example/straße", "https://müller.example/straße");
    assert_link("https://example.org:8080/", "https://example.org:8080/");
}

static void a_bare_host_gets_a_scheme(void **state)
{
    (void)state;
    assert_link("www.example.org", "http://www.example.org");
    assert_link("example.org/path", "http://example.org/path");
}

static void everything_else_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "javascript:alert(1)",
        "JavaScript:alert(1)//example.org",
        "data:text/html,x",
        "ftp://example.org",
        "file:///etc/passwd",
        "https://",
        "https:///a",
        "//example.org",
        "https://user@example.org/",
        "https://a b.org",
        "https://x.org/\"onclick",
        "https://x.org/<script>",
        "nur intern",
        "k.A. bitte",
        "https://localhost",
        "info@example.org",
        "https://example.org:",
        "https://example.org:80a/",
        "https://..org",
        "https://.org",
        "bild.jpg'",
        "vbscript:x.y",
        "mailto:a@b.org",
        "http://example.org:65536/",
        "http://example.org:/",
        "https://x.org/\x01",
        "",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_link(texts[i], NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(http_and_https_are_let_through),
        cmocka_unit_test(a_bare_host_gets_a_scheme),
        cmocka_unit_test(everything_else_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

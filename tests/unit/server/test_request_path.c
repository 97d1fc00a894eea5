/* test_request_path.c — targets of requests, friendly and hostile.   [server] */
#include "test_support.h"

#include "request_path.h"

static void assert_good(const char *target, const char *expected, bool is_folder)
{
    ik_request_path path;
    assert_int_equal(ik_request_path_read(target, &path), IK_PATH_GOOD);
    assert_string_equal(path.path, expected);
    assert_int_equal(path.is_folder, is_folder);
    ik_request_path_clear(&path);
}

static void assert_kind(const char *target, ik_path_kind kind)
{
    ik_request_path path;
    if (ik_request_path_read(target, &path) != kind)
        fail_msg("%s was not of kind %d", target, (int)kind);
}

static void plain_paths_name_files(void **state)
{
    (void)state;
    assert_good("/index.html", "index.html", false);
    assert_good("/data/ideenkarte.pmtiles?v=1", "data/ideenkarte.pmtiles", false);
    assert_good("/en/#map", "en", true);
    assert_good("/", "", true);
    assert_good("/?embed=1", "", true);
}

static void escapes_are_decoded_once(void **state)
{
    (void)state;
    assert_good("/glyphs/Noto%20Sans%20Bold/0-255.pbf", "glyphs/Noto Sans Bold/0-255.pbf", false);
    assert_good("/region/k%C3%B6ln.html", "region/k\xc3\xb6ln.html", false);
    assert_good("/100%25.txt", "100%.txt", false);
    assert_good("/%252e%252e/x", "%2e%2e/x", false);
}

static void an_absolute_target_names_the_path_behind_its_host(void **state)
{
    (void)state;
    assert_good("http://localhost:8080/en/index.html", "en/index.html", false);
    assert_kind("http://localhost:8080", IK_PATH_BAD);
    assert_kind("*", IK_PATH_BAD);
    assert_kind("", IK_PATH_BAD);
    assert_kind("index.html", IK_PATH_BAD);
}

static void a_way_up_is_refused_however_it_is_written(void **state)
{
    (void)state;
    const char *const targets[] = {"/..",          "/../etc/passwd",
                                   "/en/../../x",  "/%2e%2e/x",
                                   "/%2E./x",      "/.%2e/x",
                                   "/en/..",       "/./x",
                                   "/en/%2e",      "/..%2fetc",
                                   "/..%5cetc",    "/..\\etc",
                                   "//../etc",     "/a/%2e%2e%2f%2e%2e",
                                   "/.git/../../x"};
    for (gsize i = 0; i < G_N_ELEMENTS(targets); i++)
        assert_kind(targets[i], IK_PATH_BAD);
}

static void bytes_that_no_name_has_are_refused(void **state)
{
    (void)state;
    const char *const targets[] = {"/index.html%00.png",
                                   "/%0a",
                                   "/a%7f",
                                   "/%2f",
                                   "/a%2Fb",
                                   "/%5c",
                                   "/a\\b",
                                   "/%",
                                   "/%4",
                                   "/%zz",
                                   "/%c3",
                                   "/%ff",
                                   "/\xff",
                                   "/%c0%ae",
                                   "/%u002e"};
    for (gsize i = 0; i < G_N_ELEMENTS(targets); i++)
        assert_kind(targets[i], IK_PATH_BAD);
}

static void empty_and_hidden_names_lead_nowhere(void **state)
{
    (void)state;
    const char *const targets[] = {"//", "//evil.example/", "/a//b", "/.git/config", "/a/.hidden"};
    for (gsize i = 0; i < G_N_ELEMENTS(targets); i++)
        assert_kind(targets[i], IK_PATH_NOWHERE);
}

static void the_address_of_a_folder_is_encoded_and_keeps_the_query(void **state)
{
    (void)state;
    char name[] = "k\xc3\xb6ln a";
    const ik_request_path path = {name, false};
    g_autofree char *address = ik_folder_address(&path, "/k%C3%B6ln%20a?embed=1#x");
    assert_string_equal(address, "/k%C3%B6ln%20a/?embed=1");
    g_autofree char *plain = ik_folder_address(&path, "/k%C3%B6ln%20a");
    assert_string_equal(plain, "/k%C3%B6ln%20a/");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_paths_name_files),
        cmocka_unit_test(escapes_are_decoded_once),
        cmocka_unit_test(an_absolute_target_names_the_path_behind_its_host),
        cmocka_unit_test(a_way_up_is_refused_however_it_is_written),
        cmocka_unit_test(bytes_that_no_name_has_are_refused),
        cmocka_unit_test(empty_and_hidden_names_lead_nowhere),
        cmocka_unit_test(the_address_of_a_folder_is_encoded_and_keeps_the_query)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

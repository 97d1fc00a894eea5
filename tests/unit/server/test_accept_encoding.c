/* test_accept_encoding.c — Accept-Encoding as RFC 9110, section 12.5.3, has it.   [server] */
#include "test_support.h"

#include "accept_encoding.h"

static void gzip_is_taken_when_it_is_named(void **state)
{
    (void)state;
    assert_true(ik_accepts_gzip("gzip"));
    assert_true(ik_accepts_gzip("compress, gzip"));
    assert_true(ik_accepts_gzip("gzip, deflate, br, zstd"));
    assert_true(ik_accepts_gzip("br;q=1.0, GZIP ;q=0.8, *;q=0"));
    assert_true(ik_accepts_gzip("*"));
}

static void gzip_is_not_taken_otherwise(void **state)
{
    (void)state;
    const char *const headers[] = {"",        "br",    "identity",   "gzip;q=0", "gzip ; q=0.000",
                                   "gzipped", "*;q=0", "gzip;q=0, *"};
    for (gsize i = 0; i < G_N_ELEMENTS(headers); i++)
        assert_false(ik_accepts_gzip(headers[i]));
    assert_false(ik_accepts_gzip(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(gzip_is_taken_when_it_is_named),
                                       cmocka_unit_test(gzip_is_not_taken_otherwise)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

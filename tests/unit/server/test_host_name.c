/* test_host_name.c — names of this machine and of others.   [server] */
#include "test_support.h"

#include "host_name.h"

static void names_of_this_machine_are_local(void **state)
{
    (void)state;
    const char *const hosts[] = {"localhost", "LOCALHOST:8080", "127.0.0.1:8080", "127.1.2.3",
                                 "[::1]",     "[::1]:8080",     "map.localhost"};
    for (gsize i = 0; i < G_N_ELEMENTS(hosts); i++)
        assert_true(ik_host_is_local(hosts[i]));
    assert_true(ik_host_is_local(NULL));
}

static void other_names_are_not(void **state)
{
    (void)state;
    const char *const hosts[] = {"",          "evil.example",      "localhost.evil.example",
                                 "192.0.2.1", "evil.example:8080", "127.0.0.1.evil.example",
                                 "[::2]:80",  "notlocalhost"};
    for (gsize i = 0; i < G_N_ELEMENTS(hosts); i++)
        assert_false(ik_host_is_local(hosts[i]));
}

static void only_the_loopback_is_private(void **state)
{
    (void)state;
    assert_true(ik_address_is_loopback("127.0.0.1"));
    assert_true(ik_address_is_loopback("127.255.255.254"));
    assert_true(ik_address_is_loopback("::1"));
    assert_false(ik_address_is_loopback("0.0.0.0"));
    assert_false(ik_address_is_loopback("::"));
    assert_false(ik_address_is_loopback("192.168.1.2"));
    assert_false(ik_address_is_loopback("128.0.0.1"));
    assert_false(ik_address_is_loopback("localhost"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_of_this_machine_are_local),
                                       cmocka_unit_test(other_names_are_not),
                                       cmocka_unit_test(only_the_loopback_is_private)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

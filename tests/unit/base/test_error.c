/* test_error.c — the one error domain, and errors of the operating system in it.   [tests] */
#include <errno.h>
#include <ideenkarte/error.h>

#include "io_error.h"
#include "test_support.h"

static void the_domain_has_a_name_of_its_own(void **state)
{
    (void)state;
    assert_string_equal(g_quark_to_string(IK_ERROR), "ik-error-quark");
}

static void an_errno_becomes_an_error_with_path_and_deed(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_false(ik_io_error_set(&error, ENOSPC, "out/a.png", "write"));
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "out/a.png: cannot write: ");
    g_clear_error(&error);
    assert_false(ik_io_error_set(&error, ENOENT, "in.csv", "read"));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "in.csv: cannot read: ");
    g_clear_error(&error);
    assert_false(ik_io_error_set(NULL, EIO, "in.csv", "read"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_domain_has_a_name_of_its_own),
        cmocka_unit_test(an_errno_becomes_an_error_with_path_and_deed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_digest.c — checksums of bytes and files.   [tests] */
#include "digest.h"

#include <ideenkarte/error.h>

#include "test_support.h"

/* The sums of FIPS 180-2, appendix B, and of the empty message. */
static void sha256_follows_the_standard(void **state)
{
    (void)state;
    static const struct {
        const char *text, *sum;
    } samples[] = {{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
                   {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
                   {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"}};
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    for (guint i = 0; i < G_N_ELEMENTS(samples); i++) {
        guint64 size;
        g_autofree char *path = ik_test_file_write(folder, "f", samples[i].text, -1);
        g_autofree char *sum = ik_sha256_file(path, &size, &error);
        ik_assert_no_error(error);
        assert_string_equal(sum, samples[i].sum);
        assert_int_equal(size, strlen(samples[i].text));
    }
    ik_test_folder_remove(folder);
}

/* A million times "a": the third sample of the standard; longer than the buffer. */
static void sha256_reads_long_files(void **state)
{
    (void)state;
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    g_autofree char *text = g_strnfill(1000000, 'a');
    g_autofree char *path = ik_test_file_write(folder, "f", text, -1);
    g_autofree char *sum = ik_sha256_file(path, NULL, &error);
    ik_assert_no_error(error);
    assert_string_equal(sum, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    ik_test_folder_remove(folder);
}

static void what_cannot_be_read_is_an_error(void **state)
{
    (void)state;
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    g_autofree char *absent = g_build_filename(folder, "absent", NULL);
    assert_null(ik_sha256_file(absent, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, absent);
    g_clear_error(&error);
    assert_null(ik_sha256_file(folder, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, folder);
    g_clear_error(&error);
    ik_test_folder_remove(folder);
}

/* XXH3 128 bit of the empty input with seed 0, from the sanity tests of the xxHash specification. */
static void hash128_is_xxh3(void **state)
{
    (void)state;
    ik_hash128 empty = ik_hash128_of("", 0);
    assert_true(empty.low == G_GUINT64_CONSTANT(0x6001C324468D497F));
    assert_true(empty.high == G_GUINT64_CONSTANT(0x99AA06D3014798D8));
    assert_true(ik_hash128_equal(ik_hash128_of("abc", 3), ik_hash128_of("abcd", 3)));
    assert_false(ik_hash128_equal(ik_hash128_of("abc", 3), ik_hash128_of("abd", 3)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256_follows_the_standard),
        cmocka_unit_test(sha256_reads_long_files),
        cmocka_unit_test(what_cannot_be_read_is_an_error),
        cmocka_unit_test(hash128_is_xxh3),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

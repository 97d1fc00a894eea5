/* test_csv_encoding.c — telling UTF-8 from Windows-1252 and making UTF-8 of both.   [tests] */
#include "csv_encoding.h"

#include "test_support.h"

#define DETECT(bytes) detect((bytes), sizeof(bytes) - 1)

static ik_encoding detect(const char *bytes, gsize size)
{
    gsize bom_size;
    return ik_encoding_detect((const guint8 *)bytes, size, &bom_size);
}

static void valid_utf8_and_plain_ascii_are_utf8(void **state)
{
    (void)state;
    assert_int_equal(DETECT(""), IK_ENCODING_UTF8);
    assert_int_equal(DETECT("Koeln"), IK_ENCODING_UTF8);
    assert_int_equal(DETECT("Köln"), IK_ENCODING_UTF8);
}

static void without_a_valid_sequence_it_is_windows_1252(void **state)
{
    (void)state;
    assert_int_equal(DETECT("K\xF6ln"), IK_ENCODING_WINDOWS_1252);
    assert_int_equal(DETECT("K\xF6"), IK_ENCODING_WINDOWS_1252);
}

static void the_majority_decides_between_broken_utf8_and_windows_1252(void **state)
{
    (void)state;
    assert_int_equal(DETECT("Köln, Düren, M\xFCnster"), IK_ENCODING_UTF8);
    assert_int_equal(DETECT("Köln, M\xFCnster"), IK_ENCODING_UTF8); /* a tie */
    assert_int_equal(DETECT("Köln, M\xFCnster, Stra\xDF"
                            "e"),
                     IK_ENCODING_WINDOWS_1252);
}

static void the_last_byte_of_the_file_decides_too(void **state)
{
    (void)state;
    g_autoptr(GString) file = g_string_new(NULL);
    while (file->len < 3 << 20)
        g_string_append(file, "plain text\n");
    g_string_append_c(file, '\xFC');
    assert_int_equal(detect(file->str, file->len), IK_ENCODING_WINDOWS_1252);
}

static void a_byte_order_mark_is_measured(void **state)
{
    (void)state;
    gsize size = 9;
    assert_int_equal(ik_encoding_detect((const guint8 *)"\xEF\xBB\xBFx\xFF", 5, &size),
                     IK_ENCODING_UTF8);
    assert_int_equal(size, 3);
    assert_int_equal(ik_encoding_detect((const guint8 *)"\xFF\xFEx", 3, &size), IK_ENCODING_UTF16);
    assert_int_equal(size, 2);
    assert_int_equal(ik_encoding_detect((const guint8 *)"x", 1, &size), IK_ENCODING_UTF8);
    assert_int_equal(size, 0);
}

static void every_second_byte_nul_is_utf16_but_some_nul_bytes_are_not(void **state)
{
    (void)state;
    assert_int_equal(DETECT("i\0d\0;\0n\0"), IK_ENCODING_UTF16);
    assert_int_equal(DETECT("\0i\0d\0;\0n"), IK_ENCODING_UTF16);
    assert_int_equal(DETECT("id\0\0;\0n\n"), IK_ENCODING_UTF8);
    assert_int_equal(DETECT("\0\0\0\0\0\0\0\0\0\0"), IK_ENCODING_UTF8);
}

/* From the mapping table that Unicode publishes: MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT. */
static void windows_1252_follows_the_published_table(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    guint8 bytes[256];
    for (guint i = 0; i < 256; i++)
        bytes[i] = (guint8)i;
    ik_encoding_flaws flaws = ik_encoding_append(out, IK_ENCODING_WINDOWS_1252, bytes + 1, 127);
    assert_false(flaws.nul || flaws.broken);
    assert_int_equal(out->len, 127);
    assert_memory_equal(out->str, bytes + 1, 127);

    g_string_truncate(out, 0);
    ik_encoding_append(out, IK_ENCODING_WINDOWS_1252, bytes + 0x80, 32);
    assert_string_equal(out->str, "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ");

    g_string_truncate(out, 0);
    flaws = ik_encoding_append(out, IK_ENCODING_WINDOWS_1252, bytes + 0xA0, 96);
    assert_false(flaws.nul || flaws.broken);
    for (gunichar c = 0xA0; c < 0x100; c++)
        assert_int_equal(g_utf8_get_char(g_utf8_offset_to_pointer(out->str, (glong)c - 0xA0)), c);
}

static void flaws_are_told_apart(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    ik_encoding_flaws flaws = ik_encoding_append(out, IK_ENCODING_UTF8, (const guint8 *)"a\0b", 3);
    assert_true(flaws.nul && !flaws.broken);
    flaws = ik_encoding_append(out, IK_ENCODING_UTF8, (const guint8 *)"\xC3", 1);
    assert_true(!flaws.nul && flaws.broken);
    flaws = ik_encoding_append(out, IK_ENCODING_UTF8, (const guint8 *)"\xED\xA0\x80",
                               3); /* surrogate */
    assert_true(flaws.broken);
    flaws = ik_encoding_append(out, IK_ENCODING_UTF8, (const guint8 *)"\xC0\x80", 2); /* overlong */
    assert_true(flaws.broken);
    flaws = ik_encoding_append(out, IK_ENCODING_WINDOWS_1252, (const guint8 *)"\0", 1);
    assert_true(flaws.nul && !flaws.broken);
    flaws = ik_encoding_append(out, IK_ENCODING_WINDOWS_1252, (const guint8 *)"\x81", 1);
    assert_true(!flaws.nul && flaws.broken);
    assert_true(g_utf8_validate(out->str, (gssize)out->len, NULL));
}

static void a_cut_falls_between_characters(void **state)
{
    (void)state;
    const guint8 *text = (const guint8 *)"aä€😀x";
    static const gsize expected[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
    for (gsize limit = 0; limit < G_N_ELEMENTS(expected); limit++)
        assert_int_equal(ik_encoding_cut(IK_ENCODING_UTF8, text, limit), expected[limit]);
    assert_int_equal(ik_encoding_cut(IK_ENCODING_WINDOWS_1252, text, 2), 2);
    assert_int_equal(
        ik_encoding_cut(IK_ENCODING_UTF8, (const guint8 *)"\x80\x80\x80\x80\x80\x80", 5), 5);
}

static void names_are_known_in_any_case(void **state)
{
    (void)state;
    ik_encoding encoding;
    assert_true(ik_encoding_from_name("UTF-8", &encoding) && encoding == IK_ENCODING_UTF8);
    assert_true(ik_encoding_from_name("Windows-1252", &encoding) &&
                encoding == IK_ENCODING_WINDOWS_1252);
    assert_true(ik_encoding_from_name("ISO-8859-1", &encoding) &&
                encoding == IK_ENCODING_WINDOWS_1252);
    assert_false(ik_encoding_from_name("utf-16", &encoding));
    assert_false(ik_encoding_from_name("", &encoding));
    assert_string_equal(ik_encoding_name(IK_ENCODING_WINDOWS_1252), "windows-1252");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(valid_utf8_and_plain_ascii_are_utf8),
        cmocka_unit_test(without_a_valid_sequence_it_is_windows_1252),
        cmocka_unit_test(the_majority_decides_between_broken_utf8_and_windows_1252),
        cmocka_unit_test(the_last_byte_of_the_file_decides_too),
        cmocka_unit_test(a_byte_order_mark_is_measured),
        cmocka_unit_test(every_second_byte_nul_is_utf16_but_some_nul_bytes_are_not),
        cmocka_unit_test(windows_1252_follows_the_published_table),
        cmocka_unit_test(flaws_are_told_apart),
        cmocka_unit_test(a_cut_falls_between_characters),
        cmocka_unit_test(names_are_known_in_any_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

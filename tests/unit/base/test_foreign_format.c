/* test_foreign_format.c — files that are not what their name says.   [tests] */
#include "test_support.h"

#include "foreign_format.h"

#include "csv_reader.h"

#include <ideenkarte/error.h>
#include <string.h>

static const char *format_of(const char *bytes, gsize size)
{
    return ik_foreign_format((const guint8 *)bytes, size);
}

static void workbooks_and_documents_are_known_by_their_first_bytes(void **state)
{
    (void)state;
    assert_non_null(strstr(format_of("PK\x03\x04\x14\x00", 6), "xlsx"));
    assert_non_null(strstr(format_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00", 9), "xls"));
    assert_non_null(strstr(format_of("%PDF-1.4\n", 9), "PDF"));
    assert_non_null(strstr(format_of("\x1F\x8B\x08", 3), "gzip"));
    assert_non_null(strstr(format_of("SQLite format 3\0", 16), "SQLite"));
}

static void text_and_cut_signatures_may_be_text(void **state)
{
    (void)state;
    assert_null(format_of("", 0));
    assert_null(format_of("id;titel\n", 9));
    assert_null(format_of("PK;Name\n", 8));
    assert_null(format_of("PK\x03", 3));
    assert_null(format_of("%PDF", 4));
}

static void a_list_that_is_a_workbook_is_refused_with_advice(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = g_bytes_new_static("PK\x03\x04\x14\x00\x06\x00", 8);
    g_autoptr(GError) error = NULL;
    assert_null(ik_csv_reader_new(bytes, "projects.csv", NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "projects.csv: the file is an Excel workbook (.xlsx) or another zip archive, "
                    "expected text: "
                    "save it as \"CSV UTF-8\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(workbooks_and_documents_are_known_by_their_first_bytes),
        cmocka_unit_test(text_and_cut_signatures_may_be_text),
        cmocka_unit_test(a_list_that_is_a_workbook_is_refused_with_advice)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

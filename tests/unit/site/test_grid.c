/* test_grid.c — rows and columns for terminals, Markdown and browsers.   [tests] */
#include "grid.h"

#include "html_check.h"

static void add(ik_grid *grid, const char *joined)
{
    ik_grid_add(grid, g_strsplit(joined, ";", -1));
}

static ik_grid *sample(void)
{
    ik_grid *grid = ik_grid_new(3, 2);
    grid->has_total = true;
    add(grid, "Ort;Kreis;n");
    add(grid, "Bäta;A|B <i>;1.234");
    add(grid, "東京;x;5");
    add(grid, "Summe;;1.239");
    return grid;
}

static void columns_are_aligned_by_characters(void **state)
{
    (void)state;
    g_autoptr(ik_grid) grid = sample();
    g_autoptr(GString) out = g_string_new(NULL);
    ik_grid_append_table(out, grid);
    assert_string_equal(out->str, "Ort    Kreis        n\n"
                                  "─────────────────────\n"
                                  "Bäta   A|B <i>  1.234\n"
                                  "東京   x            5\n"
                                  "─────────────────────\n"
                                  "Summe           1.239\n");
}

static void markdown_has_no_cell_that_breaks_out(void **state)
{
    (void)state;
    g_autoptr(ik_grid) grid = sample();
    g_autoptr(GString) out = g_string_new(NULL);
    ik_grid_append_markdown(out, grid);
    assert_string_equal(out->str, "| Ort | Kreis | n |\n"
                                  "|:---|:---|---:|\n"
                                  "| Bäta | A\\|B \\<i\\> | 1.234 |\n"
                                  "| 東京 | x | 5 |\n"
                                  "| **Summe** | **** | **1.239** |\n");
}

static void a_table_names_its_columns_and_rows(void **state)
{
    (void)state;
    g_autoptr(ik_grid) grid = sample();
    g_autoptr(GString) out = g_string_new("<!DOCTYPE html>\n");
    ik_grid_append_html(out, grid, "Orte & Kreise");
    g_autofree char *skeleton = html_skeleton(out->str);
    assert_non_null(
        strstr(out->str, "<caption class=\"visually-hidden\">Orte &amp; Kreise</caption>"));
    assert_non_null(strstr(out->str,
                           "<th scope=\"row\">Bäta</th><td class=\"text\">A|B &lt;i&gt;</td>"
                           "<td>1.234</td>"));
    assert_non_null(strstr(out->str, "<tfoot>\n<tr><th scope=\"row\">Summe</th>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_aligned_by_characters),
        cmocka_unit_test(markdown_has_no_cell_that_breaks_out),
        cmocka_unit_test(a_table_names_its_columns_and_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_partition.c — units out of tables of AGS prefixes.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <ideenkarte/partition.h>
#include <string.h>

/* Two towns of one district, a town of another, one that is a district by itself. */
static const ik_municipality towns[] = {
    {.ags = "05911000", .name = "Bochum", .district = 0, .region = 1},
    {.ags = "05954012", .name = "Hattingen-Nord", .district = 1, .region = 0},
    {.ags = "05954036", .name = "Witten", .district = 1, .region = 1},
    {.ags = "05962004", .name = "Altena", .district = 2, .region = 0}};
static const ik_district districts[] = {
    {"05911", "Bochum", "Stadt"}, {"05954", "Ennepe-Ruhr", "Kreis"}, {"05962", "Mark", "Kreis"}};
static const ik_region regions[] = {{"mark", 1, "Märkische Region", "A"},
                                    {"ruhr", 2, "Mittleres Ruhrgebiet", "B"}};
static const ik_territory land = {.municipalities = towns,
                                  .districts = districts,
                                  .regions = regions,
                                  .n_municipalities = G_N_ELEMENTS(towns),
                                  .n_districts = G_N_ELEMENTS(districts),
                                  .n_regions = G_N_ELEMENTS(regions)};

static ik_partition *read_text(const char *text, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
    return ik_partition_read(&land, bytes, "chambers.csv", error);
}

static const char *unit_id(const ik_partition *partition, guint32 municipality)
{
    guint32 n;
    return ik_partition_units(partition, &n)[ik_partition_unit_of(partition, municipality)].id;
}

static void the_longest_prefix_wins_wherever_it_stands(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_partition) partition = read_text("name;id;ags_prefix;note\n"
                                                  "Ruhr;r;05954036;a town\n"
                                                  "Mark;m;059;all\n"
                                                  "Ruhr;r;05911;\n",
                                                  &error);
    ik_assert_no_error(error);
    guint32 n;
    const ik_partition_unit *units = ik_partition_units(partition, &n);
    assert_int_equal(n, 2);
    assert_string_equal(units[0].id, "r");
    assert_string_equal(units[0].name, "Ruhr");
    assert_string_equal(units[1].name, "Mark");
    const char *expected[] = {"r", "m", "r", "m"};
    for (guint32 i = 0; i < 4; i++)
        assert_string_equal(unit_id(partition, i), expected[i]);
    assert_string_equal(ik_partition_name(partition), "chambers");
}

static void a_table_from_excel_is_read_too(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_partition) partition =
        read_text("\xEF\xBB\xBFKey,Name,AGS\r\n\"1\",\"Alle, alle\",05\r\n", &error);
    ik_assert_no_error(error);
    guint32 n;
    assert_string_equal(ik_partition_units(partition, &n)[0].name, "Alle, alle");
}

static void what_is_wrong_is_said_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
        ik_error_code code;
    } cases[] = {
        {"", "chambers.csv: no column \"id\"", IK_ERROR_NOT_FOUND},
        {"id,name\na,A\n", "no column \"ags_prefix\"", IK_ERROR_NOT_FOUND},
        {"id,name,ags_prefix\na,A,05\nb,B,06\n",
         "chambers.csv:3: ags_prefix \"06\" fits no municipality", IK_ERROR_INPUT},
        {"id,name,ags_prefix\na,A,05\nb,B,05954\n\nc,C,05954\n",
         "chambers.csv:5: ags_prefix \"05954\" stands in line 3 too: Hattingen-Nord (05954012)",
         IK_ERROR_INPUT},
        {"id,name,ags_prefix\na,A,05911\nb,B,05954\n",
         "chambers.csv: 1 municipality belongs to no unit: Altena (05962004)", IK_ERROR_INPUT},
        {"id,name,ags_prefix\na,A,05\na,Ah,05911\n",
         "chambers.csv:3: \"a\" is named \"Ah\", but \"A\" in line 2", IK_ERROR_INPUT},
        {"id,name,ags_prefix\na,,05\n", "chambers.csv:2: name is empty", IK_ERROR_INPUT},
        {"id,name,ags_prefix\na,A\n", "chambers.csv:2: ags_prefix is empty", IK_ERROR_INPUT},
        {"id,name,ags_prefix\na,A,5x\n", "chambers.csv:2: ags_prefix \"5x\": expected",
         IK_ERROR_INPUT},
        {"id,name,ags_prefix\na,A,059110001\n", "at most 8", IK_ERROR_INPUT},
        {"id,name,ags_prefix\na,\"A,05\n", "chambers.csv:2: the row cannot be read",
         IK_ERROR_INPUT},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(ik_partition) partition = read_text(cases[i].text, &error);
        assert_null(partition);
        ik_assert_error(error, IK_ERROR, cases[i].code, cases[i].message);
    }
}

static void a_file_that_is_not_there_is_named(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(ik_partition_load(&land, "nowhere/chambers.csv", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "chambers.csv");
}

static void the_territory_s_own_divisions_need_no_file(void **state)
{
    (void)state;
    g_autoptr(ik_partition) by_region = ik_partition_of_regions(&land);
    g_autoptr(ik_partition) by_district = ik_partition_of_districts(&land);
    assert_string_equal(ik_partition_name(by_region), "regions");
    assert_string_equal(unit_id(by_region, 2), "ruhr");
    assert_string_equal(unit_id(by_district, 3), "05962");
    guint32 n;
    assert_string_equal(ik_partition_units(by_region, &n)[0].name, "Märkische Region");
    assert_int_equal(n, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longest_prefix_wins_wherever_it_stands),
        cmocka_unit_test(a_table_from_excel_is_read_too),
        cmocka_unit_test(what_is_wrong_is_said_with_its_line),
        cmocka_unit_test(a_file_that_is_not_there_is_named),
        cmocka_unit_test(the_territory_s_own_divisions_need_no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

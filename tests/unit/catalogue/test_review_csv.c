/* test_review_csv.c — the two tables for the person who looks after the list.   [tests] */
#include "csv_reader.h"
#include "import.h"
#include "review_csv.h"
#include "sample_records.h"

#include <string.h>

/* Reads a table back; the reader's own tests stand for it. */
static ik_csv_reader *open_table(const char *text)
{
    GError *error = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    ik_csv_reader *reader = ik_csv_reader_new(bytes, "table.csv", NULL, &error);
    ik_assert_no_error(error);
    return reader;
}

static void assert_next(ik_csv_reader *reader, const char *expected)
{
    const ik_csv_record *record = ik_csv_reader_next(reader);
    if (expected == NULL) {
        assert_null(record);
        return;
    }
    assert_non_null(record);
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint i = 0; i < record->n_fields; i++)
        g_string_append_printf(joined, "%s%s", i > 0 ? "|" : "", record->fields[i]);
    assert_string_equal(joined->str, expected);
}

static void rejects_name_place_reason_and_record(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_records();
    g_autofree char *text = ik_rejects_to_csv(records);
    assert_true(g_str_has_prefix(
        text, "\xEF\xBB\xBF"
              "file;line;id;column;code;read;expected;reason_de;reason_en;record\r\n"
              "projects.csv;6;p5;Ort;city_unknown;"));
    assert_non_null(
        strstr(text, "Der Ort „=HYPERLINK(\"\"x\"\")“ ist in Nordrhein-Westfalen nicht bekannt"));
    assert_non_null(
        strstr(text, "The town “=HYPERLINK(\"\"x\"\")” is not known in North Rhine-Westphalia"));
    assert_true(g_str_has_suffix(text, ";\"p5;\"\"a\"\";=HYPERLINK(\"\"x\"\")\"\r\n"));
}

static void cells_that_would_run_are_defused(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_records();
    g_autofree char *text = ik_rejects_to_csv(records);
    assert_non_null(strstr(text, ";\"'=HYPERLINK(\"\"x\"\")\";"));
    assert_null(strstr(text, ";=HYPERLINK(\"\"x\"\");"));
}

static void review_lists_what_a_person_should_look_at(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_records();
    const ik_territory territory = sample_territory(NULL);
    ik_project *doubtful = g_ptr_array_index(records->projects, 1);
    doubtful->street = g_strdup("Markt");
    doubtful->house_number = g_strdup("5");
    doubtful->postcode = g_strdup("50001");
    ik_project *without = g_ptr_array_index(records->projects, 2);
    ik_faults_add(&without->match.faults, "image_moving", "image", "tanz.webp", NULL,
                  IK_OMISSION_PENALTY);
    g_autofree char *text = ik_review_to_csv(records, &territory);
    assert_true(g_str_has_prefix(text, "\xEF\xBB\xBF"));
    g_autoptr(ik_csv_reader) reader = open_table(text);
    assert_next(reader, "file|line|id|title|status|score|match|municipality|region|faults|reason_"
                        "de|reason_en|address");
    assert_next(
        reader,
        "projects.csv|3|p2|Titel p2|check|90|given|Astadt|Südland|near_border|"
        "Die Koordinaten liegen nur 12 m von der Gemeindegrenze entfernt; zugeordnet wurde Astadt.|"
        "The coordinates lie only 12 m from the municipal border; assigned to Astadt.|"
        "Markt 5, 50001 Astadt");
    const ik_csv_record *omission = ik_csv_reader_next(reader);
    assert_non_null(omission);
    assert_string_equal(omission->fields[2], without->id);
    assert_string_equal(omission->fields[4], "auto");
    assert_string_equal(omission->fields[9], "image_moving");
    assert_next(reader, "events.csv|4|e3|Treffen e3|check|||||region_unknown|"
                        "Die Region „Atlantis“ ist nicht bekannt. Erwartet: suedland, nordland.|"
                        "The region “Atlantis” is not known. Expected: suedland, nordland.|");
    assert_next(reader, NULL);
}

static void without_records_the_headers_stand_alone(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = ik_records_new();
    const ik_territory territory = sample_territory(NULL);
    g_autofree char *rejects = ik_rejects_to_csv(records);
    g_autofree char *review = ik_review_to_csv(records, &territory);
    assert_string_equal(strchr(rejects, '\n'), "\n");
    assert_string_equal(strchr(review, '\n'), "\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rejects_name_place_reason_and_record),
        cmocka_unit_test(cells_that_would_run_are_defused),
        cmocka_unit_test(review_lists_what_a_person_should_look_at),
        cmocka_unit_test(without_records_the_headers_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

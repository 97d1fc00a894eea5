/* test_expression_table.c — every operator of the specification, row by row.   [tests]
 *
 * tests/data/style/expressions.jsonl: the feature that rows without one are asked about, then one
 * question a line with its value, or a part of the message of its error or fault. Expected values
 * come from the examples and rules of the MapLibre Style Specification or were computed by hand;
 * tests/npm/compare-expressions.mjs holds the same rows against the specification's own package.
 */
#include "test_support.h"

#include "json.h"

#include <ideenkarte/style_sheet.h>
#include <math.h>
#include <string.h>

#define LEAST_CASES 3

typedef struct {
    guint rows, failures;
    GHashTable *counts; /* operator to number of its rows */
} tally;

/* ---- values ---- */

static bool same(ik_json_value a, ik_json_value b);

static bool same_members(ik_json_value a, ik_json_value b)
{
    for (guint i = 0; i < ik_json_length(a); i++) {
        ik_json_value other = ik_json_member(b, ik_json_member_key(a, i));
        if (!ik_json_exists(other) || !same(ik_json_member_at(a, i), other))
            return false;
    }
    return ik_json_length(a) == ik_json_length(b);
}

static bool same_items(ik_json_value a, ik_json_value b)
{
    if (ik_json_length(a) != ik_json_length(b))
        return false;
    for (guint i = 0; i < ik_json_length(a); i++)
        if (!same(ik_json_item(a, i), ik_json_item(b, i)))
            return false;
    return true;
}

static bool same(ik_json_value a, ik_json_value b)
{
    if (ik_json_type_of(a) != ik_json_type_of(b))
        return false;
    switch (ik_json_type_of(a)) {
    case IK_JSON_BOOL: return ik_json_bool(a) == ik_json_bool(b);
    case IK_JSON_NUMBER: return fabs(ik_json_number(a) - ik_json_number(b)) <= 1e-9;
    case IK_JSON_STRING: return strcmp(ik_json_string(a), ik_json_string(b)) == 0;
    case IK_JSON_ARRAY: return same_items(a, b);
    case IK_JSON_OBJECT: return same_members(a, b);
    case IK_JSON_NULL: break;
    }
    return true;
}

/* ---- rows ---- */

static bool is_as_expected(ik_json_value row, ik_json_value given)
{
    static const char *const MESSAGES[] = {"error", "fault"};
    ik_json_value value = ik_json_member(row, "value");
    if (ik_json_exists(value)) {
        ik_json_value found = ik_json_member(given, "value");
        return ik_json_exists(found) && same(value, found);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(MESSAGES); i++) {
        ik_json_value part = ik_json_member(row, MESSAGES[i]);
        ik_json_value message = ik_json_member(given, MESSAGES[i]);
        if (ik_json_exists(part))
            return ik_json_exists(message) &&
                   strstr(ik_json_string(message), ik_json_string(part)) != NULL;
    }
    return false;
}

/* The row as a question: the feature put in where it has none. */
static char *question_of(const char *line, ik_json_value row, const char *feature)
{
    if (ik_json_exists(ik_json_member(row, "feature")))
        return g_strdup(line);
    return g_strdup_printf("{\"feature\": %s, %s", feature, line + 1);
}

static void check_row(tally *count, const char *line, const char *feature)
{
    g_autoptr(GError) error = NULL;
    ik_style_outcome outcome;
    g_autoptr(ik_json) row = ik_json_parse(line, strlen(line), "row", &error);
    ik_assert_no_error(error);
    g_autofree char *question = question_of(line, ik_json_root(row), feature);
    g_autofree char *text = ik_style_evaluate_json(question, "row", &outcome, &error);
    ik_assert_no_error(error);
    g_autoptr(ik_json) given = ik_json_parse(text, strlen(text), "answer", &error);
    ik_assert_no_error(error);
    const char *operator= ik_json_string(ik_json_member(ik_json_root(row), "operator"));
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(count->counts, operator));
    g_hash_table_insert(count->counts, g_strdup(operator), GUINT_TO_POINTER(n + 1));
    count->rows++;
    if (is_as_expected(ik_json_root(row), ik_json_root(given)))
        return;
    count->failures++;
    print_error("%s\n    is %s\n", line, text);
}

static void every_row_of_the_table_holds(void **state)
{
    (void)state;
    g_autofree char *path = ik_test_source_path("tests/data/style/expressions.jsonl");
    g_autofree char *text = ik_test_file_read(path, NULL);
    g_auto(GStrv) lines = g_strsplit(g_strchomp(text), "\n", -1);
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    tally count = {.counts = counts};
    g_autofree char *feature = g_strndup(lines[0] + strlen("{\"feature\": "),
                                         strlen(lines[0]) - strlen("{\"feature\": ") - 1);
    for (guint i = 1; lines[i] != NULL; i++)
        check_row(&count, lines[i], feature);
    GHashTableIter iter;
    gpointer operator, n;
    g_hash_table_iter_init(&iter, counts);
    while (g_hash_table_iter_next(&iter, &operator, & n))
        if (GPOINTER_TO_UINT(n) < LEAST_CASES)
            fail_msg("\"%s\" has only %u rows", (char *)operator, GPOINTER_TO_UINT(n));
    assert_true(g_hash_table_size(counts) > 80);
    assert_true(count.rows > 600);
    assert_int_equal(count.failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_of_the_table_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

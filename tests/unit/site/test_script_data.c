/* test_script_data.c — index of projects, places, one project, texts: what the script of the page reads.   [tests] */
#include "site_fixture.h"

#include "json.h"
#include "script_data.h"

static ik_json *parse(char *text)
{
    GError *error = NULL;
    ik_json *json = ik_json_parse(text, strlen(text), "data", &error);
    ik_assert_no_error(error);
    assert_null(strpbrk(text, "<>&"));
    g_free(text);
    return json;
}

static const char *text_at(ik_json_value row, guint index)
{
    return ik_json_string(ik_json_item(row, index));
}

static guint column(const ik_json *index, const char *name)
{
    ik_json_value columns = ik_json_member(ik_json_root(index), "columns");
    for (guint i = 0; i < ik_json_length(columns); i++)
        if (g_str_equal(text_at(columns, i), name))
            return i;
    fail_msg("no column %s", name);
    return 0;
}

static void the_index_has_a_row_for_each_project(void **state)
{
    const toy_site *toy = *state;
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
    g_autoptr(ik_json) index = parse(ik_project_index(plan));
    ik_json_value rows = ik_json_member(ik_json_root(index), "rows");
    ik_json_value levels = ik_json_member(ik_json_root(index), "levels");
    ik_json_value themes = ik_json_member(ik_json_root(index), "themes");
    assert_int_equal(ik_json_length(rows), 2);
    assert_int_equal(ik_json_number(ik_json_member(ik_json_root(index), "count")), 2);
    ik_json_value row = ik_json_item(rows, 1); /* Aburg, Österdorf */
    assert_int_equal(ik_json_length(row), 12);
    assert_string_equal(text_at(row, column(index, "id")), "p-1");
    assert_string_equal(text_at(row, column(index, "title")), "Werkstatt");
    assert_string_equal(text_at(row, column(index, "region")), "alpha");
    assert_string_equal(text_at(row, column(index, "municipality")), "Österdorf");
    assert_int_equal(ik_json_type_of(ik_json_item(row, column(index, "page"))), IK_JSON_NULL);
    ik_assert_near(ik_json_number(ik_json_item(row, column(index, "lon"))), 7.150123, 1e-9);
    assert_int_equal(ik_json_number(ik_json_item(row, column(index, "flags"))), 4 + 8);
    assert_int_equal(ik_json_type_of(ik_json_item(row, column(index, "date"))), IK_JSON_NULL);
    const guint level = (guint)ik_json_number(ik_json_item(row, column(index, "level")));
    assert_string_equal(text_at(levels, level), "municipality");
    ik_json_value own = ik_json_item(row, column(index, "themes"));
    assert_string_equal(text_at(themes, (guint)ik_json_number(ik_json_item(own, 0))), "training");
    assert_string_equal(text_at(themes, (guint)ik_json_number(ik_json_item(own, 1))), "work");
}

static void a_large_index_is_cut_by_region(void **state)
{
    toy_site *toy = *state;
    for (guint i = 2; i < 5001; i++) {
        g_autofree char *id = g_strdup_printf("q-%u", i);
        g_ptr_array_add(toy->records->projects, toy_project(id, "Titel", i % 2 ? TOWN_A : TOWN_C));
    }
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
    assert_true(ik_project_index_has_parts(plan));
    g_autoptr(ik_json) index = parse(ik_project_index(plan));
    ik_json_value parts = ik_json_member(ik_json_root(index), "parts");
    assert_int_equal(ik_json_length(ik_json_member(ik_json_root(index), "rows")), 0);
    guint rows = 0;
    for (guint i = 0; i < 2; i++) {
        ik_json_value listed = ik_json_item(parts, i);
        g_autoptr(ik_json) part = parse(ik_project_index_part(plan, i));
        const guint length = ik_json_length(ik_json_member(ik_json_root(part), "rows"));
        assert_int_equal(ik_json_number(ik_json_member(listed, "count")), length);
        rows += length;
    }
    assert_int_equal(rows, 5001);
    assert_string_equal(ik_json_string(ik_json_member(ik_json_item(parts, 1), "file")),
                        "projects.index.2.json");
}

/* The postcode belongs to Aburg (100,000) and Österdorf (50,000). */
static void a_postcode_lies_in_its_largest_municipality(void **state)
{
    const toy_site *toy = *state;
    g_autoptr(ik_json) index = parse(ik_place_index(&toy->territory));
    ik_json_value rows = ik_json_member(ik_json_root(index), "rows");
    assert_int_equal(ik_json_length(rows), N_TOWNS + 1 + toy->territory.n_regions);
    ik_json_value postcode = ik_json_item(rows, N_TOWNS);
    assert_string_equal(text_at(postcode, 0), "44001");
    assert_string_equal(text_at(postcode, 1), "postcode");
    ik_assert_near(ik_json_number(ik_json_item(postcode, 2)), 7.05, 1e-9);
    assert_string_equal(text_at(postcode, 4), "alpha");
    assert_string_equal(text_at(ik_json_item(rows, 0), 1), "municipality");
    ik_json_value region = ik_json_item(rows, N_TOWNS + 1);
    assert_string_equal(text_at(region, 1), "region");
    assert_string_equal(text_at(region, 4), "alpha");
}

static void a_project_is_told_with_its_place_and_pictures(void **state)
{
    toy_site *toy = *state;
    const ik_site_photo photos[] = {{{320, 180}, {960, 540}}, {{0}, {0}}};
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    toy->input.photos = photos;
    project->video = g_strdup("http://video.example/1"); /* not encrypted: not shown */
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
    g_autoptr(ik_json) json = parse(ik_project_record(plan, 0));
    ik_json_value root = ik_json_root(json);
    ik_json_value images = ik_json_member(root, "images");
    assert_string_equal(ik_json_string(ik_json_member(root, "html")), "<p>Lange Geschichte.</p>\n");
    assert_int_equal(ik_json_length(images), 2);
    assert_string_equal(ik_json_string(ik_json_member(ik_json_item(images, 1), "src")),
                        "images/project/p-1-960.jpg");
    assert_int_equal(ik_json_number(ik_json_member(ik_json_item(images, 0), "height")), 180);
    assert_int_equal(ik_json_type_of(ik_json_member(root, "video")), IK_JSON_NULL);
    assert_string_equal(ik_json_string(ik_json_member(root, "address")),
                        "Hauptstraße 6-10, 44001 Österdorf");
    assert_string_equal(ik_json_string(ik_json_member(ik_json_member(root, "position"), "en")),
                        "Position: municipality of Österdorf (not exact to the house)");
    assert_true(ik_json_bool(ik_json_member(root, "check")));
    g_autoptr(ik_json) plain = parse(ik_project_record(plan, 1));
    assert_int_equal(ik_json_length(ik_json_member(ik_json_root(plain), "images")), 0);
    assert_int_equal(ik_json_type_of(ik_json_member(ik_json_root(plain), "html")), IK_JSON_NULL);
}

static void texts_are_those_of_the_language(void **state)
{
    (void)state;
    g_autoptr(ik_json) arabic = parse(ik_script_texts("ar"));
    g_autoptr(ik_json) easy = parse(ik_script_texts("leicht"));
    assert_string_equal(ik_json_string(ik_json_member(ik_json_root(arabic), "theme.work")),
                        "العمل");
    assert_string_equal(ik_json_string(ik_json_member(ik_json_root(easy), "theme.volunteering")),
                        "Ehren-Amt");
    assert_false(ik_json_exists(ik_json_member(ik_json_root(arabic), "fault.no_title")));
}

static void attacks_stay_text(void **state)
{
    toy_site *toy = *state;
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    for (guint i = 0; i < G_N_ELEMENTS(toy_attacks); i++) {
        char **fields[] = {&project->id,      &project->title, &project->organisation,
                           &project->summary, &project->text,  &project->website,
                           &project->video,   &project->start};
        for (guint f = 0; f < G_N_ELEMENTS(fields); f++) {
            g_free(*fields[f]);
            *fields[f] = g_strdup(toy_attacks[i]);
        }
        g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
        ik_json_free(parse(ik_project_index(plan)));
        g_autoptr(ik_json) record = parse(ik_project_record(plan, 0));
        assert_int_equal(ik_json_type_of(ik_json_member(ik_json_root(record), "website")),
                         IK_JSON_NULL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(the_index_has_a_row_for_each_project),
        WITH_TOY(a_large_index_is_cut_by_region),
        WITH_TOY(a_postcode_lies_in_its_largest_municipality),
        WITH_TOY(a_project_is_told_with_its_place_and_pictures),
        WITH_TOY(texts_are_those_of_the_language),
        WITH_TOY(attacks_stay_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

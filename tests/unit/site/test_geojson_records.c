/* test_geojson_records.c — projects and events as points.   [tests] */
#include "site_fixture.h"

#include "geojson.h"
#include "json.h"

static ik_json *parse(const char *text)
{
    GError *error = NULL;
    ik_json *json = ik_json_parse(text, strlen(text), "test", &error);
    ik_assert_no_error(error);
    return json;
}

static ik_json_value feature_at(const ik_json *json, guint index)
{
    return ik_json_item(ik_json_member(ik_json_root(json), "features"), index);
}

static void assert_text(ik_json_value object, const char *key, const char *expected)
{
    assert_string_equal(ik_json_string(ik_json_member(object, key)), expected);
}

static void assert_number(ik_json_value object, const char *key, double expected)
{
    ik_assert_near(ik_json_number(ik_json_member(object, key)), expected, 0);
}

static void a_project_has_the_agreed_properties_and_its_place(void **state)
{
    static const char *const keys[] = {
        "id",      "title",  "organisation", "themes", "summary", "website",
        "address", "ags",    "municipality", "region", "match",   "accuracy_m",
        "score",   "faults", "status",       "text",   "image",   "video",
        "start",   "end",    "lon",          "lat"};
    const toy_site *toy = *state;
    g_autofree char *text = ik_geojson_projects(&toy->input);
    g_autoptr(ik_json) json = parse(text);
    ik_json_value feature = feature_at(json, 0), properties = ik_json_member(feature, "properties");
    assert_int_equal(ik_json_length(properties), G_N_ELEMENTS(keys));
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        assert_string_equal(ik_json_member_key(properties, i), keys[i]);
    assert_text(feature, "id", "p-1");
    assert_text(properties, "id", "p-1");
    assert_text(properties, "address", "Hauptstraße 6-10, 44001 Österdorf");
    assert_text(properties, "ags", "05001004");
    assert_text(properties, "municipality", "Österdorf");
    assert_text(properties, "region", "alpha");
    assert_text(properties, "match", "municipality");
    assert_text(properties, "status", "check");
    assert_text(properties, "website", "https://www.example.org/weg?a=1");
    assert_number(properties, "accuracy_m", 4321);
    assert_number(properties, "score", 60);
    assert_number(properties, "lon", 7.15);
    assert_string_equal(ik_json_string(ik_json_item(ik_json_member(properties, "faults"), 0)),
                        "postcode_city_mismatch");
}

static void the_geometry_is_the_marker_at_six_decimals(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *text = ik_geojson_projects(&toy->input);
    assert_non_null(
        strstr(text, "\"geometry\":{\"type\":\"Point\",\"coordinates\":[7.150123,51.05]}"));
    assert_non_null(strstr(text, "\"bbox\":[7.05,51.05,7.150123,51.05]"));
}

static void what_is_not_known_is_null_and_not_missing(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *text = ik_geojson_projects(&toy->input);
    g_autoptr(ik_json) json = parse(text);
    ik_json_value properties = ik_json_member(feature_at(json, 1), "properties");
    assert_int_equal(ik_json_type_of(ik_json_member(properties, "organisation")), IK_JSON_NULL);
    assert_int_equal(ik_json_type_of(ik_json_member(properties, "website")), IK_JSON_NULL);
    assert_int_equal(ik_json_length(ik_json_member(properties, "themes")), 0);
    assert_int_equal(ik_json_length(ik_json_member(properties, "faults")), 0);
}

static void an_event_without_position_has_no_geometry(void **state)
{
    static const char *const keys[] = {"id",     "title",     "date",        "place",
                                       "region", "date_note", "description", "source"};
    const toy_site *toy = *state;
    g_autofree char *text = ik_geojson_events(&toy->input);
    g_autoptr(ik_json) json = parse(text);
    ik_json_value feature = feature_at(json, 0), properties = ik_json_member(feature, "properties");
    assert_int_equal(ik_json_type_of(ik_json_member(feature, "geometry")), IK_JSON_NULL);
    assert_false(ik_json_exists(ik_json_member(ik_json_root(json), "bbox")));
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        assert_string_equal(ik_json_member_key(properties, i), keys[i]);
    assert_text(feature, "id", "e-1");
    assert_text(properties, "place", "Aburg");
    assert_text(properties, "date", "2016-10-20");
    assert_text(properties, "region", "alpha");
}

static void no_records_make_an_empty_collection(void **state)
{
    toy_site *toy = *state;
    g_ptr_array_set_size(toy->records->projects, 0);
    g_autofree char *text = ik_geojson_projects(&toy->input);
    g_autoptr(ik_json) json = parse(text);
    assert_int_equal(ik_json_length(ik_json_member(ik_json_root(json), "features")), 0);
    assert_false(ik_json_exists(ik_json_member(ik_json_root(json), "bbox")));
}

static bool has_direction_mark(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
            c == 0x200F || c == 0x061C)
            return true;
    }
    return false;
}

static void attacks_stay_text(void **state)
{
    toy_site *toy = *state;
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    char **fields[] = {&project->title, &project->organisation, &project->summary,
                       &project->text,  &project->address,      &project->start,
                       &project->end,   &project->themes[0]};
    for (guint a = 0; a < G_N_ELEMENTS(toy_attacks); a++) {
        for (guint f = 0; f < G_N_ELEMENTS(fields); f++) {
            g_free(*fields[f]);
            *fields[f] = g_strdup(toy_attacks[a]);
        }
        g_autofree char *text = ik_geojson_projects(&toy->input);
        assert_true(g_utf8_validate(text, -1, NULL));
        assert_null(strpbrk(text, "<>"));
        assert_false(has_direction_mark(text));
        g_autoptr(ik_json) json = parse(text);
        assert_int_equal(ik_json_length(ik_json_member(ik_json_root(json), "features")), 2);
    }
}

static void only_web_addresses_are_published(void **state)
{
    toy_site *toy = *state;
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    for (guint a = 0; a < G_N_ELEMENTS(toy_attacks); a++) {
        g_free(project->website);
        project->website = g_strdup(toy_attacks[a]);
        g_autofree char *text = ik_geojson_projects(&toy->input);
        g_autoptr(ik_json) json = parse(text);
        ik_json_value properties = ik_json_member(feature_at(json, 0), "properties");
        assert_int_equal(ik_json_type_of(ik_json_member(properties, "website")), IK_JSON_NULL);
    }
}

static void the_contact_is_not_published(void **state)
{
    toy_site *toy = *state;
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    project->contact = g_strdup("someone@example.org");
    g_autofree char *text = ik_geojson_projects(&toy->input);
    assert_null(strstr(text, "someone@example.org"));
}

/* What a clerk wrote is the name of a file, or an address: neither is shown as it stands. */
static void an_image_is_what_was_published_or_a_web_address(void **state)
{
    toy_site *toy = *state;
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    const ik_site_photo photos[] = {{{320, 180}, {960, 540}}, {{0}, {0}}};
    project->image = g_strdup("foto.jpg");
    g_autofree char *none = ik_geojson_projects(&toy->input);
    assert_null(strstr(none, "foto.jpg"));
    toy->input.photos = photos;
    g_autofree char *published = ik_geojson_projects(&toy->input);
    assert_non_null(strstr(published, "\"image\":\"images/project/p-1-960.jpg\""));
    toy->input.photos = NULL;
    g_free(project->image);
    project->image = g_strdup("https://a.example/b.jpg");
    g_autofree char *address = ik_geojson_projects(&toy->input);
    assert_non_null(strstr(address, "\"image\":\"https://a.example/b.jpg\""));
}

static void a_story_keeps_its_lines(void **state)
{
    toy_site *toy = *state;
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    g_free(project->text);
    project->text = g_strdup("Eins.\n\nZwei.");
    g_autofree char *text = ik_geojson_projects(&toy->input);
    assert_non_null(strstr(text, "\"Eins.\\n\\nZwei.\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(an_image_is_what_was_published_or_a_web_address),
        WITH_TOY(a_story_keeps_its_lines),
        WITH_TOY(a_project_has_the_agreed_properties_and_its_place),
        WITH_TOY(the_geometry_is_the_marker_at_six_decimals),
        WITH_TOY(what_is_not_known_is_null_and_not_missing),
        WITH_TOY(an_event_without_position_has_no_geometry),
        WITH_TOY(no_records_make_an_empty_collection),
        WITH_TOY(attacks_stay_text),
        WITH_TOY(only_web_addresses_are_published),
        WITH_TOY(the_contact_is_not_published),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_page_project.c — pages of regions and projects, the page that is not there, JSON-LD.   [tests] */
#include "site_fixture.h"
#include "text_parts.h"

#include "html_check.h"

static char *project_page(const toy_site *toy, guint32 project, guint language)
{
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
    return ik_project_page(plan, project, language);
}

static char *region_page(const toy_site *toy, guint32 region, guint language)
{
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
    return ik_region_page(plan, region, 0, language);
}

/* The JSON-LD of a page. */
static ik_json *data_of(const char *page)
{
    static const char *const mark = "<script type=\"application/ld+json\">";
    const char *from = strstr(page, mark);
    assert_non_null(from);
    from += strlen(mark);
    GError *error = NULL;
    ik_json *json = ik_json_parse(from, strcspn(from, "<"), "JSON-LD", &error);
    ik_assert_no_error(error);
    return json;
}

static ik_json_value thing(const ik_json *json, guint index)
{
    return ik_json_item(ik_json_member(ik_json_root(json), "@graph"), index);
}

static const char *member(ik_json_value object, const char *key)
{
    return ik_json_string(ik_json_member(object, key));
}

static void a_project_has_a_page_in_each_language(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *german = project_page(toy, 0, 0);
    g_autofree char *english = project_page(toy, 0, 1);
    g_autofree char *skeleton = html_skeleton(german);
    assert_holds(german, "<title>Werkstatt – Karte</title>");
    assert_holds(german, "<h1 dir=\"auto\">Werkstatt</h1>");
    assert_holds(german, "<meta name=\"description\" content=\"Ausprobieren.\">");
    assert_holds(german, "<div class=\"story\" dir=\"auto\">\n<p>Lange Geschichte.</p>\n</div>");
    assert_holds(german, "<a href=\"../region/alpha.html\"><bdi>Alpha-Land</bdi></a>");
    assert_holds(german, "href=\"../index.html?project=p-1#p-p-1\"");
    assert_holds(german, "href=\"../en/projekt/p-1.html\" lang=\"en\"");
    assert_holds(english, "<h1 lang=\"de\" dir=\"auto\">Werkstatt</h1>");
    assert_holds(english, "data-root=\"../../\"");
    assert_holds(english, "href=\"../../assets/page.css\"");
    assert_holds(english, "href=\"../../projekt/p-1.html\" lang=\"de\"");
    assert_holds(english, "href=\"../region/alpha.html\"");
    assert_null(strstr(german, "app.js"));
}

static void a_period_is_told_as_far_as_it_is_known(void **state)
{
    const toy_site *toy = *state;
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    g_autofree char *none = project_page(toy, 0, 0);
    project->start = g_strdup("2016-09");
    g_autofree char *since = project_page(toy, 0, 0);
    project->end = g_strdup("2018-12-31");
    g_autofree char *both = project_page(toy, 0, 0);
    g_clear_pointer(&project->start, g_free);
    g_autofree char *until = project_page(toy, 0, 1);
    assert_null(strstr(none, "Zeitraum"));
    assert_holds(since, "<p>seit September 2016</p>");
    assert_holds(both, "<p>September 2016 bis 31. Dezember 2018</p>");
    assert_holds(until, "<p>until 31 December 2018</p>");
}

static void a_video_is_a_link_with_a_word_on_data_protection(void **state)
{
    const toy_site *toy = *state;
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    project->video = g_strdup("https://video.example/1?a=2");
    g_autofree char *page = project_page(toy, 0, 0);
    assert_holds(page, "<a href=\"https://video.example/1?a=2\" rel=\"noopener nofollow ugc\">"
                       "Video bei video.example ansehen</a>");
    assert_holds(page, "andere Regeln zum Datenschutz");
    assert_null(strstr(page, "<video"));
    assert_null(strstr(page, "<iframe"));
}

static void pictures_for_portals_need_the_address_of_ours(void **state)
{
    toy_site *toy = *state;
    const ik_site_photo photos[] = {{{320, 180}, {960, 540}}, {{0}, {0}}};
    toy->input.photos = photos;
    toy->input.has_region_pictures = true;
    g_autofree char *without = project_page(toy, 0, 0);
    assert_null(strstr(without, "og:image"));
    assert_holds(
        without,
        "<img class=\"photo\" src=\"../images/project/p-1-960.jpg\" "
        "srcset=\"../images/project/p-1-320.jpg 320w, ../images/project/p-1-960.jpg 960w\"");
    toy->input.portal_url = "https://www.example.org/karte/";
    g_autofree char *own = project_page(toy, 0, 0);
    g_autofree char *regions = project_page(toy, 1, 1);
    assert_holds(own, "<meta property=\"og:image\" "
                      "content=\"https://www.example.org/karte/images/project/p-1-960.jpg\">");
    assert_holds(own, "<meta property=\"og:image:width\" content=\"960\">");
    assert_holds(
        own, "<link rel=\"canonical\" href=\"https://www.example.org/karte/projekt/p-1.html\">");
    assert_holds(regions, "<meta property=\"og:image\" "
                          "content=\"https://www.example.org/karte/images/og/alpha.png\">");
    assert_holds(regions, "<meta property=\"og:image:height\" content=\"630\">");
    assert_holds(
        regions,
        "<meta property=\"og:url\" content=\"https://www.example.org/karte/en/projekt/p-2.html\">");
}

static void json_ld_says_what_a_project_is(void **state)
{
    toy_site *toy = *state;
    toy->input.portal_url = "https://www.example.org/";
    g_autofree char *page = project_page(toy, 0, 1);
    g_autoptr(ik_json) json = data_of(page);
    ik_json_value project = thing(json, 0), way = thing(json, 1);
    ik_json_value place = ik_json_member(project, "location");
    assert_string_equal(member(ik_json_root(json), "@context"), "https://schema.org");
    assert_string_equal(member(project, "@type"), "Project");
    assert_string_equal(member(project, "name"), "Werkstatt");
    assert_string_equal(member(project, "mainEntityOfPage"),
                        "https://www.example.org/en/projekt/p-1.html");
    assert_string_equal(member(ik_json_member(place, "address"), "streetAddress"),
                        "Hauptstraße 6-10");
    ik_assert_near(ik_json_number(ik_json_member(ik_json_member(place, "geo"), "latitude")), 51.05,
                   1e-9);
    assert_string_equal(ik_json_string(ik_json_item(ik_json_member(project, "keywords"), 1)),
                        "work");
    assert_string_equal(member(way, "@type"), "BreadcrumbList");
    assert_int_equal(ik_json_length(ik_json_member(way, "itemListElement")), 3);
}

static void a_region_lists_its_projects_and_events(void **state)
{
    toy_site *toy = *state;
    toy->input.has_region_pictures = true;
    g_autofree char *alpha = region_page(toy, 0, 0);
    g_autofree char *beta = region_page(toy, 1, 1);
    g_autofree char *skeleton = html_skeleton(alpha);
    assert_holds(alpha, "<h1>Alpha-Land</h1>");
    assert_holds(alpha, "<h3 dir=\"auto\"><a href=\"../projekt/p-1.html\">Werkstatt</a></h3>");
    assert_holds(alpha, "<h2 id=\"events-heading\">Veranstaltungen in dieser Region</h2>");
    assert_holds(alpha, "<img src=\"../images/og/alpha.png\" width=\"1200\" height=\"630\"");
    assert_holds(alpha, "href=\"../index.html?region=alpha#region-alpha\"");
    assert_holds(beta, "<h1>Beta &amp; Co</h1>");
    assert_holds(beta, "No project from this region has been entered yet.");
    assert_null(strstr(beta, "events-heading"));
    g_autoptr(ik_json) json = data_of(alpha);
    ik_json_value list = ik_json_member(thing(json, 0), "mainEntity");
    assert_int_equal(ik_json_number(ik_json_member(list, "numberOfItems")), 2);
    assert_string_equal(member(thing(json, 2), "@type"), "Event");
    assert_string_equal(member(thing(json, 2), "startDate"), "2016-10-20");
}

/* Its links must hold wherever a server shows it. */
static void the_page_that_is_not_there_speaks_all_languages(void **state)
{
    toy_site *toy = *state;
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
    g_autofree char *at_root = ik_not_found_page(plan);
    toy->input.portal_url = "https://www.example.org/a/karte/";
    g_autofree char *below = ik_not_found_page(plan);
    g_autofree char *skeleton = html_skeleton(below);
    assert_holds(at_root, "href=\"/assets/page.css\"");
    assert_holds(at_root, "<h1>Seite nicht gefunden</h1>");
    assert_holds(at_root, "<section lang=\"en\" dir=\"ltr\">\n<h2>Page not found</h2>");
    assert_holds(below, "href=\"/a/karte/en/index.html\"");
    assert_holds(below, "content=\"noindex\"");
}

static void attacks_change_no_tag(void **state)
{
    toy_site *toy = *state;
    g_autofree char *expected = NULL;
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    g_clear_pointer(&project->text, g_free); /* Markdown has tags of its own: test_story.c */
    toy->input.portal_url = "https://www.example.org/";
    for (guint i = 0; i < G_N_ELEMENTS(toy_attacks); i++) {
        char **fields[] = {&project->title,     &project->organisation, &project->summary,
                           &project->themes[0], &project->id,           &project->address,
                           &project->start,     &project->video,        &project->website};
        for (guint f = 0; f < G_N_ELEMENTS(fields); f++) {
            g_free(*fields[f]);
            *fields[f] = g_strconcat(toy_attacks[i], f == 1 ? "." : "", NULL);
        }
        g_autofree char *page = project_page(toy, 0, 0);
        g_autofree char *region = region_page(toy, 0, 1);
        g_autofree char *both = g_strconcat(page, strstr(region, "\n<html"), NULL);
        g_autofree char *skeleton = html_skeleton(both);
        if (expected == NULL)
            expected = g_strdup(skeleton);
        assert_string_equal(skeleton, expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(a_project_has_a_page_in_each_language),
        WITH_TOY(a_period_is_told_as_far_as_it_is_known),
        WITH_TOY(a_video_is_a_link_with_a_word_on_data_protection),
        WITH_TOY(pictures_for_portals_need_the_address_of_ours),
        WITH_TOY(json_ld_says_what_a_project_is),
        WITH_TOY(a_region_lists_its_projects_and_events),
        WITH_TOY(the_page_that_is_not_there_speaks_all_languages),
        WITH_TOY(attacks_change_no_tag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

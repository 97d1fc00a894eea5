/* test_page.c — the plain page in both languages, and what strangers write into it.   [tests] */
#include "import.h"
#include "site_fixture.h"
#include "text_parts.h"

#include "html_check.h"
#include "page.h"
#include "web_assets.h"

static void both_pages_are_well_formed(void **state)
{
    const toy_site *toy = *state;
    for (guint i = 0; i < 2; i++) {
        g_autofree char *page = toy_page(toy, i);
        g_autofree char *skeleton = html_skeleton(page);
        assert_int_equal(occurrences(skeleton, "h1\n/h1"), 1);
        assert_int_equal(occurrences(skeleton, "main id= tabindex=\n"), 1);
    }
}

static void the_first_page_is_index_and_others_have_a_folder(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *first = toy_path(toy, 0);
    g_autofree char *second = toy_path(toy, 1);
    assert_string_equal(first, "index.html");
    assert_string_equal(second, "en/index.html");
    g_autofree char *german = toy_page(toy, 0);
    g_autofree char *english = toy_page(toy, 1);
    assert_holds(german, "<html lang=\"de\" dir=\"ltr\" data-root=\"\" data-language=\"de\">");
    assert_holds(german, "href=\"assets/page.css\"");
    assert_holds(german, "href=\"en/index.html\" lang=\"en\" hreflang=\"en\">English<");
    assert_holds(english, "<html lang=\"en\" dir=\"ltr\" data-root=\"../\" data-language=\"en\">");
    assert_holds(english, "href=\"../assets/page.css\"");
    assert_holds(english, "href=\"../index.html\" lang=\"de\" hreflang=\"de\">Deutsch<");
    assert_holds(
        english,
        "<picture><source type=\"image/webp\" media=\"(scripting: enabled), (max-width: 56rem)\" "
        "srcset=\"../images/map-small.webp\"><img fetchpriority=\"high\"");
    assert_holds(german, "data-bounds=\"7.0000,51.0000,8.3000,51.3000\" "
                         "data-picture-bounds=\"6.9000,50.9000,8.4000,51.4000\"");
    assert_holds(
        english,
        "srcset=\"../images/map.png 1x, ../images/map@2x.png 2x\" width=\"800\" height=\"600\"");
}

static void every_project_stands_there_once(void **state)
{
    const toy_site *toy = *state;
    for (guint i = 0; i < 2; i++) {
        g_autofree char *page = toy_page(toy, i);
        assert_int_equal(occurrences(page, "<li class=\"project\""), 2);
        assert_int_equal(occurrences(page, " id=\"p-p-1\""), 1);
        assert_int_equal(occurrences(page, " id=\"p-p-2\""), 1);
        assert_int_equal(occurrences(page, ".html\">Werkstatt</a></h4>"), 1);
        assert_int_equal(occurrences(page, ".html\">Café</a></h4>"), 1);
        assert_int_equal(occurrences(page, "<li class=\"event\">"), 1);
    }
}

static void projects_stand_in_the_order_of_their_places(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *page = toy_page(toy, 0);
    assert_true(strstr(page, "id=\"p-p-2\"") < strstr(page, "id=\"p-p-1\"")); /* Aburg, Österdorf */
}

static void a_project_says_what_and_where_it_is(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *german = toy_page(toy, 0);
    g_autofree char *english = toy_page(toy, 1);
    assert_holds(german, ">Verein Österdorf</p>");
    assert_holds(german, "<li>Ausbildung</li>\n<li>Arbeit</li>");
    assert_holds(german, ">Hauptstraße 6-10, 44001 Österdorf</p>");
    assert_holds(german, "Lage: Gemeinde Österdorf (nicht hausgenau)");
    assert_holds(german, "Die Lage wird noch geprüft.");
    assert_holds(german,
                 "<a href=\"https://www.example.org/weg?a=1\" rel=\"noopener nofollow ugc\">"
                 "www.example.org</a>");
    assert_holds(german, "<h4 dir=\"auto\"><a href=\"projekt/p-1.html\">Werkstatt</a></h4>");
    assert_holds(english, "<h4 lang=\"de\" dir=\"auto\"><a href=\"projekt/p-1.html\">");
    assert_holds(english, "<li>training</li>\n<li>work</li>");
    assert_holds(english, "Position: municipality of Österdorf (not exact to the house)");
}

static ik_project *doubtful(const toy_site *toy)
{
    return toy->records->projects->pdata[0];
}

static bool page_doubts_the_place(const toy_site *toy)
{
    g_autofree char *german = toy_page(toy, 0);
    return strstr(german, "Die Lage wird noch geprüft.") != NULL;
}

static void a_photo_a_link_or_a_date_cast_no_doubt_on_the_place(void **state)
{
    static const char *const others[][2] = {{"image_missing", "image"},
                                            {"url_malformed", "website"},
                                            {"url_malformed", "video"},
                                            {"date_malformed", "start"},
                                            {"date_malformed", "end"}};
    const toy_site *toy = *state;
    ik_match *match = &doubtful(toy)->match;
    ik_faults_clear(&match->faults);
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        ik_faults_add(&match->faults, others[i][0], others[i][1], "?", NULL, IK_OMISSION_PENALTY);
    ik_match_settle(match);
    assert_false(page_doubts_the_place(toy));
    ik_faults_add(&match->faults, "coordinates_malformed", "lon", "7,x", NULL, IK_IMPORT_PENALTY);
    ik_match_settle(match);
    assert_true(page_doubts_the_place(toy));
}

static void a_region_without_project_says_so(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *german = toy_page(toy, 0);
    g_autofree char *english = toy_page(toy, 1);
    const char *beta = strstr(german, "id=\"region-beta\"");
    assert_non_null(beta);
    assert_holds(beta, "Beta &amp; Co");
    assert_holds(beta, "Aus dieser Region ist noch kein Projekt eingetragen.");
    assert_int_equal(occurrences(german, "noch kein Projekt"), 1);
    assert_int_equal(occurrences(english, "No project from this region"), 1);
}

static void figures_follow_the_language(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *german = toy_page(toy, 0);
    g_autofree char *english = toy_page(toy, 1);
    assert_holds(german,
                 "<a href=\"region/alpha.html\">Alpha-Land</a></th><td>2</td><td>1,25</td><td><bdi "
                 "dir=\"ltr\">2 / 3</bdi></td>"
                 "<td>160.000</td><td>1</td>");
    assert_holds(
        english,
        "<td>2</td><td>1.25</td><td><bdi dir=\"ltr\">2 / 3</bdi></td><td>160,000</td><td>1</td>");
    assert_holds(german, "<time datetime=\"2016-10-20\">20. Oktober 2016</time>");
    assert_holds(english, "<time datetime=\"2016-10-20\">20 October 2016</time>");
}

static void sources_and_notice_are_named(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *german = toy_page(toy, 0);
    g_autofree char *english = toy_page(toy, 1);
    assert_holds(german, "<p>Nur Beispiele</p>");
    assert_holds(
        german,
        "<li>© Eins (Daten verändert) (<a href=\"https://example.org/1\" rel=\"license noopener\">"
        "dl-de/by-2-0</a>)</li>");
    assert_holds(english, "<li>© Two &amp; Sons (");
    assert_null(strstr(english, "class=\"notice\""));
}

static void files_are_linked_only_where_they_are(void **state)
{
    toy_site *toy = *state;
    g_autofree char *all = toy_page(toy, 1);
    assert_holds(all, "href=\"../data/projects.geojson\"");
    assert_holds(all, "href=\"../data/catalogue.sqlite\"");
    assert_holds(all, "href=\"../tilejson/regions.json\"");
    toy->input.parts = IK_SITE_PAGES;
    toy->input.has_catalogue = false;
    toy->input.picture_width = 0;
    g_autofree char *none = toy_page(toy, 0);
    g_autofree char *skeleton = html_skeleton(none);
    assert_null(strstr(none, "geojson"));
    assert_null(strstr(none, "pmtiles"));
    assert_null(strstr(none, "projekt/"));
    assert_null(strstr(none, "sqlite"));
    assert_null(strstr(none, "tilejson"));
    assert_null(strstr(none, "<img"));
}

/* Whatever begins an address that a browser would load by itself. */
static void nothing_is_loaded_from_elsewhere(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *page = toy_page(toy, 0);
    assert_holds(page, "content=\"default-src &#39;none&#39;; ");
    static const char *const loading[] = {"<frame",        "<iframe", "<object",   "<embed",
                                          "src=\"http",    "<style",  " style=\"", "@import",
                                          "srcset=\"http", "<base",   "<form"};
    for (guint i = 0; i < G_N_ELEMENTS(loading); i++)
        assert_null(strstr(page, loading[i]));
    assert_null(strstr(page, "unsafe"));
    assert_int_equal(occurrences(page, "<script"), 1 + ik_web_assets_exist());
    assert_int_equal(occurrences(page, "<script type=\"application/ld+json\">{"), 1);
    assert_int_equal(occurrences(page, "<script type=\"module\" src=\"assets/app.js\"></script>"),
                     ik_web_assets_exist());
    g_auto(GStrv) links = g_strsplit(page, "<link", -1);
    for (guint i = 1; links[i] != NULL; i++)
        assert_null(strstr(g_strdelimit(links[i], ">", '\0'), "http"));
}

static void fill(toy_site *toy, const char *text)
{
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    ik_event *event = g_ptr_array_index(toy->records->events, 0);
    char **fields[] = {
        &project->title,   &project->organisation, &project->summary, &project->text,
        &project->address, &project->themes[0],    &project->id,      &event->title,
        &event->date,      &event->date_note,      &event->place,     &event->description,
        &event->source,    &event->street,         &event->city,      &event->id};
    for (guint f = 0; f < G_N_ELEMENTS(fields); f++) {
        g_free(*fields[f]);
        *fields[f] =
            g_strconcat(text, f == 1 ? "." : NULL, NULL); /* title and organisation differ */
    }
    toy->words[0] = (ik_site_words){"de", text, text, text, text};
}

static void attacks_change_no_tag_of_the_page(void **state)
{
    toy_site *toy = *state;
    fill(toy, "harmless");
    g_autofree char *harmless = toy_page(toy, 0);
    g_autofree char *expected = html_skeleton(harmless);
    for (guint a = 0; a < G_N_ELEMENTS(toy_attacks); a++) {
        fill(toy, toy_attacks[a]);
        g_autofree char *page = toy_page(toy, 0);
        g_autofree char *skeleton = html_skeleton(page);
        assert_string_equal(skeleton, expected);
    }
}

static void a_website_that_is_none_is_not_shown(void **state)
{
    toy_site *toy = *state;
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    for (guint a = 0; a < G_N_ELEMENTS(toy_attacks); a++) {
        g_free(project->website);
        project->website = g_strdup(toy_attacks[a]);
        g_autofree char *page = toy_page(toy, 0);
        g_autofree char *skeleton = html_skeleton(page);
        assert_null(strstr(page, "class=\"website\""));
        assert_null(strstr(page, "alert"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(both_pages_are_well_formed),
        WITH_TOY(the_first_page_is_index_and_others_have_a_folder),
        WITH_TOY(every_project_stands_there_once),
        WITH_TOY(projects_stand_in_the_order_of_their_places),
        WITH_TOY(a_project_says_what_and_where_it_is),
        WITH_TOY(a_photo_a_link_or_a_date_cast_no_doubt_on_the_place),
        WITH_TOY(a_region_without_project_says_so),
        WITH_TOY(figures_follow_the_language),
        WITH_TOY(sources_and_notice_are_named),
        WITH_TOY(files_are_linked_only_where_they_are),
        WITH_TOY(nothing_is_loaded_from_elsewhere),
        WITH_TOY(attacks_change_no_tag_of_the_page),
        WITH_TOY(a_website_that_is_none_is_not_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_feed.c — the feed of new projects: order, moments, text of strangers.   [tests] */
#include "site_fixture.h"
#include "text_parts.h"

#include "feed.h"

static void set_start(const toy_site *toy, guint index, const char *start)
{
    ik_project *project = g_ptr_array_index(toy->records->projects, index);
    g_free(project->start);
    project->start = g_strdup(start);
}

static char *feed_of(toy_site *toy, guint language)
{
    toy->input.portal_url = "https://www.example.org/karte/";
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
    return ik_feed(plan, language);
}

static void the_latest_project_stands_first(void **state)
{
    toy_site *toy = *state;
    set_start(toy, 0, "2016-09");
    set_start(toy, 1, "2017-01-05");
    g_autofree char *feed = feed_of(toy, 0);
    assert_true(strstr(feed, "<title>Café</title>") < strstr(feed, "<title>Werkstatt</title>"));
    assert_holds(feed, "<updated>2017-01-05T00:00:00Z</updated>\n<author>"); /* of the feed */
    assert_holds(feed, "<updated>2016-09-01T00:00:00Z</updated>");
    assert_holds(feed, "<id>https://www.example.org/karte/projekt/p-1.html#p-p-1</id>");
    assert_holds(feed, "<summary>Ausprobieren.</summary>");
    set_start(toy, 0, "2018");
    g_autofree char *turned = feed_of(toy, 0);
    assert_true(strstr(turned, "<title>Café</title>") > strstr(turned, "<title>Werkstatt</title>"));
    assert_holds(turned, "<updated>2018-01-01T00:00:00Z</updated>");
}

static void without_days_the_end_of_the_list_is_new_and_no_clock_is_asked(void **state)
{
    toy_site *toy = *state;
    g_autofree char *feed = feed_of(toy, 0);
    g_autofree char *again = feed_of(toy, 0);
    assert_true(strstr(feed, "<title>Café</title>") < strstr(feed, "<title>Werkstatt</title>"));
    assert_holds(feed, "<updated>1970-01-01T00:00:00Z</updated>");
    assert_string_equal(feed, again);
    set_start(toy, 0, "2001");
    g_autofree char *dated = feed_of(toy, 0);
    assert_true(strstr(dated, "<title>Café</title>") > strstr(dated, "<title>Werkstatt</title>"));
}

static void each_language_has_its_own(void **state)
{
    toy_site *toy = *state;
    g_autofree char *german = feed_of(toy, 0);
    g_autofree char *english = feed_of(toy, 1);
    assert_holds(german, "<title>Karte: neue Projekte</title>");
    assert_holds(german, " xml:lang=\"de\">");
    assert_holds(english, "<title>Map: new projects</title>");
    assert_holds(english, "href=\"https://www.example.org/karte/en/feed.xml\"");
    assert_holds(english, "href=\"https://www.example.org/karte/en/projekt/p-1.html\"");
    toy->input.parts = IK_SITE_PAGES;
    g_autofree char *without = feed_of(toy, 1);
    assert_holds(without, "<id>https://www.example.org/karte/en/region/alpha.html#p-p-1</id>");
}

static void a_feed_without_projects_is_a_feed(void **state)
{
    toy_site *toy = *state;
    g_ptr_array_set_size(toy->records->projects, 0);
    g_autofree char *feed = feed_of(toy, 0);
    assert_holds(feed, "<updated>1970-01-01T00:00:00Z</updated>");
    assert_null(strstr(feed, "<entry>"));
}

static void ignore_all(GMarkupParseContext *context, const char *name, const char **names,
                       const char **values, gpointer data, GError **error)
{
    (void)context, (void)name, (void)names, (void)values, (void)error;
    ++*(guint *)data;
}

/* GLib's reader of markup is the second opinion. */
static void attacks_stay_text(void **state)
{
    toy_site *toy = *state;
    static const GMarkupParser parser = {.start_element = ignore_all};
    ik_project *project = g_ptr_array_index(toy->records->projects, 0);
    guint expected = 0;
    for (guint i = 0; i < G_N_ELEMENTS(toy_attacks); i++) {
        char **fields[] = {&project->title, &project->summary, &project->organisation,
                           &project->id};
        for (guint f = 0; f < G_N_ELEMENTS(fields); f++) {
            g_free(*fields[f]);
            *fields[f] = g_strdup(toy_attacks[i]);
        }
        guint elements = 0;
        GError *error = NULL;
        g_autofree char *feed = feed_of(toy, 0);
        g_autoptr(GMarkupParseContext) context =
            g_markup_parse_context_new(&parser, 0, &elements, NULL);
        assert_true(g_markup_parse_context_parse(context, feed, -1, &error));
        ik_assert_no_error(error);
        expected = i == 0 ? elements : expected;
        assert_int_equal(elements, expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(the_latest_project_stands_first),
        WITH_TOY(without_days_the_end_of_the_list_is_new_and_no_clock_is_asked),
        WITH_TOY(each_language_has_its_own),
        WITH_TOY(a_feed_without_projects_is_a_feed),
        WITH_TOY(attacks_stay_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

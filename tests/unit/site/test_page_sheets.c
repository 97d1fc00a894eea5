/* test_page_sheets.c — a long region is several pages: every project on exactly one, ways between them.   [tests] */
#include "site_fixture.h"
#include "text_parts.h"

#include "feed.h"
#include "html_check.h"
#include "sitemap.h"

/* Alpha gets `count` projects in all: "p-1" in Österdorf, the others in Aburg, which comes before. */
static ik_site_plan *plan_of(toy_site *toy, guint count)
{
    GPtrArray *projects = toy->records->projects;
    g_ptr_array_set_size(projects, 1);
    while (projects->len < count) {
        g_autofree char *id = g_strdup_printf("a-%04u", projects->len);
        g_ptr_array_add(projects, toy_project(id, id, TOWN_A));
    }
    return ik_site_plan_new(&toy->input);
}

static void a_sheet_more_begins_where_one_is_full(void **state)
{
    toy_site *toy = *state;
    static const struct {
        guint count, sheets, on_last;
    } cases[] = {{1, 1, 1}, {199, 1, 199}, {200, 1, 200}, {201, 2, 1}, {400, 2, 200}, {401, 3, 1}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(ik_site_plan) plan = plan_of(toy, cases[i].count);
        guint listed = 0, last = 0;
        assert_int_equal(ik_site_plan_sheets(plan, 0), cases[i].sheets);
        assert_int_equal(ik_site_plan_sheets(plan, 1), 1); /* without a project */
        for (guint32 sheet = 0; sheet < cases[i].sheets; sheet++) {
            g_autofree char *page = ik_region_page(plan, 0, sheet, 1);
            g_autofree char *skeleton = html_skeleton(page);
            last = occurrences(page, "<li class=\"project\"");
            listed += last;
        }
        assert_int_equal(listed, cases[i].count);
        assert_int_equal(last, cases[i].on_last);
    }
}

static void a_region_on_one_page_has_no_ways_to_others(void **state)
{
    toy_site *toy = *state;
    g_autoptr(ik_site_plan) plan = plan_of(toy, 200);
    g_autofree char *page = ik_region_page(plan, 0, 0, 0);
    assert_null(strstr(page, "class=\"sheets\""));
    assert_null(strstr(page, "class=\"neighbours\""));
    assert_null(strstr(page, "rel=\"next\""));
    assert_holds(page, "<title>Alpha-Land – Karte</title>");
}

static void sheets_lead_to_each_other_in_every_language(void **state)
{
    toy_site *toy = *state;
    toy->input.portal_url = "https://www.example.org/";
    g_autoptr(ik_site_plan) plan = plan_of(toy, 401);
    g_autofree char *first = ik_region_page(plan, 0, 0, 0);
    g_autofree char *second = ik_region_page(plan, 0, 1, 1);
    g_autofree char *third = ik_region_page(plan, 0, 2, 0);
    assert_null(strstr(first, "rel=\"prev\""));
    assert_holds(first, "<link rel=\"next\" href=\"../region/alpha-2.html\">");
    assert_holds(first, "<nav class=\"sheets\" aria-label=\"Seiten dieser Liste\">");
    assert_holds(first, "href=\"../region/alpha.html\" aria-current=\"page\">1 <bdi>Aburg</bdi>");
    assert_holds(second, "<title>Alpha-Land, page 2 of 3 – Map</title>");
    assert_holds(second, "<link rel=\"canonical\" "
                         "href=\"https://www.example.org/en/region/alpha-2.html\">");
    assert_holds(second, "<link rel=\"prev\" href=\"../region/alpha.html\">");
    assert_holds(second, "<link rel=\"next\" href=\"../region/alpha-3.html\">");
    assert_holds(second, "<a href=\"../region/alpha-3.html\" rel=\"next\">Next page</a>");
    assert_holds(second, "href=\"../../region/alpha-2.html\" lang=\"de\"");
    assert_holds(second, "<a href=\"../region/alpha.html\"><bdi>Alpha-Land</bdi></a>");
    assert_holds(third, "aria-current=\"page\">3 <bdi>Österdorf</bdi>");
    assert_null(strstr(third, "rel=\"next\""));
    /* map and events stand on the first alone */
    assert_holds(first, "id=\"map-section\"");
    assert_holds(first, "id=\"events\"");
    assert_null(strstr(second, "id=\"map-section\""));
    assert_null(strstr(second, "id=\"events\""));
}

/* The last one of 401 is in Österdorf. */
static void a_project_is_found_where_the_plan_says(void **state)
{
    toy_site *toy = *state;
    g_autoptr(ik_site_plan) plan = plan_of(toy, 401);
    for (guint32 project = 0; project < 401; project += 50) {
        const ik_page_id listing = ik_site_plan_listing(plan, project);
        g_autofree char *page = ik_region_page(plan, listing.index, listing.sheet, 0);
        g_autofree char *anchor = g_strdup_printf("id=\"p-%s\"", plan->names[project]);
        assert_int_equal(occurrences(page, anchor), 1);
    }
    g_autofree char *path = ik_site_plan_path(plan, ik_site_plan_listing(plan, 0), 1);
    assert_string_equal(path, "en/region/alpha-3.html");
}

/* Without pages of projects the feed leads into the list; its ids stay when sheets change. */
static void the_feed_leads_to_the_sheet_and_keeps_its_ids(void **state)
{
    toy_site *toy = *state;
    toy->input.portal_url = "https://www.example.org/";
    toy->input.parts = IK_SITE_PAGES;
    g_autoptr(ik_site_plan) plan = plan_of(toy, 401);
    g_free(((ik_project *)toy->records->projects->pdata[0])->start);
    ((ik_project *)toy->records->projects->pdata[0])->start = g_strdup("2026-01-01");
    g_autofree char *feed = ik_feed(plan, 0);
    assert_holds(feed, "href=\"https://www.example.org/region/alpha-3.html#p-p-1\"/>");
    assert_holds(feed, "<id>https://www.example.org/region/alpha.html#p-p-1</id>");
}

static void the_sitemap_names_every_sheet(void **state)
{
    toy_site *toy = *state;
    toy->input.portal_url = "https://www.example.org/";
    toy->input.parts = IK_SITE_PAGES;
    g_autoptr(ik_site_plan) plan = plan_of(toy, 401);
    g_autofree char *map = ik_sitemap(plan);
    assert_int_equal(occurrences(map, "<url>"), 2 * (1 + 3 + 1));
    assert_int_equal(occurrences(map, "<loc>https://www.example.org/en/region/alpha-3.html</loc>"),
                     1);
    assert_int_equal(occurrences(map, "<loc>https://www.example.org/region/beta.html</loc>"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(a_sheet_more_begins_where_one_is_full),
        WITH_TOY(a_region_on_one_page_has_no_ways_to_others),
        WITH_TOY(sheets_lead_to_each_other_in_every_language),
        WITH_TOY(a_project_is_found_where_the_plan_says),
        WITH_TOY(the_feed_leads_to_the_sheet_and_keeps_its_ids),
        WITH_TOY(the_sitemap_names_every_sheet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

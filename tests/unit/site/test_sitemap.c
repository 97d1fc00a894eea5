/* test_sitemap.c — every page once in each language, parts where there are too many.   [tests] */
#include "site_fixture.h"
#include "text_parts.h"

#include "sitemap.h"

/* First page, two regions, two projects; in two languages, each naming both. */
static void every_page_is_named_with_its_versions(void **state)
{
    toy_site *toy = *state;
    toy->input.portal_url = "https://www.example.org/karte/";
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
    g_autofree char *map = ik_sitemap(plan);
    assert_int_equal(occurrences(map, "<url>"), 10);
    assert_int_equal(occurrences(map, "<xhtml:link "), 20);
    assert_int_equal(occurrences(map, "<loc>https://www.example.org/karte/</loc>"), 1);
    assert_int_equal(occurrences(map, "<loc>https://www.example.org/karte/en/</loc>"), 1);
    assert_int_equal(
        occurrences(map, "<loc>https://www.example.org/karte/en/projekt/p-2.html</loc>"), 1);
    assert_int_equal(occurrences(map, "<loc>https://www.example.org/karte/region/beta.html</loc>"),
                     1);
    toy->input.parts = IK_SITE_PAGES;
    g_autofree char *without = ik_sitemap(plan);
    assert_int_equal(occurrences(without, "<url>"), 6);
}

/* 30,000 projects in a region of 150 sheets, another region, the first page: 60,304 addresses in two languages; 25,000
 * pages a part. */
static void more_addresses_than_allowed_are_several_sitemaps(void **state)
{
    toy_site *toy = *state;
    toy->input.portal_url = "https://www.example.org/";
    for (guint i = 2; i < 30000; i++) {
        g_autofree char *id = g_strdup_printf("p-%u", i + 1);
        g_ptr_array_add(toy->records->projects, toy_project(id, "Titel", TOWN_A));
    }
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
    assert_int_equal(ik_sitemap_count(plan), 2);
    g_autofree char *index = ik_sitemap(plan);
    g_autofree char *first = ik_sitemap_part(plan, 0);
    g_autofree char *second = ik_sitemap_part(plan, 1);
    assert_int_equal(occurrences(index, "<sitemap><loc>https://www.example.org/sitemap-"), 2);
    assert_int_equal(occurrences(first, "<url>"), 50000);
    assert_int_equal(occurrences(second, "<url>"), 10304);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(every_page_is_named_with_its_versions),
        WITH_TOY(more_addresses_than_allowed_are_several_sitemaps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

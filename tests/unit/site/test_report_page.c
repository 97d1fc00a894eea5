/* test_report_page.c — pages of the report: well-formed, linked, foreign text stays text.   [tests] */
#include "report_page.h"

#include "html_check.h"
#include "site_fixture.h"

typedef struct {
    ik_white_spots spots[3];
    const ik_white_spots *regions[2];
    ik_report_event event;
    ik_report_input input;
} pages;

static void set_up_pages(pages *p, const toy_site *toy)
{
    static const char *const languages[] = {"de", "en", NULL};
    for (guint i = 0; i < 3; i++)
        p->spots[i] = (ik_white_spots){.spots = g_array_new(FALSE, FALSE, sizeof(ik_white_spot)),
                                       .gains = g_array_new(FALSE, FALSE, sizeof(ik_gain)),
                                       .municipalities = 4,
                                       .population = 200000,
                                       .radius_m = 10000};
    p->regions[0] = &p->spots[0];
    p->regions[1] = &p->spots[1];
    p->event = (ik_report_event){"Auftakt", "2016-10-20", NULL, "Rathaus", 0};
    p->input = (ik_report_input){.territory = &toy->territory,
                                 .regions = &toy->regions,
                                 .municipalities = &toy->municipalities,
                                 .spots = &p->spots[2],
                                 .region_spots = p->regions,
                                 .events = &p->event,
                                 .n_events = 1,
                                 .languages = languages};
}

static void clear_pages(pages *p)
{
    for (guint i = 0; i < 3; i++) {
        g_array_unref(p->spots[i].spots);
        g_array_unref(p->spots[i].gains);
    }
}

static void every_page_has_its_place(void **state)
{
    pages p;
    set_up_pages(&p, *state);
    g_autofree char *state_de = ik_report_page_path(&p.input, 0, IK_NONE);
    g_autofree char *alpha_en = ik_report_page_path(&p.input, 1, 0);
    g_autofree char *map = ik_report_picture_path(&p.input, 1, IK_REPORT_REGION_MAP, 0);
    assert_string_equal(state_de, "index.html");
    assert_string_equal(alpha_en, "en/alpha.html");
    assert_string_equal(map, "images/en/alpha-map.svg");
    clear_pages(&p);
}

static void pages_lead_to_each_other(void **state)
{
    pages p;
    set_up_pages(&p, *state);
    g_autofree char *whole = ik_report_page(&p.input, 0, IK_NONE);
    g_autofree char *alpha = ik_report_page(&p.input, 1, 0);
    assert_non_null(
        strstr(whole, "<th scope=\"row\"><a href=\"beta.html\">Beta &amp; Co</a></th>"));
    assert_non_null(strstr(whole, "hreflang=\"en\" href=\"en/index.html\""));
    assert_non_null(strstr(alpha, "<a href=\"index.html\">North Rhine-Westphalia</a>"));
    assert_non_null(strstr(alpha, "hreflang=\"de\" href=\"../alpha.html\""));
    assert_non_null(strstr(alpha, "src=\"../images/en/alpha-map.svg\" alt=\"Map: "));
    assert_non_null(strstr(alpha, "20 October 2016"));
    clear_pages(&p);
}

static void a_region_shows_its_own_events_and_charts(void **state)
{
    pages p;
    set_up_pages(&p, *state);
    g_autofree char *beta = ik_report_page(&p.input, 0, 1);
    assert_null(strstr(beta, "Auftakt"));
    assert_non_null(strstr(beta, "Es ist noch keine Veranstaltung eingetragen."));
    assert_non_null(strstr(beta, "beta-map.svg"));
    assert_null(strstr(beta, "beta-chart.svg")); /* no project, no bars */
    clear_pages(&p);
}

static void pages_are_well_formed_whatever_strangers_write(void **state)
{
    pages p;
    toy_site *toy = *state;
    set_up_pages(&p, toy);
    g_autofree char *plain = ik_report_page(&p.input, 1, IK_NONE);
    g_autofree char *expected = html_skeleton(plain);
    for (guint i = 0; i < G_N_ELEMENTS(toy_attacks); i++) {
        p.event.title = p.event.place = toy_attacks[i];
        g_autofree char *html = ik_report_page(&p.input, 1, IK_NONE);
        g_autofree char *skeleton = html_skeleton(html);
        assert_string_equal(skeleton, expected);
    }
    clear_pages(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(every_page_has_its_place),
        WITH_TOY(pages_lead_to_each_other),
        WITH_TOY(a_region_shows_its_own_events_and_charts),
        WITH_TOY(pages_are_well_formed_whatever_strangers_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* site_fixture.h — a land of four squares with two projects, for the tests of this layer.   [tests]
 *
 *   A 05001000  7.0..7.1 E  51.0..51.1 N   region alpha
 *   B 05001004  7.1..7.2 E  51.0..51.1 N   region alpha, beside A
 *   C 05002000  8.0..8.3 E  51.0..51.3 N   region beta, a ring around D, without project
 *   D 05002004  8.1..8.2 E  51.1..51.2 N   region alpha: an exclave
 */
#ifndef IK_SITE_FIXTURE_H
#define IK_SITE_FIXTURE_H

#include "test_support.h"

#include <string.h>

#include "page.h"
#include "topology.h"

enum { TOWN_A, TOWN_B, TOWN_C, TOWN_D, N_TOWNS };

static const ik_municipality toy_towns[N_TOWNS] = {
    {"05001000", "Aburg", "Stadt", 0, 0, 100000, "geonames", {7.05, 51.05}},
    {"05001004", "Österdorf", "Gemeinde", 0, 0, 50000, "destatis-2011", {7.15, 51.05}},
    {"05002000", "Cstadt", "Stadt", 1, 1, 40000, "geonames", {8.05, 51.05}},
    {"05002004", "Dheim", "Gemeinde", 1, 0, 10000, "geonames", {8.15, 51.15}},
};
static const ik_district toy_districts[] = {{"05001", "Abkreis", "Kreis"},
                                            {"05002", "Ceekreis", "Kreis"}};
static const ik_region toy_regions[] = {{"alpha", 1, "Alpha-Land", "Regionalagentur Alpha"},
                                        {"beta", 2, "Beta & Co", "Regionalagentur Beta"}};
static const ik_postcode toy_postcodes[] = {{"44001", 0, 2}};
static const guint32 toy_postcode_towns[] = {0, 1};
static const ik_attribution toy_attributions[] = {
    {"one", "© Eins (Daten verändert)", "© One (data changed)", "dl-de/by-2-0",
     "https://example.org/1"},
    {"two", "© Zwei & Söhne", "© Two & Sons", "ODbL 1.0", "https://example.org/2"},
};

typedef struct {
    ik_topology *borders;
    ik_territory territory;
    ik_records *records;
    ik_coverage regions, municipalities;
    ik_site_words words[2];
    ik_site_tileset tilesets[2]; /* the last one has no name */
    ik_site_input input;
} toy_site;

static inline ik_topology *toy_borders(void)
{
    static const ik_fixed_lonlat points[] = {
        {7000000, 51000000}, {7100000, 51000000},
        {7100000, 51100000}, {7000000, 51100000}, /* A */
        {7100000, 51000000}, {7200000, 51000000},
        {7200000, 51100000}, {7100000, 51100000}, /* B */
        {8000000, 51000000}, {8300000, 51000000},
        {8300000, 51300000}, {8000000, 51300000}, /* C */
        {8100000, 51100000}, {8100000, 51200000},
        {8200000, 51200000}, {8200000, 51100000}, /* hole */
        {8100000, 51100000}, {8200000, 51100000},
        {8200000, 51200000}, {8100000, 51200000}, /* D */
    };
    static const uint32_t ring_points[] = {4, 4, 4, 4, 4};
    static const uint32_t ring_faces[] = {TOWN_A, TOWN_B, TOWN_C, TOWN_C, TOWN_D};
    const ik_coverage_rings rings = {points, ring_points, ring_faces, 5, N_TOWNS};
    GError *error = NULL;
    ik_topology *borders = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    return borders;
}

static inline char **toy_list(const char *first, const char *second)
{
    char **list = g_new0(char *, 3);
    list[0] = g_strdup(first);
    list[1] = g_strdup(second);
    return list;
}

static inline void toy_row(ik_coverage *coverage, const char *id, const char *name,
                           ik_coverage_row figures)
{
    ik_coverage_row *row = g_memdup2(&figures, sizeof figures);
    row->id = g_strdup(id);
    row->name = g_strdup(name);
    row->themes = row->projects > 0 ? toy_list("training", "work") : toy_list(NULL, NULL);
    if (coverage->rows->len == (coverage->by == IK_COVERAGE_REGION ? 2 : N_TOWNS))
        coverage->total = row;
    else
        g_ptr_array_add(coverage->rows, row);
}

static inline void toy_coverage(toy_site *toy)
{
    toy->regions =
        (ik_coverage){.by = IK_COVERAGE_REGION, .rows = g_ptr_array_new(), .rejected = 3};
    toy_row(&toy->regions, "alpha", "Alpha-Land",
            (ik_coverage_row){NULL, NULL, 3, 2, 160000, 2, 1, 2, 1, 1.25, 0, 0, IK_NONE, NULL});
    toy_row(&toy->regions, "beta", "Beta & Co",
            (ik_coverage_row){NULL, NULL, 1, 0, 40000, 0, 0, 0, 0, 0, 0, 0, IK_NONE, NULL});
    toy_row(&toy->regions, NULL, NULL,
            (ik_coverage_row){NULL, NULL, 4, 2, 200000, 2, 1, 2, 1, 1, 0, 0, IK_NONE, NULL});
    toy->municipalities = (ik_coverage){.by = IK_COVERAGE_MUNICIPALITY, .rows = g_ptr_array_new()};
    for (guint i = 0; i < N_TOWNS; i++)
        toy_row(&toy->municipalities, toy_towns[i].ags, toy_towns[i].name,
                (ik_coverage_row){
                    .municipalities = 1, .population = toy_towns[i].population, .projects = i < 2});
    toy_row(&toy->municipalities, NULL, NULL,
            (ik_coverage_row){.municipalities = 4, .projects = 2});
}

static inline ik_project *toy_project(const char *id, const char *title, guint32 town)
{
    ik_project *project = ik_project_new();
    project->id = g_strdup(id);
    project->title = g_strdup(title);
    project->match.level = IK_MATCH_MUNICIPALITY;
    project->match.municipality = town;
    project->match.position = toy_towns[town].label;
    project->match.accuracy_m = 4321.4;
    project->match.score = 60;
    project->marker = toy_towns[town].label;
    return project;
}

static inline void toy_records(toy_site *toy)
{
    toy->records = ik_records_new();
    ik_project *full = toy_project("p-1", "Werkstatt", TOWN_B);
    full->organisation = g_strdup("Verein Österdorf");
    full->street = g_strdup("Hauptstraße");
    full->house_number = g_strdup("6-10");
    full->postcode = g_strdup("44001");
    full->city = g_strdup("Österdorf");
    full->summary = g_strdup("Ausprobieren.");
    full->text = g_strdup("Lange Geschichte.");
    full->website = g_strdup("https://www.example.org/weg?a=1");
    g_strfreev(full->themes);
    full->themes = toy_list("training", "work");
    full->match.status = IK_STATUS_CHECK;
    ik_faults_add(&full->match.faults, "postcode_city_mismatch", "postcode", "44001", "Aburg", 15);
    full->marker = (ik_lonlat){7.1501234, 51.05};
    g_ptr_array_add(toy->records->projects, full);
    g_ptr_array_add(toy->records->projects, toy_project("p-2", "Café", TOWN_A));

    ik_event *event = ik_event_new();
    event->id = g_strdup("e-1");
    event->title = g_strdup("Auftakt");
    event->date = g_strdup("2016-10-20");
    event->city = g_strdup("Aburg");
    event->region = 0;
    g_ptr_array_add(toy->records->events, event);
}

static inline toy_site *toy_new(void)
{
    toy_site *toy = g_new0(toy_site, 1);
    toy->borders = toy_borders();
    toy->territory = (ik_territory){.municipalities = toy_towns,
                                    .districts = toy_districts,
                                    .regions = toy_regions,
                                    .postcodes = toy_postcodes,
                                    .postcode_municipalities = toy_postcode_towns,
                                    .attributions = toy_attributions,
                                    .borders = toy->borders,
                                    .n_municipalities = N_TOWNS,
                                    .n_districts = 2,
                                    .n_regions = 2,
                                    .n_postcodes = 1,
                                    .n_attributions = 2};
    toy_coverage(toy);
    toy_records(toy);
    toy->words[0] = (ik_site_words){"de", "Karte", "Untertitel", "Nur Beispiele", "Betreiber"};
    toy->words[1] = (ik_site_words){"en", "Map", NULL, NULL, NULL};
    toy->tilesets[0] = (ik_site_tileset){.name = "regions", .min_zoom = 5, .max_zoom = 12};
    toy->input = (ik_site_input){.parts = IK_SITE_GEOJSON | IK_SITE_COVERAGE | IK_SITE_TILEJSON |
                                          IK_SITE_PAGES | IK_SITE_PROJECT_PAGES,
                                 .territory = &toy->territory,
                                 .records = toy->records,
                                 .regions = &toy->regions,
                                 .municipalities = &toy->municipalities,
                                 .words = toy->words,
                                 .n_words = 2,
                                 .tilesets = toy->tilesets,
                                 .box = {7, 51, 8.3, 51.3},
                                 .picture_width = 800,
                                 .picture_height = 600,
                                 .picture_box = {6.9, 50.9, 8.4, 51.4},
                                 .has_catalogue = true,
                                 .jobs = 2};
    return toy;
}

static inline void toy_clear_rows(ik_coverage *coverage)
{
    g_ptr_array_add(coverage->rows, coverage->total);
    for (guint i = 0; i < coverage->rows->len; i++) {
        ik_coverage_row *row = g_ptr_array_index(coverage->rows, i);
        g_free(row->id);
        g_free(row->name);
        g_strfreev(row->themes);
        g_free(row);
    }
    g_ptr_array_unref(coverage->rows);
}

static inline void toy_free(toy_site *toy)
{
    toy_clear_rows(&toy->regions);
    toy_clear_rows(&toy->municipalities);
    ik_records_free(toy->records);
    ik_topology_free(toy->borders);
    g_free(toy);
}

static inline int toy_set_up(void **state)
{
    *state = toy_new();
    return 0;
}

static inline int toy_tear_down(void **state)
{
    toy_free(*state);
    return 0;
}

/* The first page in a language. Caller frees. */
static inline char *toy_page(const toy_site *toy, guint language)
{
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
    return ik_page(plan, language);
}

static inline char *toy_path(const toy_site *toy, guint language)
{
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(&toy->input);
    return ik_site_plan_path(plan, (ik_page_id){IK_PAGE_INDEX, 0, 0}, language);
}

#define WITH_TOY(test) cmocka_unit_test_setup_teardown(test, toy_set_up, toy_tear_down)

/* What people with bad intentions, or none, write into a form. */
static const char *const toy_attacks[] = {
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</script><svg onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=\"alert(1)",
    "`onmouseover=alert(1)`",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "&amp;amp; & &; &#x41",
    "<!-- <p> -->",
    "--><p>",
    "]]><![CDATA[<p>",
    "<style>*{display:none}</style>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "<a href=javascript:alert(1)>x</a>",
    "<p\n\tclass=x>line\r\nbreak</p>",
    "\342\200\256gpj.exe\xE2\x80\xAC turned round",
    "\xE2\x81\xA6isolated\xE2\x81\xA9 \xE2\x80\x8F marks \xD8\x9C",
    "NUL-like \x01\x02\x1F\x7F controls",
    "line\xE2\x80\xA8separator\xE2\x80\xA9paragraph",
    "broken \xFF\xC3 utf-8 \xED\xA0\x80",
    "{{title}} {count} %s %n ${x}",
    "emoji \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7 and \xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A",
    "\\u003cscript\\u003e \\\" \\",
    "=1+1;\"quoted\";\n@SUM(A1)",
    "../../etc/passwd",
    " ",
};

#endif

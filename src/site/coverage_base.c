/* coverage_base.c — sentences that say what figures stand on.   [site] */
#include "coverage_base.h"

#include <ideenkarte/text.h>
#include <string.h>

#include "population_sources.h"
#include "spoken_date.h"

static const char *const by_names[] = {"region", "district", "municipality"};

static char *counted(const ik_coverage *coverage, const char *language)
{
    g_autofree char *projects = ik_text_integer(language, coverage->total->projects);
    g_autofree char *check = ik_text_integer(language, coverage->total->projects_check);
    g_autofree char *rejected = ik_text_integer(language, coverage->rejected);
    return ik_text_format(language, "coverage.base_counted", "projects", projects, "check", check,
                          "rejected", rejected, NULL);
}

static char *period(const ik_coverage *coverage, const char *language)
{
    const char *key = coverage->since == NULL   ? "coverage.base_until"
                      : coverage->until == NULL ? "coverage.base_since"
                                                : "coverage.base_period";
    g_autofree char *since =
        coverage->since == NULL ? g_strdup("") : ik_date_spoken(coverage->since, language);
    g_autofree char *until =
        coverage->until == NULL ? g_strdup("") : ik_date_spoken(coverage->until, language);
    return ik_text_format(language, key, "since", since, "until", until, NULL);
}

static char *left_out(const ik_coverage *coverage, const char *language)
{
    g_autofree char *projects = ik_text_integer(language, coverage->left_out);
    g_autofree char *undated = ik_text_integer(language, coverage->undated);
    g_autofree char *events = ik_text_integer(language, coverage->events_left_out);
    return ik_text_format(language, "coverage.base_left_out", "left_out", projects, "undated",
                          undated, "events", events, NULL);
}

static void add_filter(GPtrArray *sentences, const ik_coverage *coverage, const char *language)
{
    const bool has_period = coverage->since != NULL || coverage->until != NULL;
    if (coverage->theme != NULL)
        g_ptr_array_add(sentences, ik_text_format(language, "coverage.base_theme", "theme",
                                                  coverage->theme, NULL));
    if (has_period)
        g_ptr_array_add(sentences, period(coverage, language));
    if (has_period || coverage->theme != NULL)
        g_ptr_array_add(sentences, left_out(coverage, language));
}

static void add_count(GPtrArray *sentences, const char *key, const char *name, guint32 value,
                      const char *language)
{
    g_autofree char *digits = ik_text_integer(language, value);
    if (value > 0)
        g_ptr_array_add(sentences, ik_text_format(language, key, name, digits, NULL));
}

/* --- areas without an event -------------------------------------------------------------------- */

GPtrArray *ik_coverage_without_event(const ik_coverage *coverage)
{
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < coverage->rows->len; i++) {
        const ik_coverage_row *row = g_ptr_array_index(coverage->rows, i);
        if (row->events == 0)
            g_ptr_array_add(names, row->name);
    }
    return names;
}

/* Municipalities are too many to be named. */
static void add_without_event(GPtrArray *sentences, const ik_coverage *coverage,
                              const char *language)
{
    g_autoptr(GPtrArray) names = ik_coverage_without_event(coverage);
    g_autofree char *key = g_strconcat("coverage.without_event.", by_names[coverage->by], NULL);
    g_autofree char *count = ik_text_integer(language, names->len);
    g_autofree char *all = ik_text_integer(language, coverage->rows->len);
    if (names->len == 0)
        return;
    g_ptr_array_add(names, NULL);
    g_autofree char *joined = g_strjoinv(", ", (char **)names->pdata);
    g_ptr_array_add(sentences, ik_text_format(language, key, "names", joined, "count", count, "all",
                                              all, NULL));
}

GPtrArray *ik_coverage_base(const ik_coverage *coverage, const ik_territory *territory,
                            const char *language, guint parts)
{
    GPtrArray *sentences = g_ptr_array_new_with_free_func(g_free);
    if (parts & IK_COVERAGE_BASE_COUNTS) {
        if (coverage->notice != NULL)
            g_ptr_array_add(sentences, g_strdup(coverage->notice));
        g_ptr_array_add(sentences, counted(coverage, language));
        add_filter(sentences, coverage, language);
    }
    if (parts & IK_COVERAGE_BASE_EVENTS) {
        add_count(sentences, "coverage.base_events", "events", coverage->events_elsewhere,
                  language);
        add_without_event(sentences, coverage, language);
    }
    if (parts & IK_COVERAGE_BASE_DISTANCE) {
        g_ptr_array_add(sentences, g_strdup(ik_text(language, "coverage.base_distance")));
        add_count(sentences, "coverage.base_rough", "rough", coverage->rough, language);
    }
    if (parts & IK_COVERAGE_BASE_POPULATION)
        g_ptr_array_add(sentences, ik_population_sentence(territory, language));
    return sentences;
}

/* --- white spots ------------------------------------------------------------------------------- */

static char *radius(const ik_white_spots *spots, const char *language)
{
    char *text = ik_text_decimal(language, spots->radius_m / 1000, 1);
    const gsize length = strlen(text);
    if (length > 2 && text[length - 1] == '0')
        text[length - 2] = '\0'; /* "10", not "10,0" */
    return text;
}

static char *reach(const ik_white_spots *spots, const char *kilometres, const char *language)
{
    const double share =
        spots->population == 0 ? 0 : 100.0 * (double)spots->reached / (double)spots->population;
    g_autofree char *reached = ik_text_integer(language, (gint64)spots->reached);
    g_autofree char *people = ik_text_integer(language, (gint64)spots->population);
    g_autofree char *percent = ik_text_decimal(language, share, 1);
    return ik_text_format(language, "gains.intro", "reached", reached, "population", people,
                          "share", percent, "radius", kilometres, NULL);
}

GPtrArray *ik_white_spots_explained(const ik_white_spots *spots, const char *language)
{
    GPtrArray *sentences = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *count = ik_text_integer(language, spots->spots->len);
    g_autofree char *all = ik_text_integer(language, spots->municipalities);
    g_autofree char *kilometres = radius(spots, language);
    g_ptr_array_add(sentences,
                    ik_text_format(language, "spots.intro", "count", count, "all", all, NULL));
    g_ptr_array_add(sentences, reach(spots, kilometres, language));
    g_ptr_array_add(sentences, spots->gains->len == 0 ? g_strdup(ik_text(language, "gains.none"))
                                                      : ik_text_format(language, "gains.method",
                                                                       "radius", kilometres, NULL));
    return sentences;
}

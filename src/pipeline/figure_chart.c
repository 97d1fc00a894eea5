/* figure_chart.c — coverage as a bar chart.   [pipeline] */
#include <ideenkarte/text.h>
#include <math.h>

#include "bar_chart.h"
#include "figure_parts.h"

#define MOST_BARS 60

typedef struct {
    const ik_coverage_row *row;
    double value;
    guint32 index;
} entry;

/* Largest first, what is not known last, else the order of the table. */
static gint compare_entries(gconstpointer a, gconstpointer b)
{
    const entry *first = a, *second = b;
    if (isnan(first->value) != isnan(second->value))
        return isnan(first->value) ? 1 : -1;
    if (first->value > second->value || first->value < second->value)
        return first->value > second->value ? -1 : 1;
    return (first->index > second->index) - (first->index < second->index);
}

/* Of municipalities only those with something: most have nothing. */
static GArray *choose(const ik_figure *figure, guint *all)
{
    const ik_coverage *coverage = figure->coverage;
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(entry));
    *all = 0;
    for (guint32 i = 0; i < coverage->rows->len; i++) {
        const ik_coverage_row *row = coverage->rows->pdata[i];
        const entry chosen = {row, ik_measure_value(row, figure->options.measure), i};
        if (!ik_figure_shows(figure, i))
            continue;
        ++*all;
        if (coverage->by != IK_COVERAGE_MUNICIPALITY ||
            !ik_measure_is_empty(row, figure->options.measure))
            g_array_append_val(entries, chosen);
    }
    g_array_sort(entries, compare_entries);
    g_array_set_size(entries, MIN(entries->len, MOST_BARS));
    return entries;
}

static char *shown(const ik_figure *figure, guint n, guint all)
{
    g_autofree char *some = ik_text_integer(figure->options.language, n);
    g_autofree char *whole = ik_text_integer(figure->options.language, all);
    return n == all ? NULL
                    : ik_text_format(figure->options.language, "chart.shown", "shown", some, "all",
                                     whole, NULL);
}

/* What the axis asks for, kept until the next mark. */
typedef struct {
    const ik_figure *figure;
    char *spelled;
} tick_speller;

static const char *spell_tick(double value, double step, gpointer data)
{
    tick_speller *speller = data;
    const guint decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
    g_free(speller->spelled);
    speller->spelled = ik_text_decimal(speller->figure->options.language, value, decimals);
    return speller->spelled;
}

static bool is_count(const ik_figure *figure)
{
    return figure->options.measure == IK_MEASURE_PROJECTS ||
           figure->options.measure == IK_MEASURE_EVENTS;
}

/* Sums have no mean worth a line. */
static double mean_of(const ik_figure *figure)
{
    return is_count(figure) ? NAN
                            : ik_measure_value(figure->coverage->total, figure->options.measure);
}

static GBytes *draw(const ik_figure *figure, const GArray *entries, const char *note,
                    ik_sheet_format format, GError **error)
{
    const char *language = figure->options.language;
    g_autoptr(GPtrArray) spelled = g_ptr_array_new_with_free_func(g_free);
    g_autofree ik_bar *bars = g_new(ik_bar, entries->len);
    for (guint i = 0; i < entries->len; i++) {
        const entry *chosen = &g_array_index(entries, entry, i);
        g_ptr_array_add(spelled,
                        ik_measure_spell(chosen->value, figure->options.measure, language));
        bars[i] = (ik_bar){chosen->row->name, chosen->value, spelled->pdata[i]};
    }
    const double mean = mean_of(figure);
    g_autofree char *title = ik_figure_title(figure);
    g_auto(GStrv) notes = ik_figure_notes(figure, note);
    g_autofree char *mean_text = ik_measure_spell(mean, figure->options.measure, language);
    g_autofree char *mean_name = ik_text_format(language, "chart.mean", "value", mean_text, NULL);
    tick_speller speller = {figure, NULL};
    const ik_bar_chart chart = {
        .words = {title, figure->coverage->title, (const char *const *)notes},
        .bars = bars,
        .n_bars = entries->len,
        .least_step = is_count(figure) ? 1 : 0,
        .mean = mean,
        .mean_name = mean_name,
        .spell_tick = spell_tick,
        .data = &speller};
    GBytes *bytes = ik_bar_chart_draw(&chart, format, error);
    g_free(speller.spelled);
    return bytes;
}

GBytes *ik_figure_chart(const ik_figure *figure, ik_sheet_format format, GError **error)
{
    guint all;
    g_autoptr(GArray) entries = choose(figure, &all);
    g_autofree char *note = shown(figure, entries->len, all);
    return draw(figure, entries, note, format, error);
}

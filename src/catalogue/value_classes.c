/* value_classes.c — values put into a few classes for a map or a chart.   [catalogue]
 *
 * All methods work on the different values with how often each occurs, so equal values stay together by construction.
 * A method only says with which value a new class begins.
 */
#include "value_classes.h"

#include <math.h>
#include <string.h>

/* The different values, rising. */
typedef struct {
    double *values;
    guint *counts;
    guint n, total;
} distribution;

static gint compare_values(gconstpointer a, gconstpointer b, gpointer data)
{
    (void)data;
    const double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static distribution distribution_of(const double *values, guint n)
{
    distribution d = {g_new(double, n), g_new0(guint, n), 0, n};
    g_autofree double *sorted = g_new(double, n);
    for (guint i = 0; i < n; i++)
        sorted[i] = values[i];
    g_qsort_with_data(sorted, (gint)n, sizeof *sorted, compare_values, NULL);
    for (guint i = 0; i < n; i++) {
        if (d.n == 0 || d.values[d.n - 1] < sorted[i])
            d.values[d.n++] = sorted[i];
        d.counts[d.n - 1]++;
    }
    return d;
}

/* --- methods: the class of each different value ------------------------------------------------- */

/* A value goes where its middle rank lies. */
static void start_quantiles(const distribution *d, guint wanted, guint8 *class_of)
{
    guint before = 0;
    for (guint i = 0; i < d->n; i++) {
        const double middle = (before + d->counts[i] / 2.0) / d->total;
        class_of[i] = (guint8)MIN((guint)(middle * wanted), wanted - 1);
        before += d->counts[i];
    }
}

static void start_equal(const distribution *d, guint wanted, guint8 *class_of)
{
    const double low = d->values[0], width = (d->values[d->n - 1] - low) / wanted;
    for (guint i = 0; i < d->n; i++) {
        const double step = width > 0 ? (d->values[i] - low) / width : 0;
        class_of[i] = (guint8)MIN((guint)step, wanted - 1);
    }
}

/* Sums over the first i values, by which the deviation of any run is known at once. Values are taken from the
 * smallest, which keeps the squares small. */
typedef struct {
    double *weight, *sum, *squares;
} prefix_sums;

static prefix_sums sums_of(const distribution *d)
{
    prefix_sums s = {g_new0(double, d->n + 1), g_new0(double, d->n + 1), g_new0(double, d->n + 1)};
    for (guint i = 0; i < d->n; i++) {
        const double value = d->values[i] - d->values[0];
        s.weight[i + 1] = s.weight[i] + d->counts[i];
        s.sum[i + 1] = s.sum[i] + d->counts[i] * value;
        s.squares[i + 1] = s.squares[i] + d->counts[i] * value * value;
    }
    return s;
}

/* Sum of squared deviations from the mean of the values from `first` to before `end`. */
static double deviation(const prefix_sums *s, guint first, guint end)
{
    const double weight = s->weight[end] - s->weight[first], sum = s->sum[end] - s->sum[first];
    return s->squares[end] - s->squares[first] - sum * sum / weight;
}

/* best[k][i]: least deviation of the first i values in k + 1 classes; from[k][i]: where the last one begins. */
static void fill_row(const prefix_sums *s, const double *former, double *best, guint *from, guint n)
{
    for (guint i = 1; i <= n; i++) {
        best[i] = INFINITY;
        for (guint start = 1; start < i; start++) {
            const double cost = former[start] + deviation(s, start, i);
            if (cost < best[i]) {
                best[i] = cost;
                from[i] = start;
            }
        }
    }
}

static void start_jenks(const distribution *d, guint wanted, guint8 *class_of)
{
    const gsize width = (gsize)d->n + 1;
    prefix_sums s = sums_of(d);
    g_autofree double *best = g_new(double, width *wanted);
    g_autofree guint *from = g_new0(guint, width * wanted);
    best[0] = INFINITY;
    for (guint i = 1; i < width; i++)
        best[i] = deviation(&s, 0, i);
    for (guint k = 1; k < wanted; k++) {
        best[k * width] = INFINITY;
        fill_row(&s, &best[(k - 1) * width], &best[k * width], &from[k * width], d->n);
    }
    guint end = d->n;
    for (guint k = wanted; k-- > 0;) {
        const guint start = from[k * width + end];
        memset(class_of + start, (int)k, end - start);
        end = start;
    }
    g_free(s.weight);
    g_free(s.sum);
    g_free(s.squares);
}

/* --- the whole --------------------------------------------------------------------------------- */

static ik_value_classes gather(const distribution *d, const guint8 *class_of)
{
    ik_value_classes made = {0};
    for (guint i = 0; i < d->n; i++) {
        if (i == 0 || class_of[i] != class_of[i - 1])
            made.classes[made.n++].low = d->values[i];
        made.classes[made.n - 1].high = d->values[i];
        made.classes[made.n - 1].count += d->counts[i];
    }
    return made;
}

ik_value_classes ik_value_classes_make(const double *values, guint n, ik_class_method method,
                                       guint wanted)
{
    static void (*const methods[])(const distribution *, guint, guint8 *) = {
        [IK_CLASSES_QUANTILES] = start_quantiles,
        [IK_CLASSES_EQUAL] = start_equal,
        [IK_CLASSES_JENKS] = start_jenks,
    };
    g_assert(wanted >= 1 && wanted <= IK_MAX_CLASSES);
    if (n == 0)
        return (ik_value_classes){0};
    distribution d = distribution_of(values, n);
    g_autofree guint8 *class_of = g_new0(guint8, d.n);
    methods[method](&d, MIN(wanted, d.n), class_of);
    ik_value_classes made = gather(&d, class_of);
    g_free(d.values);
    g_free(d.counts);
    return made;
}

guint ik_value_classes_find(const ik_value_classes *classes, double value)
{
    guint found = 0;
    while (found + 1 < classes->n && value >= classes->classes[found + 1].low)
        found++;
    return found;
}

/* geocode.c — how long one query takes, in one process.   [tests]
 *
 * Usage: bench_geocode GAZETTEER ADDRESSES.csv [ROWS]. Every row `street;house_number;postcode;city` is asked by itself,
 * in columns and then as one line, on one thread; the times of single queries are sorted. A first round warms the file.
 */
#include <ideenkarte.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DEFAULT_ROWS = 200000, FIELDS = 4 };

static gint64 now_ns(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (gint64)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int ascending(const void *a, const void *b)
{
    gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;
    return (x > y) - (x < y);
}

static GPtrArray *read_rows(const char *path, guint most)
{
    g_autofree char *text = NULL;
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return rows;
    char *line = strchr(text, '\n'); /* behind the header */
    while (line != NULL && line[1] != '\0' && rows->len < most) {
        char *end = strchr(++line, '\n');
        if (end != NULL)
            *end = '\0';
        char **fields = g_strsplit(line, ";", FIELDS);
        if (g_strv_length(fields) == FIELDS)
            g_ptr_array_add(rows, fields);
        else
            g_strfreev(fields);
        line = end;
    }
    return rows;
}

static ik_address address_of(char **fields, bool in_line, char *line, gsize room)
{
    if (!in_line)
        return (ik_address){fields[0], fields[1], fields[2], fields[3], NULL};
    g_snprintf(line, (gulong)room, "%s %s, %s %s", fields[0], fields[1], fields[2], fields[3]);
    return (ik_address){.text = line};
}

static void measure(const ik_geocoder *geocoder, const GPtrArray *rows, bool in_line)
{
    g_autofree gint64 *times = g_new(gint64, rows->len);
    guint found = 0;
    for (guint i = 0; i < rows->len; i++) {
        char line[1024];
        ik_address address = address_of(rows->pdata[i], in_line, line, sizeof line);
        ik_match match;
        gint64 began = now_ns();
        ik_geocoder_match(geocoder, &address, &match);
        times[i] = now_ns() - began;
        found += match.level == IK_MATCH_HOUSE;
        ik_match_clear(&match);
    }
    qsort(times, rows->len, sizeof *times, ascending);
    printf("%-8s p50 %.1f us, p99 %.1f us, p99.9 %.1f us, longest %.1f us; %.2f %% at house\n",
           in_line ? "one line" : "columns", (double)times[rows->len / 2] / 1e3,
           (double)times[(gsize)rows->len * 99 / 100] / 1e3,
           (double)times[(gsize)rows->len * 999 / 1000] / 1e3, (double)times[rows->len - 1] / 1e3,
           100.0 * found / rows->len);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: bench_geocode GAZETTEER ADDRESSES.csv [ROWS]\n");
        return 2;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_geocoder) geocoder = ik_geocoder_new(ik_territory_builtin());
    if (!ik_geocoder_open_gazetteer(geocoder, argv[1], &error)) {
        fprintf(stderr, "%s\n", error->message);
        return 1;
    }
    g_autoptr(GPtrArray) rows = read_rows(argv[2], argc > 3 ? (guint)atoi(argv[3]) : DEFAULT_ROWS);
    if (rows->len == 0) {
        fprintf(stderr, "%s: no rows\n", argv[2]);
        return 1;
    }
    measure(geocoder, rows, false);
    measure(geocoder, rows, false);
    measure(geocoder, rows, true);
    return EXIT_SUCCESS;
}

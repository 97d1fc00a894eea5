/* vector.c — how long vector tiles of the territory, and of many points, take.   [tests]
 *
 *   bench_vector MIN MAX POINTS JOBS FILE   tiles of zooms MIN..MAX into FILE; seconds on standard output
 *
 * Points lie anywhere in the box of NRW, from a fixed generator.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "vector_tiles.h"

static ik_records *make_points(guint n)
{
    static char no_theme[] = "work";
    ik_records *records = ik_records_new();
    guint32 seed = 1;
    for (guint i = 0; i < n; i++) {
        ik_project *project = ik_project_new();
        project->id = g_strdup_printf("p%07u", i);
        project->title = g_strdup_printf("project %u", i);
        g_strfreev(project->themes);
        project->themes = g_new0(char *, 2);
        project->themes[0] = g_strdup(no_theme);
        seed = seed * 1664525u + 1013904223u;
        project->marker.lon = 5.9 + 3.5 * (seed >> 8) / 16777216.0;
        seed = seed * 1664525u + 1013904223u;
        project->marker.lat = 50.4 + 2.1 * (seed >> 8) / 16777216.0;
        project->match.level = IK_MATCH_MUNICIPALITY;
        project->match.municipality = i % 396;
        g_ptr_array_add(records->projects, project);
    }
    return records;
}

int main(int argc, char **argv)
{
    if (argc != 6)
        return 2;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_records) records = make_points((guint)atoi(argv[3]));
    gint64 began = g_get_monotonic_time();
    g_autoptr(ik_division) division = ik_division_new(ik_territory_builtin());
    gint64 divided = g_get_monotonic_time();
    const ik_vector_tileset set = {.division = division,
                                   .records = records,
                                   .min_zoom = (guint)atoi(argv[1]),
                                   .max_zoom = (guint)atoi(argv[2]),
                                   .jobs = (guint)atoi(argv[4])};
    ik_archive_counts counts;
    if (!ik_vector_tileset_write(&set, argv[5], &counts, &error)) {
        fprintf(stderr, "%s\n", error->message);
        return 1;
    }
    printf("%.3f s, of them %.3f s for the division; %" G_GUINT64_FORMAT
           " tiles, %" G_GUINT64_FORMAT " distinct\n",
           (double)(g_get_monotonic_time() - began) / 1e6, (double)(divided - began) / 1e6,
           counts.tiles, counts.distinct);
    return 0;
}

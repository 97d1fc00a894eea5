/* region.c — positions a second, against GEOS on the same data in the same run.   [tests]
 *
 * Random positions in the box of North Rhine-Westphalia are located by ik_region_set_locate and by GEOS
 * (prepared polygons in an STR tree), each on one thread. Best of several rounds, because machines are noisy.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "geos.h"
#include "region_set.h"

enum { POSITIONS = 1 << 20, SLICE = 1 << 16, GEOS_STEP = 8, ROUNDS = 10 };

typedef struct {
    const ik_territory *territory;
    ik_lonlat *positions;
    guint32 *found; /* by us */
} bench;

/* Of this thread alone: what else the machine does matters less. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Of the whole process. */
static double resident_megabytes(void)
{
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%ld %ld", &pages, &resident) != 2) {
        resident = 0;
    }
    if (file != NULL) {
        fclose(file);
    }
    return (double)resident * (double)sysconf(_SC_PAGESIZE) / 1e6;
}

static void draw_positions(bench *b)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(20);
    ik_lonlat_box box = ik_territory_box(b->territory);
    b->positions = g_new(ik_lonlat, POSITIONS);
    b->found = g_new(guint32, POSITIONS);
    for (int i = 0; i < POSITIONS; i++) {
        b->positions[i].lon = g_rand_double_range(random, box.west, box.east);
        b->positions[i].lat = g_rand_double_range(random, box.south, box.north);
    }
}

/* Seconds for making the set, the best of several. */
static double measure_building(const bench *b)
{
    double best = G_MAXDOUBLE;
    for (int i = 0; i < ROUNDS; i++) {
        double began = now();
        ik_region_set *set = ik_region_set_new(b->territory);
        best = MIN(best, now() - began);
        ik_region_set_free(set);
    }
    return best;
}

/* Slice by slice, of each the best round. */
static double measure_ours(bench *b, const ik_region_set *set)
{
    double seconds = 0.0;
    for (int slice = 0; slice < POSITIONS; slice += SLICE) {
        double best = G_MAXDOUBLE;
        for (int round = 0; round < ROUNDS; round++) {
            double began = now();
            for (int i = slice; i < slice + SLICE; i++) {
                b->found[i] = ik_region_set_locate(set, b->positions[i]);
            }
            best = MIN(best, now() - began);
        }
        seconds += best;
    }
    return POSITIONS / seconds;
}

static double measure_geos(const bench *b, ik_geos_locator *geos, guint64 *different)
{
    double best = G_MAXDOUBLE;
    for (int round = 0; round < GEOS_STEP; round++) {
        double began = now();
        for (int i = round; i < POSITIONS; i += GEOS_STEP) {
            *different += ik_geos_locator_locate(geos, b->positions[i]) != b->found[i];
        }
        best = MIN(best, now() - began);
    }
    return (double)POSITIONS / GEOS_STEP / best;
}

int main(void)
{
    bench b = {.territory = ik_territory_builtin()};
    guint64 different = 0;
    draw_positions(&b);
    double seconds = measure_building(&b);
    g_autoptr(ik_region_set) set = ik_region_set_new(b.territory);
    double ours = measure_ours(&b, set);

    double before_mb = resident_megabytes(), began = now();
    g_autoptr(ik_geos_locator) geos = ik_geos_locator_new(b.territory->borders);
    double geos_seconds = now() - began;
    double theirs = measure_geos(&b, geos, &different);
    double geos_mb = resident_megabytes() - before_mb;

    printf("ideenkarte  %7.2f million positions/s  built in %6.2f ms  %5.1f MB\n", ours / 1e6,
           seconds * 1e3, (double)ik_border_grid_bytes(&set->grid) / 1e6);
    printf("GEOS        %7.2f million positions/s  built in %6.2f ms  %5.1f MB\n", theirs / 1e6,
           geos_seconds * 1e3, geos_mb);
    printf("ratio       %7.1f  different answers: %" PRIu64 "\n", ours / theirs, different);
    g_free(b.positions);
    g_free(b.found);
    return different == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
